"""What a worker is asked and what it answers, as frames.

An answer is not trusted: its sizes, types and names are checked before it becomes an Article or a LoadError, so that a worker which a
document has taken over can give a wrong text but no surprise. Where the text came from is not asked of the worker at all.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from itertools import accumulate, pairwise

from rewritediff.core.values import Article, Block, Notice, Role
from rewritediff.loaders.formats import Format
from rewritediff.loaders.guarding.frames import Frame
from rewritediff.loaders.options import Tracked, options_of
from rewritediff.loaders.parts import Part, Repair
from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reasons import Reason, Values
from rewritediff.loaders.source import Source

MAX_ANSWER = 128 * 1024 * 1024
"""Bytes of an answered article; the largest document that is read has 64 MB, and text grows by half in UTF-8 at most."""
MAX_BLOCKS = 1_000_000
"""A block takes 100 bytes beside its text. The tables of a Word document of 64 MB of XML have about 600,000 cells."""
MAX_NOTICES = 500
MAX_VALUE = 10_000
"""Characters of a word in a notice or a problem; addresses are the longest, and have 8,000 at most (`addresses.LONGEST`)."""
MAX_COUNT = 2**53

ROLES = tuple(Role)
KNOWN: Mapping[str, frozenset[str]] = {
    "kind": frozenset(form.value for form in Format),
    "shown": frozenset(shown.value for shown in Tracked),
}
"""Values that must be one of those that there are words for."""
PARTS, REPAIRS = (frozenset(known.value for known in kind) for kind in (Part, Repair))
WHAT: Mapping[str, frozenset[str]] = {"left-out": PARTS, "kept": PARTS, "repaired": REPAIRS}
"""Which of them `what` must be, by the notice."""
COUNTS = ("count", "pages", "insertions", "deletions", "seconds", "limit")
NEEDED: Mapping[str, tuple[str, ...]] = {
    "read-as": ("kind",),
    "left-out": ("what", "count"),
    "kept": ("what", "count"),
    "repaired": ("what", "count"),
    "tracked-changes": ("insertions", "deletions", "shown"),
    "pages-without-text": ("count", "pages"),
}
"""The values without which a notice cannot be worded."""


class AnswerError(Exception):
    """Say that an answer is not one that a reader could have given."""


def request_of(form: Format, source: Source) -> Frame:
    """Ask for a document to be read."""
    return Frame({"format": form.value, "name": source.name, "options": source.options.record()}, source.data)


def asked(frame: Frame) -> tuple[Format, Source]:
    """Read what `request_of` gave; what the program asks is trusted."""
    header = frame.header
    options = header["options"]
    return Format(header["format"]), Source(
        bytes(frame.body), str(header["name"]), options_of(options if isinstance(options, dict) else {})
    )


def answer_of(article: Article, name: str) -> Frame:
    """Answer with an article; LoadError where it is larger than what is taken."""
    blocks = article.blocks
    if len(blocks) > MAX_BLOCKS:
        raise LoadError(name, Reason.TOO_COMPLEX)
    body = array("I", (len(block.text) for block in blocks)).tobytes()
    numbers = {role: number for number, role in enumerate(ROLES)}
    body += bytes(numbers[block.role] for block in blocks)
    body += "".join([*(block.text for block in blocks), article.title]).encode()
    if len(body) > MAX_ANSWER:
        raise LoadError(name, Reason.TOO_HEAVY)
    notices = [[notice.code, notice.values] for notice in article.notices]
    return Frame({"blocks": len(blocks), "title": len(article.title), "notices": notices}, body)


def refusal_of(error: LoadError, *, over: bool = False) -> Frame:
    """Answer with a problem; `over` says that the worker ends itself after it."""
    return Frame({"reason": error.reason.value, "values": error.values, "over": over})


def read_answer(frame: Frame, name: str) -> Article:
    """Make the article that was answered for the document of this name, or raise the LoadError; AnswerError for anything else."""
    if "reason" in frame.header:
        raise _problem(frame.header, name)
    count, title_size = (_count(frame.header.get(key)) for key in ("blocks", "title"))
    if not 0 < count <= MAX_BLOCKS or 5 * count > len(frame.body):
        raise AnswerError("a number of blocks that cannot be")
    lengths = array("I")
    lengths.frombytes(frame.body[: 4 * count])
    roles = frame.body[4 * count : 5 * count]
    try:
        text = str(memoryview(frame.body)[5 * count :], "utf-8")
    except UnicodeDecodeError as error:
        raise AnswerError("no UTF-8") from error
    ends = [*accumulate(lengths, initial=0)]
    if ends[-1] + title_size != len(text) or max(roles) >= len(ROLES):
        raise AnswerError("lengths or roles that cannot be")
    blocks = tuple(Block(ROLES[role], text[start:end]) for role, (start, end) in zip(roles, pairwise(ends), strict=True))
    return Article(blocks, text[ends[-1] :], name, _notices(frame.header.get("notices")))


def _problem(header: Mapping[str, object], name: str) -> LoadError:
    try:
        problem = LoadError(name, Reason(header["reason"]), _values(header.get("values")))
        str(problem)
    except (ValueError, KeyError, TypeError) as error:  # no such reason, or a value is missing that its words need
        raise AnswerError("a reason that cannot be") from error
    return problem


def _notices(found: object) -> tuple[Notice, ...]:
    if not isinstance(found, list) or len(found) > MAX_NOTICES:
        raise AnswerError("no list of notices")
    return tuple(_notice(entry) for entry in found)


def _notice(entry: object) -> Notice:
    if not isinstance(entry, list) or len(entry) != 2:
        raise AnswerError("no notice")
    code, values = _word(entry[0]), _values(entry[1])
    if not {key for key, _ in values}.issuperset(NEEDED.get(code, ())):
        raise AnswerError("a notice that lacks a value")
    if code in WHAT and dict(values)["what"] not in WHAT[code]:
        raise AnswerError("a part that there are no words for")
    return Notice(code, values)


def _values(found: object) -> Values:
    if not isinstance(found, list) or not all(isinstance(pair, list) and len(pair) == 2 for pair in found):
        raise AnswerError("no list of values")
    return tuple(_pairs(found))


def _pairs(found: Iterable[tuple[object, object]]) -> Iterable[tuple[str, str | int]]:
    for key, value in found:
        name = _word(key)
        if name in COUNTS or (type(value) is int and name not in KNOWN):
            yield name, _count(value)
        elif (word := _word(value)) in KNOWN.get(name, (word,)):
            yield name, word
        else:
            raise AnswerError("a value that there are no words for")


def _count(value: object) -> int:
    # True is an int too
    if type(value) is not int or not 0 <= value <= MAX_COUNT:
        raise AnswerError("no count")
    return value


def _word(value: object) -> str:
    if not isinstance(value, str) or len(value) > MAX_VALUE or _has_halves(value):
        raise AnswerError("no word")
    return value


def _has_halves(value: str) -> bool:
    """Tell whether a word holds halves of characters, which JSON can name and no file can hold."""
    return any("\ud800" <= character <= "\udfff" for character in value)
