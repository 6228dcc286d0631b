"""Files and pasted texts -> articles.

`load` takes a path, `load_bytes` what was read elsewhere (standard input), `paste` a text from the clipboard, `load_address` the address
of a web page, once a person has agreed to fetch it; each returns an Article or raises LoadError.
A new format is one new file with a reader and one row in `readers`.

The notices an article may carry, by code and values: `encoding` (encoding), `replaced-bytes` (count), `replaced-characters` (count),
`invisible-removed` (count), `invisible-kept` (count), `lookalikes` (count), `read-as-text` (suffix, and where the content is what the
name says: why, `size` or `nesting`), `read-as` (suffix, kind: a Format), `left-out` (what: a Part, count), `kept` (what: a Part, count),
`tracked-changes` (insertions, deletions, shown: a Tracked), `repaired` (what: a Repair, count), `pages-without-text` (count, pages),
`whole-page` (no values: no article was found in a page, and all its words are read).

Names are loaded when they are first asked for: a window that shows nothing yet needs the options, and not what reads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rewritediff.late import late_names

if TYPE_CHECKING:
    from rewritediff.loaders.fetching.pages import load_address
    from rewritediff.loaders.loading import load, load_bytes, paste, readable_suffixes
    from rewritediff.loaders.options import DEFAULTS, Options, Tracked
    from rewritediff.loaders.parts import Part
    from rewritediff.loaders.problems import LoadError
    from rewritediff.loaders.reading import MAX_BYTES
    from rewritediff.loaders.reasons import Reason

__all__ = [
    "DEFAULTS",
    "MAX_BYTES",
    "LoadError",
    "Options",
    "Part",
    "Reason",
    "Tracked",
    "load",
    "load_address",
    "load_bytes",
    "paste",
    "readable_suffixes",
]

_HOMES = {
    "rewritediff.loaders.loading": ("load", "load_bytes", "paste", "readable_suffixes"),
    "rewritediff.loaders.options": ("DEFAULTS", "Options", "Tracked"),
    "rewritediff.loaders.fetching.pages": ("load_address",),
    "rewritediff.loaders.parts": ("Part",),
    "rewritediff.loaders.problems": ("LoadError",),
    "rewritediff.loaders.reading": ("MAX_BYTES",),
    "rewritediff.loaders.reasons": ("Reason",),
}
__getattr__ = late_names(__name__, _HOMES)


def __dir__() -> list[str]:
    return sorted(__all__)
