"""What no text in the data may hold, whatever it stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class TextRule:
    """What no text may hold; `{}` in the message is what was found, `word` names what is said to who proposes one."""

    code: str
    pattern: re.Pattern[str]
    message: str
    remedy: str
    word: str
    secret: bool = False


MAIL_ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+")
# No rule finds anything in a text without one of these signs; most texts have none, and need not be searched for each.
SUSPECT = re.compile("[<&{}%\\]Ãâ\ufffd\\d@]")
TEXT_RULES: tuple[TextRule, ...] = (
    TextRule(
        "html",
        re.compile(r"</?[a-zA-Z][^<>]*>|<!--|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]{2,8});"),
        "Teksten indeholder HTML: »{}«.",
        "Slet koden. Fed skrift skrives **sådan**, kursiv *sådan*, og tegn skrives, som de er.",
        "html",
    ),
    TextRule(
        "jinja",
        re.compile(r"\{\{|\}\}|\{%|%\}|\{#"),
        "Teksten indeholder skabelonkode: »{}«.",
        "Slet de krøllede parenteser. Data er kun tekst.",
        "html",
    ),
    TextRule(
        "link-med-mellemrum",
        re.compile(r"\]\s+\((?:https?://|mailto:|[a-zæøå]+:[a-z0-9-]+\))"),
        "Der er mellemrum mellem linkets tekst og adresse, så det ikke bliver et link.",
        "Slet mellemrummet mellem ] og (.",
        "mellemrum",
    ),
    TextRule(
        "ødelagte-bogstaver",
        re.compile("Ã[\\u00a0-\\u00bf\\u02dc\\u2020\\u2026]|â€[\\u0080-\\uffff]|\\ufffd"),
        "Et bogstav er gået i stykker, da teksten blev kopieret: »{}«.",
        "Skriv ordet igen med rigtige æ, ø og å.",
        "bogstaver",
    ),
    TextRule(
        "cpr",
        re.compile(r"(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[- ]?\d{4}(?!\d)"),
        "Teksten indeholder noget, der ligner et CPR-nummer.",
        "Slet det, og sig det til den, der har ansvar for persondata: nummeret står allerede i forslagets historik.",
        "privat",
        secret=True,
    ),
    TextRule(
        "mailadresse",
        MAIL_ADDRESS,
        "Teksten indeholder en mailadresse.",
        "Slet den. Kataloget har ingen private kontaktoplysninger; brug et link til en side i stedet.",
        "privat",
        secret=True,
    ),
    TextRule(
        "telefonnummer",
        re.compile(
            r"(?<![\d.,])(?:\+45 ?)?\d{2} \d{2} \d{2} \d{2}(?![\d.,]\d)|\+45 ?\d{8}|(?:[Tt][Ll][Ff]\.?:? ?)\d{4} ?\d{4}"
        ),
        "Teksten indeholder et telefonnummer.",
        "Slet det. Kataloget har ingen private kontaktoplysninger; brug et link til en side i stedet.",
        "privat",
        secret=True,
    ),
)
