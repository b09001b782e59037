// Tabs that keep for themselves: a new one has what the open ones have, and none takes the other's words away.
import assert from "node:assert/strict";
import { test } from "node:test";
import { VERSION } from "../../../docs/assets/js/own/state.js";
import { Area, PREFIX } from "./page.js";
import { Browser, OWN, tick, written } from "./tabs.js";

const note = (words) => ({ a: { note: words } });
const texts = (tab) => tab.do((store) => store.texts("a", "note").map(({ value }) => value).sort());
const left = ({ local }) => Object.keys(local);

for (const place of ["", "vindue"]) {
  test(`a new tab has what the open ones have, kept by itself, when she chose »${place}«`, () => {
    const browser = new Browser();
    const one = browser.open();
    one.do((store) => store.change({ a: tick }));
    if (place) one.do((store) => store.choose(place));
    const two = browser.open();
    assert.deepEqual(written(two), { a: tick });
    assert.equal(two.do((store) => store.place), place, "and she is not asked again");
    assert.equal(two.do((store) => store.current), one.do((store) => store.current));
    one.do((store) => store.change({ b: { note: "siden" } }));
    two.do((store) => store.change({ c: tick }));
    for (const tab of [one, two, browser.open()]) assert.deepEqual(written(tab), { a: tick, b: { note: "siden" }, c: tick });
    browser.close(one);
    assert.deepEqual(written(two.reload()), { a: tick, b: { note: "siden" }, c: tick });
  });
}

test("when the last tab is closed nothing is left, and the next visit begins with nothing", () => {
  const browser = new Browser();
  const tabs = [browser.open(), browser.open()];
  tabs[0].do((store) => { store.change({ a: tick }); store.choose("vindue"); });
  for (const tab of tabs) browser.close(tab);
  assert.deepEqual(left(browser), []);
  assert.deepEqual(written(browser.open()), {});
});

test("a tab that nobody has written in keeps nothing, and tells nothing", () => {
  const browser = new Browser();
  const [one, two] = [browser.open(), browser.open()];
  one.leave();
  assert.deepEqual([Object.keys(one.session), Object.keys(two.session)], [[], []]);
});

test("where tabs cannot speak a new one has nothing, and all works", () => {
  const browser = new Browser();
  browser.carry = () => {};
  browser.open().do((store) => store.change({ a: tick }));
  assert.deepEqual(written(browser.open()), {});
});

test("a tab that was away hears of what was written meanwhile, and the others of what is its own", () => {
  const browser = new Browser();
  const [one, two] = [browser.open(), browser.open()];
  one.do((store) => store.change({ a: tick }));
  two.leave();
  one.do((store) => store.change({ b: tick }));
  two.wake();
  assert.deepEqual(written(two), { a: tick, b: tick });
});

test("two tabs that each had something of their own both have it all", () => {
  const browser = new Browser();
  const own = (key) => Object.assign(new Area(), {
    [OWN]: JSON.stringify({ version: VERSION, collaborations: { [`k-${key}`]: { [key]: { note: key } } } }),
  });
  const [one, two] = [browser.open(own("a")), browser.open(own("b"))];
  for (const tab of [one, two]) assert.deepEqual(tab.do((store) => store.collaborations.map(({ id }) => id)), ["k-a", "k-b"]);
});

test("what is cleared in one tab is gone in all, and told where something of it is shown", () => {
  for (const [closed, place] of [[false, ""], ["localStorage", ""], [false, "vindue"], [false, "her"]]) {
    const browser = new Browser({ closed });
    const [one, two] = [browser.open(), browser.open()];
    one.do((store) => { store.change({ a: tick }); if (place) store.choose(place); });
    one.do((store) => store.clearAll());
    assert.deepEqual([written(two), Object.keys(two.session), two.store.trouble], [{}, [], "ryddet"], `${closed} ${place}`);
    two.do((store) => store.change({ b: tick }));
    assert.deepEqual([written(one), two.store.trouble], [{ b: tick }, ""]);
  }
});

test("what she keeps on the computer afterwards is seen in a tab that kept it by itself", () => {
  const browser = new Browser();
  const [one, two] = [browser.open(), browser.open()];
  one.do((store) => store.change({ a: tick }));
  one.do((store) => store.choose("her"));
  one.do((store) => store.change({ b: tick }));
  assert.deepEqual(written(two), { a: tick, b: tick });
  two.do((store) => store.change({ c: tick }));
  assert.deepEqual([written(one), two.session[OWN]], [{ a: tick, b: tick, c: tick }, undefined]);
});

test("a copy of a tab is an author of its own: of two texts in one field both are kept, and both are hers", () => {
  const browser = new Browser();
  const one = browser.open();
  one.do((store) => store.change(note("grund")));
  const two = browser.twin(one);
  browser.carry = () => {}; // each writes before it hears of the other
  one.do((store) => store.change(note("grund og A")));
  two.do((store) => store.change(note("grund og B")));
  delete browser.carry;
  const [mine, theirs] = [one, two].map((tab) => tab.do((store) => store.author));
  assert.notEqual(mine, theirs);
  assert.deepEqual([mine, theirs].map((author) => author.split("-")[0]), Array(2).fill(mine.split("-")[0]));
  one.do((store) => store.change({ b: tick }));
  for (const tab of [one, two]) assert.deepEqual(texts(tab), ["grund og A", "grund og B"]);
});

test("a tab keeps its author over a reload, and when it comes back from the cache", () => {
  const tab = new Browser().open();
  tab.do((store) => store.change({ a: tick }));
  const { author } = tab.store;
  const again = tab.reload();
  assert.equal(again.do((store) => store.author), author);
  again.leave();
  tab.wake();
  assert.equal(tab.do((store) => store.author), author);
});

test("a tab of a newer version is not understood, and left alone", () => {
  const browser = new Browser();
  const tab = browser.open();
  tab.do((store) => store.change({ a: tick }));
  tab.told({ kind: "nyt", words: JSON.stringify({ version: VERSION + 1, collaborations: {} }), current: "x", place: "", author: "b" });
  for (const odd of [null, 1, {}, { kind: "nyt" }, { kind: "nyt", words: "{" }, { kind: "svar", who: 1 }]) tab.told(odd);
  assert.deepEqual([written(tab), tab.store.trouble], [{ a: tick }, ""]);
  assert.ok(tab.session[`${PREFIX}eget`]);
});

test("what another tab wrote over before it had heard of it is written again, once", () => {
  const browser = new Browser();
  const one = browser.open();
  one.do((store) => { store.choose("her"); store.change({ a: tick }); });
  const early = browser.local.getItem(OWN);
  one.do((store) => store.change({ b: { note: "siden" } }));
  const whole = browser.local.getItem(OWN);
  browser.local.setItem(OWN, early); // as a process does that had not heard
  browser.tell(null, OWN, early);
  assert.deepEqual(JSON.parse(browser.local.getItem(OWN)), JSON.parse(whole));
  browser.local.setItem(OWN, whole);
  browser.tell(null, OWN, whole);
  assert.equal(browser.local.getItem(OWN), whole, "what holds all of it is left alone");
});
