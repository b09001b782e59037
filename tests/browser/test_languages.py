"""The search's languages: one module for each language there are words for, each stemming as Snowball does."""

from __future__ import annotations

import re

import pytest
import snowballstemmer
from playwright.sync_api import Page

from macros import language
from tests.support.browser import module
from tests.support.sites import ROOT
from tests.test_language import leaves

SNOWBALL = {"da": "danish", "en": "english"}
# Words that Snowball's English treats in ways of their own.
ODD = (
    "skis skies dying lying tying idly gently ugly early only singly sky news atlas cosmos bias andes howe inning "
    "outing canning herring earring evening proceed exceed succeed exceedingly agreed feed generate generous "
    "communities arsenal past pasted organization universal add added egg off hopping hoped sayings youth boyish "
    "geologist apologise ties cries gas gaps kiss this luxuriated possibly fully hopelessly relational conditional "
    "rationalism adjustment replacement adoption controllable rolled fall rate interest later emergency y by a us"
)


def vocabulary(code: str) -> list[str]:
    """Return many words: those of the interface, in every language, and of what the repository says in English."""
    written = [*ROOT.glob("*.md"), *(ROOT / "macros").rglob("*.py"), *(ROOT / "docs/assets").rglob("OFL*.txt")]
    texts = [path.read_text(encoding="utf-8") for path in written]
    texts += [text for each in language.known() for _, text in leaves(language.words(each))]
    letters = "a-z" if code == "en" else "a-zæøå"
    return sorted({*re.findall(f"[{letters}]+", " ".join(texts).lower()), *ODD.split()})


@pytest.mark.parametrize("code", language.known())
def test_stemmer_is_snowball(page: Page, address: str, code: str) -> None:
    """A language's stemmer gives what Snowball's gives, for every word of a large vocabulary."""
    words = vocabulary(code)
    page.goto(address)
    ours = page.evaluate(
        "async ([url, words]) => { const { stem } = await import(url); return words.map(stem); }",
        [module(page, f"search/languages/{code}.js"), words],
    )
    snowball = snowballstemmer.stemmer(SNOWBALL[code])
    assert [(w, s) for w, s in zip(words, ours, strict=True) if s != snowball.stemWord(w)] == []


def test_every_language_has_its_module() -> None:
    """There is a module of the search for each language that has words, so that its pages can be searched."""
    modules = (ROOT / "docs/assets/js/search/languages").glob("*.js")
    assert {path.stem for path in modules} >= set(language.known())
