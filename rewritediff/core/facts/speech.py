"""Who says what in a passage: reporting verbs with their attitude and speaker, and phrases like "according to".

    "..., Andrey Kortunov, head of a council, told Reuters."   told, neutral, [Andrey Kortunov head council], after what was said

A speaker is looked for before the verb (over a description between commas), or behind it where the verb follows what was said. Who cannot
be told is nobody, and nothing is said about nobody: precision before recall.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rewritediff.core.facts.phrases import Phrases, phrases_of
from rewritediff.core.facts.reading import QUOTES, Context, Reading
from rewritediff.core.facts.tables import Tables
from rewritediff.core.tokens import fold

ATTITUDES = ("neutral", "doubting", "believing", "revealing", "admitting", "suggesting", "denying", "warning", "promising")
ACCORDING = "according"
LONGEST = 8
"""Words of a speaker, a description between commas apart."""
DESCRIBED = 16
"""Words between two commas that may describe a speaker."""
STOPS = frozenset(".,;:!?…()[]–—") | QUOTES


class Report(NamedTuple):
    """Say that words of a passage report what somebody said."""

    first: int
    last: int
    attitude: str
    speaker: tuple[int, ...]
    """Numbers of the speaker's words, articles left out; none where nobody can be told."""
    pronoun: str
    """The kind of the pronoun that stands for the speaker, as in the table; nothing for a name or a description."""
    closing: bool
    """It stands behind what was said, so that what was said may be a quotation that goes on."""
    sure: bool
    """It is no noun, and no other use of a verb that also means to say."""


@dataclass(frozen=True, slots=True, eq=False)
class Speech:
    """Hold the words with which one language reports what was said."""

    phrases: Phrases
    unsure: frozenset[str]
    postposed: frozenset[str]
    pronouns: Mapping[str, str]
    articles: frozenset[str]
    between: frozenset[str]
    passive: frozenset[str]
    that: frozenset[str]
    breakers: frozenset[str]
    """Words that no speaker's name or description holds."""
    contracted: Mapping[str, frozenset[str]]
    """What follows an apostrophe: "re" for "are"."""
    plain: frozenset[str]
    """Words of speakers that say nothing of who it is."""
    nobody: frozenset[str]
    """Words for what one hears without a source: reports, rumours."""


@lru_cache(maxsize=16)
def speech_of(tables: Tables, function_words: frozenset[str]) -> Speech:
    """Read the table of one language."""
    table = tables["speech"]
    articles, joining = table.words("articles"), table.words("joining")
    pronouns = {fold(" ".join(word)): kind for word, kind in table.mapping("pronouns").items()}
    return Speech(
        phrases=phrases_of(table, (*ATTITUDES, ACCORDING), function_words),
        unsure=table.words("unsure"),
        postposed=table.words("postposed"),
        pronouns=pronouns,
        articles=articles,
        between=table.words("between"),
        passive=table.words("passive"),
        that=table.words("that"),
        breakers=(function_words | table.words("that") | frozenset(pronouns)) - articles - joining - {"s"},
        contracted={form: frozenset(full.split()) for (form,), full in table.mapping("contracted").items()},
        nobody=table.words("nobody"),
        plain=articles | joining | frozenset(pronouns) | {"s"},
    )


def are_foreign(context: Context) -> bool:
    """Tell whether the texts are in different languages, so that what is translated would pass for something else."""
    one, other = (document.language for document in context.documents)
    return one != other


def reporting_words(reading: Reading, speech: Speech) -> list[str]:
    """Give at little cost the words of a passage that could report something."""
    first = speech.phrases.by_first
    return [form for form in reading.forms if form in first]


def reports_in(reading: Reading, speech: Speech) -> tuple[Report, ...]:
    """Find who says what, in the order of the text."""
    return tuple(
        _according(reading, speech, mark.first, mark.last)
        if mark.stands_for == ACCORDING
        else _verb(reading, speech, mark.first, mark.last, mark.stands_for)
        for mark in speech.phrases.found(reading)
        if mark.stands_for == ACCORDING or not _is_passive(reading, speech, mark.first)
    )


def _is_passive(reading: Reading, speech: Speech, verb: int) -> bool:
    """Tell whether somebody is told, or something is said to be so; or an article makes a noun of the word."""
    if not verb:
        return False
    before = reading.words[verb - 1]
    if before.sentence != reading.words[verb].sentence or reading.before(verb).strip():
        return False
    return before.form in speech.passive or (before.form in speech.articles and before.form not in speech.pronouns)


def _according(reading: Reading, speech: Speech, first: int, last: int) -> Report:
    postposed = reading.words[first].form in speech.postposed
    found = _back(reading, speech, first - 1) if postposed else _forth(reading, last + 1, speech.breakers)
    closing = bool(first) and "," in reading.before(first)
    return Report(first, last, ACCORDING, _told(reading, speech, found), "", closing, True)


def _verb(reading: Reading, speech: Speech, first: int, last: int, attitude: str) -> Report:
    before = first - 1
    while before >= 0 and reading.words[before].form in speech.between and not _sign(reading, before + 1):
        before -= 1
    sign = _sign(reading, before + 1)
    inverted: tuple[int, ...] = ()
    if sign or before < 0:
        inverted = _inverted(reading, speech, last + 1) if before >= 0 and not sign.strip("–—-").startswith(".") else ()
        found = inverted or (_apposed(reading, speech, before) if sign.strip() == "," else ())
    else:
        found = _back(reading, speech, before)
    pronoun = speech.pronouns.get(reading.words[found[0]].form, "") if len(found) == 1 else ""
    closing = not _says_that(reading, speech, last) and (bool(inverted) or (bool(found) and _follows(reading, found[0])))
    sure = reading.words[first].form not in speech.unsure or _is_reporting(reading, speech, last, closing)
    return Report(first, last, attitude, found if pronoun else _told(reading, speech, found), pronoun, closing, sure)


def _follows(reading: Reading, speaker: int) -> bool:
    """Tell whether a speaker stands behind what was said."""
    before = reading.before(speaker)
    return bool(speaker) and ("," in before or not QUOTES.isdisjoint(before))


def _says_that(reading: Reading, speech: Speech, last: int) -> bool:
    """Tell whether a "that" follows, over whom it was told: what was said stands behind."""
    for place in range(last + 1, min(len(reading.words), last + DESCRIBED)):
        if _sign(reading, place):
            return False
        if reading.words[place].form in speech.that:
            return True
    return False


def _is_reporting(reading: Reading, speech: Speech, last: int, closing: bool) -> bool:
    after = reading.after(last)
    following = reading.words[last + 1].form if last + 1 < len(reading.words) else ""
    ends = not following or bool(set(after) & STOPS)
    said = not after.strip() and (following in speech.that or following in speech.pronouns)
    return said or ":" in after or not QUOTES.isdisjoint(after) or (closing and ends)


def _sign(reading: Reading, word: int) -> str:
    """Give the signs before a word; at the start of a sentence a stop."""
    if word <= 0 or word >= len(reading.words) or reading.words[word - 1].sentence != reading.words[word].sentence:
        return "."
    before = reading.before(word)
    return "" if before == " " or STOPS.isdisjoint(before) else before


def _back(reading: Reading, speech: Speech, last: int) -> tuple[int, ...]:
    """Collect the words of a speaker backwards."""
    if last < 0:
        return ()
    if reading.words[last].form in speech.pronouns:
        return (last,) if speech.pronouns[reading.words[last].form] != "r" else ()
    found: list[int] = []
    for place in range(last, max(-1, last - LONGEST), -1):
        if reading.words[place].form in speech.breakers:
            break
        found.append(place)
        if _sign(reading, place):
            break
    return tuple(reversed(found))


def _forth(reading: Reading, first: int, breakers: frozenset[str]) -> tuple[int, ...]:
    """Collect the words of a speaker forwards."""
    found: list[int] = []
    for place in range(first, min(len(reading.words), first + LONGEST)):
        if (place > first and _sign(reading, place)) or reading.words[place].form in breakers:
            break
        found.append(place)
    return tuple(found)


def _inverted(reading: Reading, speech: Speech, first: int) -> tuple[int, ...]:
    """Collect the words of a speaker behind the verb: no more than a name or a description, up to the next sign."""
    if first >= len(reading.words) or _sign(reading, first):
        return ()
    if reading.words[first].form in speech.pronouns and speech.pronouns[reading.words[first].form] != "r":
        return (first,) if _sign(reading, first + 1) else ()
    found = _forth(reading, first, speech.breakers)
    end = found[-1] + 1 if found else 0
    if not found or not (_sign(reading, end) or reading.words[end].form in speech.breakers):
        return ()
    if _sign(reading, end) and end < len(reading.words) and "," in reading.before(end):
        return found + _forth(reading, end, speech.breakers)
    return found if _sign(reading, end) or reading.words[found[-1]].text[0].isupper() else ()


def _apposed(reading: Reading, speech: Speech, last: int) -> tuple[int, ...]:
    """Collect a speaker and the description between commas: "Kortunov, the think-tank chief, said"."""
    for place in range(last, max(0, last - DESCRIBED), -1):
        sign = _sign(reading, place)
        if sign and sign.strip() != ",":
            return ()
        if sign:
            return _back(reading, speech, place - 1) + tuple(range(place, last + 1))
    return ()


def _told(reading: Reading, speech: Speech, found: tuple[int, ...]) -> tuple[int, ...]:
    told = tuple(place for place in found if reading.words[place].form not in speech.plain)
    return () if all(reading.words[place].form in speech.nobody for place in told) else told
