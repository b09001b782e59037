// A computer that keeps no more in the midst of a visit: the tab keeps instead, it is told, and nothing is gone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Area } from "./page.js";
import { Browser, OWN, tick, written } from "./tabs.js";

const quota = () => { throw new DOMException("", "QuotaExceededError"); };
/** @param {object} area @param {() => void} setItem */
const spoil = (area, setItem) => Object.defineProperty(area, "setItem", { configurable: true, value: setItem });
/** What may befall a storage, what mends it, and what is told where the tab does not keep either. */
const HARDSHIPS = {
  full: [({ area }) => spoil(area, quota), ({ area }) => delete area.setItem, "fuld"],
  silent: [({ area }) => spoil(area, () => {}), ({ area }) => delete area.setItem, "spaerret"],
  blocked: [({ browser, name }) => { browser.closed = name; }, ({ browser }) => { browser.closed = false; }, "spaerret"],
};

/** A tab whose reader has chosen the computer, and ticked there. */
function chosen() {
  const tab = new Browser().open();
  tab.do((store) => { store.choose("her"); store.change({ a: tick }); });
  return { tab, browser: tab.browser, area: tab.browser.local, name: "localStorage" };
}

for (const [name, [befall, mend, told]] of Object.entries(HARDSHIPS)) {
  test(`${name}: what is written is in the tab, also when it is loaded again, and on the computer once it can be`, () => {
    const visit = chosen();
    befall(visit);
    visit.tab.do((store) => store.change({ b: { note: "n" } }));
    assert.deepEqual([visit.tab.store.trouble, visit.tab.store.isKept], ["fanen", true]);
    const again = visit.tab.reload();
    assert.deepEqual(written(again), { a: tick, b: { note: "n" } });
    again.do((store) => store.change({ c: tick }));
    assert.deepEqual(written(again.reload()), { a: tick, b: { note: "n" }, c: tick });
    mend(visit);
    const mended = again.reload();
    mended.do((store) => store.change({ d: tick }));
    assert.deepEqual([mended.store.trouble, mended.session[OWN]], ["", undefined]);
    assert.deepEqual(written(visit.browser.open()), { a: tick, b: { note: "n" }, c: tick, d: tick });
  });

  test(`${name}, and the tab keeps nothing either: it is on the page, and it is told`, () => {
    const visit = chosen();
    if (name === "blocked") visit.browser.closed = true;
    else for (const area of [visit.area, visit.tab.session]) befall({ area });
    visit.tab.do((store) => store.change({ b: { note: "n" } }));
    assert.deepEqual([visit.tab.store.trouble, visit.tab.store.isKept], [told, false]);
    assert.deepEqual(written(visit.tab), { a: tick, b: { note: "n" } });
  });

  test(`${name} while another tab writes there: neither loses what the other wrote in the same field`, () => {
    const visit = chosen();
    const other = visit.browser.open();
    befall(visit);
    visit.tab.do((store) => store.change({ n: { note: "i fanen" } }));
    mend(visit);
    other.do((store) => store.change({ n: { note: "på computeren" } }));
    const again = visit.tab.reload();
    const texts = again.do((store) => store.texts("n", "note").map(({ value }) => value).sort());
    assert.deepEqual(texts, ["i fanen", "på computeren"]);
  });
}

test("in a tab's own storage nothing is ever put on the computer in its place", () => {
  const tab = new Browser().open(spoil(new Area(), quota));
  tab.do((store) => store.change({ a: tick }));
  assert.deepEqual([tab.store.trouble, Object.keys(tab.browser.local)], ["fuld", []]);
});
