"""YAML text -> plain values with the place of each of them.

Every scalar is read as the text it is (`12:30`, `no` and `010` stay as written); pydantic converts where the model
asks for a number, a date or a choice. Anchors, aliases and tags are refused, so a small file cannot become a large
one. Uses the C loader's event stream when it is there: eight times faster than the pure one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from macros.problems import Problem

Path = tuple[str | int, ...]
Value = str | list["Value"] | dict[str, "Value"] | None

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
DEEPEST = 24


@dataclass(frozen=True)
class Mark:
    """A place in a file; both numbers count from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Document:
    """A file that could be read: its value and, for each path into it, the mark of its key and of its value."""

    file: str
    text: str
    value: Value
    keys: dict[Path, Mark] = field(default_factory=dict)
    values: dict[Path, Mark] = field(default_factory=dict)

    def mark(self, path: Path, *, key: bool = False) -> Mark:
        """Return the mark of `path`, or of the nearest thing around it."""
        table = self.keys if key else self.values
        while path and path not in table:
            path = path[:-1]
        return table.get(path) or self.keys.get(path) or Mark(1, 1)

    def lines(self) -> list[str]:
        """Return the file's lines, for quotation."""
        return self.text.split("\n")


def _mark(thing: yaml.Node | yaml.Event) -> Mark:
    """Return where a node or event begins."""
    begin = thing.start_mark
    return Mark(begin.line + 1, begin.column + 1) if begin else Mark(1, 1)


class _Reader:
    """Walks a composed node tree into plain values, noting marks and refusing what a data file must not hold."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.lines = text.split("\n")
        self.problems: list[Problem] = []
        self.keys: dict[Path, Mark] = {}
        self.values: dict[Path, Mark] = {}

    def refuse(self, mark: Mark, message: str, remedy: str, code: str) -> None:
        self.problems.append(Problem(self.file, mark.line, mark.column, message, remedy, code))

    def read(self, node: yaml.Node, path: Path) -> Value:
        mark = _mark(node)
        self.values.setdefault(path, mark)
        if isinstance(node, yaml.ScalarNode):
            if not node.style:
                self.check_plain(node, mark)
            text = unicodedata.normalize("NFC", node.value)
            return None if not node.style and text == "" else text
        if isinstance(node, yaml.SequenceNode):
            return [self.read(child, (*path, i)) for i, child in enumerate(node.value)]
        assert isinstance(node, yaml.MappingNode)
        return self.mapping(node, path)

    def check_plain(self, node: yaml.ScalarNode, mark: Mark) -> None:
        """Refuse an unquoted text that YAML read otherwise than its writer meant it."""
        end = node.end_mark
        if end and end.line + 1 > mark.line and "\n" in "\n".join(self.lines[mark.line - 1 : end.line + 1]).strip():
            glued = next((n for n in range(mark.line, end.line + 1) if self.lines[n].strip()), mark.line)
            if glued < end.line or (glued == end.line and end.column > 0):
                line = self.lines[glued]
                column = len(line) - len(line.lstrip()) + 1
                self.refuse(
                    Mark(glued + 1, column),
                    "Linjen hænger fast i linjen over og bliver læst som en del af den.",
                    "Begynder her et nyt punkt eller felt, så ret tegnet i begyndelsen: »- « med mellemrum eller "
                    "»felt: «. Er det samme tekst, så skriv den i en >- blok.",
                    "fastklistret",
                )
                return
        rest = self.lines[end.line][end.column :] if end and end.line < len(self.lines) else ""
        if rest.lstrip().startswith("#") and rest[:1].isspace():
            self.refuse(
                Mark(mark.line, (end.column if end else 0) + len(rest) - len(rest.lstrip()) + 1),
                "Alt efter # på linjen bliver ikke læst.",
                "Sæt hele teksten i lige anførselstegn, eller slet det, der står efter #.",
                "havelåge",
            )
        if node.value[:1] in "“”„‟" and node.value[:1]:
            self.refuse(
                mark,
                "Teksten står i krøllede anførselstegn, som bliver en del af den.",
                'Brug lige anførselstegn "…", eller »…«, hvis det er et citat.',
                "krøllede-citationstegn",
            )
        if node.value[:1] in "•·▪◦" and node.value[:1]:
            self.refuse(
                mark,
                "Teksten begynder med et punkttegn, der er kopieret ind fra et andet program.",
                "Slet tegnet. I en liste begynder hver linje med bindestreg og mellemrum.",
                "punkttegn",
            )

    def mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for key_node, value_node in node.value:
            mark = _mark(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                self.refuse(
                    mark, "En nøgle skal være et enkelt ord.", "Skriv nøglen som ét ord fulgt af kolon.", "nøgle"
                )
                continue
            key = unicodedata.normalize("NFC", key_node.value)
            if key in found:
                first = self.keys[(*path, key)].line
                self.refuse(
                    mark,
                    f"»{key}« står to gange her; første gang i linje {first}.",
                    "Behold den ene, og slet den anden. Skal begge tekster med, så saml dem i ét felt.",
                    "dobbelt-nøgle",
                )
                continue
            self.keys[(*path, key)] = mark
            found[key] = self.read(value_node, (*path, key))
        return found


def _refused_tokens(file: str, text: str) -> Iterator[Problem]:
    """Yield a problem for each anchor, alias and tag: the event stream shows them before anything is expanded."""
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        mark = _mark(event)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                yield Problem(
                    file,
                    mark.line,
                    mark.column,
                    "Filen er dybere indrykket, end data kan være.",
                    "Ret indrykningen, så hvert niveau kun er to mellemrum inde.",
                    "dybde",
                )
                return
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        sign = ""
        if isinstance(event, yaml.AliasEvent):
            sign = "*"
        elif getattr(event, "anchor", None):
            sign = "&"
        elif getattr(event, "tag", None):
            sign = "!"
        if sign:
            yield Problem(
                file,
                mark.line,
                mark.column,
                f"Teksten begynder med {sign}, som YAML læser som en kode og ikke som tekst.",
                'Skriv teksten i en >- blok på linjen under, eller sæt den i lige anførselstegn "…".',
                "yaml-kode",
            )


def read(file: str, text: str) -> tuple[Document | None, list[Problem]]:
    """Read one file's text.

    Returns the document (None when the text is no YAML at all) and every problem found on the way. Never raises on
    bad input.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    strange = [p for number, line in enumerate(text.split("\n"), 1) for p in _strange(file, number, line)]
    if strange:
        return None, strange
    try:
        problems = list(_refused_tokens(file, text))
        if problems:
            return None, problems
        node = yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError as error:
        return None, [_syntax(file, text, error)]
    if node is None:
        return None, [Problem(file, 1, 1, "Filen er tom.", "Udfyld filen, eller slet den.", "tom-fil")]
    reader = _Reader(file, text)
    value = reader.read(node, ())
    return Document(file, text, value, reader.keys, reader.values), reader.problems


INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
MERGE_MARK = re.compile(r"^<{7}( |$)")
HARD_SPACE_INDENT = re.compile("^ *\u00a0")


def _strange(file: str, number: int, line: str) -> Iterator[Problem]:
    """Yield what no line of a data file may hold, whatever YAML would make of it."""
    if match := INVISIBLE.search(line):
        yield Problem(
            file,
            number,
            match.start() + 1,
            "Linjen indeholder et tegn, der ikke kan ses. Det følger ofte med, når man kopierer.",
            "Slet linjen, og skriv den igen i hånden.",
            "usynligt-tegn",
        )
    if MERGE_MARK.match(line):
        yield Problem(
            file,
            number,
            1,
            "Her står et mærke efter en sammenfletning, der ikke er gjort færdig.",
            "Vælg den tekst, der skal gælde, og slet den anden og de tre mærkelinjer (<<<<<<<, ======= og >>>>>>>).",
            "sammenfletning",
        )
    if HARD_SPACE_INDENT.match(line):
        yield Problem(
            file,
            number,
            1,
            "Linjen er rykket ind med hårde mellemrum, som YAML ikke læser som mellemrum.",
            "Slet indrykningen, og lav den igen med mellemrumstasten.",
            "hårdt-mellemrum",
        )


@dataclass(frozen=True)
class LineRule:
    """A way of writing that YAML cannot read, known by the line on which the reader stopped.

    `fix`, when given, is a replacement pattern for the whole line.
    """

    code: str
    pattern: re.Pattern[str]
    message: str
    remedy: str
    fix: str = ""


LINE_RULES: tuple[LineRule, ...] = (
    LineRule(
        "tabulator",
        re.compile(r"^ *\t"),
        "Linjen er rykket ind med tabulator.",
        "Brug mellemrum: to for hvert niveau.",
    ),
    LineRule(
        "tegn-først",
        re.compile(r"^(\s*(?:- )?[\wæøåÆØÅ-]+: +)([&*!%@`].*)$"),
        "Teksten begynder med et tegn, som YAML læser som en kode.",
        "Sæt teksten i lige anførselstegn, eller skriv den i en >- blok på linjen under.",
        r'\1"\2"',
    ),
    LineRule(
        "kolon",
        re.compile(r"^(\s*(?:- )?[\wæøåÆØÅ-]+: +)([^\"'>|\[{].*: .*|[^\"'>|\[{].*:)$"),
        "Kolonet inde i teksten læses som et nyt felt.",
        "Sæt teksten i lige anførselstegn, eller skriv den i en >- blok på linjen under.",
        r'\1"\2"',
    ),
    LineRule(
        "mellemrum-efter-bindestreg",
        re.compile(r"^(\s*)-(?=[^\s-])(.*)$"),
        "Der mangler et mellemrum efter bindestregen.",
        "Skriv et mellemrum mellem bindestreg og tekst.",
        r"\1- \2",
    ),
    LineRule(
        "mellemrum-mangler",
        re.compile(r"^(\s*(?:- )?[\wæøåÆØÅ-]+):(?=[^\s/])(.*)$"),
        "Der mangler et mellemrum efter kolon.",
        "Skriv et mellemrum mellem kolon og tekst.",
        r"\1: \2",
    ),
)


def _syntax(file: str, text: str, error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = text.split("\n")
    for at in (line, line - 1):
        shown = lines[at - 1] if 0 < at <= len(lines) else ""
        for rule in LINE_RULES:
            if rule.pattern.search(shown):
                where = column if at == line else len(shown) - len(shown.lstrip()) + 1
                fix = rule.pattern.sub(rule.fix, shown) if rule.fix else ""
                return Problem(file, at, where, rule.message, rule.remedy, rule.code, fix)
    return Problem(
        file,
        line,
        column,
        "Filen kan ikke læses herfra: skrivemåden passer ikke.",
        "Se på denne linje og linjen over: står kolon, bindestreg, indrykning og anførselstegn som i de andre punkter?",
        "syntaks",
    )
