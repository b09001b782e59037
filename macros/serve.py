"""`python -m macros.serve [--port N]`: this repository's site on this machine, new in the browser at every save."""

from __future__ import annotations

import argparse
import errno
import logging
import os
import signal
import socket
import sys
import threading
from collections.abc import Collection
from pathlib import Path

from macros.folders import data_folder
from macros.server import watching
from macros.server.http import Server

HOST, PORT = "127.0.0.1", 8000
WHY = {errno.EADDRINUSE: "den er i brug", errno.EACCES: "det kræver særlige rettigheder"}
SHOWN = 3  # files named of one change
INHERITED = "KATALOG_SERVE_SOCKET"  # the number of the open socket, for the process that takes over


def listen(port: int) -> socket.socket:
    """Return the socket that the process before this one left open, else a new one. Raises OSError when it is taken."""
    if number := os.environ.pop(INHERITED, ""):
        return socket.socket(fileno=int(number))
    return socket.create_server((HOST, port), backlog=64)


def watched(root: Path) -> tuple[Path, ...]:
    """Return what the site is made from."""
    names = ("docs", "macros", "overrides", "mkdocs.yml", ".pdf")
    return (data_folder(root), *(root / name for name in names))


def needs_restart(root: Path, changed: Collection[Path]) -> bool:
    """Whether a change is only taken in by a new process: code, or MkDocs' configuration."""
    return any(path.suffix == ".py" or path == root / "mkdocs.yml" for path in changed)


def unreadable(changed: Collection[Path]) -> SyntaxError | None:
    """Return what keeps Python from reading changed code, so that no new process is begun that would end at once."""
    for path in changed:
        if path.suffix == ".py" and path.exists():
            try:
                compile(path.read_bytes(), str(path), "exec")
            except SyntaxError as error:
                return error
    return None


def restart(server: Server) -> None:
    """Let a new process take over the port: what browsers ask for meanwhile waits for it."""
    os.set_inheritable(server.fileno(), True)
    os.environ[INHERITED] = str(server.fileno())
    server.forget()
    os.execv(sys.executable, [sys.executable, "-m", "macros.serve", *sys.argv[1:]])


def named(root: Path, changed: Collection[Path]) -> str:
    """Return the names of changed files for the terminal, the first few of many."""
    names = sorted(os.path.relpath(path, root) for path in changed)
    return ", ".join(names[:SHOWN]) + (f" og {len(names) - SHOWN} mere" if len(names) > SHOWN else "")


def run(server: Server, root: Path) -> None:
    """Serve until Ctrl+C."""
    seen = watching.state(watched(root))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    server.start()
    print(f"Siden ligger på {server.origin}{server.mount} (Ctrl+C slutter).", flush=True)
    for changed in watching.changes(watched(root), seen):
        print(f"Ændret: {named(root, changed)}", flush=True)
        if not needs_restart(root, changed):
            server.renew(changed)
        elif error := unreadable(changed):
            server.fail(error)
            server.tell()
        else:
            restart(server)


def end(*_: object) -> None:
    """End at the first Ctrl+C; a second must not break off the tidying up."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt


def main(argv: list[str] | None = None) -> int:
    """Serve the site of the folder this is run in; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m macros.serve", description="Vis siden, og følg dens filer.")
    parser.add_argument("--port", type=int, default=os.environ.get("PORT") or PORT, help=f"ellers PORT, ellers {PORT}")
    port = parser.parse_args(argv).port
    for name in ("mkdocs.plugins", "mkdocs.commands.build"):  # what they say of faults we say too, and shorter
        logging.getLogger(name).setLevel(logging.CRITICAL)
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
    root = Path.cwd()
    try:
        server = Server(root, listen(port))
    except OSError as error:
        why = WHY.get(error.errno or 0, os.strerror(error.errno or 0))
        print(f"Port {port} kan ikke bruges: {why}. Vælg en anden: make serve PORT={port + 1}", file=sys.stderr)
        return 1
    try:
        run(server, root)
    except KeyboardInterrupt:
        print()
    finally:
        server.server_close()
        server.forget()
    return 0


if __name__ == "__main__":
    sys.exit(main())
