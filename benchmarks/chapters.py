"""Invent chapters and their rewrites, section by section, so that which sections and sentences belong together is known.

A chapter has parts of three sections: one with a heading of its own, one called "Background", one called "In short". Its words are made
up; sections share the chapter's words and have some of their own. The last sentence of every section is the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from rewritediff.core.values import Article, Block, Role


def _words(listed: str) -> list[str]:
    return listed.split()


RECURRING = ("Background", "In short")
REFRAIN = "Readers in a hurry may turn to the table at the end of the book."
TITLE = "A chapter that nobody wrote"
OPENING = "The main points of this part are set out once more below."
SMALL = _words("the of and in to for with on by from as at that which was were has had not this their its over under between after before")
ONSETS = _words("b br c d dr f fl g gr h j k l m n p pl qu r s sk st t tr v w z")
CORES = _words("a e i o u ai ea ou")
CODAS = _words("l m n r s t nd rk st x mp lt")


@dataclass
class Told:
    """Hold a sentence of the rewrite and which of the original it tells."""

    words: str
    tells: tuple[int, ...] = ()


@dataclass
class Part:
    """Hold a section: its heading, its sentences, and which original sections it tells."""

    heading: Told
    sentences: list[Told]
    tells: tuple[int, ...] = ()


@dataclass(frozen=True)
class Chapter:
    """Hold a chapter, its rewrite, and what belongs together."""

    original: Article
    rewrite: Article
    originals: list[str]
    rewrites: list[str]
    links: set[tuple[int, int]]
    sections: set[tuple[int, int]]
    """Numbers of sections; the title is number 0."""
    recurring: set[int]
    """Original sentences that stand in many sections, headings too."""
    dropped: set[int] = field(default_factory=set)
    new: set[int] = field(default_factory=set)


@dataclass(frozen=True)
class Plan:
    """Say how long a chapter is and how much its rewrite changes."""

    parts: int = 8
    sentences: int = 30
    """The mean number in a section."""
    reworded: float = 0.3
    """Share of the words of a sentence that are exchanged."""
    swapped: bool = True
    changed: bool = True
    """Sections are dropped, added and split, sentences dropped, added, moved, split."""


class Inventor:
    """Make up words and sentences from a seed."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.known: set[str] = set(SMALL)
        self.common = [self.word() for _ in range(250)]
        self.synonyms: dict[str, str] = {}

    def word(self) -> str:
        """Make up a word that was not there before."""
        while True:
            made = "".join(
                self.chance.choice(ONSETS) + self.chance.choice(CORES) + self.chance.choice(CODAS)
                for _ in range(self.chance.choice((2, 2, 3)))
            )
            if made not in self.known:
                self.known.add(made)
                return made

    def sentence(self, own: list[str]) -> str:
        """Make up a sentence of small words, the chapter's words and a section's own."""
        words = []
        for _ in range(self.chance.randint(8, 22)):
            kind = self.chance.random()
            # the root makes some words common and most rare, as they are
            words.append(
                self.chance.choice(SMALL)
                if kind < 0.45
                else self.common[int(250 * self.chance.random() ** 2)]
                if kind < 0.8
                else self.chance.choice(own)
            )
        return finished(words)

    def reworded(self, sentence: str, share: float) -> str:
        """Exchange a share of the words, each always for the same other word."""
        words = []
        for word in sentence[:-1].lower().split():
            if self.chance.random() >= share:
                words.append(word)
            elif word in SMALL:
                words.append(self.chance.choice(SMALL))
            else:
                words.append(self.synonyms.setdefault(word, self.word()))
        return finished(words)


def finished(words: list[str]) -> str:
    written = " ".join(words)
    return written[0].upper() + written[1:] + "."


def chapter(seed: int, plan: Plan = Plan()) -> Chapter:
    """Invent a chapter and its rewrite."""
    inventor = Inventor(seed)
    owns = [[inventor.word() for _ in range(50)] for _ in range(3 * plan.parts)]
    parts = [_part(inventor, k, owns[k], plan) for k in range(3 * plan.parts)]
    _number(parts)
    told = _rewritten(inventor, parts, plan)
    return _gold(parts, told)


def _part(inventor: Inventor, number: int, own: list[str], plan: Plan) -> Part:
    heading = RECURRING[number % 3 - 1] if number % 3 else " ".join(own[:2]).capitalize()
    half = max(1, plan.sentences // 2)
    sentences = [inventor.sentence(own) for _ in range(inventor.chance.randint(half, 3 * half))]
    opening = [OPENING] if heading == RECURRING[1] else []
    return Part(Told(heading), [Told(words) for words in (*opening, *sentences, REFRAIN)], (number,))


def _number(parts: list[Part]) -> None:
    number = 0
    for part in parts:
        for told in (part.heading, *part.sentences):
            told.tells = (number,)
            number += 1


def _rewritten(inventor: Inventor, parts: list[Part], plan: Plan) -> list[Part]:
    chance = inventor.chance
    told = [Part(Told(p.heading.words, p.heading.tells), [_told(inventor, s, plan) for s in p.sentences], p.tells) for p in parts]
    if plan.changed:
        for part in told:
            part.sentences = [new for s in part.sentences for new in _changed(inventor, s)]
        _moved(chance, told)
    order = list(range(len(told)))
    first, second, dropped, split = chance.sample(order, 4)
    if plan.swapped:
        order[first], order[second] = second, first
    told = [told[k] for k in order if k != dropped or not plan.changed]
    if plan.changed:
        at = next(k for k, part in enumerate(told) if part.tells == (split,))
        half = len(told[at].sentences) // 2
        told.insert(at + 1, Part(Told(inventor.word().capitalize()), told[at].sentences[half:], (split,)))
        told[at].sentences = told[at].sentences[:half]
        own = [inventor.word() for _ in range(50)]
        new = [Told(inventor.sentence(own)) for _ in range(plan.sentences // 2)]
        told.insert(chance.randrange(len(told)), Part(Told(chance.choice((*RECURRING, own[0].capitalize()))), new))
    return told


def _told(inventor: Inventor, sentence: Told, plan: Plan) -> Told:
    return Told(
        sentence.words if sentence.words in (REFRAIN, OPENING) else inventor.reworded(sentence.words, plan.reworded), sentence.tells
    )


def _changed(inventor: Inventor, sentence: Told) -> list[Told]:
    """Drop one sentence in 14, cut one in 20 in two, and put an invented one before one in 20."""
    if sentence.words in (REFRAIN, OPENING):
        return [sentence]
    kind = inventor.chance.random()
    words = sentence.words[:-1].split()
    if kind < 0.07:
        return []
    if kind < 0.12 and len(words) > 11:
        return [Told(finished(words[:6]), sentence.tells), Told(finished(words[6:]), sentence.tells)]
    return [Told(inventor.sentence(inventor.common[:9])), sentence] if kind > 0.95 else [sentence]


def _moved(chance: Random, told: list[Part]) -> None:
    """Move one sentence in a hundred to another section."""
    for _ in range(sum(len(part.sentences) for part in told) // 100):
        source, target = chance.sample(told, 2)
        if len(source.sentences) > 3:
            target.sentences.insert(1, source.sentences.pop(chance.randrange(1, len(source.sentences) - 1)))


def _gold(parts: list[Part], told: list[Part]) -> Chapter:
    originals, rewrites = _flat(parts), _flat(told)
    links = {(i, j) for j, sentence in enumerate(rewrites) for i in sentence.tells}
    sections = {(a, b) for b, part in enumerate(told) for a in part.tells}
    counts = {sentence.words: 0 for sentence in originals}
    for sentence in originals:
        counts[sentence.words] += 1
    return Chapter(
        _article(parts),
        _article(told),
        [TITLE, *(sentence.words for sentence in originals)],
        [TITLE, *(sentence.words for sentence in rewrites)],
        {(0, 0)} | {(i + 1, j + 1) for i, j in links},
        {(0, 0)} | {(a + 1, b + 1) for a, b in sections},
        {i + 1 for i, sentence in enumerate(originals) if counts[sentence.words] > 1},
        {a + 1 for a in range(len(parts))} - {a + 1 for a, _ in sections},
        {b + 1 for b in range(len(told))} - {b + 1 for _, b in sections},
    )


def _flat(parts: list[Part]) -> list[Told]:
    return [told for part in parts for told in (part.heading, *part.sentences)]


def _article(parts: list[Part]) -> Article:
    blocks = [Block(Role.TITLE, TITLE)]
    for part in parts:
        blocks.append(Block(Role.HEADING, part.heading.words))
        words = [sentence.words for sentence in part.sentences]
        blocks += [Block(Role.BODY, " ".join(words[k : k + 5])) for k in range(0, len(words), 5)]
    return Article(tuple(blocks))
