"""The lazy server without a browser: what it serves, what it says, how it begins and ends."""

from __future__ import annotations

import re
import signal
import socket
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from macros.server.http import FAULTS
from macros.server.site import LiveSite
from tests.support.serving import served
from tests.support.sites import FIXTURE, PREFIX, ROOT, built_once, copy_with_data, read

MADE = {".html", ".json", ".xml"}  # scripts are made smaller by the build only
ORIGIN = "https://example.org"
SMALL_DATA = ROOT / "tests/small/data"
NEW_PAGE = """id: nyt
titel: "Nyt"
resumé: >-
  Det nyeste.
tekst: >-
  Det nyeste.
i_bunden: ja
"""


def plain(text: bytes) -> bytes:
    """Return a path or a page without the names that folders have after their contents."""
    return re.sub(rb"assets/[0-9a-f]{12}/", b"assets/", text)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the code beside the fixture catalogue's data."""
    return copy_with_data(FIXTURE, tmp_path_factory.mktemp("serve") / "root")


def test_pages_made_when_asked_for_are_the_built_pages(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every page and data file is served byte for byte as the build writes it, also when the data is taken in anew.

    But for the folders that the build names after what stands in them, and its style sheets, one a medium.
    """
    built = built_once(tmp_path, root)
    monkeypatch.setenv("KATALOG_URL", f"{ORIGIN}/{PREFIX}/")
    site = LiveSite(root, ORIGIN, (tmp_path / "made").resolve())
    site.begin()
    site.begin()
    files = sorted(path.relative_to(built).as_posix() for path in built.rglob("*") if path.suffix in MADE)
    made = {name: site.get(f"/{PREFIX}/{plain(name.encode()).decode()}").body for name in files}
    sheet = re.compile(rb'\s*<link rel="stylesheet" [^>]*/css/[^>]*>')
    other = [n for n in files if sheet.sub(b"", made[n]) != sheet.sub(b"", plain((built / n).read_bytes()))]
    assert files
    assert not other


def test_the_address_is_known_before_the_data_are_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Begun on a catalogue with a fault in every file, the site stands where katalog.yml says."""
    monkeypatch.delenv("KATALOG_URL", raising=False)
    broken = copy_with_data(FIXTURE, tmp_path / "root")
    for path in (broken / "data").rglob("*.yml"):
        path.write_text(path.read_text(encoding="utf-8") + "\nfindes ikke: ja\n", encoding="utf-8")
    site = LiveSite(broken, ORIGIN, tmp_path / "made")
    with pytest.raises(FAULTS):
        site.begin()
    assert site.mount == urlsplit(read(FIXTURE).site.address).path != "/"


def test_a_page_that_is_gone_is_not_found_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was served while it was there, a page, its paper and a logo, is not served when its data file is gone."""
    monkeypatch.delenv("KATALOG_URL", raising=False)
    root = copy_with_data(SMALL_DATA, tmp_path / "root")
    page = root / "data/sider/nyt.yml"
    page.parent.mkdir()
    page.write_text(NEW_PAGE, encoding="utf-8")
    site = LiveSite(root, ORIGIN, (tmp_path / "made").resolve())
    site.begin()
    assert site.get("/nyt/").status == 200
    kept = [path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*nyt*") if path.is_file()]
    page.unlink()
    site.begin()
    assert {site.get(path).status for path in ("/nyt/", *(f"/{name}" for name in kept))} == {404}


def test_the_root_leads_to_the_site_and_ctrl_c_ends_it(root: Path) -> None:
    """The terminal says where the site is and nothing of a redirect; Ctrl+C ends with 0 and leaves no files behind."""
    with served(root) as server:
        start = "/".join(server.address.split("/")[:3]) + "/"
        with urllib.request.urlopen(start) as answer:
            assert answer.status == 200
            assert answer.url == server.address
        server.process.send_signal(signal.SIGINT)  # once more is what an impatient hand does
        assert server.stop() == 0
        said = [line for line in server.said if line]
        assert len(said) == 1, said
        assert not list(server.scratch.iterdir())


def test_an_address_that_does_not_exist_is_the_sites_own_404(root: Path) -> None:
    """What is not there is answered with 404 and the site's page for it."""
    with served(root) as server:
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(f"{server.address}findes/ikke/")
        assert refused.value.code == 404
        assert b"<main" in refused.value.read()


def test_nothing_outside_the_site_is_served(root: Path) -> None:
    """A path that climbs out of the site leads nowhere."""
    with served(root) as server:
        host, port = server.address.split("/")[2].split(":")
        for path in ("../../mkdocs.yml", "assets/../../mkdocs.yml", "assets/%2e%2e/%2e%2e/mkdocs.yml"):
            with socket.create_connection((host, int(port))) as raw:
                raw.sendall(f"GET /et/sted/{path} HTTP/1.0\r\n\r\n".encode())
                assert raw.makefile("rb").readline().split()[1] == b"404"


def test_a_taken_port_is_told_in_one_line(root: Path) -> None:
    """A port that somebody else has is told in one line that names another; no traceback."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        with served(root, "--port", port) as server:
            assert server.process.wait(60) == 1
            server.stop()
            assert len(server.said) == 1, server.said
            assert port in server.said[0]
            assert f"PORT={int(port) + 1}" in server.said[0]
