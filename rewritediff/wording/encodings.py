"""The encodings that a text may be in, by the names under which people know them."""

from __future__ import annotations

import codecs
from functools import cache

GROUPS: dict[str, dict[str, str]] = {
    "Unicode": {"utf-8": "UTF-8", "utf-16-le": "UTF-16 LE", "utf-16-be": "UTF-16 BE"},
    "Western": {"cp1252": "windows-1252", "iso8859-15": "ISO-8859-15", "mac_roman": "Mac Roman", "cp850": "DOS 850"},
    "Central European": {"cp1250": "windows-1250", "iso8859-2": "ISO-8859-2", "mac_latin2": "Mac Central European"},
    "Cyrillic": {"cp1251": "windows-1251", "koi8-r": "KOI8-R", "koi8-u": "KOI8-U", "iso8859-5": "ISO-8859-5", "cp866": "DOS 866"},
    "Greek and Turkish": {"cp1253": "windows-1253", "iso8859-7": "ISO-8859-7", "cp1254": "windows-1254"},
    "Hebrew and Arabic": {"cp1255": "windows-1255", "cp1256": "windows-1256"},
    "Baltic, Vietnamese, Thai": {"cp1257": "windows-1257", "cp1258": "windows-1258", "cp874": "windows-874"},
    "Japanese": {"cp932": "Shift JIS", "euc_jp": "EUC-JP", "iso2022_jp": "ISO-2022-JP"},
    "Chinese and Korean": {"gb18030": "GB 18030", "big5": "Big5", "cp949": "EUC-KR"},
}
"""For each group of languages the codecs to offer, and what people call them; older names of the same are not offered twice."""


@cache
def _names() -> dict[str, str]:
    """Look all codecs up, which loads them: 30 ms that a window without such a text need not wait for."""
    return {codecs.lookup(codec).name: name for group in GROUPS.values() for codec, name in group.items()}


def codec_of(encoding: str) -> str:
    """Give the one name of a codec, or the name as it is where there is no such codec."""
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return encoding


def encoding_name(encoding: str) -> str:
    """Name an encoding as people know it: "cp1252" is windows-1252."""
    return _names().get(codec_of(encoding), encoding)
