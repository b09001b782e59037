// Links of ours are found in whatever was pasted, and each true fault is told once.
import assert from "node:assert/strict";
import { test } from "node:test";
import { packed, unpacked } from "../../../docs/assets/js/own/carry.js";
import { brings } from "../../../docs/assets/js/own/address.js";
import { readAll } from "../../../docs/assets/js/own/pasted.js";
import { Refusal } from "../../../docs/assets/js/own/state.js";

const PAGE = "https://eksempel.dk/katalog/vaerktoejer/trappe/";
const VALUES = ["Bo", "Dorthe æøå – »ja«", "x".repeat(900) + Math.PI].map((name) => ({ version: 1, name, note: name.repeat(2) }));
const CODES = await Promise.all(VALUES.map(packed));
const [CODE] = CODES;
const link = (code, name = "svar") => `${PAGE}#${name}=${code}`;
const told = async (text, name = "svar") => {
  const { values, faults } = await readAll(text, name, unpacked);
  return { values, faults: faults.map(({ code }) => code) };
};
const whole = { values: [VALUES[0]], faults: [] };
const SAFE = "https://eur03.safelinks.protection.outlook.com/?url=";
const outlook = (address) => `${SAFE}${encodeURIComponent(address)}&data=05%7C02%7C&reserved=0`;
const wrapped = (words, length, between) => words.replace(new RegExp(`.{${length}}(?=.)`, "g"), `$&${between}`);

test("a link is understood as mail programs and people leave it", async () => {
  const ways = {
    plain: link(CODE), "in a sentence": `Se her: ${link(CODE)}. Hilsen Bo`, brackets: `<${link(CODE)}>`,
    "round brackets": `(${link(CODE)})`, comma: `${link(CODE)}, tak`, "in quotes": `»${link(CODE)}«`,
    markdown: `[svar](${link(CODE)}) og _${link(CODE)}_`, "# as %23": link(CODE).replace("#", "%23"),
    "# as %2523": link(CODE).replace("#", "%2523").replace("=", "%253D"), outlook: outlook(link(CODE)),
    "outlook twice": outlook(outlook(link(CODE))), html: `<a href="${link(CODE)}">${link(CODE)}</a>`,
    twice: `${link(CODE)}\n${link(CODE)}`, "fragment alone": `#svar=${CODE}`, "code alone": CODE,
    "= as %3D": link(CODE).replace("=", "%3D"), "big letters": link(CODE).replace("#svar", "%23SVAR"),
    "quoted-printable": wrapped(link(CODE).replace("=", "=3D"), 30, "=\r\n"),
    "wrapped after =": link(CODE).replace("=", "=\n"),
  };
  for (const [way, text] of Object.entries(ways)) assert.deepEqual(await told(text), whole, way);
});

test("a link wrapped over lines, quoted and indented is put together", async () => {
  for (const [index, code] of CODES.entries()) {
    for (const between of ["\n", "\r\n", "\n> ", "\n>> ", "\n    ", " ", "\u00AD", "\u200B", "\u2060", "%0A", "%20"]) {
      for (const length of [20, 76]) {
        const text = `Kære Ida\n\n${wrapped(link(code), length, between)}\n\nHilsen Bo`;
        const found = between.startsWith("%") ? `#svar=${wrapped(code, length, between)}` : text;
        assert.deepEqual(await told(found), { values: [VALUES[index]], faults: [] }, `${JSON.stringify(between)} ${length}`);
      }
    }
  }
});

test("a whole mail with several links gives each of them, and one message for each that is damaged", async () => {
  const mail = `Fra: Bo\nEmne: svar\n\n${link(CODES[0])}\n\n-- \nFra: Ida\n${outlook(link(CODES[1]))}\n\n${link(CODES[2].slice(0, -9))}\n`;
  assert.deepEqual(await told(mail), { values: VALUES.slice(0, 2), faults: ["beskadiget"] });
});

test("what is no link, cut, empty or for another place is told as what it is", async () => {
  const faults = {
    "intet-link": ["", "Kære alle, her er svarene fra os i Ribe", "en-ganske-almindelig-saetning-med-bindestreger og mere"],
    tomt: ["#svar=", link(""), `${link("")} Hilsen Bo!`.replace(" Hilsen Bo", ".")],
    beskadiget: [link("q1ZKzs"), link(CODE.slice(0, -6)), link(`${CODE.slice(0, 9)}A${CODE.slice(10)}`), "q1ZKzsetenkeltlangtordher"],
    "andet-sted": [link(CODE, "samarbejde"), link(CODE, "haefte")],
    "for-stor": ["x".repeat(400_001), link("A".repeat(200_000))],
  };
  for (const [why, texts] of Object.entries(faults)) {
    for (const text of texts) assert.deepEqual(await told(text), { values: [], faults: [why] }, text.slice(0, 60));
  }
});

test("what can be read and is refused is told as why, and not as damage", async () => {
  const { faults } = await readAll(link(CODE), "svar", async () => { throw new Refusal("nyere"); });
  assert.deepEqual(faults.map(({ code }) => code), ["nyere"]);
});

test("a text that is made to take long is given up", async () => {
  const pieces = `#svar=${"AAAA ".repeat(50_000)}`;
  assert.deepEqual((await told(pieces)).values, []);
  assert.ok((await told("#svar=q1ZK ".repeat(30_000))).faults.length <= 100);
});

test("an address is known to have brought something, however its signs are written", () => {
  for (const hash of ["#svar=", "#svar=abc", "#svar%3Dabc"]) assert.ok(brings(hash, "svar"), hash);
  for (const hash of ["", "#afsnit", "#samarbejde=abc"]) assert.ok(!brings(hash, "svar"), hash);
});
