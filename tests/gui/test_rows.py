"""What rows show, without Qt."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from rewritediff import compare, load
from rewritediff.bundled import sample_pair
from rewritediff.core.comparison import Comparison
from rewritediff.core.fragments import RowKind
from rewritediff.core.values import Relation, Role, Side, Sides
from rewritediff.gui.changes import change_item
from rewritediff.gui.row_sheet import Options
from rewritediff.gui.row_text import shown_text
from rewritediff.gui.row_words import rows_as_text, spoken, text_between
from rewritediff.gui.rows import Presentation, RunKind, kinds_of, present
from rewritediff.gui.shown import options
from rewritediff.gui.state import State
from rewritediff.wording import Filter, answer

Make = Callable[..., Comparison]
SAME, EDITED, PARAPHRASED, OMITTED, INSERTED = Relation


@pytest.fixture
def story(make: Make) -> Comparison:
    """Hold every kind of row: a title, a split told with an invention between, a dropped, a moved and an unchanged sentence."""
    return make(
        [["#The big title"], ["One is here.", "Two is gone."], ["Three moved away.", "Four ends it."]],
        [["#The title"], ["One is here, they say.", "All new.", "It stays."], ["Three moved away.", "Four ends it."]],
        [
            ([0], [0], EDITED),
            ([1], [1, 3], PARAPHRASED),
            ([], [2], INSERTED),
            ([2], [], OMITTED),
            ([3], [4], SAME),
            ([4], [5], SAME),
        ],
        moved=[4],
    )


def kinds(presentation: Presentation) -> list[tuple[int, str]]:
    return [(row.passage, row.kind.value) for row in presentation.rows]


def marked(presentation: Presentation, row: int, side: Side) -> list[tuple[str, str]]:
    shown = presentation.content(row).sides[side]
    return [(run.kind.value, shown.text.text[run.start : run.end]) for run in shown.runs]


def row_with(presentation: Presentation, kind: RowKind) -> int:
    return next(k for k, row in enumerate(presentation.rows) if row.kind is kind)


def test_importing_rows_loads_no_qt() -> None:
    code = "import sys, rewritediff.gui.rows; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_every_sentence_is_shown_once(story: Comparison) -> None:
    presentation = present(story)
    for side in Side:
        shown = [presentation.content(k).sides[side].text.text for k in range(len(presentation.rows))]
        expected = [story.documents[side].quote(k) for k in range(len(story.documents[side].sentences))]
        assert sorted(filter(None, shown)) == sorted(expected)


@pytest.mark.parametrize(
    ("shown", "passages"),
    [
        ({"same"}, {4, 5}),
        ({"omitted"}, {3}),
        ({"inserted"}, {2}),
        ({"moved"}, {4}),
        ({"split"}, {1}),
        ({"edited", "paraphrased"}, {0, 1}),
        ({"merged"}, set()),
    ],
)
def test_a_filter_keeps_the_rows_of_its_passages(story: Comparison, shown: set[str], passages: set[int]) -> None:
    presentation = present(story, Options(shown=frozenset(shown)))
    assert {row.passage for row in presentation.rows} == passages
    assert bool(presentation.message) == (not passages)


def test_an_empty_comparison_says_so(make: Make) -> None:
    assert present(make([], [], [])).message


def test_the_list_of_changes_names_the_side_of_what_stands_in_the_original_alone(story: Comparison) -> None:
    places = {passage.relation: change_item(story, number).place for number, passage in enumerate(story.passages)}
    assert places[Relation.OMITTED].startswith("original ¶ ")
    assert places[Relation.INSERTED].startswith("¶ ")
    assert places[Relation.PARAPHRASED].startswith("¶ ")


def test_glyphs_and_small_words(story: Comparison) -> None:
    presentation = present(story)
    by_passage = {row.passage: presentation.content(k) for k, row in enumerate(presentation.rows) if row.kind is RowKind.PASSAGE}
    glyphs = {number: "".join(side.glyph for side in content.sides) for number, content in by_passage.items()}
    assert glyphs == {0: "~~", 1: "≈≈", 2: "+", 3: "−", 4: "⇄⇄", 5: ""}
    assert by_passage[1].pill == "1→2"
    assert by_passage[2].sides.original.label == "not in the original"
    assert by_passage[3].sides.rewrite.label == "dropped"
    assert by_passage[4].sides.original.label == "from ¶ 2, the end"
    left = presentation.content(row_with(presentation, RowKind.LEFT))
    further = presentation.content(row_with(presentation, RowKind.CONTINUED))
    assert left.sides.original.label == "moved to ¶ 2, the end: “Three moved away.”"
    assert further.sides.original.label == "continues sentence 1 of the original"
    assert not further.pill


def test_a_title_and_a_paragraph_are_known(story: Comparison) -> None:
    presentation = present(story)
    first = presentation.content(0)
    assert first.sides.original.role is Role.TITLE
    assert first.spaced
    last = presentation.content(len(presentation.rows) - 1)
    assert not last.spaced


def test_items_of_one_list_stand_together(make: Make) -> None:
    text = [["-one item"], ["-two items"]]
    presentation = present(make(text, text, [([0], [0], SAME), ([1], [1], SAME)]))
    assert not presentation.content(1).spaced
    assert presentation.content(1).sides.original.opens


def test_words_gone_and_come_are_marked(make: Make) -> None:
    pair = make([["The fee will rise in the spring."]], [["The fee will fall in the spring."]], [([0], [0], EDITED)])
    presentation = present(pair)
    assert marked(presentation, 0, Side.ORIGINAL) == [("removed", "rise")]
    assert marked(presentation, 0, Side.REWRITE) == [("added", "fall")]
    assert marked(present(pair, Options(word_marks=False)), 0, Side.ORIGINAL) == []


def test_added_quotation_marks_are_marked_themselves(make: Make) -> None:
    pair = make([["It’s a good act, he said."]], [["“It’s a good act,” he said."]], [([0], [0], EDITED)])
    found = present(pair, Options(typography=True)).content(0).sides.rewrite
    dotted = [found.text.text[run.start : run.end] for run in found.runs if run.kind is RunKind.TYPOGRAPHIC]
    assert dotted == ["“It", ",”"]


def test_typography_is_quiet_until_asked_for(make: Make) -> None:
    pair = make([["It is ‘fine’ here."]], [['It is "fine" here.']], [([0], [0], SAME)])
    assert marked(present(pair), 0, Side.REWRITE) == []
    assert "typographic" in {kind for kind, _ in marked(present(pair, Options(typography=True)), 0, Side.REWRITE)}


def test_whole_sentences_without_counterpart_are_one_run(story: Comparison) -> None:
    presentation = present(story, Options(shown=frozenset({"omitted"})))
    assert marked(presentation, 0, Side.ORIGINAL) == [("whole", "Two is gone.")]


def test_strong_rewording_is_plain_with_key_terms(make: Make) -> None:
    pair = make(
        [["Mayor Brandström called the harbour vote a promise to every family with sandbags."]],
        [["After years of quarrels over the harbour, sandbags will be history, says Brandström."]],
        [([0], [0], PARAPHRASED)],
    )
    presentation = present(pair)
    assert presentation.content(0).plain
    assert {text for _, text in marked(presentation, 0, Side.REWRITE)} == {"harbour", "sandbags", "Brandström"}
    assert {run.kind for run in presentation.content(0).sides.original.runs} == {RunKind.KEY_TERM}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("one\nline", "one line"),
        ("one  \r\n   line", "one line"),
        ("tab\there", "tab here"),
        ("plain text", "plain text"),
        ("half \ud83d here", "half \ufffd here"),
        ("a\u2028b", "a b"),
    ],
)
def test_soft_breaks_become_blanks_and_offsets_lead_back(make: Make, text: str, shown: str) -> None:
    document = make([[text, "Next one."]], [["x"]], [([0, 1], [0], EDITED)]).documents.original
    made = shown_text(document, (0, 1))
    assert made.text == shown + " Next one."
    for offset, character in enumerate(made.text):
        if character not in " \ufffd":
            assert document.text[made.to_document(offset)] == character
            assert made.to_shown(made.to_document(offset)) == offset


def test_only_rows_asked_for_compare_their_words(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    sentences = [[f"Sentence number {k} is this one."] for k in range(300)]
    pair = make(sentences, sentences, [([k], [k], EDITED) for k in range(300)])
    compared: list[int] = []
    edits = Comparison.edits
    monkeypatch.setattr(Comparison, "edits", lambda self, number: compared.append(number) or edits(self, number))
    presentation = present(pair)
    for _ in range(3):
        presentation.content(7)
    presentation.unmarked(9)
    present(pair, Options(shown=frozenset({"edited"})), presentation).content(7)
    assert compared == [7]


def test_stepping_stops_at_changed_passages_only(story: Comparison) -> None:
    presentation = present(story)
    found, row = [], presentation.step(None, 1)
    while row is not None:
        found.append(presentation.rows[row].passage)
        row = presentation.step(row, 1)
    assert sorted(found) == [0, 1, 2, 3, 4]
    assert presentation.step(None, -1, frozenset({"omitted"})) == presentation.row_of(3)
    assert presentation.step(None, 1, frozenset({"merged"})) is None


def test_a_hidden_row_is_stood_for_by_the_next_one_shown(story: Comparison) -> None:
    everything = present(story)
    changed = present(story, Options(shown=frozenset({"omitted", "moved"})), everything)
    at = everything.row_of(3)
    assert at is not None
    assert changed.rows[changed.nearest(everything.rows[at], story)].passage == 3
    assert changed.rows[changed.nearest(everything.rows[0], story)].passage == changed.rows[0].passage


def test_the_place_is_found_in_another_comparison_of_the_same_texts(story: Comparison) -> None:
    again = replace(story)
    before, after = present(story), present(again)
    assert before.shows_same_texts(after)
    assert all(after.rows[after.nearest(row, story)].passage == row.passage for row in before.rows if row.kind is RowKind.PASSAGE)


def test_text_is_copied_with_its_paragraphs(story: Comparison) -> None:
    presentation = present(story)
    last = len(presentation.rows) - 1
    copied = text_between(presentation, Side.REWRITE, (0, 1), (last, 4))
    assert copied.startswith("The title\n\nOne is here, they say.")
    assert copied.endswith("Three moved away. Four")


def test_rows_are_copied_with_their_relation(story: Comparison) -> None:
    presentation = present(story)
    row = presentation.row_of(3)
    assert row is not None
    assert rows_as_text(presentation, [row]) == "Dropped\nOriginal: Two is gone."


def test_a_cell_is_said_with_its_relation_and_side(story: Comparison) -> None:
    presentation = present(story)
    row = presentation.row_of(2)
    assert row is not None
    assert spoken(presentation, row, Side.REWRITE) == "New. Rewrite: All new."
    assert spoken(presentation, row, Side.ORIGINAL) == "New. Original: not in the original. Rewrite: All new."


def test_heads_name_the_document_and_its_size(story: Comparison) -> None:
    assert Sides(*(present(story).head(side) for side in Side)).original == ("Original", "a.txt", "5 sentences, 15 words, 3 paragraphs")


def test_rearranged_passages_pass_both_filters(make: Make) -> None:
    pair = make([["a b.", "c d."]], [["c b.", "a d."]], [([0, 1], [0, 1], EDITED)])
    assert kinds_of(pair, 0) == {"edited", "split", "merged"}


@pytest.mark.parametrize(
    ("shown", "passages"),
    [
        ({"omitted"}, {1}),
        ({"omitted-furniture"}, {0}),
        ({"inserted"}, {3}),
        ({"inserted-furniture"}, {2}),
        ({"omitted", "inserted"}, {1, 3}),
    ],
)
def test_furniture_without_counterpart_is_shown_apart(make: Make, shown: set[str], passages: set[int]) -> None:
    pair = make(
        [["#The old title"], ["All gone."]],
        [["#The new title"], ["All new."]],
        [([0], [], OMITTED), ([1], [], OMITTED), ([], [0], INSERTED), ([], [1], INSERTED)],
    )
    assert {row.passage for row in present(pair, Options(shown=frozenset(shown))).rows} == passages


def test_every_part_of_the_answer_shows_as_many_sentences_as_it_counts() -> None:
    found = compare(*map(load, sample_pair()))
    for part in answer(found).parts:
        if part.filter not in (None, Filter.CHECK):  # what is to check are findings, not sentences
            shown = present(found, options(State(filter=frozenset({part.filter})))).rows
            side = Side.REWRITE if part.filter in (Filter.NEW, Filter.NEW_FURNITURE) else Side.ORIGINAL
            sentences = {k for row in shown if row.kind is not RowKind.LEFT for k in row.sentences(side)}
            assert len(sentences) == part.count, part.text


def test_stepping_stops_at_furniture_too(make: Make) -> None:
    pair = make([["One stays."]], [["One stays."], ["#The new title"]], [([0], [0], SAME), ([], [1], INSERTED)])
    assert present(pair).step(0, 1) == 1


def test_a_dropped_section_is_named_once_beside_its_heading() -> None:
    pair = Path(__file__).parent.parent / "pairs" / "sections"
    presentation = present(compare(load(pair / "original.txt"), load(pair / "rewrite.txt")))
    labels = [presentation.content(k).sides.rewrite.label for k in range(len(presentation.rows))]
    assert [label for label in labels if label.startswith("dropped")] == ["dropped section, 4 sentences", *["dropped"] * 4]
    title = change_item(presentation.comparison, presentation.rows[labels.index("dropped section, 4 sentences")].passage).title
    assert title == "Dropped section, 4 sentences"
