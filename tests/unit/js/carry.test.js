// What travels in a link comes back the same, old codes too, and nothing else is let in.
import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { AGREED } from "../../../docs/assets/js/own/agreed.js";
import { fromLink, link, packed, unpacked } from "../../../docs/assets/js/own/carry.js";
import { bytesOf, textsOf } from "../../../docs/assets/js/own/letters.js";
import { VERSION } from "../../../docs/assets/js/own/state.js";
import { fingerprint } from "../../../docs/assets/js/own/words.js";

const PAGE = "https://example.org/et/sted/";
const LONGEST_LINK = 7_500; // what mail programs and chat tools carry whole: a promise, so it stands here as well
const WORDS = "Æblegrød\n»ø« – 😀 “Żółć” \0\u0001\u0085 \uD83D";
const STATE = { version: VERSION, collaborations: { hold: { a: { at: 1, note: WORDS }, om: { at: 2, name: "Hold" } } } };
const code = (fault) => fault.code;
const old = (text) => deflateRawSync(text).toString("base64url"); // as former versions packed

test("a state comes back from a link as it was, and the code has only signs that links keep", async () => {
  const address = link(PAGE, "samarbejde", await packed(STATE));
  const [, found] = address.split("#samarbejde=");
  assert.match(found, /^[\w-]+$/);
  assert.deepEqual(await unpacked(found), STATE);
});

test("every text comes back from its bytes as it was, one byte for a letter of ours", () => {
  for (const texts of [[WORDS], ["", "a", ""], [String.fromCharCode(...Array(3_000).keys())], [""], ["—–€œ"]]) {
    assert.deepEqual(textsOf(bytesOf(texts)), texts);
  }
  assert.equal(bytesOf(["På tværs – »Østerbro«"]).length, 21);
});

test("a code that a former version made is read", async () => {
  assert.deepEqual(await unpacked(old(JSON.stringify(STATE.collaborations.hold.om))), { at: 2, name: "Hold" });
  assert.deepEqual(await unpacked(old('"æ – 😀"')), "æ – 😀");
});

test("the words that both ends know are those that links were made with", () => {
  assert.equal(fingerprint(AGREED), "g7awiv1jcng09");
  assert.match(AGREED, /^[^\n]+ $/);
  assert.deepEqual(bytesOf([AGREED]).length, AGREED.length);
});

test("a code that is damaged in any one place, or cut, is refused", async () => {
  const whole = await packed(STATE);
  for (const words of ["!", "abc", whole.slice(0, -8), whole.slice(8), old("{"), old('{"a":1}').slice(0, -3)]) {
    await assert.rejects(unpacked(words), (fault) => code(fault) === "beskadiget", words);
  }
  for (let place = 0; place < whole.length; place += 1) {
    const other = whole[place] === "k" ? "Z" : "k";
    await assert.rejects(unpacked(whole.slice(0, place) + other + whole.slice(place + 1)), undefined, String(place));
  }
});

test("a code of a later version is told as such", async () => {
  const bytes = Buffer.from(await packed(1), "base64url");
  bytes[0] = 22;
  await assert.rejects(unpacked(bytes.toString("base64url")), (fault) => code(fault) === "nyere");
});

test("a code that is too long, or unpacks to more than there may be, is refused before it is unpacked whole", async () => {
  const bomb = old(" ".repeat(60_000_000));
  assert.ok(bomb.length < 100_000);
  for (const words of [bomb, "x".repeat(100_001), await packed("x".repeat(1_000_001))]) {
    await assert.rejects(unpacked(words), (fault) => code(fault) === "for-stor");
  }
});

test("a link that would be too long to travel whole is none", async () => {
  const { length } = link(PAGE, "samarbejde", await packed(STATE));
  const fitting = (most) => `${PAGE}${"a".repeat(most - length)}`;
  assert.equal(link(fitting(LONGEST_LINK), "samarbejde", await packed(STATE)).length, LONGEST_LINK);
  assert.equal(link(fitting(LONGEST_LINK + 1), "samarbejde", await packed(STATE)), "");
});

test("what a link holds is checked as everything that comes in", async () => {
  await assert.rejects(fromLink(await packed({ version: VERSION + 1, collaborations: {} })), (fault) => code(fault) === "nyere");
  for (const odd of [null, [], 1, "x", { collaborations: [] }]) {
    await assert.rejects(fromLink(await packed(odd)), (fault) => code(fault) === "fremmed");
  }
});
