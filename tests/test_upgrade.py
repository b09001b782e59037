"""A fork takes a new version of the engine by a real merge, and keeps every word of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.desk import owned
from tests.support import forks

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git is not here")


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return the engine's repository and a fork that has become another organisation's. No test may change them."""
    folder = tmp_path_factory.mktemp("pair")
    engine = forks.upstream(folder / "engine")
    return engine, forks.made(forks.fork(engine, folder / "fork"))


@pytest.fixture
def both(pair: tuple[Path, Path], tmp_path: Path) -> tuple[Path, Path]:
    """Return copies of the two that may be changed; the fork knows the engine as `upstream`."""
    engine, fork = (Path(shutil.copytree(root, tmp_path / root.name)) for root in pair)
    forks.git(fork, "remote", "add", "upstream", str(engine))
    return engine, fork


def append(root: Path, name: str, text: str) -> None:
    """Write a text at the end of a file."""
    with (root / name).open("a", encoding="utf-8") as file:
        file.write(text)


def change(root: Path, name: str, old: str, new: str) -> None:
    """Replace a text of a file."""
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text, name
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def upgrade(fork: Path) -> tuple[int, str]:
    """Take the engine's new version into the fork; return exit code and what was said."""
    done = forks.tool(fork, "macros.upgrade", "upstream/main")
    return done.returncode, done.stdout + done.stderr


def test_both_sides_intent_is_there(both: tuple[Path, Path]) -> None:
    """Upstream changes content every way there is, and the engine; the fork writes its own: no conflict."""
    engine, fork = both
    first, *others = sorted((engine / "data/temaer").glob("*.yml"))
    append(engine, f"data/temaer/{first.name}", "# ny\n")
    shutil.copy(engine / "data/kilder.yml", engine / "data/temaer/ny.yml")
    others[0].rename(engine / "data/temaer/flyttet.yml")
    (engine / "data/ord.yml").unlink()
    append(engine, "data/README.md", "\nNyt om felterne.\n")
    append(engine, "macros/web/inert.py", "\n# a new version\n")
    (engine / "macros/extra.py").write_text('"""New."""\n', encoding="utf-8")
    change(engine, "pyproject.toml", 'version = "', 'version = "9.')
    change(engine, "README.md", "# ", "# Nyt navn på ")
    change(engine, "README.md", "## Licences", "## Something new\n\n## Licences")
    append(engine, "LICENSE-CONTENT", "ny\n")
    append(engine, ".github/CODEOWNERS", "* @ny/ny\n")
    forks.save(engine, "version 9")
    theme = next((fork / "data/temaer").glob("*.yml"))
    change(fork, f"data/temaer/{theme.name}", 'titel: "', 'titel: "Vores eget: ')
    change(fork, "README.md", "# Lederkompasset", "# Kompasset")
    forks.save(fork, "our own words")
    own = {name: (fork / name).read_bytes() for name in forks.git(fork, "ls-files").split() if owned.is_owned(name)}

    code, told = upgrade(fork)

    assert code == 0, told
    assert forks.git(fork, "status", "--porcelain") == ""
    now = {name: (fork / name).read_bytes() for name in forks.git(fork, "ls-files").split() if owned.is_owned(name)}
    assert now == own
    assert "Vores eget: " in theme.read_text(encoding="utf-8")
    assert "Nyt om felterne." in (fork / "data/README.md").read_text(encoding="utf-8")
    assert "# a new version" in (fork / "macros/web/inert.py").read_text(encoding="utf-8")
    assert (fork / "macros/extra.py").is_file()
    readme = (fork / "README.md").read_text(encoding="utf-8")
    assert readme.startswith("# Kompasset\n")
    assert "## Something new" in readme
    package = (fork / "pyproject.toml").read_text(encoding="utf-8")
    assert 'name = "lederkompasset"\nversion = "9.' in package
    checked = forks.tool(fork, "macros.check")
    assert checked.returncode == 0, checked.stdout
    assert "intet nyt" in upgrade(fork)[1]


def test_an_engine_file_changed_on_both_sides_is_named(both: tuple[Path, Path]) -> None:
    """What git cannot merge of the engine is left to mend and named, and nothing is committed."""
    engine, fork = both
    change(engine, "macros/web/inert.py", '"""', '"""There: ')
    append(engine, "data/katalog.yml", "# ny\n")
    forks.save(engine, "there")
    change(fork, "macros/web/inert.py", '"""', '"""Here: ')
    forks.save(fork, "here")
    before = forks.git(fork, "rev-parse", "HEAD")
    code, told = upgrade(fork)
    assert code == 1
    assert "  macros/web/inert.py\n" in told
    assert forks.git(fork, "diff", "--name-only", "--diff-filter=U") == "macros/web/inert.py\n"
    assert forks.git(fork, "rev-parse", "HEAD") == before


def test_what_is_not_saved_is_not_merged_over(both: tuple[Path, Path]) -> None:
    """With changes that git has not kept, or a branch that is not there, nothing is done and the reason is told."""
    _engine, fork = both
    assert forks.tool(fork, "macros.upgrade", "upstream/findes-ikke").returncode == 2
    append(fork, "Makefile", "\n# mit\n")
    code, told = upgrade(fork)
    assert code == 2
    assert "Makefile" in told


def test_a_copy_without_history_is_told(pair: tuple[Path, Path], tmp_path: Path) -> None:
    """A repository that shares no history with the engine's cannot be merged, and is told why."""
    engine, fork = pair
    copy = Path(shutil.copytree(fork, tmp_path / "copy", ignore=shutil.ignore_patterns(".git")))
    forks.git(copy, "init", "-q", "-b", "main")
    forks.save(copy, "a copy")
    forks.git(copy, "remote", "add", "upstream", str(engine))
    code, told = upgrade(copy)
    assert code == 2
    assert "ingen fælles historie" in told


def test_what_is_owned() -> None:
    """The guide among the content is the engine's; a name that only begins like an owner's is not his."""
    assert owned.is_owned("data/temaer/x.yml")
    assert owned.is_owned("LICENSE-CONTENT")
    assert not owned.is_owned("data/README.md")
    assert not owned.is_owned("database.py")
