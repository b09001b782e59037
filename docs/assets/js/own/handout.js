// What a group takes with it of what it agreed: minutes, a spreadsheet and calendar dates. Fetched when it asks for one.
import { download } from "./address.js";
import { calendar, csv } from "./minutes.js";
import { joined } from "./page.js";
import { fileName, today, written } from "./words.js";

/** @typedef {import("../elements/agreements.js").default} Agreements  holds the words, the agreements and the store */

/** @param {Agreements} host @param {string} key @param {string} field Every text that stands in a field: none is left out. */
const all = ({ store }, key, field) => store.texts(key, field).map(({ value }) => value).join(" / ");
/** @param {Agreements} host */
const agreed = (host) =>
  host.agreements.map((one) => ({ ...one, what: all(host, one.id, "what"), who: all(host, one.id, "who") }));

/**
 * The minutes: who met, what was agreed, and what was written on this page.
 * @param {Agreements} host
 */
export function minutes(host) {
  const parties = host.store.parties().map(({ name }) => name);
  const lines = [host.say("overskrift", { navn: host.group }), written(today())];
  if (parties.length) lines.push(host.say("parter", { x: parties.join(", ") }));
  lines.push("", host.say("aftaler"));
  for (const { what, who, due, done } of agreed(host)) {
    lines.push(`${done ? "[x]" : "[ ]"} ${joined([what, who, host.by(due)], " – ")}`);
  }
  const noted = notes(host);
  return [...lines, ...(noted.length ? ["", host.say("noter"), ...noted] : [])].join("\n");
}

/** @param {Agreements} host What was written on this page, a line a note. */
function notes(host) {
  const here = host.store.records().filter(([key]) => document.getElementById(key.split(".")[0]));
  return here.filter(([, { note, title }]) => note && title)
    .map(([key, { title }]) => `${title}${party(host, key)}: ${all(host, key, "note")}`);
}

/** @param {Agreements} host @param {string} key */
function party(host, key) {
  const party = host.store.partyOf(key);
  return party ? ` (${host.store.partyName(party, host.say("forhenvaerende"))})` : "";
}

/** @param {Agreements} host What the files are called, without an ending. */
const fileOf = (host) => host.say("fil", { navn: fileName(host.group) });

/** @param {Agreements} host */
export function dates(host) {
  download(`${fileOf(host)}.ics`, calendar(agreed(host), host.group), "text/calendar");
}

/** @param {Agreements} host */
export function spreadsheet(host) {
  const rows = agreed(host).map(({ what, who, due, done }) => [what, who, due, host.say(done ? "ja" : "nej")]);
  download(`${fileOf(host)}.csv`, csv([host.say("kolonner").split("|"), ...rows]), "text/csv");
}
