// What she did is taken back and made again, a step at a time.
import assert from "node:assert/strict";
import { test } from "node:test";
import { META } from "../../../docs/assets/js/own/state.js";
import { Area, PREFIX } from "./page.js";
import { Browser, tick, written } from "./tabs.js";

test("a change is taken back and made again, a step at a time, also after the page was loaded again", () => {
  let tab = new Browser().open();
  tab.do((store) => { store.change({ a: tick }); store.change({ a: { note: "n" }, b: tick }); });
  tab = tab.reload();
  assert.equal(tab.do((store) => store.canRedo), false);
  tab.do((store) => store.undo());
  assert.deepEqual(written(tab), { a: tick });
  tab.do((store) => store.redo());
  assert.deepEqual(written(tab), { a: { ...tick, note: "n" }, b: tick });
  tab.do((store) => { store.undo(); store.undo(); });
  assert.deepEqual(written(tab), {});
  assert.equal(tab.do((store) => store.canUndo), false);
  tab.do((store) => store.undo());
  assert.deepEqual(written(tab), {});
});

test("a new change ends what could be made again", () => {
  const tab = new Browser().open();
  tab.do((store) => { store.change({ a: tick }); store.undo(); store.change({ b: tick }); });
  assert.equal(tab.do((store) => store.canRedo), false);
});

test("a hundred steps can be taken back, and no more", () => {
  const tab = new Browser().open();
  for (let n = 0; n <= 100; n += 1) tab.do((store) => store.change({ a: { note: String(n) } }));
  let steps = 0;
  while (tab.do((store) => store.canUndo)) tab.do((store) => store.undo(steps += 1));
  assert.equal(steps, 100);
  assert.equal(tab.do((store) => store.item("a").note), "0");
});

test("what is kept without a step is kept all the same", () => {
  const tab = new Browser().open();
  tab.do((store) => store.keep({ "ur.a": { ends: 5 } }));
  assert.equal(tab.do((store) => store.canUndo), false);
  assert.deepEqual(written(tab.reload()), { "ur.a": { ends: 5 } });
});

test("all that is changed during one stay in a field is one step, with a name", () => {
  const tab = new Browser().open();
  tab.do((store) => {
    store.change({ a: { note: "før", who: "w" } });
    for (const note of ["e", "ef", "efter"]) store.change({ a: { note } }, undefined, { step: "note", join: "ophold-1" });
    store.change({ a: { who: "x" } }, undefined, { step: "note", join: "ophold-1" });
  });
  assert.equal(tab.do((store) => store.undoName), "note");
  tab.do((store) => store.undo());
  assert.deepEqual(written(tab), { a: { note: "før", who: "w" } });
  assert.deepEqual(tab.do((store) => [store.undoName, store.redoName]), ["", "note"]);
  tab.do((store) => store.redo());
  assert.deepEqual(written(tab), { a: { note: "efter", who: "x" } });
  tab.do((store) => store.change({ a: { note: "nyt" } }, undefined, { join: "ophold-1" }));
  tab.do((store) => store.undo());
  assert.deepEqual(written(tab), { a: { note: "efter", who: "x" } }, "what was made again is a step of its own");
});

test("only what was done in the collaboration in use is taken back, and never that it was made", () => {
  const tab = new Browser().open();
  tab.do((store) => { store.create("alfa", { [META]: { name: "Alfa", created: 1 } }); store.change({ a: { note: "n" } }); });
  tab.do((store) => store.create("beta", { [META]: { name: "Beta", created: 2 } }));
  assert.equal(tab.do((store) => store.canUndo), false);
  tab.do((store) => store.undo());
  tab.do((store) => { store.change({ b: tick }); store.undo(); store.undo(); });
  assert.deepEqual([tab, tab.reload()].map((one) => one.do((store) => store.current)), ["beta", "beta"]);
  assert.equal(tab.do((store) => store.item("a", "alfa").note), "n");
  tab.do((store) => store.use("alfa"));
  assert.deepEqual(tab.do((store) => [store.canUndo, store.canRedo]), [true, false]);
  tab.do((store) => { store.undo(); store.undo(); });
  assert.deepEqual(tab.do((store) => [store.item("a").note, store.about().name]), [undefined, "Alfa"]);
});

test("a page that comes back from the cache shows and undoes what later pages of the tab did, and nothing that was cleared", () => {
  const page = new Browser().open();
  page.do((store) => { store.choose("her"); store.change({ a: { note: "n" } }); });
  const later = page.reload();
  later.do((store) => store.change({ b: tick }));
  page.wake();
  assert.deepEqual(written(page), { a: { note: "n" }, b: tick });
  page.do((store) => { store.undo(); });
  assert.deepEqual(written(page), { a: { note: "n" } });
  later.do((store) => store.clearAll());
  page.wake();
  page.do((store) => store.change({ c: tick }));
  assert.deepEqual([written(page), page.do((store) => store.collaborations.length)], [{ c: tick }, 1]);
});

test("steps that were kept are looked at before they are taken back", () => {
  const session = new Area();
  const [good, bad] = [{ hold: { a: { who: "w" } } }, { hold: { a: { ukendt: 1 } } }];
  const steps = [good, bad].map((changes) => ({ where: "hold", name: "n", changes }));
  session[`${PREFIX}skridt`] = JSON.stringify({ undo: [...steps, { where: "hold", changes: 1 }, null, 3], redo: "x" });
  session[`${PREFIX}valgt`] = "hold";
  const tab = new Browser().open(session);
  tab.do((store) => { store.create("hold", { [META]: { name: "H" } }); store.change({ a: { note: "n" } }); });
  tab.do((store) => { store.undo(); store.undo(); store.undo(); });
  assert.deepEqual([written(tab), tab.do((store) => store.canUndo)], [{ a: { who: "w" } }, false]);
});

test("what was taken in is taken back also after the page was loaded again, whether it is new here or was here", async () => {
  const { compare } = await import("../../../docs/assets/js/own/compare.js");
  const there = new Browser().open();
  there.do((store) => { store.create("hold", { om: { name: "Hold", created: 1 } }); store.change({ a: tick, b: { note: "n" } }); });
  for (const isNew of [true, false]) {
    let tab = new Browser().open();
    if (!isNew) tab.do((store) => { store.create("hold", { om: { name: "Hold", created: 1 } }); store.change({ b: { note: "egen" } }); });
    tab.do((store) => {
      store.take([...Object.values(compare(store.copy(), there.kept("session")))].flat(), { step: "x", where: "hold" });
      store.use("hold");
    });
    assert.ok(written(tab).a);
    tab = tab.reload();
    assert.deepEqual(tab.do((store) => [store.current, store.canUndo, store.undoName]), ["hold", true, "x"], String(isNew));
    tab.do((store) => store.undo());
    const seen = tab.do((store) => Object.fromEntries(store.records("hold").map(([key, { note, done }]) => [key, note ?? done])));
    assert.deepEqual(seen, isNew ? {} : { b: "egen" });
    assert.equal(tab.do((store) => store.collaborations.some(({ id }) => id === "hold")), !isNew);
  }
});

test("what was taken in as a copy is taken back in it, also after the page was loaded again", () => {
  let tab = new Browser().open();
  tab.do((store) => {
    store.change({ a: tick });
    store.adopt("kopi", { om: { name: "Hold" }, b: tick }, { name: "Hold (kopi)", created: 2 }, { step: "x", where: "kopi" });
    store.use("kopi");
  });
  tab = tab.reload();
  assert.deepEqual(tab.do((store) => [store.current, store.undoName]), ["kopi", "x"]);
  tab.do((store) => store.undo());
  assert.deepEqual([tab.do((store) => store.has("kopi")), written(tab)], [false, { a: tick }]);
});
