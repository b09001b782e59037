// What the leader's own material may hold, and how two states become one.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  FIELDS, KINDS, META, PRIVATE, Refusal, VERSION, alive, checked, compare, empty, merge, refusal,
} from "../../../docs/assets/js/own/state.js";

const state = (records, id = "hold") => ({ version: VERSION, collaborations: { [id]: records } });
const refused = (value) => {
  try {
    checked(value);
  } catch (fault) {
    assert.ok(fault instanceof Refusal, String(fault));
    return [fault.code, fault.place];
  }
  return null;
};
const SAMPLES = ["", "x", "2026-03-09", true, false, 0, 1, 3, [], ["a"], { a: 1 }, null, -1, 1.5, {}, "x".repeat(20_001)];

test("every field takes some values and refuses others, and the place of a wrong one is named", () => {
  for (const field of Object.keys(FIELDS)) {
    const taken = SAMPLES.filter((value) => refused(state({ a: { at: 1, [field]: value } })) === null);
    assert.ok(taken.length > 0, `${field} takes nothing`);
    assert.ok(taken.length < SAMPLES.length, `${field} takes everything`);
    const wrong = SAMPLES.find((value) => !taken.includes(value));
    assert.deepEqual(refused(state({ a: { at: 1, [field]: wrong } })), ["felt", `hold › a › ${field}`]);
  }
});

test("a field nobody knows is refused, also one that every object has", () => {
  for (const field of ["ukendt", "constructor", "__proto__", "toString"]) {
    const record = JSON.parse(`{"at": 1, "${field}": "x"}`);
    assert.deepEqual(refused(state({ a: record })), ["felt", `hold › a › ${field}`]);
  }
});

test("a record without a moment, and keys or ids of another form, are refused", () => {
  assert.deepEqual(refused(state({ a: { note: "x" } })), ["felt", "hold › a"]);
  for (const key of ["A", "a.b.c.d", "", "-a", "a b", `a${"b".repeat(60)}`]) {
    assert.deepEqual(refused(state({ [key]: { at: 1 } })), ["felt", `hold › ${key}`]);
  }
  assert.deepEqual(refused(state({}, "Æ")), ["felt", "Æ"]);
  assert.equal(refused(state({ "a.b-1.c": { at: 1 } })), null);
});

test("a state of a newer version says so, and what is none is a stranger", () => {
  assert.deepEqual(refused({ version: VERSION + 1, collaborations: {} }), ["nyere", ""]);
  for (const value of [null, 1, "x", [], {}, { version: VERSION }, { version: "1", collaborations: {} }]) {
    assert.deepEqual(refused(value), ["fremmed", ""]);
  }
});

test("a moment after 2099 is refused, since its clock is wrong and would win every merge", () => {
  const last = Date.UTC(2100, 0, 1);
  assert.equal(refused(state({ a: { at: last } })), null);
  assert.deepEqual(refused(state({ a: { at: last + 1 } })), ["felt", "hold › a › at"]);
});

test("of two records the one changed last wins", () => {
  const [old, young] = [state({ a: { at: 1, note: "gammel" } }), state({ a: { at: 2, note: "ny" } })];
  for (const made of [merge(old, young), merge(young, old)]) assert.deepEqual(made, young);
});

test("of two records changed at the same moment the same one wins, whoever merges", () => {
  const [one, two] = [state({ a: { at: 1, note: "x" } }), state({ a: { note: "y", at: 1 } })];
  assert.deepEqual(merge(one, two), merge(two, one));
  assert.deepEqual(merge(one, one), one);
});

test("a merge keeps what only one of them has", () => {
  const made = merge(state({ a: { at: 1 } }, "det-ene"), state({ b: { at: 1 } }, "det-andet"));
  assert.deepEqual(made.collaborations, { "det-ene": { a: { at: 1 } }, "det-andet": { b: { at: 1 } } });
});

test("merging in any order gives the same", () => {
  let seed = 7;
  const random = (most) => { seed = (seed * 16_807) % 2_147_483_647; return seed % most; };
  const some = () => state(Object.fromEntries(["a", "b", "c"].filter(() => random(3)).map((key) => [
    key, { at: random(3), note: String(random(3)) },
  ])));
  for (let round = 0; round < 200; round += 1) {
    const [one, two, three] = [some(), some(), some()];
    assert.deepEqual(merge(merge(one, two), three), merge(one, merge(three, two)));
  }
});

test("a record is alive when it holds something the reader wrote", () => {
  for (const dead of [undefined, {}, { at: 1 }, { at: 1, title: "t", text: "x" }, { note: "" }, { done: false },
    { ids: [] }, { note: "x", gone: true }]) assert.equal(alive(dead), false, JSON.stringify(dead));
  for (const living of [{ note: "x" }, { done: true }, { ids: ["a"] }, { values: { a: 1 } }, { round: 0 }]) {
    assert.equal(alive(living), true, JSON.stringify(living));
  }
});

test("what taking a state in would do is told record by record", () => {
  const mine = state({ ens: { at: 5, note: "x" }, min: { at: 5, note: "min" }, din: { at: 1, note: "gammel" } });
  const theirs = state({
    ens: { at: 9, note: "x" }, min: { at: 1, note: "gammel" }, din: { at: 5, note: "ny" }, ny: { at: 1, note: "n" },
    tom: { at: 1, note: "" },
  });
  const found = compare(mine, theirs);
  const keys = Object.fromEntries(Object.entries(found).map(([name, rows]) => [name, rows.map(({ key }) => key)]));
  assert.deepEqual(keys, { added: ["ny"], changed: ["din"], kept: ["min"], same: ["ens", "tom"] });
});

test("whatever goes wrong with something that came in is a refusal", () => {
  assert.equal(refusal(new Refusal("nyere")).code, "nyere");
  for (const fault of [new TypeError("x"), undefined, "x"]) assert.equal(refusal(fault).code, "beskadiget");
});

test("what a link leaves out is of kinds there are", () => {
  for (const kind of [...PRIVATE, META]) assert.ok(KINDS.has(kind), kind);
  assert.deepEqual(empty(), { version: VERSION, collaborations: {} });
});
