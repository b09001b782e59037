// The search ranks an invented catalogue as a reader expects.
import assert from "node:assert/strict";
import { test } from "node:test";
import { engine } from "../../../docs/assets/js/search/engine.js";

const ENTRIES = [ // [title, keywords, text, rest, kind, page, anchor]
  ["Tillid på tværs", "tryghed\ttro på hinanden", "Uden tillid går alt i stå. Den vokser langsomt.", "moed lederskab", 0, 0, ""],
  ["Mål", "", "Et mål, som alle kender, giver tillid.", "retning", 1, 0, "maal"],
  ["Mål og midler", "", "Hvad vi vil, og hvad det koster.", "", 1, 0, "midler"],
  ["Fælles økonomi", "budget", "Pengene følger borgeren.", "", 1, 0, "oekonomi"],
  ["Ledelse af projekter", "", "Den, der leder et projekt, har mange bolde i luften.", "", 0, 1, ""],
  ["Hvordan evaluerer vi?", "måling", "Spørg borgerne, hvad der virkede.", "", 1, 1, "evaluering"],
  ["E-post", "", "Skriv kort.", "", 1, 1, "post"],
  ["Om", "", "Her står, hvem der har lavet kataloget.", "", 2, 2, ""],
];
const column = (place) => ENTRIES.map((entry) => entry[place]);
const INDEX = {
  t: column(0).join("\n"), s: column(1).join("\n"), x: column(2).join("\n"), w: column(3).join("\n"), a: column(6).join("\n"),
  k: column(4), p: column(5), kinds: [["Tema", "Temaer", 1.25], ["Punkt", "Punkter", 1], ["Side", "Sider", 0.7]],
  pages: [["temaer/a/", "Tema A"], ["temaer/b/", "Tema B"], ["om/", ""]],
  synonyms: [["økonomi", "penge kroner"]], small: "af og i om på den der et en vi har som går",
};
const search = engine(INDEX);
const titles = (query) => search(query).found.map(({ entry }) => entry.t);
const first = (query) => titles(query)[0];

test("a title counts more than a text, and a text more than the rest", () => {
  assert.deepEqual(titles("tillid").slice(0, 2), ["Tillid på tværs", "Mål"]);
});

test("the address is the page's, with the entry's place on it", () => {
  assert.equal(search("økonomi").found[0].entry.u, "temaer/a/#oekonomi");
  assert.equal(search("tillid").found[0].entry.u, "temaer/a/");
});

test("what has every word of a query comes before what has one of them", () => {
  assert.equal(first("tillid"), "Tillid på tværs");
  assert.equal(first("tillid mål"), "Mål");
});

test("an entry comes first whose name is the query", () => {
  assert.equal(first("mål"), "Mål");
  assert.equal(first("midler mål"), "Mål og midler");
});

test("a keyword of several words is found, and so is an everyday word for what the catalogue calls otherwise", () => {
  assert.equal(first("tro på hinanden"), "Tillid på tværs");
  assert.equal(first("kroner"), "Fælles økonomi");
});

test("inflected words and words of one root are found and marked", () => {
  assert.equal(first("projektet"), "Ledelse af projekter");
  assert.equal(first("evaluering"), "Hvordan evaluerer vi?");
  assert.ok(search("projektet").marks.has("projekt"));
});

test("a compound is found by its parts, and two words that are one in the catalogue as one", () => {
  assert.equal(first("projektledelse"), "Ledelse af projekter");
  assert.equal(first("e post"), "E-post");
  assert.equal(first("epost"), "E-post");
});

test("a slip is found, and it is told what was sought instead", () => {
  const answer = search("tilild");
  assert.equal(answer.found[0].entry.t, "Tillid på tværs");
  assert.deepEqual(answer.instead, ["tillid"]);
  assert.deepEqual(search("tillid").instead, []);
});

test("a word half typed finds what it begins, and what is finished by a space does not", () => {
  assert.equal(first("evalu"), "Hvordan evaluerer vi?");
  assert.equal(first("økon"), "Fælles økonomi");
  assert.deepEqual(titles("ret "), titles("xyzxyz "));
});

test("words in quotes are sought as they stand; when they stand nowhere so, one by one, and it is told", () => {
  const [whole, loose] = [search("»tillid på tværs«"), search('"tværs tillid"')];
  assert.deepEqual([whole.loose, whole.found.map(({ entry }) => entry.t)], [false, ["Tillid på tværs"]]);
  assert.equal(loose.loose, true);
  assert.equal(loose.found[0].entry.t, "Tillid på tværs");
});

test("an entry is found by a small word only when that is its name", () => {
  assert.equal(first("om"), "Om");
  assert.notEqual(first("om tillid"), "Om");
});

test("what is nowhere finds nothing, and words that are akin are offered", () => {
  const { found, nearest } = search("tryghader");
  assert.deepEqual(search("qqqqqq").found, []);
  assert.ok(found.length || nearest.includes("tryghed"));
  assert.deepEqual(search("qqqqqq").nearest, []);
});

test("what is only found in part is told to be weak", () => {
  assert.equal(search("tillid").weak, false);
  assert.equal(search("borgerinddragelse").weak, true);
});

test("an empty query, and signs that are no words, find nothing", () => {
  for (const query of ["", " ", "!?", "»«"]) assert.deepEqual(search(query).found, [], query);
});

test("answers come in the order of what they count, and the same query gives the same again", () => {
  for (const query of ["tillid", "mål økonomi ledelse", "borger"]) {
    const values = search(query).found.map(({ value }) => value);
    assert.deepEqual(values, values.toSorted((one, two) => two - one));
    assert.deepEqual(search(query).found.map(({ value }) => value), values);
  }
});
