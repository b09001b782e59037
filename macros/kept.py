"""What one run leaves for the next, in `.cache`: only what a run without it would make again, the same to the byte.

It holds for the code that made it, on the machine that made it: whatever else may have come to lie there (from another
machine, another's hand, a disk that was full) is passed over, and made anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import stat
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import macros

if TYPE_CHECKING:
    from jinja2 import BytecodeCache

FOLDER = ".cache"
CODE = Path(__file__).resolve().parent
BEGAN = macros.BEGAN  # what was changed after this may not be what this process runs
MARGIN = 0.1  # seconds: the clock of a disk is coarser than ours


@cache
def code() -> str:
    """Return a mark of the code that this process runs; none when it has changed since.

    The bytes say what the code is. Where they lie on the disk and since when says that it is this machine's: nobody
    can foresee it, so nothing that came with the files of a repository is ever taken for what a run here has left.
    """
    found = hashlib.sha256(repr((sys.version, *_packages())).encode())
    for path in sorted(CODE.rglob("*.py")):
        told = path.stat()
        if max(told.st_mtime, told.st_ctime) > BEGAN - MARGIN:
            return ""
        found.update(repr((path.relative_to(CODE).as_posix(), told.st_mtime_ns, told.st_ino, told.st_size)).encode())
        found.update(path.read_bytes())
    return found.hexdigest()


def _packages() -> Iterator[str]:
    """Yield the name and version of each package there is."""
    for folder in sys.path:
        if os.path.isdir(folder):
            yield from sorted(name for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info")))


def is_own(path: Path) -> bool:
    """Whether a file or folder is this user's, and nobody else may write in it."""
    try:
        told = path.lstat()
    except OSError:
        return False
    if stat.S_ISLNK(told.st_mode) or os.name != "posix":
        return os.name != "posix"
    return told.st_uid == os.getuid() and not told.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def folder_in(root: Path) -> Path | None:
    """Return the folder of what is kept for a repository, made for this user alone; None where that cannot be."""
    folder = root / FOLDER
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        if os.name == "posix" and folder.stat().st_uid == os.getuid():
            folder.chmod(0o700)
    except OSError:
        return None
    return folder if is_own(folder) else None


def compiled(root: Path = CODE.parent) -> BytecodeCache | None:
    """Return where compiled templates are kept; None where nothing can be.

    Jinja looks at a template's text itself; our filters, which it may run already as it compiles, it knows nothing of,
    so a change of any code begins a new folder.
    """
    within, mark = folder_in(root), code()
    if within is None or not mark:
        return None
    from jinja2 import FileSystemBytecodeCache  # here, since who only checks the data has no use for Jinja

    folder = within / f"jinja-{mark[:16]}"
    try:
        if not folder.exists():
            for old in within.glob("jinja-*"):
                shutil.rmtree(old, ignore_errors=True)
            folder.mkdir(mode=0o700, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder)) if is_own(folder) else None


class Table:
    """Plain values by key, from the last run for this one, and from this one for the next; not what neither asked for.

    `root` is the repository; without one nothing is kept.
    """

    def __init__(self, root: Path | None, name: str) -> None:
        folder = folder_in(root) if root and code() else None
        self.file = folder / f"{name}.json" if folder else None
        self.before = dict(_read(self.file)) if self.file else {}
        self.now: dict[str, bytes] = {}  # as JSON: a tenth of what the values themselves take

    def get(self, key: str) -> Any:
        """Return the value of a key, or None."""
        if key not in self.now and key in self.before:
            self.now[key] = self.before[key]
        found = self.now.get(key)
        return json.loads(found) if found else None

    def once(self, make: Callable[[], str], *parts: str) -> str:
        """Return what `make` makes of some texts, made only where no run has kept it."""
        name = key(*parts)
        found = self.get(name)
        if not isinstance(found, str):
            found = make()
            self.put(name, found)
        return found

    def put(self, key: str, value: Any) -> None:
        """Keep a plain value under a key."""
        made = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        self.now[key] = made.encode("utf-8", "surrogatepass")

    def save(self) -> None:
        """Write what has been asked for, when it is another than before: whole or not at all."""
        if self.file is None or self.now == self.before:
            return
        body = b"".join(f"{key} ".encode() + value + b"\n" for key, value in self.now.items())
        own = self.file.with_suffix(f".{os.getpid()}")  # another run may be writing the same
        try:
            own.unlink(missing_ok=True)
            with os.fdopen(os.open(own, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as target:
                target.write(_head(body) + body)
            own.replace(self.file)
        except OSError:
            own.unlink(missing_ok=True)


def key(*parts: str) -> str:
    """Return the key of some texts: another for any other texts."""
    sizes = [str(len(part)) for part in parts]
    return hashlib.sha256("\n".join([*sizes, *parts]).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _head(body: bytes) -> bytes:
    return f"{code()} {hashlib.sha256(body).hexdigest()}\n".encode()


def _read(file: Path) -> Iterator[tuple[str, bytes]]:
    """Yield what a file holds; nothing of one that is not whole, not ours, or of other code."""
    try:
        found = file.read_bytes() if is_own(file) else b""
    except OSError:
        return
    head, _, body = found.partition(b"\n")
    if found and head + b"\n" == _head(body):
        for line in body.splitlines():
            key, _, value = line.partition(b" ")
            yield key.decode(), value
