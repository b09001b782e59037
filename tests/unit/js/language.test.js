// Words and how alike they are, in Danish.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fold, form, likeness, nearness, parts, slips, words } from "../../../docs/assets/js/search/language.js";

const like = (sought, known, half = false) => likeness(form(sought), form(known), half);
const near = (sought, known, half = false) => nearness(form(sought), form(known), half);
const falls = (...values) => values.every((value, index) => !index || value < values[index - 1]);

test("the words of a text are in lower case, without what stands between them", () => {
  assert.deepEqual(words("Ét e-post-brev, §12: »Å«"), ["ét", "e", "post", "brev", "12", "å"]);
  assert.deepEqual(words("…"), []);
});

test("a word is the same however its letters are typed", () => {
  assert.equal(fold("Sårbar"), fold("saarbar"));
  assert.equal(fold("LØSNING"), fold("loesning"));
  assert.equal(fold("værdi"), fold("vaerdi"));
  assert.equal(fold("idé"), fold("ide"));
});

test("slips are counted: a letter lost, added, changed, or two swapped", () => {
  const counted = { "": "", tillid: "tillid", tilid: "tillid", tillidd: "tillid", tallid: "tillid", itllid: "tillid", x: "tillid" };
  assert.deepEqual(Object.entries(counted).map(([one, two]) => slips(one, two, 9)), [0, 0, 1, 1, 1, 1, 6]);
});

test("slips are not counted further than asked", () => {
  assert.equal(slips("abcdefgh", "hgfedcba", 2), 3);
  assert.equal(slips("a", "abcdef", 2), 3);
});

test("the nearer two words are, the more alike: the same, inflected, of one root, a part, another", () => {
  assert.ok(falls(
    like("ledelse", "ledelse"), like("ledelser", "ledelse"), like("evaluering", "evaluere"), like("projekt", "projektledelse"),
    like("projekt", "banan"),
  ));
  assert.equal(like("ledelse", "ledelse"), 1);
  assert.equal(like("ledelse", "banan"), 0);
});

test("a word half typed is like those it begins, a letter alone only a little", () => {
  assert.equal(like("leder", "lederskab"), like("leder", "lederskab", false));
  assert.ok(falls(like("lede", "ledelse", true), like("l", "ledelse", true)));
  assert.equal(like("sam", "samarbejde"), 0);
  assert.ok(like("sam", "samarbejde", true) > 0.8);
});

test("who types a letter of the language's own is sure of it", () => {
  assert.ok(like("møde", "mode") < like("møde", "møde"));
  assert.equal(like("møde", "mode"), 0.5);
  assert.equal(like("moede", "møde"), 1);
});

test("words that only share a short stem are not the same", () => {
  assert.ok(like("læg", "læger") < 0.5);
});

test("a slip is forgiven, one in a word, two in a long one, three in a very long one", () => {
  assert.ok(near("tilid", "tillid") > 0.4);
  assert.equal(near("tiid", "tillid"), 0);
  assert.ok(near("samabejd", "samarbejde") > 0.3);
  assert.ok(near("komunikationplan", "kommunikationsplan") > 0.3);
  assert.equal(near("kat", "kar"), 0);
  assert.equal(near("bold", "told"), 0);
});

test("of more slips, the less near", () => {
  assert.ok(falls(near("samarbejdsaftlae", "samarbejdsaftale"), near("samrbejdsaftlae", "samarbejdsaftale")));
});

test("a compound is near the words it is put together from", () => {
  assert.equal(near("projektledelse", "projekt"), 0.2);
  assert.equal(near("mødekultur", "kultur"), 0.2);
  assert.equal(near("mødekultur", "projekt"), 0);
});

test("a compound is parted into words that are known, with or without a letter between them", () => {
  const known = new Set(["projekt", "ledelse", "møde", "kultur", "borger", "inddragelse"]);
  const isKnown = (word) => known.has(word);
  assert.deepEqual(parts("projektledelse", isKnown), ["projekt", "ledelse"]);
  assert.deepEqual(parts("ledelsesmøde", isKnown), ["ledelse", "møde"]);
  assert.deepEqual(parts("projektledelseskultur", isKnown), ["projekt", "ledelse", "kultur"]);
  assert.deepEqual(parts("banansplit", isKnown), []);
});
