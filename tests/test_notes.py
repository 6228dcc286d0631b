"""Passages as notes to paste into a mail."""

from rewritediff import compare
from rewritediff.core.comparison import Comparison
from rewritediff.core.settings import DEFAULT_SETTINGS
from rewritediff.core.values import Document, Paragraph, Passage, Relation, Role, Sentence, Sides
from rewritediff.wording.notes import note, note_place


def test_a_note_holds_both_versions_and_where_they_stand() -> None:
    comparison = compare("Short lead.\n\nThe  mayor spoke for an hour on Monday.", "The mayor spoke for an hour on Monday.")
    number = comparison.passage_of.original[1]
    assert note(comparison, [number]) == (
        "Unchanged\n\n"
        "Original, ¶ 2, sentence 2:\nThe mayor spoke for an hour on Monday.\n\n"
        "Rewrite, sentence 1:\nThe mayor spoke for an hour on Monday."
    )


def test_a_note_says_what_is_missing() -> None:
    comparison = compare("", "Nobody asked.")
    assert note(comparison, [0]) == "New\n\nOriginal: not in the original\n\nRewrite, sentence 1:\nNobody asked."


def test_several_passages_follow_each_other_each_once() -> None:
    comparison = compare("One is here. Two is here.", "One is here. Two is here.")
    assert note(comparison, [1, 0, 1]).split("\n\n* * *\n\n") == [note(comparison, [1]), note(comparison, [0])]


def test_what_stands_between_is_left_out_and_shown_to_be() -> None:
    sentences = tuple(Sentence(2 * k, 2 * k + 1, 0, Role.BODY) for k in range(3))
    document = Document("A B C", (Paragraph(0, 5, Role.BODY),), sentences, "a.txt")
    passages = (Passage((0, 2), (), Relation.OMITTED), Passage((1,), (), Relation.OMITTED))
    comparison = Comparison(Sides(document, Document("", (), ())), passages, Sides((0, 1, 0), ()), DEFAULT_SETTINGS)
    assert "Original (a.txt), sentences 1 and 3:\nA […] C" in note(comparison, [0])


def test_titles_headings_and_captions_are_not_counted() -> None:
    roles = (Role.TITLE, Role.BODY, Role.HEADING, Role.LIST_ITEM, Role.CAPTION)
    paragraphs = tuple(Paragraph(2 * k, 2 * k + 1, role) for k, role in enumerate(roles))
    sentences = tuple(Sentence(2 * k, 2 * k + 1, k, role) for k, role in enumerate(roles))
    document = Document("A B C D E", paragraphs, sentences)
    assert document.paragraph_numbers == document.sentence_numbers == (1, 1, 2, 2, 2)
    assert note_place(document, (2, 3)) == "¶ 2, sentence 2"


def test_several_paragraphs_are_named() -> None:
    comparison = compare("One.\n\nTwo.\n\nThree.", "")
    assert note_place(comparison.documents.original, (0, 1)) == "¶ 1 and 2, sentences 1 and 2"
