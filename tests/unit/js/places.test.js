// What is written in several tabs, and where it is kept while they do not all keep it in one place.
import assert from "node:assert/strict";
import { test } from "node:test";
import { changeParties } from "../../../docs/assets/js/own/parties.js";
import { Browser, OWN, tick, written } from "./tabs.js";

const texts = (tab) => tab.do((store) => store.texts("a", "note").map(({ value }) => value).sort());

test("what another tab wrote in the field she stands in is kept beside hers, heard of or not", () => {
  for (const isHeard of [true, false]) {
    const browser = new Browser();
    const one = browser.open();
    one.do((store) => { store.choose("her"); store.change({ a: { note: "Grund" } }); });
    const two = isHeard ? browser.open() : new Browser({ local: browser.local }).open();
    two.do((store) => store.change({ a: { note: "Grund og B" } }, undefined, { join: "b", was: "Grund" }));
    one.do((store) => store.change({ a: { note: "Grund m" } }, undefined, { join: "a", was: "Grund" }));
    one.do((store) => store.change({ a: { note: "Grund mere" } }, undefined, { join: "a", was: "Grund" }));
    assert.deepEqual(texts(one), ["Grund mere", "Grund og B"]);
    assert.deepEqual(texts(one.reload()), ["Grund mere", "Grund og B"]);
  }
});

test("what she writes on in after a rest takes the place of what she wrote, and of what she saw", () => {
  const tab = new Browser().open();
  for (const note of ["e", "en", "en to"]) {
    tab.do((store) => store.change({ a: { note } }, undefined, { join: "a", was: "" }));
  }
  tab.do((store) => store.change({ a: { note: "en to tre" } }, undefined, { join: "b", was: "en to" }));
  assert.deepEqual(texts(tab), ["en to tre"]);
});

test("taken off the computer by one tab, it stays in the others that are open, and nothing is told to be cleared", () => {
  const browser = new Browser();
  const one = browser.open();
  one.do((store) => { store.choose("her"); store.change({ a: tick }); });
  const two = browser.open();
  two.do((store) => store.change({ b: { note: "hendes" } }));
  one.do((store) => store.choose("vindue"));
  assert.equal(browser.local.getItem(OWN), null);
  assert.equal(two.do((store) => store.trouble), "");
  assert.deepEqual(written(two.reload()), { a: tick, b: { note: "hendes" } });
});

test("what a tab kept itself is not out of sight when another tab chooses the computer", () => {
  const browser = new Browser();
  const [one, two] = [browser.open(), browser.open()];
  one.do((store) => store.change({ a: tick }));
  two.do((store) => store.change({ b: { note: "hendes" } }));
  one.do((store) => store.choose("her"));
  const kept = (tab) => tab.do((store) => store.collaborations.flatMap(({ id }) => store.records(id).map(([key]) => key)).sort());
  assert.deepEqual(kept(two.reload()), ["a", "b"]);
  const again = two.reload();
  again.do((store) => store.change({ c: tick }));
  assert.equal(again.session.getItem(OWN), null);
  assert.deepEqual(kept(browser.open()), ["a", "b", "c"]);
});

test("a collaboration that is begun with a draft alone is the same on the next page", () => {
  const tab = new Browser().open();
  const begun = tab.do((store) => { store.use(store.current); return store.current; });
  const next = tab.reload();
  assert.equal(next.do((store) => store.current), begun);
  next.do((store) => store.change({ a: tick }));
  assert.equal(next.reload().do((store) => store.current), begun);
});

test("a party keeps its words when its name is mended, and not when another takes its place", () => {
  const id = (one, two) => Object.keys(changeParties([{ id: "p-1", name: one, place: 1, isFormer: false }], [two]))[0];
  const same = [["Reginen", "Regionen"], ["Ribe", "Ribe Kommune"], ["Aarhus kommune", "Aarhus Kommune"], ["Sygehuset", "Sygehusene"]];
  const other = [
    ["Aarhus Kommune", "Odense Kommune"], ["Region Midtjylland", "Region Nordjylland"], ["Vejle", "Vejen"],
    ["Kommunen", "Regionen"], ["Region", "Regionshospitalet"],
  ];
  for (const [one, two] of same) assert.equal(id(one, two), "part.p-1", `${one} – ${two}`);
  for (const [one, two] of other) assert.notEqual(id(one, two), "part.p-1", `${one} – ${two}`);
});
