"""What one run leaves for the next, in `.cache`: only what a run without it would make again, the same to the byte."""

from __future__ import annotations

import hashlib
import shutil
import sys
from importlib.metadata import version
from pathlib import Path

from jinja2 import BytecodeCache, FileSystemBytecodeCache

FOLDER = ".cache"
CODE = Path(__file__).resolve().parent


def compiled(root: Path = CODE.parent) -> BytecodeCache | None:
    """Return where compiled templates are kept; None where nothing can be written.

    Jinja looks at a template's text itself; our filters, which it may run already as it compiles, it knows nothing of,
    so a change of any code begins a new folder.
    """
    state = [version("jinja2"), sys.version, *((p.name, p.stat().st_mtime_ns) for p in sorted(CODE.rglob("*.py")))]
    folder = root / FOLDER / f"jinja-{hashlib.sha256(repr(state).encode()).hexdigest()[:16]}"
    try:
        if not folder.exists():
            for old in folder.parent.glob("jinja-*"):
                shutil.rmtree(old, ignore_errors=True)
            folder.mkdir(parents=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder))
