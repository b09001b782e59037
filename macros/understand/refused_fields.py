"""What is told of fields: one that is missing or not known, and one that holds something of another shape."""

from __future__ import annotations

import re
from typing import Any

from macros import shape
from macros.read.lines import QUOTE_REMEDY, quote
from macros.read.spelling import nearest
from macros.shape import style
from macros.understand.filling import filled
from macros.understand.refusal import Refusal, Told, blank


def missing(error: Refusal) -> Told:
    """A field that must be filled in."""
    infos = shape.fields(error.models, error.name)
    allowed = dict.fromkeys(word for info in infos for word in shape.choices(info))
    remedy = f"Tilføj »{error.name}« på en linje for sig."
    if allowed:
        remedy += f" Vælg en af: {', '.join(allowed)}."
    return Told(f"Feltet »{error.name}« mangler.", remedy, "mangler", filled(error))


def unknown(error: Refusal) -> Told:
    """A field that no model has in this place."""
    mark = error.document.mark(error.path, key=True)
    line = error.document.lines()[mark.line - 1]
    told, fix = f"Feltet »{error.name}« findes ikke her.", ""
    if error.renamed:
        return _renamed(error, line)
    if guess := nearest(error.name, error.siblings):
        told += f" Mente du »{guess}«?"
        remedy, fix = f"Skriv »{guess}:« i stedet for »{error.name}:«.", line.replace(error.name, guess, 1)
    elif " " in error.name.strip():
        told = f"»{error.name}« er læst som et felt, fordi der står kolon efter."
        remedy = (
            "Er det en del af teksten ovenfor, så ryk linjen lige så langt ind som den. Er det en tekst for sig, så "
            "sæt den i lige anførselstegn."
        )
    elif error.name in error.elsewhere:
        told = f"Feltet »{error.name}« findes, men hører ikke til her."
        remedy = "Se på mellemrummene foran linjen, og ryk den hen under det punkt, den hører til."
    else:
        remedy = f"Slet det, eller brug et af disse: {', '.join(error.siblings)}."
        if any(map(shape.open_field, error.models)) and error.given:
            remedy = f"Flyt det, der står under den, til en af faserne ({', '.join(error.phases)}), og slet linjen."
    return Told(told, remedy, "ukendt-felt", fix, at_key=True)


def _renamed(error: Refusal, line: str) -> Told:
    """A field under another name than it has now."""
    told = f"»{error.name}« findes ikke her, men »{error.renamed}« mangler. Er det den samme?"
    remedy = f"Skriv »{error.renamed}:« i stedet for »{error.name}:«, og lad det, der står under den, være."
    if error.renamed in error.phases:
        remedy += " Skal fasen kun hedde noget andet på siden, så lad »id« i katalog.yml være, og ret »titel«."
    fix = line.replace(error.name, error.renamed, 1)
    return Told(told, remedy, "ukendt-felt", fix, at_key=True)


def text_expected(error: Refusal) -> Told:
    """A list or fields where one text is due, or no text at all."""
    if error.given is None:
        return blank(error)
    if isinstance(error.given, dict) and len(error.given) == 1:
        ((key, value),) = error.given.items()
        if isinstance(value, str):
            return _read_as_field(error, key, value)
    kind = "en liste" if isinstance(error.given, list) else "flere felter"
    fix = _as_text(error)
    return Told(
        f"»{error.name}« skal være én tekst, men her står {kind}.",
        _one_text(error, fix),
        "tekst-ventet",
        fix,
    )


def _read_as_field(error: Refusal, key: str, value: str) -> Told:
    """A text with a colon in it, which YAML read as a field."""
    if not error.info or style(error.info) != "code":
        told, fix = "Kolonet inde i teksten læses som et nyt felt.", error.instead(quote(f"{key}: {value}"))
        return Told(told, QUOTE_REMEDY, "kolon", fix)
    told = "Der skal ikke være mellemrum efter kolonet i en henvisning."
    wrong = re.search(rf"{re.escape(key)}: +{re.escape(value)}", error.line)
    fix = error.line.replace(wrong.group(), f"{key}:{value}") if wrong else f"{key}:{value}"
    return Told(told, f"Skriv »{key}:{value}«.", "henvisning-form", fix)


def _one_text(error: Refusal, fix: str) -> str:
    """Return how a field that holds a list is made one text."""
    if ">-" in fix:
        return f"Skriv teksten i én blok efter »{error.name}: >-«."
    several = isinstance(error.given, list) and len(error.given) > 1
    return "Behold den ene, uden [ ] og bindestreg." if several else "Skriv den uden bindestreg og [ ]."


def _as_text(error: Refusal) -> str:
    """Return the field with the texts of its list in one, where that can be."""
    items = error.given if isinstance(error.given, list) else [None]
    texts = [item for item in items if isinstance(item, str)]
    if texts != items:
        return f"{error.name}: >-\n  Skriv teksten her."
    if len(texts) == 1 and error.info and style(error.info) != "block":
        return f"{error.name}: {quote(texts[0]) if style(error.info) == 'name' else texts[0]}"
    if texts and error.info and style(error.info) == "code":
        return f"{error.name}: {texts[0]}"
    return f"{error.name}: >-\n  " + "\n  ".join(texts)


def list_expected(error: Refusal) -> Told:
    """A text or fields where a list is due."""
    if error.given is None:
        return blank(error)
    if isinstance(error.given, dict):
        return _dash_missing(error, error.given)
    fix = _as_list(error)
    lines = "Sæt bindestreg og mellemrum foran hvert punkt på hver sin linje."
    return Told(
        f"»{error.name}« skal være en liste, men her står en enkelt tekst.",
        lines if "\n" in fix else "Sæt listen i [ ] med komma imellem.",
        "liste-ventet",
        fix,
        at_key=True,
    )


def _dash_missing(error: Refusal, given: dict[str, Any]) -> Told:
    """Fields where a list of entries is due: the first entry has no dash."""
    first = next(iter(given), "")
    line = error.document.lines()[error.document.mark((*error.path, first), key=True).line - 1]
    return Told(
        f"»{error.name}« skal være en liste, men bindestregen foran det første punkt mangler.",
        "Sæt bindestreg og mellemrum foran punktets første linje, og ryk resten af det lige så langt ind.",
        "liste-ventet",
        f"{' ' * (len(line) - len(line.lstrip()))}- {line.strip()}",
    )


def _as_list(error: Refusal) -> str:
    """Return the field with its text as a list."""
    given = str(error.given)
    written = style(error.info) if error.info else "name"
    words = [word.strip() for word in re.split(r"[,;]", given.strip("[] ")) if word.strip()]
    if written == "block":
        return f"{error.name}:\n  - >-\n    {given}"
    if len(words) > 1:
        shown = [quote(word) if written == "name" else word for word in words]
        return f"{error.name}: [{', '.join(shown)}]"
    return f"{error.name}:\n  - {given}"


def fields_expected(error: Refusal) -> Told:
    """A list or a text where an entry with fields is due."""
    if error.given is None:
        return blank(error)
    stands = "en liste" if isinstance(error.given, list) else "kun en tekst"
    fields = f": {', '.join(error.siblings[:4])} …" if error.siblings else "."
    return Told(
        f"Her skal stå et punkt med felter, men der står {stands}.",
        f"Skriv felterne på hver sin linje{fields}",
        "felter-ventet",
    )
