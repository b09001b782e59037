"""Which of two things with one id was there first: readers' ticks hang on that one, so the other must have another id.

Asks what the files say of themselves, then git, then the order in katalog.yml; where none knows, neither is blamed.
"""

from __future__ import annotations

import re
import subprocess
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from macros.read.problems import Said

TAKEN = Said(
    "Id'et »{0}« bruges allerede {1}.",
    "Giv det nye punkt et andet id. Ret aldrig det gamle: lederes flueben hænger på det.",
    "dobbelt-id",
)
TWICE = Said(
    "Id'et »{0}« står to steder: her og {1}.",
    "Giv det nyeste af de to et andet id. Ret aldrig det ældste: lederes flueben hænger på det.",
    "dobbelt-id",
)
COPY = Said(
    "Filen er en kopi af {1}: id'et »{0}« bruges dér.",
    "Slet filen, hvis den er blevet til ved et uheld. Skal den være en ny side, så giv den selv og alle punkter i den "
    "nye id'er, og kald filen det samme som sidens id. Lad {1} være: lederes flueben hænger på id'erne dér.",
    "dobbelt-id",
)
Answer = float | None  # greater for what was there first; None when it cannot be known


@dataclass(frozen=True)
class Holder:
    """What has an id: file, line (from 1), and the id of the page its file makes (empty: the file makes several)."""

    file: str
    line: int
    page: str = ""


@dataclass
class Ages:
    """Knows which of two is older. `data` is the data folder, `lines` each file's, `listed` the ids in order."""

    data: Path
    lines: Mapping[str, list[str]]
    listed: Collection[str]
    committed: dict[str, list[str]] = field(default_factory=dict)
    stood: dict[str, list[str]] = field(default_factory=dict)

    def older(self, name: str, one: Holder, other: Holder) -> Holder | None:
        """Return which of two that have the id `name` was there first; None when nothing tells. Never raises."""
        if one.file == other.file:
            rows = [(self._unchanged(one), self._unchanged(other))]
            return next((one if a > b else other for a, b in rows if a != b), None)
        for asked in (_named, self._in_head, self._since):
            first, second = asked(one, name), asked(other, name)
            if first is not None and second is not None and first != second:
                return one if first > second else other
        return self._by_order(one, other)

    def copies(self, pages: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """Yield (copy, original) of each file that makes the same page as an older one; `pages` says which, by file."""
        found: dict[tuple[PurePosixPath, str], list[Holder]] = defaultdict(list)
        for file, page in pages.items():
            found[PurePosixPath(file).parent, page].append(Holder(file, 1, page))
        for (_, page), files in found.items():
            for copy in files if len(files) > 1 else ():
                others = (one for one in files if one is not copy and self.older(page, copy, one) is one)
                if original := next(others, None):
                    yield copy.file, original.file

    def below(self, name: str) -> list[str]:
        """Return the two lines that stood below an id at the last commit, without their indent; else none."""
        if name not in self.stood:
            found = self._git("x/y", "grep", "-h", "-A6", "-E", _writes(name).pattern, "HEAD", "--", ".")
            lines = [line.strip() for line in found.partition("\n--\n")[0].splitlines()[1:]]
            self.stood[name] = list(filter(None, lines))[:2]
        return self.stood[name]

    def _by_order(self, one: Holder, other: Holder) -> Holder | None:
        beside = PurePosixPath(one.file).parent == PurePosixPath(other.file).parent
        found = [holder for holder in (one, other) if holder.page in self.listed]
        return found[0] if beside and len(found) == 1 else None

    def _unchanged(self, holder: Holder) -> bool:
        """Whether the id's line stands in the last commit with the same line below it."""
        below = [line for line in self.lines.get(holder.file, [])[holder.line - 1 :] if line.strip()][:2]
        stood = [line for line in self._head(holder.file) if line.strip()]
        return any(stood[at : at + 2] == below for at in range(len(stood)))

    def _in_head(self, holder: Holder, name: str) -> Answer:
        return any(_writes(name).match(line) for line in self._head(holder.file))

    def _since(self, holder: Holder, name: str) -> Answer:
        """Return the time since when the file has had the id, negated so that the older is the greater."""
        pattern = _writes(name).pattern
        command = ("log", "--format=%ct", "--pickaxe-regex", f"-S{pattern}", "--", self._path(holder.file).name)
        times = self._git(holder.file, *command).split()
        return -float(times[-1]) if times else None

    def _head(self, file: str) -> list[str]:
        """Return a file's lines as they were last committed; none when there is no such file, or no git."""
        if file not in self.committed:
            told = self._git(file, "show", f"HEAD:./{self._path(file).name}")
            self.committed[file] = told.splitlines()
        return self.committed[file]

    def _path(self, file: str) -> Path:
        return self.data / file.partition("/")[2]

    def _git(self, file: str, *arguments: str) -> str:
        command = ["git", "-C", str(self._path(file).parent), *arguments]
        try:
            return subprocess.run(command, capture_output=True, check=True, timeout=10).stdout.decode(errors="replace")
        except (OSError, subprocess.SubprocessError):
            return ""


def _named(holder: Holder, _: str) -> Answer:
    """Whether a file is called what its page is."""
    return not holder.page or PurePosixPath(holder.file).stem == holder.page


def _writes(name: str) -> re.Pattern[str]:
    """Return what a line looks like that gives something an id; git reads it, too."""
    return re.compile(rf"^[ -]*[\"']?id[\"']? *: *[\"']?{re.escape(name)}[\"']? *$")
