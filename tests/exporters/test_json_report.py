"""The JSON that others script against: every documented field is there, of its type, and offsets re-read the text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from rewritediff import __version__
from rewritediff.bundled import sample_pair
from rewritediff.core.comparison import Comparison
from rewritediff.core.values import Change, Relation, Role, Shape
from rewritediff.engine import compare
from rewritediff.exporters.json_report import dumped, export
from rewritediff.loaders import load
from tests.doubtful import doubtful

Json = dict[str, Any]
SIDES = ("original", "rewrite")


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    original, rewrite = sample_pair()
    return compare(load(original), load(rewrite))


@pytest.fixture(scope="module")
def report(comparison: Comparison) -> Json:
    found: Json = json.loads(export(comparison))
    return found


FIELDS = {
    "format": str, "version": int, "generator": str, "settings": dict, "original": dict, "rewrite": dict, "passages": list,
    "sections": list, "findings": list, "copied": list, "checked": list, "not_checked": list, "summary": dict,
}  # fmt: skip
SIDE_FIELDS = {"name": str, "language": str, "text": str, "sentences": list}
SENTENCE_FIELDS = {"start": int, "end": int, "paragraph": int, "role": str, "passage": int, "relation": str}
PASSAGE_FIELDS = {
    "original": list, "rewrite": list, "relation": str, "shape": str, "moved": bool, "similarity": float, "confidence": float,
    "links": list, "edits": list, "doubtful": bool, "runner_up": dict, "key_words": list,
}  # fmt: skip
COPIED_FIELDS = {"original": list, "rewrite": list, "words": int, "quoted": bool, "quoted_words": int}
SUMMARY_FIELDS = (
    "original_sentences", "rewrite_sentences", "same", "edited", "paraphrased", "omitted", "inserted",
    "moved", "split", "merged", "doubtful", "findings",
)  # fmt: skip


def check(record: Json, fields: Mapping[str, type]) -> None:
    for name, kind in fields.items():
        assert type(record[name]) is kind, name


def test_every_documented_field_is_there(report: Json) -> None:
    check(report, FIELDS)
    for side in SIDES:
        check(report[side], SIDE_FIELDS)
        for sentence in report[side]["sentences"]:
            check(sentence, SENTENCE_FIELDS)
    for passage in report["passages"]:
        check(passage, PASSAGE_FIELDS)
    for run in report["copied"]:
        check(run, COPIED_FIELDS)
    check(report["summary"], dict.fromkeys(SUMMARY_FIELDS, int))


def test_it_names_itself(report: Json) -> None:
    assert (report["format"], report["version"], report["generator"]) == ("rewritediff-comparison", 1, f"rewritediff {__version__}")
    assert report["settings"]["copied_words"] == 6


def test_words_come_from_closed_sets(report: Json) -> None:
    assert {p["relation"] for p in report["passages"]} <= {r.value for r in Relation}
    assert {p["shape"] for p in report["passages"]} <= {s.value for s in Shape}
    assert {e["change"] for p in report["passages"] for e in p["edits"]} <= {c.value for c in Change}
    assert {s["role"] for side in SIDES for s in report[side]["sentences"]} <= {r.value for r in Role}


def test_offsets_reread_the_sentences(report: Json, comparison: Comparison) -> None:
    for side, document in zip(SIDES, comparison.documents, strict=True):
        text = report[side]["text"]
        assert [text[s["start"] : s["end"]] for s in report[side]["sentences"]] == [
            document.quote(k) for k in range(len(document.sentences))
        ]


def test_edits_tile_the_words_of_each_passage(report: Json) -> None:
    for passage in report["passages"]:
        for side in SIDES:
            text = report[side]["text"]
            spans = [(s["start"], s["end"]) for s in (report[side]["sentences"][k] for k in passage[side])]
            marked = "".join(text[slice(*place)] for place in sorted(e[side] for e in passage["edits"] if e[side]))
            assert "".join(marked.split()) == "".join("".join(text[a:b] for a, b in spans).split())


def test_sentences_passages_and_links_agree(report: Json) -> None:
    for side in SIDES:
        for number, sentence in enumerate(report[side]["sentences"]):
            passage = report["passages"][sentence["passage"]]
            assert number in passage[side]
            assert sentence["relation"] == passage["relation"]
    for passage in report["passages"]:
        assert all(i in passage["original"] and j in passage["rewrite"] for i, j in passage["links"])
        assert bool(passage["links"]) == bool(passage["original"] and passage["rewrite"])


def test_the_summary_counts_passages(report: Json) -> None:
    relations = [passage["relation"] for passage in report["passages"]]
    assert {r.value: report["summary"][r.value] for r in Relation} == {r.value: relations.count(r.value) for r in Relation}
    assert report["summary"]["original_sentences"] == len(report["original"]["sentences"])
    assert report["summary"]["moved"] == sum(passage["moved"] for passage in report["passages"])


def test_copied_runs_reread_equal_words(report: Json) -> None:
    for run in report["copied"]:
        first, second = (report[side]["text"][slice(*run[side])] for side in SIDES)
        assert len(first.split()) == len(second.split())


def test_it_is_the_same_each_time(comparison: Comparison) -> None:
    original, rewrite = sample_pair()
    assert export(compare(load(original), load(rewrite))) == export(comparison)


def test_letters_stay_letters(comparison: Comparison) -> None:
    assert "Brandström" in export(comparison)


def test_half_a_character_can_be_written_and_read_back() -> None:
    line = dumped({"text": "a\ud800b"})
    assert json.loads(line.encode("utf-8")) == {"text": "a\ud800b"}


def test_what_has_no_edits_yet_is_one_edit() -> None:
    report = json.loads(export(compare("Gone.", "")))
    assert report["passages"][0]["edits"] == [{"change": "removed", "original": [0, 5], "rewrite": None}]


def test_a_doubtful_passage_names_its_runner_up_and_key_words() -> None:
    comparison = doubtful()
    report = json.loads(export(comparison))
    first = report["passages"][0]
    assert first["doubtful"]
    assert report["summary"]["doubtful"] == 2
    assert (first["runner_up"]["rewrite"]["sentence"], first["runner_up"]["rewrite"]["partner"]) == (2, 0)
    assert sorted(first["runner_up"]["rewrite"]) == ["confidence", "partner", "sentence", "similarity"]
    words = [[report[side]["text"][slice(*word[side])] for side in SIDES] for word in first["key_words"]]
    assert words == [["ferry", "ferry"], ["Yokohama carried 240 people", "Yokohama carried 240 people"]]


def test_a_sentence_without_counterpart_has_no_reasons() -> None:
    passage = json.loads(export(compare("Gone.", "")))["passages"][0]
    assert (passage["doubtful"], passage["runner_up"], passage["key_words"]) == (False, {"original": None, "rewrite": None}, [])
