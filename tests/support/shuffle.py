"""`python -m tests.support.shuffle TARGET`: a copy of the data folder after many random edits that the check accepts.

Each step adds, edits, moves or removes something, as an editor might; what the check then refuses is taken back. The
seed is printed, and `--seed` makes the same again. Whatever comes out must pass `tests/any` and `tests/content`.
"""

from __future__ import annotations

import argparse
import copy
import datetime as dt
import random
import re
import secrets
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros import model, shape
from macros.catalogue import Catalogue, Reads, load
from macros.desk import formatter
from macros.read import source
from tests.support.sites import DATA, ROOT

Value = dict[str, Any]
WORDS = re.findall(
    r"\S+",
    """
    vi I de møde aftale Ærø ø å på tværs budgettet lederen fredag morgen igen aldrig måske hvem hvorfor 50 % C# 1:1 A/B
    »citat« (nej) – & <3 5>4 #1 *næsten* … é Müller kl. 7.45 2027 »Hvad nu?« borgmesterkontoret sammenhængskraftens
    tværsektoriel [klamme] {tuborg} ~ ^ @ | = + \\ 'apostrof' "gåse" ½ m² € § 🎉 👩‍👧 日 https://example.org/sti
    """,
)
SITE = "katalog.yml"


@dataclass(frozen=True)
class Place:
    """An entry as it is written: the file, the list it stands in, and what it is."""

    file: str
    siblings: list[Value]
    value: Value
    cls: type[BaseModel]


def entries(file: str, value: Any, models: tuple[type[BaseModel], ...]) -> Iterator[Place]:
    """Yield every entry that stands in a list somewhere in a file."""
    if not isinstance(value, dict):
        return
    here = shape.narrowed(models, value)
    for key, child in value.items():
        below = (model.Item,) if model.Checklist in here else shape.below(here, key)
        for item in child if isinstance(child, list) else [child]:
            if isinstance(item, dict) and below:
                if isinstance(child, list) and "id" in item and key != "udgåede":
                    yield Place(file, child, item, shape.narrowed(below, item)[0])
                yield from entries(file, item, below)


class Shuffler:
    """A data folder under random edits."""

    def __init__(self, data: Path, seed: int) -> None:
        self.data, self.random = data, random.Random(seed)
        self.reads: Reads = {}
        self.files: dict[str, Value] = {}
        for path in sorted(data.rglob("*.yml")):
            name = path.relative_to(data).as_posix()
            document, problems = source.read(name, path.read_text(encoding="utf-8"))
            assert document, problems
            assert isinstance(document.value, dict)
            self.files[name] = document.value
        self.catalogue = self.accepted()
        assert self.catalogue, "the check refuses the data as it is"

    def accepted(self) -> Catalogue | None:
        """Return the catalogue, or None when the check refuses it."""
        loaded = load(self.data, ROOT / "docs", self.reads)
        self.reads = loaded.reads
        return loaded.catalogue

    def write(self, name: str) -> None:
        """Write one of the files."""
        text = yaml.safe_dump(self.files[name], allow_unicode=True, sort_keys=False, width=10**6)
        (self.data / name).write_text(text, encoding="utf-8")

    def places(self) -> list[Place]:
        """Return every entry that stands in a list."""
        found: list[Place] = []
        for name, value in self.files.items():
            kind = formatter.kind_of(name)
            assert kind
            found += entries(name, value, shape.models_in(kind.model))
        return found

    # ---- words -----------------------------------------------------------------------------------------------------

    def title(self) -> str:
        """Return a title."""
        return " ".join(self.random.choices(WORDS, k=self.random.randint(1, 9)))[: model.TITLE_LENGTH]

    def prose(self) -> str:
        """Return a text of one to three paragraphs."""
        paragraphs = [
            " ".join(self.random.choices(WORDS, k=self.random.randint(2, 60))).capitalize() + "."
            for _ in range(self.random.choice((1, 1, 1, 3)))
        ]
        return "\n\n".join(paragraphs)

    def written(self, info: FieldInfo) -> Any:
        """Return something that a field may hold, or None when that cannot be made up."""
        if shape.is_reference(info):
            assert self.catalogue
            known = [placed.ref for placed in self.catalogue.index.values()]
            return self.random.sample(known, self.random.randint(1, 3)) if shape.is_list(info) else None
        one = self.one(info)
        return one if one is None or not shape.is_list(info) else [one, *([self.one(info)] * self.random.randint(0, 1))]

    def one(self, info: FieldInfo) -> str | None:
        """Return a single value of a field."""
        if choices := shape.choices(info):
            return self.random.choice(choices)
        if info.alias == "minutter":
            return str(self.random.randint(1, 500))
        if info.alias in {"gennemgået", "ændret"}:
            return str(dt.date(2026, 1, 1) + dt.timedelta(self.random.randint(0, 300)))
        style = shape.style(info)
        return self.prose() if style == "block" else self.title() if style == "name" else None

    # ---- edits -----------------------------------------------------------------------------------------------------

    def fresh(self, value: Any) -> Any:
        """Return a copy with new ids and words throughout."""
        if isinstance(value, list):
            return [self.fresh(item) for item in value]
        if not isinstance(value, dict):
            return value
        made = {key: self.fresh(child) for key, child in value.items() if key != "tidligere_id"}
        if "id" in made:
            made["id"] = f"ny-{self.random.getrandbits(40):x}"
        return made | ({"titel": self.title()} if "titel" in made else {})

    def add(self, place: Place) -> str:
        """Add an entry beside another, of the same kind."""
        made = self.fresh(place.value)
        if "tekst" in made:
            made["tekst"] = self.prose()
        place.siblings.insert(self.random.randint(0, len(place.siblings)), made)
        return f"add {made['id']}"

    def edit(self, place: Place) -> str:
        """Write one field of an entry anew, or leave it out where it may be."""
        models = shape.models_in(place.cls)
        infos = [
            info
            for info in place.cls.model_fields.values()
            if info.alias not in {"id", "tidligere_id", "type"} and not shape.below(models, str(info.alias))
        ]
        info = self.random.choice(infos)
        key = str(info.alias)
        if key in place.value and not info.is_required() and self.random.random() < 0.3:
            del place.value[key]
        elif (made := self.written(info)) is not None:
            place.value[key] = made
        return f"edit {place.value['id']} {key}"

    def move(self, place: Place) -> str:
        """Move an entry to another place of a list of its kind, its own or another."""
        lists = {id(other.siblings): other.siblings for other in self.places() if other.cls is place.cls}
        place.siblings.remove(place.value)
        target = self.random.choice(list(lists.values()))
        target.insert(self.random.randint(0, len(target)), place.value)
        return f"move {place.value['id']}"

    def remove(self, place: Place) -> str:
        """Take an entry out with all that points at it, and tell that it is gone for good."""
        place.siblings.remove(place.value)
        gone = [place.value, *(inner.value for inner in entries(place.file, place.value, (place.cls,)))]
        ids = [name for value in gone for name in (value["id"], *value.get("tidligere_id", []))]
        for value in self.files.values():
            forget(value, set(ids))
        title = place.value.get("titel", "Et punkt")
        self.files[SITE].setdefault("udgåede", []).extend({"id": name, "titel": title} for name in ids)
        return f"remove {', '.join(ids)}"

    def step(self) -> str:
        """Make one edit; return what it was, or "" when the check refused it and it was taken back."""
        before = copy.deepcopy(self.files)
        edits: list[Callable[[Place], str]] = [self.add, self.edit, self.edit, self.move, self.remove]
        told = self.random.choice(edits)(self.random.choice(self.places()))
        changed = [name for name in self.files if self.files[name] != before[name]]
        for name in changed:
            self.write(name)
        found = self.accepted() if changed else None
        if found:
            self.catalogue = found
            return told
        self.files = before
        for name in changed:
            self.write(name)
        return ""


def forget(value: Any, ids: set[str]) -> None:
    """Take every reference to some ids out of a value: from lists, ways, and links in texts."""
    for key, child in list(value.items() if isinstance(value, dict) else enumerate(value)):
        if isinstance(child, str):
            value[key] = re.sub(rf"\[([^\]]+)\]\([a-zæøå]+:(?:{'|'.join(map(re.escape, ids))})\)", r"\1", child)
        elif isinstance(child, list):
            child[:] = [one for one in child if not points_at(one, ids)]
            forget(child, ids)
            if not child and key in {"se", "sider"}:
                del value[key]
        elif isinstance(child, dict):
            forget(child, ids)


def points_at(value: Any, ids: set[str]) -> bool:
    """Whether an item of a list is a reference, or a way, to one of some ids."""
    ref = value.get("til", "") if isinstance(value, dict) else value
    return isinstance(ref, str) and ":" in ref and ref.rpartition(":")[2] in ids


def main(argv: list[str] | None = None) -> int:
    """Shuffle a copy of the data folder into TARGET; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.support.shuffle", description=__doc__)
    parser.add_argument("target", type=Path)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--steps", type=int, default=60, help="how many edits that the check accepts")
    given = parser.parse_args(argv)
    seed = secrets.randbelow(10**6) if given.seed is None else given.seed
    print(f"seed {seed}", flush=True)
    shutil.rmtree(given.target, ignore_errors=True)
    shutil.copytree(DATA, given.target)
    shuffler = Shuffler(given.target, seed)
    made: list[str] = []
    for _ in range(given.steps * 10):
        if len(made) < given.steps and (told := shuffler.step()):
            made.append(told)
            print(told, flush=True)
    return 0 if len(made) == given.steps else 1


if __name__ == "__main__":
    sys.exit(main())
