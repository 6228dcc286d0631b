"""What property tests draw from: invented sentences, articles and rewrites, and texts of odd characters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from rewritediff.core.sentences import document_from_sentences
from rewritediff.core.tokens import TOKEN, fold, is_word
from rewritediff.core.values import Document, Sides

NOUNS = [
    "goat",
    "ferry",
    "lantern",
    "orchard",
    "bakery",
    "tunnel",
    "violin",
    "glacier",
    "notebook",
    "harbour",
    "kettle",
    "comet",
    "saddle",
    "library",
    "windmill",
    "pepper",
]
VERBS = ["repaired", "painted", "carried", "followed", "weighed", "borrowed", "mapped", "guarded", "copied", "washed", "opened", "measured"]
PEOPLE = ["Ada", "Bruno", "Chika", "Dmitri", "Elif", "Farah", "Goran", "Hana"]
PLACES = ["Velmora", "Lindqvist", "Oster Bay", "Tarn", "Quillan", "Brask"]

sentences = st.builds(
    "{} {} the {} and the {} near {} on {} mornings.".format,
    st.sampled_from(PEOPLE),
    st.sampled_from(VERBS),
    st.sampled_from(NOUNS),
    st.sampled_from(NOUNS),
    st.sampled_from(PLACES),
    st.integers(2, 99),
)
"""Invented sentences that have some words in common."""

texts = st.lists(st.lists(sentences, min_size=1, max_size=4).map(" ".join), max_size=4).map("\n\n".join)
"""Some short paragraphs of them."""

ODD = st.text(st.characters() | st.sampled_from(".!?…\n \u00a0\u2028\0\ud800\u200b\ufeffab1'’“”\"-–­´中한क्षि👩‍🚀é"), max_size=40)
"""Whatever a file may hold."""

words = st.lists(
    st.sampled_from(["the", "a", "of", "and", "ferry", "lantern", "orchard", "kettle", "violin", "Jong", "Un", "12", "don"]), max_size=14
)
marks = st.sampled_from([" ", " ", " ", " ", "’", "'", "-", " “", "” ", ", ", ". ", " — ", "\u00a0", "  "])


@st.composite
def phrases(draw: st.DrawFn) -> str:
    """Draw words with typography between them."""
    return "".join(word + draw(marks) for word in draw(words)).strip()


@dataclass(frozen=True)
class Known:
    """Hold a pair of texts whose links are known by how they were made."""

    original: list[str]
    rewrite: list[str]
    links: set[tuple[int, int]]


def folded_words(texts: Sequence[str]) -> list[list[str]]:
    """Give the folded words of each text, without punctuation: the slow and obvious way."""
    return [[folded for unit in TOKEN.findall(text) if is_word(folded := fold(unit))] for text in texts]


def article(length: int) -> list[str]:
    """Invent sentences that are unlike each other."""
    return [
        f"{PEOPLE[k % 8]} {VERBS[k % 12]} the {NOUNS[k * 5 % 16]}{k} beside a {NOUNS[(k * 7 + 3) % 16]}{k * 3} in {PLACES[k % 6]}{k}, "
        f"which cost {k * 37 + 11} coins."
        for k in range(length)
    ]


@st.composite
def known_rewrites(draw: st.DrawFn) -> Known:
    """Draw an article and a rewrite of it that drops, invents and rewords sentences but keeps their order."""
    original = article(draw(st.integers(6, 12)))
    rewrite: list[str] = []
    links: set[tuple[int, int]] = set()
    for number, sentence in enumerate(original):
        what = draw(st.sampled_from(["same", "same", "same", "dropped", "reworded", "invented"]))
        if what == "invented":
            rewrite.append(f"Nobody had foreseen such thunderous applause backstage {'abcdefghijkl'[number] * 5}.")
        if what != "dropped":
            links.add((number, len(rewrite)))
            rewrite.append(sentence.replace("beside", "close to") if what == "reworded" else sentence)
    return Known(original, rewrite, links)


def documents(original: list[str], rewrite: list[str]) -> Sides[Document]:
    """Make documents of sentences as they stand."""
    return Sides(document_from_sentences(original), document_from_sentences(rewrite))
