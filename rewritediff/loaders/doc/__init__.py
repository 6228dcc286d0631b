"""Old Word documents (.doc, Word 97 to 2003) -> Article; what is said here of the format is [MS-DOC], Microsoft's description of it.

`container` opens the file, `header` finds what lies where, `text` puts the pieces of text together, `properties` reads how characters and
paragraphs are set, `styles` what the styles are called.
"""

from rewritediff.loaders.doc.reading import read_doc

__all__ = ["read_doc"]
