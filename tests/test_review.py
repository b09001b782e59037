"""The report of what needs a look: overdue reviews, entries without a source, links that no longer answer."""

from __future__ import annotations

import datetime as dt
import http.server
import threading
from collections.abc import Iterator

import pytest

from macros.catalogue import Catalogue, load
from macros.desk import review
from tests.support.sites import EXAMPLES, ROOT


@pytest.fixture(scope="module")
def examples() -> Catalogue:
    """Return the example catalogue, whose theme was reviewed on 9 March 2026."""
    loaded = load(EXAMPLES, ROOT / "docs")
    assert loaded.catalogue
    return loaded.catalogue


class _Server(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """Answer with the status that the path asks for."""
        self.send_response(int(self.path[1:]))
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    """Serve any status that is asked for on this machine; return the address."""
    made = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Server)
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{made.server_port}"
    made.shutdown()


@pytest.mark.parametrize(("today", "late"), [("2027-03-08", False), ("2027-03-09", True)])
def test_overdue_after_twelve_months(examples: Catalogue, today: str, late: bool) -> None:
    """A review is overdue on the day it is as many months old as katalog.yml says, not the day before."""
    found = [f for f in review.overdue(examples, dt.date.fromisoformat(today)) if f.heading == "Trænger til gennemgang"]
    assert [f.place for f in found] == (["examples/temaer/et-tema.yml:2"] if late else [])


def test_never_reviewed(examples: Catalogue) -> None:
    """Pages without a date of review are listed, those with one are not."""
    found = review.overdue(examples, dt.date(2026, 4, 1))
    assert {f.heading for f in found} == {"Sider uden dato for gennemgang"}
    assert not [f for f in found if "et-tema" in f.place]


def test_own_additions(catalogue: Catalogue) -> None:
    """Every entry without a source is listed with its place."""
    found = review.unsourced(catalogue)
    own = [p for p in catalogue.index.values() if getattr(p.entry, "origin", "") == "egen"]
    assert [f.words for f in found] == [p.title for p in own]


def test_dead_is_not_unreachable(server: str) -> None:
    """A page that is gone, one that refuses programs, a failing server and a closed door are told apart."""
    assert review.ask(f"{server}/200") == ""
    assert review.ask(f"{server}/403") == ""
    assert review.ask(f"{server}/404").startswith("død")
    assert review.ask(f"{server}/503").startswith("ikke nået")
    assert review.ask("http://127.0.0.1:9/").startswith("ikke nået")


def test_links_are_reported_where_they_stand(catalogue: Catalogue) -> None:
    """Each address is asked once and reported with its file and line."""
    asked = review.addresses(catalogue)
    found = review.links(catalogue, lambda address: "død: serveren svarer 404")
    assert len(found) == len(asked)
    assert {f.place for f in found} == set(asked.values())
    assert "Døde links" in review.report(found) or not asked


def test_nothing_to_say() -> None:
    """An empty report says that all is well."""
    assert review.report([]) == "Alt er gennemgået, og alle punkter har en kilde.\n"


@pytest.mark.parametrize("status", [401, 403, 405, 429])
def test_a_page_that_refuses_programs_is_there(server: str, status: int) -> None:
    """What asks for a login, refuses programs, does not know the question or asks to wait, is no dead link."""
    assert review.ask(f"{server}/{status}") == ""


@pytest.mark.parametrize("status", [400, 404, 410, 451])
def test_a_page_that_is_gone_is_dead(server: str, status: int) -> None:
    """Every other answer that says the address is wrong is a dead link."""
    assert review.ask(f"{server}/{status}").startswith("død")
