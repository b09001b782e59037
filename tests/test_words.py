"""All words a reader meets stand in the language's file, and none stands there in vain."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from macros import language
from macros.catalogue.text_rules import TEXT_RULES
from macros.kinds import KINDS
from tests.support.sites import ROOT
from tests.test_language import leaves

ROOMS = ROOT / "macros/kinds"
TEMPLATES = sorted(
    [*(ROOT / "macros/templates").rglob("*.j2"), *ROOMS.rglob("*.j2"), *(ROOT / "overrides").rglob("*.html")]
)
SCRIPTS = sorted((ROOT / "docs/assets/js").rglob("*.js"))
TYPST = sorted([*(ROOT / "macros/typst").glob("*.typ"), *ROOMS.rglob("*.typ")])
PYTHON = sorted((ROOT / "macros").rglob("*.py"))
SHOWN = re.compile(r"[^\W\d_]{2,}")
# Names that are the same in every language: of keys, of what a reader types, of where files are kept.
NAMES = frozenset({"Ctrl", "kbd", "https", "Forgejo"})
# Attributes a reader meets; of the data attributes those with more than a name in them.
SAID = frozenset({"aria-label", "alt", "title", "placeholder", "content", "label"})


class Shown(HTMLParser):
    """Collects the words of a piece of markup that a reader would meet."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.skipped = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect the words of attributes that are read aloud or said by a script."""
        self.skipped = tag in {"meta", "link", "svg", "path"}
        for name, value in attrs:
            told = name in SAID or (name.startswith("data-") and re.search(r"\w[.!?] \w|^[A-ZÆØÅ]", value or ""))
            if told and tag not in {"meta", "link"} and set(SHOWN.findall(value or "")) - NAMES:
                self.found.append(f"{name}={value}")

    def handle_data(self, data: str) -> None:
        """Collect the words of a text."""
        if set(SHOWN.findall(re.sub(r'[\w-]+="[^"]*"', "", data))) - NAMES:  # a macro may make an attribute only
            self.found.append(" ".join(data.split()))


def markup(source: str) -> str:
    """Return a template's own markup: no comments, ids or targets of links, each expression as a space."""
    env = Environment(autoescape=True)
    env.filters.update(fill=language.fill, data=language.data, url=str)
    tree = env.parse(source)
    text = " ".join(
        part.data for out in tree.find_all(nodes.Output) for part in out.nodes if isinstance(part, nodes.TemplateData)
    )
    # `{ #id }` is Markdown's own; the pieces of a tag that an expression stands in are joined by the space
    return re.sub(r"\{ #\s*[\w-]*\s*(-titel)? \}|\]\([^)]*\)", " ", text)


def strings(source: str) -> Iterator[str]:
    """Yield the strings in a template's expressions that read like words: of several, or with a capital first."""
    env = Environment(autoescape=True)
    env.filters.update(fill=language.fill, data=language.data, url=str)
    for const in env.parse(source).find_all(nodes.Const):
        if isinstance(const.value, str) and not const.value.lstrip().startswith("<"):
            text = const.value.strip()
            if re.search(r"[^\W\d_]{2,}[,.:]? [^\W\d_]{2,}|^[A-ZÆØÅ][a-zæøå]", text):
                yield text


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_templates_hold_no_words(path: Path) -> None:
    """A template has markup and no words: neither between its tags, nor in attributes, nor in its expressions."""
    source = path.read_text(encoding="utf-8")
    shown = Shown()
    shown.feed(markup(source))
    assert shown.found == []
    assert list(strings(source)) == []


@pytest.mark.parametrize("path", TYPST, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_paper_holds_no_words(path: Path) -> None:
    """A Typst file says nothing of its own: no content in brackets and no text with words in it."""
    source = re.sub(r"//.*", "", path.read_text(encoding="utf-8").replace("https://", ""))
    source = re.sub(r'lang: [^,]*|#import .*|"Schibsted Grotesk"|"Katalog Serif"|"Libertinus Serif"', "", source)
    said = [text for text in re.findall(r'"([^"]*)"', source) if re.search(r"^[A-ZÆØÅ]|\w \w", text)]
    content = re.sub(r"#(?:\w[\w.-]*)(?:\([^()]*(?:\([^()]*\)[^()]*)*\))?", "", source)
    said += [
        text
        for text in re.findall(r"(?<![\w)])\[([^\[\]]*)\]", content)
        if re.search(r"[A-ZÆØÅ]?[a-zæøå]{3,} ", text + " ") and not re.search(r"[(:=;{}]", text)
    ]
    assert said == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_scripts_hold_no_words(path: Path) -> None:
    """A script's strings are names of things; what is read is said by the markup."""
    source = re.sub(r"(?m)(?<![:\"'`\w])//.*|/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    said = [found for pair in re.findall(r'"([^"\n]*)"|`([^`]*)`', source) for found in pair if found]
    plain = [re.sub(r"\$\{[^}]*\}", "", text) for text in said]
    assert [
        text
        for text in plain
        if re.fullmatch(r"[A-ZÆØÅ]?[a-zæøå]+([,.:]? [a-zæøå]+)+[.!?:]?", text) and not known_list(text, source)
    ] == []
    assert [text for text in plain if re.match(r"[A-ZÆØÅ][a-zæøå]+[ .]", text)] == []


def known_list(text: str, source: str) -> bool:
    """Whether a string is a list of names that the script itself splits at its spaces."""
    return f'"{text}"\n    .split' in source or f'"{text}".split' in source


def texts(node: ast.AST) -> Iterator[str]:
    """Yield the texts inside a piece of Python that may reach a page: no docstring, no description, nothing printed."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):  # a docstring
        return
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
        return
    if isinstance(node, ast.keyword) and node.arg == "description":  # of a field, for editors
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    for child in ast.iter_child_nodes(node):
        yield from texts(child)


MAKERS = ("catalogue/names", "web/render", "web/pages", "web/facets", "web/finding", "data/export", "paper/document")


@pytest.mark.parametrize("name", MAKERS)
def test_python_holds_no_words_of_pages(name: str) -> None:
    """The modules that make pages and documents write nothing of their own into them."""
    tree = ast.parse((ROOT / f"macros/{name}.py").read_text(encoding="utf-8"))
    found = {text for text in texts(tree) if not text.startswith("<?xml")} - NAMES
    assert {text for text in found if re.search(r"[^\W\d_]{2,} [^\W\d_]{2,}|^[A-ZÆØÅ][a-zæøå]+$", text)} == set()


def references(after: str = "") -> set[str]:
    """Return what templates and paper ask for, as `section.word`: all of it, or what stands before `after`."""
    found: set[str] = set()
    for path in [*TEMPLATES, *TYPST]:
        asked = re.findall(rf"\b(?:t|say)((?:\.\w+)+){after}", path.read_text(encoding="utf-8"))
        found.update(
            name.removeprefix(".").removesuffix(".items").removesuffix(".at").removesuffix(".slice") for name in asked
        )
    return found


def attributes() -> set[str]:
    """Return the attributes that Python asks for."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in PYTHON]
    return {node.attr for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Attribute)}


def opened() -> set[str]:
    """Return the sections that Python takes a word of by a key, and the words that a kind fills a proposal in with."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in PYTHON]
    keyed = [node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Subscript)]
    lines = [line for kind in KINDS for proposal in kind.proposals for line in proposal.ends]
    filled = {name for line in lines for name in language.PLACE.findall(line)}
    return {value.attr for value in keyed if isinstance(value, ast.Attribute)} | filled


def said_by(path: tuple[str, ...]) -> bool:
    """Whether a script says a word that reaches it as a data attribute, whole or put together from two parts."""
    key, source = path[-1], "\n".join(script.read_text(encoding="utf-8") for script in SCRIPTS)
    ends = [rf"`{re.escape(head)}-\$\{{" for head in [key.rpartition("-")[0]] if head]
    ends += [rf"\}}-{re.escape(tail)}`" for tail in [key.partition("-")[2]] if tail]
    return bool(re.search("|".join([rf"(?<![\w-]){re.escape(key)}(?![\w-])", *ends]), source))


def test_no_word_stands_in_vain() -> None:
    """Every word is asked for somewhere; one that a script says, by a script."""
    asked, scripted, python, keyed = references(), references(r" \| data"), attributes(), opened()
    spare = []
    for path, _ in leaves(language.words("da")):
        sections = {".".join(path[:n]) for n in range(1, len(path))}
        if sections & scripted:
            used = said_by(path) or path[-1] in {rule.word for rule in TEXT_RULES}
        else:
            used = bool({".".join(path), *sections} & asked) or bool({*path[-2:]} & python | {*path} & keyed)
        if not used:
            spare.append(path)
    assert spare == []
