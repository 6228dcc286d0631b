"""What is marked inside sentences, and where marks would only be confetti."""

from __future__ import annotations

from rewritediff.core.marking import kept_share
from rewritediff.core.values import Side
from rewritediff.engine import compare
from rewritediff.exporters.marks import Mark, Marker


def marked(original: str | list[str], rewrite: str | list[str], side: Side = Side.REWRITE) -> list[tuple[str, Mark]]:
    comparison = compare(original, rewrite)
    sentences = range(len(comparison.documents[side].sentences))
    marker = Marker(comparison)
    return [(piece.text, piece.mark) for k in sentences for piece in marker.pieces(side, k) if piece.mark is not Mark.PLAIN]


def test_removed_words_stand_in_the_original_and_added_ones_in_the_rewrite() -> None:
    texts = ("The gates would not harm the seagrass.", "The gates would harm the young seagrass.")
    assert marked(*texts, Side.ORIGINAL) == [("not", Mark.REMOVED)]
    assert marked(*texts, Side.REWRITE) == [("young", Mark.ADDED)]


def test_typography_is_quiet() -> None:
    assert marked("He said it's “no” - never.", 'He said it’s "no" – never.') == []


def test_a_sentence_without_a_counterpart_is_not_marked_word_by_word() -> None:
    assert marked("Only here it stands.", "Quite another matter, this.") == []


def test_where_little_is_kept_the_shared_terms_are_marked_on_both_sides() -> None:
    original = "Mayor Ilse Brandström called the vote “a promise kept to every family that has carried sandbags in the dark.”"
    rewrite = "The mayor, Ilse Brandström, said the decision honoured a pledge to all the families who had hauled sandbags at night."
    assert marked(original, rewrite, Side.ORIGINAL) == [("Mayor Ilse Brandström", Mark.TERM), ("sandbags", Mark.TERM)]
    assert [text for text, _ in marked(original, rewrite)] == ["mayor", "Ilse Brandström", "sandbags"]


def test_marks_stop_at_the_end_of_each_sentence() -> None:
    one = ["The council voted to build a barrier and the work will begin in September."]
    two = ["The council voted to build a barrier.", "The work will begin in September."]
    assert all(text in " ".join(two) for text, _ in marked(one, two))


def test_the_share_of_kept_words_counts_both_sides() -> None:
    comparison = compare("one two three four", "one two three five")
    assert kept_share(comparison.edits(0), comparison.texts) == 0.75
