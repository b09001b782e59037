// Leaders' answers as they travel, and where they differ.
import assert from "node:assert/strict";
import { test } from "node:test";
import { answerIn, difference } from "../../../docs/assets/js/own/differences.js";

const sent = { version: 1, tool: "trappe", answer: "s-1", name: "Ida", values: { a: 2, b: 5 } };
const taken = (value) => {
  try {
    return answerIn(value, "trappe", ["a", "b"], 5);
  } catch (fault) {
    return fault.code;
  }
};

test("an answer is taken as it was sent, without what nobody asked for", () => {
  assert.deepEqual(taken({ ...sent, extra: 1, values: { ...sent.values, c: 9 } }), { answer: "s-1", name: "Ida", values: { a: 2, b: 5 } });
});

test("an answer to another exercise, of a newer version or of another form is refused", () => {
  assert.equal(taken({ ...sent, tool: "andet" }), "andet");
  assert.equal(taken({ ...sent, version: 2 }), "nyere");
  for (const wrong of [null, 1, {}, { ...sent, tool: 1 }, { ...sent, values: null }, { ...sent, answer: "A" }, { ...sent, name: 1 },
    { ...sent, name: "x".repeat(81) }, { ...sent, values: { a: 2 } }, { ...sent, values: { a: 0, b: 1 } },
    { ...sent, values: { a: 6, b: 1 } }, { ...sent, values: { a: 1.5, b: 1 } }]) assert.equal(taken(wrong), "beskadiget");
});

test("where answers differ, the ends and who stands there are told", () => {
  const given = [["Ida", 1], ["Bo", 4], ["Eva", 4]].map(([name, a]) => ({ key: name, name, answer: name, values: { a } }));
  const { low, high, range, lowest, highest, variance } = difference("a", given);
  assert.deepEqual([low, high, range, lowest, highest, variance], [1, 4, 3, "Ida", "Bo, Eva", 6]);
});
