"""Our skeleton for an engine whose templates know neither our words nor our filters: both are put in first."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from macros import language
from macros.catalogue import Catalogue, names
from macros.catalogue.addresses import Addresses
from macros.publish import Publishing

WORD = r"\bt((?:\.\w+)+)"
DATA = re.compile(r"\{\{\s*" + WORD + r"\s*\|\s*data\s*\}\}")
FILLED = re.compile(r"\{\{\s*" + WORD + r"\s*\|\s*fill\((.*?)\)\s*\}\}")  # a whole expression, as ours always are
ALONE = re.compile(r"\{\{\s*" + WORD + r"\s*\}\}")
INSIDE = re.compile(WORD + r"(?=[^{}]*[%}]\})")
NAMED = re.compile(r"""\bside\((?:'(\w+)'|"(\w+)"|([\w.]+))\)""")
HOME = "(page.url in ['', '.', './'])"
DIALECT = {  # its templates are not quite Jinja, nor what it knows of a page quite MkDocs'
    ".rstrip('/')": "",
    "page.meta.id": "(page.meta or {}).id",
    "page.toc.items": "page.toc",
    "page.previous_page.is_homepage": HOME.replace("page.", "page.previous_page."),
    "page.is_homepage": HOME,
}
VALUE = re.compile(r"(\w+)=((?:[^,()]|\([^()]*\))+)")


def skeleton(text: str, out: Publishing) -> str:
    """Return a template with the catalogue's words, addresses and policy written into it."""
    catalogue = out.build.catalogue
    words = language.markup(names.code(catalogue))
    addresses = Addresses.of(catalogue.site)

    def word(path: str) -> Any:
        found: Any = words
        for name in path.strip(".").split("."):
            found = found[name]
        return found

    def filled(match: re.Match[str]) -> str:
        values = dict(VALUE.findall(match[2]))
        parts = language.PLACE.split(str(word(match[1])))
        return "".join(f"{{{{ {values[part]} }}}}" if i % 2 else part for i, part in enumerate(parts))

    def side(match: re.Match[str]) -> str:
        name = match[1] or match[2]
        return json.dumps(addresses.side(name)).replace('"', "'") if name else f"({match[3]} ~ '/')"

    for ours, theirs in DIALECT.items():
        text = text.replace(ours, theirs)
    text = DATA.sub(lambda m: str(language.data(word(m[1]))), text)
    text = ALONE.sub(lambda m: str(word(m[1])), FILLED.sub(filled, text))
    text = INSIDE.sub(lambda m: json.dumps(str(word(m[1])), ensure_ascii=False), NAMED.sub(side, text))
    rows = [f"{{% set {name} = {json.dumps(value)} %}}" for name, value in out.values().items()]
    rows.append('{% set papir = page.meta.papir if page and page.meta else "" %}')
    return "".join(rows) + text if "<!doctype html>" in text else text


def extra(catalogue: Catalogue) -> Mapping[str, Any]:
    """Return what the skeleton asks of the catalogue, as plain values."""
    written = [{"id": p.id, "title": p.title, "in_footer": p.in_footer} for p in catalogue.written]
    return {"site": catalogue.site.model_dump(mode="json"), "written": written}
