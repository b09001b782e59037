// What a group takes with it of what it agreed: minutes, a spreadsheet and calendar dates. Fetched when it asks for one.
import { download } from "./address.js";
import { calendar, csv } from "./minutes.js";
import { joined } from "./page.js";
import { fileName, today, written } from "./words.js";

/** @typedef {import("../elements/agreements.js").default} Agreements  holds the words, the agreements and the store */

/**
 * The minutes: who met, what was agreed, and what was written on this page.
 * @param {Agreements} host
 */
export function minutes(host) {
  const parties = host.store.parties().map(({ name }) => name);
  const lines = [host.say("overskrift", { navn: host.group }), written(today())];
  if (parties.length) lines.push(host.say("parter", { x: parties.join(", ") }));
  lines.push("", host.say("aftaler"));
  for (const { what, who, due, done } of host.agreements) {
    lines.push(`${done ? "[x]" : "[ ]"} ${joined([what, who, host.by(due)], " – ")}`);
  }
  const noted = notes(host);
  return [...lines, ...(noted.length ? ["", host.say("noter"), ...noted] : [])].join("\n");
}

/** @param {Agreements} host What was written on this page, a line a note. */
function notes(host) {
  const here = host.store.records().filter(([key]) => document.getElementById(key.split(".")[0]));
  return here.filter(([, { note, title }]) => note && title)
    .map(([key, { title, note }]) => `${title}${party(host, key)}: ${note}`);
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
  download(`${fileOf(host)}.ics`, calendar(host.agreements, host.group), "text/calendar");
}

/** @param {Agreements} host */
export function spreadsheet(host) {
  const rows = host.agreements.map(({ what, who, due, done }) => [what, who, due, host.say(done ? "ja" : "nej")]);
  download(`${fileOf(host)}.csv`, csv([host.say("kolonner").split("|"), ...rows]), "text/csv");
}
