"""What leads nowhere is no address."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.catalogue.texts import judged
from macros.catalogue.walking import Text
from macros.model import Contact, Link
from macros.read.document import Document, Mark, Path
from macros.site import Address, Branch, Folder

NOWHERE = (
    "https://[",
    "https://)(",
    "https://.",
    "https://e.org:999999",
    "https://e.org/%",
    "https://e.org/%zz",
    f"https://{64 * 'a'}.dk",
)
LEADS = ("https://e.org", "https://e.org:8443/a?b=%20#c", "https://[::1]/x", "https://æ.dk/", "mailto:a@e.org")
BOTH = TypeAdapter(Contact)


@pytest.mark.parametrize("given", [*NOWHERE, "mailto:", "mailto:@"])
def test_a_link_that_leads_nowhere_is_refused(given: str) -> None:
    """In a field and in a text, an address no browser can open is refused."""
    with pytest.raises(ValidationError):
        BOTH.validate_python(given)
    at: dict[Path, Mark] = {("tekst",): Mark(1, 1)}
    found = Document("data/x.yml", f"tekst: [z]({given})", {}, {}, at)
    problems, _ = judged(found, [Text(("tekst",), f"[z]({given})", None)])
    assert "https://)" in given or [one.code for one in problems] == ["link"]


@pytest.mark.parametrize("given", LEADS)
def test_a_link_that_leads_somewhere_is_taken(given: str) -> None:
    """Hosts with ports, codes, numbers and letters of any language are addresses."""
    assert BOTH.validate_python(given) == given


def test_a_mailbox_is_a_link_only_where_the_field_says_so() -> None:
    """A source or a licence lies on a page."""
    with pytest.raises(ValidationError):
        TypeAdapter(Link).validate_python(LEADS[-1])


@pytest.mark.parametrize("given", ["https://e.org:999999", "https://e.org/%2", "http://intra/%zz"])
def test_a_site_lies_at_an_address_that_leads_somewhere(given: str) -> None:
    """The address of the site or its repository is held to the same."""
    with pytest.raises(ValidationError):
        TypeAdapter(Address).validate_python(given)


@pytest.mark.parametrize("kind", [Branch, Folder])
@pytest.mark.parametrize("given", ["..", "../..", "data/..", "."])
def test_no_path_leads_out_of_the_repository(kind: Any, given: str) -> None:
    """A branch or folder has no part that is dots alone."""
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(given)
    assert TypeAdapter(kind).validate_python("v1.2/.data") == "v1.2/.data"
