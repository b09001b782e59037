// What version 1 kept is read for ever, and parties keep their words.
import assert from "node:assert/strict";
import { test } from "node:test";
import { merge } from "../../../docs/assets/js/own/merge.js";
import { recognised, wasFirst } from "../../../docs/assets/js/own/former.js";
import { changeParties } from "../../../docs/assets/js/own/parties.js";
import { moment, textsOf } from "../../../docs/assets/js/own/record.js";
import { checked } from "../../../docs/assets/js/own/state.js";
import { Area, PREFIX } from "./page.js";
import { Browser, OWN, only, tick, written } from "./tabs.js";

const former = (records, id = "hold") => ({ version: 1, collaborations: { [id]: records } });
const read = (value) => checked(value).state.collaborations;
const names = (store) => store.parties().map(({ name }) => name);

test("every field has its record's moment, and two different old texts are both kept", () => {
  const [one, two] = [former({ a: { at: 5, note: "x", done: true } }), former({ a: { at: 6, note: "y", done: false } })];
  const { hold: { a } } = read(one);
  assert.deepEqual([a.note, a.done, moment(a)], ["x", true, 5]);
  const { a: both } = merge(checked(one).state, checked(two).state).collaborations.hold;
  assert.deepEqual([textsOf(both, "note").map(({ value }) => value), both.done], [["y", "x"], false]);
  const again = merge(checked(one).state, checked(former({ a: { at: 9, note: "x" } })).state).collaborations.hold.a;
  assert.deepEqual(textsOf(again, "note").length, 1, "the same text at another moment is the same text");
});

test("answers hang on the party that gave them, also of a party that is in the list no more", () => {
  const records = { om: { at: 3, name: "H", parties: ["Å", "B", "B"] } };
  for (const n of [1, 2, 3, 4]) records[`spm.${n}`] = { at: 3, note: `svar ${n}`, title: "t" };
  const tab = new Browser().open(Object.assign(new Area(), { [OWN]: JSON.stringify(former(records)), [`${PREFIX}valgt`]: "hold" }));
  const told = tab.do((store) => store.records().filter(([key]) => key.startsWith("spm.")).map(([key, { note }]) => (
    [note, store.partyOf(key).name, store.partyOf(key).isFormer]
  )));
  assert.deepEqual(told, [["svar 1", "Å", false], ["svar 2", "B", false], ["svar 3", "B", false], ["svar 4", "", true]]);
  assert.deepEqual(tab.do(names), ["Å", "B", "B"]);
  assert.equal(tab.do((store) => store.partyOf("spm.fokus-1") ?? store.partyOf("maaling.trappe.m-1")), null);
});

test("the first collaboration of version 1 gets an id of its own, the same in two tabs, and is the one in use", () => {
  const words = JSON.stringify(former({ a: { at: 5, note: "n" }, om: { at: 6, name: "Navngivet" } }, "uden-navn"));
  const local = Object.assign(new Area(), { [OWN]: words, [`${PREFIX}sted`]: "her" });
  const browser = new Browser({ local });
  const [one, two] = [browser.open(), browser.open()];
  const ids = [one, two].map((tab) => tab.do((store) => store.current));
  assert.equal(ids[0], ids[1]);
  assert.ok(wasFirst(ids[0]));
  assert.equal(local[OWN], words, "and nothing is written until she writes");
  one.do((store) => store.change({ b: tick }));
  two.do((store) => store.change({ c: tick }));
  assert.deepEqual(Object.keys(only(one, "local")[1]).sort(), ["a", "b", "c", "om"]);
});

test("a later file of version 1 is known to be of the same collaboration by what was changed at the same moment", () => {
  const then = checked(former({ a: { at: 5, note: "n" }, b: { at: 7, done: true } }, "uden-navn")).state;
  const later = checked(former({ a: { at: 5, note: "n" }, c: { at: 9, note: "ny" } }, "uden-navn")).state;
  const other = checked(former({ a: { at: 6, note: "n" } }, "uden-navn")).state;
  const [id] = Object.keys(then.collaborations);
  assert.deepEqual(Object.keys(recognised(later, then).collaborations), [id]);
  assert.notDeepEqual(Object.keys(recognised(other, then).collaborations), [id]);
});

test("steps of version 1 take back what they did, in what its collaboration and parties have become", () => {
  const records = { om: { at: 3, parties: ["A"] }, "spm.1": { at: 4, note: "svar", title: "t" } };
  const steps = { undo: [{ "uden-navn": { "spm.1": { note: "før", title: "t" } } }, { "uden-navn": { om: { created: null } } }], redo: [] };
  const tab = new Browser().open(Object.assign(new Area(), {
    [OWN]: JSON.stringify(former(records, "uden-navn")), [`${PREFIX}skridt`]: JSON.stringify(steps),
  }));
  tab.do((store) => store.undo());
  const [[, answer]] = tab.do((store) => store.records().filter(([key]) => key.startsWith("spm.")));
  assert.deepEqual([answer.note, answer.both, tab.do((store) => store.canUndo)], ["før", undefined, false]);
});

/** A tab whose collaboration has some parties, the first of which answered. */
function met(...list) {
  const tab = new Browser().open();
  tab.do((store) => store.create("hold", { ...changeParties([], list), om: { name: "H" } }));
  const [{ id }] = tab.do((store) => store.parties());
  tab.do((store) => store.change({ [`spm.${id}`]: { note: "deres ord" } }));
  return { tab, whose: () => tab.do((store) => { const { name, isFormer } = store.partyOf(`spm.${id}`); return [name, isFormer]; }) };
}

test("moving, mending or leaving out a party moves nobody's words", () => {
  const { tab, whose } = met("Regionen", "Ribe");
  const change = (list) => tab.do((store) => store.change(changeParties(store.allParties(), list)));
  change(["Ribe", "Regionen"]);
  assert.deepEqual([whose(), tab.do(names)], [["Regionen", false], ["Ribe", "Regionen"]]);
  change(["Ribe", "Regionen Midt"]);
  assert.deepEqual([whose(), tab.do(names)], [["Regionen Midt", false], ["Ribe", "Regionen Midt"]]);
  change(["Ribe"]);
  assert.deepEqual([whose(), tab.do(names)], [["Regionen Midt", true], ["Ribe"]]);
  assert.equal(tab.do((store) => store.formerParties("spm")).length, 1);
  change(["Ribe", "Regionen Midt"]);
  assert.deepEqual([whose(), tab.do(names)], [["Regionen Midt", false], ["Ribe", "Regionen Midt"]]);
  tab.do((store) => { store.undo(); });
  assert.deepEqual(whose(), ["Regionen Midt", true]);
});

test("a name of another kind in a party's place is another party", () => {
  const { tab, whose } = met("Ribe", "Regionen");
  tab.do((store) => store.change(changeParties(store.allParties(), ["Esbjerg", "Regionen"])));
  assert.deepEqual([whose(), tab.do(names)], [["Ribe", true], ["Esbjerg", "Regionen"]]);
});

test("what was written is the same words in the same order after a page of version 1 was left", () => {
  const words = JSON.stringify(former({ a: { at: 1, note: "n", gone: true, who: "" } }));
  const tab = new Browser().open(Object.assign(new Area(), { [OWN]: words }));
  tab.do((store) => store.change({ b: { note: "ny" } }));
  assert.deepEqual(written(tab), { b: { note: "ny" } });
});

const notes = (store) => Object.fromEntries(store.records().filter(([key]) => key.includes(".fokus-")).map(([key, { note }]) => {
  const { name, isFormer } = store.partyOf(key) ?? {};
  return [note, isFormer ? `(${name})` : name];
}));
/** Who are asked in an interview from now on, as its page says it. */
const plan = (tab, ...list) => tab.do((store) => {
  store.change({ ...changeParties(store.allAsked("interview.x"), list, "interview.x"), "interview.x": { names: null, round: 0 } });
  return store.asked("interview.x").people.map(({ name }) => name);
});
const note = (tab, index) => tab.do((store) => {
  const { id, name } = store.asked("interview.x").people[index];
  store.change({ [`spm.fokus-${id}`]: { note: `hvad ${name} sagde` } });
});
const UNMOVED = { "hvad Anna sagde": "Anna", "hvad Bo sagde": "Bo", "hvad Cleo sagde": "Cleo" };

for (const kept of ["now", "by version 1"]) {
  test(`what was noted of one who was asked stays with her, whoever is moved, left out or mended (${kept})`, () => {
    const records = {
      "interview.x": { at: 3, names: ["Anna", "Bo", "Cleo"], round: 1 },
      ...Object.fromEntries(Object.keys(UNMOVED).map((words, index) => [`spm.fokus-${index + 1}`, { at: 4, note: words }])),
    };
    const session = Object.assign(new Area(), kept === "now" ? {} : { [OWN]: JSON.stringify(former(records, "uden-navn")) });
    const tab = new Browser().open(session);
    if (kept === "now") {
      plan(tab, "Anna", "Bo", "Cleo");
      for (const index of [0, 1, 2]) note(tab, index);
    } else assert.equal(tab.do((store) => store.asked("interview.x").round), 1);
    assert.deepEqual(tab.do(notes), UNMOVED);
    for (const list of [["Cleo", "Anna", "Bo"], ["Bo", "Cleo", "Anna"]]) {
      assert.deepEqual(plan(tab, ...list), list);
      assert.deepEqual(tab.do(notes), UNMOVED);
    }
    assert.deepEqual(plan(tab, "Cleo", "Dan", "Bo"), ["Cleo", "Dan", "Bo"]);
    assert.deepEqual(tab.do(notes), { ...UNMOVED, "hvad Anna sagde": "(Anna)" }, "she is told to be no more, and Dan has none");
    plan(tab, "Anna", "Bo", "Cleo");
    assert.deepEqual(tab.do(notes), UNMOVED, "and is there again");
    plan(tab, "Anne", "Bo", "Cleo");
    assert.deepEqual(tab.do(notes), { ...UNMOVED, "hvad Anna sagde": "Anne" });
    tab.do((store) => { store.undo(); store.undo(); });
    assert.deepEqual(tab.do(notes), { ...UNMOVED, "hvad Anna sagde": "(Anna)" });
    assert.deepEqual(written(tab.reload()), written(tab), "and all of it is read again");
  });
}

test("two who deal the roles of one former list anew, each by herself, mean the same people", () => {
  const records = { "interview.x": { at: 3, names: ["Anna", "Bo"] }, "spm.fokus-2": { at: 4, note: "hvad Bo sagde" } };
  const words = JSON.stringify(former(records));
  const [one, two] = [["Bo", "Anna"], ["Anna", "Cleo"]].map((list) => {
    const tab = new Browser().open(Object.assign(new Area(), { [OWN]: words, [`${PREFIX}valgt`]: "hold" }));
    plan(tab, ...list);
    return tab;
  });
  const both = merge(one.kept("session") ?? {}, checked(two.kept("session")).state);
  const tab = new Browser().open(Object.assign(new Area(), { [OWN]: JSON.stringify(both), [`${PREFIX}valgt`]: "hold" }));
  assert.equal(tab.do((store) => store.partyOf("spm.fokus-2").name), "Bo");
  assert.deepEqual(tab.do((store) => store.allAsked("interview.x").map(({ name }) => name).sort()), ["Anna", "Bo", "Cleo"]);
});
