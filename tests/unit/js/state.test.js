// What the leader's own material may hold, and how two states become one.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  FIELDS, KINDS, META, PATH, PRIVATE, Refusal, VERSION, alive, checked, empty, refusal, stateWords,
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
    const read = (value) => !aside(state({ a: { [field]: value } })).length;
    const taken = SAMPLES.filter(read);
    assert.ok(taken.length > 0, `${field} takes nothing`);
    assert.ok(taken.length < SAMPLES.length, `${field} takes everything`);
    const wrong = SAMPLES.find((value) => !taken.includes(value));
    const other = field === "note" ? "who" : "note";
    const found = state({ a: { [field]: wrong, [other]: "n" }, b: { done: true } });
    assert.deepEqual(aside(found), [[`hold › a › ${field}`, wrong]]);
    const { a, b } = checked(found).state.collaborations.hold;
    assert.deepEqual([a[other], a[field], b.done], ["n", undefined, true]);
  }
});

test("a field nobody knows is set aside, also one that every object has", () => {
  for (const field of ["ukendt", "constructor", "__proto__", "toString"]) {
    const record = JSON.parse(`{"${field}": "x"}`);
    assert.deepEqual(aside(state({ a: record })), [[`hold › a › ${field}`, "x"]]);
  }
});

test("keys and ids of another form are set aside with what they hold", () => {
  const record = { note: "n" };
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
  const found = (at) => {
    const { state: { collaborations: { hold: { a } } }, aside: left } = checked(state({ a: { note: "n", v: { note: [at, "x"] } } }));
    return [a.note, a.v.note[0], left.length];
  };
  assert.deepEqual(found(last), ["n", last, 0]);
  assert.deepEqual(found(last + 1), ["n", 0, 0]);
  const old = { version: 1, collaborations: { hold: { a: { at: last + 1, note: "n" } } } };
  assert.deepEqual([checked(old).state.collaborations.hold.a.note, aside(old)], ["n", [["hold › a › at", last + 1]]]);
});

test("what is said of a field's moment and author is read when it can be, and made when it cannot", () => {
  for (const bad of [null, [], [1], [1, "Æ"], ["1", "a"], [1, "a", 3], [1, "a", { b: "x" }], { 0: 1 }, "x"]) {
    const { state: { collaborations: { hold: { a } } }, aside: left } = checked(state({ a: { note: "n", v: { note: bad } } }));
    assert.deepEqual([a.note, a.v.note[0], left], ["n", 0, []], JSON.stringify(bad));
    assert.match(a.v.note[1], /^[a-z0-9]+$/);
  }
  const both = { note: [{ value: "m", v: [1, "c"] }] };
  const good = { note: "n", v: { note: [2, "a", { b: 1 }], who: [1, "b"], ukendt: [1, "a"] }, both };
  const { state: { collaborations: { hold: { a } } } } = checked(state({ a: good }));
  assert.deepEqual(a, { note: "n", v: { note: [2, "a", { b: 1 }], who: [1, "b"] }, both });
});

test("a text beside the one shown that cannot be read is set aside, and the others stay", () => {
  const good = { value: "m", v: [1, "c"] };
  for (const bad of [null, { value: 1, v: [1, "c"] }, { value: "x" }, "x"]) {
    const found = state({ a: { note: "n", v: { note: [2, "a"] }, both: { note: [good, bad], done: [good] } } });
    assert.deepEqual(checked(found).state.collaborations.hold.a.both, { note: [good] });
    assert.deepEqual(aside(found), [["hold › a › both › note", bad], ["hold › a › both › done", good]]);
  }
  assert.deepEqual(aside(state({ a: { note: "n", both: 3 } })), [["hold › a › both › ", 3]]);
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
  assert.deepEqual(refusal("a", { names: Array.from({ length: 13 }, String) }), ["for-langt", "names"]);
  for (const due of ["0027-03-09", "20266-03-01", "2100-01-01", "1999-12-31", "i morgen"]) {
    assert.deepEqual(refusal("a", { due }), ["dag", "due"]);
    if (/^\d{4}-/.test(due)) assert.deepEqual(aside(state({ a: { due } })), [], "what is there is read");
  }
  assert.deepEqual(refusal("a", { ukendt: 1 }), ["felt", "ukendt"]);
  assert.deepEqual(refusal("a", { done: "x" }), ["felt", "done"]);
  for (const key of ["", "A", "constructor"]) assert.deepEqual(refusal(key, {}), ["noegle", ""]);
});

test("a record is alive when it holds something the reader wrote", () => {
  for (const dead of [undefined, {}, { v: { note: [1, "a"] } }, { title: "t", text: "x", place: 1 }, { note: "" }, { done: false },
    { ids: [] }, { done: true, gone: true }]) assert.equal(alive(dead), false, JSON.stringify(dead));
  for (const living of [{ note: "x" }, { done: true }, { ids: ["a"] }, { values: { a: 1 } }, { round: 0 }, { note: "x", gone: true }]) {
    assert.equal(alive(living), true, JSON.stringify(living));
  }
});

test("whatever goes wrong with something that came in is a refusal", () => {
  assert.equal(refusal(new Refusal("nyere")).code, "nyere");
  for (const fault of [new TypeError("x"), undefined, "x"]) assert.equal(refusal(fault).code, "beskadiget");
});

test("what a link leaves out is of kinds there are", () => {
  for (const kind of [...PRIVATE, META]) assert.ok(KINDS.has(kind), kind);
  assert.deepEqual(empty(), { version: VERSION, collaborations: {} });
});

test("a state as text is that state again, and a record that is known already is the very same", () => {
  const records = { a: { note: "»n«\n\u2028", v: { note: [2, "a", { b: 1 }] } }, "b.p-1": { done: true, v: { done: [1, "a"] } } };
  const found = checked(state(records)).state;
  const whole = { ...found, cleared: 7 };
  assert.deepEqual(JSON.parse(stateWords(whole)), whole);
  assert.ok(stateWords(whole).startsWith(`{"version":${VERSION},`), "what is cut short is told by its version");
  const { state: again, aside: left } = checked(JSON.parse(stateWords(whole)), false, found);
  assert.deepEqual([again, left], [whole, []]);
  for (const key of ["a", "b.p-1"]) assert.equal(again.collaborations.hold[key], found.collaborations.hold[key]);
  const other = checked(state({ a: { note: "m" }, ["__proto__"]: {} }), false, found).state.collaborations.hold;
  assert.equal(other.a.note, "m");
  assert.equal(checked(JSON.parse('{"version":2,"collaborations":{"hold":{"__proto__":{}}}}'), false, found).aside.length, 1);
});
