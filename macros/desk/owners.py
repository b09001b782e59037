"""CODEOWNERS, as the host reads it: who is asked to approve a change of the code, and of the content.

Every host reads the file in the repository's root, so it stands there, and nowhere else: each takes the first it finds.

- GitHub: `.github/`, the root, `docs/`. A pattern is like git's own for what it ignores, and the last that fits counts.
  https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
- GitLab, in its paid tiers: the root, `docs/`, `.gitlab/`. Patterns as GitHub's, and the last that fits counts.
  https://docs.gitlab.com/user/project/codeowners/ and https://docs.gitlab.com/user/project/codeowners/reference/
- Gitea, and Forgejo, which has it from there: the root, `docs/`, `.gitea/` (Forgejo also `.forgejo/`). A pattern is a
  regular expression of the whole path, `!` before it turns it round, and all that fit count.
  https://docs.gitea.com/usage/repository/code-owners; `services/issue/pull.go` and `models/issues/pull.go` in its code
"""

from __future__ import annotations

from macros.desk.answers import Answers

FILE = "CODEOWNERS"
TOLD = "# Who must approve a change: everything that can run, and the content."
LAST = f"{TOLD} The last line that fits counts.\n"
ALL = f"{TOLD} A line is a regular expression, and each that fits counts.\n"
EXAMPLE = {"UDVIKLERE": "@organisation/developers", "REDAKTION": "@organisation/editors"}


def code_owners(answers: Answers) -> str:
    """Return the CODEOWNERS file of an owner's host; where nobody is named, an example stands as a comment."""
    who = {name: answers[name] for name in EXAMPLE if answers[name]}
    rows = (_expressions if answers["VAERT"] == "forgejo" else _patterns)(who or EXAMPLE)
    told = ALL if answers["VAERT"] == "forgejo" else LAST
    return told + "".join(f"{'' if who else '# '}{place:<9} {people}\n" for place, people in rows)


def _patterns(who: Answers) -> list[tuple[str, str]]:
    places = (("*", "UDVIKLERE"), ("/data/", "REDAKTION"))
    return [(place, who[name]) for place, name in places if name in who]


def _expressions(who: Answers) -> list[tuple[str, str]]:
    code = "!data/.*" if "REDAKTION" in who else ".*"
    places = ((code, "UDVIKLERE"), ("data/.*", "REDAKTION"))
    return [(place, who[name]) for place, name in places if name in who]
