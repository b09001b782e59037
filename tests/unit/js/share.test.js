// What travels as a file or a link comes back the same, and nothing else is let in.
import assert from "node:assert/strict";
import { test } from "node:test";
import { codeIn, fileText, fromFile, fromLink, link, packed, unpacked } from "../../../docs/assets/js/own/share.js";
import { MOST_CHARACTERS, VERSION } from "../../../docs/assets/js/own/state.js";

const PAGE = "https://example.org/et/sted/";
const LONGEST_LINK = 7_500; // what mail programs and chat tools carry whole: a promise, so it stands here as well
const STATE = { version: VERSION, collaborations: { hold: { a: { at: 1, note: "Æblegrød\n»ø« 😀" }, om: { at: 2, name: "Hold" } } } };
const code = (fault) => fault.code;

test("a state comes back from a file as it was, also with a byte order mark before it", () => {
  const words = fileText(STATE);
  assert.deepEqual(fromFile(words), { state: STATE, aside: [] });
  assert.deepEqual(fromFile(`\uFEFF${words}`).state, STATE);
  assert.match(JSON.parse(words).exported, /^\d{4}-\d\d-\d\d$/);
});

test("a file that is none of ours is refused, and why", () => {
  const files = {
    "ikke-json": "{", fremmed: JSON.stringify({ format: "andet", ...STATE }), nyere: fileText({ ...STATE, version: VERSION + 1 }),
    "for-stor": "x".repeat(MOST_CHARACTERS + 1),
  };
  for (const [why, words] of Object.entries(files)) assert.throws(() => fromFile(words), (fault) => code(fault) === why, why);
  for (const words of ["null", "1", "[]"]) assert.throws(() => fromFile(words), (fault) => code(fault) === "fremmed");
});

test("a state comes back from a link as it was, and the code has only signs that links keep", async () => {
  const address = await link(PAGE, "samarbejde", STATE);
  const found = codeIn(address, "samarbejde");
  assert.match(found, /^[\w-]+$/);
  assert.deepEqual((await fromLink(found)).state, STATE);
});

test("a code is found in a text by its name alone", () => {
  assert.equal(codeIn("se https://example.org/#svar=aB-_9, tak", "svar"), "aB-_9");
  assert.equal(codeIn("https://example.org/#samarbejde=aB", "svar"), "");
  assert.equal(codeIn("", "svar"), "");
});

test("a code that is damaged, or unpacks to more than there may be, is refused", async () => {
  const whole = await packed(STATE);
  for (const words of ["!", "abc", whole.slice(0, -8), whole.slice(8)]) {
    await assert.rejects(unpacked(words), (fault) => code(fault) === "beskadiget", words);
  }
  await assert.rejects(unpacked(await packed("x".repeat(MOST_CHARACTERS + 1))), (fault) => code(fault) === "for-stor");
  await assert.rejects(unpacked("x".repeat(MOST_CHARACTERS + 1)), (fault) => code(fault) === "for-stor");
});

test("a link that would be too long to travel whole is none", async () => {
  const { length } = await link(PAGE, "samarbejde", STATE);
  const fitting = (most) => `${PAGE}${"a".repeat(most - length)}`;
  assert.equal((await link(fitting(LONGEST_LINK), "samarbejde", STATE)).length, LONGEST_LINK);
  assert.equal(await link(fitting(LONGEST_LINK + 1), "samarbejde", STATE), "");
});
