"""Sections in reports: a dropped section is named as one, in text, HTML and JSON; texts without sections say nothing of them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from rewritediff.core.comparison import Comparison
from rewritediff.core.values import Role, Side
from rewritediff.engine import compare
from rewritediff.exporters import html_report, json_report, text_report
from rewritediff.exporters.section_lists import sentences_alone
from rewritediff.loaders import load

PAIR = Path(__file__).parent.parent / "pairs" / "sections"
DROPPED = "Dropped section: “Voices from the village” (4 sentences)"


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare(load(PAIR / "original.txt"), load(PAIR / "rewrite.txt"))


def test_the_text_report_names_a_dropped_section_and_not_its_sentences(comparison: Comparison) -> None:
    report = text_report.export(comparison, text_report.Look(width=200))
    head = report[: report.index("What was bent")]
    assert "8 of 9 sections have a counterpart · 1 dropped · 1 new · 2 moved" in head
    assert f"What was dropped\n  − {DROPPED}\n\n" in head
    assert "  + New section: “How to get there” (4 sentences)\n" in head
    assert "  ⇄ Moved section: “What it costs” (4 sentences)\n" in head
    assert "The baker has named a loaf" not in head


def test_the_page_leads_to_where_a_section_stands(comparison: Comparison) -> None:
    page = html_report.export(comparison)
    links = dict(re.findall(r'<a href="#(p\d+)">((?:Dropped|New|Moved) section[^<]*)</a>', page))
    assert DROPPED in links.values()
    for place, words in links.items():
        row = page[page.index(f'id="{place}"') :].split("</tr>")[0]
        assert words.split("“")[1].split("”")[0] in row


def test_json_lays_out_every_section(comparison: Comparison) -> None:
    report = json.loads(json_report.export(comparison))
    assert [match["relation"] for match in report["sections"]].count("omitted") == 1
    for side in Side:
        sentences = report[side.value]["sentences"]
        held = []
        for match in report["sections"]:
            for section in match[side.value]:
                held += range(*section["sentences"])
                roles = [sentences[k]["role"] for k in range(*section["sentences"])]
                assert (section["heading"] is None) == (Role.HEADING.value not in roles)
                if section["heading"] is not None:
                    there = sentences[section["heading"]]
                    assert report[side.value]["text"][there["start"] : there["end"]] == section["title"]
            assert all(relation in ("same", "edited", "paraphrased", "omitted", "inserted") for relation in match["counts"][side.value])
        assert sorted(held) == list(range(len(sentences)))


def test_sentences_of_a_dropped_section_do_not_stand_alone(comparison: Comparison) -> None:
    assert sentences_alone(comparison, Side.ORIGINAL) == sentences_alone(comparison, Side.REWRITE) == []


def test_texts_without_sections_say_nothing_of_them() -> None:
    plain = compare("Only here it stands.", "Quite another matter, this.")
    assert json.loads(json_report.export(plain))["sections"] == []
    assert "section" not in text_report.export(plain)
    assert " section" not in html_report.export(plain)
