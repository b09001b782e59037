"""What is made around the pages, whatever engine makes those: the menu, the site's texts, the files beside the pages.

`hooks.py` asks for it while MkDocs builds. An engine that has no hooks builds first, and then
`python -m macros.publish SITE` writes into its finished site what MkDocs would have had written.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from macros import building, kept
from macros.catalogue import colours, icon, names
from macros.catalogue.addresses import Addresses
from macros.data import export
from macros.folders import data_folder, site_address
from macros.kind import FRONT
from macros.paper import document as paper
from macros.paper import icons
from macros.paper import press as pdf
from macros.web import device, finding, moved, pages, policy, sent

KEPT = Path(kept.FOLDER, "qr")  # drawings of QR codes, which are the same for the same address

Maker = Callable[[], bytes]


def title_of(docs: Path, path: str) -> str:
    """Return the title of a page that was written by hand: its front matter's, its first heading's or its path."""
    text = (docs / path).read_text(encoding="utf-8")
    found = re.search(r"^title: *\"?(.+?)\"?$|^# (.+)$", text, re.MULTILINE)
    return next(filter(None, found.groups())) if found else path


def written(docs: Path) -> Iterator[tuple[str, str, str]]:
    """Yield name, title and description of each hand-written page; the front page is no answer to anything."""
    for path in sorted(docs.rglob("*.md")):
        name = path.relative_to(docs).with_suffix("").as_posix()
        text = path.read_text(encoding="utf-8")
        if told := re.search(r"^description: *\"?(.+?)\"?$", text, re.MULTILINE):
            yield name, title_of(docs, f"{name}.md"), told[1]


@dataclass(frozen=True)
class Publishing:
    """One state of the data on its way out; `base` is the site's address with a slash at the end, or nothing.

    `live`: the site is looked at while it is written, and nothing is named by its contents.
    """

    build: building.Build
    root: Path
    docs: Path
    base: str = ""
    live: bool = False

    def values(self) -> dict[str, Any]:
        """Return what the skeleton asks for by name, and that is a plain value."""
        return {
            "katalog_id": names.identity(self.build.catalogue),
            "policy": policy.CSP,
            "referrer": policy.REFERRER,
            "titles": names.titles(self.build.catalogue),
            "code": self._code_folder(),
            "sheets": sent.asked(live=self.live),
            "marks": sent.MARKS,
            "index": self._index_name(),
            "colour": icon.colour(self.build.catalogue.site),
            "apple": device.picture(icons.APPLE) if icons.APPLE in self._pictures() else "",
        }

    def menu(self) -> list[dict[str, object]]:
        """Return the menu as MkDocs and its kin take it: `[{title: page}, {title: [{title: page}, …]}, …]`."""
        catalogue = self.build.catalogue
        nav: list[dict[str, object]] = [{catalogue.site.title: FRONT}]
        for title, items in pages.menu(catalogue, lambda path: title_of(self.docs, path)):
            nav.append({title: [{item.title: item.path} for item in items]})
        return nav

    def texts(self) -> dict[str, str]:
        """Return the site's own texts by the names MkDocs gives them."""
        site = self.build.catalogue.site
        return {
            "site_name": site.title,
            "site_description": " ".join(site.description.split()),
            "site_url": self.base or site_address(site.address),
        }

    def makers(self) -> dict[str, Maker]:
        """Return what is made of the data and is no page: each file's maker by its path."""
        catalogue, base = self.build.catalogue, self.base
        site = catalogue.site
        found: dict[str, Maker] = {
            self._index_name(): self._search_index,
            "katalog.json": lambda: export.as_json(catalogue, base).encode(),
            "_headers": lambda: policy.headers_file().encode(),
        }
        found |= moved.files(self.build.renderer, self._code_folder()) | self._on_device()
        if base:  # a feed's addresses must be whole
            found["feed.xml"] = lambda: export.feed(catalogue, base).encode()
        if site.logo:
            found[f"assets/img/{site.logo}"] = (data_folder(self.root) / site.logo).read_bytes
        if self.live:
            return found | {sent.ROOT + name: text.encode for name, text in self._made_styles().items()}
        return found | {self._code_folder() + name: partial(bytes, text) for name, text in self._code().items()}

    def _on_device(self) -> dict[str, Maker]:
        """Return what a home screen asks for."""
        site, pictures = self.build.catalogue.site, self._pictures()
        tag = str(names.words(self.build.catalogue).language.tag)
        found: dict[str, Maker] = {
            device.DRAWING: self._icon().encode,
            device.MANIFEST: lambda: device.manifest(site, tag, sorted(pictures)),
        }
        return found | {device.picture(size): path.read_bytes for size, path in pictures.items()}

    def _icon(self) -> str:
        return icon.drawing(self.build.catalogue.site, data_folder(self.root), self.docs)

    def _pictures(self) -> dict[int, Path]:
        return icons.made(self.root / pdf.FOLDER, self._icon())

    def unused(self) -> set[str]:
        """Return the files of `docs/` that are sent from another place, or that this catalogue has its own of."""
        logo = {"assets/img/favicon.svg"} if self.build.catalogue.site.logo else set()
        return logo if self.live else logo | {sent.ROOT + name for name in sent.names(self.docs / sent.ROOT)}

    def _made_styles(self) -> dict[str, str]:
        own = self.build.catalogue.site.colours
        return {"css/farver.css": colours.style_sheet(own)} if own else {}

    def _code_folder(self) -> str:
        """Return the folder that scripts and style sheets are sent in."""
        return sent.ROOT if self.live else sent.folder(self._code())

    def _code(self) -> dict[str, bytes]:
        """Return scripts and style sheets, made once."""
        kept = self.build.code
        if not kept:
            kept.update(sent.code(self.docs / sent.ROOT, self._made_styles(), self.build.made))
        return kept

    def _search_index(self) -> bytes:
        """Return the search's index, made once."""
        kept = self.build.index
        if not kept:
            catalogue = self.build.catalogue
            in_data = [(p.id, p.title, " ".join(p.summary.split())) for p in catalogue.written]
            index = finding.index(catalogue, [*in_data, *written(self.docs)])
            kept[sent.INDEX] = json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode()
        return kept[sent.INDEX]

    def _index_name(self) -> str:
        place = sent.ROOT if self.live else sent.folder({sent.INDEX: self._search_index()})
        return place + sent.INDEX

    def paper(self, site: Path, path: str, title: str, address: str) -> str:
        """Write what a page needs on paper: running head and number, and a QR code when it has an address.

        The head is a style sheet of its own: CSS cannot read a title into the margin, and inline styles are refused.
        Return the path of the files, without their ends.
        """
        catalogue = self.build.catalogue
        name = f"assets/papir/{path.removesuffix('.md').replace('/', '--')}"
        head = catalogue.site.title if path == FRONT else f"{catalogue.site.title} · {title}"
        write(site / f"{name}.css", paper.margins(head, names.words(catalogue).page.number).encode())
        if address:
            write(site / f"{name}.svg", self._qr(address))
        return name

    def _qr(self, address: str) -> bytes:
        """Return the drawing of an address, from an earlier build if one made it: it takes 2 ms."""
        return self.build.made.once(lambda: paper.qr(address), "qr", address).encode()

    def whole(self, site: Path) -> None:
        """Write all that stands beside the pages into a site that an engine without hooks has built."""
        addresses = Addresses.of(self.build.catalogue.site)
        titles = {path: page.title for path, page in self.build.pages.items()}
        for path, title in ({FRONT: ""} | titles).items():
            self.paper(site, path, title, self.base + addresses.page(path) if self.base else "")
        for name in self.build.renderer.pdfs:
            write(site / f"pdf/{name}.pdf", (self.root / pdf.FOLDER / f"{name}.pdf").read_bytes())
        if name := self.build.renderer.archive:
            write(site / name, (self.root / device.ARCHIVES / name).read_bytes())
        for name in self.unused():
            (site / name).unlink(missing_ok=True)
        self.finish(site)

    def finish(self, site: Path) -> None:
        """Write what is made beside the pages, and last of all what lists every file of the site."""
        for name, make in self.makers().items():
            write(site / name, make())
        write(site / device.WORKER, device.worker(site, self.build.catalogue.site))
        self.build.made.save()


def write(target: Path, content: bytes) -> None:
    """Write a file, and the folders it stands in."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def of(root: Path) -> Publishing:
    """Return the present state of a repository, addressed as katalog.yml or KATALOG_URL says. Raises DataError."""
    build = building.build(root)
    return Publishing(build, root, root / "docs", site_address(build.catalogue.site.address))


def main(argv: list[str] | None = None) -> int:
    """Write what stands beside the pages into a finished site; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m macros.publish", description="Læg alt ved siden af siderne.")
    parser.add_argument("site", type=Path, help="mappen med det færdige site")
    site = parser.parse_args(argv).site
    try:
        of(Path.cwd()).whole(site)
    except building.DataError as error:
        print(error)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
