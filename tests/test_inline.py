"""The tiny subset of formatting in data texts."""

from __future__ import annotations

import markdown
import pytest
from markupsafe import Markup

from macros import inline
from macros.catalogue import Catalogue
from macros.web.render import Renderer, View

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](java&#115;cript:alert(1))",
    "[x](data:text/html,hej)",
    "# overskrift { onclick=alert(1) }",
    "tekst { onclick=alert(1) }",
    "{{ 7 * 7 }}",
    "`kode` ~~x~~ <!-- x -->",
    "[x]: https://example.org",
    "    fire mellemrum",
    "&lt;script&gt; &#60;b&#62;",
]


def link(target: str, label: str) -> Markup:
    """Render a link plainly."""
    return Markup('<a href="{}">{}</a>').format(target, label)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text(text: str) -> None:
    """What is not the subset reaches the page as the characters the editor typed, through Markdown too."""
    made = markdown.markdown(
        f"<p markdown='span'>{inline.render(text, link)}</p>", extensions=["md_in_html", "attr_list"]
    )
    inner = made.removeprefix("<p>").removesuffix("</p>")
    assert "<" not in inner
    assert "javascript:" not in inner or "href" not in inner


def test_bold_italic_and_links() -> None:
    """Bold, italic, and links to ids and https work; the rest of the sentence is text."""
    made = inline.render("**Fed**, *kursiv*, [her](tema:x) og [der](https://example.org/?a=1&b=2)", link)
    assert made == (
        '<strong>Fed</strong>, <em>kursiv</em>, <a href="tema:x">her</a> og '
        '<a href="https://example.org/?a=1&amp;b=2">der</a>'
    )


@pytest.mark.parametrize("text", ["3 * 4 * 5", "2 ** 3 ** 4", "a*b", "C#", "50 %", "[uden link]"])
def test_signs_that_only_look_like_formatting(text: str) -> None:
    """Signs with a meaning of their own are left alone."""
    assert inline.plain(text) == text
    assert "<" not in inline.render(text, link)


def test_every_word_that_is_divided_is_found_in_a_title(catalogue: Catalogue) -> None:
    """All the words of `ord.yml` are divided at their joints, in any case, and no word that only holds one of them."""
    divided = catalogue.hyphenation
    assert len(divided) > 1
    whole = [word.replace("-", "") for word in divided]
    title = " ".join([*whole, whole[0].upper(), f"{whole[0]}er"])
    shown = View(Renderer(catalogue), "index.md").hyphenated(title)
    parts = [*divided, divided[0].upper()]
    assert shown == " ".join([*(word.replace("-", "&shy;") for word in parts), f"{whole[0]}er"])
