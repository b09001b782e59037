// What taking something in would bring is told as what it is.
import assert from "node:assert/strict";
import { test } from "node:test";
import { newsOf, parted, tally } from "../../../docs/assets/js/own/news.js";

const ANNA = "anna";
const BO = "bo";
const note = (value, author, at, others = []) => (
  { note: value, v: { note: [at, author] }, ...(others.length && { both: { note: others } }) }
);
const tick = (done, at) => ({ done, v: { done: [at, ANNA] } });
const other = { value: "Per", v: [2, BO] };

test("each row is told as what it brings", () => {
  const rows = {
    note: { key: "punkt", after: note("n", ANNA, 1) },
    "omskrevet": { key: "punkt.p-1", before: note("n", ANNA, 1), after: note("m", ANNA, 2) },
    flueben: { key: "punkt", before: tick(false, 1), after: tick(true, 2) },
    "fjernet": { key: "punkt", before: tick(true, 1), after: tick(false, 2) },
    aftale: { key: "aftale.a-1", after: { what: "Ring", done: false, v: { what: [1, ANNA] } } },
    "omaftalt": { key: "aftale.a-1", before: { what: "Ring", who: "Bo" }, after: { what: "Ring", who: "Ida" } },
    begge: { key: "punkt", before: note("Bo", ANNA, 1), after: note("Bo", ANNA, 1, [other]) },
    slettet: { key: "aftale.a-1", before: { what: "Ring" }, after: { gone: true, v: { gone: [3, BO] } } },
    oplysning: { key: "om", before: { name: "A" }, after: { name: "B" } },
    andet: { key: "haelder.x", after: { lean: 3, v: { lean: [1, ANNA] } } },
  };
  for (const [kind, row] of Object.entries(rows)) assert.deepEqual(newsOf(row), [kind], kind);
  assert.deepEqual(newsOf({ key: "part.p-1", after: { name: "Ribe" } }), ["oplysning"]);
  assert.deepEqual(newsOf({ key: "aftale.a-1", before: { what: "Ring" }, after: { what: "Ring", done: true } }), ["flueben"]);
});

test("a row may bring several things", () => {
  assert.deepEqual(newsOf({ key: "punkt", after: { ...note("n", ANNA, 1), done: true } }), ["note", "flueben"]);
  const after = { ...note("Bo", ANNA, 1, [other]), done: true };
  assert.deepEqual(newsOf({ key: "punkt", before: note("Bo", ANNA, 1), after }), ["begge", "flueben"]);
});

test("where both had written already is no news, and the same text twice is one", () => {
  const before = note("Bo", ANNA, 1, [other]);
  assert.deepEqual(parted(before, before), []);
  assert.deepEqual(parted(note("Per", ANNA, 1, [other])), []);
  assert.deepEqual(parted(before), ["note"]);
});

test("things are counted by kind, and details of a collaboration as one", () => {
  const rows = [
    { key: "om", after: { name: "A" } }, { key: "part.p-1", after: { name: "B" } }, { key: "a", after: note("n", ANNA, 1) },
    { key: "b", after: tick(true, 1) }, { key: "c", after: { ...tick(true, 1), ...note("m", BO, 2) } },
  ];
  assert.deepEqual(tally(rows), [["note", 2], ["flueben", 2], ["oplysning", 1]]);
  assert.deepEqual(tally([]), []);
});
