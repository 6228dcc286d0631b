"""Bytes -> text: which encoding they are in, and how many of them are in none.

The order decides (58 of 58 language and encoding pairs, where the guesser alone or another one reads 45 to 48): a byte order mark, the
escape sequences of ISO-2022, valid UTF-8, UTF-16 by where its NULs stand, UTF-8 with a few bad bytes, and only then a guess.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

REPLACEMENT = "\ufffd"
MARK = "\udcff"
"""Stands for one bad byte while decoding: no decoder gives a lone surrogate, so it cannot be mistaken for text."""


def _mark(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return MARK * (error.end - error.start), error.end


codecs.register_error("rewritediff-mark", _mark)

BYTE_ORDER_MARKS = (
    # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
ESCAPES = re.compile(rb"\x1b\$[@B(]|\x1b\$\)C|\x1b\([IJ]")
"""Japanese and Korean mail switch alphabets this way; a terminal's colours (ESC [) are something else."""
JAPANESE = ("iso2022_jp", "iso2022_jp_2", "iso2022_jp_ext")

SAMPLE = 200_000
"""Bytes that are shown to the guesser; it looks at no more."""
WESTERN = "cp1252"
NEVER_MEANT = {"ascii", "iso8859-1", "iso-8859-1", "latin-1", "utf-7"}
"""Whoever says ISO-8859-1 means cp1252: curly quotes stand where Latin-1 has control characters."""

OF_NO_FILE = {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined"}
"""Codecs of Python for addresses and for its own sources: a page that names one of them means nothing by it."""

UNSURE = 0.07
"""Below this the guesser is asked again for encodings of today only: of 190 scraps of 12 or 25 characters 6 are then read wrongly, not
17; from 0.1 on it would take encodings of the nineties for something else."""

FOREIGN = re.compile("[\u0370-\u0e7f]")
TOUCHING = re.compile("[a-zA-Z](?=[\u0370-\u0e7f])|[\u0370-\u0e7f](?=[a-zA-Z])")
"""Greek, Cyrillic, Hebrew, Arabic, ... to Thai, and where such a letter stands beside a Latin one."""

FOREIGN_RUN = re.compile("[\u0370-\u0e7f]+")
ENCLOSED = re.compile("[a-zA-Z][\u0370-\u0e7f]+[a-zA-Z]")

GOOD_PER_BAD = 4
"""Valid UTF-8 characters for each bad place that make a text UTF-8 all the same; a text in cp1252 has nearly none by chance."""
UTF16_BYTES = re.compile(rb"[\x00-\x08]")
"""Half of a space, of a Latin letter, or of the full stop and comma of Japanese; a text of single bytes has none."""
ASCII = re.compile(rb"[ -~\t\n\r]")
ASCII_SHARE = 0.8
"""A Latin text in UTF-16 is 0.5 ASCII, as the other half of each letter is NUL; a text with stray NULs in it is 0.9."""
COMMON = re.compile("[ -~\n\r。、，]")
COMMON_PER = 200
"""A text in UTF-16 has more than one common character in so many, even in Thai; read in the wrong byte order it has none."""
UNLIKELY = re.compile("[\x00-\x08\x0e-\x1a\x7f-\x9f\ue000-\uf8ff\ufdd0-\ufdef\ufffd-\uffff\udcff]")
STRANGE_PER = 50
"""Of random bytes one in eight is such a character when read as UTF-16; a text has at most an odd one at its end."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Hold a text, the encoding it was in, and how many of its bytes were in no encoding and became U+FFFD."""

    text: str
    encoding: str
    replaced: int = 0


def decode(data: bytes) -> Decoded:
    """Find the encoding of a text and decode it; never fails."""
    return _by_mark(data) or _escaped(data) or _utf8(data) or _utf16(data) or _mostly_utf8(data) or _guessed(data)


def decode_said(data: bytes, charset: str) -> Decoded:
    """Decode a text that a server sent and named an encoding of, or none: believed where each byte is in it and the bytes do not tell.

    Many a server calls everything ISO-8859-1, and valid UTF-8 is that by no accident.
    """
    found = _by_mark(data) or _escaped(data) or _utf8(data)
    if found is None and charset:
        try:
            said = decode_as(data, charset)
        except (LookupError, UnicodeError):
            return decode(data)
        found = None if said.replaced else said
    return found or decode(data)


def decode_as(data: bytes, encoding: str) -> Decoded:
    """Decode a text in the encoding that somebody named; raises LookupError where there is none of that name.

    A byte order mark of that encoding is not part of the text.
    """
    if "\0" in encoding:
        raise LookupError(encoding)
    name = codecs.lookup(encoding).name
    if name in OF_NO_FILE or not codecs.lookup(name)._is_text_encoding:  # noqa: SLF001 - "rot13" is a codec too; bytes.decode asks the same
        raise LookupError(encoding)
    for mark, marked in BYTE_ORDER_MARKS:
        if data.startswith(mark) and name in (marked, marked.rpartition("-")[0]):
            return _marked(data[len(mark) :], marked)
    return _marked(data, WESTERN if name in NEVER_MEANT else name)


def _marked(data: bytes, encoding: str) -> Decoded:
    """Decode with one U+FFFD for each run of bad bytes."""
    text = data.decode(encoding, "rewritediff-mark")
    bad = text.count(MARK)
    return Decoded(_once(text, MARK).replace(MARK, REPLACEMENT) if bad else text, encoding, bad)


def _once(text: str, character: str) -> str:
    """Write each run of a character as one; a pattern takes 2 GB for 20 million runs, and each pass here halves the longest."""
    while character * 2 in text:
        text = text.replace(character * 2, character)
    return text


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            decoded = _marked(data[len(mark) :], encoding)
            # FF FE 00 00 may also be UTF-16 that begins with a NUL: then nearly every four bytes are no UTF-32
            if encoding.startswith("utf-32") and decoded.replaced * 2 > len(data):
                continue
            return decoded
    return None


def _escaped(data: bytes) -> Decoded | None:
    if not ESCAPES.search(data):
        return None
    # the Japanese decoder takes Korean for valid, and gives gibberish
    names = ("iso2022_kr",) if b"\x1b$)C" in data else JAPANESE
    return next((found for encoding in names if (found := _strictly(data, encoding))), None)


def _strictly(data: bytes, encoding: str, errors: str = "strict") -> Decoded | None:
    try:
        return Decoded(data.decode(encoding, errors), encoding)
    except UnicodeDecodeError:
        return None


def _utf8(data: bytes) -> Decoded | None:
    found = _strictly(data, "utf-8")
    # NULs are valid UTF-8 too, so that English in UTF-16 passes for it
    return None if found and b"\0" in data and _utf16(data) else found


def _utf16(data: bytes) -> Decoded | None:
    """Take the byte order in which more common characters appear, if the text is one then."""
    sample = data[:SAMPLE]
    if not UTF16_BYTES.search(data) or len(ASCII.findall(sample)) > ASCII_SHARE * len(sample):
        return None
    order = max(("utf-16-le", "utf-16-be"), key=lambda one: len(COMMON.findall(sample.decode(one, "replace"))))
    text = sample.decode(order, "rewritediff-mark")
    common, strange = len(COMMON.findall(text)), len(UNLIKELY.findall(text))
    return _marked(data, order) if common * COMMON_PER > len(text) and strange * STRANGE_PER <= len(text) else None


def _mostly_utf8(data: bytes) -> Decoded | None:
    # some programs write each half of a surrogate pair as a character of its own
    halves = _strictly(data, "utf-8", "surrogatepass")
    if halves:
        text = halves.text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return Decoded(text, "utf-8", 3 * (text.count(REPLACEMENT) - halves.text.count(REPLACEMENT)))
    # without marks at first: they take 13 s for 64 MB of which every third byte is bad
    text = _once(data.decode("utf-8", "replace"), REPLACEMENT)
    places = text.count(REPLACEMENT)
    good = len(text) - len(text.encode("ascii", "ignore")) - places
    return _marked(data, "utf-8") if good >= GOOD_PER_BAD * places else None


def _guessed(data: bytes) -> Decoded:
    # imported here: it takes 15 ms, and most texts are valid UTF-8
    import chardet

    # what comes before the first byte above 127 says nothing, however long it is
    first = re.search(rb"[\x80-\xff]", data)
    start = max(0, first.start() - 1000) if first else 0
    sample = data[start : start + SAMPLE]
    guess = chardet.detect(sample, compat_names=False)
    if guess["confidence"] < UNSURE:
        guess = chardet.detect(sample, encoding_era=chardet.EncodingEra.MODERN_WEB, compat_names=False)
    name = (guess["encoding"] or WESTERN).lower()
    try:
        found = _marked(data, WESTERN if name in NEVER_MEANT else name)
    except LookupError:  # a name that Python has no decoder for
        return _marked(data, WESTERN)
    return _marked(data, WESTERN) if _mixes_alphabets(found.text[:SAMPLE]) else found


def _mixes_alphabets(text: str) -> bool:
    """Tell whether a text is one of Latin letters read wrongly: "GrьЯe" is "Grüße", as no Russian writes it.

    Every other foreign letter touches a Latin one, or of eight runs of foreign letters one stands between Latin ones.
    """
    touching = 0 < len(FOREIGN.findall(text)) <= 2 * len(TOUCHING.findall(text))
    return touching or 0 < len(FOREIGN_RUN.findall(text)) <= 8 * len(ENCLOSED.findall(text))
