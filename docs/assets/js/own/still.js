// What comes above what she sees moves nothing of it.

/**
 * Do something that changes how tall the page is above `mark`, and scroll by as much.
 * @param {HTMLElement} mark @param {() => void} act
 */
export function still(mark, act) {
  const { style } = document.documentElement;
  const top = () => mark.getBoundingClientRect().top;
  const before = top();
  style.overflowAnchor = "none"; // else a browser that holds on to what is in sight does the same once more
  act();
  scrollBy({ top: top() - before, behavior: "instant" });
  requestAnimationFrame(() => requestAnimationFrame(() => { style.overflowAnchor = ""; }));
}
