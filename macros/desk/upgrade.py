"""`python -m macros.upgrade FROM`: take a new version of the engine, and keep every word of the owner's.

FROM is a branch of the repository the engine comes from, as `upstream/main`; it is fetched first when its remote is
known. What is the owner's (`owned`) stays as it is here, whatever has happened to it there, so it never conflicts. The
rest is merged as git merges. Exit 1 when something is left to mend by hand, 2 when nothing could be done.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from macros.desk.owned import CONTENT, PARTS, SETTINGS, GitError, Part, changed, git, is_owned


def _fetch(root: Path, source: str) -> None:
    remote = source.partition("/")[0]
    if remote in git(root, "remote").split():
        git(root, "fetch", "--quiet", remote)


def _names(listed: str) -> list[str]:
    return list(dict.fromkeys(name for name in listed.split("\0") if name))


def _keep_owned(root: Path) -> None:
    """Put everything that is the owner's back as it was before the merge; what came from there goes again."""
    places = (*CONTENT, *SETTINGS)
    before = [n for n in _names(git(root, "ls-tree", "-rz", "--name-only", "HEAD", "--", *places)) if is_owned(n)]
    now = [name for name in _names(git(root, "ls-files", "-z", "--", *places)) if is_owned(name)]
    if strange := sorted(set(now) - set(before)):
        git(root, "rm", "-qf", "--", *strange)
    if before:
        git(root, "checkout", "HEAD", "--", *before)


def _at(root: Path, revision: str, file: str) -> str:
    try:
        return git(root, "show", f"{revision}:{file}")
    except GitError:
        return ""


def _merge_around(root: Path, part: Part, base: str, source: str) -> None:
    """Merge a file whose own part is taken from here on every side, so that only the rest can differ."""
    ours, old, theirs = (_at(root, revision, part.file) for revision in ("HEAD", base, source))
    own = part.of(ours)
    if not own or not part.of(theirs):
        return
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("ours", "base", "theirs")]
        for path, text in zip(paths, (ours, part.put(old, own), part.put(theirs, own)), strict=True):
            path.write_text(text, encoding="utf-8")
        done = subprocess.run(["git", "merge-file", "-p", *map(str, paths)], capture_output=True, check=False)
    if done.returncode == 0:
        (root / part.file).write_bytes(done.stdout)
        git(root, "add", "--", part.file)


def _begin(root: Path, source: str) -> bool:
    """Begin the merge, without a commit; return whether there is anything to merge. Raises GitError."""
    words = ["git", "-C", str(root), "merge", "--no-commit", "--no-ff", "-X", "no-renames", source]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=False)
    if (root / git(root, "rev-parse", "--git-path", "MERGE_HEAD").strip()).exists():
        return True
    if done.returncode:
        raise GitError((done.stderr or done.stdout).strip())
    return False


def merge(root: Path, source: str) -> list[str]:
    """Merge `source` into the repository at `root`; return the files left in conflict (then nothing is committed).

    Raises GitError when the merge could not begin.
    """
    git(root, "rev-parse", "--verify", f"{source}^{{commit}}")
    try:
        base = git(root, "merge-base", "HEAD", source).strip()
    except GitError as error:
        raise GitError("de to har ingen fælles historie; lav en fork eller en klon, ikke en kopi") from error
    if not _begin(root, source):
        return []
    _keep_owned(root)
    for part in PARTS:
        _merge_around(root, part, base, source)
    left = _names(git(root, "diff", "-z", "--name-only", "--diff-filter=U"))
    if not left:
        git(root, "commit", "--quiet", "-m", f"Take the engine from {source}")
    return left


def _say(source: str, before: str, after: str, left: list[str]) -> int:
    if left:
        print(f"Jeres indhold er urørt, men {len(left)} af motorens filer er rettet både her og i {source}:")
        print("\n".join(f"  {name}" for name in left))
        print(
            "Ret dem (git viser stederne med <<<<<<<), og skriv: git add -A && git commit. Fortryd: git merge --abort"
        )
        return 1
    if before == after:
        print(f"Der er intet nyt i {source}.")
    else:
        print(
            f"Motoren er hentet fra {source}, og jeres indhold er, som det var. Fortryd: git reset --hard {before[:12]}"
        )
    return 0


def main(argv: list[str] | None = None) -> int:
    """Merge the engine's new version into this repository; print how it went; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m macros.upgrade", description="Hent en ny version af motoren.")
    parser.add_argument("fra", help="grenen, motoren hentes fra, fx upstream/main")
    parser.add_argument("--rod", default=".", help="arkivets mappe (ellers denne)")
    given = parser.parse_args(argv)
    root = Path(given.rod)
    try:
        if names := changed(root):
            print(f"Gem jeres egne rettelser først (git commit): {', '.join(names)}")
            return 2
        _fetch(root, given.fra)
        before = git(root, "rev-parse", "HEAD").strip()
        left = merge(root, given.fra)
        return _say(given.fra, before, git(root, "rev-parse", "HEAD").strip(), left)
    except GitError as error:
        print(f"Motoren kan ikke hentes fra {given.fra}: {error}", file=sys.stderr)
        return 2
