"""Subtitles give what is spoken, in blocks that a person compares with an article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.loaders.options import Options
from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reasons import Reason
from rewritediff.loaders.source import Source
from rewritediff.loaders.subtitles import read_subtitles


def read(text: str) -> list[str]:
    return [block.text for block in read_subtitles(Source(text.encode(), "a.srt")).blocks]


def cue(start: float, end: float, text: str, number: int = 1) -> str:
    return f"{number}\n00:00:{start:06.3f} --> 00:00:{end:06.3f}\n{text}\n\n".replace(".", ",", 2)


def left_out(text: str) -> dict[object, object]:
    notices = read_subtitles(Source(text.encode(), "a.vtt")).notices
    values = [dict(notice.values) for notice in notices if notice.code == "left-out"]
    return {value["what"]: value["count"] for value in values}


CASES: dict[str, tuple[str, list[str]]] = {
    "a sentence runs on": (cue(1, 2, "The council\nvoted") + cue(3, 4, "on Thursday.", 2), ["The council voted on Thursday."]),
    "a pause ends a block": (cue(1, 2, "One.") + cue(2, 3, "Two.") + cue(9, 10, "Three."), ["One. Two.", "Three."]),
    "a pause within a sentence does not": (cue(1, 2, "One") + cue(2, 3, "two") + cue(9, 10, "three."), ["One two three."]),
    "pauses that are usual do not": ("".join(cue(4 * n, 4 * n + 1, "One.") for n in range(9)), [" ".join(["One."] * 9)]),
    "dialogue": (cue(1, 2, "- Yes?\n- No."), ["Yes?", "No."]),
    "an answer": (cue(1, 2, "Yes?") + cue(2, 3, "– No.\nNever."), ["Yes?", "No. Never."]),
    "a dash within a sentence": (cue(1, 2, "The town") + cue(2, 3, "– a port – voted."), ["The town – a port – voted."]),
    "a negative number": (cue(1, 2, "It was cold.\n-5 degrees."), ["It was cold. -5 degrees."]),
    "another speaker in capitals of the trade": (cue(1, 2, ">> One.\n>> Two."), ["One.", "Two."]),
    "marks": (cue(1, 2, r"{\an8}<i>One</i> &amp; <font color='red'>two</font>{y:i}"), ["One & two"]),
    "less than": (cue(1, 2, "1 < 2 and 3 > 2"), ["1 < 2 and 3 > 2"]),
    "a compound at a line's end": (cue(1, 2, "a well-\nknown man\ncut off -\nso"), ["a well-known man cut off - so"]),
    "no spaces between Japanese lines": (cue(1, 2, "市議会は\n可決した。"), ["市議会は可決した。"]),
    "a blank line in a subtitle": (
        "1\n00:00:01,000 --> 00:00:02,000\nOne\n\ntwo\n\n2\n00:00:03,000 --> 00:00:04,000\nthree",
        ["One two three"],
    ),
    "numbers without times": (cue(1, 2, "One\n\n2\ntwo\n\n3\nthree") + cue(3, 4, "four", 4), ["One two three four"]),
    "a number that is said after a pause": (cue(1, 2, "One\n\n42\ntwo"), ["One 42 two"]),
    "white space around times": ("1\n \t00:00:01,000 --> 00:00:02,000 \nOne", ["One"]),
    "no blank lines": ("1\n00:00:01,000 --> 00:00:02,000\nOne\n2\n00:00:03,000 --> 00:00:04,000\ntwo", ["One two"]),
    "a number that is spoken": (cue(1, 2, "I am\n42"), ["I am 42"]),
    "broken times": ("1\n99:99:99,999 --> x\nOne.\n\n\n\n2\n-->\n", ["One."]),
    "no times": ("One.\nTwo.", ["One. Two."]),
    "cut off at its beginning": ("rest.\n\n7\n00:00:01,000 --> 00:00:02,000\nOne.", ["rest. One."]),
}
VTT = "WEBVTT\n\n00:01.000 --> 00:02.000"
CASES |= {
    "head": ("WEBVTT - Title\nKind: captions\n\n00:01.000 --> 00:02.000 align:start\nOne", ["One"]),
    "head without a blank line": ("WEBVTT\n00:01.000 --> 00:02.000\nOne", ["One"]),
    "asides": ("WEBVTT\n\nSTYLE\n::cue {}\n\nNOTE\nno\n\nintro-1\n00:01.000 --> 00:02.000\nNOTE this well", ["NOTE this well"]),
    "voices": (f"{VTT}\n<v.loud Ann>One</v>\n<v Bob>Two\n<v Bob>three", ["One", "Two three"]),
    "times of words": (f"{VTT}\n<00:01.000><c>One</c><00:01.500><c> two</c>", ["One two"]),
    "lines that roll up": (
        f"{VTT}\nOne\n\n00:02.000 --> 00:03.000\nOne\ntwo\n\n00:03.000 --> 00:04.000\ntwo\nthree\n\n00:04.000 --> 00:05.000\nthree",
        ["One two three"],
    ),
    "people who repeat themselves": (
        VTT + "\nNo.\n\n" + "".join(f"00:0{n}.000 --> 00:0{n + 1}.000\n{word}\n\n" for n, word in enumerate(["No.", "So", "it", "is."], 2)),
        ["No. No. So it is."],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_subtitles_are_read(text: str, expected: list[str]) -> None:
    assert read(text) == expected


def test_a_long_speech_without_pauses_has_blocks() -> None:
    long = "".join(cue(n % 60, n % 60 + 1, "It was said again, and once more.") for n in range(50))
    assert len(read(long)) == 2


def test_what_is_left_out_is_counted() -> None:
    text = "WEBVTT\n\nNOTE a\n\nREGION\nid:x\n\n00:01.000 --> 00:02.000\n<v Ann>One\n\n00:03.000 --> 00:04.000\nTwo"
    assert left_out(text) == {"comment": 1, "command": 1, "time line": 2, "speaker's name": 1}


def test_the_encoding_that_a_person_names_is_used() -> None:
    data = cue(1, 2, "Пример").encode("koi8-r")
    (block,) = read_subtitles(Source(data, "a.srt", Options(encoding="koi8-r"))).blocks
    assert block.text == "Пример"


def test_subtitles_without_words_are_refused() -> None:
    with pytest.raises(LoadError) as caught:
        read("WEBVTT\n\n00:01.000 --> 00:02.000\n♪")
    assert caught.value.reason is Reason.EMPTY


LINES = st.sampled_from(["", "1", "00:00:01,000 --> 00:00:02,000", "-->", "NOTE", "- a.", "b", "<v A>c", "{\\an8}d", "WEBVTT", ">>"])


@given(st.lists(LINES, max_size=20))
def test_any_lines_become_an_article_or_a_reason(lines: list[str]) -> None:
    try:
        assert "-->" not in " ".join(read("\n".join(lines)))
    except LoadError as error:
        if error.reason is not Reason.EMPTY:
            raise
