"""The words of a passage that negate, what they negate, and which words only look as if they did.

A negator's scope is made of the next content words: "would not really harm the trees" -> harm, trees. Where none follows in its clause
("das Gerät funktioniert nicht"), the words before it are asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rewritediff.core.facts.mates import Roots
from rewritediff.core.facts.phrases import Found, Phrases, classes_of
from rewritediff.core.facts.reading import FactWord, Reading
from rewritediff.core.facts.tables import Table

IDIOM = ""
"""Class of the phrases that hold a negator and negate nothing: "not only"."""
NOT = "not"
NO = "no"
WITHOUT = "without"
WEAK = "weak"
VERB = "verb"
NOUN = "before gerund"
"""Class of verbs that negate only what follows as a gerund: "stopped working"."""
SCOPE = 3
"""Content words that a negator may bear on."""
PARTED = 4
"""Words back among which the partner of a negator is looked for."""
REACH = 8
"""Words after a negator among which they are looked for."""
STOPS = frozenset(",;:()–—")
BARE = 3
"""Letters that must be left when an affix is taken off."""


class Negator(NamedTuple):
    """Say that words negate."""

    first: int
    last: int
    """Number of its last word, included."""
    stands_for: str
    scope: tuple[int, ...]
    """Content words that it bears on, the nearest first."""


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """Hold how one language negates."""

    phrases: Phrases
    triggers: frozenset[str]
    """Words of which one must have changed for a negation to differ."""
    small: frozenset[str]
    """All words of its negators."""
    skipped: frozenset[str]
    auxiliaries: frozenset[str]
    raising: frozenset[str]
    """Verbs whose negation means that of what follows: "I do not think he is" = "I think he is not"."""
    exclusive: frozenset[str]
    exceptive: frozenset[str]
    unless: frozenset[str]
    both: frozenset[str]
    """Words that negate two things: "neither", "nor"."""
    disguises: frozenset[str]
    """Words that may say a negation in another way."""
    partner: Mapping[str, str]
    """Negators that need another word in their sentence: French "plus" needs "ne"."""
    partners: frozenset[str]
    has_concord: bool
    """Several negators of a clause negate once: "no vino nadie"."""
    gerund: tuple[str, ...]
    prefixes: tuple[str, ...]
    suffixes: tuple[str, ...]
    no_prefix: frozenset[str]
    """What is left of words that only look negated: "portant" of "important"."""
    roots: Roots


@lru_cache(maxsize=16)
def language_of(table: Table, function_words: frozenset[str]) -> Language:
    """Read what a language's table says of negation."""
    phrases = classes_of(table, "negators", function_words)
    irregular = {form[0]: group[0][0] for group in table.groups("irregular") for form in group}
    return Language(
        phrases=phrases,
        triggers=phrases.triggers | {"t"},
        small=phrases.words,
        skipped=table.words("skipped") | table.words("auxiliaries") | function_words,
        auxiliaries=table.words("auxiliaries"),
        raising=table.words("raising"),
        exclusive=table.words("exclusive"),
        exceptive=table.words("exceptive"),
        unless=table.words("unless"),
        both=table.words("both"),
        disguises=table.words("disguises"),
        partner={word[0]: partner for word, partner in table.mapping("partner").items()},
        partners=table.words("partners"),
        has_concord=bool(table.words("concord")),
        gerund=tuple(sorted(table.words("gerund"))),
        prefixes=tuple(sorted(table.words("prefixes"))),
        suffixes=tuple(sorted(table.words("suffixes"))),
        no_prefix=table.words("no_prefix"),
        roots=Roots(irregular),
    )


def negators_in(reading: Reading, language: Language) -> list[Negator]:
    """Find the negators of one side of a passage, in order."""
    found: list[Negator] = []
    for phrase in language.phrases.found(reading):
        if phrase.stands_for != IDIOM and not _is_apparent(reading, phrase, language):
            negator = Negator(*phrase, tuple(_scope(reading, phrase, language)))
            if not (language.has_concord and found and _agrees(reading, found[-1], negator)):
                found.append(negator)
    return found


def _is_apparent(reading: Reading, phrase: Found, language: Language) -> bool:
    words = reading.words
    word = words[phrase.first]
    if "-" in (reading.before(phrase.first)[-1:], reading.after(phrase.last)[:1]):
        return True  # a do-not-call list
    if phrase.stands_for == NOUN and not words[min(phrase.last + 1, len(words) - 1)].form.endswith(language.gerund):
        return True
    if phrase.first == phrase.last and (needed := language.partner.get(word.form)):
        return bool(needed) and not _has_partner(words, phrase.first, language)
    if phrase.stands_for == NO and word.text.istitle() and not word.opens:
        return True  # the value None, Doctor No
    following = words[phrase.last + 1] if phrase.last + 1 < len(words) else None
    if following is not None and following.text[0].isdigit() and reading.after(phrase.last).startswith("."):
        return True  # No. 5
    return _is_tag(reading, phrase)


def _has_partner(words: tuple[FactWord, ...], at: int, language: Language) -> bool:
    near = words[max(0, at - 5) : at + 3]
    return any(word.form in language.partners and word.sentence == words[at].sentence for word in near)


def _is_tag(reading: Reading, phrase: Found) -> bool:
    """Tell a tag question: ", isn't it?", "¿no?"."""
    words = reading.words
    end = phrase.last
    while end + 1 < len(words) and words[end + 1].sentence == words[end].sentence:
        end += 1
    start = phrase.first
    return end - phrase.last <= 1 and "?" in reading.after(end) and any(sign in reading.before(start) for sign in ",¿")


def _agrees(reading: Reading, before: Negator, here: Negator) -> bool:
    """Tell whether a negator only echoes the one before it."""
    words = reading.words
    if here.stands_for not in (NOT, NO) or before.stands_for not in (NOT, NO, WITHOUT) or here.first - before.last > REACH:
        return False
    between = range(before.last + 1, here.first + 1)
    return words[before.last].sentence == words[here.first].sentence and not any(_stops(reading, word) for word in between)


def _stops(reading: Reading, word: int) -> bool:
    return any(sign in STOPS for sign in reading.before(word))


def _scope(reading: Reading, phrase: Found, language: Language) -> Iterator[int]:
    words, left = reading.words, SCOPE
    if phrase.stands_for == NOT:
        yield from _embraced(words, phrase.first, language)
    for number in range(phrase.last + 1, min(phrase.last + 1 + REACH, len(words))):
        if words[number].sentence != words[phrase.last].sentence or (left < SCOPE and _stops(reading, number)):
            break
        if words[number].form not in language.skipped:
            left -= 1
            yield number
            if not left:
                break
    if left == SCOPE:
        yield from _scope_before(reading, phrase, language)


def _embraced(words: tuple[FactWord, ...], first: int, language: Language) -> list[int]:
    """Give the content words between a negator and its partner: "ne soutient pas"."""
    for number in range(first - 1, max(-1, first - PARTED - 1), -1):
        if words[number].sentence != words[first].sentence:
            break
        if words[number].form in language.partners:
            return [word for word in range(number + 1, first) if words[word].form not in language.skipped]
    return []


def _scope_before(reading: Reading, phrase: Found, language: Language) -> Iterator[int]:
    words, left = reading.words, 2
    for number in range(phrase.first - 1, max(-1, phrase.first - REACH), -1):
        if words[number].sentence != words[phrase.first].sentence or not left:
            return
        if words[number].form not in language.skipped:
            left -= 1
            yield number
        if _stops(reading, number):
            return


@lru_cache(maxsize=1 << 14)
def bare(form: str, prefixes: tuple[str, ...], suffixes: tuple[str, ...], no_prefix: frozenset[str]) -> tuple[str, ...]:
    """Give what is left of a folded word without its negating affix: "unhappy" -> "happy", "harmless" -> "harm"."""
    found = [form[len(prefix) :] for prefix in prefixes if form.startswith(prefix)]
    found += [form[: -len(suffix)] for suffix in suffixes if form.endswith(suffix)]
    return tuple(rest for rest in found if len(rest) > BARE - 1 and rest not in no_prefix)
