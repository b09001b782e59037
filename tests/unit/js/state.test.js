// What the leader's own material may hold, and how two states become one.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  FIELDS, KINDS, META, PATH, PRIVATE, Refusal, VERSION, alive, checked, compare, empty, merge, refusal,
} from "../../../docs/assets/js/own/state.js";
import { fit } from "../../../docs/assets/js/own/fields.js";

const state = (records, id = "hold") => ({ version: VERSION, collaborations: { [id]: records } });
const refused = (value) => {
  try {
    checked(value);
  } catch (fault) {
    assert.ok(fault instanceof Refusal, String(fault));
    return fault.code;
  }
  return null;
};
const aside = (value) => checked(value).aside.map(({ path, value: found }) => [path.join(PATH), found]);
const SAMPLES = ["", "x", "2026-03-09", true, false, 0, 1, 3, [], ["a"], { a: 1 }, null, -1, 1.5, {}, "x".repeat(200_001)];

test("every field takes some values; one it does not take is set aside by itself, and the rest is read", () => {
  for (const field of Object.keys(FIELDS)) {
    const read = (value) => !aside(state({ a: { at: 1, [field]: value } })).length;
    const taken = SAMPLES.filter(read);
    assert.ok(taken.length > 0, `${field} takes nothing`);
    assert.ok(taken.length < SAMPLES.length, `${field} takes everything`);
    const wrong = SAMPLES.find((value) => !taken.includes(value));
    const other = field === "note" ? "who" : "note";
    const found = state({ a: { at: 1, [field]: wrong, [other]: "n" }, b: { at: 1, done: true } });
    assert.deepEqual(aside(found), [[`hold › a › ${field}`, wrong]]);
    const { a, b } = checked(found).state.collaborations.hold;
    assert.deepEqual([a[other], a[field], b.done], ["n", field === "at" ? 0 : undefined, true]);
  }
});

test("a field nobody knows is set aside, also one that every object has", () => {
  for (const field of ["ukendt", "constructor", "__proto__", "toString"]) {
    const record = JSON.parse(`{"at": 1, "${field}": "x"}`);
    assert.deepEqual(aside(state({ a: record })), [[`hold › a › ${field}`, "x"]]);
  }
});

test("keys and ids of another form are set aside with what they hold", () => {
  const record = { at: 1, note: "n" };
  for (const key of ["A", "a.b.c.d", "", "-a", "a b", `a${"b".repeat(60)}`, "constructor", `a.${"b".repeat(61)}`]) {
    assert.deepEqual(aside(state({ [key]: record })), [[`hold › ${key}`, record]]);
  }
  for (const id of ["Æ", "constructor", ""]) assert.deepEqual(aside(state({ a: record }, id)), [[id, { a: record }]]);
  for (const value of [null, [], "x", 1]) assert.deepEqual(aside(state({ a: value })), [["hold › a", value]]);
  for (const key of ["a.b-1.c", `a.${"b".repeat(60)}`]) assert.deepEqual(aside(state({ [key]: record })), []);
});

test("a state of a newer version says so, and what is none is a stranger", () => {
  assert.equal(refused({ version: VERSION + 1, collaborations: {} }), "nyere");
  for (const value of [null, 1, "x", [], {}, { version: VERSION }, { version: "1", collaborations: {} }]) {
    assert.equal(refused(value), "fremmed");
  }
});

test("a moment after 2099 does not count, since its clock is wrong and would win every merge; the words do", () => {
  const last = Date.UTC(2100, 0, 1);
  assert.equal(checked(state({ a: { at: last } })).state.collaborations.hold.a.at, last);
  const found = checked(state({ a: { at: last + 1, note: "n" } }));
  assert.deepEqual([found.state.collaborations.hold.a, found.aside.length], [{ at: 0, note: "n" }, 1]);
});

test("what is written must fit: it is said what does not, in which field, and how much it takes", () => {
  const refusal = (key, fields) => {
    try {
      fit(key, fields);
    } catch (fault) {
      return [fault.code, fault.field];
    }
    return null;
  };
  const { most } = FIELDS.note.limits;
  assert.equal(refusal("a", { note: "x".repeat(most), due: FIELDS.due.limits.greatest, done: null }), null);
  assert.deepEqual(refusal("a", { note: "x".repeat(most + 1) }), ["for-langt", "note"]);
  assert.deepEqual(refusal("a", { parties: Array.from({ length: 13 }, String) }), ["for-langt", "parties"]);
  for (const due of ["0027-03-09", "20266-03-01", "2100-01-01", "1999-12-31", "i morgen"]) {
    assert.deepEqual(refusal("a", { due }), ["dag", "due"]);
    if (/^\d{4}-/.test(due)) assert.deepEqual(aside(state({ a: { at: 1, due } })), [], "what is there is read");
  }
  assert.deepEqual(refusal("a", { ukendt: 1 }), ["felt", "ukendt"]);
  assert.deepEqual(refusal("a", { done: "x" }), ["felt", "done"]);
  for (const key of ["", "A", "constructor"]) assert.deepEqual(refusal(key, {}), ["noegle", ""]);
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
