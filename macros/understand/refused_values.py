"""What is told of a value that has not the form it must have: a choice, an id, a number, a date, a link, a source."""

from __future__ import annotations

import datetime as dt
import re

from macros import kinds, model, shape
from macros.read.spelling import nearest, slug
from macros.understand.filling import OWN, further
from macros.understand.refusal import Refusal, Told, blank, outside
from macros.understand.refused_fields import missing, text_expected


def choice(error: Refusal) -> Told:
    """A word that is none of those a field may hold."""
    given = error.given
    if isinstance(given, dict):
        if error.name not in given:
            return missing(error)
        given = given[error.name]
    if given is None:
        return blank(error)
    return text_expected(error) if isinstance(given, (list, dict)) else _another(error, str(given))


def _another(error: Refusal, given: str) -> Told:
    """A word in place of which another may be meant."""
    allowed = _allowed(error)
    guess = nearest(given, allowed) or _within(given, allowed)
    fix = f"{error.name}: {guess}" if guess else ""
    if guess and error.in_list:
        fix = error.line.replace(given, guess, 1)
    told = f"»{given}« kan ikke bruges i »{error.name}«.{f' Mente du »{guess}«?' if guess else ''}"
    return Told(told, f"Vælg en af: {', '.join(allowed)}.", "ukendt-værdi", fix)


def _within(given: str, allowed: list[str]) -> str | None:
    """Return the one allowed word that stands among those given: »vores egen« is »egen«."""
    found = [word for word in allowed if word.casefold() in given.casefold().split()]
    return found[0] if len(found) == 1 else None


def _allowed(error: Refusal) -> list[str]:
    """Return the words that the field may hold."""
    if error.details["type"].startswith("union_tag"):
        return list(kinds.TYPES)
    return re.findall(r"'([^']*)'", str(error.limit.get("expected", error.limit.get("expected_tags", ""))))


def pattern(error: Refusal) -> Told:
    """A text that has not the form it must have; the field itself may say which."""
    given = str(error.given)
    if error.info and (says := shape.says(error.info)):
        return Told(says.told.format(given), says.remedy, "form")
    if "æøå" in str(error.limit.get("pattern", "")):
        words = re.split(r"[\s;]+", given.strip())
        if len(words) > 1 and all(re.fullmatch(model.REF_PATTERN, word) for word in words):
            fix = error.line.replace(given, ", ".join(words), 1)
            return Told("Der mangler et komma mellem henvisningerne.", "Sæt komma mellem dem.", "komma-mangler", fix)
        if said := outside(given):
            return Told(*said, "henvisning-form")
        told = f"Henvisningen »{given}« har ikke formen slags:id."
        return Told(told, "Skriv slagsen, et kolon uden mellemrum og id'et, fx tema:et-id.", "henvisning-form")
    is_source = error.info and shape.names(error.info) == "kilde"
    return _no_source(error, given) if is_source else _no_id(error, given)


def _no_source(error: Refusal, given: str) -> Told:
    """A text that is no source's id; it may be its title."""
    by_title = {title.casefold(): key for key, title in error.sources.items()}
    title = nearest(given, by_title)
    guess = by_title.get(title.casefold()) if title else nearest(slug(given), error.sources)
    told, fix = f"»{given}« er ikke id'et på en kilde.", f"{error.name}: {guess}" if guess else ""
    remedy = "Skriv kildens id, som det står i kilder.yml, eller tilføj kilden dér."
    return Told(told, f"Skriv »{guess}«." if guess else remedy, "id-form", fix)


def _no_id(error: Refusal, given: str) -> Told:
    """A text that is no id, or several."""
    names = [_id_of(error, name) for name in re.split(r"[,;]", given) if name.strip()]
    if len(names) > 1:
        told = f"Her står {len(names)} id'er, men der kan kun være ét."
        return Told(told, f"Behold det ene, fx »{names[0]}«.", "id-form", f"{error.name}: {names[0]}")
    told = f"Id'et »{given}« må kun bestå af små bogstaver a-z, tal og bindestreg."
    meant = _id_of(error, given)
    return Told(told, f"Skriv »{meant}«.", "id-form", f"{error.name}: {meant}")


def _id_of(error: Refusal, text: str) -> str:
    """Return the id that a text makes, no longer than there is room for."""
    return slug(text)[: shape.longest(error.info) if error.info else None].rstrip("-")


def too_long(error: Refusal) -> Told:
    """A text longer than there is room for."""
    top, length = error.limit.get("max_length", 0), len(str(error.given))
    explains = error.info and shape.is_told(error.info)
    remedy = "Skriv det kortere, og flyt forklaringen ned i teksten." if explains else "Skriv det kortere."
    return Told(f"»{error.name}« er {length} tegn; der er plads til {top}.", remedy, "for-lang")


def _points(count: int) -> str:
    return "1 punkt" if count == 1 else f"{count} punkter"


def too_few(error: Refusal) -> Told:
    """A list with fewer items than it must have."""
    need = error.limit.get("min_length", 1)
    told = f"»{error.name}« skal have mindst {_points(need)}."
    return Told(told, "Tilføj det, der mangler.", "for-få", further(error), at_key=True)


def too_many(error: Refusal) -> Told:
    """A list with more items than it may have."""
    top = error.limit.get("max_length", 1)
    return Told(
        f"»{error.name}« må højst have {_points(top)}.", "Fjern dem, der er for mange.", "for-mange", at_key=True
    )


def number(error: Refusal) -> Told:
    """A number that is none, or out of bounds."""
    if error.given is None:
        return blank(error)
    low, high = error.limit.get("ge"), error.limit.get("le")
    if low is not None or high is not None:
        edge = f"mindst {low}" if low is not None else f"højst {high}"
        return Told(f"»{error.given}« kan ikke bruges i »{error.name}«: tallet skal være {edge}.", "Ret tallet.", "tal")
    if error.details["type"] == "int_parsing_size":
        return Told(f"»{error.given}« er for stort et tal til »{error.name}«.", "Ret tallet.", "tal")
    digits = re.findall(r"\d+", str(error.given))
    return Told(
        f"»{error.given}« er ikke et tal, der kan bruges i »{error.name}«.",
        "Skriv et helt tal med cifre, fx 30.",
        "tal",
        f"{error.name}: {int(digits[0])}" if len(digits) == 1 and len(digits[0]) < 6 else "",
    )


def day(error: Refusal) -> Told:
    """A date that is none."""
    if error.given is None:
        return blank(error)
    fix, given = "", str(error.given).strip()
    if match := re.fullmatch(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4})", given):
        day, month, year = map(int, match.groups())
        if is_day(year, month, day):
            fix = f"{error.name}: {year}-{month:02}-{day:02}"
    elif model.ISO_DATE.fullmatch(given) or re.fullmatch(
        rf"\d+\.? ({'|'.join(model.MONTHS)}) \d{{4}}", given.casefold()
    ):
        return Told(f"Der er ingen dag, der hedder »{given}«.", "Se efter i en kalender, og ret dagen.", "dato")
    return Told(
        f"»{error.given}« kan ikke læses som en dato.", "Skriv datoen som 2027-03-09 eller 9. marts 2027.", "dato", fix
    )


def is_day(year: int, month: int, day: int) -> bool:
    """Whether there is such a day."""
    try:
        return bool(dt.date(year, month, day))
    except ValueError:
        return False


def order(error: Refusal) -> Told:
    """Two values that stand in the wrong order."""
    infos = (cls.model_fields.get(error.limit["field"]) for cls in error.models)
    first = next(info.alias for info in infos if info)
    told = f"»{error.name}« er {error.given}, men »{first}« er {error.limit['first']}."
    return Told(told, f"Byt om på dem, eller ret den ene: »{first}« kommer først.", "rækkefølge")


def no_step(error: Refusal) -> Told:
    """A step that the stairs have not."""
    top = error.limit["top"]
    told = f"Der er ikke noget trin {error.limit['given']}: trappen har {top} trin."
    return Told(told, f"Skriv et tal fra 1 til {top}.", "tal")


def source_missing(error: Refusal) -> Told:
    """An entry that does not say where it comes from."""
    return Told(
        "Punktet siger ikke, hvor det kommer fra.",
        "Tilføj »kilde:« med id'et på kilden, eller »oprindelse: egen«, hvis det er jeres eget.",
        "kilde-mangler",
        OWN,
    )


def source_and_own(error: Refusal) -> Told:
    """An entry that has a source and says that it is our own."""
    return Told(
        "Punktet har både en kilde og »oprindelse: egen«.",
        "Behold kun den ene: kilden, hvis punktet står i den, ellers »oprindelse: egen«.",
        "kilde-og-egen",
    )


def place_without_source(error: Refusal) -> Told:
    """A place in a source, and no source."""
    return Told(
        "Punktet har »sted:«, men ingen kilde, og stedet bliver derfor ikke vist.",
        "Tilføj »kilde:«, hvis punktet står i en kilde, eller slet »sted:«.",
        "sted-uden-kilde",
    )


def hyphenation(error: Refusal) -> Told:
    """A word that does not say where it may be divided."""
    return Told(
        f"»{error.given}« siger ikke, hvor et ord kan deles.",
        "Skriv ét ord med bindestreg ved hvert delested og ellers kun bogstaver, fx sam-arbejds-aftale.",
        "orddeling",
    )


def bad_link(error: Refusal) -> Told:
    """An address that is no link."""
    given = str(error.given).strip()
    ways = shape.begins(error.info) if error.info else ()
    if "@" in given and "mailto:" not in ways:
        remedy = "Skriv adressen på en side, så den begynder med https://, eller slet linjen."
        return Told(f"»{error.name}« kan ikke være en mailadresse.", remedy, "link")
    bare = re.sub(r"^(?:https?:)?/{0,2}", "", given, flags=re.IGNORECASE)
    fix = f'{error.name}: "https://{bare}"' if re.match(r"^[\w-]+(?:\.[\w-]+)+(?:/\S*)?$", bare) else ""
    remedy = f"Et link skal begynde med {' eller '.join(ways)}."
    if given.startswith("https://"):
        remedy, fix = "Adressen fører ingen steder hen. Kopiér hele adressen fra browseren.", ""
    elif given.startswith("mailto:") and "mailto:" in ways:
        remedy = "Skriv postkassens adresse lige efter mailto: uden mellemrum."
    return Told("Adressen kan ikke bruges som link.", remedy, "link", fix)


def bad_address(error: Refusal) -> Told:
    """An address of a site that is none."""
    remedy = "Skriv hele adressen, fx https://eksempel.dk/katalog/, uden det, der kan stå efter ? og #."
    return Told("Adressen kan ikke bruges.", remedy, "link")


def bad_repository(error: Refusal) -> Told:
    """An address of a repository that leads past it."""
    meant = error.limit["meant"]
    told = "Adressen fører ikke til arkivets forside, og så virker »Foreslå en rettelse« ikke."
    remedy = "Skriv adressen uden .git og uden gren: grenen står i »gren«."
    return Told(told, remedy, "link", f'{error.name}: "{meant}"')


def far_year(error: Refusal) -> Told:
    """A date in another age."""
    return Told(f"»{error.given}« er et år, der ikke kan passe.", "Ret årstallet.", "dato")


def yes_no(error: Refusal) -> Told:
    """Something else than yes or no."""
    if error.given is None:
        return blank(error)
    return Told(f"»{error.given}« kan ikke bruges i »{error.name}«.", "Skriv ja eller nej.", "ukendt-værdi")


def empty_section(error: Refusal) -> Told:
    """A section with nothing but its heading."""
    remedy = "Skriv en tekst eller en liste, eller slet afsnittet."
    return Told("Afsnittet har en overskrift og ikke andet.", remedy, "tom")
