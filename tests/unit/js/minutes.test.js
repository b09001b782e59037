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
  for (const sign of ["=", "+", "-", "@", "\t", "\r"]) assert.ok(csv([[`${sign}1`]]).includes(`"'${sign}1"`), sign);
  assert.ok(csv([["1=1"]]).includes('"1=1"'));
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
