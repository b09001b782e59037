// The dialog of a collaboration in two tabs: what one changed in it is written, and of the rest what the other wrote holds.
import assert from "node:assert/strict";
import { test } from "node:test";
import { changesIn, drafted } from "../../../docs/assets/js/own/edited.js";
import { META } from "../../../docs/assets/js/own/fields.js";
import { changeParties } from "../../../docs/assets/js/own/parties.js";
import { Browser } from "./tabs.js";

const BEFORE = { name: "Hold", parties: "Regionen\nRibe", phase: "foer", start: "2027-01-01", end: "2027-02-01" };
const MINE = { name: "Holdet", parties: "Ribe\nRegionen\nEsbjerg", phase: "under", start: "2027-01-05", end: "2027-03-01" };
const THEIRS = { name: "Et hold", parties: "Regionen\nVejle", phase: "efter", start: "2026-12-01", end: "2027-05-01" };

const shown = (store) => {
  const { name, phase, start, end } = store.about("hold");
  return { name, parties: store.parties("hold").map((party) => party.name).join("\n"), phase, start, end };
};
const save = (tab, before, now) => tab.do((store) => (
  store.change(changesIn(store, "hold", before, now), "hold", { saw: { [`${META} name`]: before.name } })
));

/** Two tabs of a collaboration; the dialog of the first is open, and shows what there was. */
function opened() {
  const browser = new Browser();
  const one = browser.open();
  const { parties, ...about } = BEFORE;
  one.do((store) => { store.choose("her"); store.create("hold", { ...changeParties([], parties.split("\n")), [META]: about }); });
  return { one, two: browser.open(), before: one.do(shown) };
}

for (const mine of Object.keys(BEFORE)) {
  for (const theirs of Object.keys(BEFORE).filter((field) => field !== mine)) {
    test(`she changes ${mine} while another tab changes ${theirs}: both are kept`, () => {
      const { one, two, before } = opened();
      save(two, before, { ...before, [theirs]: THEIRS[theirs] });
      save(one, before, { ...before, [mine]: MINE[mine] });
      for (const tab of [one, two]) {
        assert.deepEqual(tab.do(shown), { ...before, [theirs]: THEIRS[theirs], [mine]: MINE[mine] });
      }
    });
  }
}

test("of one name that both changed she sees both, and of the parties those that either has put in", () => {
  const { one, two, before } = opened();
  save(two, before, { ...before, name: THEIRS.name, parties: THEIRS.parties });
  save(one, before, { ...before, name: MINE.name, parties: MINE.parties });
  assert.deepEqual(one.do((store) => store.texts(META, "name", "hold").map(({ value }) => value).sort()), ["Et hold", "Holdet"]);
  assert.deepEqual(one.do(shown).parties.split("\n").sort(), ["Esbjerg", "Regionen", "Vejle"]);
});

test("what she saved without a change is no step", () => {
  const { one, before } = opened();
  save(one, before, before);
  assert.equal(one.do((store) => store.canUndo), false);
});

test("a draft has what she changed alone, and what stood there before", () => {
  assert.deepEqual(drafted(BEFORE, BEFORE), {});
  const { shown: was, ...texts } = drafted(BEFORE, { ...BEFORE, name: "", phase: "under" });
  assert.deepEqual([texts, JSON.parse(was)], [{ name: "", phase: "under" }, { name: BEFORE.name, phase: BEFORE.phase }]);
});
