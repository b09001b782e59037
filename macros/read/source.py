"""YAML text -> plain values with the place of each of them.

Every scalar is read as the text it is (`12:30`, `no` and `010` stay as written); pydantic converts where the model
asks for a number, a date or a choice. Anchors, aliases and tags are refused, so a small file cannot become a large
one. Uses the C loader's event stream when it is there: eight times faster than the pure one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import yaml

from macros.read import doctor
from macros.read.document import Document, Mark, Path, Value
from macros.read.problems import Problem

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
DEEPEST = 24


def _mark(thing: yaml.Node | yaml.Event) -> Mark:
    """Return where a node or event begins."""
    begin = thing.start_mark
    return Mark(begin.line + 1, begin.column + 1) if begin else Mark(1, 1)


class _Reader:
    """Walks a composed node tree into plain values, noting marks and refusing what a data file must not hold."""

    def __init__(self, file: str, text: str, fields: Collection[str]) -> None:
        self.file, self.fields = file, fields
        self.lines = text.split("\n")
        self.problems: list[Problem] = []
        self.keys: dict[Path, Mark] = {}
        self.values: dict[Path, Mark] = {}
        self.lost: set[str] = set()

    def refuse(self, mark: Mark, message: str, remedy: str, code: str, fix: str = "") -> None:
        self.problems.append(Problem(self.file, mark.line, mark.column, message, remedy, code, fix))

    def read(self, node: yaml.Node, path: Path) -> Value:
        mark = _mark(node)
        self.values.setdefault(path, mark)
        if isinstance(node, yaml.ScalarNode):
            if not node.style and (items := self.bullets(node, mark)):
                return items
            if node.style in ("|", ">"):
                self.check_block(node, mark)
            plain = self.check_plain(node, mark) if not node.style else self.check_coded(node, mark)
            text = unicodedata.normalize("NFC", plain)
            return None if not node.style and text == "" else text
        if isinstance(node, yaml.SequenceNode):
            return [self.read(child, (*path, i)) for i, child in enumerate(node.value)]
        assert isinstance(node, yaml.MappingNode)
        return self.mapping(node, path)

    def check_coded(self, node: yaml.ScalarNode, mark: Mark) -> str:
        """Refuse a sign that cannot be seen and is written as one of YAML's codes; return the text without it."""
        text: str = node.value
        if not INVISIBLE.search(text):
            return text
        end = node.end_mark
        assert end
        for number in range(mark.line, min(end.line + 1, len(self.lines)) + 1):
            codes = CODED.finditer(self.lines[number - 1])
            if match := next((m for m in codes if INVISIBLE.search(_decoded(m.group()))), None):
                told = f"Teksten indeholder koden {match.group()}, som står for et tegn, der ikke kan ses."
                self.refuse(Mark(number, match.start() + 1), told, "Slet koden.", "usynligt-tegn")
                break
        return INVISIBLE.sub("", text)

    def check_block(self, node: yaml.ScalarNode, mark: Mark) -> None:
        """Refuse a line of a text that is written as a field: it was meant for one, and would be lost in the text."""
        end = node.end_mark
        assert end
        for number in range(mark.line, min(end.line, len(self.lines))):
            if self.lines[number].strip() in BLOCK_SIGNS:
                column = len(self.lines[number]) - len(self.lines[number].lstrip()) + 1
                told = "Her begynder en ny tekst, men bindestregen foran mangler, så den bliver en del af den ovenfor."
                fix = " " * max(0, column - 3) + "- >-"
                remedy = "Sæt bindestreg og mellemrum foran >-."
                self.refuse(Mark(number + 1, column), told, remedy, "bindestreg-mangler", fix)
            match = FIELD_LINE.match(self.lines[number])
            if match and match[2] in self.fields:
                line = self.lines[mark.line - 1]
                lead = len(line[: mark.column - 1]) - len(line[: mark.column - 1].lstrip(" -"))
                told = f"Linjen ligner feltet »{match[2]}«, men bliver læst som en del af teksten ovenfor."
                remedy = "Ryk linjen ud, så den flugter med de andre felter, eller skriv sætningen om."
                column = len(match[1]) + 1
                self.refuse(Mark(number + 1, column), told, remedy, "felt-i-tekst", " " * lead + match[3])
                self.lost.add(match[2])

    def bullets(self, node: yaml.ScalarNode, mark: Mark) -> list[Value]:
        """Refuse a list whose items begin with a bullet or a number; return its items (none if it is no such list)."""
        end = node.end_mark
        rows = self.lines[mark.line - 1 : end.line + 1] if end else []
        if rows and len(rows) > 1 and re.match("^ *->-? *$", rows[0]):
            told, remedy = "Der mangler et mellemrum efter bindestregen.", "Skriv et mellemrum mellem - og >-."
            fix = rows[0].replace("->", "- >", 1)
            self.refuse(mark, told, remedy, "mellemrum-efter-bindestreg", fix)
            return [" ".join(row.strip() for row in rows[1:])]
        if not rows or rows[0][: mark.column - 1].strip() or not BULLET.match(rows[0]):
            return []
        texts = [BULLET.sub("", row).strip() for row in rows if BULLET.match(row)]
        told = "Punktet begynder ikke med den bindestreg, som en liste skal have."
        if len(texts) > 1:
            told = f"De {len(texts)} punkter her begynder ikke med den bindestreg, som en liste skal have."
        fix = "\n".join(BULLET.sub(lambda m: f"{m[1]}- ", row) for row in rows if BULLET.match(row))
        self.refuse(mark, told, "Begynd hver linje med bindestreg og mellemrum.", "punkttegn", fix)
        return list(texts)

    def check_plain(self, node: yaml.ScalarNode, mark: Mark) -> str:
        """Refuse an unquoted text that YAML read otherwise than its writer meant it; return the text as meant."""
        end = node.end_mark
        assert end
        text: str = node.value
        line = self.lines[mark.line - 1]
        before = line[: mark.column - 1]
        if end.line + 1 > mark.line and (glued := self.glued(mark, end)):
            below = self.lines[glued - 1]
            if doctor.BLOCK_SLIP.match(line[mark.column - 1 :].strip()):
                sign = line[mark.column - 1 :].strip()
                told = f"Tegnet {sign} skal være >-, når teksten står på linjerne under."
                self.refuse(mark, told, "Skriv >- efter feltets navn.", "blok", f"{before}>-")
                return text
            column = len(below) - len(below.lstrip()) + 1
            told = "Linjen hænger fast i linjen over og bliver læst som en del af den."
            remedy = (
                "Begynder her et nyt punkt eller felt, så ret tegnet i begyndelsen: »- « med mellemrum eller "
                "»felt: «. Er det samme tekst, så skriv den i en >- blok."
            )
            head = self.lines[mark.line - 2] if mark.line > 1 else ""
            if not before.strip() and re.search(r"[\wæøå]:\s*$", head):
                told = "Her mangler >-, for teksten står på flere linjer under feltet."
                fix = f"{head.rstrip()} >-"
                place = Mark(mark.line - 1, len(head.rstrip()))
                self.refuse(place, told, "Skriv >- efter kolonet.", "blok", fix)
                return text
            rows = [row.strip() for row in self.lines[mark.line - 1 : end.line + 1] if row.strip()]
            rows[0] = line[mark.column - 1 :].strip()
            pad = " " * (len(before) - len(before.lstrip(" -")) + 2)
            fix = "\n".join([f"{before}>-", *(pad + row for row in rows)]) if before.strip() else ""
            self.refuse(Mark(glued, column), told, remedy, "fastklistret", fix)
            return rows[0]
        rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
        if rest.lstrip().startswith("#") and (rest[:1].isspace() or not text):
            whole = f"{text}{rest}".strip()
            told = "Alt efter # på linjen bliver ikke læst."
            remedy = "Sæt hele teksten i lige anførselstegn, eller slet det, der står efter #."
            column = end.column + len(rest) - len(rest.lstrip()) + 1
            space = "" if before.endswith(" ") or text else " "
            self.refuse(Mark(mark.line, column), told, remedy, "havelåge", before + space + doctor.quote(whole))
            return whole
        alone = not rest.strip()
        if doctor.is_curly(text):
            told = "Teksten står i krøllede anførselstegn, som bliver en del af den."
            remedy = 'Brug lige anførselstegn "…", eller »…«, hvis det er et citat.'
            fix = before + doctor.quote(text.strip(doctor.CURLY)) if alone else ""
            self.refuse(mark, told, remedy, "krøllede-citationstegn", fix)
            return text.strip(doctor.CURLY)
        elif text[:1] in "•·▪◦" and text:
            told = "Teksten begynder med et punkttegn, der er kopieret ind fra et andet program."
            remedy = "Slet tegnet. I en liste begynder hver linje med bindestreg og mellemrum."
            fix = before + text[1:].strip() if alone else ""
            self.refuse(mark, told, remedy, "punkttegn", fix)
        elif text.endswith(('"', "”")) and text.count('"') % 2:
            told = "Teksten slutter med et anførselstegn, der ikke er begyndt."
            remedy = "Sæt anførselstegn om hele teksten, eller slet det sidste."
            fix = before + doctor.quote(text.strip('"”“')) if alone else ""
            self.refuse(mark, told, remedy, "citationstegn", fix)
        return text

    def glued(self, mark: Mark, end: Any) -> int | None:
        """Return the line (from 1) on which a text runs on below its first line."""
        first = next((n for n in range(mark.line, min(end.line + 1, len(self.lines))) if self.lines[n].strip()), None)
        if first is None or (first == end.line and end.column == 0) or first > end.line:
            return None
        return first + 1

    def mapping(self, node: yaml.MappingNode, path: Path) -> Value:
        if node.flow_style and (meant := self.braces(node)):
            return meant
        found: dict[str, Value] = {}
        first = None
        above: tuple[str, yaml.Node] | None = None
        for key_node, value_node in node.value:
            mark = _mark(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                told, remedy = "En nøgle skal være et enkelt ord.", "Skriv nøglen som ét ord fulgt af kolon."
                self.refuse(mark, told, remedy, "nøgle")
                continue
            key = unicodedata.normalize("NFC", key_node.value)
            if " " in key and not key_node.style and above and getattr(above[1], "style", "") in ("|", ">"):
                line = self.lines[mark.line - 1]
                fix = " " * (mark.column + 1) + line.strip()
                told = "Linjen hører til teksten ovenfor, men er ikke rykket lige så langt ind."
                remedy = f"Ryk den {mark.column + 1} mellemrum ind, som resten af teksten."
                self.refuse(Mark(mark.line, 1), told, remedy, "indrykning", fix)
                found[above[0]] = f"{found[above[0]] or ''} {line.strip()}".strip()
                continue
            above = key, value_node
            if key in found and key == first and path and isinstance(path[-1], int):
                line = self.lines[mark.line - 1]
                told = f"Her begynder et nyt punkt, men bindestregen foran »{key}« mangler."
                remedy = "Sæt bindestreg og mellemrum foran punktets første linje."
                fix = " " * max(0, mark.column - 3) + "- " + line.strip()
                self.refuse(mark, told, remedy, "bindestreg-mangler", fix)
                break  # the rest of the fields are the new entry's
            if key in found:
                self.refuse(
                    mark,
                    f"»{key}« står to gange her; første gang i linje {self.keys[(*path, key)].line}.",
                    "Behold den ene, og slet den anden. Skal begge tekster med, så saml dem i ét felt.",
                    "dobbelt-nøgle",
                )
                continue
            first = first or key
            self.keys[(*path, key)] = mark
            found[key] = self.read(value_node, (*path, key))
        return found

    def braces(self, node: yaml.MappingNode) -> str:
        """Refuse a text in braces, which YAML reads as fields; return what was written (nothing if it is fields)."""
        if node.value and all(isinstance(k, yaml.ScalarNode) and v.value != "" for k, v in node.value):
            return ""
        mark, end = _mark(node), node.end_mark
        if not node.value or not end or end.line + 1 != mark.line:
            return ""
        line = self.lines[mark.line - 1]
        written = line[mark.column - 1 :].rstrip()
        told = "Teksten begynder med {, som YAML læser som en kode."
        remedy = "Slet de krøllede parenteser, eller sæt teksten i lige anførselstegn."
        bare = written.replace("{", "").replace("}", "").strip()
        self.refuse(mark, told, remedy, "tegn-først", line[: mark.column - 1] + doctor.quote(bare))
        return bare


FIELD_LINE = re.compile(r"^( *)(?=([\wæøåÆØÅé-]+):)(\w+: +(?:>-?|\[.*\]|\".*\"|[a-z0-9]+(?:-[a-z0-9]+)*) *)$")
BLOCK_SIGNS = frozenset({">-", ">", "|", "|-"})
BULLET = re.compile("^( *)(?:[–—•·▪◦*+\u2190-\u21ff\u25a0-\u25ff\u2600-\u27bf\u2b00-\u2bff]|\\d{1,2}[.)])[ \u00a0]+")
# What XML and HTML hold to be no text at all, and what only steers how others are drawn.
INVISIBLE = re.compile(
    "[\u00ad\u061c\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane | 0xFFFE)}{chr(plane | 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]|(?<![\u2190-\U0010ffff])\u200d"  # joined emoji are written with one; nothing else is
    "|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]"  # flags are written with these
)
MERGE_MARK = re.compile(r"^(<{7}|={7}|>{7})( |$)")
HARD_SPACE_INDENT = re.compile("^ *\u00a0[ \u00a0]*")
UNSEEN = (
    "Linjen indeholder et tegn, der ikke kan ses. Det følger ofte med, når man kopierer.",
    "Slet linjen, og skriv den igen i hånden.",
    "usynligt-tegn",
)
CODED = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0abefvLNP])")
MOST = 40  # mistakes of one file that are mended and read on from


def _decoded(code: str) -> str:
    """Return the sign that one of YAML's codes stands for."""
    node = yaml.compose(f'"{code}"', Loader=LOADER)
    return str(node.value) if node else ""


def looks_like_field(line: str) -> bool:
    """Whether a line of a text could be taken for a field or for the beginning of another text."""
    return line.strip() in BLOCK_SIGNS or bool(FIELD_LINE.match(line))


def _strange(file: str, lines: list[str]) -> tuple[list[Problem], list[str]]:
    """Return what no line of a data file may hold, whatever YAML would make of it, and the lines without it."""
    problems: list[Problem] = []
    out: list[str] = []
    side = ""  # which side of a merge conflict a line stands on; the first side is read on
    hard = False
    for number, line in enumerate(lines, 1):
        if match := MERGE_MARK.match(line):
            if match.group(1)[0] == "<" or not side:
                told = "Her står et mærke efter en sammenfletning, der ikke er gjort færdig."
                remedy = (
                    "Vælg den tekst, der skal gælde, og slet den anden og de tre mærkelinjer "
                    "(<<<<<<<, ======= og >>>>>>>)."
                )
                problems.append(Problem(file, number, 1, told, remedy, "sammenfletning"))
            side = "" if match.group(1)[0] == ">" else match.group(1)[0]
            out.append("")
            continue
        if side == "=":
            out.append("")
            continue
        if match := INVISIBLE.search(line):
            problems.append(Problem(file, number, match.start() + 1, *UNSEEN))
            line = INVISIBLE.sub("", line)
        if match := HARD_SPACE_INDENT.match(line):
            line = " " * match.end() + line[match.end() :]
            if not hard:
                told = "Linjen er rykket ind med hårde mellemrum, som YAML ikke læser som mellemrum."
                remedy = "Slet indrykningen, og lav den igen med mellemrumstasten."
                problems.append(Problem(file, number, 1, told, remedy, "hårdt-mellemrum", line))
            hard = True
        elif line.strip():
            hard = False
        out.append(line)
    return problems, out


@dataclass(frozen=True)
class _Stop:
    """Where YAML stops reading (lines and columns from 0), what it was in the middle of, and whether to give up."""

    line: int
    column: int
    start: int
    final: Problem | None = None


def _stop(file: str, text: str) -> _Stop | None:
    """Return the first place a text cannot be read past: bad YAML, or an anchor, an alias or a tag.

    The event stream shows these before anything is expanded.
    """
    depth = 0
    try:
        for event in yaml.parse(text, Loader=LOADER):
            mark = _mark(event)
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > DEEPEST:
                    told = "Filen er dybere indrykket, end data kan være."
                    remedy = "Ret indrykningen, så hvert niveau kun er to mellemrum inde."
                    deep = Problem(file, mark.line, mark.column, told, remedy, "dybde")
                    return _Stop(mark.line - 1, mark.column - 1, 0, deep)
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) or getattr(event, "tag", None):
                return _Stop(mark.line - 1, mark.column - 1, mark.line - 1)
        yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError as error:
        at, start = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
        line, column = (at.line, at.column) if at else (0, 0)
        return _Stop(line, column, start.line if start else line)
    return None


def _code(text: str) -> int | None:
    """Return the line (from 0) where a text names a part and uses it again, as YAML's own code can; None if not."""
    named: dict[str, int] = {}
    try:
        for event in yaml.parse(text, Loader=LOADER):
            anchor = getattr(event, "anchor", None)
            if isinstance(event, yaml.AliasEvent) and anchor in named:
                return named[anchor]
            if anchor:
                named[anchor] = _mark(event).line - 1
    except yaml.YAMLError:
        pass
    return None


def _mended(file: str, text: str, keys: Collection[str]) -> tuple[str | None, list[Problem]]:
    """Return a text that YAML can read, and what had to be mended to get there; None when no rule knows how."""
    lines = text.split("\n")
    problems: list[Problem] = []

    def reach(mended: list[str]) -> int:
        stop = _stop(file, "\n".join(mended))
        return stop.line if stop else len(mended) + 1

    while stop := _stop(file, "\n".join(lines)):
        if stop.final:
            return None, [*problems, stop.final]
        if (line := _code("\n".join(lines))) is not None:
            told = "Filen bruger & og *, som er koder i YAML og ikke tekst. Dem kan data ikke bruge."
            remedy = "Skriv teksten helt ud begge steder, uden & og *."
            column = lines[line].index("&") + 1
            return None, [*problems, Problem(file, line + 1, column, told, remedy, "yaml-kode")]
        found = doctor.diagnose(lines, stop.line, stop.start, keys, reach) if len(problems) < MOST else None
        if found is None:
            return None, [*problems, _unknown(file, lines, stop)]
        problems.append(Problem(file, found.line, found.column, found.message, found.remedy, found.code, found.fix))
        if not found.mended:
            return None, problems
        lines = found.mended
    return "\n".join(lines), problems


def _unknown(file: str, lines: list[str], stop: _Stop) -> Problem:
    line = min(stop.line, len(lines) - 1)
    while line and not lines[line].strip():
        line -= 1
    if stop.line - stop.start == 0 and re.search(r"[&*!]", lines[line][stop.column : stop.column + 1]):
        sign = lines[line][stop.column]
        told = f"Teksten begynder med {sign}, som YAML læser som en kode og ikke som tekst."
        return Problem(file, line + 1, stop.column + 1, told, doctor.QUOTE_REMEDY, "yaml-kode")
    return Problem(
        file,
        line + 1,
        stop.column + 1 if line == stop.line else 1,
        "Filen kan ikke læses herfra: skrivemåden passer ikke.",
        "Se på denne linje og linjen over: står kolon, bindestreg, indrykning og anførselstegn som i de andre punkter?",
        "syntaks",
    )


def read(file: str, text: str, keys: Collection[str] = ()) -> tuple[Document | None, list[Problem]]:
    """Read one file's text; `keys` are the fields it may hold, for telling a field from a text.

    Returns the document and every problem found on the way. A mistake that is understood is mended in memory and read
    on from; the document is None when what follows cannot be trusted. Never raises on bad input.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    strange, lines = _strange(file, text.split("\n"))
    mended, problems = _mended(file, "\n".join(lines), keys)
    problems = [*strange, *problems]
    if mended is None:
        return None, problems
    node = yaml.compose(mended, Loader=LOADER)
    if node is None:
        empty = Problem(file, 1, 1, "Filen er tom.", "Udfyld filen, eller slet den.", "tom-fil")
        return None, [*problems, empty]
    reader = _Reader(file, mended, keys)
    value = reader.read(node, ())
    return Document(file, mended, value, reader.keys, reader.values, frozenset(reader.lost)), [
        *problems,
        *reader.problems,
    ]
