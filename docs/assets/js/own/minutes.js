// Agreements as text, as a spreadsheet and as calendar dates.
import { CATALOGUE, LANGUAGE } from "./catalogue.js";

// A spreadsheet that writes 0,5 parts its columns by semicolons.
const SEPARATOR = (0.5).toLocaleString(LANGUAGE).includes(",") ? ";" : ",";
const LONGEST_LINE = 75; // octets, as RFC 5545 asks

/** What a spreadsheet may begin a formula at, in any width, also after signs that are not seen. */
const FORMULA = /^[\s\p{C}]*[=+\-@＝＋－＠﹦﹢﹣﹫]|^[\t\r\n]/u;

/**
 * A cell of a CSV file: quoted, and never read as a formula by a spreadsheet.
 * @param {string} words
 */
function cell(words) {
  const safe = FORMULA.test(words) ? `'${words}` : words;
  return `"${safe.replaceAll('"', '""')}"`;
}

/**
 * Rows of texts as CSV that Excel opens in the language of the page: its separator, CRLF and a byte order mark.
 * @param {string[][]} rows
 */
export function csv(rows) {
  return `\uFEFF${rows.map((row) => row.map(cell).join(SEPARATOR)).join("\r\n")}\r\n`;
}

/** Whatever some reader of calendars takes for the end of a line, and what none may hold. */
const [LINE_END, UNSEEN] = [/\r\n?|[\n\v\f\u0085\u2028\u2029]/g, /(?!\t)\p{Cc}/gu];
/** @param {string} words */
const escaped = (words) =>
  words.replace(/[\\;,]/g, (char) => `\\${char}`).replace(LINE_END, "\\n").replace(UNSEEN, "");
/** @param {number} moment */
const stamp = (moment) => new Date(moment).toISOString().replace(/[-:]|\.\d+/g, "");

/**
 * A line of a calendar file, folded as RFC 5545 asks, never inside a character.
 * @param {string} line
 */
function folded(line) {
  const encoder = new TextEncoder();
  let [made, length] = ["", 0];
  for (const char of line) {
    const size = encoder.encode(char).length;
    if (length + size > LONGEST_LINE) [made, length] = [`${made}\r\n `, 1];
    made += char;
    length += size;
  }
  return made;
}

/**
 * Agreements with a date as an iCalendar file of whole-day events.
 * @param {{id: string, what: string, who: string, due: string}[]} agreements @param {string} name
 */
export function calendar(agreements, name, now = Date.now()) {
  const programme = `-//${CATALOGUE}//${LANGUAGE.toUpperCase()}`;
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:${programme}`, "CALSCALE:GREGORIAN"];
  for (const { id, what, who, due } of agreements.filter((one) => one.due)) {
    const day = due.replaceAll("-", "");
    lines.push(
      "BEGIN:VEVENT", `UID:${id}@${CATALOGUE}`, `DTSTAMP:${stamp(now)}`, `DTSTART;VALUE=DATE:${day}`,
      `SUMMARY:${escaped(who ? `${what} (${who})` : what)}`, `DESCRIPTION:${escaped(name)}`, "TRANSP:TRANSPARENT",
      "END:VEVENT",
    );
  }
  return `${[...lines, "END:VCALENDAR"].map(folded).join("\r\n")}\r\n`;
}
