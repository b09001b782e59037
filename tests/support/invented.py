"""Where things stand in the invented catalogue, for tests that drive a browser on it."""

from __future__ import annotations

from tests.support.sites import FIXTURE, PREFIX, read

THEME = "temaer/faergen-til-holmen/"  # three phases, eleven items, the first of which is BOX
BOX, LATE, LAST = "Find båden frem", "Fortøj dobbelt", "Giv bogen videre"
ITEMS = 11
QUESTIONS = "vaerktoejer/broens-bord/"  # six questions and no checklist
STAIRS = "vaerktoejer/lejderen/"  # five steps, advice for 1 to 3 and 4 to 5
INTERVIEW = "vaerktoejer/udkigsposten/"  # three to five people, half an hour each
MATRIX = "vaerktoejer/vindrosen/"
PLATFORM = "vaerktoejer/skudens-dele/"
PROCESS = "forloeb/aarets-sejlads/"  # four stages
COMPETENCES = "kompetencer/"
COURSES = "kurser/"
FREQUENT = "havnen"  # a word that more entries use than the search shows at first
ID = read(FIXTURE).site.id
STORE = f"{ID}:1:/{PREFIX}/"  # what all that the browser keeps is named by
KEY = f"{STORE}:eget"
