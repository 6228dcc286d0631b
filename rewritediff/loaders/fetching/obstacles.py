"""Why a page on the web is not fetched, or could not be, as values; the words for them stand in `fetch_messages`."""

from __future__ import annotations

from enum import Enum


class Obstacle(Enum):
    """Say what is in the way."""

    NOT_AN_ADDRESS = "not-an-address"
    SCHEME = "scheme"
    """It begins with something else than http and https."""
    CREDENTIALS = "credentials"
    """A name or a password stands in the address."""
    PRIVATE = "private"
    """It leads, by name or by number, at once or on the way, to a computer that is not on the open internet."""
    PORT = "port"
    NAME = "name"
    """No computer is found under the name."""
    CONNECTION = "connection"
    CERTIFICATE = "certificate"
    """It cannot prove that it is the site that it says it is."""
    SECURITY = "security"
    """No encrypted connection could be agreed on."""
    STATUS = "status"
    """The site answered with the value `status`, which is not 200."""
    MISSING = "missing"
    REFUSED = "refused"
    """The site wants to know who asks, or lets nobody in."""
    BUSY = "busy"
    FAULTY = "faulty"
    """The site says that it has broken down; the value `status`."""
    REDIRECTS = "redirects"
    """It leads from address to address, in a circle or too often."""
    UNENCRYPTED = "unencrypted"
    """It leads from an encrypted to an unencrypted address."""
    TYPE = "type"
    """It is of the media type `type`, in which no article is expected."""
    TOO_LARGE = "too-large"
    """It has more than `limit` megabytes."""
    TOO_SLOW = "too-slow"
    """It was not there within `seconds`."""
    BROKEN_OFF = "broken-off"
    EMPTY = "empty"


class NotFetchedError(Exception):
    """Say that a page is not fetched, or could not be."""

    def __init__(self, obstacle: Obstacle, *values: tuple[str, str | int]) -> None:
        super().__init__(obstacle, *values)
        self.obstacle = obstacle
        self.values = values
