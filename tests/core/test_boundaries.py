"""Where the sentences of one paragraph end; "|" marks each place in the cases."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rewritediff.core import boundaries
from rewritediff.core.boundaries import TAIL, WINDOW, sentence_ends

CASES: dict[str, tuple[str, str]] = {
    "nothing special": ("en", "The tide rose. | Did it stop? | No!"),
    "title before a name": ("en", "Ms. Lindqvist met Fr. Osei. | They spoke."),
    "country at the end": ("en", "He moved to the U.S. | The city was loud."),
    "country inside": ("en", "The U.S.-led group met the U.S. Secretary of State."),
    "month and verb": ("en", "“He came in May.” | The rose bloomed."),
    "number after an abbreviation": ("en", "See Figs. 6 and 7 of Vol. II, no. 3."),
    "number after a word": ("en", "It has ten pages. | 12 people read them."),
    "address": ("en", "Write to Pia.Storm@example.org. | She answers."),
    "no space after the stop": ("en", "We looked.|The door was shut."),
    "file name": ("en", "Open Node.js or main.py now. | It runs."),
    "quotation of several sentences": ("en", "“We waited. | Nobody came,” she said. | “Then it rained.”"),
    "quotation and narration": ("en", '"Really?" he asked. | "Yes." | She left.'),
    "spaced straight marks": ("fr", 'Elle a dit : " Je pars. " | Puis elle est partie.'),
    "spaced guillemets": ("fr", "On parle de « la fin ». | « Alors, dit-il, partons. »"),
    "brackets": ("en", "It rained (he had said so. twice) all day. | (It always does.) | He slept."),
    "number of a note": ("en", "The bridge opened in 1932.[12] | It closed later.[13]"),
    "ellipsis goes on": ("en", "I waited... and waited. | Then... nothing."),
    "ellipsis ends": ("en", "I waited... | Nothing came."),
    "full stop and left-out words": ("en", "It ended there. | . . . The rest is known."),
    "iPhone": ("en", "Then it happened. | iPhone sales fell."),
    "text without capitals": ("en", "i went home early. | then i slept until noon. | it was fine."),
    "list in a line": ("en", "1. Take the flour | 2. Add two eggs | 3. Stir"),
    "list in a line of bullets": ("en", "• 1. Flour | • 2. Eggs"),
    "German ordinal": ("de", "Am 3. Oktober kam der 45. Präsident. | Er blieb."),
    "German number at the end": ("de", "Sie ist 20. | Er ist älter."),
    "German and so on": ("de", "Wir kaufen Äpfel, Birnen usw. | Danach gehen wir z. B. ins Kino."),
    "German quotation": ("de", "„Komm!“, rief sie. | „Es wird spät.“ | Er kam."),
    "French Mister": ("fr", "Hier, M. Delorme a vu Mme. Petit. | Elle riait."),
    "Spanish United States": ("es", "Vive en EE. UU. | Viajando conoció a la Dña. Inés."),
    "Italian title": ("it", "Ho visto la Sig.ra Neri. | Stava bene."),
    "Portuguese saint": ("pt", "Fomos a S. Paulo. | Choveu."),
    "Dutch": ("nl", "Mevr. Smit zag ds. Mol. | Hij sliep."),
    "Polish year first": ("pl", "W 1984 r. Anna wyjechała. | Wróciła w 1990 r. | Potem pisała."),
    "Polish titles": ("pl", "Przyszli mgr. Lis i ks. Jan. | Usiedli."),
    "Russian narration": ("ru", "«Ты идёшь?» – спросила она. | Он молчал."),
    "Turkish king": ("tr", "Kent III. Selim döneminde kuruldu. | Sonra büyüdü."),
    "Arabic": ("ar", "قال د. سالم شيئا... ثم خرج. | هل عاد؟ | نعم."),
    "Hindi": ("hi", "डॉ. वर्मा आए। | फिर वे गए।"),
    "Chinese": ("zh", "他来了。|“好！”|然后他走了。"),
    "Chinese book title": ("zh", "他在看《加油！朋友》这本书。|很好看。"),
    "Japanese quotation goes on": ("ja", "「行きます。」と彼は言った。|雨だった!|また来る。"),
    "Korean quotation goes on": ("ko", '그는 "간다." 라고 말했다. | 2000년에 왔다.'),
    "marks only": ("en", "... !! ?"),
    "white space only": ("en", " \n\t "),
}


@pytest.mark.parametrize(("language", "marked"), CASES.values(), ids=CASES)
def test_sentences_end_where_a_reader_would_end_them(language: str, marked: str) -> None:
    wanted = [sentence.strip() for sentence in marked.split("|")] if marked.strip() else []
    assert _sentences(marked.replace(" | ", " ").replace("|", ""), language) == wanted


@pytest.mark.xfail(reason="nothing tells a quotation of several sentences inside a sentence from one that stands for itself")
def test_a_quotation_inside_a_sentence_stays_whole() -> None:
    assert len(_sentences("He wrote “No. Never. Please.” on the wall.", "en")) == 1


@example("1. 2. list items without words", "en")
@given(st.text(st.characters(), max_size=80), st.sampled_from(["", "en", "de", "zh", "xx"]))
def test_ends_rise_and_leave_only_white_space_out(text: str, language: str) -> None:
    ends = sentence_ends(text, language)
    assert ends == sorted(set(ends))
    assert all(sentence.strip() for sentence in _cut(text, ends))
    assert not text[ends[-1] if ends else 0 :].strip()


@pytest.mark.parametrize("unit", ["ab. ", "A. ", "( . ", "《！", "a", "1. a ", "“", "Mr. ", "\u00a0. "])
def test_the_segmenter_sees_each_character_a_bounded_number_of_times(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = unit * (20 * WINDOW // len(unit))
    seen: list[int] = []
    segment = boundaries._segment
    monkeypatch.setattr(boundaries, "_segment", lambda window, language: seen.append(len(window)) or segment(window, language))
    sentence_ends(text, "en")
    assert max(seen, default=0) <= WINDOW
    assert sum(seen) <= len(text) * WINDOW / (WINDOW // 2) + TAIL


def test_boundaries_do_not_depend_on_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Dr. Wu left the U.S. in May. She wrote: “It is cold. I miss the sea.” Nobody answered her. " * 80
    windowed = sentence_ends(text, "en")
    monkeypatch.setattr(boundaries, "WINDOW", 10 * len(text))
    assert sentence_ends(text, "en") == windowed


def test_a_panic_of_the_segmenter_is_answered_by_the_plain_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicException(BaseException):
        pass

    def panic(_language: str, _text: str) -> list[str]:
        raise PanicException

    monkeypatch.setattr(boundaries.sentencex, "segment", panic)
    assert _sentences("One came. Two left.", "en") == ["One came.", "Two left."]


def test_other_failures_of_the_segmenter_are_not_swallowed(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_language: str, _text: str) -> list[str]:
        raise KeyboardInterrupt

    monkeypatch.setattr(boundaries.sentencex, "segment", interrupt)
    with pytest.raises(KeyboardInterrupt):
        sentence_ends("One came. Two left.", "en")


@pytest.mark.parametrize("text", ["Plan B\u00a0. Suite", "A\u2028. B", "A\x85. B", "half \ud83d a. Pair"], ids=ascii)
def test_the_real_segmenter_is_kept_from_what_it_fails_on(text: str) -> None:
    assert sentence_ends(text, "en")[-1] == len(text)


def _cut(text: str, ends: list[int]) -> list[str]:
    return [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def _sentences(text: str, language: str) -> list[str]:
    return [sentence.strip() for sentence in _cut(text, sentence_ends(text, language))]


@given(st.text(st.sampled_from(".!?…。！ \n\"'“”‘«»()aBc1 "), max_size=60))
@example('He said: " I go. " Then he went. ')
def test_pieces_of_any_size_give_the_same_ends(text: str) -> None:
    whole = sentence_ends(text, "en")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(boundaries, "PIECE", 3)
        assert sentence_ends(text, "en") == whole
