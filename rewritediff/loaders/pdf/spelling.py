"""The lines of a paragraph -> its text: divided words made whole, ligatures written as letters, reference marks taken out.

A word that is divided at the end of a line may have a hyphen of its own ("flood-proof"). The document tells: how it writes the word
elsewhere, and whether it divides words at all.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rewritediff.loaders.pdf.values import Join, Line, Word, joined

LIGATURE = re.compile("[\ufb00-\ufb06]")
TOKEN = re.compile(r"\w+(?:[-\u2010\u2011]\w+)*")
DIVIDES = 0.025
"""Share of the lines that end in a hyphen from which a document divides words: compounds alone end 1 % of them, division 5 to 25 %."""
FEW = 3
HALF = 4
"""Letters from which the halves of a word are words of their own, and no syllables that happen to be words."""


def _words(written: str) -> frozenset[str]:
    return frozenset(written.split())


FIRST_HALVES = _words(
    "after anti back counter down else every fire fore grand hand head home house inter land light mean more "
    "news note other over rail some super their them there those trans under water when where with within work "
    "your"
)
"""English words that mostly begin longer ones: "under-" and "stand" are one word."""
PREFIXES = _words("anti co ex half high long low mid multi non post pre pro semi self short single sub ultra well")
"""What stands before a hyphen that its writer put."""
SUFFIX = re.compile(r"(?:ment|ing|tion|sion|ness|ly|ers?|ed|able|ible|ful|less|ity|als?|ous|ive|ance|ence|est|ung|lich|keit|heit)s?\Z")
TENS = _words("twenty thirty forty fifty sixty seventy eighty ninety dix vingt trente quarante cinquante soixante quatre")
NUMERALS = _words(
    "one two three four five six seven eight nine first second third fourth fifth sixth seventh eighth ninth "
    "un deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts"
)
ANOTHER = frozenset(["and", "or", "und", "oder", "bis", "et", "ou", "y", "o", "e", "of", "to", "sowie", "bzw", "as"])
"""Before these, a hyphen stands for a word that is told later: "long- and short-term"."""
GOES_ON = re.compile(r"\w[–—/]\Z")
WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]")
MARK = re.compile(r"[\[(]?(?:\d{1,3}(?:[,–-]\d{1,3})*|[*†‡§¶]+)[\])]?\Z")
RAISED = 0.13
"""Letter sizes by which a reference mark stands above its line."""
SMALLER = 0.87
UNIT = re.compile(r"(?:\W|\d|\A)(?:[kcdmµnh]?m|[a-zA-Z]|ft|in|CO|sec)\Z")
YEAR = re.compile(r"(?:\A|\D)[12]\d{3}\Z")


@dataclass(frozen=True, slots=True)
class Habits:
    """Know how a document writes: its words with how often they occur, and whether it divides words."""

    words: Counter[str]
    divides: bool

    def whole(self, first: str, second: str) -> str:
        """Tell what stands between the halves of a divided word: nothing, a hyphen, or a hyphen and a space."""
        start, end = _last(first), _first(second)
        if not start or not end or second[:1] in "\"'“„(":
            return "- "
        if end in ANOTHER:
            return "- "
        whole, compound = start + end, f"{start}-{end}"
        before, behind = self.words[whole.lower()], self.words[compound.lower()]
        if before or behind:
            return "" if before >= behind else "-"
        if end[0].isdigit() or start[-1].isdigit() or (end[0].isupper() and not start.isupper()):
            return "-"
        if end.lower() in NUMERALS and start.lower() in TENS:
            return "-"
        start = start.rpartition("-")[2]
        if self.words[(start + end).lower()]:
            return ""
        return "-" if self.are_words(start, end) else ""

    def are_words(self, start: str, end: str) -> bool:
        """Tell whether the halves of a divided word are words that were joined by their writer."""
        if start.lower() in FIRST_HALVES or SUFFIX.match(end):
            return False
        if self.divides:
            return self.is_word(start, HALF) and self.is_word(end, HALF)
        return start.lower() in PREFIXES or self.is_word(start, HALF - 1) or self.is_word(end, HALF - 1)

    def is_word(self, half: str, least: int) -> bool:
        return len(half) >= least and self.words[half.lower()] > 0


def habits_of(lines: Iterable[Line]) -> Habits:
    """Learn a document's words from those that are not divided."""
    texts: list[str] = []
    count = divided = 0
    halves: list[tuple[str, str]] = []
    before = ""
    for line in lines:
        text = line.text
        count += 1
        if before:
            first, _, text = text.partition(" ")
            halves.append((before, _first(first).lower()))
        before = ""
        if line.divided:
            divided += 1
            text, _, last = text.rpartition(" ")
            before = _last(last or line.text).lower() or "-"
        texts.append(text)
    words = Counter(TOKEN.findall("\n".join(texts).lower().replace("\u2010", "-").replace("\u2011", "-")))
    whole = sum(words[start + end] > words[f"{start}-{end}"] for start, end in halves)
    compound = sum(words[f"{start}-{end}"] > words[start + end] for start, end in halves)
    return Habits(words, whole > compound or (whole == compound and divided >= FEW and divided > DIVIDES * count))


def _last(text: str) -> str:
    found = re.search(r"[\w'’-]+\Z", text)
    return found.group() if found else ""


def _first(text: str) -> str:
    found = re.match(r"\w+", text)
    return found.group() if found else ""


@dataclass(slots=True)
class Writer:
    """Write texts, and count what was put right in them and taken out of them."""

    habits: Habits
    notes: frozenset[str] = frozenset()
    """The marks that begin notes."""
    divided: int = 0
    ligatures: int = 0
    marks: int = 0

    def text(self, lines: Sequence[Line], cut: int = 0) -> str:
        """Write lines as one text, without the characters that mark a list item at its beginning."""
        written = ""
        divided = False
        for line in lines:
            words = self.without_marks(line)
            text = line.text if words is line.words else joined(words)
            written += self.between(written, text, divided) + text
            divided = line.divided
        return self.with_letters(written + ("-" if divided else ""))[cut:]

    def between(self, before: str, text: str, divided: bool) -> str:
        """Tell what stands between two lines."""
        if not before or not text:
            return ""
        if divided:
            joint = self.habits.whole(before[-80:].rpartition(" ")[2], text[:80].partition(" ")[0])
            self.divided += not joint
            return joint
        if GOES_ON.search(before[-2:]) or (WIDE.match(before[-1]) and WIDE.match(text)):
            return ""
        return " "

    def without_marks(self, line: Line) -> list[Word]:
        if min([word.style.size for word in line.words]) > SMALLER * line.size:
            return line.words
        words = [word for number, word in enumerate(line.words) if not self.is_mark(line, number, word)]
        self.marks += len(line.words) - len(words)
        return words

    def is_mark(self, line: Line, number: int, word: Word) -> bool:
        """Tell whether a word is a reference mark: raised, small, and no exponent."""
        if not is_raised(line, word) or not MARK.match(word.text):
            return False
        before = line.words[number - 1].text if number and word.join & Join.GLUED else ""
        if not before:
            return True
        if before[-1].isdigit():
            return word.text in self.notes and (bool(YEAR.search(before)) or not word.text[0].isdigit())
        return not (UNIT.search(before) and word.text[0].isdigit())

    def with_letters(self, text: str) -> str:
        if not LIGATURE.search(text):
            return text
        self.ligatures += len(LIGATURE.findall(text))
        return LIGATURE.sub(lambda found: unicodedata.normalize("NFKC", found.group()), text)


def is_raised(line: Line, word: Word) -> bool:
    """Tell whether a word stands above its line in smaller letters."""
    return word.style.size <= SMALLER * line.size and word.base - line.base > RAISED * line.size
