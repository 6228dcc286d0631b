"""Which words of a passage are names: capitals that no sentence, headline or noun explains, and places known from a table."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rewritediff.core.facts.foreign import foreign_words
from rewritediff.core.facts.name_forms import sound
from rewritediff.core.facts.name_table import SHORT, NameTable
from rewritediff.core.facts.number_words import words_of
from rewritediff.core.facts.observation import Mention
from rewritediff.core.facts.quantities import CURRENCIES
from rewritediff.core.facts.reading import FactWord, Reading
from rewritediff.core.facts.text_names import Names
from rewritediff.core.thesaurus import Thesaurus
from rewritediff.core.tokens import FORMS
from rewritediff.core.values import FindingKind
from rewritediff.core.word_entries import entry

HEADLINE_WORDS = 4
"""Words from which a sentence is a headline, whose capitals say nothing, when all but function words have capitals."""
JOINED = frozenset((" ", "-", "'", "’", "", "\u00a0", "‑", " & "))
"""What may stand between two words of one name."""
DOTTED = frozenset((". ", "."))
"""What may stand between an initial and the next word of a name."""
LITERAL = frozenset("_/\\@`=#<>{}")
"""Signs beside which a word is part of code, a path or an address."""
LETTER = frozenset((".", ". ", "'", "’"))
"""What follows a single letter that belongs to a name: "J. Smith", "O’Neill"."""
NO_NAMES = ("ly", "ing", "ness", "tion", "tions", "ized", "ised", "able", "ible")
"""Endings of English words that few names have, whether or not the thesaurus knows them."""
PREFIXES = frozenset(
    (
        "anti",
        "auto",
        "bio",
        "cyber",
        "electro",
        "hyper",
        "inter",
        "mega",
        "micro",
        "mini",
        "mis",
        "multi",
        "nano",
        "non",
        "over",
        "post",
        "pre",
        "pro",
        "pseudo",
        "semi",
        "sub",
        "super",
        "trans",
        "ultra",
        "under",
    )
)
"""What makes new words of known ones: "cybersecurity" is no name."""
COUNTED = 3
"""Numbers of a section at most: "7.3.1"."""
LISTED = 4
"""Letters that number an item at most: "viii)"."""
AMONG = 3
"""Words before and after a capital that show its language."""
CODE = 3
"""Letters of the code of a currency."""
SAINTS = frozenset(("st", "ste", "sta", "sto"))


class Name(NamedTuple):
    """Hold one name in a passage."""

    key: str
    first: int
    last: int
    known: bool
    """It stands in the table, so that its key is what it stands for."""


def may_be_name(word: FactWord, table: NameTable, functions: frozenset[str]) -> bool:
    """Tell at a glance whether a word can be part of a name."""
    if not word.text[0].isupper():
        return word.form in table.small
    return word.form not in functions or word.form in table.known


@lru_cache(maxsize=FORMS)
def _is_no_word(form: str, thesaurus: Thesaurus) -> bool:
    """Tell whether a word that opens a sentence is none that the language has besides names, nor made of two such words."""
    table = thesaurus.entries
    if not table or len(form) <= SHORT or form.endswith(NO_NAMES) or entry(table, form).bases:
        return False
    parts = ((form[:at], form[at:]) for at in range(SHORT, len(form) - SHORT + 1))
    return not any(entry(table, second).bases and (first in PREFIXES or entry(table, first).bases) for first, second in parts)


def names_in(reading: Reading, names: Names, side: int) -> list[Name]:
    """Find the names of a passage in order; side 0 is the original, 1 the rewrite."""
    table = tuple(names.tables)[side]
    words, found, end = reading.words, list[Name](), 0
    capitals = [k for k, word in enumerate(words) if word.text[0].isupper() or word.form in table.small]
    headlines = _headlines(reading, tuple(names.function_words)[side]) if len(capitals) >= HEADLINE_WORDS else frozenset()
    for number in capitals:
        if number < end:
            continue
        word = words[number]
        if is_money(reading, number):
            continue
        known = next((known for known in table.known.get(word.form, ()) if known.stands_at(words, number)), None)
        if known is not None:
            end = number + len(known.forms)
            found.append(Name(known.key, number, end - 1, known=True))
        elif word.text[0].isupper() and _is_name(reading, number, names, side, headlines):
            end = _end(reading, number, names, side, headlines) + 1
            found.append(Name(" ".join(sound(words[k].form) for k in range(number, end)), number, end - 1, known=False))
    return found


def _headlines(reading: Reading, functions: frozenset[str]) -> frozenset[int]:
    """Number the sentences whose capitals say nothing."""
    count, capitals = [0] * len(reading.spans), [0] * len(reading.spans)
    for word in reading.words:
        if word.form not in functions and word.text[0].isalpha():
            count[word.sentence] += 1
            capitals[word.sentence] += word.text[0].isupper()
    found = zip(count, capitals, strict=True)
    return frozenset(k for k, (all_, upper) in enumerate(found) if all_ >= HEADLINE_WORDS and upper == all_)


def _is_name(reading: Reading, number: int, names: Names, side: int, headlines: frozenset[int]) -> bool:
    """Tell whether a word with a capital is a name, or part of one."""
    word, table = reading.words[number], tuple(names.tables)[side]
    functions = tuple(names.function_words)[side]
    if word.form in table.nameless or word.form in functions or _is_in_literal(reading.text, word):
        return False
    if number in foreign_words(reading, functions, tuple(names.thesauri)[side]):
        return word.form in table.first_names
    if table.nouns_have_capitals:
        return word.form in table.first_names or word.form in names.seen or (_is_initials(word) and word.form not in table.common)
    if word.sentence in headlines:
        return word.form in names.seen
    if _is_stressed(word, tuple(names.thesauri)[side]):
        return False
    if _is_foreign(reading, number, table, functions, tuple(names.thesauri)[side]):
        return False
    if not word.opens and not _follows_stop(reading, number, table):
        return len(word.text) > 1 or reading.after(number) in LETTER
    if word.form in names.seen or word.form in table.first_names:
        return True
    return word.form not in table.common and (_is_initials(word) or _is_no_word(word.form, tuple(names.thesauri)[side]))


def _is_foreign(reading: Reading, number: int, table: NameTable, functions: frozenset[str], thesaurus: Thesaurus) -> bool:
    """Tell whether a word stands among small words that the language does not have: a quotation in another one."""
    if not thesaurus.entries:
        return False
    if number and reading.words[number - 1].form in functions:
        return False
    near = [*_beside(reading, number, -1), *_beside(reading, number, 1)]
    forms = [form for form in near if form not in table.particles]
    known = sum(form in functions or len(form) == 1 or bool(entry(thesaurus.entries, form).bases) for form in forms)
    return len(forms) - known > max(1, 2 * known)


def _beside(reading: Reading, number: int, step: int) -> Iterator[str]:
    """Give the small words before or after a word, up to a sign."""
    words = reading.words
    for _ in range(AMONG):
        signs = reading.before(number) if step < 0 else reading.after(number)
        number += step
        if not 0 <= number < len(words) or not signs.isspace():
            return
        if words[number].text[0].islower():
            yield words[number].form


def _is_stressed(word: FactWord, thesaurus: Thesaurus) -> bool:
    """Tell whether a word of the language is set in capitals for stress: "must ALWAYS"."""
    return (
        len(word.text) > SHORT + 1 and word.text.isupper() and bool(thesaurus.entries) and bool(entry(thesaurus.entries, word.form).bases)
    )


def is_money(reading: Reading, number: int) -> bool:
    """Tell whether capitals name the currency of a number: "US$31", "USD 31"."""
    word = reading.words[number]
    if len(word.text) > CODE or not word.text.isupper():
        return False
    if reading.text[word.end : word.end + 1] in CURRENCIES:
        return True
    return len(word.text) == CODE and word.form in words_of(reading.tables["numbers"]).roles["money"]


def _is_in_literal(text: str, word: FactWord) -> bool:
    """Tell whether a word is part of code, a path or an address."""
    return text[word.end : word.end + 1] in LITERAL or (word.start > 0 and text[word.start - 1] in LITERAL)


def _follows_stop(reading: Reading, number: int, table: NameTable) -> bool:
    """Tell whether a word stands after a full stop inside a sentence: one that ends an abbreviation, or a sentence not cut there."""
    if _follows_count(reading, number):
        return True
    if not number or not reading.before(number).startswith(". "):
        return False
    former = reading.words[number - 1]
    return len(former.text) > 1 and former.form not in SAINTS and former.form not in table.titles


def _follows_count(reading: Reading, number: int) -> bool:
    """Tell whether only the number of an item or a section stands before a word: "7. Maintenance", "7.3 Replace", "b) Close"."""
    words = reading.words
    here = [k for k in range(max(0, number - COUNTED), number) if words[k].sentence == words[number].sentence]
    if not here or (here[0] and words[here[0] - 1].sentence == words[number].sentence):
        return False
    if all(words[k].text.replace(".", "").isdigit() for k in here):
        return reading.before(number)[:1] in (".", ")", "]") or len(here) > 1 or "." in words[here[0]].text
    return len(here) == 1 and reading.before(number)[:1] == ")" and len(words[here[0]].text) <= LISTED


def _is_initials(word: FactWord) -> bool:
    return len(word.text) > 1 and word.text.isupper() and word.text.isalpha()


def _adjoins(reading: Reading, number: int) -> bool:
    """Tell whether a word may belong to the name that the word before it ends."""
    former, between = reading.words[number - 1], reading.before(number)
    if former.sentence != reading.words[number].sentence:
        return False
    return between in JOINED or (between in DOTTED and (len(former.text) == 1 or former.form in SAINTS))


def _end(reading: Reading, first: int, names: Names, side: int, headlines: frozenset[int]) -> int:
    """Find the last word of a name: names that adjoin, and particles between them."""
    table, last, number = tuple(names.tables)[side], first, first + 1
    words = reading.words
    while number < len(words) and _adjoins(reading, number):
        word = words[number]
        if any(known.stands_at(words, number) for known in table.known.get(word.form, ())):
            break
        if word.text[0].isupper() and _is_name(reading, number, names, side, headlines):
            last = number
        elif word.form not in table.particles and not (last == number - 1 and reading.before(number) == "-"):
            break
        number += 1
    return last


def mentions(reading: Reading, names: Names, side: int) -> Iterator[Mention]:
    """Say which names a passage mentions."""
    for name in names_in(reading, names, side):
        yield Mention(FindingKind.NAME, name.key, name.first, name.last)
