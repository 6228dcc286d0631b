"""Shortcuts to web pages, of Windows (.url) and macOS (.webloc) -> a LoadError that names the address; nothing is fetched here.

Only a shortcut that names one public page may be followed, and only after a person has seen where it leads: the values of
Reason.LINK are `address`, as it is shown, and `link`, as it is fetched.
"""

from __future__ import annotations

import plistlib
import re
import struct
from itertools import pairwise
from typing import NoReturn

from rewritediff.core.values import Article
from rewritediff.loaders.encoding import decode
from rewritediff.loaders.fetching.addresses import address_of, shown_address
from rewritediff.loaders.fetching.obstacles import NotFetchedError
from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reasons import Reason
from rewritediff.loaders.source import Source
from rewritediff.loaders.xml import Element, local, parse_xml

LARGEST = 1_000_000
"""Bytes; a shortcut with a picture in it has 100,000."""
SECTION = re.compile(r"\[(?P<name>[^\]]*)\]")
URL_LINE = re.compile(r"url\s*=\s*(?P<address>.*)", re.IGNORECASE)
BROKEN_PLIST = (plistlib.InvalidFileException, ArithmeticError, LookupError, RecursionError, TypeError, ValueError, struct.error)
"""What Python's reader raises on bytes that are no property list; it recurses, and stops at 1,000 levels."""


def read_shortcut(source: Source) -> Article:
    """Raise LoadError: with Reason.LINK where it leads to a public page, else with what is wrong."""
    if len(source.data) > LARGEST:
        raise LoadError(source.name, Reason.DAMAGED)
    named = list(dict.fromkeys(address.strip() for address in _addresses(source) if address.strip()))
    if not named:
        raise LoadError(source.name, Reason.DAMAGED)
    if len(named) > 1:
        _refuse(source, " / ".join(map(shown_address, named[:2])))
    try:
        address = address_of(named[0])
    except NotFetchedError:
        _refuse(source, shown_address(named[0]))
    raise LoadError(source.name, Reason.LINK, (("address", address.shown), ("link", str(address))))


def _refuse(source: Source, shown: str) -> NoReturn:
    raise LoadError(source.name, Reason.BAD_LINK, (("address", shown),))


def _addresses(source: Source) -> list[str]:
    if source.data.startswith(b"bplist"):
        return _of_binary_plist(source)
    text = decode(source.data).text
    return _of_plist(parse_xml(source.data, source.name, "plist")) if text.lstrip("\ufeff \t\r\n").startswith("<") else _of_ini(text)


def _of_ini(text: str) -> list[str]:
    """Collect the URL lines of [InternetShortcut]; the section of that name and .W repeats them in UTF-7 and is left alone."""
    found, inside = [], False
    for line in map(str.strip, re.split("[\r\n]+", text)):
        if section := SECTION.match(line):
            inside = section["name"].strip().lower() == "internetshortcut"
        elif inside and (named := URL_LINE.match(line)):
            found.append(named["address"])
    return found


def _of_plist(root: Element) -> list[str]:
    """Collect what stands behind the keys called URL of the outermost dictionary."""
    outermost = next((child for child in root if local(child) == "dict"), None)
    entries = [] if outermost is None else list(outermost)
    return [value.text or "" for key, value in pairwise(entries) if (local(key), key.text, local(value)) == ("key", "URL", "string")]


def _of_binary_plist(source: Source) -> list[str]:
    try:
        found = plistlib.loads(source.data, fmt=plistlib.FMT_BINARY)
    except BROKEN_PLIST as error:
        raise LoadError(source.name, Reason.DAMAGED) from error
    address = found.get("URL") if isinstance(found, dict) else None
    return [address] if isinstance(address, str) else []
