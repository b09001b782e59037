// Agreements as text, as a spreadsheet and as calendar dates.
import { CATALOGUE, LANGUAGE } from "./catalogue.js";

// A spreadsheet that writes 0,5 parts its columns by semicolons.
const SEPARATOR = (0.5).toLocaleString(LANGUAGE).includes(",") ? ";" : ",";

/** A cell of a CSV file: quoted, and never read as a formula by a spreadsheet. */
function cell(words) {
  const safe = /^[=+\-@\t\r]/.test(words) ? `'${words}` : words;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** Rows of texts as CSV that Excel opens in the language of the page: its separator, CRLF and a byte order mark. */
export function csv(rows) {
  return `\uFEFF${rows.map((row) => row.map(cell).join(SEPARATOR)).join("\r\n")}\r\n`;
}

const escaped = (words) => words.replace(/[\\;,]/g, (char) => `\\${char}`).replace(/\r?\n/g, "\\n");
const stamp = (moment) => new Date(moment).toISOString().replace(/[-:]|\.\d+/g, "");

/** A line of a calendar file, folded at 75 octets as RFC 5545 asks, never inside a character. */
function folded(line) {
  const encoder = new TextEncoder();
  let [made, length] = ["", 0];
  for (const char of line) {
    const size = encoder.encode(char).length;
    if (length + size > 75) [made, length] = [`${made}\r\n `, 1];
    made += char;
    length += size;
  }
  return made;
}

/** Agreements with a date as an iCalendar file of whole-day events: [{id, what, who, due}]. */
export function calendar(agreements, name, now = Date.now()) {
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//${CATALOGUE}//${LANGUAGE.toUpperCase()}`, "CALSCALE:GREGORIAN"];
  for (const { id, what, who, due } of agreements.filter((one) => one.due)) {
    lines.push("BEGIN:VEVENT", `UID:${id}@${CATALOGUE}`, `DTSTAMP:${stamp(now)}`, `DTSTART;VALUE=DATE:${due.replaceAll("-", "")}`);
    lines.push(`SUMMARY:${escaped(who ? `${what} (${who})` : what)}`, `DESCRIPTION:${escaped(name)}`, "TRANSP:TRANSPARENT", "END:VEVENT");
  }
  return `${[...lines, "END:VCALENDAR"].map(folded).join("\r\n")}\r\n`;
}
