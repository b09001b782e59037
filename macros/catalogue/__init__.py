"""All of `data/` as one frozen catalogue.

`files` says which file holds which kind, `reading` what one file says by itself, `held` what the catalogue is,
`walking` what stands in it; `loading` puts it together and asks `ids`, `references`, `texts` and `synonyms`, which add
all that is wrong to what is `gathered`. Nothing here knows what a chapter is called.
"""

from macros.catalogue.files import FILES, LISTS, OVERVIEWS, files_of
from macros.catalogue.held import Catalogue, Placed
from macros.catalogue.loading import Loaded, load, load_cached
from macros.catalogue.reading import Read, Reads
from macros.catalogue.walking import Text, ids, own_texts, references, sources, texts, walk

__all__ = [
    "FILES",
    "LISTS",
    "OVERVIEWS",
    "Catalogue",
    "Loaded",
    "Placed",
    "Read",
    "Reads",
    "Text",
    "files_of",
    "ids",
    "load",
    "load_cached",
    "own_texts",
    "references",
    "sources",
    "texts",
    "walk",
]
