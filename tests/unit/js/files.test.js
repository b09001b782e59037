// What is saved as a file comes back the same, whatever program saved it again, and nothing else is let in.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileText } from "../../../docs/assets/js/own/files.js";
import { fromFile, read, wordsOf } from "../../../docs/assets/js/own/reading.js";
import { VERSION } from "../../../docs/assets/js/own/state.js";

const STATE = { version: VERSION, collaborations: { hold: {
  a: { note: "Æblegrød\n»ø« 😀", v: { note: [1, "a"] } }, om: { name: "Hold", v: { name: [2, "a"] } },
} } };
const code = (fault) => fault.code;
const bytes = (buffer) => Uint8Array.from(buffer).buffer;

test("a state comes back from a file as it was, also with a byte order mark before it", () => {
  const words = fileText(STATE);
  assert.deepEqual(fromFile(words), { state: STATE, aside: [] });
  assert.deepEqual(fromFile(`\uFEFF${words}`).state, STATE);
  assert.match(JSON.parse(words).exported, /^\d{4}-\d\d-\d\d$/);
});

test("a file that is none of ours is refused, and why", () => {
  const [foreign, newer] = [JSON.stringify({ format: "andet", ...STATE }), fileText({ ...STATE, version: VERSION + 1 })];
  const files = { "ikke-json": "{", fremmed: foreign, nyere: newer };
  for (const [why, words] of Object.entries(files)) assert.throws(() => fromFile(words), (fault) => code(fault) === why, why);
  for (const words of ["null", "1", "[]", "{}"]) assert.throws(() => fromFile(words), (fault) => code(fault) === "fremmed");
});

test("what was set aside as it stood in the browser is taken in too", () => {
  assert.deepEqual(fromFile(JSON.stringify(STATE)).state, STATE);
});

test("a file as large as any browser keeps is read", async () => {
  const note = "æ".repeat(20_000);
  const records = Object.fromEntries(Array.from({ length: 250 }, (_, n) => [`p-${n}`, { note, v: { note: [1, "a"] } }]));
  const words = fileText({ version: VERSION, collaborations: { hold: records } });
  assert.ok(words.length > 5_000_000);
  assert.deepEqual(fromFile(await read(new File([words], "stor.json"))).state.collaborations.hold, records);
});

test("a file is read as it was written: UTF-8, UTF-16 with and without its mark, and what old programs on Windows write", () => {
  const words = '{"note": "Æblegrød på Ærø – »ja«"}';
  const old = { "–": 0x96 };
  const ways = {
    utf8: Buffer.from(words), "utf8 with mark": Buffer.from(`\uFEFF${words}`), utf16: Buffer.from(words, "utf16le"),
    "utf16 with mark": Buffer.from(`\uFEFF${words}`, "utf16le"), "utf16 the other way": Buffer.from(`\uFEFF${words}`, "utf16le").swap16(),
    "the other way, no mark": Buffer.from(words, "utf16le").swap16(), windows: [...words].map((sign) => old[sign] ?? sign.charCodeAt(0)),
  };
  for (const [way, buffer] of Object.entries(ways)) assert.equal(wordsOf(bytes(buffer)), words, way);
});

test("a file that is larger than it may be, or cannot be read, is told by its name", async () => {
  await assert.rejects(read(new File(["x".repeat(11)], "a.txt"), 10), (fault) => code(fault) === "fil-for-stor" && fault.place === "a.txt");
  const gone = { size: 1, name: "b.txt", arrayBuffer: () => Promise.reject(new DOMException("", "NotReadableError")) };
  await assert.rejects(read(gone), (fault) => code(fault) === "fil-laeses-ikke" && fault.place === "b.txt");
});
