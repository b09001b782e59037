"""The HTTP side: one repository's site on a port, the script that loads a page again, and the page of what is wrong.

Little of ours is imported here before the server is up, so that a fault in Python, too, is told in the browser.
"""

from __future__ import annotations

import shutil
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Collection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.read.problems import terminal
from macros.server import faults
from macros.server.answers import HTML, Answer, kind_of

if TYPE_CHECKING:
    from macros.server.site import LiveSite

OWN = Path(__file__).parent
FILES = {"/livereload.js": "livereload.js", "/livereload.css": "problems.css"}
KEEP_ALIVE = 15.0  # seconds
AGAIN = 200  # milliseconds until a browser that has lost the server asks again
FAULTS = (Exception, SystemExit)  # the macros plugin exits when a page cannot be made


class Server(ThreadingHTTPServer):
    """Serves the site of the repository at `root` from a listening socket, and tells browsers when it is new."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, root: Path, listening: socket.socket) -> None:
        self.root = root
        super().__init__(listening.getsockname(), Handler, bind_and_activate=False)
        self.socket.close()
        self.socket = listening
        host, port = listening.getsockname()[:2]
        self.origin = f"http://{host}:{port}"
        self.folder = Path(tempfile.mkdtemp(prefix="katalog_")).resolve()
        self.site: LiveSite | None = None
        self.fault: BaseException | None = None
        self.epoch = ""
        self.ready = threading.Event()  # the first load is over, well or not
        self.news = threading.Condition()
        env = Environment(loader=FileSystemLoader(OWN), autoescape=True, undefined=StrictUndefined)
        self.problems = env.get_template("problems.html.j2")

    @property
    def mount(self) -> str:
        """Where on the server the site stands, with a slash at both ends."""
        return self.site.mount if self.site else "/"

    # what the site is made from ---------------------------------------------------------------------------------------

    def start(self) -> None:
        """Load the code and the data; a fault in them is kept and told."""
        try:
            from macros.server.site import LiveSite  # here, so that a fault in our own code is told as any other

            self.site = LiveSite(self.root, self.origin, self.folder)
            self.site.begin()
            self.fault = None
        except FAULTS as error:
            self.fail(error)
        self.ready.set()
        self.tell()

    def renew(self, changed: Collection[Path]) -> None:
        """Take in changed files, and let the browsers load their pages again."""
        if self.site is None:
            return self.start()
        assets = self.root / "docs" / "assets"
        try:
            if self.fault or not all(path.is_relative_to(assets) and path.exists() for path in changed):
                self.site.begin()
                if self.fault:
                    print("Alt er i orden igen.", flush=True)
                self.fault = None
        except FAULTS as error:
            self.fail(error)
        self.tell()

    def fail(self, error: BaseException) -> None:
        """Keep a fault for the browsers, and tell it in the terminal."""
        self.fault = error
        self.say(error)

    def say(self, error: BaseException) -> None:
        """Tell a fault in the terminal."""
        for told in faults.told(error, self.root):
            print(f"\n{terminal(told.problem, told.lines)}", flush=True)

    def tell(self) -> None:
        """Let the browsers know that what they show is old."""
        with self.news:
            self.epoch = str(time.time_ns())
            self.news.notify_all()

    def newer(self, epoch: str) -> str:
        """Return the present epoch: when it is another than the one told, and after a while in any case."""
        with self.news:
            self.news.wait_for(lambda: self.epoch != epoch, timeout=KEEP_ALIVE)
            return self.epoch

    def forget(self) -> None:
        """Remove the files that were made."""
        shutil.rmtree(self.folder, ignore_errors=True)

    # answers ----------------------------------------------------------------------------------------------------------

    def answer(self, path: str) -> Answer:
        """Return what stands at a path; while something must be mended, every page tells that instead."""
        if path in FILES:
            return Answer((OWN / FILES[path]).read_bytes(), kind_of(FILES[path]))
        self.ready.wait()
        if asset := self.asset(path):
            return asset
        epoch = self.epoch  # taken first: what changes while the page is made is newer than the page
        if self.fault or not self.site:
            return self.told(self.fault or RuntimeError("no site"), epoch)
        try:
            found = self.site.get(path)
        except FAULTS as error:
            self.say(error)
            return self.told(error, epoch)
        return self.live(found, epoch) if found.kind == HTML and not found.place else found

    def asset(self, path: str) -> Answer | None:
        """Return a style, script, font or picture as it is on disk, which no fault keeps back; None when it is none."""
        folder = (self.root / "docs" / "assets").resolve()
        found = (folder / path.removeprefix(f"{self.mount}assets/")).resolve()
        if not path.startswith(f"{self.mount}assets/") or not found.is_relative_to(folder) or not found.is_file():
            return None
        return Answer(found.read_bytes(), kind_of(found.name))

    def told(self, error: BaseException, epoch: str) -> Answer:
        """Return the page of what is wrong."""
        text = self.problems.render(problems=faults.told(error, self.root), base=self.mount)
        return self.live(Answer(text.encode(), status=503), epoch)

    @staticmethod
    def live(page: Answer, epoch: str) -> Answer:
        """Return a page with the script that loads it again."""
        script = f'<script src="/livereload.js" data-epoch="{epoch}"></script>\n'.encode()
        before, end, after = page.body.rpartition(b"</body>")
        return Answer(before + script + end + after, page.kind, page.status)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that has gone away; tell of anything else."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class Handler(BaseHTTPRequestHandler):
    """One connection of a browser."""

    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer an address."""
        path = unquote(urlsplit(self.path).path, errors="replace")
        if path == "/livereload":
            return self.follow()
        answer = self.server.answer(path)
        self.send_response(302 if answer.place else answer.status)
        self.send_header("Content-Type", answer.header)
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Cache-Control", "no-cache")
        if answer.place:
            self.send_header("Location", answer.place)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    do_HEAD = do_GET

    def follow(self) -> None:
        """Tell a browser which epoch it is, and each new one, as events, until it goes away."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        told = ""
        self.wfile.write(f"retry: {AGAIN}\n\n".encode())
        while True:
            epoch = self.server.newer(told)
            self.wfile.write(b":\n\n" if epoch == told else f"data: {epoch}\n\n".encode())
            told = epoch

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of what went well."""
