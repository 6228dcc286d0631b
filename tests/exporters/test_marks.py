"""What is marked inside sentences, and where marks would only be confetti."""

from __future__ import annotations

from dataclasses import replace

from rewritediff.core.marking import kept_share
from rewritediff.core.values import Finding, FindingKind, Side, Sides, Span, Strength
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


def test_the_words_of_findings_are_cut_out_and_the_pieces_still_make_the_sentence() -> None:
    comparison = compare("It will take about thirty long months.", "It will take about forty long months.")
    text = comparison.texts.rewrite

    def finding(words: str, strength: Strength) -> Finding:
        span = Span(text.index(words), text.index(words) + len(words))
        return Finding(FindingKind.NUMBER, "x", strength, (0,), Sides((), (span,)), Sides((), (words,)))

    found = (finding("forty long", Strength.CHECK), finding("long months", Strength.LOOK), finding("It", Strength.NOTE))
    pieces = Marker(replace(comparison, findings=found), findings=True).pieces(Side.REWRITE, 0)
    assert "".join(piece.text for piece in pieces) == text
    assert [(piece.text, piece.mark, piece.strength) for piece in pieces if piece.strength or piece.mark is not Mark.PLAIN] == [
        ("forty", Mark.ADDED, Strength.CHECK),
        (" ", Mark.PLAIN, Strength.CHECK),
        ("long", Mark.PLAIN, Strength.CHECK),
        (" months", Mark.PLAIN, Strength.LOOK),
    ]
    assert all(piece.strength is None for piece in Marker(replace(comparison, findings=found)).pieces(Side.REWRITE, 0))


def test_a_whole_sentence_without_counterpart_has_its_fill_and_no_wave() -> None:
    comparison = compare("Only here it stands.", "Quite another matter, this.")
    number = comparison.passage_of.rewrite[0]
    whole = comparison.documents.rewrite.sentences[0].span
    claim = Finding(FindingKind.CLAIM, "x", Strength.CHECK, (number,), Sides((), (whole,)), Sides((), ("this",)))
    pieces = Marker(replace(comparison, findings=(claim,)), findings=True).pieces(Side.REWRITE, 0)
    assert [piece.strength for piece in pieces] == [None]
