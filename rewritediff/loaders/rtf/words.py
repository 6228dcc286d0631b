"""The control words of RTF that decide about its text; all others only say how it looks."""

from __future__ import annotations

import re

from rewritediff.loaders.parts import Part

CHARACTERS = {
    b"emdash": "—",
    b"endash": "–",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
    b"bullet": "•",
    b"emspace": "\u2003",
    b"enspace": "\u2002",
    b"qmspace": "\u2005",
    b"tab": "\t",
    b"line": "\n",
    b"lbr": "\n",
    b"softline": "\n",
    b"zwj": "\u200d",
    b"zwnj": "\u200c",
    b"zwbo": "",
    b"zwnbo": "",
    b"ltrmark": "\u200e",
    b"rtlmark": "\u200f",
}
SYMBOLS = {b"~": "\u00a0", b"_": "-", b"-": "", b"|": "", b":": "", b"\t": "\t"}
"""A hyphen at which no line ends is a hyphen, and one that shows at a line's end only is none."""
ESCAPED = frozenset(b"{}\\")

PARAGRAPH_ENDS = {b"par", b"sect", b"page", b"column"}
CELL_ENDS = {b"cell", b"nestcell"}

SKIPPED = frozenset(
    b"nonshppict shprslt colortbl listtable listoverridetable revtbl rsidtbl filetbl generator template nextfile ftnsep "
    b"ftnsepc ftncn aftnsep aftnsepc aftncn xe tc tcn rxe txe bxe pntxta pntxtb pnseclvl bkmkstart bkmkend atnid atnauthor "
    b"atntime atndate atnref atnparent atnicn atrfstart atrfend datafield objdata objclass objname objsect objalias "
    b"mmathPict themedata colorschememapping latentstyles datastore xmlnstbl panose falt sp private keycode pgdsctbl author "
    b"operator manager company category keywords comment doccomm hlinkbase subject creatim revtim printim buptim userprops "
    b"blipuid picprop background wgrffmtfilter mailmerge nonesttables".split()
)
"""Groups without a word of the article; so is any other that begins with an asterisk and is not named below."""

WALKED = frozenset(
    b"shppict shpinst shp shptxt dptxbxtext do ud upr footnote annotation moMath moMathPara mmath result shpgrp shptop "
    b"fldrslt listtext pntext".split()
)
"""Groups that are read although they may begin with an asterisk: older programs would skip them, and lose nothing by it."""

COUNTED = {b"annotation": Part.COMMENT, b"moMath": Part.FORMULA, b"moMathPara": Part.FORMULA, b"mmath": Part.FORMULA, b"pict": Part.PICTURE}
"""Groups that are counted and not read."""

APART = {
    b"footnote": Part.NOTE,
    b"shptxt": Part.BOX,
    b"dptxbxtext": Part.BOX,
    b"header": Part.HEADER,
    b"headerl": Part.HEADER,
    b"headerr": Part.HEADER,
    b"headerf": Part.HEADER,
    b"footer": Part.HEADER,
    b"footerl": Part.HEADER,
    b"footerr": Part.HEADER,
    b"footerf": Part.HEADER,
}
"""Groups with paragraphs of their own."""

SYMBOL_FIELD = re.compile(rb'SYMBOL\s+(0[xX][0-9a-fA-F]{1,4}|\d{1,5})(?:[^"{}]{0,40}\\f\s*"([^"]{0,40})")?')
FORMULA_FIELD = re.compile(rb"[^{}]*\{?[^{}]{0,200}\bEQ\s")
