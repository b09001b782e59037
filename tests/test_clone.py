"""A clone is the same on every machine, whatever git there does to the ends of lines."""

from __future__ import annotations

import io
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from macros.desk import revision
from tests.support.sites import ROOT, mkdocs_build


def git(*words: str, folder: Path) -> str:
    """Return what git says in `folder`."""
    return subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def windows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a clone of the repository made as git for Windows makes it by default."""
    if not (ROOT / ".git").exists():
        pytest.skip("no repository to clone: the code came as an archive")
    folder = tmp_path_factory.mktemp("windows") / "katalog"
    git("clone", "-q", "-c", "core.autocrlf=true", str(ROOT), str(folder), folder=ROOT)
    return folder


def test_no_line_ends_as_windows_ends_it(windows: Path) -> None:
    """Every text in the clone ends its lines as it does in the repository."""
    told = [line.split(None, 3) for line in git("ls-files", "--eol", folder=windows).splitlines()]
    assert told
    assert [name for _index, tree, *_rest, name in told if "crlf" in tree or "mixed" in tree] == []


def test_such_a_clone_is_checked_and_built(windows: Path, tmp_path: Path) -> None:
    """The check has nothing to say of it, and it builds strictly."""
    checked = subprocess.run([sys.executable, "-m", "macros.check"], cwd=windows, capture_output=True, text=True)
    assert (checked.returncode, checked.stderr) == (0, "")
    assert "faste form" not in checked.stdout
    built = mkdocs_build(windows, tmp_path / "site")
    assert built.returncode == 0, built.stderr


def test_an_archive_writes_plain_files_inside_its_folder_only(tmp_path: Path) -> None:
    """Of an archive only plain files come out: no link, nothing above or beside the folder."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, kind in (
            ("data/god.yml", tarfile.REGTYPE),
            ("../ude.yml", tarfile.REGTYPE),
            (str(tmp_path / "rod.yml"), tarfile.REGTYPE),
            ("data/link.yml", tarfile.SYMTYPE),
            ("data/haard.yml", tarfile.LNKTYPE),
            ("data/roer.yml", tarfile.FIFOTYPE),
        ):
            member = tarfile.TarInfo(name)
            member.type = kind
            member.linkname = "/etc/passwd"
            member.size = 4 if kind == tarfile.REGTYPE else 0
            archive.addfile(member, io.BytesIO(b"a: b"))
    packed.seek(0)
    folder = tmp_path / "ind"
    folder.mkdir()
    with tarfile.open(fileobj=packed) as archive:
        revision.unpack(archive, folder)
    assert [str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if not path.is_dir()] == [
        "ind/data/god.yml"
    ]
