"""The page: whole in itself, nothing in a text or a name is taken for markup, and it is heard as well as seen."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from rewritediff.bundled import sample_pair
from rewritediff.core.comparison import Comparison
from rewritediff.core.values import Article, Block, Role, Side
from rewritediff.engine import compare
from rewritediff.exporters.html_report import JUMPS, export
from rewritediff.loaders import load
from tests.doubtful import doubtful
from tests.strategies import article

EVIL = "<script>alert(1)</script> & \"x\" 'y' <img src=http://example.org>"
VOID = {"meta", "col", "br", "img", "link"}


class Outline(HTMLParser):
    """Collect the tags, ids, links and text of a page, and fail where tags do not nest."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.targets += [value or "" for name, value in attrs if name == "href"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def sample() -> Comparison:
    original, rewrite = sample_pair()
    return compare(load(original), load(rewrite))


@pytest.fixture(scope="module")
def page(sample: Comparison) -> str:
    return export(sample)


def test_the_tags_nest_and_the_links_lead_somewhere(page: str) -> None:
    outline = Outline(page)
    assert outline.open == []
    assert {target.removeprefix("#") for target in outline.targets} <= set(outline.ids)
    assert len(outline.ids) == len(set(outline.ids))


def test_it_loads_nothing_and_runs_nothing(page: str) -> None:
    assert not {"script", "link", "img", "iframe", "object"} & set(Outline(page).tags)
    assert all(target.startswith("#") for target in Outline(page).targets)
    assert "url(" not in page
    assert "@import" not in page
    assert "http://" not in page


def test_its_policy_lets_in_its_own_style_alone(page: str) -> None:
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style.group(1).encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in page
    assert not any(name == "style" or name.startswith("on") for name, _ in Outline(page).attributes)


def test_texts_and_names_are_escaped() -> None:
    article = Article((Block(Role.BODY, EVIL),), origin=f"{EVIL}.txt")
    evil = Outline(export(compare(article, article)))
    assert not {"script", "img"} & set(evil.tags)
    assert evil.text.count("alert(1)") >= 4


def test_dollars_in_a_text_are_no_place_holders() -> None:
    assert "It costs $style and $$5." in Outline(export(compare("It costs $style and $$5.", ""))).text


def test_characters_that_no_page_may_hold_are_replaced() -> None:
    page = export(compare(["a\x00b\ud800c\x1bd"], []))
    assert "a\ufffdb\ufffdc\ufffdd" in page
    page.encode("utf-8")


def test_the_answer_stands_on_top(page: str) -> None:
    assert page.index("have a counterpart") < page.index("<main>")
    assert "never checked: tone" in page.lower()


def test_the_legend_says_what_the_answer_calls_heavily_reworded(page: str) -> None:
    assert "</i> paraphrased (heavily reworded)</li>" in page


def test_every_sentence_is_read_in_full(page: str, sample: Comparison) -> None:
    text = "".join(Outline(page).text.split())
    for document in sample.documents:
        for k in range(len(document.sentences)):
            assert "".join(document.quote(k).split()) in text


def test_every_passage_is_announced_once(page: str, sample: Comparison) -> None:
    assert page.count('class="spoken"') == len(sample.passages)
    assert "Paraphrased, two sentences from one" in page


def test_words_are_marked_by_meaning() -> None:
    page = export(compare("The gates would not harm the seagrass beds.", "The gates would harm the seagrass beds at all."))
    assert '<span class="check">would <del>not</del> harm</span>' in page
    assert "<ins>at all</ins>" in page


def test_whole_sentences_are_filled_and_gaps_are_named() -> None:
    page = export(compare("Only here it stands.", "Quite another matter, this."))
    assert "<mark>Only here it stands.</mark>" in page
    assert "<p>dropped</p>" in page
    assert "<p>not in the original</p>" in page


def test_a_moved_passage_and_the_place_it_left_lead_to_each_other(page: str) -> None:
    for number in re.findall(r'id="left(\d+)"', page):
        assert f'href="#left{number}"' in page
        assert f'href="#p{number}"' in page


def test_each_side_is_in_its_own_language_and_direction(sample: Comparison) -> None:
    german = replace(sample.documents.rewrite, language="de")
    page = export(replace(sample, documents=sample.documents.replace(Side.REWRITE, german)))
    assert 'lang="de"' in page
    assert 'dir="auto"' in page


def test_long_runs_are_folded_under_a_line_that_counts_them() -> None:
    story = article(30)
    comparison = compare(story, story[:2] + story[-2:])
    outline = Outline(export(comparison))
    assert outline.tags.count("details") == 1
    assert ("open", None) not in outline.attributes
    assert "26 dropped sentences, all with numbers, ¶ 3 to ¶ 28" in outline.text
    assert all(sentence in outline.text for sentence in story)
    assert {target.removeprefix("#") for target in outline.targets} <= set(outline.ids)


def test_short_runs_are_not_folded(page: str) -> None:
    assert 'class="fold' not in page


def test_jumps_are_cut_short_and_counted() -> None:
    page = export(compare([f"Sentence number {k} alone." for k in range(JUMPS + 3)], []))
    assert "and 3 more" in page


def test_light_and_dark_follow_the_reader(page: str) -> None:
    assert "prefers-color-scheme: dark" in page
    assert "@media print" in page


def test_a_doubtful_pairing_is_labelled_and_leads_to_what_came_close_too() -> None:
    page = export(doubtful())
    assert '<a href="#p2">doubtful pairing</a>' in page
    assert 'title="Doubtful pairing: sentence 3 of the rewrite came close too (“The ferry' in page
    assert 'id="p2"' in page
    assert 'class="doubt"' not in export(compare("One thing stays.", "One thing stays."))
