"""What one process reads of a document, the other gets; and never more than there are words for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from rewritediff.core.values import Article, Block, Notice, Role
from rewritediff.loaders.formats import Format
from rewritediff.loaders.guarding.answers import MAX_BLOCKS, AnswerError, answer_of, asked, read_answer, refusal_of, request_of
from rewritediff.loaders.guarding.frames import Frame
from rewritediff.loaders.options import Options, Tracked
from rewritediff.loaders.parts import Left, Part, Repair, kept, left_out, pages_without_text, repaired, tracked
from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reasons import Reason, Values
from rewritediff.loaders.source import Source

NOTICES = [
    Notice("encoding", (("encoding", "utf-8"),)),
    Notice("read-as", (("suffix", ".doc"), ("kind", "docx"))),
    *left_out(Left({part: number for number, part in enumerate(Part, 1)})),
    *kept(Left({Part.CELL: 3})),
    *tracked(1, 0, Tracked.BEFORE.value),
    *repaired(dict.fromkeys(Repair, 2)),  # type: ignore[arg-type]
    *pages_without_text(1, 20),
]
words = some.text(some.characters(exclude_categories=["Cs"]), min_size=1)
articles = some.builds(
    Article,
    some.lists(some.builds(Block, some.sampled_from(Role), words), min_size=1).map(tuple),
    some.text(some.characters(exclude_categories=["Cs"])),
    some.just("a.docx"),
    some.lists(some.sampled_from(NOTICES), max_size=5).map(tuple),
)


def over_the_pipe(frame: Frame) -> Frame:
    """What JSON makes of a header: lists of tuples."""
    import json

    return Frame(json.loads(json.dumps(frame.header)), bytearray(frame.body))


@given(articles)
def test_an_article_comes_back_as_it_was_read(article: Article) -> None:
    assert read_answer(over_the_pipe(answer_of(article, "a.docx")), "a.docx") == article


@pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: f"{notice.code} {dict(notice.values).get('what', '')}".strip())
def test_every_notice_that_readers_give_comes_back(notice: Notice) -> None:
    article = Article((Block(Role.BODY, "words"),), "", "a.docx", (notice,))
    assert read_answer(over_the_pipe(answer_of(article, "a.docx")), "a.docx") == article


@pytest.mark.parametrize("options", [Options(), Options("cp1252", frozenset(), Tracked.BEFORE, True, "utf-8")], ids=["defaults", "others"])
def test_what_is_asked_arrives(options: Options) -> None:
    source = Source(b"\0\xff", "näme.doc", options)
    assert asked(over_the_pipe(request_of(Format.DOC, source))) == (Format.DOC, source)


VALUES = {
    Reason.TOO_LARGE: (("limit", 64),),
    Reason.TOO_SLOW: (("seconds", 30),),
    Reason.BINARY: (("kind", "picture"),),
    Reason.TYPE_NOT_SUPPORTED: (("kind", "slides"),),
    Reason.LINK: (("address", "https://example.org/ä"),),
}


@pytest.mark.parametrize("reason", VALUES, ids=lambda reason: str(reason.value))
def test_a_problem_comes_back_with_its_values(reason: Reason) -> None:
    with pytest.raises(LoadError) as caught:
        read_answer(over_the_pipe(refusal_of(LoadError("worker's name", reason, VALUES[reason]))), "a.docx")
    assert (caught.value.name, caught.value.reason, caught.value.values) == ("a.docx", reason, VALUES[reason])


MISLEADING: dict[str, tuple[str, Values]] = {
    "a repair that was left out": ("left-out", (("what", "ligature"), ("count", 1))),
    "a part that was put right": ("repaired", (("what", "picture"), ("count", 1))),
    "a number for a part": ("kept", (("what", 1), ("count", 1))),
    "a number for a format": ("read-as", (("kind", 1),)),
    "a number for a text": ("tracked-changes", (("insertions", 1), ("deletions", 1), ("shown", 1))),
}


@pytest.mark.parametrize(("code", "values"), MISLEADING.values(), ids=MISLEADING)
def test_a_notice_that_could_not_be_worded_is_refused(code: str, values: Values) -> None:
    answer = answer_of(Article((Block(Role.BODY, "A word."),), notices=(Notice(code, values),)), "a.docx")
    with pytest.raises(AnswerError):
        read_answer(over_the_pipe(answer), "a.docx")


def test_an_article_of_more_blocks_than_are_taken_is_refused_by_the_worker() -> None:
    block = Block(Role.CELL, "1")
    with pytest.raises(LoadError) as caught:
        answer_of(Article((block,) * (MAX_BLOCKS + 1)), "a.docx")
    assert caught.value.reason is Reason.TOO_COMPLEX


json_values = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(),
    lambda inner: some.lists(inner) | some.dictionaries(some.text(), inner),
    max_leaves=8,
)


@given(some.fixed_dictionaries({}, optional=dict.fromkeys(("blocks", "title", "notices", "reason", "values"), json_values)), some.binary())
def test_any_answer_is_an_article_a_problem_or_refused(header: dict[str, object], body: bytes) -> None:
    try:
        article = read_answer(Frame(header, body), "a.docx")
    except (AnswerError, LoadError):
        return
    assert article.blocks
