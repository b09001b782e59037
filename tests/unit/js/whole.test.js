// What cannot be read is set aside, and what of it is whole comes back: records that lack something, texts that were cut short.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { NEEDS } from "../../../docs/assets/js/own/fields.js";
import { fileText } from "../../../docs/assets/js/own/files.js";
import { fromFile } from "../../../docs/assets/js/own/reading.js";
import { merge } from "../../../docs/assets/js/own/merge.js";
import { VERSION, alive, checked, countIn, readable } from "../../../docs/assets/js/own/state.js";
import { Area } from "./page.js";
import { Browser, OWN } from "./tabs.js";

const SAMPLES = { name: "Ribe", what: "Ring til Hanne", choice: "trin-2", values: { a: 3 }, due: "2027-03-09" };
const state = (records) => ({ version: VERSION, collaborations: { hold: records } });
const keyOf = (kind) => (kind.endsWith(".") ? `${kind}tool.x` : `${kind}.x`);
/** A record of a kind with all that it must have, and something more. */
const whole = (kind) => Object.fromEntries([...NEEDS.get(kind), "due"].map((field) => [field, SAMPLES[field]]));
/** The same without a field. */
const without = (kind, field) => Object.fromEntries(Object.entries(whole(kind)).filter(([name]) => name !== field));
const sound = { note: "n" };

for (const kind of NEEDS.keys()) {
  for (const field of NEEDS.get(kind)) {
    test(`a record of »${kind}« without its ${field} is set aside whole, and the rest is read`, () => {
      const rest = without(kind, field);
      const read = checked(state({ [keyOf(kind)]: rest, b: sound }));
      assert.deepEqual(Object.keys(read.state.collaborations.hold), ["b"]);
      assert.deepEqual(read.aside.map(({ path, value }) => [path, value.due]), [[["hold", keyOf(kind)], SAMPLES.due]]);
      assert.deepEqual(checked(state({ [keyOf(kind)]: whole(kind) })).aside, []);
      assert.deepEqual(checked(state({ [keyOf(kind)]: { ...rest, gone: true } })).aside.length, alive({ ...rest, gone: true }) ? 1 : 0);
    });

    test(`… and comes back when its ${field} does (${kind})`, async () => {
      const [value, rest] = [SAMPLES[field], without(kind, field)];
      const bad = { ...rest, [field]: typeof value === "string" ? "x".repeat(200_001) : 7 };
      const tab = new Browser().open(Object.assign(new Area(), { [OWN]: JSON.stringify(state({ [keyOf(kind)]: bad, b: sound })) }));
      const take = async (wanted) => {
        const [entry] = tab.do((store) => store.aside.filter(({ path }) => path.length === wanted));
        if (entry) await tab.do((store) => store.recover(entry));
        return Boolean(entry);
      };
      assert.ok(await take(2), "the record");
      assert.equal(tab.do((store) => store.item(keyOf(kind), "hold").due), undefined, "without it, it stays aside");
      await take(3);
      await take(2);
      const { due, ...found } = tab.do((store) => store.item(keyOf(kind), "hold"));
      if (typeof value === "string") assert.deepEqual([due, typeof found[field]], [SAMPLES.due, "string"]);
    });
  }
}

const RECORDS = Object.fromEntries(Array.from({ length: 9 }, (_, n) => (
  [`p-${n}`, { note: `»}]{["\\" ${n} 😀`, done: n % 2 > 0, v: { note: [5, "a", { b: 2 }], done: [6, "a"] } }]
)));
const OTHERS = { om: { name: "Hold", v: { name: [3, "a"] } }, a: { done: true, v: { done: [1, "a"] } } };
const FULL = { version: VERSION, collaborations: { en: RECORDS, to: OTHERS } };

for (const [how, write, read] of [
  ["in the browser", (value) => JSON.stringify(value), readable], ["in a file", fileText, fromFile],
]) {
  test(`of a text cut short anywhere, ${how}, every record that is whole is read, and none that is not`, () => {
    const words = write(FULL);
    const all = JSON.stringify(FULL);
    for (let end = 0; end < words.length; end += 1) {
      let found;
      try {
        found = read(words.slice(0, end));
      } catch {
        found = { state: { collaborations: {} }, aside: [], isCut: true };
      }
      assert.deepEqual(found.aside, []);
      assert.equal(found.isCut ?? false, end < words.trimEnd().length);
      for (const [id, records] of Object.entries(found.state.collaborations)) {
        for (const [key, record] of Object.entries(records)) assert.deepEqual(record, JSON.parse(all).collaborations[id][key]);
      }
    }
    const cut = read(words.slice(0, -2 - write({}).length));
    assert.ok(countIn(cut.state) >= 10, "and all but the last are there when the end alone is missing");
  });
}

test("what was kept and is cut short is read as far as it is whole, told, and the text stays to be saved", async () => {
  const cut = JSON.stringify(FULL).slice(0, 700);
  const tab = new Browser().open(Object.assign(new Area(), { [OWN]: cut }));
  const count = countIn(readable(cut).state);
  assert.ok(count > 2);
  const seen = () => tab.do((store) => store.collaborations.flatMap(({ id }) => store.records(id)).length);
  assert.deepEqual([seen(), tab.store.trouble], [count, "ulaeselig"]);
  tab.do((store) => store.change({ ny: { done: true } }));
  const [entry] = tab.do((store) => store.aside);
  assert.equal(entry.words, cut);
  assert.equal(await tab.do((store) => store.recover(entry)), count);
  assert.deepEqual([seen(), tab.do((store) => store.aside.length)], [count + 1, 1]);
});

test("a text that is wrong in another way is no state", () => {
  const words = JSON.stringify(FULL);
  for (const bad of [words + words, `${words}]`, words.replace('"done"', "done"), words.replaceAll(":", ""), "{{{{}",
    '{"a":{"b":{"c":{}']) {
    assert.throws(() => readable(bad), ({ code }) => ["ulaeselig", "fremmed"].includes(code), bad.slice(0, 40));
  }
});

const FROZEN = new URL("../../promises/states/", import.meta.url);
const names = existsSync(FROZEN) ? readdirSync(FROZEN) : []; // a fork has promised nobody anything yet
const states = names.map((name) => {
  const { local, session } = JSON.parse(readFileSync(new URL(name, FROZEN), "utf8"));
  const key = Object.keys({ ...local, ...session }).find((one) => one.endsWith(":eget"));
  return [name, JSON.parse({ ...session, ...local }[key])];
});

for (const [name, kept] of states) {
  test(`whatever of ${name} was set aside whole comes back as it would have been read: records, collaborations, all`, async () => {
    const { recovered } = await import("../../../docs/assets/js/own/recover.js");
    const now = checked({ ...kept, collaborations: Object.fromEntries(Object.keys(kept.collaborations).map((id) => [id, {}])) }).state;
    const wanted = checked(kept).state;
    const texts = (found) => Object.values(found.collaborations).flatMap((records) => Object.values(records)).filter(alive)
      .flatMap(({ note, what, done, values }) => [note, what, done, values && JSON.stringify(values)]).filter(Boolean).map(String).sort();
    for (const deep of [0, 1, 2]) {
      let found = now;
      const entry = (path, value) => ({ name: "x", path, place: path.join(" › "), value, words: JSON.stringify(value) });
      const entries = Object.entries(kept.collaborations).flatMap(([id, records]) => (
        deep === 1 ? [entry([id], records)] : Object.entries(records).map(([key, one]) => entry([id, key], one))
      ));
      for (const one of deep ? entries : [{ ...entry([], kept), path: [] }]) {
        const { state: back, left } = recovered(one, [one], found);
        assert.deepEqual(left, [], `${one.place}: ${JSON.stringify(left)}`);
        found = merge(found, back);
      }
      assert.deepEqual(texts(found), texts(wanted), `depth ${deep}`);
    }
  });
}

test("a record of everybody's first collaboration comes back in the one that has become of it", async () => {
  const { recovered } = await import("../../../docs/assets/js/own/recover.js");
  const now = checked({ version: 1, collaborations: { "uden-navn": { a: { at: 5, note: "n" } } } }).state;
  const value = { at: 6, note: "tilbage", done: true };
  const one = { name: "x", path: ["uden-navn", "b"], place: "", value, words: "" };
  const { state: back, left } = recovered(one, [one], now);
  assert.deepEqual([Object.keys(back.collaborations), left], [Object.keys(now.collaborations), []]);
});
