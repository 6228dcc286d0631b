"""Packed bodies of web pages -> bytes, never more than asked for: 10 kB of zeros unpack to 10 MB, and a page may lie about its size."""

from __future__ import annotations

import zlib

from rewritediff.loaders.fetching.obstacles import NotFetchedError, Obstacle

UNPACKED = ("", "identity")
GZIP = ("gzip", "x-gzip")
DEFLATE = "deflate"
ACCEPTED = "gzip, deflate"
"""What servers are told; zlib unpacks both."""
MAX_MEMBERS = 1_000
"""Packed bodies behind each other; a server sends one. What is behind each is copied: 500,000 empty ones in 10 MB would take hours."""


def inflated(body: bytes, coding: str, most: int) -> bytes:
    """Unpack a body; NotFetchedError where it is larger than `most` bytes, cut short, broken, or packed in another way."""
    coding = coding.strip().lower()
    if coding in UNPACKED or not body:
        return body
    if coding in GZIP:
        return _unpacked(body, zlib.MAX_WBITS | 16, most)
    if coding == DEFLATE:
        # some servers leave the two bytes of zlib's head out
        has_head = body[0] & 0x0F == 8 and int.from_bytes(body[:2]) % 31 == 0
        return _unpacked(body, zlib.MAX_WBITS if has_head else -zlib.MAX_WBITS, most)
    raise NotFetchedError(Obstacle.TYPE, ("type", coding[:40]))


def _unpacked(body: bytes, window: int, most: int) -> bytes:
    """Unpack all members of a body; what stands behind the last one and is none is left alone, as browsers do."""
    whole = bytearray()
    members = 0
    while body:
        members += 1
        member = zlib.decompressobj(window)
        try:
            whole += member.decompress(body, most + 1 - len(whole))
        except zlib.error as error:
            if whole:
                break
            raise NotFetchedError(Obstacle.BROKEN_OFF) from error
        if len(whole) > most or members > MAX_MEMBERS:
            raise NotFetchedError(Obstacle.TOO_LARGE, ("limit", most // 1_000_000))
        if not member.eof:
            raise NotFetchedError(Obstacle.BROKEN_OFF)
        body = member.unused_data if window > zlib.MAX_WBITS else b""
    return bytes(whole)
