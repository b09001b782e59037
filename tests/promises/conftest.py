"""The promises were made for our own content, so they are read by the site that holds it."""

from tests.content.conftest import address, catalogue, context, page, site

__all__ = ["address", "catalogue", "context", "page", "site"]
