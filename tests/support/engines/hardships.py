"""What is put before the scripts of a page: storages that do not keep, and clocks that stand elsewhere."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

# Each takes the storage by its name: "localStorage" or "sessionStorage".
BLOCKED = """Object.defineProperty(window, "%s", {
  get() { throw new DOMException("blocked", "SecurityError"); }
});"""
FULL = """{ const own = Storage.prototype.setItem;
  Storage.prototype.setItem = function (...words) {
    if (this === window.%s) throw new DOMException("full", "QuotaExceededError");
    return own.apply(this, words);
  }; }"""
SILENT = """{ const own = Storage.prototype.setItem;
  Storage.prototype.setItem = function (...words) { if (this !== window.%s) own.apply(this, words); }; }"""
# The clock stands at a moment, and goes on from there.
CLOCK = """{ const Real = Date;
  const ahead = new Real("%s").getTime() - Real.now();
  window.Date = class extends Real {
    constructor(...parts) { if (parts.length) super(...parts); else super(Real.now() + ahead); }
    static now() { return Real.now() + ahead; }
  }; }"""
LOCAL, SESSION = "localStorage", "sessionStorage"


class Hardship(NamedTuple):
    """A browser that does not keep: what does it, and the names of the words told in the tab and on the computer.

    What the computer takes not stays in the tab; `stays` says whether the tab keeps it.
    """

    name: str
    script: str
    in_tab: str
    on_computer: str
    stays: bool = False


def _both(script: str) -> str:
    return script % LOCAL + script % SESSION


STORAGE = (
    Hardship("computer blocked", BLOCKED % LOCAL, "", "fanen", stays=True),
    Hardship("tab blocked", BLOCKED % SESSION, "spaerret", ""),
    Hardship("both blocked", _both(BLOCKED), "spaerret", "spaerret"),
    Hardship("computer full", FULL % LOCAL, "", "fanen", stays=True),
    Hardship("tab full", FULL % SESSION, "fuld", ""),
    Hardship("both full", _both(FULL), "fuld", "fuld"),
    Hardship("computer silent", SILENT % LOCAL, "", "fanen", stays=True),
    Hardship("tab silent", SILENT % SESSION, "spaerret", ""),
    Hardship("both silent", _both(SILENT), "spaerret", "spaerret"),
)
# Around the nights that clocks go forward and back, on leap days, and where one year becomes another.
MOMENTS = (
    "2027-03-28T00:30:00",
    "2027-03-28T01:59:58",
    "2027-03-28T03:00:00",
    "2027-10-31T00:15:00",
    "2027-10-31T02:30:00",
    "2027-10-31T23:30:00",
    "2028-02-29T00:10:00",
    "2028-02-29T23:50:00",
    "2026-12-31T23:50:00",
    "2027-01-01T00:10:00",
)
MONTHS = ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august"]
MONTHS += ["september", "oktober", "november", "december"]


def written(moment: str) -> str:
    """Return the day of a moment as a page writes it in Danish."""
    day = datetime.fromisoformat(moment)
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def day_after(moment: str) -> str:
    """Return the same hour of the next day."""
    return (datetime.fromisoformat(moment) + timedelta(days=1)).isoformat()
