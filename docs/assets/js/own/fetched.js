// What scripts fetch of the site: the search's index, and other pages. In the zip for a shared drive, where a browser lets a
// page fetch nothing, macros/web/archived.js stands in its place.

/**
 * What stands in a file of data.
 * @param {string} address
 * @returns {Promise<any>}
 */
export const data = async (address) => (await fetch(address)).json();

/**
 * A page of the site as a document. The request parses it: under Trusted Types no text may be made into one.
 * @param {string} address
 * @returns {Promise<Document>}
 */
export function page(address) {
  return new Promise((found, failed) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    request.addEventListener("load", () => {
      if (request.status === 200 && request.response) found(request.response);
      else failed(request.status);
    });
    request.addEventListener("error", failed);
    request.send();
  });
}
