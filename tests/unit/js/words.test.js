// Small texts made from the reader's own material.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileName, fingerprint, freshId, slug, today, written } from "../../../docs/assets/js/own/words.js";

test("a fingerprint is what it was: readers have it in what they kept", () => {
  assert.equal(fingerprint("Er målet klart for alle?"), "th49jxo7t7nj");
  assert.equal(fingerprint(""), "ztntfp9zloz");
});

test("a fingerprint changes with the words, and not with the space between them", () => {
  assert.equal(fingerprint("to  ord\n"), fingerprint("to ord"));
  assert.notEqual(fingerprint("to ord"), fingerprint("ord to"));
  for (const words of ["", "x", "æ".repeat(5_000), "😀"]) assert.match(fingerprint(words), /^[0-9a-z]{1,16}$/);
});

test("an id begins with its kind, fits a key and is nobody else's", () => {
  const made = new Set(Array.from({ length: 500 }, () => freshId("a")));
  assert.equal(made.size, 500);
  for (const id of made) assert.match(id, /^a-[0-9a-z]{1,20}$/);
});

test("today is the reader's day, in two figures each", () => {
  assert.equal(today(new Date(2026, 2, 9, 0, 1)), "2026-03-09");
  assert.equal(today(new Date(2026, 11, 31, 23, 59)), "2026-12-31");
});

test("a date is written in the language of the page, and nothing for none", () => {
  assert.equal(written("2026-03-09"), "9. marts 2026");
  assert.equal(written("2026-03-09", "en-GB"), "9 March 2026");
  assert.equal(written(""), "");
  assert.equal(written(undefined), "");
});

test("a title becomes small letters, and a file always has a name", () => {
  assert.equal(slug("Ældre & Øvrige: på tværs!", 60), "aeldre-oevrige-paa-tvaers");
  assert.equal(slug("ab cd", 3), "ab");
  assert.equal(fileName("»…«"), "proeve");
  assert.ok(fileName("x ".repeat(100)).length <= 60);
});
