"""What must stand letter by letter: code, paths, addresses, flags, part and version numbers, constants, labels of buttons, sections.

Found in the text of each sentence, not in its words, which are cut at signs: "--dry-run", "AB-1234", "https://a.org/b?c=1", "v2.0.1".
Compared as they are written but for typography; references to sections ("section 3.2", "§ 12") are weaker, as texts are renumbered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import regex

from rewritediff.core.facts.observation import LONGEST, Observation
from rewritediff.core.facts.reading import Context, FactWord, PassagePair, Reading
from rewritediff.core.facts.tables import Tables, folded_words
from rewritediff.core.values import FindingKind, Sides, Span, Strength

TABLE = "literals"
NEAR = frozenset('`@/\\_-‑=#"“”„«»§~')
"""Signs that a literal has beside its words, or inside."""
TYPOGRAPHY = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("’‘", "'") | {"\u00a0": " ", "\u202f": " "})

FILES = (
    "json|ya?ml|toml|ini|cfg|conf|py|js|ts|cpp|java|rs|sh|bat|exe|dll|txt|csv|xml|html?|pdf|docx?|xlsx?|zip|gz|log|md|sql|php|css|png|jpe?g"
)
FOUND = regex.compile(
    r"(?P<url>(?:(?:https?|ftp)://|www\.)[^\s<>\"“”»]*[\p{L}\p{N}/])"
    r"|(?P<mail>[\p{L}\p{N}._+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)"
    r"|(?<![\p{L}\p{N}/.])(?P<path>(?:~|\.{1,2}|[A-Za-z]:)?[/\\](?:[\p{L}\p{N}._-]+[/\\])+[\p{L}\p{N}._-]*[\p{L}\p{N}]"
    r"|(?:~|\.{1,2}|[A-Za-z]:)[/\\][\p{L}\p{N}._-]*[\p{L}\p{N}])"
    r"|(?<![\p{L}\p{N}-])(?P<flag>--[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9](?:=[^\s,;)]*[^\s,;.)])?|(?<=\s)-[A-Za-z](?=[\s,.;)]|$))"
    r"|(?<![\p{L}\p{N}_])(?P<name>[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+|[a-z]{2,}(?:[A-Z][a-z0-9]+)+|[A-Za-z_][A-Za-z0-9_.]*(?=\(\)))"
    rf"|(?<![\p{{L}}\p{{N}}.])(?P<file>[A-Za-z0-9_-]+\.(?:{FILES}))(?![\p{{L}}\p{{N}}])"
    r"|(?<![\p{L}\p{N}])(?P<hex>0x[0-9A-Fa-f]+)(?![\p{L}\p{N}])"
    r"|(?<![\p{L}\p{N}.,-])(?!\d{1,2}\.\d{1,2}\.\d{2}|\d{1,3}(?:\.\d{3})+\b)"  # no dates, and no thousands
    r"(?P<version>[vV]\d+(?:\.\d+)*|\d+\.\d+\.\d+(?:\.\d+)?(?:-[A-Za-z0-9.]*[A-Za-z0-9])?)(?![\p{L}\p{N}]|[.,:-]\p{N})"
    r"|(?<![\p{L}\p{N}-])(?!COVID|Covid)(?P<part>\p{Lu}+\p{N}*(?:[-‑–][\p{L}\p{N}]{1,8})*[-‑–]\p{N}[\p{L}\p{N}]*(?:[-‑–][\p{L}\p{N}]{1,8})*"
    r"|\p{Lu}{1,4}\p{N}{2,}\p{L}?)(?![\p{L}\p{N}])"
)
"""Every literal but labels and references, by kind."""
CODE = regex.compile(r"`([^`\n]{1,80})`")
LABEL = regex.compile(r"[\"“„«]\s?(\p{Lu}[^\"“”„«»\n.,!?]{0,40}?)\s?[\"”“»]")


class Literal(NamedTuple):
    """Hold one literal of a passage."""

    kind: str
    key: str
    start: int
    end: int


def finder(context: Context) -> Callable[[PassagePair], Iterable[Observation]]:
    """Make the finder of changed literals for two texts."""
    references = context.tables.map(_reference)
    labelled = context.tables.map(lambda tables: tables[TABLE].words("labelled"))
    texts = context.documents.map(lambda document: document.text)

    def find(pair: PassagePair) -> Iterable[Observation]:
        concerned = [_concerned(*side) for side in zip(pair.sides, pair.changed, strict=True)]
        if not any(concerned):
            return ()
        found = [list(_literals(*side)) for side in zip(pair.sides, concerned, references, labelled, strict=True)]
        return _observed(pair, Sides(*found), texts, context.forms)

    return find


def _reference(tables: Tables) -> regex.Pattern[str]:
    """Make the pattern of references: a name of the table or a sign, and a number or a letter."""
    names = "|".join(regex.escape(" ".join(name)) for name in sorted(tables[TABLE].phrases("references"), reverse=True))
    named = rf"|(?<![\p{{L}}\p{{N}}])(?i:{names})\.?\s" if names else ""
    return regex.compile(rf"(?:§§?\s?{named})(\p{{N}}+(?:[.\-–]\p{{N}}+)*\p{{L}}?|[IVX]+|\p{{Lu}})(?![\p{{L}}\p{{N}}])")


def _concerned(reading: Reading, changed: Iterable[int]) -> list[FactWord]:
    """Give the changed words that may belong to a literal: they have digits or odd capitals, or stand beside a sign."""
    text, found = reading.text, []
    for number in changed:
        word = reading.words[number]
        plain = word.text.isalpha() and (word.text.islower() or (word.text.istitle() and len(word.text) > 1))
        if not plain or not NEAR.isdisjoint(text[word.start - 1 : word.start] + text[word.end : word.end + 1]) or _is_quoted(text, word):
            found.append(word)
    return found


def _is_quoted(text: str, word: FactWord) -> bool:
    """Tell whether a French quotation mark stands beside a word, behind a blank."""
    return text[max(word.start - 2, 0) : word.start - 1] == "«" or text[word.end + 1 : word.end + 2] == "»"


def _literals(reading: Reading, words: Iterable[FactWord], reference: regex.Pattern[str], labelled: frozenset[str]) -> Iterator[Literal]:
    """Find the literals that some words are part of, each once."""
    labels = not labelled.isdisjoint(reading.forms)
    seen: set[int] = set()
    for word in words:
        for it in _around(reading, word, reference, labels=labels):
            if it.start <= word.start and word.end <= it.end and it.start not in seen:
                seen.add(it.start)
                yield it


def _around(reading: Reading, word: FactWord, reference: regex.Pattern[str], *, labels: bool) -> Iterator[Literal]:
    """Find the literals beside a word: in its chunk between white space, or in its sentence what may hold blanks."""
    text, span = reading.text, reading.spans[word.sentence]
    for match in CODE.finditer(text, span.start, span.end) if "`" in text[span.start : span.end] else ():
        yield Literal("code", match.group(1).translate(TYPOGRAPHY), *match.span(1))
    if chunk := CHUNK.search(text, max(text.rfind(" ", span.start, word.start) + 1, span.start), span.end):
        for match in FOUND.finditer(text, *chunk.span()):
            kind = str(match.lastgroup)
            yield Literal(kind, _key(kind, match.group(kind)), *match.span(kind))
    if not word.text.isalpha() or word.text.isupper():
        for match in reference.finditer(text, max(span.start, word.start - REFERENCE), min(word.end + REFERENCE, span.end)):
            yield Literal("reference", match.group(1).translate(TYPOGRAPHY), *match.span(1))
    for match in LABEL.finditer(text, span.start, span.end) if labels else ():
        if len(match.group(1).split()) <= LABEL_WORDS:
            yield Literal("label", match.group(1).translate(TYPOGRAPHY), *match.span(1))


CHUNK = regex.compile(r"\S+")
ZEROS = regex.compile(r"(?:\.0)+")
ZEROS_AT_END = regex.compile(r"(?:\.0)+$")
REFERENCE = 16
"""Characters around a number among which the name of what it counts may stand."""
LABEL_WORDS = 4
"""Words of a label, at most."""


def _key(kind: str, found: str) -> str:
    found = found.translate(TYPOGRAPHY)
    if kind == "url":
        return str(regex.sub(r"^(?:\w+://)?(?:www\.)?|/$", "", found))
    return found.casefold() if kind == "mail" else found


def _observed(pair: PassagePair, found: Sides[list[Literal]], texts: Sides[str], forms: Sides[frozenset[str]]) -> Iterator[Observation]:
    lost = _missing(found.original, pair.sides.rewrite)
    new = _missing(found.rewrite, pair.sides.original)
    for it in list(lost):
        other = next((other for other in new if other.kind == it.kind), None)
        if other is not None:
            lost.remove(it)
            new.remove(other)
            strength = Strength.LOOK if it.kind == "reference" else Strength.CHECK
            yield _observation(pair, "literal-changed", strength, it, other)
    for side, (left, text, known) in enumerate(((lost, texts.rewrite, forms.rewrite), (new, texts.original, forms.original))):
        for it in left:
            # a book is searched only where all words of the literal stand in it: 70 µs each
            if it.kind != "reference" and not (known.issuperset(folded_words(it.key)) and it.key in text):
                code = "literal-new" if side else "literal-lost"
                yield _observation(pair, code, Strength.LOOK, None if side else it, it if side else None)


def _missing(found: Sequence[Literal], other: Reading) -> list[Literal]:
    """Give the literals that the other side does not have, however it sets them off."""
    if not found:
        return []
    text = " ".join(span.of(other.text) for span in other.spans).translate(TYPOGRAPHY)
    return [it for it in found if not _stands_in(it, text)]


def _stands_in(literal: Literal, text: str) -> bool:
    """Tell whether a text has a literal by itself: "3.2", not in "13.2" or "3.2.1"; a pattern made for each takes ten times as long."""
    key = literal.key
    if literal.kind == "version":  # 2.6.0 is 2.6
        key = ZEROS_AT_END.sub("", key)
    if literal.kind in ("mail", "url", "part"):
        key, text = key.lower(), text.lower()
    at = text.find(key)
    while at >= 0:
        end = at + len(key)
        if literal.kind == "version" and (zeros := ZEROS.match(text, end)):
            end = zeros.end()
        behind = text[end : end + 2]
        if not text[at - 1 : at].isalnum() and not behind[:1].isalnum() and not (behind[:1] in (".", "-") and behind[1:].isalnum()):
            return True
        at = text.find(key, at + 1)
    return False


def _observation(pair: PassagePair, code: str, strength: Strength, one: Literal | None, other: Literal | None) -> Observation:
    spans: list[tuple[Span, ...]] = []
    values: list[tuple[str, ...]] = []
    keys: list[tuple[str, ...]] = []
    for it, reading in zip((one, other), pair.sides, strict=True):
        spans.append((_span(reading, it),) if it else ())
        values.append((reading.text[it.start : it.end],) if it else ())
        keys.append((it.key,) if it else ())
    return Observation(FindingKind.LITERAL, code, strength, Sides(*spans), Sides(*values), Sides(*keys))


def _span(reading: Reading, it: Literal) -> Span:
    """Give the words of a literal; signs around them belong to none."""
    words = [k for k, word in enumerate(reading.words) if word.start < it.end and it.start < word.end]
    return reading.span(words[0], words[min(len(words), LONGEST) - 1])
