// What cannot be read and has no room beside what holds it: nothing of it is ever written over.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Area, PREFIX } from "./page.js";
import { Browser, OWN, written } from "./tabs.js";

const LONG = "z".repeat(300_000); // longer than any note that is read

/** What is kept: one note that can be read, and one that is too long, with room for so much more. */
function kept(words, room) {
  const local = new Area(words.length + OWN.length + room);
  local.setItem(`${PREFIX}sted`, "her");
  local.setItem(OWN, words);
  return new Browser({ local });
}

const state = JSON.stringify({
  version: 2,
  collaborations: { "k-1": { a: { note: "hendes", v: { note: [1, "x"] } }, b: { note: LONG, v: { note: [1, "x"] } } } },
});
const all = (browser) => Object.values(browser.local).join("\n");

for (const [what, words] of [["a part of it", state], ["the end of it", state.slice(0, -10)], ["any of it", `{${LONG}`]]) {
  test(`where ${what} cannot be read nor set aside for want of room, it is when there is`, () => {
    const browser = kept(words, 2_000);
    const tab = browser.open();
    assert.ok(all(browser).includes(LONG));
    if (what === "a part of it") assert.equal(written(tab).a.note, "hendes");
    tab.do((store) => store.change({ c: { note: "ny" } }));
    assert.ok(all(browser).includes(LONG), "written over");
    const again = tab.reload();
    assert.equal(written(again).c.note, "ny");
    assert.ok(again.do((store) => store.aside.length), "nothing tells of it");
    assert.ok(all(browser).includes(LONG));
  });
}

test("where there never is room, what was there stays, and what is new is kept in the tab", () => {
  const browser = kept(`{${LONG}`, 60);
  const tab = browser.open();
  tab.do((store) => store.change({ c: { note: "ny" } }));
  assert.equal(browser.local.getItem(OWN), `{${LONG}`);
  assert.equal(tab.do((store) => store.trouble), "fanen");
  assert.equal(written(tab).c.note, "ny");
});
