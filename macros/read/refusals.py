"""pydantic's errors, told to an editor in Danish.

One row per kind of error; a row gets an `Error` (what pydantic found and where) and answers with message and remedy.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from macros import model, shape
from macros.read import doctor
from macros.read.document import Document, Path
from macros.read.problems import Problem
from macros.read.spelling import did_you_mean, nearest, slug
from macros.shape import is_list, style

ID = re.compile(model.ID_PATTERN)


@dataclass(frozen=True)
class Error:
    """One pydantic error with what is known around it."""

    path: Path
    details: ErrorDetails
    document: Document
    siblings: tuple[str, ...]
    elsewhere: tuple[str, ...] = ()
    info: FieldInfo | None = None
    sources: Mapping[str, str] = field(default_factory=dict)
    models: shape.Models = ()

    @property
    def name(self) -> str:
        """The field's name as the editor wrote it."""
        keys = [part for part in self.path if isinstance(part, str)]
        return keys[-1] if keys else self.document.file

    @property
    def in_list(self) -> bool:
        """Whether what is wrong is one item of a list."""
        return bool(self.path) and isinstance(self.path[-1], int)

    @property
    def line(self) -> str:
        """The whole line on which it stands."""
        return self.document.lines()[self.document.mark(self.path).line - 1]

    def instead(self, new: str) -> str:
        """Return the line with `new` in place of all that follows the field's name or the dash."""
        before = self.line[: self.document.mark(self.path).column - 1]
        return f"{before.rstrip()} {new}" if before.strip() else before + new

    @property
    def given(self) -> Any:
        """What stood there."""
        return self.details["input"]

    @property
    def limit(self) -> dict[str, Any]:
        """pydantic's own numbers for the rule that was broken."""
        return self.details.get("ctx", {})


@dataclass(frozen=True)
class Told:
    """A message, its remedy and (where it can be) the corrected text."""

    message: str
    remedy: str
    code: str
    fix: str = ""
    at_key: bool = False


def _missing(error: Error) -> Told:
    short = {
        "id": "fast-navn-med-smaa-bogstaver",
        "titel": '"Kort overskrift"',
        "kilde": "id-fra-kilder",
        "type": "spørgsmål",
    }
    value = short.get(error.name)
    fix = f"{error.name}: {value}" if value else f"{error.name}: >-\n  Skriv teksten her."
    if error.info and is_list(error.info):
        text = {"block": ">-\n    Skriv teksten her.", "name": '"Skriv her"'}.get(style(error.info), "skriv-her")
        entries = bool(shape.inside(error.info))
        fix = f"{error.name}:\n  - {'id: fast-navn-med-smaa-bogstaver' if entries else text}"
    elif error.info and not value and shape.inside(error.info):
        inner = shape.keys(shape.inside(error.info))
        fix = f"{error.name}:\n" + "\n".join(f"  {key}:" for key in inner[:3])
    elif error.info and not value and style(error.info) != "block":
        allowed = shape.choices(error.info)
        made_up = "10" if style(error.info) == "code" else '"Skriv her"'
        fix = f"{error.name}: {allowed[0] if allowed else made_up}"
    return Told(f"Feltet »{error.name}« mangler.", f"Tilføj »{error.name}« på en linje for sig.", "mangler", fix)


def _unknown(error: Error) -> Told:
    mark = error.document.mark(error.path, key=True)
    line = error.document.lines()[mark.line - 1]
    guess = nearest(error.name, error.siblings)
    if guess:
        return Told(
            f"Feltet »{error.name}« findes ikke her. Mente du »{guess}«?",
            f"Skriv »{guess}:« i stedet for »{error.name}:«.",
            "ukendt-felt",
            line.replace(error.name, guess, 1),
            at_key=True,
        )
    if " " in error.name.strip():
        return Told(
            f"»{error.name}« er læst som et felt, fordi der står kolon efter.",
            "Er det en del af teksten ovenfor, så ryk linjen lige så langt ind som den. Er det en tekst for sig, så "
            "sæt den i lige anførselstegn.",
            "ukendt-felt",
            at_key=True,
        )
    if error.name in error.elsewhere:
        return Told(
            f"Feltet »{error.name}« findes, men hører ikke til her.",
            "Se på mellemrummene foran linjen, og ryk den hen under det punkt, den hører til.",
            "ukendt-felt",
            at_key=True,
        )
    return Told(
        f"Feltet »{error.name}« findes ikke her.",
        f"Slet det, eller brug et af disse: {', '.join(error.siblings)}.",
        "ukendt-felt",
        at_key=True,
    )


def _empty_or_type(error: Error) -> Told:
    if error.given is None:
        return _blank(error)
    if isinstance(error.given, dict) and len(error.given) == 1:
        ((key, value),) = error.given.items()
        if isinstance(value, str) and error.info and style(error.info) == "code":
            told = "Der skal ikke være mellemrum efter kolonet i en henvisning."
            wrong = re.search(rf"{re.escape(key)}: +{re.escape(value)}", error.line)
            fix = error.line.replace(wrong.group(), f"{key}:{value}") if wrong else f"{key}:{value}"
            return Told(told, f"Skriv »{key}:{value}«.", "henvisning-form", fix)
        if isinstance(value, str):
            told = "Kolonet inde i teksten læses som et nyt felt."
            return Told(told, doctor.QUOTE_REMEDY, "kolon", error.instead(doctor.quote(f"{key}: {value}")))
    kind = "en liste" if isinstance(error.given, list) else "flere felter"
    only = error.given[0] if isinstance(error.given, list) and len(error.given) == 1 else None
    fix = f"{error.name}: >-\n  Skriv teksten her."
    if isinstance(error.given, list) and all(isinstance(item, str) for item in error.given):
        fix = f"{error.name}: >-\n  " + "\n  ".join(error.given)
    if isinstance(only, str) and error.info and style(error.info) != "block":
        fix = f"{error.name}: {doctor.quote(only)}" if style(error.info) == "name" else f"{error.name}: {only}"
    return Told(
        f"»{error.name}« skal være én tekst, men her står {kind}.",
        f"Skriv teksten i én blok efter »{error.name}: >-«." if ">-" in fix else "Skriv den uden bindestreg og [ ].",
        "tekst-ventet",
        fix,
    )


def _blank(error: Error) -> Told:
    if error.in_list:
        return Told(
            f"Et punkt i »{error.name}« er tomt.",
            "Skriv en tekst efter bindestregen, eller slet linjen.",
            "tom",
        )
    if error.info and is_list(error.info):
        remedy = "Skriv mindst ét punkt med bindestreg under feltet"
        ending = "." if error.info.is_required() else ", eller slet linjen."
        return Told(f"»{error.name}« er tomt.", remedy + ending, "tom", at_key=True)
    return empty(error.name)


def empty(name: str) -> Told:
    """Return what is told of a field without a value."""
    remedy = "Skriv en tekst, eller slet linjen, hvis feltet ikke er nødvendigt."
    return Told(f"»{name}« er tomt.", remedy, "tom", at_key=True)


def _list_expected(error: Error) -> Told:
    if error.given is None:
        return _blank(error)
    if isinstance(error.given, dict):
        first = next(iter(error.given), "")
        line = error.document.lines()[error.document.mark((*error.path, first), key=True).line - 1]
        return Told(
            f"»{error.name}« skal være en liste, men bindestregen foran det første punkt mangler.",
            "Sæt bindestreg og mellemrum foran punktets første linje, og ryk resten af det lige så langt ind.",
            "liste-ventet",
            f"{' ' * (len(line) - len(line.lstrip()))}- {line.strip()}",
        )
    given = str(error.given)
    written = style(error.info) if error.info else "name"
    words = [word.strip() for word in re.split(r"[,;]", given.strip("[] ")) if word.strip()]
    if written == "block":
        fix = f"{error.name}:\n  - >-\n    {given}"
    elif len(words) > 1:
        shown = [doctor.quote(word) if written == "name" else word for word in words]
        fix = f"{error.name}: [{', '.join(shown)}]"
    else:
        fix = f"{error.name}:\n  - {given}"
    return Told(
        f"»{error.name}« skal være en liste, men her står en enkelt tekst.",
        "Sæt bindestreg og mellemrum foran hvert punkt på hver sin linje."
        if "\n" in fix
        else "Sæt listen i [ ] med komma imellem.",
        "liste-ventet",
        fix,
        at_key=True,
    )


def _fields_expected(error: Error) -> Told:
    if error.given is None:
        return _blank(error)
    stands = "en liste" if isinstance(error.given, list) else "kun en tekst"
    fields = f": {', '.join(error.siblings[:4])} …" if error.siblings else "."
    return Told(
        f"Her skal stå et punkt med felter, men der står {stands}.",
        f"Skriv felterne på hver sin linje{fields}",
        "felter-ventet",
    )


def _choice(error: Error) -> Told:
    given = error.given.get(error.name) if isinstance(error.given, dict) else error.given
    if isinstance(error.given, dict) and error.name not in error.given:
        return _missing(error)
    if given is None:
        return _blank(error)
    allowed = (
        list(model.TOOLS)
        if error.details["type"].startswith("union_tag")
        else re.findall(r"'([^']*)'", str(error.limit.get("expected", error.limit.get("expected_tags", ""))))
    )
    if isinstance(given, (list, dict)):
        return _empty_or_type(error)
    guess = nearest(str(given), allowed)
    fix = f"{error.name}: {guess}" if guess else ""
    if guess and error.in_list:
        fix = error.line.replace(str(given), guess, 1)
    return Told(
        f"»{given}« kan ikke bruges i »{error.name}«.{did_you_mean(str(given), allowed)}",
        f"Vælg en af: {', '.join(allowed)}.",
        "ukendt-værdi",
        fix,
    )


def _pattern(error: Error) -> Told:
    given = str(error.given)
    if error.info and (says := shape.says(error.info)):
        return Told(says.told.format(given), says.remedy, "form")
    if "æøå" in str(error.limit.get("pattern", "")):
        return Told(
            f"Henvisningen »{given}« har ikke formen slags:id.",
            "Skriv slagsen, et kolon uden mellemrum og id'et, fx tema:et-id.",
            "henvisning-form",
        )
    if error.name == "kilde":
        by_title = {title.casefold(): key for key, title in error.sources.items()}
        title = nearest(given, by_title)
        guess = by_title.get(title.casefold()) if title else nearest(slug(given), error.sources)
        return Told(
            f"»{given}« er ikke id'et på en kilde.",
            f"Skriv »{guess}«." if guess else "Skriv kildens id, som det står i kilder.yml, eller tilføj kilden dér.",
            "id-form",
            f"kilde: {guess}" if guess else "",
        )
    names = [slug(name) for name in re.split(r"[,;]", given) if name.strip()]
    if len(names) > 1:
        told = f"Her står {len(names)} id'er, men der kan kun være ét."
        return Told(told, f"Behold det ene, fx »{names[0]}«.", "id-form", f"{error.name}: {names[0]}")
    return Told(
        f"Id'et »{given}« må kun bestå af små bogstaver a-z, tal og bindestreg.",
        f"Skriv »{slug(given)}«.",
        "id-form",
        f"{error.name}: {slug(given)}",
    )


def _too_long(error: Error) -> Told:
    top, length = error.limit.get("max_length", 0), len(str(error.given))
    return Told(
        f"»{error.name}« er {length} tegn; der er plads til {top}.",
        "Skriv det kortere, og flyt forklaringen ned i teksten.",
        "for-lang",
    )


def _too_few(error: Error) -> Told:
    need = error.limit.get("min_length", 1)
    return Told(f"»{error.name}« skal have mindst {need} punkt(er).", "Tilføj det, der mangler.", "for-få", at_key=True)


def _too_many(error: Error) -> Told:
    top = error.limit.get("max_length", 1)
    return Told(
        f"»{error.name}« må højst have {top} punkt(er).", "Fjern dem, der er for mange.", "for-mange", at_key=True
    )


def _number(error: Error) -> Told:
    if error.given is None:
        return _blank(error)
    low, high = error.limit.get("ge"), error.limit.get("le")
    if low is not None or high is not None:
        edge = f"mindst {low}" if low is not None else f"højst {high}"
        return Told(f"»{error.given}« kan ikke bruges i »{error.name}«: tallet skal være {edge}.", "Ret tallet.", "tal")
    digits = re.findall(r"\d+", str(error.given))
    return Told(
        f"»{error.given}« er ikke et tal, der kan bruges i »{error.name}«.",
        "Skriv et helt tal med cifre, fx 30.",
        "tal",
        f"{error.name}: {digits[0]}" if len(digits) == 1 else "",
    )


def _day(error: Error) -> Told:
    if error.given is None:
        return _blank(error)
    fix = ""
    if match := re.fullmatch(r"\s*(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4})\s*", str(error.given)):
        day, month, year = map(int, match.groups())
        if 1 <= month <= 12 and 1 <= day <= 31:
            fix = f"{error.name}: {year}-{month:02}-{day:02}"
    return Told(
        f"»{error.given}« kan ikke læses som en dato.", "Skriv datoen som 2027-03-09 eller 9. marts 2027.", "dato", fix
    )


def _order(error: Error) -> Told:
    infos = (cls.model_fields.get(error.limit["field"]) for cls in error.models)
    first = next(info.alias for info in infos if info)
    told = f"»{error.name}« er {error.given}, men »{first}« er {error.limit['first']}."
    return Told(told, f"Byt om på dem, eller ret den ene: »{first}« kommer først.", "rækkefølge")


def _no_step(error: Error) -> Told:
    top = error.limit["top"]
    told = f"Der er ikke noget trin {error.limit['given']}: trappen har {top} trin."
    return Told(told, f"Skriv et tal fra 1 til {top}.", "tal")


def _source_missing(error: Error) -> Told:
    return Told(
        "Punktet siger ikke, hvor det kommer fra.",
        "Tilføj »kilde:« med id'et på kilden, eller »oprindelse: egen«, hvis det er jeres eget.",
        "kilde-mangler",
        "oprindelse: egen",
    )


def _source_and_own(error: Error) -> Told:
    return Told(
        "Punktet har både en kilde og »oprindelse: egen«.",
        "Behold kun den ene: kilden, hvis punktet står i den, ellers »oprindelse: egen«.",
        "kilde-og-egen",
    )


def _place_without_source(error: Error) -> Told:
    return Told(
        "Punktet har »sted:«, men ingen kilde, og stedet bliver derfor ikke vist.",
        "Tilføj »kilde:«, hvis punktet står i en kilde, eller slet »sted:«.",
        "sted-uden-kilde",
    )


def _hyphenation(error: Error) -> Told:
    return Told(
        f"»{error.given}« siger ikke, hvor et ord kan deles.",
        "Skriv ét ord med bindestreg ved hvert delested og ellers kun bogstaver, fx sam-arbejds-aftale.",
        "orddeling",
    )


def _bad_link(error: Error) -> Told:
    given = str(error.given).strip()
    bare = re.sub(r"^(?:https?:)?/{0,2}", "", given)
    fix = f'{error.name}: "https://{bare}"' if re.match(r"^[\w-]+(?:\.[\w-]+)+(?:/\S*)?$", bare) else ""
    remedy = "Et link skal begynde med https:// eller mailto:."
    return Told("Adressen kan ikke bruges som link.", remedy, "link", fix)


def _bad_address(error: Error) -> Told:
    remedy = "Skriv hele adressen, fx https://eksempel.dk/katalog/, uden det, der kan stå efter ? og #."
    return Told("Adressen kan ikke bruges.", remedy, "link")


def _yes_no(error: Error) -> Told:
    if error.given is None:
        return _blank(error)
    return Told(f"»{error.given}« kan ikke bruges i »{error.name}«.", "Skriv ja eller nej.", "ukendt-værdi")


def _empty_section(error: Error) -> Told:
    remedy = "Skriv en tekst eller en liste, eller slet afsnittet."
    return Told("Afsnittet har en overskrift og ikke andet.", remedy, "tom")


ROWS: dict[str, Callable[[Error], Told]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "string_type": _empty_or_type,
    "tuple_type": _list_expected,
    "model_type": _fields_expected,
    "model_attributes_type": _fields_expected,
    "dict_type": _fields_expected,
    "literal_error": _choice,
    "union_tag_invalid": _choice,
    "union_tag_not_found": _choice,
    "string_pattern_mismatch": _pattern,
    "string_too_long": _too_long,
    "string_too_short": _blank,
    "too_short": _too_few,
    "too_long": _too_many,
    "int_parsing": _number,
    "int_type": _number,
    "int_from_float": _number,
    "greater_than_equal": _number,
    "less_than_equal": _number,
    "date_from_datetime_parsing": _day,
    "date_parsing": _day,
    "date_type": _day,
    "date_from_datetime_inexact": _day,
    "order": _order,
    "no_step": _no_step,
    "source_missing": _source_missing,
    "source_and_own": _source_and_own,
    "place_without_source": _place_without_source,
    "hyphenation": _hyphenation,
    "link": _bad_link,
    "address": _bad_address,
    "bool_parsing": _yes_no,
    "bool_type": _yes_no,
    "empty_section": _empty_section,
}


def _other(error: Error) -> Told:
    return Told(f"»{error.name}« kan ikke læses.", "Sammenlign med et lignende punkt i samme fil.", "andet")


def _models_at(root: Any, path: Path, value: Any) -> shape.Models:
    """Return the models that what stands at `path` may be."""
    models = shape.narrowed(shape.models_in(root), value)
    for part in path:
        inside = isinstance(value, dict) and part in value
        at_item = isinstance(value, list) and isinstance(part, int) and part < len(value)
        value = value[part] if inside or at_item else None
        if isinstance(part, str):
            models = shape.below(models, part)
    return models


def _clean(path: Path, value: Any) -> Path:
    """Drop the union tags that pydantic puts into a path but the file does not have."""
    out: list[str | int] = []
    for i, part in enumerate(path):
        last = i == len(path) - 1
        if i == 0 and not last and isinstance(value, dict) and part in model.TOOLS and value.get("type") == part:
            continue
        if isinstance(value, dict) and (part in value or last):
            out.append(part)
            value = value.get(part)
        elif isinstance(value, list) and isinstance(part, int):
            out.append(part)
            value = value[part] if part < len(value) else None
        elif last and isinstance(part, str) and part not in model.TOOLS:
            out.append(part)
    return tuple(out)


def _echo(details: ErrorDetails) -> bool:
    """Whether an error only repeats another: a list counts as too short when one of its entries failed."""
    given = details["input"]
    return details["type"] == "too_short" and len(given) >= details.get("ctx", {}).get("min_length", 0)


def problems(
    errors: Iterable[ErrorDetails],
    document: Document,
    root: Any,
    sources: Mapping[str, str] | None = None,
    phases: tuple[str, ...] = model.PHASES,
) -> list[Problem]:
    """Return the pydantic errors of `document` (validated as `root`) as Problems, each at its place.

    `sources` are the ids and titles of the sources, for one named otherwise; `phases` those of the catalogue.
    """
    found = [
        replace(_error(details, document, root, phases), sources=sources or {})
        for details in errors
        if not _echo(details)
    ]
    misspelt = {
        (*error.path[:-1], nearest(error.name, error.siblings))
        for error in found
        if error.details["type"] == "extra_forbidden"
    }
    told: list[Problem] = []
    missing: dict[Path, list[Error]] = {}
    for error in found:
        if error.details["type"] == "source_missing" and document.lost & {"kilde", "oprindelse"}:
            continue
        if error.details["type"] != "missing":
            told.append(_problem(error))
        elif error.path not in misspelt and error.name not in document.lost:
            missing.setdefault(error.path[:-1], []).append(error)
    return told + [_all_missing(errors) for errors in missing.values()]


def _all_missing(errors: list[Error]) -> Problem:
    """Return one problem for the fields that are missing in one place."""
    first = _problem(errors[0])
    if len(errors) == 1:
        return first
    names = [f"»{error.name}«" for error in errors]
    shown = f"{', '.join(names[:-1])} og {names[-1]}"
    fix = "\n".join(_missing(error).fix for error in errors)
    return replace(first, message=f"Felterne {shown} mangler.", remedy="Tilføj dem på hver sin linje.", fix=fix)


def _error(details: ErrorDetails, document: Document, root: Any, phases: tuple[str, ...]) -> Error:
    path = (*_clean(tuple(details["loc"]), document.value), *details.get("ctx", {}).get("at", ()))
    if details["type"].startswith("union_tag"):
        path = (*path, "type")
    whole = details["type"].startswith("model") or details["type"] == "dict_type"
    models = _models_at(root, path if whole else path[:-1], document.value)
    names = [part for part in path if isinstance(part, str)]
    last = max((i for i, part in enumerate(path) if isinstance(part, str)), default=0)
    holder = _models_at(root, path[:last], document.value)
    infos = shape.fields(holder, names[-1]) if names else []
    elsewhere = shape.keys(shape.all_models(root), phases)
    info = infos[0] if infos else None
    return Error(path, details, document, shape.keys(models, phases), elsewhere, info, models=models)


def _problem(error: Error) -> Problem:
    told = ROWS.get(error.details["type"], _other)(error)
    document, mark = error.document, error.document.mark(error.path, key=told.at_key)
    return Problem(document.file, mark.line, mark.column, told.message, told.remedy, told.code, told.fix)
