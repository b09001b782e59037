"""Where on the site each record of the reader's own material is seen: page, element and what stands in it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from macros.catalogue import Catalogue
from macros.catalogue.addresses import Addresses
from tests.support.promises import Record, alive

MINE = "samarbejder/"

# Which of some sights a page does not show. `where` may hit several elements: one of them has to do.
UNSEEN = """sights => sights.filter(([, where, what, wanted]) => {
  const found = [...document.querySelectorAll(where)];
  const plain = words => words.replace(/\\s+/g, " ").trim();
  const long = {day: "numeric", month: "long", year: "numeric"};
  const language = document.documentElement.lang === "da" ? "da-DK" : document.documentElement.lang;
  const date = day => new Date(`${day}T12:00:00`).toLocaleDateString(language, long);
  if (what === "count") return found.length !== wanted;
  if (what === "text") return !found.some(one => plain(one.textContent).includes(plain(wanted)));
  if (what === "day") return !found.some(one => one.textContent.includes(date(wanted)));
  return !found.some(one => one[what] === wanted);
})"""


class Sight(NamedTuple):
    """Something that is to be seen: `what` is "value", "checked", "text", "day" or "count" of the element `where`."""

    page: str
    where: str
    what: str
    wanted: Any


@dataclass(frozen=True)
class Seer:
    """Knows where the records of one collaboration are seen; `now` is the time on the clock, in milliseconds."""

    catalogue: Catalogue
    records: dict[str, Record]
    now: int

    def sights(self) -> Iterator[Sight]:
        """Yield what is to be seen of every record. Raises KeyError for a kind that is seen nowhere."""
        for key, one in self.records.items():
            kind, *rest = key.split(".")
            if kind in SPECIAL:
                yield from SPECIAL[kind](self, key, rest, one)
            elif alive(one):
                yield from self.entry(key, kind, rest, one)

    def page(self, name: str) -> str:
        """Return the page of an entry, which may have another id now."""
        return (
            Addresses.of(self.catalogue.site)
            .entry(self.catalogue.index[self.catalogue.former.get(name, name)])
            .partition("#")[0]
        )

    def entry(self, key: str, name: str, rest: list[str], one: Record) -> Iterator[Sight]:
        """Yield what is seen of a tick, a note, an answer or a choice."""
        if one.get("note"):
            yield Sight(MINE, ".samarb dd", "text", one["note"])
        if name in self.catalogue.retired:
            return
        if "choice" in one:
            yield Sight(self.page(name.removeprefix("valg-")), f"[value='{one['choice']}']", "checked", True)
            return
        page = self.page(name)
        if rest and rest[0].startswith("fokus-") and rest[0] != self.focus():
            return  # the field is that of the one who is asked now
        if "done" in one:
            yield Sight(page, f"[id='felt-{name}']", "checked", one["done"])
        if one.get("done"):
            yield Sight(page, f"[id='{name}'] .note__om", "day", one["day"])
        for field in ("note", "who", "due"):
            if field in one:
                yield Sight(page, f"[id='{field}-{key}']", "value", one[field])

    def focus(self) -> str:
        """Return the end of the keys of the interview that is going on."""
        tools = [key for key in self.records if key.startswith("interview.") and key.count(".") == 1]
        if not tools:
            return ""
        people, now = self.people(tools[0]), self.records[tools[0]].get("round", 0)
        return f"fokus-{people[now][0]}"

    def people(self, key: str) -> list[tuple[str, str]]:
        """Return the ids and names of those who are asked in an interview; in version 1 their number was their id."""
        mine = [(one["place"], name.rpartition(".")[2], one["name"]) for name, one in self.records.items()
                if name.startswith(f"{key}.") and not one.get("archived")]  # fmt: skip
        if mine:
            return [(person, name) for _, person, name in sorted(mine)]
        return [(str(number), name) for number, name in enumerate(self.records[key]["names"], 1)]

    def about(self, key: str, rest: list[str], one: Record) -> Iterator[Sight]:
        """Yield what is seen of the collaboration itself (its dialog is read apart)."""
        if one.get("name"):
            yield Sight(MINE, ".samarb h2", "text", one["name"])
        for field in ("start", "end"):
            if one.get(field):
                yield Sight(MINE, ".samarb__om", "day", one[field])

    def party(self, key: str, rest: list[str], one: Record) -> Iterator[Sight]:
        """Yield what a party is called; one that is no more is told where its words are."""
        if not one.get("archived"):
            yield Sight(MINE, ".samarb__om", "text", one["name"])

    def signed(self, key: str, rest: list[str], one: Record) -> Iterator[Sight]:
        """Yield nothing: who an author is, is told where two texts stand in one field."""
        yield from ()

    def agreement(self, key: str, rest: list[str], one: Record) -> Iterator[Sight]:
        """Yield what is seen of an agreement; one that was taken away is not."""
        if one.get("gone"):
            yield Sight(MINE, f"[id='gjort-{key}']", "count", 0)
            return
        yield Sight(MINE, f"[id='gjort-{key}']", "checked", one.get("done", False))
        label = f"[for='gjort-{key}']"
        yield Sight(MINE, label, "text", one["what"])
        if one.get("who"):
            yield Sight(MINE, label, "text", one["who"])
        if one.get("due"):
            yield Sight(MINE, label, "day", one["due"])

    def measured(self, key: str, rest: list[str], one: Record) -> Iterator[Sight]:
        """Yield what is seen of a measurement, and that there are as many as were kept."""
        page = self.page(rest[0])
        yield Sight(page, ".maalinger li", "count", self.count(f"maaling.{rest[0]}."))
        if alive(one):
            yield Sight(page, ".maalinger li", "text", re.sub(r"^\d+\s+", "", one["wording"]))
            yield Sight(page, ".maalinger li", "day", one["day"])

    def interview(self, key: str, rest: list[str], one: Record) -> Iterator[Sight]:
        """Yield who takes part, and how far they are."""
        if len(rest) > 1:
            return  # one of those who are asked: seen with the others
        page, people = self.page(rest[0]), self.people(key)
        for number, (_, name) in enumerate(people, 1):
            yield Sight(page, f"#deltager-{number}", "value", name)
        yield Sight(page, "tr.nu th", "text", str(one["round"] + 1))
        yield Sight(page, "[data-del=runde-titel]", "text", people[one["round"]][1])

    def clock(self, key: str, rest: list[str], one: Record) -> Iterator[Sight]:
        """Yield what a clock shows; one that was put back shows nothing of hers."""
        if not alive(one):
            return
        place = f"katalog-timer[data-noegle='{key}']"
        left = max(0, one["ends"] - self.now) if "ends" in one else one["left"]
        seconds = math.ceil(left / 1000)
        page = "tjeklister/" if rest[0] == "tjeklister" else self.page(rest[0])
        yield Sight(page, f"{place} [data-del=tal]", "text", f"{seconds // 60}:{seconds % 60:02}")
        yield Sight(page, f"{place} [data-del=lyd]", "checked", one.get("sound", False))

    def mine(self, key: str, rest: list[str], one: Record) -> Iterator[Sight]:
        """Yield what a leader answered alone."""
        page = self.page(rest[0])
        for subject, value in one["values"].items():
            yield Sight(page, f"[data-hoerer='{subject}'][value='{value}']", "checked", True)
        yield Sight(page, "#svar-navn", "value", one.get("name", ""))

    def answer(self, key: str, rest: list[str], one: Record) -> Iterator[Sight]:
        """Yield whose answers were taken in, that none is missing, and that each is drawn."""
        page, count = self.page(rest[0]), self.count(f"svar.{rest[0]}.")
        yield Sight(page, "[data-del=deltagere] li", "count", count)
        if count > 1:
            yield Sight(page, "[data-del=forskelle] circle", "count", count * len(one["values"]))
        if alive(one) and one.get("name"):
            yield Sight(page, "[data-del=deltagere] li", "text", one["name"])

    def stage(self, key: str, rest: list[str], one: Record) -> Iterator[Sight]:
        """Yield a stage's own dates, and whether it is left out."""
        page = self.page(rest[0])
        for field in ("start", "end"):
            yield Sight(page, f"[id='{field}-{rest[0]}']", "value", one.get(field, ""))
        yield Sight(page, f"[id='skipped-{rest[0]}']", "checked", one.get("skipped", False))

    def lean(self, key: str, rest: list[str], one: Record) -> Iterator[Sight]:
        """Yield where the group leans."""
        yield Sight(self.page(rest[0]), f"[data-haelder='{rest[0]}'] [value='{one['lean']}']", "checked", True)

    def booklet(self, key: str, rest: list[str], one: Record) -> Iterator[Sight]:
        """Yield the booklet's title, introduction and parts in order."""
        yield Sight("haefte/", "#haefte-titel", "value", one.get("name", ""))
        yield Sight("haefte/", "#haefte-note", "value", one.get("note", ""))
        for number, name in enumerate(one["ids"], 1):
            yield Sight("haefte/", f"[data-del=dele] > :nth-child({number})[data-id='{name}']", "count", 1)

    def count(self, start: str) -> int:
        """Return how many records whose keys begin so are still there."""
        return sum(alive(one) for key, one in self.records.items() if key.startswith(start))


SPECIAL: dict[str, Callable[[Seer, str, list[str], Record], Iterator[Sight]]] = {
    "om": Seer.about,
    "part": Seer.party,
    "hvem": Seer.signed,
    "aftale": Seer.agreement,
    "maaling": Seer.measured,
    "interview": Seer.interview,
    "ur": Seer.clock,
    "mit": Seer.mine,
    "svar": Seer.answer,
    "fase": Seer.stage,
    "haelder": Seer.lean,
    "haefte": Seer.booklet,
}
