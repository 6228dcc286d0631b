"""Hosts of web addresses: names in ASCII, numbers in any spelling, which of them are public, and which names could deceive a reader.

Names are encoded as browsers do it today (UTS 46, non-transitional): "straße.example" is not "strasse.example", as Python's own codec
would have it.
"""

from __future__ import annotations

import re
import unicodedata
from ipaddress import AddressValueError, IPv4Address, IPv6Address, IPv6Network

IPAddress = IPv4Address | IPv6Address

LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
NUMBER = re.compile("0x[0-9a-f]*|[0-9]+")
DOTS = re.compile("[。．｡]")
LONGEST_NAME, LONGEST_SHOWN = 253, 80
GLOBAL = (IPv6Network("2000::/3"), IPv6Network("64:ff9b::/96"))
"""What is handed out to the open internet, and where a network translates the old numbers of it (NAT64). Python also calls global what
is in nobody's hands yet, and what was once meant for a site of its own (fec0::/10)."""
NAT64 = GLOBAL[1]

ALPHABETS = {"CJK": "EAST", "HIRAGANA": "EAST", "KATAKANA": "EAST", "HANGUL": "EAST", "BOPOMOFO": "EAST", "KATAKANA-HIRAGANA": "EAST"}
"""Alphabets that are written mixed and look like no other."""


def ascii_host(host: str) -> str | None:
    """Write a host in small ASCII letters, or give None where it can be no host; IPv6 comes without brackets."""
    if ":" in host:
        return host
    folded = DOTS.sub(".", unicodedata.normalize("NFKC", host.lower())).lower()
    labels = [_ascii_label(label) for label in folded.removesuffix(".").split(".")]
    encoded = ".".join(label or "" for label in labels)
    return encoded if all(labels) and len(encoded) <= LONGEST_NAME else None


def literal(host: str) -> IPAddress | None:
    """Read a host that is a number, as browsers do: 127.1, 0x7f000001, 2130706433, 0177.0.0.1; ValueError where it is a wrong one."""
    if ":" in host:
        return IPv6Address(host) if "%" not in host else _wrong(host)
    parts = host.split(".")
    if not NUMBER.fullmatch(parts[-1]):
        return None
    if len(parts) > 4 or not all(NUMBER.fullmatch(part) for part in parts):
        return _wrong(host)
    *heads, last = map(_number, parts)
    if any(head > 255 for head in heads) or last >= 256 ** (4 - len(heads)):
        return _wrong(host)
    return IPv4Address(sum(head << 8 * (3 - place) for place, head in enumerate(heads)) + last)


def is_public(number: IPAddress) -> bool:
    """Tell whether a number is of a computer on the open internet; so must be the one that it stands for, where it embeds one."""
    if isinstance(number, IPv6Address) and number.ipv4_mapped is not None:
        return is_public(number.ipv4_mapped)
    if isinstance(number, IPv6Address) and not any(number in network for network in GLOBAL):
        return False
    return number.is_global and not number.is_multicast and all(map(is_public, embedded(number)))


def embedded(number: IPAddress) -> tuple[IPv4Address, ...]:
    """Give the IPv4 numbers that a global IPv6 number leads to: 6to4, Teredo, NAT64."""
    if isinstance(number, IPv4Address):
        return ()
    found = [number.sixtofour, *(number.teredo or ())]
    if number in NAT64:
        found.append(IPv4Address(int(number) & 0xFFFFFFFF))
    return tuple(each for each in found if each is not None)


def readable_host(host: str) -> str:
    """Show a name in its own letters, where all of them, to the last part, are of one alphabet; shortened where it is very long."""
    try:
        decoded = ".".join(_decoded_label(label) for label in host.split("."))
    except (UnicodeError, ValueError):
        decoded = host
    shown = decoded if len(alphabets(decoded)) <= 1 and ascii_host(decoded) == host else host
    # who owns a host stands at its end: "bank.example.a.b.c.thief.example"
    return shown if len(shown) <= LONGEST_SHOWN else f"{shown[: LONGEST_SHOWN // 4]}…{shown[-LONGEST_SHOWN // 2 :]}"


def alphabets(text: str) -> frozenset[str]:
    """Name the alphabets of a text's letters by the first word of their Unicode names."""
    names = (unicodedata.name(character, "UNKNOWN").split()[0] for character in text if character.isalpha())
    return frozenset(ALPHABETS.get(name, name) for name in names)


def _ascii_label(label: str) -> str | None:
    if label.isascii():
        return label if LABEL.fullmatch(label) else None
    if not all(character == "-" or unicodedata.category(character)[0] in "LMN" for character in label):
        return None
    encoded = f"xn--{label.encode('punycode').decode('ascii')}"
    return encoded if LABEL.fullmatch(encoded) else None


def _decoded_label(label: str) -> str:
    return label[4:].encode("ascii").decode("punycode") if label.startswith("xn--") else label


def _number(part: str) -> int:
    if part.startswith("0x"):
        return int(part[2:] or "0", 16)
    return int(part, 8 if len(part) > 1 and part.startswith("0") else 10)


def _wrong(host: str) -> IPAddress:
    raise AddressValueError(host)
