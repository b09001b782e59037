"""Problems in the data, told in Danish: where, what is wrong, how to mend it.

A `Problem` is plain data; this module also holds its three outward forms (terminal, GitHub annotation, Markdown
summary). The wording of each kind of problem stands where the problem is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from macros.folders import shown

UNSEEN = "usynligt-tegn"  # the code of what is told of a sign that cannot be seen
QUOTED = 80  # signs of a value that a message quotes
LONG_QUOTE = re.compile(rf"»([^«]{{{QUOTED + 20},}})«")
WIDEST = 240  # signs of a line that is shown whole


class Said(NamedTuple):
    """What is said of one kind of mistake: what is wrong, how to mend it, and the kind's name."""

    message: str
    remedy: str
    code: str

    def of(self, *values: object) -> Said:
        """Return it with values in the places its texts have for them, as `str.format` names them."""
        return Said(self.message.format(*values), self.remedy.format(*values), self.code)


@dataclass(frozen=True, order=True)
class Problem:
    """One thing an editor must mend.

    `file` begins with the name of the content's folder (`folders.shown` says where it lies), `line` and `column` count
    from 1. `fix`, when given, is the corrected text, ready to paste. A `secret` problem's line is never quoted: a log
    must not repeat what it tells of.
    One that is `late` may come of another, and is told after all that cannot.
    """

    file: str
    line: int
    column: int
    message: str
    remedy: str
    code: str = field(default="fejl", compare=False)
    fix: str = field(default="", compare=False)
    secret: bool = field(default=False, compare=False)
    late: bool = field(default=False, compare=False)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems by file and place, each once; first the causes, then what may come of them.

    What they quote is cut to what can be read: a value may be as long as anybody likes.
    """
    cut = (replace(p, message=_cut(p.message), remedy=_cut(p.remedy)) for p in set(problems))
    return sorted(cut, key=lambda problem: (problem.late, problem))


def _cut(text: str) -> str:
    return LONG_QUOTE.sub(lambda quote: f"»{quote[1][:QUOTED].rstrip()} …«", text)


def quotation(problem: Problem, lines: Mapping[str, list[str]]) -> str:
    """Return the problem's line with a caret below its column; nothing when it is secret or not at hand."""
    text = lines.get(problem.file, [])
    if not 0 < problem.line <= len(text) or problem.secret:
        return ""
    label = f"{problem.line:>5} | "
    shown, at = _around(text[problem.line - 1].replace("\t", "→"), problem.column - 1)
    return f"{label}{shown}\n{' ' * (len(label) - 2)}| {' ' * at}^"


def _around(line: str, at: int) -> tuple[str, int]:
    """Return what stands around a place of a line, and the place in that; a line of usual length is told whole."""
    if len(line) <= WIDEST:
        return line, at
    first = max(0, min(at - WIDEST // 2, len(line) - WIDEST))
    before, after = "…" if first else "", "…" if first + WIDEST < len(line) else ""
    return f"{before}{line[first : first + WIDEST]}{after}", at - first + len(before)


def terminal(problem: Problem, lines: Mapping[str, list[str]]) -> str:
    """Return the problem as text for a terminal: place, message, the quoted line with a caret, remedy.

    `lines` maps a file's name to its lines, for the quotation.
    """
    out = [f"{shown(problem.file)}:{problem.line}:{problem.column}: {problem.message}"]
    if quote := quotation(problem, lines):
        out.append(quote)
    out.append(f"      Sådan retter du det: {problem.remedy}")
    out += [f"      | {line}" for line in problem.fix.splitlines()]
    return "\n".join(out)


def _escape(text: str, *, title: bool = False) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if title else text


def annotation(problem: Problem) -> str:
    """Return the problem as a GitHub Actions `::error` command (GitHub's own escaping rules)."""
    body = f"{problem.message}\nSådan retter du det: {problem.remedy}"
    if problem.fix:
        body += f"\n{problem.fix}"
    return (
        f"::error file={_escape(shown(problem.file), title=True)},line={problem.line},col={problem.column},"
        f"title={_escape(problem.message.split('. ')[0][:120], title=True)}::{_escape(body)}"
    )


def summary(problems: list[Problem]) -> str:
    """Return all problems as a Markdown list for a step summary (GitHub shows only ten annotations)."""
    rows = [f"## {len(problems)} ting skal rettes i data", ""]
    for p in problems:
        rows.append(f"- **{shown(p.file)}, linje {p.line}**: {p.message} *{p.remedy}*")
        if p.fix:
            rows += ["", "  ```yaml", *(f"  {line}" for line in p.fix.splitlines()), "  ```"]
    return "\n".join(rows) + "\n"
