// Small choices in browser storage (colours, the / key, recent searches). Where storage is blocked they are as never made.
import { prefix } from "./catalogue.js";

const key = (name) => prefix() + name;

/** What is kept under a name, or null. `area`: "local" (on this computer) or "session" (until the window closes). */
export function kept(name, area = "local") {
  try {
    return window[`${area}Storage`].getItem(key(name));
  } catch {
    return null;
  }
}

/** Keep a text under a name; nothing instead of a text removes it. */
export function keep(name, value, area = "local") {
  try {
    if (value) window[`${area}Storage`].setItem(key(name), value);
    else window[`${area}Storage`].removeItem(key(name));
  } catch {
    // Blocked or full: the choice holds for this page.
  }
}
