// What the reader writes is kept, merged, undone and never lost.
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { QUOTED } from "../../../docs/assets/js/own/fields.js";
import { META, VERSION } from "../../../docs/assets/js/own/state.js";
import { Area, PREFIX } from "./page.js";
import { Browser, OWN, only, tick, written } from "./tabs.js";

test("until she chooses, things are kept in the window's storage, and are there when the page is loaded again", () => {
  const tab = new Browser().open();
  tab.do((store) => store.change({ a: tick }));
  assert.equal(tab.do((store) => store.place), "");
  assert.equal(tab.browser.local.getItem(OWN), null);
  assert.deepEqual(written(tab.reload()), { a: tick });
  assert.deepEqual(written(new Browser({ local: tab.browser.local }).open()), {}, "on another visit");
});

test("on her computer they are there in every tab, also what was written before", () => {
  const tab = new Browser().open();
  tab.do((store) => store.change({ a: tick }));
  tab.do((store) => store.choose("her"));
  tab.do((store) => store.change({ b: { note: "n" } }));
  assert.deepEqual(written(tab.browser.open()), { a: tick, b: { note: "n" } });
});

test("taken off the computer they stay in the window", () => {
  const tab = new Browser().open();
  tab.do((store) => { store.choose("her"); store.change({ a: tick }); store.choose("vindue"); });
  assert.equal(tab.browser.local.getItem(OWN), null);
  assert.deepEqual(written(tab.reload()), { a: tick });
});

test("choosing the computer takes in what was kept there before", () => {
  const browser = new Browser();
  browser.open().do((store) => { store.choose("her"); store.change({ a: tick }); });
  browser.local.removeItem(`${PREFIX}sted`);
  const tab = browser.open();
  tab.do((store) => { store.change({ b: tick }); store.choose("her"); });
  const kept = tab.do((store) => store.collaborations.map(({ id }) => Object.fromEntries(store.records(id))));
  assert.deepEqual(kept.map((records) => Object.keys(records)).sort(), [["a"], ["b"]], "each by itself: they are two");
  assert.deepEqual(written(tab), { b: tick });
});

test("two tabs see what the other writes, and neither overwrites it", () => {
  const browser = new Browser();
  const one = browser.open();
  one.do((store) => store.choose("her"));
  const two = browser.open();
  one.do((store) => store.change({ a: { note: "en" } }));
  two.do((store) => store.change({ b: { note: "to" } }));
  for (const tab of [one, two, browser.open()]) assert.deepEqual(written(tab), { a: { note: "en" }, b: { note: "to" } });
});

test("a write is merged with what another tab wrote and was not heard of", () => {
  const browser = new Browser();
  const tab = browser.open();
  tab.do((store) => store.choose("her"));
  tab.do((store) => store.change({ a: { note: "før" } }));
  const [id] = only(tab, "local");
  browser.local[OWN] = JSON.stringify({ version: VERSION, collaborations: { [id]: { b: { note: "to", v: { note: [1, "x"] } } } } });
  tab.do((store) => store.change({ a: { note: "en" } }));
  assert.deepEqual(written(tab), { a: { note: "en" }, b: { note: "to" } });
});

test("the last change wins although the clock was set back", () => {
  mock.timers.enable({ apis: ["Date"], now: 1_000_000 });
  try {
    const tab = new Browser().open();
    tab.do((store) => store.change({ a: { note: "først" } }));
    const before = structuredClone(tab.kept("session"));
    mock.timers.setTime(1);
    tab.do((store) => store.change({ a: { note: "sidst" } }));
    const [id, { a }] = only(tab);
    assert.ok(a.v.note[0] > before.collaborations[id].a.v.note[0]);
    tab.session[OWN] = JSON.stringify(before); // as another tab that had not heard
    tab.do((store) => store.change({ b: tick }));
    assert.equal(tab.do((store) => store.item("a").note), "sidst");
  } finally {
    mock.timers.reset();
  }
});

test("a field that is null is taken away", () => {
  const tab = new Browser().open();
  tab.do((store) => { store.change({ a: { note: "n", who: "w" } }); store.change({ a: { note: null } }); });
  assert.deepEqual(written(tab), { a: { who: "w" } });
});

test("text that cannot be read is set aside as it was, once, before anything is written", () => {
  for (const text of ["{", "[]", '{"version":1,"collaborations":[]}']) {
    const session = new Area();
    session[OWN] = text;
    const tab = new Browser().open(session);
    assert.equal(tab.do((store) => store.trouble), "ulaeselig");
    tab.do((store) => store.change({ a: tick }));
    assert.deepEqual(tab.do((store) => store.aside.map(({ place, words }) => [place, words])), [["", text]]);
    assert.deepEqual(written(tab.reload()), { a: tick });
    assert.equal(tab.do((store) => store.trouble), "ulaeselig");
  }
});

test("of a state that can be read in part the rest is set aside by itself, and is there to be taken in", async () => {
  const session = new Area();
  const long = "x".repeat(200_001);
  session[OWN] = JSON.stringify({ version: VERSION, collaborations: { hold: {
    a: { done: true, note: long }, b: { note: "god" }, "": { done: true },
  } } });
  const tab = new Browser().open(session);
  assert.deepEqual(written(tab), { a: { done: true }, b: { note: "god" } });
  tab.do((store) => store.change({ b: { done: true } }));
  const again = tab.reload();
  assert.deepEqual(written(again), { a: { done: true }, b: { note: "god", done: true } });
  const places = again.do((store) => store.aside.map(({ place }) => place));
  assert.deepEqual(places, ["hold › a › note", "hold › "]);
});

test("what does not fit is refused whole before anything is written, with the field", () => {
  const tab = new Browser().open();
  tab.do((store) => store.change({ a: { note: "før" } }));
  const before = tab.session[OWN];
  const changes = { a: { note: "efter" }, b: { due: "20266-03-01" } };
  assert.throws(() => tab.do((store) => store.change(changes)), ({ code, field }) => code === "dag" && field === "due");
  assert.throws(() => tab.do((store) => store.change({ "": tick })), ({ code }) => code === "noegle");
  assert.throws(() => tab.do((store) => store.keep({ "ur.a": { ends: -1 } })), ({ field }) => field === "ends");
  assert.equal(tab.session[OWN], before);
  assert.deepEqual(written(tab), { a: { note: "før" } });
  assert.equal(tab.do((store) => store.limits("note").most), 20_000);
  assert.deepEqual(tab.do((store) => store.limits("ukendt")), {});
});

test("a storage that takes texts and keeps none is told", () => {
  const tab = new Browser().open(Object.assign(new Area(), { setItem: () => {} }));
  tab.do((store) => store.change({ a: tick }));
  assert.equal(tab.do((store) => store.trouble), "spaerret");
});

test("what a newer version wrote is never overwritten, however much is written here", () => {
  const session = new Area();
  session[OWN] = JSON.stringify({ version: VERSION + 1, collaborations: {} });
  const before = session[OWN];
  const tab = new Browser().open(session);
  tab.do((store) => { store.change({ a: tick }); store.change({ b: tick }); });
  assert.equal(tab.do((store) => store.trouble), "nyere");
  assert.equal(session[OWN], before);
  assert.deepEqual(tab.do((store) => store.aside), []);
});

test("what a newer version wrote meanwhile, unheard, is not overwritten either", () => {
  const tab = new Browser().open();
  tab.do((store) => store.change({ a: tick }));
  const newer = JSON.stringify({ version: VERSION + 1, collaborations: {} });
  tab.session[OWN] = newer;
  tab.do((store) => store.change({ b: tick }));
  assert.equal(tab.session[OWN], newer);
  assert.equal(tab.do((store) => store.trouble), "nyere");
  assert.deepEqual(written(tab), { a: tick, b: tick });
});

test("another tab of a newer version is told of, and what is here stays", () => {
  const browser = new Browser();
  const tab = browser.open();
  tab.do((store) => { store.choose("her"); store.change({ a: tick }); });
  browser.local[OWN] = JSON.stringify({ version: VERSION + 1, collaborations: {} });
  tab.hear({ key: OWN, newValue: browser.local[OWN] });
  assert.equal(tab.do((store) => store.trouble), "nyere");
  assert.deepEqual(written(tab), { a: tick });
});

test("when another tab removed it all, it is told while something of it is left here", () => {
  const browser = new Browser();
  const one = browser.open();
  one.do((store) => store.choose("her"));
  one.hear({ key: null, newValue: null });
  assert.equal(one.do((store) => store.trouble), "", "there was nothing to remove");
  one.do((store) => store.change({ a: tick }));
  one.hear({ key: null, newValue: null });
  assert.equal(one.do((store) => store.trouble), "ryddet");
  one.hear({ key: OWN, newValue: JSON.stringify({ version: VERSION, collaborations: {} }) });
  assert.equal(one.do((store) => store.trouble), "");
});

test("in a full storage all is still on the page, and it is told", () => {
  const tab = new Browser().open(new Area(300));
  tab.do((store) => store.change({ a: { note: "x".repeat(400) } }));
  assert.equal(tab.do((store) => store.trouble), "fuld");
  assert.equal(tab.do((store) => store.item("a").note.length), 400);
});

test("where storage is closed all works until the page is left, and it is told", () => {
  const tab = new Browser({ closed: true }).open();
  tab.do((store) => { store.choose("her"); store.change({ a: tick }); });
  assert.equal(tab.do((store) => store.trouble), "spaerret");
  assert.deepEqual(written(tab), { a: tick });
  tab.do((store) => store.clearAll());
  assert.deepEqual(written(tab), {});
});

test("clearing takes all of ours from both storages, and nothing of others", () => {
  const tab = new Browser().open();
  tab.browser.local.fremmed = "x";
  tab.do((store) => { store.choose("her"); store.change({ a: tick }); store.use("hold"); store.clearAll(); });
  assert.deepEqual(Object.keys(tab.browser.local).sort(), ["fremmed", `${PREFIX}ryddet`].sort(), "and when it was done");
  assert.deepEqual(Object.keys(tab.session), []);
  assert.equal(tab.do((store) => store.canUndo), false);
});

test("a tab works in one collaboration, and tabs opened later in the same", () => {
  const browser = new Browser();
  const one = browser.open();
  one.do((store) => { store.choose("her"); store.change({ [META]: { name: "Hold", created: 2 } }, "hold"); store.use("hold"); });
  assert.equal(browser.open().do((store) => store.current), "hold");
  one.do((store) => store.change({ [META]: { gone: true } }, "hold"));
  assert.notEqual(one.do((store) => store.current), "hold");
});

test("collaborations stand in the order they were made, the deleted and those with nothing in them left out", () => {
  const tab = new Browser().open();
  tab.do((store) => store.changeAll({
    sidst: { [META]: { name: "S", created: 3 } }, midt: { [META]: { name: "M", created: 2 } },
    slettet: { [META]: { gone: true } }, tom: { [META]: { phase: "foer" } }, uden: { a: tick },
  }));
  assert.deepEqual(tab.do((store) => store.collaborations.map(({ id }) => id)), ["uden", "midt", "sidst"]);
});

test("records of a kind come in the order they were made", () => {
  const tab = new Browser().open();
  tab.do((store) => store.change({
    "aftale.b": { what: "b", created: 2 }, "aftale.a": { what: "a", created: 3 }, "aftale.c": { what: "c", created: 2 },
    "aftaler.x": { what: "x" },
  }));
  assert.deepEqual(tab.do((store) => store.kind("aftale").map(([key]) => key)), ["aftale.b", "aftale.c", "aftale.a"]);
});

test("what was kept under a former id is the present one's, unless that has something of its own", () => {
  const tab = new Browser().open();
  tab.do((store) => { store.change({ gammel: tick, anden: { note: "gl" }, ny2: { note: "egen" } }); });
  tab.do((store) => { store.follow("gammel", "ny"); store.follow("anden", "ny2"); });
  assert.deepEqual(written(tab), { ny: tick, anden: { note: "gl" }, ny2: { note: "egen" } });
  assert.equal(tab.do((store) => store.done(["ny", "ny2", "gammel"])), 1);
});

test("what followed its entry stays there, also merged with a tab where it had not", () => {
  const tab = new Browser().open();
  tab.do((store) => store.change({ gammel: tick }));
  const before = tab.session[OWN];
  tab.do((store) => store.follow("gammel", "ny"));
  tab.session[OWN] = before;
  tab.do((store) => store.change({ b: tick }));
  assert.deepEqual(written(tab), { ny: tick, b: tick });
});

test("a copy is a copy: of everything, or of one collaboration alone", () => {
  const tab = new Browser().open();
  tab.do((store) => store.changeAll({ en: { a: tick }, hold: { b: tick } }));
  const [all, one] = tab.do((store) => [store.copy(), store.copy("hold")]);
  all.collaborations.en.a.done = false;
  assert.equal(tab.do((store) => store.item("a", "en").done), true);
  assert.deepEqual(Object.keys(one.collaborations), ["hold"]);
  assert.deepEqual(tab.do((store) => store.copy("intet").collaborations), { intet: {} });
});

test("whoever shows it hears of every change", () => {
  const tab = new Browser().open();
  let heard = 0;
  tab.store.addEventListener("change", () => { heard += 1; });
  tab.do((store) => { store.change({ a: tick }); store.keep({ b: tick }); store.undo(); store.use("x"); store.clearAll(); });
  assert.equal(heard, 5);
});

test("of what the catalogue said only what there is room for is kept, and never her own words less", () => {
  const tab = new Browser().open();
  for (const field of QUOTED) {
    const { most = 0 } = tab.do((store) => store.limits(field));
    for (const given of ["x".repeat(most), "x".repeat(most + 1), `${"😀".repeat(most)}x`]) {
      tab.do((store) => store.change({ a: Object.fromEntries([["note", given.slice(0, 9)], [field, given]]) }));
      const made = /** @type {Record<string, string>} */ (written(tab).a);
      const said = made[field];
      assert.equal(made.note, given.slice(0, 9));
      assert.ok(said.length <= most && said.isWellFormed(), field);
      assert.equal(said, given.length > most ? `${given.slice(0, said.length - 1)}…` : given);
    }
  }
});
