"""Addresses of web pages: read strictly, judged, written in one way, and shown so that nobody is led astray. Fetches nothing.

"HTTPS://Müller.example:443/a b#c" -> https, xn--mller-kva.example, 443, /a%20b. Where a text can be read in two ways, as browsers and
libraries do with backslashes and line breaks, it is no address.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from rewritediff.loaders.fetching.hosts import IPAddress, ascii_host, is_public, literal, readable_host
from rewritediff.loaders.fetching.obstacles import NotFetchedError, Obstacle

SCHEMES = {"http": 80, "https": 443}
PORTS = frozenset({80, 443, 8080, 8443})
"""Ports where pages are; behind others stand mail servers, databases and printers."""
LONGEST = 8_000
"""Characters; servers refuse longer ones, and a tracking address has 2,000 at most."""
SHOWN = 120
"""Characters of an address that a person is shown."""
PLAIN = "-._~!$&'()*+,;=:@/?%"
"""What stands in a path or a query as it is."""
AMBIGUOUS = re.compile(r"[\\\x00-\x1f\x7f-\x9f]")
CREDENTIALS = re.compile(r"((?:[a-z][a-z0-9+.-]*:)?[/\\]{2,}|https?:[/\\]*)[^/\\?#]*@", re.IGNORECASE)
"""Up to where a name and a password end."""
ENCODED = re.compile("(?:%[89A-Fa-f][0-9A-Fa-f])+")


@dataclass(frozen=True, slots=True)
class Reach:
    """Say which computers and which of their ports may be asked; the program knows PUBLIC only."""

    allows: Callable[[IPAddress], bool] = is_public
    ports: frozenset[int] = PORTS
    authority: str = ""
    """Path of a certificate that is trusted beside the system's."""


PUBLIC = Reach()


@dataclass(frozen=True, slots=True)
class Address:
    """Hold the address of a web page, all in ASCII."""

    scheme: str
    host: str
    """Without the brackets of IPv6."""
    port: int
    target: str
    """Path and query."""

    def __str__(self) -> str:
        return f"{self.scheme}://{self._place(self.host)}{self.target}"

    @property
    def shown(self) -> str:
        """Write it for a person: letters where they deceive nobody, and never more than SHOWN characters beside the host."""
        place = self._place(readable_host(self.host))
        return f"{self.scheme}://{place}{shortened(ENCODED.sub(_readable, self.target), max(SHOWN - len(place), SHOWN // 3))}"

    def _place(self, host: str) -> str:
        bracketed = f"[{host}]" if ":" in host else host
        return bracketed if self.port == SCHEMES[self.scheme] else f"{bracketed}:{self.port}"


def address_of(text: str, reach: Reach = PUBLIC) -> Address:
    """Read the address of a public web page; raises NotFetchedError for everything else."""
    text = text.strip()
    if not text or len(text) > LONGEST or AMBIGUOUS.search(text):
        raise NotFetchedError(Obstacle.NOT_AN_ADDRESS)
    try:
        split = urlsplit(text)
        port = split.port
    except ValueError as error:
        raise NotFetchedError(Obstacle.NOT_AN_ADDRESS) from error
    if split.scheme not in SCHEMES:
        raise NotFetchedError(Obstacle.SCHEME if split.scheme else Obstacle.NOT_AN_ADDRESS)
    if "@" in split.netloc:
        raise NotFetchedError(Obstacle.CREDENTIALS)
    host = _host(split, reach)
    port = SCHEMES[split.scheme] if port is None else port
    if port not in reach.ports:
        raise NotFetchedError(Obstacle.PORT)
    query = f"?{_quoted(split.query)}" if split.query else ""
    return Address(split.scheme, host, port, (_quoted(split.path) or "/") + query)


def looks_like_address(text: str) -> bool:
    """Tell whether a person meant a web page with what stands where a file's name could stand."""
    return text.strip().lower().startswith(("http://", "https://"))


def redirected(address: Address, location: str, reach: Reach = PUBLIC) -> Address:
    """Follow a server's reference, relative ones too."""
    try:
        return address_of(urljoin(str(address), location.strip()), reach)
    except ValueError as error:
        raise NotFetchedError(Obstacle.NOT_AN_ADDRESS) from error


def shown_address(text: str) -> str:
    r"""Write any text that stands where an address should: one line, no steering characters, no password, SHOWN characters at most."""
    said = text[: 2 * LONGEST].strip()
    if named := CREDENTIALS.match(said):
        said = f"{named[1]}…@{said[named.end() :]}"
    return shortened("".join(map(_visible, said)), SHOWN)


def shortened(text: str, most: int) -> str:
    """Cut the middle out of a long text: both ends tell more."""
    if len(text) <= most:
        return text
    end = most // 3
    return f"{text[: most - end - 1]}…{text[-end:]}"


def _host(split: SplitResult, reach: Reach) -> str:
    host = ascii_host(split.hostname or "")
    if host is None:
        raise NotFetchedError(Obstacle.NOT_AN_ADDRESS)
    try:
        number = literal(host)
    except ValueError as error:
        raise NotFetchedError(Obstacle.NOT_AN_ADDRESS) from error
    if number is None:
        return host if is_public_name(host) else _refuse_private()
    return str(number) if reach.allows(number) else _refuse_private()


def _refuse_private() -> str:
    raise NotFetchedError(Obstacle.PRIVATE)


NEARBY = frozenset({"localhost", "local", "localdomain", "internal", "intranet", "lan", "home", "corp", "private", "onion"})
"""Last parts of names that mean a computer in the house, or none that could be asked here."""


def is_public_name(host: str) -> bool:
    """Tell whether a host's name may stand for a computer on the open internet; a name without a dot is one in the house."""
    parts = host.removesuffix(".").split(".")
    return len(parts) > 1 and parts[-1] not in NEARBY and parts[-2:] != ["home", "arpa"]


def _quoted(text: str) -> str:
    """Encode what may not stand in an address, and a percent sign that encodes nothing."""
    return re.sub("%(?![0-9A-Fa-f]{2})", "%25", quote(text, safe=PLAIN, errors="replace"))


def _readable(encoded: re.Match[str]) -> str:
    """Show letters as letters: "%C3%BC" -> "ü"; what is no letter stays encoded."""
    try:
        text = bytes.fromhex(encoded[0].replace("%", "")).decode()
    except UnicodeDecodeError:
        return encoded[0]
    return text if all(unicodedata.category(character)[0] in "LN" for character in text) else encoded[0]


def _visible(character: str) -> str:
    if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"):
        return character.encode("unicode_escape").decode("ascii")
    return " " if character.isspace() else character
