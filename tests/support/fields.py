"""The fields of each kind of content, as the models know them."""

from __future__ import annotations

from macros import model, site

# The heading in data/README.md and the model it tells of.
KINDS: dict[str, type[model.Model]] = {
    "Tema": model.Theme,
    "Opmærksomhedspunkt": model.Point,
    "Tjekpunkt": model.Item,
    "Kompetencer": model.Competences,
    "Kompetence": model.Competence,
    "Side af en kompetence": model.Side,
    "Ledelsesindsatser": model.Actions,
    "Gruppe af indsatser": model.ActionGroup,
    "Ledelsesindsats": model.Action,
    "Samarbejdsmodel": model.Process,
    "Fase": model.Stage,
    "Kurser": model.Courses,
    "Kursus": model.Course,
    "Tilmelding": model.SignUp,
    "Værktøj: begreb": model.ConceptTool,
    "Værktøj: platform": model.PlatformTool,
    "Element": model.Element,
    "Værktøj: interview": model.InterviewTool,
    "Gruppe af spørgsmål": model.QuestionGroup,
    "Værktøj: trappe": model.StaircaseTool,
    "Trin": model.Step,
    "Anbefaling": model.Advice,
    "Værktøj: spørgsmål": model.QuestionsTool,
    "Spørgsmål": model.Question,
    "Værktøj: matrix": model.MatrixTool,
    "Pol": model.Pole,
    "Dimension": model.Dimension,
    "Felt i matrix": model.Cell,
    "Situationer": model.Situations,
    "Situation": model.Situation,
    "Vej": model.Way,
    "Kilde": model.Source,
    "Ord": model.Words,
    "Synonym": model.Synonyms,
    "Kataloget": site.Site,
    "Forside": site.FrontPage,
    "Menu": site.MenuGroup,
    "Arkiv": site.Repository,
    "Licens": site.Licence,
    "Farver": site.Colours,
    "Fase i samarbejdet": site.Phase,
    "Navn på en slags": site.KindName,
    "Udgået punkt": site.Retired,
    "Side": site.WrittenPage,
    "Afsnit på en side": site.Section,
}
SHARED = set(model.Entry.model_fields)


def rows(cls: type[model.Model]) -> list[tuple[str, bool, str]]:
    """Return (key, required, description) of the fields a model adds to what every entry has."""
    shared = SHARED if issubclass(cls, model.Entry) else set()
    return [
        (info.alias or name, info.is_required(), info.description or "")
        for name, info in cls.model_fields.items()
        if name not in shared
    ]


def table(found: list[tuple[str, bool, str]]) -> str:
    """Return fields as a Markdown table, as data/README.md shows them."""
    lines = ["| felt | skal udfyldes | hvad |", "|---|---|---|"]
    return "\n".join([*lines, *(f"| `{key}` | {'ja' if must else ''} | {text} |" for key, must, text in found)])


def shared_table() -> str:
    """Return the table of the fields every entry has."""
    info = model.Entry.model_fields
    return table([(f.alias or n, f.is_required(), f.description or "") for n, f in info.items()])
