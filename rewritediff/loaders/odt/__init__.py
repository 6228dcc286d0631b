"""OpenDocument texts (odt, ott, fodt) -> articles.

The text as a word processor shows it: with the tracked changes accepted, or as it was before them. What stands beside the sentences -
cells, boxes, notes - are blocks of their own, the rest is counted. The title in the document's properties is not used: it is often the
name of the template.
"""

from __future__ import annotations

from rewritediff.core.values import Article
from rewritediff.loaders.article import article_from
from rewritediff.loaders.odt.body import Body
from rewritediff.loaders.odt.changes import Changes
from rewritediff.loaders.odt.container import Opened, opened
from rewritediff.loaders.odt.names import full, fulls
from rewritediff.loaders.odt.styles import Styles
from rewritediff.loaders.parts import Part, kept, left_out, tracked
from rewritediff.loaders.source import Source

HEADERS = fulls("style", *(f"{what}{which}" for what in ("header", "footer") for which in ("", "-left", "-first")))


def read_odt(source: Source) -> Article:
    """Read an OpenDocument text; LoadError where it is damaged, locked, blown up, no text, or without words."""
    document = opened(source)
    styles = Styles(document.roots)
    changes = Changes(document.text, source.options.tracked)
    body = Body(document.text, styles, changes, source.options, document.formulas)
    blocks = list(body.collector.blocks())
    left = body.collector.left
    left[Part.HEADER] += _header_lines(document, styles, source)
    shown = tracked(changes.insertions, changes.deletions, source.options.tracked.value)
    return article_from(blocks, source.name, (*shown, *kept(body.collector.kept), *left_out(left)))


def _header_lines(document: Opened, styles: Styles, source: Source) -> int:
    headers = (header for root in document.roots for header in root.iter(*HEADERS) if header.get(full("style:display")) != "false")
    texts = (Body(header, styles, Changes(header, source.options.tracked), source.options).collector for header in headers)
    return sum(bool(block.text.strip()) for text in texts for block in text.blocks())
