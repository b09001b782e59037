// Agreements as files that other programs read.
import assert from "node:assert/strict";
import { test } from "node:test";
import { calendar, csv } from "../../../docs/assets/js/own/minutes.js";

const encoder = new TextEncoder();
const unfolded = (words) => words.replace(/\r\n /g, "").split("\r\n").slice(0, -1);
const agreement = { id: "aftale.a-1", what: "Mødes, igen; \\ snart", who: "Åse", due: "2026-12-24" };

test("a Danish spreadsheet parts its columns by semicolons, and is known to be UTF-8", () => {
  assert.equal(csv([["a", "b"], ["c;d", 'e"f']]), '\uFEFF"a";"b"\r\n"c;d";"e""f"\r\n');
});

test("no cell is read as a formula", () => {
  const signs = ["=", "+", "-", "@", "\t", "\r", " =", "＝", "\n", "\n=", "\u00A0-", "\u200B@", "\u0000=", "﹦", "\uFEFF＋"];
  for (const sign of signs) assert.ok(csv([[`${sign}1`]]).includes(`"'${sign}1"`), JSON.stringify(sign));
  for (const words of ["1=1", "", " ", "a-b", " (1+1)"]) assert.ok(csv([[words]]).includes(`"${words}"`), words);
});

test("an agreement with a date is a whole day in a calendar; one without is left out", () => {
  const lines = unfolded(calendar([agreement, { ...agreement, id: "b", due: "" }], "Hold; et", 0));
  assert.deepEqual(lines, [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//proeve//DA", "CALSCALE:GREGORIAN", "BEGIN:VEVENT",
    "UID:aftale.a-1@proeve", "DTSTAMP:19700101T000000Z", "DTSTART;VALUE=DATE:20261224",
    "SUMMARY:Mødes\\, igen\\; \\\\ snart (Åse)", "DESCRIPTION:Hold\\; et", "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR",
  ]);
});

test("no line of a calendar is longer than 75 octets, no character is parted, and nothing is lost", () => {
  for (const what of ["æ".repeat(200), "😀".repeat(60), "a".repeat(75), "to\nlinjer", "x"]) {
    const words = calendar([{ ...agreement, what, who: "" }], "n");
    for (const line of words.split("\r\n")) assert.ok(encoder.encode(line).length <= 75, line);
    assert.ok(unfolded(words).includes(`SUMMARY:${what.replace("\n", "\\n")}`));
    assert.ok(!words.includes("\uFFFD"));
  }
});

test("no text begins a line of its own in a calendar, however lines are told there", () => {
  for (const end of ["\r", "\n", "\r\n", "\v", "\f", "\u0085", "\u2028", "\u2029"]) {
    const words = calendar([{ ...agreement, what: `a${end}BEGIN:VEVENT`, who: `b${end}c` }], `d${end}e`, 0);
    assert.deepEqual(unfolded(words).length, 13, JSON.stringify(end));
    assert.ok(unfolded(words).includes("SUMMARY:a\\nBEGIN:VEVENT (b\\nc)"));
    assert.equal(words.replaceAll("\r\n", "").match(/[\r\n\v\f\u0085\u2028\u2029]/), null);
  }
  assert.ok(unfolded(calendar([{ ...agreement, what: "a\u0000\u0007b\tc", who: "" }], "d", 0)).includes("SUMMARY:ab\tc"));
});
