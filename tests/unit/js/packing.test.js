// A state comes out of a link as it went in, whatever it holds; what is known at both ends does not travel.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Reader, Writer } from "../../../docs/assets/js/own/bits.js";
import { packedState, unpacked } from "../../../docs/assets/js/own/carry.js";
import { ownAuthor } from "../../../docs/assets/js/own/layout.js";
import { Unpacker } from "../../../docs/assets/js/own/unpacking.js";
import { Known, isUnknown, numberOf } from "../../../docs/assets/js/own/numbers.js";

const IDS = ["saet-holdet", "aftal-moeder", "vaerdi-for-borgere", "hvem-betaler"];
const KNOWN = new Known(IDS, new Map([["saet-holdet", "Sæt holdet"]]));
const NOW = 1_795_000_000_000;
const RECORDS = {
  om: { name: "Udskrivning fredag", created: NOW, start: "2026-11-27", v: { name: [NOW, "ida"], start: [5, "1"] } },
  "saet-holdet": {
    done: true, day: "2026-11-28", title: "Sæt holdet", text: "abc123", v: { done: [NOW + 7, "ida"], day: [NOW + 7, "ida"] },
  },
  "aftal-moeder": {
    note: "Ring til Bo – i dag 😀", title: "Aftal møder (som det hed før)", due: "27. nov", done: false,
    v: { note: [NOW + 1, "bo", { ida: NOW, x: 3 }], title: [NOW + 1, "bo"], who: [NOW + 9, "ida"], gone: [0, "a"] },
    both: { note: [{ value: "Ring til Per", v: [NOW, "per"] }] },
  },
  "valg-hvem-betaler": { choice: "trin-2", wording: "Trin 2" }, "hvem-betaler-1": { note: "" },
  "hvem-betaler.p-abc": { note: "2026-01-01" }, "aftale.a-1x2y": { what: "Mødes", created: NOW + 1e9, done: false },
  "maaling.trappe.m-3": { values: { samlet: 3 }, lean: 4 }, "noget-andet": { nytFelt: { a: [1] }, left: 0 },
  haefte: { ids: ["saet-holdet", "ukendt-id", "vaerdi-for-borgere"], names: ["Ida", "Bo 2"] }, tom: {},
  gammel: { note: "Af version 1", v: { note: [NOW - 5, ownAuthor("Af version 1")] } },
};
const STATE = { version: 2, collaborations: { "k-1": RECORDS, "k-2": {}, "k-3": { om: { v: { name: [4_102_444_800_000, "a"] } } } } };
const trip = async (state, from = KNOWN, to = from) => {
  const { isForeign, ...made } = await unpacked(await packedState(state, from), to);
  assert.equal(isForeign, false);
  return made;
};

test("numbers of any size come back in the order they were written", () => {
  const numbers = [0, 1, 7, 8, 63, 64, 1e6, NOW, 2 ** 53 - 1];
  const writer = new Writer();
  for (const number of numbers) { writer.number(number); writer.bits(number, 53); writer.flag(number > 8); }
  const reader = new Reader(writer.bytes);
  for (const number of numbers) assert.deepEqual([reader.number(), reader.bits(53), reader.flag()], [number, number, number > 8]);
  assert.throws(() => reader.bits(8), RangeError);
});

test("a state comes back as it was", async () => {
  assert.deepEqual(await trip(STATE), STATE);
  assert.deepEqual(await trip({ version: 2, collaborations: {} }), { version: 2, collaborations: {} });
  assert.deepEqual(await trip(STATE, new Known()), STATE);
});

test("a known id travels as a number, which later editions of the catalogue read too", async () => {
  const more = new Known([...Array.from({ length: 2_000 }, (_, n) => `nyt-punkt-${n}`), ...IDS, ...IDS]);
  const [plain, short] = [await packedState(STATE, new Known()), await packedState(STATE, KNOWN)];
  assert.ok(short.length < plain.length);
  const { collaborations } = await trip({ version: 2, collaborations: { a: { "hvem-betaler": { note: "n" } } } }, new Known(IDS), more);
  assert.deepEqual(collaborations, { a: { "hvem-betaler": { note: "n" } } });
});

test("an id that is not known where it arrives is kept under its number, with all that was written", async () => {
  const { collaborations } = await trip({ version: 2, collaborations: { a: { "saet-holdet.p-1": { note: "n" } } } }, KNOWN, new Known());
  const [[key, record]] = Object.entries(collaborations.a);
  assert.ok(isUnknown(key));
  assert.match(key, /^nr-[a-z0-9]{5}\.p-1$/);
  assert.deepEqual(record, { note: "n" });
  assert.equal(KNOWN.found(key), "saet-holdet.p-1"); // an edition that knows it finds it again
  for (const other of ["saet-holdet", "nr-1", key.replace("nr-", "")]) assert.equal(KNOWN.found(other), other);
});

test("a word that keys are made of is never taken for an id, whatever the catalogue has", async () => {
  assert.deepEqual(await trip(STATE, new Known([...IDS, "om", "aftale", "haefte"]), KNOWN), STATE);
});

test("two ids of one number travel as they are, so neither is ever taken for the other", async () => {
  const seen = new Map();
  let [one, two] = ["", ""];
  for (let n = 0; !two; n += 1) {
    const id = `punkt-${n}`;
    if (seen.has(numberOf(id))) [one, two] = [seen.get(numberOf(id)), id];
    seen.set(numberOf(id), id);
  }
  const state = { version: 2, collaborations: { a: { [one]: { note: "1" }, [two]: { note: "2" } } } };
  assert.deepEqual(await trip(state, new Known([one, two]), new Known()), state);
});

test("what an item is called is written where it arrives, in the words of that edition", async () => {
  const later = new Known(IDS, new Map([["saet-holdet", "Sæt det rigtige hold"]]));
  const { collaborations } = await trip(STATE, KNOWN, later);
  assert.equal(collaborations["k-1"]["saet-holdet"].title, "Sæt det rigtige hold");
});

test("a link from another catalogue is known as such, and the ids they share are read", async () => {
  const { isForeign, ...made } = await unpacked(await packedState(STATE, KNOWN, "et-andet"), KNOWN);
  assert.equal(isForeign, true);
  assert.deepEqual(made, STATE);
});

test("ids are spread over the numbers there are", () => {
  const numbers = new Set(Array.from({ length: 4_000 }, (_, n) => numberOf(`punkt-${n}`)));
  assert.ok(numbers.size >= 3_995);
  assert.ok([...numbers].filter((number) => number % 2).length > 1_800);
});

test("bits that ask for more than there is are refused", () => {
  const writer = new Writer();
  writer.number(2);
  writer.number(1e12);
  assert.throws(() => new Unpacker(writer.bytes, [], KNOWN).state(), RangeError);
});
