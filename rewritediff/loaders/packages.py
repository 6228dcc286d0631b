"""Zip packages (docx, odt, epub): named parts read one by one, with caps; nothing is ever unpacked to disk.

Names are keys and never paths, so that "../" leads nowhere. What the directory says of a part's size is not believed.
"""

from __future__ import annotations

import zipfile
import zlib
from collections import Counter
from io import BytesIO

from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reasons import Reason

MAX_PART = 64 * 1024 * 1024
"""Bytes of one unpacked part; the largest text part of 194 real documents has 23 million."""
MAX_RATIO = 200
"""Unpacked bytes for each packed one; XML of real documents packs 5 to 40 times."""
RATIO_FROM = 4 * 1024 * 1024
"""Bytes from which the ratio is asked: a small part of blanks harms nobody."""
MAX_PARTS = 5_000
MAX_TOTAL = 256 * 1024 * 1024
"""Bytes of all parts read from one package: a book of a thousand chapters of 64 MB each is a bomb too."""
ENCRYPTED = 0x1


class Package:
    """Read named parts of a zip; raises LoadError with the document's name where it cannot or must not."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._size = len(data)
        self._read = 0
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, OSError) as error:
            raise LoadError(name, Reason.DAMAGED) from error
        entries = self._zip.infolist()
        if len(entries) > MAX_PARTS:
            raise LoadError(name, Reason.TOO_COMPLEX)
        counts = Counter(entry.filename for entry in entries)
        self._entries = {entry.filename: entry for entry in entries}
        self._doubled = {filename for filename, count in counts.items() if count > 1}

    def __contains__(self, part: str) -> bool:
        return part in self._entries

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._entries)

    def read(self, part: str) -> bytes:
        """Unpack a part; LoadError where it is missing, there twice, encrypted, damaged or blown up."""
        entry = self._entries.get(part)
        asked = self._entries.values() if entry is None else (entry,)
        if any(each.flag_bits & ENCRYPTED for each in asked):
            raise LoadError(self._name, Reason.LOCKED)
        if entry is None or part in self._doubled:
            raise LoadError(self._name, Reason.DAMAGED)
        try:
            with self._zip.open(entry) as stream:
                content = stream.read(MAX_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
            raise LoadError(self._name, Reason.DAMAGED) from error
        self._read += len(content)
        blown = len(content) > RATIO_FROM and len(content) > MAX_RATIO * max(1, entry.compress_size, self._size // 1000)
        if len(content) > MAX_PART or self._read > MAX_TOTAL or blown:
            raise LoadError(self._name, Reason.OVERBLOWN)
        return content

    def read_if_there(self, part: str) -> bytes | None:
        """Unpack a part that a document may lack."""
        return self.read(part) if part in self._entries else None
