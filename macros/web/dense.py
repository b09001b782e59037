"""The skeleton's templates without what only people read, so that a page carries none of their layout.

Every page has the same indentation and the same blank lines, and gzip does not take all of it away.
"""

from __future__ import annotations

import re

from jinja2.ext import Extension

INDENT = re.compile(r"\n\s+")
TAG_ALONE = re.compile(r"\n(\{%[^\n]*%\})(?=\n)")  # which leaves a blank line


class Dense(Extension):
    """Takes indentation, and lines with nothing but a tag, out of a template; the texts put in stay as they are."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return a template's text, in which what stood on two lines still does."""
        return TAG_ALONE.sub(r"\1", INDENT.sub("\n", source))
