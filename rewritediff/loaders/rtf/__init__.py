"""Rich text (RTF) -> Article: the text as a reader of the document sees it, with tracked changes accepted or not.

`tokens` cuts the bytes, `charsets` knows code pages, `words` the control words that matter, `walking` follows them.
"""

from rewritediff.loaders.rtf.reading import read_rtf

__all__ = ["read_rtf"]
