"""`python -m macros.form [FILES]`: rewrite data files to the one canonical form. Meaning, order and comments are kept.

Prose stands in `>-` blocks, short names in double quotes, ids and choices bare; which is which the models say, not the
length. A file that cannot be read, or whose meaning a rewrite would change, is left alone and told of.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import yaml

from macros import shape
from macros.catalogue import FILES, FileKind, files_of
from macros.folders import data_folder
from macros.read import habits, source
from macros.read.blocks import looks_like_field
from macros.read.document import Document, Value
from macros.read.document import Path as Place
from macros.read.parsing import LOADER
from macros.read.problems import Problem, terminal

WIDTH = 100
LIST_WIDTH = 120
MODELINE = re.compile(r"^# yaml-language-server: \$schema=(\S+)$")
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
BARE = re.compile(r"[A-Za-zÆØÅæøåé0-9](?:[\wæøåÆØÅé./*-]|:(?=[\w*])| (?=[\w])|\. (?=\w))*")
BETWEEN_WORDS = re.compile("(?<=[^ \t\u00a0]) (?=[^ \t\u00a0])")

Models = shape.Models


@dataclass(frozen=True)
class Comment:
    """A comment: its line (from 1), its text with the sign, and whether an empty line stood before it."""

    line: int
    text: str
    apart: bool


def kind_of(file: str) -> FileKind | None:
    """Return which kind of data file a path names, by its last parts; None when it is none of them."""
    return next((kind for kind in FILES if PurePosixPath(file).match(kind.pattern)), None)


def comments(text: str) -> list[Comment]:
    """Return the comments of a YAML text; a `#` inside a value is none."""
    lines = text.split("\n")
    hidden = [list(line) for line in lines]
    for event in yaml.parse(text, Loader=LOADER):
        if not isinstance(event, yaml.ScalarEvent) or not event.start_mark or not event.end_mark:
            continue
        begin, end = event.start_mark, event.end_mark
        for number in range(begin.line, min(end.line + 1, len(lines))):
            left = begin.column if number == begin.line else 0
            right = end.column if number == end.line else len(lines[number])
            if number == begin.line and event.style in ("|", ">"):
                right = left
            hidden[number][left:right] = "x" * (right - left)
    found = []
    for number, signs in enumerate(hidden):
        if match := re.search(r"(?:^|\s)(#)", "".join(signs)):
            apart = number > 0 and not lines[number - 1].strip()
            found.append(Comment(number + 1, lines[number][match.start(1) :].rstrip(), apart))
    return found


def quoted(text: str) -> str:
    """Return a text in double quotes, on one line."""
    plain = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{UNPRINTABLE.sub(lambda m: f"{chr(92)}u{ord(m.group()):04x}", plain)}"'


def folded(text: str, width: int) -> list[str] | None:
    """Return the lines of a text in a `>-` block, or None when a block cannot hold it unchanged and free of doubt."""
    paragraphs = text.split("\n")
    if not text or text != text.strip() or UNPRINTABLE.search(text) or any(p[:1].isspace() for p in paragraphs):
        return None
    lines: list[str] = []
    for number, paragraph in enumerate(paragraphs):
        if number:
            lines.append("")
        words = BETWEEN_WORDS.split(paragraph) if paragraph else []
        line = ""
        for word in words:
            if line and len(line) + 1 + len(word) > width:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        if line:
            lines.append(line)
    return None if any(map(looks_like_field, lines)) else lines


def _style(models: Models, key: str, text: str) -> str:
    found = shape.fields(models, key)
    if found:
        return shape.style(found[0])
    return "block" if "\n" in text or len(text) > 80 else "name"


def _below(models: Models, key: str, value: Value) -> Models:
    """Return the models of what stands in a field."""
    return shape.narrowed(shape.below(models, key), value)


def meant(value: Value, models: Models, key: str = "") -> Value:
    """Return a value as the models will read it: prose without the space around it."""
    if isinstance(value, dict):
        return {
            name: meant(child, models if isinstance(child, (str, list)) else _below(models, name, child), name)
            for name, child in value.items()
        }
    if isinstance(value, list):
        return [
            meant(child, models, key) if isinstance(child, str) else meant(child, _below(models, key, child), "")
            for child in value
        ]
    return value.strip() if isinstance(value, str) and _style(models, key, value) == "block" else value


def _is_rows(value: Value) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)


def _is_section(value: Value) -> bool:
    """Whether a value is long enough to stand apart: a list of entries, or lists of them by name."""
    return _is_rows(value) or (isinstance(value, dict) and any(_is_rows(child) for child in value.values()))


class _Writer:
    """Writes a document's value in canonical form, each comment above what it stood before."""

    def __init__(self, document: Document, found: list[Comment]) -> None:
        self.document = document
        self.waiting = list(found)
        self.lines: list[str] = []
        self.last: dict[Place, int] = {}  # the last line on which anything in a path stands
        for at, mark in (*document.values.items(), *document.keys.items()):
            for length in range(len(at) + 1):
                self.last[at[:length]] = max(mark.line, self.last.get(at[:length], 0))

    def apart(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def comments(self, indent: int, until: int) -> None:
        """Write the comments that stood on or before a line."""
        while self.waiting and self.waiting[0].line <= until:
            comment = self.waiting.pop(0)
            if comment.apart:
                self.apart()
            self.lines.append(" " * indent + comment.text)

    def last_line(self, path: Place) -> int:
        """Return the last line on which a value that is written in one piece has a part of its own."""
        return self.last[path]

    def leaf(self, value: Value, models: Models, key: str, indent: int, room: int) -> list[str] | None:
        """Return a value that is written in one piece, the first line to follow a key or a dash; else None."""
        if value is None:
            return [""]
        if isinstance(value, str):
            style = _style(models, key, value)
            block = folded(value, WIDTH - indent - 2) if style == "block" else None
            if block:
                return [" >-", *(" " * (indent + 2) + line if line else "" for line in block)]
            return [" " + self.short(value, style)]
        if not value:
            return [" []" if isinstance(value, list) else " {}"]
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            styles = {_style(models, key, str(item)) for item in value}
            made = " [" + ", ".join(self.short(str(item), _style(models, key, str(item))) for item in value) + "]"
            if "block" not in styles and room + len(made) <= LIST_WIDTH:
                return [made]
        return None

    @staticmethod
    def short(text: str, style: str) -> str:
        return text if style == "code" and BARE.fullmatch(text) else quoted(text)

    def put(self, prefix: str, value: Value, models: Models, key: str, path: Place, indent: int) -> None:
        """Write `prefix` (a key or a dash) and its value."""
        made = self.leaf(value, models, key, indent, len(prefix))
        if made is not None:
            self.lines += [prefix + made[0], *made[1:]]
        elif isinstance(value, dict):
            self.lines.append(prefix)
            self.mapping(value, _below(models, key, value), path, indent + 2)
        elif isinstance(value, list):
            self.lines.append(prefix)
            self.sequence(value, models, key, path, indent + 2)

    def until(self, value: Value, models: Models, key: str, path: Place, indent: int) -> int:
        """Return the line up to which comments stand above a value: those inside it too, when it is one piece."""
        line = self.document.mark(path, key=path in self.document.keys).line
        return self.last_line(path) if self.leaf(value, models, key, indent, indent) is not None else line

    def mapping(self, value: dict[str, Value], models: Models, path: Place, indent: int, dash: str = "") -> None:
        after_section = False
        for name, child in value.items():
            at = (*path, name)
            section = indent == 0 and _is_section(child)
            if section or after_section:
                self.apart()
            if not dash:
                self.comments(indent, self.until(child, models, name, at, indent))
            key = name if re.fullmatch(r"[\wæøåÆØÅé-]+", name) else quoted(name)
            before, dash = dash or " " * indent, ""
            self.put(f"{before}{key}:", child, models, name, at, indent)
            after_section = section

    def sequence(self, value: list[Value], models: Models, key: str, path: Place, indent: int) -> None:
        rows = _is_rows(value)
        for number, item in enumerate(value):
            at = (*path, number)
            if rows and number:
                self.apart()
            if isinstance(item, dict) and item:
                name, child = next(iter(item.items()))
                below = _below(models, key, item)
                self.comments(indent, self.until(child, below, name, (*at, name), indent + 2))
                self.mapping(item, below, at, indent + 2, " " * indent + "- ")
            else:
                self.comments(indent, self.until(item, models, key, at, indent))
                self.put(" " * indent + "-", item, models, key, at, indent)

    def whole(self, modeline: str, models: Models) -> str:
        value = meant(self.document.value, models)
        if modeline:
            self.lines.append(modeline)
        if isinstance(value, dict):
            self.mapping(value, models, (), 0)
        elif isinstance(value, list):
            self.sequence(value, models, "", (), 0)
        self.comments(0, sys.maxsize)
        return "\n".join(self.lines) + "\n"


def modeline(file: str, present: str = "") -> str:
    """Return the first line that tells an editor's program where the file's schema stands.

    A line that names the right schema is kept, wherever it says that the schemas are.
    """
    kind = kind_of(file)
    if kind is None:
        return ""
    found = MODELINE.match(present)
    if found and found.group(1).rpartition("/")[2] == kind.schema:
        return present
    up = "../" * (kind.pattern.count("/") + 1)
    return f"# yaml-language-server: $schema={up}schema/{kind.schema}"


def canonical(file: str, text: str) -> tuple[str, list[Problem]]:
    """Return (the text in canonical form, no problems), or (the text as it is, what stands in the way)."""
    document, problems = source.read(file, text)
    if document is None or problems:
        return text, problems
    kind = kind_of(file)
    if kind:
        document = habits.understood(document, kind.model)
    models = shape.narrowed(shape.models_in(kind.model), document.value) if kind else ()
    if not isinstance(document.value, (dict, list)):
        return text, []
    plain = document.text
    noted = comments(plain)
    first = ""
    if noted and noted[0].line == 1 and MODELINE.match(noted[0].text):
        first = noted.pop(0).text
    made = _Writer(document, noted).whole(modeline(file, first), models)
    if made == text:
        return made, []
    again, broken = source.read(file, made)
    kept = [c.text for c in comments(made) if not MODELINE.match(c.text)] if again else []
    if (
        broken
        or again is None
        or again.value != meant(document.value, models)
        or kept != [c.text for c in noted if not MODELINE.match(c.text)]
    ):
        told = "Filen kan ikke skrives om, uden at meningen kan blive en anden. Den er ladt, som den var."
        return text, [Problem(file, 1, 1, told, "Skriv den om i hånden, eller lad den stå.", "form")]
    return made, []


def files_in(root: Path) -> list[Path]:
    """Return every data file of a repository."""
    return sorted(path for kind in FILES for path in files_of(kind, data_folder(root)))


def out_of_form(paths: Sequence[Path]) -> list[Path]:
    """Return the files that can be rewritten and are not in canonical form; one that cannot be read is not one."""
    found = []
    for path in paths:
        try:
            text = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            continue
        made, problems = canonical(path.as_posix(), text)
        if not problems and made != text:
            found.append(path)
    return found


def main(argv: list[str] | None = None) -> int:
    """Rewrite the files given, or all of data/; return the exit code (1 when a file could not be rewritten)."""
    parser = argparse.ArgumentParser(prog="python -m macros.form", description="Skriv datafiler på én fast form.")
    parser.add_argument("filer", nargs="*", type=Path, help="filerne (ellers alle i data/)")
    failed = changed = 0
    for path in parser.parse_args(argv).filer or files_in(Path()):
        try:
            text = path.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            print(f"{path}: Filen kan ikke læses som UTF-8. Kør python -m macros.check.", end="\n\n")
            failed += 1
            continue
        made, problems = canonical(path.as_posix(), text)
        for problem in problems:
            print(terminal(problem, {problem.file: text.split("\n")}), end="\n\n")
        failed += bool(problems)
        if not problems and made != text:
            path.write_bytes(made.encode("utf-8"))
            changed += 1
            print(f"Skrevet om: {path}")
    print(f"{changed} filer er skrevet om." + (f" {failed} filer er ladt, som de var." if failed else ""))
    return 1 if failed else 0
