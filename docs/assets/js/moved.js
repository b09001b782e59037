// For a page that only leads on: takes the anchor along, which the page's own way on would leave behind. Not a module
// itself: it stands above that way on, and no more of the page is read once it knows a better one.
(() => {
  const now = document.querySelector("link[rel=canonical]");
  if (!location.hash || !(now instanceof HTMLLinkElement)) return;
  window.stop();
  location.replace(now.href + location.hash);
})();
