"""What one run leaves for the next changes nothing but the time it takes: not the catalogue, and not what is told."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from macros import kept
from macros.catalogue import Loaded, Read, load
from macros.catalogue.packing import packed
from macros.desk import check, formatter, remarks
from tests.support.sites import FIXTURE, ROOT, SMALL

FILES = sorted(path.relative_to(SMALL) for path in SMALL.rglob("*.yml"))
DOCS = ROOT / "docs"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a copy of a small data folder that has been read once, and kept beside it."""
    shutil.copytree(SMALL, tmp_path / "data")
    assert again(tmp_path / "data").catalogue
    return tmp_path / "data"


def again(data: Path) -> Loaded:
    """Read a data folder as the next run would."""
    return load(data, DOCS, root=data.parent)


def is_kept(loaded: Loaded) -> list[bool]:
    """Return of each file whether it was taken from what was kept."""
    return [read.is_kept for read in loaded.reads.values()]


def table(data: Path) -> Path:
    """Return the file that holds what was read."""
    return data.parent / kept.FOLDER / "read.json"


def test_what_is_kept_makes_the_same_catalogue(tmp_path: Path) -> None:
    """Every kind, field and edge of the fixture comes out of `.cache` as it came out of its files."""
    first, second = (load(FIXTURE, DOCS, root=tmp_path) for _ in range(2))
    assert first.catalogue == second.catalogue == load(FIXTURE, DOCS).catalogue
    for one, other in zip(first.reads.values(), second.reads.values(), strict=True):
        assert repr(one.value) == repr(other.value)
        assert one.value.model_dump(exclude_unset=True) == other.value.model_dump(exclude_unset=True)
    assert not any(is_kept(first))
    assert all(is_kept(second))


class _Odd(str):
    """A text that is more than one."""


@pytest.mark.parametrize("value", [1.5, {"a": 1}, ["a"], _Odd("a"), dt.datetime(2027, 3, 9), {"a"}], ids=repr)
def test_what_json_would_make_less_of_is_not_kept(value: object) -> None:
    """A value that would come back as another is refused, so that a kind of a fork's own may hold anything."""
    with pytest.raises(TypeError):
        packed(value, ())


@pytest.mark.parametrize("root", [None, "kept"])
def test_places_are_found_when_asked_for(data: Path, root: str | None) -> None:
    """Each mark of a document that was kept, or let go of, is the mark of the document as it is read."""
    found = load(data, DOCS, root=data.parent if root else None, light=True).reads
    for (_, name, text, known), read in found.items():
        fresh = Read.of(read.kind, name, text, known)
        assert dict(read.found.keys) == fresh.found.keys
        assert dict(read.found.values) == fresh.found.values
        assert (read.found.text, read.found.value, read.gist) == (fresh.found.text, fresh.found.value, fresh.gist)


@pytest.mark.parametrize("file", FILES, ids=str)
def test_a_file_that_goes_is_missed(data: Path, file: Path) -> None:
    """Without a file the same is told, at the same places of the others, as if nothing had been kept."""
    (data / file).unlink()
    assert again(data).problems == load(data, DOCS).problems == load(data, DOCS, light=True).problems


@pytest.mark.parametrize("file", FILES, ids=str)
def test_a_byte_that_changes_is_seen(data: Path, file: Path) -> None:
    """One letter of a file makes another text, though size, time and all else stay; the rest is not read again."""
    path = data / file
    text, told = path.read_bytes(), path.stat()
    at = max(n for n in range(len(text)) if text[n : n + 1].isalpha())
    path.write_bytes(text[:at] + (b"q" if text[at : at + 1] != b"q" else b"w") + text[at + 1 :])
    os.utime(path, ns=(told.st_atime_ns, told.st_mtime_ns))
    now, plain = again(data), load(data, DOCS)
    assert (now.catalogue, now.problems) == (plain.catalogue, plain.problems)
    assert is_kept(now).count(False) == 1 or file.name == "katalog.yml"


def test_a_fault_is_never_kept(data: Path) -> None:
    """What is wrong is told again at every run, and the mended file is as it was."""
    path = data / FILES[-1]
    text = path.read_text("utf-8")
    path.write_text(f"{text}ukendt: 1\n", encoding="utf-8")
    assert again(data).problems == again(data).problems == load(data, DOCS).problems != []
    path.write_text(text, encoding="utf-8")
    assert again(data).catalogue == load(data, DOCS).catalogue


def _shortened(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-9])


def _one_letter(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"tekst", b"tekzt", 1))


def _emptied(file: Path) -> None:
    file.write_bytes(b"")


def _of_other_code(file: Path) -> None:
    file.write_bytes(b"0" * 64 + file.read_bytes()[64:])


def _open_to_others(file: Path) -> None:
    file.chmod(0o622)


def _a_link(file: Path) -> None:
    file.rename(file.with_suffix(".elsewhere"))
    file.symlink_to(file.with_suffix(".elsewhere"))


@pytest.mark.parametrize("spoilt", [_shortened, _one_letter, _emptied, _of_other_code, _open_to_others, _a_link])
def test_what_cannot_be_trusted_is_passed_over(data: Path, spoilt: Callable[[Path], None]) -> None:
    """What is damaged, of other code, a link or open to others' hands is not used, and is made anew."""
    spoilt(table(data))
    found = again(data)
    assert found.catalogue == load(data, DOCS).catalogue
    assert not any(is_kept(found))
    assert all(is_kept(again(data)))


def test_it_is_nobody_elses(data: Path) -> None:
    """Only the user can look into what is kept, or change it."""
    assert table(data).stat().st_mode & 0o077 == 0
    assert table(data).parent.stat().st_mode & 0o077 == 0


def test_other_code_begins_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One byte of any module makes another mark, though its size and time stay; code changed meanwhile has none."""
    shutil.copytree(kept.CODE, tmp_path / "macros")
    monkeypatch.setattr(kept, "CODE", tmp_path / "macros")
    monkeypatch.setattr(kept, "BEGAN", kept.BEGAN + 1e6)
    mark = kept.code.__wrapped__
    first = mark()
    assert first
    for path in sorted(kept.CODE.rglob("*.py")):
        text, told = path.read_bytes(), path.stat()
        path.write_bytes(text[:-2] + b"#" + text[-1:])
        os.utime(path, ns=(told.st_atime_ns, told.st_mtime_ns))
        assert mark() != first, path
        path.write_bytes(text)
        os.utime(path, ns=(told.st_atime_ns, told.st_mtime_ns))
    assert mark() == first
    monkeypatch.setattr(kept, "BEGAN", 0.0)
    assert mark() == ""


def test_two_runs_at_once_do_no_harm(data: Path) -> None:
    """Runs that keep at the same time all see the same, and what they leave is whole."""
    shutil.rmtree(table(data).parent)
    code = "import sys; from pathlib import Path; from macros.catalogue import load\n"
    code += "d = Path(sys.argv[1]); print(len(load(d, d / 'docs', root=d.parent).catalogue.index))"
    command = [sys.executable, "-c", code, str(data)]
    runs = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    assert len({run.communicate()[0] for run in runs}) == 1
    assert [run.returncode for run in runs] == [0, 0, 0]
    assert [path.name for path in table(data).parent.iterdir()] == ["read.json"]
    assert kept.Table(data.parent, "read").before


def test_a_thing_is_made_once(tmp_path: Path) -> None:
    """What a run made of some texts the next has without making it; what it does not ask for is not kept for ever."""
    made: list[str] = []

    def drawn(*texts: str) -> str:
        table = kept.Table(tmp_path, "made")
        found = table.once(lambda: made.append("".join(texts)) or "".join(texts), *texts)  # type: ignore[func-returns-value]
        table.save()
        return found

    assert [drawn("a", "bc"), drawn("a", "bc"), drawn("ab", "c"), drawn("a", "bc")] == ["abc"] * 4
    assert made == ["abc"] * 3
    (tmp_path / kept.FOLDER).chmod(0o777)
    (tmp_path / kept.FOLDER / "made.json").write_text("{}", encoding="utf-8")
    assert drawn("a", "bc") == "abc"


def test_the_check_says_the_same_again(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Notices of form and remarks on texts are told at every check, and no longer when their cause is gone."""
    path = data / next(file for file in FILES if file.parent.name)
    text = path.read_text("utf-8")
    odd = f"# en note\n\n\n{text}".replace("tekst: >-\n  ", "tekst: >-\n  **Fed ", 1)
    told = []
    for now in (odd, odd, text, odd):
        path.write_text(now, encoding="utf-8")
        assert check.main([str(data.parent)]) == 0
        told.append(capsys.readouterr().out)
    assert told[0] == told[1] == told[3] != told[2]
    assert path.name in told[0]
    assert remarks.RAW_BOLD in told[0]
    assert remarks.RAW_BOLD not in told[2]
    shutil.rmtree(table(data).parent)
    assert check.main([str(data.parent)]) == 0
    assert capsys.readouterr().out == told[0]


@pytest.mark.parametrize("file", FILES, ids=str)
def test_a_document_that_is_known_has_the_same_form(file: Path) -> None:
    """What has been read already is written as it would be from its text."""
    name = f"data/{file.as_posix()}"
    (read,) = [read for read in load(SMALL, DOCS).reads.values() if read.found.file == name]
    assert formatter.canonical(name, read.found.text, read.found) == formatter.canonical(name, read.found.text)
