"""A link in a text leads into the catalogue or to a page out of it: what else is written is told of by its cause."""

from __future__ import annotations

import pytest

from macros import shape
from macros.catalogue import links
from macros.catalogue.texts import judged
from macros.catalogue.walking import Text
from macros.read.document import Document, Mark, Path
from macros.read.problems import Problem

REFUSED = {
    "[x](javascript:alert(1))": links.OTHER_WAY,
    "[x](javascript:alert)": links.OTHER_WAY,
    "[x](data:text/html,x)": links.OTHER_WAY,
    "[x](tel:112)": links.OTHER_WAY,
    "[x](FTP://e.org)": links.OTHER_WAY,
    "[x](mailto:)": links.MAIL,
    "[x](mailto:postkasse)": links.MAIL,
    "[x](MAILTO:postkasse?subject=y)": links.MAIL,
    "[x](http://e.org)": links.NOT_SAFE,
    "[x](www.e.org)": links.NO_SCHEME,
    "[x](e.org/side)": links.NO_SCHEME,
    "[x](om.html)": links.UNUSABLE,
    "[x](../om/)": links.UNUSABLE,
    "[x](#her)": links.UNUSABLE,
    "[x](tema:et tema)": links.NO_LINK,
    "[x]()": links.NO_TARGET,
    "[x](https://e.org/a_(b))": links.CUT,
    "[x](https://e.org/(a))": links.CUT,
    "[x](https://.)": links.NOWHERE,
    "[x](https://[)": links.NOWHERE,
    "[](https://e.org)": links.NAMELESS,
    "[\u2800](https://e.org)": links.NAMELESS,
    "[\u3164 ](tema:et-tema)": links.NAMELESS,
    "[\u0301](https://e.org)": links.NAMELESS,
    "[x](https://e.org/a b)": links.NO_LINK,
    "[a [b]](https://e.org)": links.NO_LINK,
}
TAKEN = ("[x](https://e.org/a_%28b%29)", "[x](tema:et-tema)", "[x] og (y)", "a[1](b: c)")


def said(text: str) -> tuple[list[Problem], list[tuple[Path, str]]]:
    """Return what is told of a text, and what it points at."""
    at: dict[Path, Mark] = {("tekst",): Mark(1, 1)}
    document = Document("data/x.yml", f"tekst: {text}", {}, {}, at)
    return judged(document, [Text(("tekst",), text, None)])


@pytest.mark.parametrize("text", REFUSED)
def test_a_link_that_is_none_is_told_by_its_cause(text: str) -> None:
    """One thing is told of it: the right one, at the link, with a remedy that the check itself would take."""
    (problem,), points = said(f"Se {text}, hvis du vil.")
    told = REFUSED[text].of("x", "").message.partition("»")[0]
    assert problem.message.startswith(told)
    assert problem.column > len("tekst: ")
    assert not points or REFUSED[text] is links.NAMELESS
    assert "mailto:" not in problem.remedy


@pytest.mark.parametrize("text", TAKEN)
def test_a_link_that_is_one_is_taken(text: str) -> None:
    """Brackets that are balanced, codes, references and brackets that make no link are nobody's mistake."""
    assert said(text)[0] == []


@pytest.mark.parametrize("kind", shape.kinds())
def test_a_misspelt_kind_is_looked_for_and_not_called_a_way(kind: str) -> None:
    """A reference whose kind is spelt almost right is told of as a reference."""
    problems, points = said(f"[x]({kind}r:et-id)")
    assert (problems, [target for _, target in points]) == ([], [f"{kind}r:et-id"])
