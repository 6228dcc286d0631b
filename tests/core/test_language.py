"""Which language a text is taken to be in, with the tables that ship."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.core.language import HEAD, guess_language
from rewritediff.core.lexicon import EMPTY_LEXICON, Lexicon

TABLES = sorted((Path(__file__).parents[2] / "resources" / "languages").glob("*.json"))

CASES: dict[str, tuple[str, str]] = {
    "English": ("en", "The ferry didn't leave before noon, and nobody knew why."),
    "German": ("de", "Die Fähre hat den Hafen erst am Mittag verlassen, und niemand wusste, warum."),
    "French": ("fr", "Le bac n’a quitté le port qu’à midi, et personne ne savait pourquoi."),
    "Spanish": ("es", "El barco no salió del puerto hasta el mediodía y nadie sabía por qué."),
    "Italian": ("it", "Il traghetto non ha lasciato il porto prima di mezzogiorno e nessuno sapeva perché."),
    "Portuguese": ("pt", "O barco não saiu do porto antes do meio-dia e ninguém sabia por quê."),
    "Dutch": ("nl", "De veerboot is pas om twaalf uur uit de haven vertrokken, en niemand wist waarom."),
    "Polish": ("pl", "Prom wypłynął z portu dopiero w południe i nikt nie wiedział, dlaczego tak się stało."),
    "Russian": ("ru", "Паром вышел из порта только в полдень, и никто не знал почему."),
    "Turkish": ("tr", "Vapur limandan ancak öğlen ayrıldı ve bunun nedenini kimse bilmiyordu."),
    "Arabic": ("ar", "لم تغادر العبارة الميناء قبل الظهر ولم يعرف أحد السبب."),
    "Hindi": ("hi", "नाव दोपहर से पहले बंदरगाह से नहीं निकली और किसी को पता नहीं था क्यों।"),
    "Chinese": ("zh", "渡船中午才离开港口，没有人知道为什么。"),
    "Japanese": ("ja", "連絡船は正午まで港を出ず、誰も理由を知らなかった。"),
    "Korean": ("ko", "배는 정오가 되어서야 항구를 떠났고 아무도 이유를 몰랐다."),
    "Chinese with product names": ("zh", "新的 OpenHarbor 软件可以在 Linux 上运行，没有人知道为什么。"),
    "Ukrainian": ("", "Пором вийшов із порту лише опівдні, і ніхто не знав чому."),
    "Persian": ("", "کشتی تا ظهر از بندر حرکت نکرد و کسی نمی‌دانست چرا."),
    "Swedish": ("", "Färjan lämnade hamnen först vid middagstid och ingen visste varför det blev så."),
    "English with German quotations": (
        "en",
        '"Wir schaffen das nicht ohne Hilfe", the minister said. „Das ist doch alles nur Gerede“, a baker shouted. “Es reicht”, she said.',
    ),
    "a quotation and little else": ("de", '"Das ist doch alles nur Gerede und wird am Ende nichts ändern", he said.'),
    "names": ("", "Oslo Bergen Trondheim"),
    "numbers": ("", "12 34 56"),
    "nothing": ("", ""),
}

FIFTEEN = {code for code, _text in CASES.values() if code}


def _lexicon() -> Lexicon:
    tables = [json.loads(path.read_text(encoding="utf-8")) for path in TABLES]
    return Lexicon("tables", "1", {table["language"]: frozenset(table["function_words"]) for table in tables})


LEXICON = _lexicon()


@pytest.mark.parametrize(("language", "text"), CASES.values(), ids=CASES)
def test_the_language_of_a_sentence_is_guessed(language: str, text: str) -> None:
    assert guess_language(text, LEXICON) == language


@given(st.text(st.characters()))
def test_a_guess_is_a_known_code_or_nothing_and_repeats(text: str) -> None:
    assert guess_language(text, LEXICON) in FIFTEEN | {""}
    assert guess_language(text, LEXICON) == guess_language(text, LEXICON)


def test_without_tables_only_the_script_tells() -> None:
    assert guess_language(CASES["English"][1], EMPTY_LEXICON) == ""
    assert guess_language(CASES["Korean"][1], EMPTY_LEXICON) == "ko"


def test_only_the_head_and_the_middle_are_read() -> None:
    english, german = CASES["English"][1] + " ", CASES["German"][1] + " "
    assert guess_language(english * (HEAD // len(english)) * 1 + german * 10_000, LEXICON) == "en"


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_each_table_holds_common_words_as_they_are_compared(path: Path) -> None:
    table = json.loads(path.read_text(encoding="utf-8"))
    words = table["function_words"]
    assert table["language"] == path.stem
    assert table["name"]
    assert 80 <= len(words) == len(set(words)) <= 200
    assert all(word == unicodedata.normalize("NFC", word.lower()).strip() for word in words)


def test_there_is_a_table_for_each_language() -> None:
    assert {path.stem for path in TABLES} == FIFTEEN
