"""The words that a person reads: numbers agree with their nouns, zeros are left out, nothing is claimed that was not looked at."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from rewritediff.bundled import resource
from rewritediff.core.comparison import Comparison
from rewritediff.core.fragments import Row, RowKind
from rewritediff.core.settings import Settings
from rewritediff.core.values import (
    Article,
    Block,
    Coverage,
    Document,
    Finding,
    FindingKind,
    Link,
    Notice,
    Paragraph,
    Passage,
    Relation,
    Role,
    Sentence,
    Sides,
    Span,
    Strength,
)
from rewritediff.engine import compare
from rewritediff.loaders import load
from rewritediff.wording import (
    FINDING_KINDS,
    GLYPHS,
    Filter,
    RecordProblem,
    answer,
    continues,
    copied_words,
    counted,
    coverage_short,
    coverage_words,
    document_words,
    doubt_said,
    finding_message,
    fold_beginning,
    fold_counts,
    fold_words,
    left_for,
    listed,
    moved_from,
    notice_words,
    notices_of,
    paired_by,
    pairing_mark,
    passage_spoken,
    passage_title,
    place,
    progress_words,
    record_problem,
    relation_words,
    sentence_case,
    shape_mark,
    shape_words,
    share,
    sureness,
)
from rewritediff.wording.copying import copied_spoken
from rewritediff.wording.folds import first_words, nothing_copied_in
from rewritediff.wording.labels import LANGUAGES
from tests.doubtful import doubtful

SAME, EDITED, PARAPHRASED, OMITTED, INSERTED = Relation
CHECKED = Coverage((FindingKind.NUMBER,), ("tone",))


def document(roles: list[Role], paragraphs: list[int] | None = None) -> Document:
    """Make a document of sentences "S0." "S1." ..., each a paragraph of its own where nothing else is said."""
    numbers = paragraphs or list(range(len(roles)))
    text = "\n\n".join(f"S{k}." for k in range(len(roles)))
    starts = [text.index(f"S{k}.") for k in range(len(roles))]
    ends = [start + len(f"S{k}.") for k, start in enumerate(starts)]
    found = tuple(Sentence(start, end, number, role) for start, end, number, role in zip(starts, ends, numbers, roles, strict=True))
    last = numbers[-1] + 1 if numbers else 0
    return Document(text, tuple(Paragraph(0, 0, Role.BODY) for _ in range(last)), found)


def hand_made(*passages: Passage, furniture: int = 0, coverage: Coverage = CHECKED, findings: tuple[Finding, ...] = ()) -> Comparison:
    """Make a comparison of passages as they are given; the last sentences of both sides are headings."""
    sizes = (sum(len(p.original) for p in passages), sum(len(p.rewrite) for p in passages))
    roles = [[Role.BODY] * max(size - furniture, 0) + [Role.HEADING] * min(furniture, size) for size in sizes]
    sides = Sides(document(roles[0]), document(roles[1]))
    numbers = [{k: n for n, p in enumerate(passages) for k in getattr(p, side)} for side in ("original", "rewrite")]
    passage_of = Sides(*(tuple(found[k] for k in range(len(found))) for found in numbers))
    return Comparison(sides, passages, passage_of, Settings(), coverage=coverage, findings=findings)


def linked(k: int, j: int, relation: Relation, *, moved: bool = False) -> Passage:
    return Passage((k,), (j,), relation, (Link(k, j, 0.5, 0.9, moved),), 0.5, 0.9)


def omitted(k: int) -> Passage:
    return Passage((k,), (), OMITTED)


def inserted(j: int) -> Passage:
    return Passage((), (j,), INSERTED)


SPLIT = Passage((0,), (0, 1), PARAPHRASED, (Link(0, 0, 0.5, 0.9), Link(0, 1, 0.5, 0.9)), 0.5, 0.9)
MERGED = Passage((0, 1), (0,), EDITED, (Link(0, 0, 0.5, 0.9), Link(1, 0, 0.5, 0.9)), 0.5, 0.9)
DOUBTED = Passage((0, 1), (0,), EDITED, (Link(0, 0, 0.5, 0.9), Link(1, 0, 0.5, 0.3)), 0.5, 0.3)
NUMBERS = Finding(
    FindingKind.NUMBER, "number-changed", Strength.CHECK, (0,), Sides((Span(0, 2),), (Span(0, 2),)), Sides(("30 months",), ("36 months",))
)


ANSWERS = {
    "one of each": (
        hand_made(linked(0, 0, SAME), linked(1, 1, EDITED), linked(2, 2, PARAPHRASED), omitted(3), inserted(3)),
        "3 of 4 sentences have a counterpart (1 unchanged, 1 lightly, 1 heavily reworded) · 1 dropped · 1 new · nothing found to check",
    ),
    "one of two": (
        hand_made(linked(0, 0, EDITED), omitted(1)),
        "1 of 2 sentences has a counterpart (1 lightly reworded) · 1 dropped · nothing found to check",
    ),
    "all": (
        hand_made(linked(0, 0, SAME), linked(1, 1, PARAPHRASED)),
        "Both sentences have a counterpart (1 unchanged, 1 heavily reworded) · nothing found to check",
    ),
    "all three": (
        hand_made(linked(0, 0, SAME), linked(1, 1, SAME), linked(2, 2, EDITED)),
        "All 3 sentences have a counterpart (2 unchanged, 1 lightly reworded) · nothing found to check",
    ),
    "the only one": (hand_made(linked(0, 0, EDITED)), "The only sentence has a counterpart (1 lightly reworded) · nothing found to check"),
    "only unchanged": (
        hand_made(linked(0, 0, SAME), inserted(1)),
        "The only sentence has a counterpart (1 unchanged) · 1 new · nothing found to check",
    ),
    "merged sentences count each": (hand_made(MERGED), "Both sentences have a counterpart (2 lightly reworded) · nothing found to check"),
    "none": (
        hand_made(omitted(0), inserted(0)),
        "Nothing in common: no sentence has a counterpart · 1 dropped · 1 new · nothing found to check",
    ),
    "no rewrite": (hand_made(omitted(0)), "Nothing in common: the rewrite has no sentence · 1 dropped · nothing found to check"),
    "no original": (hand_made(inserted(0)), "Nothing in common: the original has no sentence · 1 new · nothing found to check"),
    "neither": (hand_made(), "Nothing to compare: neither side has a sentence · nothing found to check"),
    "nothing differs": (hand_made(linked(0, 0, SAME), linked(1, 1, SAME)), "Both texts are the same · both sentences are unchanged"),
    "moved": (
        hand_made(linked(1, 0, SAME, moved=True), linked(0, 1, SAME)),
        "Both sentences have a counterpart (2 unchanged) · 1 moved · nothing found to check",
    ),
    "new and furniture": (
        hand_made(linked(0, 0, EDITED), inserted(1), inserted(2), inserted(3), furniture=2, coverage=Coverage()),
        "The only sentence has a counterpart (1 lightly reworded) · 1 new and 2 headings or captions · facts not checked yet",
    ),
    "furniture alone": (
        hand_made(linked(0, 0, EDITED), inserted(1), furniture=1),
        "The only sentence has a counterpart (1 lightly reworded) · 1 new heading or caption · nothing found to check",
    ),
    "doubtful": (
        hand_made(DOUBTED, linked(2, 1, SAME)),
        "All 3 sentences have a counterpart (1 unchanged, 2 lightly reworded) · 2 doubtfully paired · nothing found to check",
    ),
    "to check": (
        hand_made(linked(0, 0, EDITED), findings=(NUMBERS,)),
        "The only sentence has a counterpart (1 lightly reworded) · 1 to check",
    ),
}


@pytest.mark.parametrize(("comparison", "line"), ANSWERS.values(), ids=ANSWERS.keys())
def test_the_answer(comparison: Comparison, line: str) -> None:
    assert str(answer(comparison)) == line


@pytest.mark.parametrize("comparison", [case[0] for case in ANSWERS.values()], ids=ANSWERS.keys())
def test_the_answer_never_says_kept_and_its_sentences_add_up(comparison: Comparison) -> None:
    said = answer(comparison)
    counts = {part.filter: part.count for part in said.parts if part.filter}
    apart = (Filter.UNCHANGED, Filter.LIGHTLY, Filter.HEAVILY, Filter.DROPPED, Filter.DROPPED_FURNITURE)
    assert "kept" not in str(said)
    assert sum(counts.get(key, 0) for key in apart) == len(comparison.documents.original.sentences)


def test_typography_alone_is_said() -> None:
    assert (
        str(answer(compare("He said “no”.", 'He said "no".')))
        == "Both texts are the same but for typography · the only sentence is unchanged"
    )


def test_shapes_are_told_from_the_rewrite() -> None:
    assert (shape_mark(SPLIT), shape_words(SPLIT)) == ("1→2", "two sentences from one")
    assert (shape_mark(MERGED), shape_words(MERGED)) == ("2→1", "one sentence from two")
    assert (shape_mark(omitted(0)), shape_words(linked(0, 0, SAME))) == ("", "")


def test_a_passage_is_spoken_whole() -> None:
    assert passage_spoken(hand_made(SPLIT), 0) == "Paraphrased, two sentences from one. Original: S0. Rewrite: S0. S1."
    assert passage_spoken(hand_made(omitted(0), inserted(0), furniture=1), 1) == "New heading. Rewrite: S0."
    assert passage_title(hand_made(linked(0, 0, EDITED), findings=(NUMBERS,)), 0) == "Lightly reworded, 1 thing to check"


def test_places_are_named_as_a_reader_looks_them_up() -> None:
    three = document([Role.BODY] * 4, [0, 1, 1, 2])
    assert [place(three, k) for k in range(4)] == ["¶ 1, the beginning", "¶ 2", "¶ 2", "¶ 3, the end"]
    assert place(document([Role.BODY] * 2, [0, 0]), 1) == "sentence 2"


def test_a_moved_passage_names_both_ends() -> None:
    comparison = hand_made(linked(2, 0, SAME, moved=True), linked(0, 1, SAME), linked(1, 2, SAME))
    moved = comparison.passages[0]
    assert moved_from(comparison, moved) == "from ¶ 3, the end"
    assert left_for(comparison, moved) == "moved to ¶ 1, the beginning: “S2.”"
    assert passage_title(comparison, 0) == "Unchanged, moved from ¶ 3, the end"


def test_a_further_row_names_the_other_side() -> None:
    assert continues(hand_made(SPLIT), SPLIT, Row(0, RowKind.CONTINUED, (), (1,))) == "continues sentence 1 of the original"
    assert continues(hand_made(SPLIT), SPLIT, Row(0, RowKind.CONTINUED, (0,), ())) == "continues sentences 1 and 2 of the rewrite"


NOTICES = {
    Notice("same-file"): "both sides are the same file",
    Notice("encoding", (("encoding", "cp1252"),)): "read as cp1252",
    Notice("replaced-bytes", (("count", 1),)): "1 byte could not be read and was replaced by �",
    Notice("replaced-bytes", (("count", 2000),)): "2,000 bytes could not be read and were replaced by �",
    Notice("invisible-removed", (("count", 1),)): "1 invisible character was taken out",
    Notice("invisible-kept", (("count", 3),)): "3 invisible characters are part of the text",
    Notice("read-as-text", (("suffix", ".docx"),)): "its content is not .docx: read as plain text",
    Notice("read-as-text", (("suffix", ".md"), ("why", "size"))): "too large to be read as Markdown: read as plain text",
    Notice("read-as-text", (("suffix", ".md"), ("why", "nesting"))): "too deeply nested to be read as Markdown: read as plain text",
    Notice("languages-differ", (("original", "en"), ("rewrite", "de"))): (
        "the original is in English, the rewrite in German: sentences were paired only where the evidence is strong"
    ),
    Notice("left-out", (("what", "comment"), ("count", 2))): "2 comments left out",
    Notice("never-heard-of", (("count", 2),)): "never heard of (count 2)",
}


@pytest.mark.parametrize(("notice", "words"), NOTICES.items(), ids=[f"{n.code}-{k}" for k, n in enumerate(NOTICES)])
def test_notices(notice: Notice, words: str) -> None:
    assert notice_words(notice) == words


def test_every_bundled_language_has_its_name() -> None:
    tables = [json.loads(path.read_text(encoding="utf-8")) for path in resource("languages").glob("*.json")]
    assert {table["language"]: table["name"] for table in tables} == LANGUAGES


def test_an_ordinary_encoding_goes_without_saying() -> None:
    utf8, other = Notice("encoding", (("encoding", "utf-8"),)), Notice("encoding", (("encoding", "koi8-r"),))
    sides = Sides(Document("", (), (), notices=(utf8,)), Document("", (), (), notices=(other,)))
    comparison = Comparison(sides, (), Sides((), ()), Settings(), notices=(Notice("same-file"),))
    assert list(notices_of(comparison)) == [("", "both sides are the same file"), ("rewrite", "read as koi8-r")]


def test_findings_ask_and_do_not_judge() -> None:
    assert finding_message(NUMBERS) == "Numbers differ: original has 30 months, rewrite has 36 months"
    claim = Finding(FindingKind.CLAIM, "claim-new", Strength.LOOK, (0,), Sides((), ()), Sides((), ("scientists say",)))
    assert finding_message(claim) == "New claim: scientists say"
    assert set(FINDING_KINDS) == set(FindingKind)


@pytest.mark.parametrize(
    ("checks", "looks", "text", "key", "more"),
    [
        (2, 3, "2 to check", Filter.CHECK, "and 3 to look at"),
        (1, 0, "1 to check", Filter.CHECK, ""),
        (0, 3, "3 to look at", Filter.LOOK, ""),
        (0, 0, "nothing found to check", None, ""),
    ],
)
def test_the_answer_counts_what_is_to_be_checked(checks: int, looks: int, text: str, key: Filter | None, more: str) -> None:
    look, note = (replace(NUMBERS, strength=strength) for strength in (Strength.LOOK, Strength.NOTE))
    found = (*[replace(NUMBERS, strength=Strength.CHECK)] * checks, *[look] * looks, note)
    last = answer(hand_made(Passage((0,), (0,), EDITED, (Link(0, 0, 0.9, 0.9),), 0.9, 0.9), findings=found)).parts[-1]
    assert (last.text, last.filter, last.count, last.more) == (text, key, checks or looks, more)


def test_what_was_checked_is_said_in_short() -> None:
    comparison = compare("The house by the sea was sold to a man from the city.", "The house by the sea was sold.")
    checked = replace(comparison, coverage=Coverage((FindingKind.NUMBER, FindingKind.DATE), ("name", "tone", "emphasis")))
    assert coverage_short(checked) == "facts checked for English: 2 kinds; never tone or emphasis"
    assert coverage_words(checked.coverage) == "checked: number and date · not checked: name · never checked: tone and emphasis"
    assert coverage_short(replace(comparison, coverage=Coverage())) == "facts not checked yet"


def test_what_was_not_checked_is_said() -> None:
    assert coverage_words(Coverage()) == "facts not checked yet"
    assert coverage_words(CHECKED) == "checked: number · never checked: tone"


def test_copied_words_are_counted_once_and_quoted_ones_apart() -> None:
    text = "One two three four five six seven."
    assert copied_words(compare(text, text)).startswith("100 % of the rewrite was taken over word for word, 6 words in a row or more")
    assert copied_words(compare(text, "Eight nine ten.")) == "no 6 words in a row were taken over word for word"


def test_documents_are_measured(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("texts") / "one.txt"
    path.write_text("Only one sentence.", encoding="utf-8")
    assert document_words(compare(load(path), "x").documents.original) == "1 sentence, 3 words"
    assert document_words(Document("猫 犬", (), (), language="ja")) == "0 sentences, 2 characters"


def test_every_relation_has_a_glyph_and_words_of_its_own() -> None:
    assert len(set(GLYPHS.values())) == len(Relation)
    assert len({relation_words(relation) for relation in Relation}) == len(Relation)
    assert relation_words(INSERTED, Role.CAPTION) == "new caption"
    assert relation_words(SAME, Role.CAPTION) == "unchanged"


def test_a_bad_record_is_named_by_its_line_where_it_has_no_id() -> None:
    assert record_problem(RecordProblem.NOT_UTF8, line=3) == "line 3: it is not UTF-8"
    assert record_problem(RecordProblem.NO_SIDE, "rewrite") == "it has no “rewrite”"
    assert '{"path": "…"}' in record_problem(RecordProblem.BAD_SIDE, "original")


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Short and whole.", "Short and whole."),
        (
            "A sentence of many words, which goes on and on until nobody listens any more.",
            "A sentence of many words, which goes on and on until nobody …",
        ),
        ("猫" * 90, "猫" * 60 + " …"),
    ],
)
def test_the_first_words_of_a_fold_end_with_a_word_where_there_are_words(sentence: str, words: str) -> None:
    assert first_words(compare([sentence], []).documents.original, 0) == words


def test_a_fold_counts_furniture_apart_and_says_where_it_stands() -> None:
    headings = Article(tuple(Block(role, f"Part {k}") for k, role in enumerate((Role.HEADING, Role.BODY, Role.BODY))))
    comparison = compare(headings, [])
    rows = comparison.rows()
    assert fold_words(comparison, rows) == "2 dropped sentences and 1 heading or caption, all with numbers, ¶ 1 to ¶ 2"
    assert fold_words(comparison, rows[:1]) == "1 dropped heading or caption, 1 with a number, ¶ 1"
    assert fold_beginning(comparison, rows[1:]) == "Part 1"


def test_an_unknown_step_has_words_too() -> None:
    assert (progress_words("alignment"), progress_words("?")) == ("Aligning", "Comparing")


def test_grammar() -> None:
    assert [counted(n, "sentence") for n in (0, 1, 2000)] == ["0 sentences", "1 sentence", "2,000 sentences"]
    assert [listed(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
    assert [share(*pair) for pair in ((0, 0), (0, 5), (1, 1000), (999, 1000), (5, 5), (1, 3))] == [
        "0 %",
        "0 %",
        "<1 %",
        ">99 %",
        "100 %",
        "33 %",
    ]
    assert sentence_case("all 38 of Them") == "All 38 of Them"


def test_a_doubtful_pairing_is_marked_and_named() -> None:
    comparison = hand_made(DOUBTED, linked(2, 1, SAME))
    assert [pairing_mark(comparison, number) for number in range(2)] == ["2→1?", ""]
    assert passage_title(comparison, 0) == "Lightly reworded, one sentence from two, doubtful pairing"
    assert sureness(comparison, 0) == "pairing: 30 % sure"
    assert str(doubt_said(comparison, 0)) == "doubtful pairing: does “S1.” of the original belong here?"
    alone = Passage((0,), (0,), EDITED, (Link(0, 0, 0.5, 0.3),), 0.5, 0.3)
    assert str(doubt_said(hand_made(alone), 0)) == "doubtful pairing"


def test_a_pairing_is_never_said_to_be_all_sure_when_it_is_not() -> None:
    sure = Passage((0,), (0,), EDITED, (Link(0, 0, 0.5, 0.9999),), 0.5, 0.9999)
    assert sureness(hand_made(sure), 0) == "pairing: >99 % sure"


def test_reasons_name_key_words_and_the_runner_up() -> None:
    comparison = doubtful()
    reasons = comparison.reasons(0)
    assert paired_by(comparison, 0, reasons) == "paired by: ferry, Yokohama carried 240 people"
    said = doubt_said(comparison, 0)
    assert str(said).startswith("doubtful pairing: sentence 3 of the rewrite came close too (“The ferry from Yokohama had very")
    assert str(said).endswith("very…”)")
    assert (said.link, said.passage) == ("sentence 3 of the rewrite", comparison.passage_of.rewrite[2])
    assert paired_by(comparison, 0, replace(reasons, key_words=())) == "paired by parts of words and by place: no key word is shared"


@pytest.mark.parametrize(
    ("sentences", "said"),
    [
        (["One.", "Two."], "2 dropped sentences"),
        (["One 1.", "Two."], "2 dropped sentences, 1 with a number"),
        (["In 1990.", "In 1991.", "Never."], "3 dropped sentences, 2 with numbers"),
        (["In 1990.", "In 1991."], "2 dropped sentences, all with numbers"),
        (["In 1990."], "1 dropped sentence, 1 with a number"),
    ],
)
def test_a_fold_counts_sentences_with_numbers(sentences: list[str], said: str) -> None:
    comparison = compare(sentences, [])
    assert fold_counts(comparison, comparison.rows()) == said


def test_unchanged_sentences_are_not_asked_for_numbers() -> None:
    comparison = compare(["In 1990."], ["In 1990."])
    assert fold_counts(comparison, comparison.rows()) == "1 unchanged sentence"


@pytest.mark.parametrize(
    ("originals", "rewrites", "said"),
    [
        (31, 0, "31 sentences of the original with nothing copied"),
        (1, 12, "1 sentence of the original and 12 sentences of the rewrite with nothing copied"),
    ],
)
def test_a_fold_of_the_copied_view_counts_both_sides(originals: int, rewrites: int, said: str) -> None:
    assert nothing_copied_in(originals, rewrites) == said


@pytest.mark.parametrize(
    ("copied", "quoted", "said"),
    [
        (0, 0, "Nothing copied"),
        (1, 0, "1 copied word"),
        (7, 7, "7 copied words, in quotation marks"),
        (9, 2, "9 copied words, 2 in quotation marks"),
    ],
)
def test_copied_words_are_said(copied: int, quoted: int, said: str) -> None:
    assert copied_spoken(copied, quoted) == said
