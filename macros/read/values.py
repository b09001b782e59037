"""A composed YAML tree into plain values with the place of each, and what a data file must not hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import yaml

from macros.blank import INVISIBLE
from macros.read import blocks, plain
from macros.read.document import Document, Mark, Path, Value
from macros.read.lines import Fields, quote
from macros.read.parsing import mark_of
from macros.read.problems import Problem, Said
from macros.read.rules.places import LOST_DASH, NOT_IN
from macros.read.scalar import Refused, Scalar

NO_KEY = Said("En nøgle skal være et enkelt ord.", "Skriv nøglen som ét ord fulgt af kolon.", "nøgle")
TWICE = Said(
    "»{}« står to gange her; første gang i linje {}.",
    "Behold den ene, og slet den anden. Skal begge tekster med, så saml dem i ét felt.",
    "dobbelt-nøgle",
)
BRACES = Said(
    "Teksten begynder med {, som YAML læser som en kode.",
    "Slet de krøllede parenteser, eller sæt teksten i lige anførselstegn.",
    "tegn-først",
)
CODED = re.compile(r"\\")  # without it no text holds a sign that the lines do not, and those have been looked through


class Reader:
    """Walks a composed node tree into plain values, noting marks and refusing what a data file must not hold."""

    def __init__(self, file: str, text: str, fields: Fields) -> None:
        self.file, self.text, self.fields = file, text, fields
        self.lines = text.split("\n")
        self.coded = bool(CODED.search(text))
        self.problems: list[Problem] = []
        self.keys: dict[Path, Mark] = {}
        self.values: dict[Path, Mark] = {}
        self.lost: set[str] = set()

    def document(self, node: yaml.Node) -> Document:
        """Return the document of a tree; what is refused is then among `problems`."""
        value = self._read(node, ())
        return Document(self.file, self.text, value, self.keys, self.values, frozenset(self.lost))

    def _refuse(self, refused: Refused) -> None:
        mark, said, fix = refused
        self.problems.append(Problem(self.file, mark.line, mark.column, *said, fix))

    def _read(self, node: yaml.Node, path: Path) -> Value:
        self.values.setdefault(path, mark_of(node))
        if isinstance(node, yaml.ScalarNode):
            return self._styled(node) if node.style else self._plain(node)
        if isinstance(node, yaml.SequenceNode):
            return [self._read(child, (*path, i)) for i, child in enumerate(node.value)]
        assert isinstance(node, yaml.MappingNode)
        return self._braces(node) or self._mapping(node, path)

    def _plain(self, node: yaml.ScalarNode) -> Value:
        """Return an unquoted text, or what it was meant to be; one that is empty is none."""
        value: Value = str(node.value)
        if not plain.is_word(self.lines, node) and (answer := plain.refused(Scalar(self.lines, node))):
            self._refuse(answer[0])
            value = answer[1]
        return (unicodedata.normalize("NFC", value) or None) if isinstance(value, str) else value

    def _styled(self, node: yaml.ScalarNode) -> str:
        """Return a text in a block or in quotes, without what cannot be seen."""
        text = str(node.value)
        if node.style in ("|", ">"):
            for refused, name in blocks.slipped_in(Scalar(self.lines, node), self.fields):
                self._refuse(refused)
                self.lost |= {name} - {""}
        elif self.coded and INVISIBLE.search(text):
            if code := blocks.unseen_code(Scalar(self.lines, node)):
                self._refuse(code)
            text = INVISIBLE.sub("", text)
        return unicodedata.normalize("NFC", text)

    def _mapping(self, node: yaml.MappingNode, path: Path) -> Value:
        found: dict[str, Value] = {}
        above: tuple[str, yaml.Node] | None = None
        for key_node, child in self._keyed(node):
            key, mark = unicodedata.normalize("NFC", key_node.value), mark_of(key_node)
            if above and _is_text(key_node, key, above[1]):
                found[above[0]] = f"{found[above[0]] or ''} {self._loose(mark)}".strip()
                continue
            above = key, child
            if key in found:
                if self._again(found, key, mark, path):
                    break  # the rest of the fields are the new entry's
                continue
            self.keys[(*path, key)] = mark
            found[key] = self._read(child, (*path, key))
        return found

    def _keyed(self, node: yaml.MappingNode) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
        """Yield the keys that are words, each with its value."""
        for key_node, child in node.value:
            if isinstance(key_node, yaml.ScalarNode) and (key_node.value or key_node.style):
                yield key_node, child
            else:
                self._refuse(Refused(self._inside(mark_of(key_node)), NO_KEY))

    def _inside(self, mark: Mark) -> Mark:
        """Return a mark in the file; YAML's own stands below the last line when a file ends with a code."""
        if mark.line <= len(self.lines) and self.lines[mark.line - 1].strip():
            return mark
        return Mark(next((n for n in range(len(self.lines), 1, -1) if self.lines[n - 1].strip()), 1), 1)

    def _loose(self, mark: Mark) -> str:
        """Refuse a line that is no field but belongs to the text above it; return its text."""
        line = self.lines[mark.line - 1].strip()
        deep = mark.column + 1
        self._refuse(Refused(Mark(mark.line, 1), NOT_IN.of(deep), " " * deep + line))
        return line

    def _again(self, found: dict[str, Value], key: str, mark: Mark, path: Path) -> bool:
        """Refuse a key that stands there already; return whether a new entry begins with it."""
        first = next(filter(None, found), None)
        begins = key == first and bool(path) and isinstance(path[-1], int)
        if begins:
            fix = " " * max(0, mark.column - 3) + "- " + self.lines[mark.line - 1].strip()
            self._refuse(Refused(mark, LOST_DASH.of(key), fix))
        else:
            self._refuse(Refused(mark, TWICE.of(key, self.keys[(*path, key)].line)))
        return begins

    def _braces(self, node: yaml.MappingNode) -> str:
        """Refuse a text in braces, which YAML reads as fields; return what was written (nothing if it is fields)."""
        fields = all(isinstance(key, yaml.ScalarNode) and child.value != "" for key, child in node.value)
        mark, end = mark_of(node), node.end_mark
        if not node.flow_style or fields or not end or end.line + 1 != mark.line:
            return ""
        line = self.lines[mark.line - 1]
        bare = line[mark.column - 1 :].replace("{", "").replace("}", "").strip()
        self._refuse(Refused(mark, BRACES, line[: mark.column - 1] + quote(bare)))
        return bare


def _is_text(node: yaml.ScalarNode, key: str, above: yaml.Node) -> bool:
    """Whether what YAML took for a key is more of the block above it."""
    return " " in key and not node.style and getattr(above, "style", "") in ("|", ">")
