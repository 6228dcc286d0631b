"""Word documents (docx, docm, dotx) -> articles.

The text as Word shows it: with the tracked changes accepted, or as it was before them; results of fields and not their codes; one of
several drawings of the same thing. What stands beside the sentences - cells, boxes, notes - are blocks of their own, the rest is counted.
The title in the document's properties is not used: it is often the name of the template.
"""

from __future__ import annotations

from rewritediff.core.values import Article
from rewritediff.loaders.article import article_from
from rewritediff.loaders.docx.body import Body
from rewritediff.loaders.docx.container import Container
from rewritediff.loaders.docx.names import named
from rewritediff.loaders.docx.notes import Notes, without_own_marks
from rewritediff.loaders.docx.styles import Styles
from rewritediff.loaders.parts import Part, kept, left_out, tracked
from rewritediff.loaders.source import Source


def read_docx(source: Source) -> Article:
    """Read a Word document; LoadError where it is damaged, locked, blown up or without words."""
    container = Container(source)
    styles = Styles(container.part("styles"))
    notes = Notes({"footnote": container.part("footnotes"), "endnote": container.part("endnotes")})
    body = Body(without_own_marks(container.main()), styles, notes, source.options)
    blocks = list(body.collector.blocks())
    left = body.collector.left
    left[Part.COMMENT] += sum(comment.tag in named("comment") for root in container.parts("comments") for comment in root)
    left[Part.HEADER] += _header_lines(container, styles, source)
    changes = tracked(body.changes.insertions, body.changes.deletions, source.options.tracked.value)
    return article_from(blocks, source.name, (*changes, *kept(body.collector.kept), *left_out(left)))


def _header_lines(container: Container, styles: Styles, source: Source) -> int:
    headers = (root for kind in ("header", "footer") for root in container.parts(kind))
    texts = (Body(root, styles, Notes({}), source.options).collector for root in headers)
    return sum(bool(block.text.strip()) for text in texts for block in text.blocks())
