"""What the check says of the line that an answer became, said of the answer: who is asked has no file to mend."""

from __future__ import annotations

import re

from macros.read.problems import Problem

# Where the check's own remedy tells what to do with a line of a file, by the problem's code.
REMEDIES = {
    "for-lang": "Skriv det kortere.",
    "tom": "Skriv en tekst.",
    "html": "Slet koden.",
    "jinja": "Slet de krøllede parenteser.",
    "cpr": "Slet det.",
    "mailadresse": "Slet den: jeres postkasse hører til, hvor der spørges, hvor man kan skrive til jer.",
    "telefonnummer": "Slet det.",
}
UNSEEN = "usynligt-tegn"
REPOSITORY = "Skriv adressen, som arkivets forside har i browseren: uden .git og uden det, der står efter navnet."


def answered(problem: Problem, key: str) -> str:
    """Return message and remedy of a problem with the line of `key`, without a word of that line."""
    message = problem.message.replace(f" i »{key}«", "").replace(f"»{key}«", "Svaret")
    message = re.sub(r"^Teksten\b", "Svaret", message)
    if problem.code == UNSEEN:
        return "Svaret indeholder et tegn, der ikke kan ses. Det følger ofte med, når man kopierer. Skriv det i hånden."
    remedy = REMEDIES.get(problem.code, problem.remedy)
    return f"{message} {REPOSITORY if '»gren«' in remedy else remedy}"
