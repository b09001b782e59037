// Loads the page again when what it is made from has changed. Served by `python -m macros.serve` only, as a file of
// its own, so that the pages keep their Content-Security-Policy. A hidden tab holds no connection: browsers allow six.
const seen = document.currentScript.dataset.epoch;
let source = null;

function listen() {
  source = new EventSource("/livereload");
  source.addEventListener("message", (event) => {
    if (event.data !== seen) location.reload();
  });
  source.addEventListener("error", () => {
    if (source && source.readyState === EventSource.CLOSED) setTimeout(follow, 500);
  });
}

function follow() {
  if (source) source.close();
  source = null;
  if (document.visibilityState === "visible") listen();
}

document.addEventListener("visibilitychange", follow);
window.addEventListener("pagehide", () => source && source.close());
follow();
