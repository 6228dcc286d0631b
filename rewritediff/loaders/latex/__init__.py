"""LaTeX -> Article: what its reader sees in print, as far as the text itself tells; nothing is run, and no other file is opened.

`words` holds what commands mean, `letters` what they print, `formulas` which mathematics is text, `walking` goes through the source.
"""

from rewritediff.loaders.latex.reading import read_latex

__all__ = ["read_latex"]
