"""What readers have in their browsers, files and links, as former versions of the site made it: `tests/promises/`."""

from __future__ import annotations

import base64
import json
import re
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.sites import PREFIX, ROOT

FOLDER = ROOT / "tests/promises"
STORAGE = f"paa-tvaers:1:/{PREFIX}/:"  # what every name in the browser's storage begins with
CODE = re.compile(r"#(\w+)=([A-Za-z0-9_-]+)")
NOT_HERS = frozenset({"at", "v", "both", "title", "text", "place"})  # of a record: what the page wrote for its own use
MARKS = frozenset({"at", "v"})  # when and by whom it was written
TEXTS = frozenset({"note", "who", "what", "name"})  # of which two may stand in one field

Record = dict[str, Any]
Collaborations = dict[str, dict[str, Record]]
Step = dict[str, dict[str, Record]]


@dataclass(frozen=True)
class Stored:
    """What a browser kept: the names and texts of its two storages."""

    name: str
    local: dict[str, str]
    session: dict[str, str]

    def kept(self, name: str) -> str | None:
        """Return the text under a name, on the computer before the window, or None."""
        return self.local.get(STORAGE + name) or self.session.get(STORAGE + name)

    @property
    def collaborations(self) -> Collaborations:
        """The reader's own material."""
        return dict(json.loads(self.kept("eget") or "{}")["collaborations"])

    @property
    def version(self) -> int:
        """The version of the state."""
        return int(json.loads(self.kept("eget") or "{}")["version"])

    @property
    def steps(self) -> dict[str, list[Step]]:
        """The steps that can be taken back (`undo`) and made again (`redo`), the last one last."""
        return dict(json.loads(self.kept("skridt") or '{"undo": [], "redo": []}'))

    @property
    def aside(self) -> list[str]:
        """What could not be read, and was kept as it was."""
        both = {**self.local, **self.session}
        return [text for key, text in both.items() if key.startswith(f"{STORAGE}eget:sat-til-side:")]

    @property
    def current(self) -> str:
        """The collaboration in use."""
        return self.kept("valgt") or "uden-navn"


@dataclass(frozen=True)
class Link:
    """A link somebody was sent: its address under the site's root, what kind it is, and what it carries."""

    name: str
    address: str
    kind: str
    value: Any

    @property
    def page(self) -> str:
        """The page it opens."""
        return self.address.partition("#")[0]


def states() -> list[Stored]:
    """Return every frozen state of a browser."""
    found = [(path, json.loads(path.read_text(encoding="utf-8"))) for path in sorted(FOLDER.glob("states/*.json"))]
    return [Stored(path.stem, made["local"], made["session"]) for path, made in found]


def links() -> list[Link]:
    """Return every frozen link."""
    return [_link(path) for path in sorted(FOLDER.glob("links/*.txt"))]


def files(ending: str) -> list[Path]:
    """Return every frozen file with an ending: "json" (collaborations) or "txt" (one leader's answer)."""
    return sorted(FOLDER.glob(f"files/*.{ending}"))


def carried(words: str) -> tuple[str, Any]:
    """Return the kind of a link and the value in it: JSON, deflated, base64url. Raises AssertionError if it is none."""
    found = CODE.search(words)
    assert found, words
    raw = base64.urlsafe_b64decode(found[2] + "=" * (-len(found[2]) % 4))
    return found[1], json.loads(zlib.decompress(raw, -15))


def _link(path: Path) -> Link:
    """Return a link; what one of today holds, packed in bits, stands beside it as it was given to be packed."""
    address = path.read_text(encoding="utf-8").strip()
    beside = path.with_suffix(".json")
    if not beside.exists():
        return Link(path.stem, address, *carried(address))
    (kind, _) = CODE.findall(address)[0]
    return Link(path.stem, address, kind, json.loads(beside.read_text(encoding="utf-8")))


def alive(record: Record) -> bool:
    """Say whether a record holds anything the reader wrote."""
    values = [value for name, value in record.items() if name not in NOT_HERS]
    gone = record.get("gone") and not any(field in record for field in TEXTS)
    return not gone and any(value not in ("", False, []) for value in values)


def hers(collaborations: Collaborations) -> Collaborations:
    """Return what the reader wrote, without the moments it was written at and what was taken away."""
    return {
        name: {key: {f: v for f, v in one.items() if f not in MARKS} for key, one in records.items() if alive(one)}
        for name, records in collaborations.items()
    }


def upgraded(steps: list[Step], former: str, records: dict[str, Record]) -> list[Step]:
    """Return what steps of version 1 changed in one collaboration (`former` is its id then), by the ids of its parties.

    That a collaboration was made, or its parties changed, is taken back no more. Steps of version 2 stay as they are.
    """
    parties = {one["place"]: key.partition(".")[2] for key, one in records.items() if key.startswith("part.")}
    made: list[Step] = []
    for step in steps:
        changed = step["changes"].get(former, {}) if "changes" in step else step.get(former, {})
        if not changed or changed.get("om", {}).get("created", 0) is None:
            continue
        made.append({former: {_by_party(key, parties): _put_back(fields) for key, fields in changed.items()}})
    return made


def _by_party(key: str, parties: dict[int, str]) -> str:
    base, _, place = key.partition(".")
    return f"{base}.{parties[int(place)]}" if place.isdecimal() else key


def _put_back(fields: Record) -> Record:
    return {name: value for name, value in fields.items() if name not in {"at", "parties"}}


def _rewritten(record: Record, texts: dict[str, Any]) -> Record:
    """Return a record without the texts that a step drops from its fields, and with those it puts there."""
    if not texts:
        return record
    both = record.get("both", {})
    made = {name: value for name, value in record.items() if name != "both"}
    for name, one in texts.items():
        there = [made.get(name), *(other["value"] for other in both.get(name, []))]
        left = [text for text in there if text and text not in one["drop"]]
        made[name] = next((added["value"] for added in one["add"]), left[0] if left else None)
    return made


def stepped(collaborations: Collaborations, steps: list[Step]) -> Collaborations:
    """Return the material after steps were applied, the last of the list first."""
    made = {name: {key: {**one} for key, one in records.items()} for name, records in collaborations.items()}
    for step in reversed(steps):
        for name, records in step.items():
            for key, fields in records.items():
                plain = {f: v for f, v in fields.items() if f not in MARKS | {"texts"}}
                one = _rewritten({**made.setdefault(name, {}).get(key, {}), **plain}, fields.get("texts", {}))
                made[name][key] = {field: value for field, value in one.items() if value is not None}
    return made
