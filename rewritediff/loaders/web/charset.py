"""The bytes of a web page -> its text: who may say in which encoding they are, and in which order they are believed.

A person first; then a byte order mark, the server, the page itself, and last what the bytes look like (`loaders.encoding`).
"""

from __future__ import annotations

import re

from rewritediff.loaders.encoding import BYTE_ORDER_MARKS, Decoded, decode, decode_as
from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reasons import Reason
from rewritediff.loaders.source import Source

HEAD = 4096
"""Bytes in which a page's own word is looked for: browsers look at 1,024, but saved pages begin with long comments."""
DECLARED = re.compile(
    rb"""\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)|<meta[^>]{0,500}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
NOT_BELIEVED = re.compile(r"utf-?(?:7|16|32)|ucs|unicode\Z|x-user-defined", re.IGNORECASE)
"""UTF-7 hides markup from whoever checks it; a page whose first bytes can be read as ASCII is in no other of these."""
MEANT = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "big5": "big5hkscs",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "x-mac-roman": "mac_roman",
    "macintosh": "mac_roman",
    "x-mac-cyrillic": "mac_cyrillic",
}
"""Names that pages use for an encoding of more characters, as browsers read them (WHATWG Encoding Standard, section 4.2)."""
WESTERN = "cp1252"


def decode_page(source: Source) -> Decoded:
    """Decode a page; LoadError where it is not in the encoding that a person named."""
    chosen = source.options.encoding
    if chosen:
        try:
            return decode_as(source.data, chosen)
        except (LookupError, UnicodeError) as error:
            raise LoadError(source.name, Reason.ENCODING, (("encoding", chosen),)) from error
    if source.data.startswith(tuple(mark for mark, _ in BYTE_ORDER_MARKS)):
        return decode(source.data)
    for name in (source.options.charset, _declared(source.data[:HEAD])):
        found = _as_named(source.data, name.strip().lower())
        if found:
            return found
    return decode(source.data)


def _declared(head: bytes) -> str:
    found = DECLARED.search(head)
    return (found[1] or found[2]).decode("ascii", "replace") if found else ""


def _as_named(data: bytes, name: str) -> Decoded | None:
    """Decode in the encoding that a program named, unless the bytes plainly show another."""
    if not name or NOT_BELIEVED.match(name):
        return None
    try:
        found = decode_as(data, MEANT.get(name, name))
    except (LookupError, UnicodeError):
        return None
    if found.encoding == "utf-8":
        return None if found.replaced else found
    # servers name their default for pages that were written in UTF-8; a text in cp1252 is valid UTF-8 by accident only
    return None if found.encoding == WESTERN and _is_utf8(data) else found


def _is_utf8(data: bytes) -> bool:
    try:
        return not data.decode("utf-8").isascii()
    except UnicodeDecodeError:
        return False
