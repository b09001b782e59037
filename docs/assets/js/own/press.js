// What would move or cover something waits until a press is over, so that a click is never lost to it.

const LET_GO = ["pointerup", "pointercancel"];
let isDown = false;
/** @type {Set<() => void>} what waits */
const waiting = new Set();

addEventListener("pointerdown", () => { isDown = true; }, true);
addEventListener("click", () => release(), true); // it has reached what was pressed
for (const name of LET_GO) addEventListener(name, () => setTimeout(release), true); // where no click comes of it

function release() {
  isDown = false;
  const acts = [...waiting];
  waiting.clear();
  for (const act of acts) act();
}

/**
 * Do something now, or when the button or finger that is down has been lifted and the click has come.
 * @param {() => void} act
 */
export function afterPress(act) {
  if (isDown) waiting.add(act);
  else act();
}
