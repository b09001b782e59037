"""`make new` turns a fork into somebody's own catalogue, and `make upgrade` takes a new engine without touching it."""

from __future__ import annotations

import os
import pty
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
import yaml

from macros import language
from macros.catalogue import FILES, load
from macros.desk import new, start
from macros.desk.answers import QUESTIONS, with_defaults
from tests.support import forks
from tests.support.sites import ROOT

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git is not here")


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository with this one's files."""
    return forks.upstream(tmp_path_factory.mktemp("engine") / "katalog")


@pytest.fixture(scope="module")
def own(engine: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a fork that `make new` has made another organisation's. No test may change it."""
    return forks.made(forks.fork(engine, tmp_path_factory.mktemp("own") / "lederkompasset"))


@pytest.fixture
def fresh(engine: Path, tmp_path: Path) -> Path:
    """Return a fork on which nothing has been done."""
    return forks.fork(engine, tmp_path / "fork")


def said(root: Path) -> dict[str, object]:
    """Return what the fork's katalog.yml says."""
    found = yaml.load((root / "data/katalog.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
    return dict(found)


def test_answers_stand_in_the_catalogue(own: Path) -> None:
    """What was answered stands in katalog.yml, and nothing is said that was not answered or known."""
    found = said(own)
    assert (found["titel"], found["udgiver"]) == ("Lederkompasset", "Nordby Kommune")
    assert (found["id"], found["sprog"], found["motiv"]) == ("lederkompasset", "da", "nej")
    assert found["kontakt"] == forks.ANSWERS["KONTAKT"]
    assert found["adresse"] == forks.ANSWERS["ADRESSE"]
    assert found["arkiv"] == {"type": "forgejo", "adresse": forks.ANSWERS["ARKIV"]}
    assert found["licens"] == {
        "navn": "CC BY-SA 4.0",
        "link": "https://creativecommons.org/licenses/by-sa/4.0/deed.da",
    }
    assert found["farver"] == {"top": "#2c2a4a"}
    assert (own / "data" / str(found["logo"])).read_bytes() == Path(forks.ANSWERS["LOGO"]).read_bytes()


def test_the_fork_is_checked_and_built(own: Path, tmp_path: Path) -> None:
    """The check has nothing to say of the new catalogue, every file has the one form, and it builds strictly."""
    checked = forks.tool(own, "macros.check")
    assert checked.returncode == 0, checked.stdout
    assert "faste form" not in checked.stdout
    built = forks.tool(own, "mkdocs", "build", "--strict", "-d", str(tmp_path / "site"), KATALOG_STRICT="true")
    assert built.returncode == 0, built.stderr
    front = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert "Lederkompasset" in front
    assert "Nordby Kommune" in front


def test_the_forks_first_change_passes_the_guard(own: Path, engine: Path) -> None:
    """The guard knows the new catalogue from one that lost its ids."""
    first = forks.git(engine, "rev-parse", "HEAD").strip()
    told = forks.tool(own, "macros.guard", first)
    assert told.returncode == 0, told.stdout
    assert len(told.stdout.splitlines()) == 1


def test_settings_are_the_owners(own: Path) -> None:
    """Licence of the content, package name and the top of README are the owner's; no owner of code is made up."""
    assert "Nordby Kommune under CC BY-SA 4.0" in (own / "LICENSE-CONTENT").read_text(encoding="utf-8")
    assert 'name = "lederkompasset"' in (own / "pyproject.toml").read_text(encoding="utf-8")
    assert (own / "README.md").read_text(encoding="utf-8").startswith("# Lederkompasset\n")
    rows = (own / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    assert [row for row in rows if not row.startswith("#")] == []
    assert not (own / ".github/CODEOWNERS").exists()  # which GitHub reads first, and others never


def test_readme_names_every_variable() -> None:
    """Whoever takes the answers as variables finds each of them in README."""
    told = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [question.name for question in QUESTIONS if f"`{question.name}`" not in told] == []


CHAPTER = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Hosting\n")[2].partition("\n## ")[0].strip()


@pytest.mark.parametrize("path", sorted((ROOT / "hosting").glob("*.md")), ids=lambda path: path.stem)
def test_hosting_says_the_same_in_every_language(path: Path) -> None:
    """README's chapter in another language has the same hosts and points, and names the same files and settings."""
    for kind in (r"`[^`]+`", r"^\| ", r"^- \*\*"):
        one, other = (Counter(re.findall(kind, told, re.M)) for told in (path.read_text(encoding="utf-8"), CHAPTER))
        assert one == other


def test_hosting_is_told_in_the_language_of_the_catalogue() -> None:
    """A catalogue in a language that has no text of its own gets README's chapter, one that has gets that."""
    assert new.hosting(ROOT, "en").partition("\n")[2].strip() == CHAPTER
    assert new.hosting(ROOT, "da").startswith("## Hosting\n\n`make build` lægger")


def test_what_to_do_next_is_the_chapter(fresh: Path) -> None:
    """The last thing `make new` prints is the chapter on hosting, word for word, in the catalogue's language."""
    done = forks.tool(fresh, "macros.new", NAVN="Bro", UDGIVER="Nordby", LICENS="", REDAKTION="@nordby/hr")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.rstrip().endswith((ROOT / "hosting/da.md").read_text(encoding="utf-8").strip())
    assert "licens" not in said(fresh)
    assert "given no licence" in (fresh / "LICENSE-CONTENT").read_text(encoding="utf-8")
    assert "/data/    @nordby/hr" in (fresh / "CODEOWNERS").read_text(encoding="utf-8")


def test_refuses_to_run_twice_or_over_what_is_not_saved(fresh: Path) -> None:
    """A change that git has not kept is in the way, and so is a catalogue that is somebody's own already."""
    (fresh / "Makefile").write_text("hej", encoding="utf-8")
    done = forks.tool(fresh, "macros.new", NAVN="Bro", UDGIVER="Nordby")
    assert done.returncode == 2
    assert "Makefile" in done.stdout
    forks.git(fresh, "checkout", "-q", "Makefile")
    assert forks.tool(fresh, "macros.new", NAVN="Bro", UDGIVER="Nordby").returncode == 0
    forks.save(fresh, "own")
    again = forks.tool(fresh, "macros.new", NAVN="Bro to", UDGIVER="Nordby")
    assert again.returncode == 2
    assert "allerede jeres eget" in again.stdout
    assert forks.tool(fresh, "macros.new", NAVN="Bro to", UDGIVER="Nordby", TVING="ja").returncode == 0
    assert said(fresh)["titel"] == "Bro to"


def test_all_that_is_wrong_is_told_at_once_and_nothing_written(fresh: Path) -> None:
    """Every answer that does not hold is named with its remedy, and the fork is as it was."""
    taken = said(fresh)["id"]
    answers = {
        "NAVN": "",
        "UDGIVER": "",
        "ID": str(taken),
        "KONTAKT": "ftp://x",
        "SPROG": "xx",
        "LOGO": "/findes/ikke.svg",
    }
    answers |= {"ARKIV": "nordby", "VAERT": "svn", "FARVE": "#ffee00", "MOTIV": "måske", "REDAKTION": "hr"}
    done = forks.tool(fresh, "macros.new", **answers)
    assert done.returncode == 1
    named = {line.strip().partition(":")[0] for line in done.stdout.splitlines() if line.startswith("  ")}
    assert named == set(answers)
    assert forks.git(fresh, "status", "--porcelain") == ""


def test_a_colour_that_cannot_be_read_is_told_with_the_nearest(fresh: Path) -> None:
    """A bar too light for its text is refused, and the colour that is proposed instead is accepted."""
    done = forks.tool(fresh, "macros.new", NAVN="Bro", UDGIVER="Nordby", FARVE="#8a9fd0")
    assert done.returncode == 1
    proposed = done.stdout.partition("Brug ")[2][:7]
    assert forks.tool(fresh, "macros.new", NAVN="Bro", UDGIVER="Nordby", FARVE=proposed).returncode == 0
    assert said(fresh)["farver"] == {"top": proposed}


def test_asks_one_question_at_a_time_in_a_terminal(fresh: Path) -> None:
    """In a terminal each open question is asked, Enter takes what is offered, a refused answer is asked for again."""
    ours, theirs = pty.openpty()
    given = {**os.environ, "MOTIV": "nej", "NO_MKDOCS_2_WARNING": "1"}
    given.pop("KATALOG_DATA", None)
    program = subprocess.Popen(
        [sys.executable, "-m", "macros.new"],
        cwd=fresh,
        env=given,
        stdin=theirs,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    typed = {"NAVN": "Bro over", "UDGIVER": "Nordby", "KONTAKT": "ftp://x\nhttps://example.org/"}
    open_questions = [question.name for question in QUESTIONS if question.name not in {*given, "VAERT"}]
    os.write(ours, "".join(f"{typed.get(name, '')}\n" for name in open_questions).encode())
    told, _ = program.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)
    assert program.returncode == 0, told
    assert [told.count(f"{name}") >= 1 for name in open_questions] == [True] * len(open_questions)
    assert "MOTIV" not in told
    assert "VAERT" not in told  # there is no repository
    assert told.count(QUESTIONS[0].asks) == 1
    assert (said(fresh)["id"], said(fresh)["kontakt"]) == ("bro-over", "https://example.org/")


WRONG = {"NAVN": "", "UDGIVER": "", "ID": "paa-tvaers", "KONTAKT": "ftp://x", "ARKIV": "nordby", "VAERT": "svn"}
WRONG |= {"SPROG": "xx", "LOGO": "/findes/ikke.svg", "FARVE": "#ffee00", "MOTIV": "måske", "REDAKTION": "hr"}
RIGHT = {"NAVN": "Bro", "UDGIVER": "Nordby", "ID": "bro", "SPROG": "da", "MOTIV": "ja"}
RIGHT |= {"ARKIV": "https://git.example.org/nordby/bro", "VAERT": "forgejo"}


def test_each_answer_is_judged_when_it_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An answer that does not hold is told of at once, and asked for again before the next question."""
    asked: list[str] = []

    def answer(prompt: str) -> str:
        name = prompt.split()[0].strip(":")
        asked.append(name)
        return WRONG[name] if asked.count(name) == 1 and name in WRONG else RIGHT.get(name, "-")

    monkeypatch.setattr("builtins.input", answer)
    answers: dict[str, str] = {}
    new.ask(answers, list(WRONG), lambda given: start.judged(ROOT, "paa-tvaers", given))
    order = [question.name for question in QUESTIONS if question.name in WRONG]
    assert asked == [name for name in order for _ in range(2)]
    assert len([line for line in capsys.readouterr().out.splitlines() if line.startswith("  ")]) == 2 * len(order)
    assert start.judged(ROOT, "paa-tvaers", answers) == []


def test_a_variable_that_does_not_hold_is_told_before_the_first_question(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], fresh: Path
) -> None:
    """What was given as a variable and is refused is asked for, too, in its turn."""
    asked: list[str] = []

    def answer(prompt: str) -> str:
        if not asked:
            assert "ftp" not in prompt
            assert "KONTAKT" in capsys.readouterr().out
        asked.append(prompt.split()[0].strip(":"))
        return RIGHT.get(asked[-1], "-")

    monkeypatch.setattr("builtins.input", answer)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    assert new.main({"KONTAKT": "ftp://x", "MOTIV": "nej"}, fresh) == 0
    assert asked == [question.name for question in QUESTIONS if question.name != "MOTIV"]


@pytest.mark.parametrize("code", language.known())
def test_there_is_a_start_in_every_language(code: str, tmp_path: Path) -> None:
    """Every language of the interface has a start that passes the check, with a file of every kind."""
    data = tmp_path / "data"
    given = with_defaults({"NAVN": "Bro", "UDGIVER": "Nordby", "SPROG": code})
    assert start.wrong(given, data, ROOT / "docs", "") == []
    assert [kind.pattern for kind in FILES if not list(data.glob(kind.pattern))] == []
    loaded = load(data, ROOT / "docs")
    assert loaded.catalogue
    assert loaded.catalogue.site.language == code


@pytest.mark.parametrize(
    ("address", "host", "site"),
    [
        ("https://github.com/Nordby/bro", "github", "https://nordby.github.io/bro/"),
        ("https://github.com/nordby/nordby.github.io", "github", "https://nordby.github.io/"),
        ("https://gitlab.example.org/nordby/bro", "gitlab", ""),
        ("https://codeberg.org/nordby/bro", "forgejo", ""),
        ("https://gitea.example.org:3000/nordby/bro", "forgejo", ""),
        ("https://git.example.org/github/gitlab", "", ""),
        ("https://bitbucket.org/nordby/bro", "", ""),
        ("https://[", "", ""),
        ("", "", ""),
    ],
)
def test_what_follows_from_the_repository(address: str, host: str, site: str) -> None:
    """The host, and on GitHub the address of Pages, are offered from the repository's address."""
    given = with_defaults({"NAVN": "Bro", "UDGIVER": "Nordby", "ARKIV": address})
    assert (given["VAERT"], given["ADRESSE"]) == (host, site)


def test_every_question_is_explained() -> None:
    """Each question has one line of why it is asked, and a variable a shell can set."""
    for question in QUESTIONS:
        assert question.asks.endswith("?")
        assert question.told.endswith(".")
        assert question.name.isascii()
        assert question.name.isupper()
