// The same files on a page in a language that writes 0.5.
import assert from "node:assert/strict";
import { test } from "node:test";

document.documentElement.lang = "en-GB";
const { calendar, csv } = await import("../../../docs/assets/js/own/minutes.js");

test("an English spreadsheet parts its columns by commas", () => {
  assert.equal(csv([["a", "b"]]), '\uFEFF"a","b"\r\n');
});

test("the calendar says which language made it", () => {
  assert.match(calendar([], "n"), /PRODID:-\/\/proeve\/\/EN-GB\r\n/);
});
