"""The outline: sections or paragraphs, and counts that add up to those of the answer line."""

from __future__ import annotations

import pytest

from rewritediff import compare, load
from rewritediff.bundled import sample_pair
from rewritediff.core.comparison import Comparison
from rewritediff.core.values import Article, Block, Role
from rewritediff.gui.outline import Outline, outline_of
from rewritediff.wording.outline import EntryKind, entry_counts

ORIGINAL = """# The harbour plan

## Money

The city borrows thirty million euros from a state bank. The rest comes from a fee on each tonne of cargo.

## Wildlife

Seagrass beds shelter young cod in the outer bay. Divers count them every autumn. Nobody counts the eels.

## Next steps

The council meets again on the second of April. It will then choose a contractor for the gates."""
REWRITE = """# The harbour plan

## Money

The city borrows thirty million euros from a state bank. Taxpayers are furious about it. The rest comes from a fee on each tonne of cargo.

## What critics say

Climate researchers call the whole wall a monument to denial. A professor predicts a second one within twenty years.

## Next steps

The council meets again on the second of April."""


def article(text: str) -> Article:
    """Make an article of lines: # begins its title, ## a heading."""
    roles = {"#": Role.TITLE, "##": Role.HEADING}
    blocks = [Block(roles.get(line.split()[0], Role.BODY), line.lstrip("# ")) for line in text.split("\n\n")]
    return Article(tuple(blocks))


def outlined(comparison: Comparison) -> Outline:
    return outline_of(comparison, comparison.rows())


def compared() -> Comparison:
    return compare(article(ORIGINAL), article(REWRITE))


@pytest.fixture
def sections() -> Outline:
    return outlined(compared())


def sums(outline: Outline) -> tuple[int, int, int]:
    entries = outline.entries
    return sum(e.counterpart for e in entries), sum(e.dropped for e in entries), sum(e.new for e in entries)


def test_sections_dropped_and_new_are_one_entry_each(sections: Outline) -> None:
    named = {entry.title: entry for entry in sections.entries}
    assert named["Wildlife"].kind is EntryKind.DROPPED
    assert named["Wildlife"].place.startswith("original ¶ ")
    assert named["Wildlife"].dropped == 3
    assert named["What critics say"].kind is EntryKind.NEW
    assert named["What critics say"].new == 2
    assert (named["Money"].kind, named["Money"].new) == (EntryKind.SECTION, 1)
    assert (named["Next steps"].kind, named["Next steps"].dropped) == (EntryKind.SECTION, 1)


def test_entries_stand_in_the_order_of_the_texts(sections: Outline) -> None:
    titles = [entry.title for entry in sections.entries]
    assert titles[0] == "Money"
    assert titles.index("Money") < titles.index("Wildlife") < titles.index("Next steps")


def test_a_title_alone_is_no_section_of_its_own(sections: Outline) -> None:
    assert [entry.title for entry in sections.entries] == ["Money", "Wildlife", "What critics say", "Next steps"]


def test_what_stands_before_the_first_heading_is_an_entry_where_it_says_something() -> None:
    lead = "A lead tells what it is all about, in a few words."
    whole = [article(text.replace("## Money", f"{lead}\n\n## Money")) for text in (ORIGINAL, REWRITE)]
    assert outlined(compare(*whole)).entries[0].title == "The harbour plan"


def test_a_section_that_moved_is_named_so() -> None:
    money, wildlife = ORIGINAL.index("## Money"), ORIGINAL.index("## Wildlife")
    steps = ORIGINAL.index("## Next")
    turned = f"{ORIGINAL[:money]}{ORIGINAL[wildlife:steps]}{ORIGINAL[money:wildlife]}{ORIGINAL[steps:]}"
    outline = outlined(compare(article(ORIGINAL), article(turned)))
    assert [entry.kind for entry in outline.entries].count(EntryKind.MOVED) == 1


def test_counts_add_up_to_the_answer() -> None:
    turned = compare(article(REWRITE), article(ORIGINAL))
    comparisons = [compared(), turned, compare(*map(load, sample_pair())), compare("", "One. Two.")]
    for comparison in comparisons:
        summary = comparison.summary()
        assert sums(outlined(comparison)) == (summary.with_counterpart, summary.dropped, summary.new)


def test_without_headings_the_paragraphs_of_the_rewrite_are_listed() -> None:
    comparison = compare(*map(load, sample_pair()))
    outline = outlined(comparison)
    assert {entry.kind for entry in outline.entries} == {EntryKind.PARAGRAPH}
    assert [entry.paragraph for entry in outline.entries] == list(range(len(comparison.documents.rewrite.paragraphs)))


def test_each_passage_is_in_the_entry_that_it_is_counted_in(sections: Outline) -> None:
    comparison = compared()
    assert len(sections.entry_of) == len(comparison.passages)
    dropped = next(k for k, entry in enumerate(sections.entries) if entry.kind is EntryKind.DROPPED)
    quotes = [
        comparison.documents.original.quote(p.original[0])
        for p, e in zip(comparison.passages, sections.entry_of, strict=True)
        if e == dropped
    ]
    assert quotes[0] == "Wildlife"
    assert "Nobody counts the eels." in quotes


@pytest.mark.parametrize(("original", "rewrite"), [("", ""), ("", "One here."), ("One here.", "")])
def test_an_empty_side_has_an_outline_too(original: str, rewrite: str) -> None:
    assert len(outlined(compare(original, rewrite)).entries) == bool(original or rewrite)


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((4, 1, 2), "4 sentences with a counterpart, 1 dropped, 2 new"),
        ((1, 0, 0), "1 sentence with a counterpart"),
        ((0, 12, 0), "12 sentences dropped"),
        ((0, 0, 0), "only headings or captions"),
    ],
)
def test_counts_are_said_in_words(counts: tuple[int, int, int], said: str) -> None:
    assert entry_counts(*counts) == said
