// Two states become one: in whatever order, however often, and nothing anybody wrote is lost unseen.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { apply } from "../../../docs/assets/js/own/changes.js";
import { compare } from "../../../docs/assets/js/own/compare.js";
import { merge } from "../../../docs/assets/js/own/merge.js";
import { alive, isGone, textsOf } from "../../../docs/assets/js/own/record.js";
import { VERSION, checked, empty } from "../../../docs/assets/js/own/state.js";

const RUNS = { numRuns: 150, seed: 1 };
const KEYS = fc.constantFrom("a", "b");
const WORDS = fc.constantFrom("", "x", "y", "z", "æøå");
const FIELDS = fc.oneof(
  fc.record({ note: WORDS }), fc.record({ done: fc.boolean() }), fc.record({ who: WORDS, due: fc.constant("2027-01-05") }),
  fc.constant({ gone: true }), fc.constant({ note: null }),
);
const ACTS = fc.oneof(
  { weight: 3, arbitrary: fc.record({ tab: fc.nat(2), key: KEYS, fields: FIELDS, now: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ tab: fc.nat(2), from: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ tab: fc.nat(2), key: KEYS, choose: fc.nat(2), now: fc.nat(9) }) },
);
const record = (state, key) => state.collaborations.hold?.[key] ?? {};

/** Choose among the texts of a note, or nothing where there is only one. */
function chosen(state, { key, choose }) {
  const texts = textsOf(record(state, key), "note").map(({ value }) => value);
  if (texts.length < 2) return {};
  const value = texts[choose % texts.length];
  return { texts: { note: { drop: texts.filter((one) => one !== value), add: [{ value, author: "vaelger" }] } } };
}

/** What three tabs have after they wrote, chose and met; and of each text that was written whether somebody let it go. */
function lived(acts) {
  const tabs = [empty(), empty(), empty()];
  const [written, let_go] = [new Set(), new Set()];
  for (const act of acts) {
    const { tab, from, key, now } = act;
    if (from !== undefined) tabs[tab] = structuredClone(merge(tabs[tab], tabs[from]));
    else {
      const before = textsOf(record(tabs[tab], key), "note").map(({ value }) => `${key} ${value}`);
      apply(tabs[tab], { hold: { [key]: act.fields ?? chosen(tabs[tab], act) } }, { author: `t${tab}`, now });
      const after = textsOf(record(tabs[tab], key), "note").map(({ value }) => `${key} ${value}`);
      for (const text of after) written.add(text);
      for (const text of before) if (!after.includes(text)) let_go.add(text);
    }
  }
  return { tabs, written, let_go };
}

test("merging in any order, and again, gives the same", () => {
  fc.assert(fc.property(fc.array(ACTS, { maxLength: 30 }), (acts) => {
    const { tabs: [one, two, three] } = lived(acts);
    assert.deepEqual(merge(one, two), merge(two, one));
    assert.deepEqual(merge(merge(one, two), three), merge(one, merge(two, three)));
    assert.deepEqual(merge(one, one), one);
    const both = merge(one, two);
    assert.deepEqual(merge(both, two), both);
  }), RUNS);
});

test("a text that nobody let go who saw it stands when all have met", () => {
  fc.assert(fc.property(fc.array(ACTS, { maxLength: 30 }), (acts) => {
    const { tabs: [one, two, three], written, let_go } = lived(acts);
    const met = merge(merge(one, two), three);
    for (const text of written) {
      const [key, ...words] = text.split(" ");
      const stands = textsOf(record(met, key), "note").some(({ value }) => value === words.join(" "));
      assert.ok(stands || let_go.has(text), text);
      if (stands) assert.ok(alive(record(met, key)), "and is shown");
    }
  }), RUNS);
});

const PLAIN = { noNullPrototype: true };
const STAMP = fc.tuple(fc.nat(3), fc.constantFrom("p", "q"), fc.dictionary(fc.constantFrom("p", "q", "r"), fc.nat(4), PLAIN));
const RECORD = fc.record({
  done: fc.boolean(), note: WORDS, gone: fc.boolean(), lean: fc.integer({ min: 1, max: 5 }),
  v: fc.dictionary(fc.constantFrom("done", "note", "gone", "lean"), STAMP, PLAIN),
  both: fc.record({ note: fc.array(fc.record({ value: fc.constantFrom("x", "y"), v: STAMP }), { maxLength: 2 }) }),
}, { requiredKeys: ["v"] });

test("whatever somebody sent, merging it goes in any order, and again", () => {
  const states = fc.dictionary(KEYS, RECORD, PLAIN)
    .map((records) => checked({ version: VERSION, collaborations: { hold: records } }).state);
  fc.assert(fc.property(states, states, states, (one, two, three) => {
    assert.deepEqual(merge(one, two), merge(two, one));
    assert.deepEqual(merge(merge(one, two), three), merge(one, merge(two, three)));
    const both = merge(one, two);
    assert.deepEqual(merge(both, one), both);
  }), RUNS);
});

test("what is merged is read again as it was", () => {
  fc.assert(fc.property(fc.array(ACTS, { maxLength: 30 }), (acts) => {
    const { tabs: [one, two] } = lived(acts);
    const both = merge(one, two);
    assert.deepEqual(checked(JSON.parse(JSON.stringify(both))), { state: both, aside: [] });
  }), RUNS);
});

/** A state after changes, each by somebody at some moment. */
function made(...changes) {
  const state = empty();
  for (const [author, now, fields] of changes) apply(state, { hold: { a: fields } }, { author, now });
  return state;
}

test("a later tick leaves a colleague's note where it is, and of two ticks the last counts", () => {
  const one = made(["x", 1, { note: "n", done: true }]);
  const two = structuredClone(one);
  apply(one, { hold: { a: { note: "ny" } } }, { author: "x", now: 5 });
  apply(two, { hold: { a: { done: false } } }, { author: "y", now: 9 });
  const { note, done, both } = record(merge(one, two), "a");
  assert.deepEqual([note, done, both], ["ny", false, undefined]);
});

test("two texts written to one field unseen are both kept; one written by somebody who saw the other takes its place", () => {
  const met = merge(made(["x", 1, { note: "min" }]), made(["y", 2, { note: "din" }]));
  assert.deepEqual(textsOf(record(met, "a"), "note").map(({ value }) => value), ["din", "min"]);
  const seen = made(["x", 1, { note: "min" }]);
  apply(seen, { hold: { a: { note: "din" } } }, { author: "y", now: 2 });
  const after = record(merge(seen, made(["x", 1, { note: "min" }])), "a");
  assert.deepEqual([after.note, after.both, after.v.note], ["din", undefined, [2, "y", { x: 1 }]]);
});

test("a deleted record comes back when somebody wrote in it who did not know, and only then", () => {
  const one = made(["x", 1, { note: "n", what: "w" }]);
  const [gone, ticked, wrote] = [1, 2, 3].map(() => structuredClone(one));
  apply(gone, { hold: { a: { gone: true } } }, { author: "x", now: 5 });
  apply(ticked, { hold: { a: { done: true } } }, { author: "y", now: 9 });
  apply(wrote, { hold: { a: { note: "mere" } } }, { author: "y", now: 4 });
  assert.equal(isGone(record(merge(gone, one), "a")), true);
  assert.equal(isGone(record(merge(gone, ticked), "a")), true);
  const back = record(merge(gone, wrote), "a");
  assert.deepEqual([isGone(back), back.note], [false, "mere"]);
});

test("what taking a state in would do is told record by record, with what takes it back", () => {
  const mine = empty();
  apply(mine, { hold: { ens: { note: "x" }, min: { note: "min" }, din: { note: "gammel", who: "w" } } }, { author: "x", now: 1 });
  const theirs = structuredClone(mine);
  apply(mine, { hold: { min: { note: "nyere" } } }, { author: "x", now: 2 });
  apply(theirs, { hold: { din: { note: "ny" }, ny: { note: "n" }, tom: { note: "" } } }, { author: "y", now: 2 });
  const found = compare(mine, theirs);
  const keys = Object.fromEntries(Object.entries(found).map(([name, rows]) => [name, rows.map(({ key }) => key)]));
  assert.deepEqual(keys, { added: ["ny"], changed: ["din"], kept: ["min"], same: ["ens", "tom"] });
  const [{ after, back }] = found.changed;
  assert.equal(after.note, "ny");
  const taken = merge(mine, theirs);
  apply(taken, { hold: { din: back } }, { author: "x", now: 3 });
  assert.deepEqual([record(taken, "din").note, record(taken, "din").who], ["gammel", "w"]);
});
