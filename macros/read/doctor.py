"""The line doctor: what a line that YAML cannot read was meant to say, and the line as it should stand.

Each rule proposes a mended line; a proposal counts only when YAML then reads further than before. The mended lines are
read on in memory, so the mistakes further down are told in the same run. Lines are never added or removed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

KEY = r"[\wæøåÆØÅé-]+"
FIELD = re.compile(rf"^(?P<lead>[ ]*(?:- +)*)(?P<key>{KEY}) *: +(?P<rest>\S.*)$")
LEAD = re.compile(r"^ *(?:- +)*")
CLOSED = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'(?:[^']|'')*'")}
BEFORE = 12  # how far above the place where the reader stopped the mistake may stand
AROUND_BEFORE = 5  # the same, where a line is weighed among its neighbours
QUOTE_REMEDY = "Sæt teksten i lige anførselstegn, eller skriv den i en >- blok på linjen under."
Lines = list[str]


@dataclass(frozen=True)
class Finding:
    """What is wrong on a line (from 1): message, remedy, the line as it should stand, and all lines mended."""

    line: int
    column: int
    message: str
    remedy: str
    code: str
    fix: str
    mended: Lines


def quote(text: str) -> str:
    """Return a text in double quotes, its own escaped."""
    return '"' + text.strip().replace("\\", "\\\\").replace('"', '\\"') + '"'


CURLY = "“”„‟‘’‚"


def is_curly(text: str) -> bool:
    """Whether a text stands in typographic quotation marks; one apostrophe is no such thing."""
    return text[:1] in tuple("“”„‟") or (text[:1] in tuple("‘‚") and text[-1:] in tuple("‘’"))


def indent_of(line: str) -> int:
    """Return how many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def _value(line: str) -> tuple[str, str] | None:
    """Return (what stands before the value, the value) of a field or a list item on one line."""
    if match := FIELD.match(line):
        return line[: match.start("rest")], match["rest"].rstrip()
    lead = LEAD.match(line)
    if lead and "-" in lead.group() and line[lead.end() :].strip():
        return lead.group(), line[lead.end() :].rstrip()
    return None


def _changed(lines: Lines, at: int, new: str) -> Lines:
    return [*lines[:at], new, *lines[at + 1 :]]


def _line(
    lines: Lines, at: int, column: int, message: str, remedy: str, code: str, fix: str, keep: str | None = None
) -> Finding:
    """Return a finding that mends one line; `keep`, when given, is what is read on in place of the fix."""
    mended = _changed(lines, at, fix if keep is None else keep)
    return Finding(at + 1, column + 1, message, remedy, code, fix, mended)


def _block_texts(lines: Lines) -> set[int]:
    """Return the lines (from 0) that are the text of a block; what stands in them is never a field."""
    found: set[int] = set()
    head: int | None = None
    for number, line in enumerate(lines):
        if head is not None:
            if not line.strip() or indent_of(line) > head:
                found.add(number)
                continue
            head = None
        if re.search(r"(?:: |- )[>|][+-]?\d?\s*(?:#.*)?$", line):
            lead = LEAD.match(line)
            assert lead
            head = len(lead.group()) if FIELD.match(line) else max(0, len(lead.group()) - 2)
    return found


def _runs_on(lines: Lines, at: int, keys: Collection[str]) -> list[int]:
    """Return the lines below a line that are more of its text: deeper, and neither a known field nor an item."""
    lead = LEAD.match(lines[at])
    assert lead
    found = []
    for number in range(at + 1, len(lines)):
        text = lines[number].strip()
        field = re.match(rf"^({KEY}) *:(?: |$)", text)
        deeper = indent_of(lines[number]) > (len(lead.group()) if FIELD.match(lines[at]) else indent_of(lines[at]))
        if not text or not deeper or text.startswith("- ") or (field and field[1] in keys):
            break
        found.append(number)
    return found


def _text(
    lines: Lines, at: int, column: int, message: str, remedy: str, code: str, keys: Collection[str], value: str = ""
) -> Iterator[Finding]:
    """Yield the line with its value in quotes, and with the lines it runs on over in a block."""
    split = _value(lines[at])
    assert split
    before, old = split
    value = value or old
    yield _line(lines, at, column, message, remedy, code, before + quote(value))
    if more := _runs_on(lines, at, keys):
        pad = " " * (len(before) - len(before.lstrip(" -")) + 2)
        fix = "\n".join([f"{before}>-", pad + value, *(pad + lines[n].strip() for n in more)])
        joined = quote(" ".join([value, *(lines[n].strip() for n in more)]))
        mended = [before + joined if n == at else "" if n in more else x for n, x in enumerate(lines)]
        below = "Skriv >- efter feltets navn, og flyt teksten ned på linjerne under."
        yield Finding(at + 1, column + 1, message, below, code, fix, mended)


# --- rules that look at one line -------------------------------------------------------------------------------------


def _fence(lines: Lines, at: int, keys: Collection[str]) -> Iterator[Finding]:
    if re.match(r"^ *(```|~~~)", lines[at]):
        told = "Linjen hører til en kodeblok, der er kopieret med ind."
        yield Finding(at + 1, 1, told, "Slet linjen.", "kodeblok", "", _changed(lines, at, ""))
    if at and re.match(r"^(---|\.\.\.)\s*$", lines[at]):
        told = "Linjen deler filen i to, og så bliver kun den ene del læst."
        yield Finding(at + 1, 1, told, "Slet linjen.", "deling", "", _changed(lines, at, ""))


def _bullet(lines: Lines, at: int, keys: Collection[str]) -> Iterator[Finding]:
    if match := re.match(r"^( *)(?:[–—•·▪◦*+]|\d{1,2}[.)])[ \u00a0]+(.*)$", lines[at]):
        told = "Punktet begynder ikke med den bindestreg, som en liste skal have."
        remedy = "Begynd linjen med bindestreg og mellemrum."
        for rest in (match[2], quote(match[2])):
            yield _line(lines, at, len(match[1]), told, remedy, "punkttegn", f"{match[1]}- {rest}")


def _dash(lines: Lines, at: int, keys: Collection[str]) -> Iterator[Finding]:
    if match := re.match(r"^( *)-[\t\u00a0]+[ \t\u00a0]*(.*)$", lines[at]):
        told = "Efter bindestregen står et tegn, der ligner et mellemrum, men ikke er det."
        fix = f"{match[1]}- {match[2]}"
        yield _line(lines, at, len(match[1]) + 1, told, "Skriv et almindeligt mellemrum.", "mellemrum", fix)
    if match := re.match(rf"^( *)-[.,:;_]+ *(?=({KEY}):)(.*)$", lines[at]):
        told, remedy = "Efter bindestregen står et tegn for meget.", "Skriv kun bindestreg og mellemrum."
        yield _line(lines, at, len(match[1]) + 1, told, remedy, "bindestreg", f"{match[1]}- {match[3]}")
    if match := re.match(r"^( *)-(?=[^\s-])(.*)$", lines[at]):
        told, remedy = "Der mangler et mellemrum efter bindestregen.", "Skriv et mellemrum mellem bindestreg og tekst."
        code = "mellemrum-efter-bindestreg"
        for rest in (match[2], quote(match[2])):
            yield _line(lines, at, len(match[1]), told, remedy, code, f"{match[1]}- {rest.strip(chr(0xA0))}")


def _mail_quote(lines: Lines, at: int, keys: Collection[str]) -> Iterator[Finding]:
    match = re.match(rf"^( *)[>|]+ ?( *(?:- )?({KEY}):(?: .*)?)$", lines[at])
    if match and match[3] in keys:
        told = f"Linjen begynder med {lines[at].strip()[0]}, som er fulgt med fra en mail eller et andet program."
        yield _line(lines, at, len(match[1]), told, "Slet tegnet.", "citat-tegn", match[1] + match[2])


def _heading(lines: Lines, at: int, keys: Collection[str]) -> Iterator[Finding]:
    match = re.match(rf"^( *)#+ *((?:- )?({KEY}):(?: .*)?)$", lines[at])
    if match and match[3] in keys:
        told = "Linjen begynder med #, så feltet bliver læst som en bemærkning."
        yield _line(lines, at, len(match[1]), told, "Slet tegnet #.", "havelaage-foran", match[1] + match[2])


def _closing(lines: Lines, at: int, keys: Collection[str]) -> Iterator[Finding]:
    if match := re.match(r"^([^#]*: *\[[^\]#]*)([)}>])\s*$", lines[at]):
        told = f"Listen begynder med [ og slutter med {match[2]}."
        yield _line(lines, at, len(match[1]), told, "Slut listen med ].", "klamme", f"{match[1]}]")


def _dashes(lines: Lines, at: int, keys: Collection[str]) -> Iterator[Finding]:
    if match := re.match(r"^( *)-{2,} *(?=[^\s-])(.*)$", lines[at]):
        told = "Der står flere bindestreger, hvor en liste skal have én."
        remedy = "Begynd linjen med én bindestreg og mellemrum."
        yield _line(lines, at, len(match[1]), told, remedy, "bindestreger", f"{match[1]}- {match[2]}")


def _colon_space(lines: Lines, at: int, keys: Collection[str]) -> Iterator[Finding]:
    match = re.match(rf"^( *(?:- +)*)({KEY}) *:(?=[^\s/:])(.*)$|^( *(?:- +)*)({KEY}):\u00a0(.*)$", lines[at])
    if match:
        lead, key, rest = (match[1] or "", match[2], match[3]) if match[2] else (match[4] or "", match[5], match[6])
        told, remedy = "Der mangler et mellemrum efter kolon.", "Skriv et mellemrum mellem kolon og tekst."
        if not match[2]:
            told = "Efter kolon står et hårdt mellemrum, som YAML ikke læser som mellemrum."
            remedy = "Slet det, og skriv det igen med mellemrumstasten."
        for text in (rest.strip(), quote(rest)):
            yield _line(lines, at, len(lead), told, remedy, "mellemrum-mangler", f"{lead}{key}: {text}")


def _colon(lines: Lines, at: int, keys: Collection[str]) -> Iterator[Finding]:
    """A known field whose colon is missing or another sign."""
    match = re.match(rf"^( *(?:- +)*)({KEY})( *[=;,] *| *:: *| +|$)(.*)$", lines[at])
    texts = _block_texts(lines[:at])
    prose = at - 1 in texts or (at > 0 and lines[at - 1].rstrip().endswith(">-"))
    if match and prose and not match[3].strip() and re.match(r"[^\"'>|\[]+ ", match[4]):
        return  # a sentence that begins with a word that is also a field's name
    if match and match[2] in keys:
        told = f"Der mangler et kolon efter »{match[2]}«."
        remedy = "Skriv feltets navn, kolon, mellemrum og så teksten."
        rest = f" {match[4]}".rstrip()
        for text in (rest, f" {quote(rest)}"):
            fix = f"{match[1]}{match[2]}:{text}"
            yield _line(lines, at, len(match[1]), told, remedy, "kolon-mangler", fix)


def _two_fields(lines: Lines, at: int, keys: Collection[str]) -> Iterator[Finding]:
    found = _value(lines[at])
    if not found or not FIELD.match(lines[at]):
        return
    before, value = found
    for match in re.finditer(rf"[ ,;]+({KEY}): ", value):
        if match[1] in keys and match.start():
            told = f"Der står to felter på samme linje: »{match[1]}« skal have sin egen."
            first = before + value[: match.start()].rstrip(" ,;")
            lead = " " * len(before[: len(before) - len(before.lstrip(" -"))])
            fix = f"{first}\n{lead}{value[match.start() :].lstrip(' ,;')}"
            # The second field has no line of its own to be read on from; the caller stops here.
            yield Finding(at + 1, len(before) + match.start(1) + 1, told, "Del linjen i to.", "to-felter", fix, [])
            return


def _block_start(lines: Lines, at: int, keys: Collection[str]) -> Iterator[Finding]:
    match = re.match(rf"^( *(?:- +)*)((?:{KEY}: +)?)([>|][+-]?\d?)(?=[ \wæøåÆØÅ»\"*])[ ]*([^#\s].*)$", lines[at])
    if match:
        lead, key, sign, rest = match[1], match[2], match[3], match[4].rstrip()
        if len(sign) > 1:
            told = f"Teksten skal begynde på linjen under {sign}."
            below = " " * (indent_of(lines[at]) + 2 * (1 + lead.count("-") * bool(key)))
            fix = f"{lead}{key}{sign}\n{below}{rest}"
            remedy = "Flyt teksten ned på næste linje, to mellemrum længere inde."
            for keep in (f"{lead}{key}{quote(rest)}", f"{lead}{key}{sign}"):
                yield _line(lines, at, len(lead + key), told, remedy, "blok", fix, keep)
        else:
            told = "Teksten begynder med et tegn, som YAML læser som en kode."
            fix = f"{lead}{key}{quote(f'{sign} {rest}')}"
            yield _line(lines, at, len(lead + key), told, QUOTE_REMEDY, "tegn-først", fix)


BLOCK_SLIP = re.compile(r"^[-–—>|=+~_<]{1,3}:?$")


def _block_slip(lines: Lines, at: int, keys: Collection[str]) -> Iterator[Finding]:
    """A block whose opening sign is another than `>-`, with its text on the lines below."""
    found = _value(lines[at])
    if found and BLOCK_SLIP.match(found[1]) and at + 1 < len(lines) and _runs_on(lines, at, keys):
        told = f"Tegnet {found[1]} skal være >-, når teksten står på linjerne under."
        yield _line(lines, at, len(found[0]), told, "Skriv >- efter feltets navn.", "blok", f"{found[0]}>-")


def _block_missing(lines: Lines, at: int, keys: Collection[str]) -> Iterator[Finding]:
    """Text on the lines under a field that has no `>-`."""
    head = at - 1
    while head >= 0 and (not lines[head].strip() or indent_of(lines[head]) == indent_of(lines[at])):
        head -= 1
    match = re.match(rf"^( *(?:- +)*)({KEY}): *$", lines[head]) if head >= 0 else None
    text = lines[head + 1].strip() if match else ""
    field = re.match(rf"^({KEY}) *:(?: |$)", text)
    if match and match[2] in keys and text[:1] not in tuple("-\"'>|[{") and not (field and field[1] in keys):
        told = "Her mangler >-, for teksten står på flere linjer under feltet."
        fix = f"{lines[head].rstrip()} >-"
        yield _line(lines, head, len(lines[head].rstrip()) - 1, told, "Skriv >- efter kolonet.", "blok", fix)


def _curly(lines: Lines, at: int, keys: Collection[str]) -> Iterator[Finding]:
    found = _value(lines[at])
    if found and is_curly(found[1]):
        inner = found[1].strip(CURLY)
        told = "Teksten står i krøllede anførselstegn, som bliver en del af den."
        remedy = 'Brug lige anførselstegn "…", eller »…«, hvis det er et citat.'
        yield _line(lines, at, len(found[0]), told, remedy, "krøllede-citationstegn", found[0] + quote(inner))


def _sign(lines: Lines, at: int, keys: Collection[str]) -> Iterator[Finding]:
    found = _value(lines[at])
    if not found:
        return
    before, value = found
    if value[0] in "&*!%@`?" or (value[0] == "-" and before.endswith(": ") and value[1:2] == " "):
        told = "Teksten begynder med et tegn, som YAML læser som en kode."
        yield from _text(lines, at, len(before), told, QUOTE_REMEDY, "tegn-først", keys)
    if value[0] in "[{":
        closing = "]" if value[0] == "[" else "}"
        inside = value[1:].rstrip()
        name = FIELD.match(lines[at])
        if name and name["key"] in getattr(keys, "texts", ()):
            told = f"Teksten begynder med {value[0]}, som YAML læser som en kode."
            yield from _text(lines, at, len(before), told, QUOTE_REMEDY, "tegn-først", keys)
            return
        if value[0] == "[" and value.count('"') % 2:
            told = "Et anførselstegn i listen mangler sin mage."
            items = [item.strip(" \"'“”[]") for item in value.split(",")]
            fix = before + "[" + ", ".join(quote(item) for item in items if item) + "]"
            remedy = "Sæt lige anførselstegn om hvert ord."
            yield _line(lines, at, len(before), told, remedy, "citationstegn", fix)
        if value.count(value[0]) > value.count(closing):
            told = f"Listen er begyndt med {value[0]}, men ikke sluttet med {closing}."
            fix = before + value.rstrip(" ,") + closing
            remedy = f"Sæt {closing} til sidst på linjen."
            yield _line(lines, at, len(before), told, remedy, "parentes", fix)
        elif value[0] == "[" and re.search(r"[\"'] +[\"']", value):
            told = "Der mangler et komma mellem to ord i listen."
            fix = before + re.sub(r"([\"']) +(?=[\"'])", r"\1, ", value)
            yield _line(lines, at, len(before), told, "Sæt komma mellem ordene.", "komma-mangler", fix)
        elif value.count(value[0]) < value.count(closing) and inside.endswith(closing * 2):
            told = f"Listen er sluttet med {closing} én gang for meget."
            fix = before + value.rstrip()[:-1]
            yield _line(lines, at, len(before + value) - 1, told, f"Slet det sidste {closing}.", "parentes", fix)
        elif not inside.endswith(closing):
            told = f"Teksten begynder med {value[0]}, som YAML læser som en kode."
            yield from _text(lines, at, len(before), told, QUOTE_REMEDY, "tegn-først", keys)


def _quotes(lines: Lines, at: int, keys: Collection[str]) -> Iterator[Finding]:
    found = _value(lines[at])
    if not found or found[1][0] not in "\"'":
        return
    before, value = found
    sign = value[0]
    closed = CLOSED[sign].match(value)
    if not closed:
        told = "Anførselstegnet bliver ikke lukket."
        inner = value[1:].rstrip("\"'“”„’\\ ")
        yield _line(
            lines, at, len(before), told, "Sæt et anførselstegn til sidst i teksten.", "citationstegn",
            before + quote(inner),
        )  # fmt: skip
        return
    rest = value[closed.end() :].strip()
    if not rest and sign == '"' and (odd := re.search(r'\\(?![\\"/nt])', value)):
        told = "En omvendt skråstreg i lige anførselstegn læses som en kode."
        fix = before + value.replace("\\", "\\\\")
        remedy = "Skriv den dobbelt, eller skriv teksten i en >- blok."
        yield _line(lines, at, len(before) + odd.start(), told, remedy, "skråstreg", fix)
    if rest and rest in ",;.":
        told = f"Efter teksten står {dict(zip(',;.', ('et komma', 'et semikolon', 'et punktum'), strict=True))[rest]}."
        fix = before + value[: closed.end()]
        yield _line(lines, at, len(before) + closed.end(), told, "Slet det.", "tegn-efter", fix)
        return
    if rest and not rest.startswith("#"):
        told = "Teksten går videre efter det anførselstegn, der lukker den."
        remedy = "Lad anførselstegnene stå om hele teksten, og brug »…« til citater inde i den."
        around = value.endswith(sign) and (sign == "'" or value[closed.end() - 2] == " " or value[closed.end()] != " ")
        whole = value[1:-1] if around else value
        inner = re.sub(r'\\?"([^"]*?)\\?"', r"»\1«", whole)
        yield _line(lines, at, len(before) + closed.end(), told, remedy, "citationstegn", before + quote(inner))


def _inner_colon(lines: Lines, at: int, keys: Collection[str]) -> Iterator[Finding]:
    found = _value(lines[at])
    if found and found[1][0] not in "\"'>|[{":
        before, value = found
        if match := re.search(r":(?= |$)", value):
            told = "Kolonet inde i teksten læses som et nyt felt."
            yield from _text(lines, at, len(before) + match.start(), told, QUOTE_REMEDY, "kolon", keys)


def _colon_in_loose_text(lines: Lines, at: int, keys: Collection[str]) -> Iterator[Finding]:
    """Text that runs on from the line above without a block, with a colon in it."""
    match = re.match(rf"^ *({KEY}[^:]*): ", lines[at])
    if not at or not match or match[1] in keys:
        return
    above = _value(lines[at - 1])
    if above and above[1][0] not in "\"'>|[{" and indent_of(lines[at]) > indent_of(lines[at - 1]):
        before, value = above
        joined = f"{value} {lines[at].strip()}"
        told = "Teksten går over flere linjer uden at stå i en blok, så kolonet læses som et nyt felt."
        pad = " " * (len(LEAD.match(before).group()) + 2)  # type: ignore[union-attr]
        fix = f"{before}>-\n{pad}{value}\n{pad}{lines[at].strip()}"
        mended = _changed(_changed(lines, at - 1, before + quote(joined)), at, "")
        remedy = "Skriv >- efter feltets navn, og flyt teksten ned på linjerne under."
        yield Finding(at + 1, match.end(1) + 1, told, remedy, "kolon", fix, mended)


def _stray(lines: Lines, at: int, keys: Collection[str]) -> Iterator[Finding]:
    text = lines[at].strip()
    head = next((n for n in range(at - 1, -1, -1) if lines[n].strip()), None)
    field = re.match(rf"^( *(?:- +)*)({KEY}): *$", lines[head]) if head is not None else None
    if head is not None and field and field[2] in getattr(keys, "texts", ()):
        told = f"Teksten til »{field[2]}« er ikke rykket ind under feltet."
        fix = f"{lines[head].rstrip()} {text}"
        mended = _changed(_changed(lines, head, f"{lines[head].rstrip()} {quote(text)}"), at, "")
        yield Finding(at + 1, 1, told, "Skriv den på samme linje som feltet.", "indrykning", fix, mended)
    if text and not text.startswith(("- ", "#", '"', "'")) and ": " not in text and not text.endswith(":"):
        told = "Linjen er hverken et felt, et punkt i en liste eller en del af teksten ovenfor."
        remedy = (
            "Hører den til teksten ovenfor, så ryk den lige så langt ind. Er den en bemærkning til andre, "
            "så begynd den med #."
        )
        yield _line(lines, at, indent_of(lines[at]), told, remedy, "løs-linje", f"# {text}", "")


# --- rules that look at a line among the others ----------------------------------------------------------------------


def _run(lines: Lines, at: int, pattern: str) -> list[int]:
    """Return the line and those right after it (empty ones let be) that begin alike."""
    found = []
    for number in range(at, len(lines)):
        if re.match(pattern, lines[number]):
            found.append(number)
        elif lines[number].strip():
            break
    return found


def _spaced(line: str, width: int) -> str:
    """Return a line with each tab of its indent as spaces."""
    text = line.lstrip(" \t")
    return line[: len(line) - len(text)].replace("\t", " " * width) + text


def _tab(lines: Lines, at: int, keys: Collection[str]) -> Iterator[Finding]:
    if not re.match(r"^ *\t", lines[at]) or (at and re.match(r"^ *\t", lines[at - 1])):
        return
    run = _run(lines, at, r"^ *\t")
    told = "Linjen er rykket ind med tabulator."
    if len(run) > 1:
        told = f"Her er {len(run)} linjer rykket ind med tabulator."
    wide = [[_spaced(line, width) for line in lines] for width in (2, 4)]
    firsts = {indent_of(new[at]) for new in wide}
    for target in _levels(lines, at):
        if target not in firsts:
            shift = target - indent_of(wide[0][at])
            wide.append([" " * max(0, indent_of(x) + shift) + x.lstrip(" ") for x in wide[0]])
    for new in wide:
        mended = [new[n] if n in run else line for n, line in enumerate(lines)]
        yield Finding(at + 1, 1, told, "Brug mellemrum: to for hvert niveau.", "tabulator", mended[at], mended)


def _levels(lines: Lines, at: int) -> list[int]:
    """Return the indents at which something begins above a line, the nearest line's first."""
    found: list[int] = []
    top = 10_000
    texts = _block_texts(lines)
    for number in range(at - 1, -1, -1):
        line = lines[number]
        if number in texts or not line.strip() or line.lstrip().startswith("#") or line.startswith("\t"):
            continue
        lead = LEAD.match(line)
        assert lead
        if indent_of(line) <= top:
            found += [column for column in (len(lead.group()), indent_of(line)) if column not in found]
            if FIELD.match(line) is None and line.rstrip().endswith(":"):
                found.append(len(lead.group()) + 2)
        top = min(top, indent_of(line))
    return found


def _loose_text(lines: Lines, at: int, keys: Collection[str]) -> Iterator[Finding]:
    """A line of a block's text that is not indented as the rest of it."""
    head = next((n for n in range(at - 1, -1, -1) if re.search(r"(?:: |- )[>|][+-]?\s*$", lines[n])), None)
    if head is None:
        return
    lead = LEAD.match(lines[head])
    assert lead
    least = (len(lead.group()) if FIELD.match(lines[head]) else indent_of(lines[head])) + 2
    inside = [indent_of(x) for x in lines[head + 1 : at] if x.strip()]
    if inside and min(inside) < least - 1:
        return
    target = inside[0] if inside else least
    run = []
    for number in range(at, len(lines)):
        text = lines[number].strip()
        field = re.match(rf"^(?:- +)*({KEY}) *:(?: |$)", text)
        if text and (indent_of(lines[number]) >= target or (field and field[1] in keys) or text.startswith("- ")):
            break
        if text:
            run.append(number)
    if run and run[0] == at:
        mended = [" " * target + x.lstrip() if n in run else x for n, x in enumerate(lines)]
        told = "Linjen hører til teksten ovenfor, men er ikke rykket lige så langt ind."
        remedy = f"Ryk den {target} mellemrum ind, som resten af teksten."
        yield Finding(at + 1, 1, told, remedy, "indrykning", mended[at], mended)


def _indent(lines: Lines, at: int, keys: Collection[str]) -> Iterator[Finding]:
    line = lines[at]
    field = re.match(rf"^ *(?:- +)*({KEY}) *:(?: |$)", line)
    if not field and not line.lstrip().startswith("- "):
        return
    now = indent_of(line)
    end = next((n for n in range(at + 1, len(lines)) if lines[n].strip() and indent_of(lines[n]) < now), len(lines))
    above = next((lines[n] for n in range(at - 1, -1, -1) if lines[n].strip()), "")
    lead = LEAD.match(above)
    beside = len(lead.group()) if lead else 0
    name = field[1] if field else ""

    def order(target: int) -> tuple[bool, int, bool, int]:
        return (not _belongs(lines, at, target, name, keys), abs(target - now), target != beside, target)

    for target in sorted((x for x in _levels(lines, at) if x != now), key=order):
        if _taken(lines, at, target, field[1] if field else ""):
            continue
        shift = target - now
        moved = [
            " " * max(0, indent_of(x) + shift) + x.lstrip() if at <= n < end and x.strip() else x
            for n, x in enumerate(lines)
        ]
        fix = " " * target + line.lstrip()
        told = f"Linjen er rykket {now} mellemrum ind, men skal stå {target} inde."
        remedy = "Ret mellemrummene foran linjen, så den flugter med dem, den hører sammen med."
        for mended in (_changed(lines, at, fix), moved):
            yield Finding(at + 1, 1, told, remedy, "indrykning", fix, mended)


def _extra_dash(lines: Lines, at: int, keys: Collection[str]) -> Iterator[Finding]:
    match = re.match(rf"^( *)- +(({KEY}) *:(?: .*|))$", lines[at])
    if match and match[3] in keys:
        told = f"Der skal ikke være bindestreg foran »{match[3]}«."
        remedy = "Slet bindestregen, så linjen flugter med de andre felter."
        for target in (len(match[1]), *_levels(lines, at)):
            fix = " " * target + match[2]
            yield _line(lines, at, len(match[1]), told, remedy, "bindestreg-for-meget", fix)


def _missing_dash(lines: Lines, at: int, keys: Collection[str]) -> Iterator[Finding]:
    """The first entry of a list without its dash: the dash of the next one is where YAML stops."""
    field = re.match(rf"^ *({KEY}) *:(?: |$)", lines[at])
    above = next((lines[n] for n in range(at - 1, -1, -1) if lines[n].strip()), "")
    if (field or lines[at].strip() == ">-") and above.rstrip().endswith(":") and indent_of(lines[at]) >= 2:
        told = f"Her begynder et nyt punkt, men bindestregen foran »{field[1] if field else '>-'}« mangler."
        fix = f"{' ' * (indent_of(lines[at]) - 2)}- {lines[at].strip()}"
        remedy = "Sæt bindestreg og mellemrum foran punktets første linje."
        yield _line(lines, at, indent_of(lines[at]), told, remedy, "bindestreg-mangler", fix)


def _belongs(lines: Lines, at: int, indent: int, key: str, keys: Collection[str]) -> bool:
    """Whether a field may stand with those already at an indent; yes when nothing is known of the fields."""
    together: tuple[frozenset[str], ...] = getattr(keys, "together", ())
    beside = {key}
    for number in range(at - 1, -1, -1):
        line = lines[number]
        lead = LEAD.match(line)
        assert lead
        if not line.strip() or len(lead.group()) > indent:
            continue
        match = re.match(rf"({KEY}) *:(?: |$)", line[lead.end() :])
        if len(lead.group()) < indent or not match:
            break
        beside.add(match[1])
        if "-" in lead.group():
            break
    return not together or any(beside <= names for names in together)


def _taken(lines: Lines, at: int, indent: int, key: str) -> bool:
    """Whether a field of that name already stands in the mapping a line would join."""
    for line in reversed(lines[:at]):
        if not line.strip():
            continue
        lead = LEAD.match(line)
        assert lead
        if len(lead.group()) < indent:
            return False
        if len(lead.group()) == indent:
            if re.match(rf"{re.escape(key)} *:", line[lead.end() :]) and key:
                return True
            if "-" in lead.group():
                return False
    return False


Rule = Callable[[Lines, int, Collection[str]], Iterator[Finding]]
HERE: tuple[Rule, ...] = (
    _fence, _tab, _mail_quote, _heading, _closing, _bullet, _dashes, _dash, _colon_space, _curly, _block_slip,
    _block_missing, _block_start,
    _two_fields, _quotes, _sign, _inner_colon, _colon_in_loose_text, _colon,
)  # fmt: skip
AROUND: tuple[Rule, ...] = (_missing_dash, _loose_text, _indent, _extra_dash)
LAST: tuple[Rule, ...] = (_stray,)


def diagnose(
    lines: Lines, stop: int, start: int, keys: Collection[str], reach: Callable[[Lines], int]
) -> Finding | None:
    """Return what is wrong with the line at or just above `stop` (from 0), or None when no rule knows.

    `start` is where the thing began that the reader was in the middle of; `reach` says how far mended lines can be
    read. Of a rule's proposals the one that reaches furthest is chosen.
    """
    above = [n for n in range(min(stop, len(lines) - 1), -1, -1) if lines[n].strip()]
    near = above[:BEFORE]
    quotes = [n for n in range(start, stop) if n not in near and 0 <= n < len(lines)]
    for rules, places in ((HERE, near), ((_quotes, _sign), quotes)):
        for at in places:
            for rule in rules:
                found = _best(rule(lines, at, keys), stop, reach)
                if found:
                    return found[1]
    places = [*near[:AROUND_BEFORE], *([start] if start < stop and start not in near[:AROUND_BEFORE] else [])]
    around = [_best(rule(lines, at, keys), stop, reach) for at in places for rule in AROUND]
    around += [
        _best(_missing_dash(lines, at, keys), stop, reach) for at in _list_start(lines, above[0] if above else 0)
    ]
    known = [found for found in around if found]
    # What reaches furthest, then what moves fewest lines, then the line that stands where its field already stood.
    known.sort(
        key=lambda found: (
            -found[0],
            indent_of(found[1].fix) % 2,  # a level is two spaces
            _moved(lines, found[1]),
            found[1].code != "bindestreg-mangler",
            not _astray(lines, found[1].line - 1),
        )
    )
    if known:
        return known[0][1]
    last = [_best(rule(lines, at, keys), stop, reach) for at in near[:2] for rule in LAST]
    return next((found[1] for found in last if found), None)


def _list_start(lines: Lines, at: int) -> list[int]:
    """Return the first line of the list that an item belongs to, when that line has lost its dash."""
    if not lines[at].lstrip().startswith("- "):
        return []
    for number in range(at - 1, -1, -1):
        head = lines[number].rstrip()
        if head.endswith(":") and FIELD.match(head) is None and indent_of(head) <= indent_of(lines[at]):
            first = next((n for n in range(number + 1, at) if lines[n].strip()), None)
            return [first] if first is not None and indent_of(lines[first]) == indent_of(lines[at]) + 2 else []
    return []


def _best(proposed: Iterator[Finding], stop: int, reach: Callable[[Lines], int]) -> tuple[int, Finding] | None:
    """Return the proposal that reaches furthest past `stop`, the first of equals."""
    best: tuple[int, Finding] | None = None
    for found in proposed:
        if not found.mended:
            return stop, found
        reached = reach(found.mended)
        if reached > (best[0] if best else stop):
            best = reached, found
    return best


def _moved(lines: Lines, found: Finding) -> int:
    return sum(old != new for old, new in zip(lines, found.mended, strict=True))


def _astray(lines: Lines, at: int) -> bool:
    """Whether a line's field stands already at the indent it now has."""
    field = re.match(rf"^ *({KEY}) *:", lines[at])
    return field is not None and _taken(lines, at, indent_of(lines[at]), field[1])
