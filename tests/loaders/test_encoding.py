"""Texts in many languages and encodings come back as they were written."""

from __future__ import annotations

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.loaders import LoadError, Options, Reason, load_bytes
from rewritediff.loaders.encoding import Decoded, decode, decode_as

ENGLISH = "“It’s done,” she said – for €48 million, at the café. The council’s vote ended years of argument."
LANGUAGES: dict[str, tuple[str, tuple[str, ...]]] = {
    "English": (ENGLISH, ("cp1252",)),
    "German": ("Der Bürgermeister sagte, die Straße müsse größer werden. „Wir können nicht länger warten“, erklärte er.", ("cp1252",)),
    "French": ("Le maire a déclaré que la ville ne pouvait plus attendre l’aide de l’État. « C’était l’été », a-t-il ajouté.", ("cp1252",)),
    "Spanish": ("El alcalde dijo que la ciudad no podía esperar más. ¿Cuánto costará? La construcción empezará mañana.", ("cp1252",)),
    "Portuguese": (
        "O presidente da câmara disse que a cidade não podia esperar mais. Quando começará a construção? Em março.",
        ("cp1252",),
    ),
    "Swedish": ("Borgmästaren sade att staden inte kunde vänta längre på hjälpen. Bygget börjar på våren och tar två år.", ("cp1252",)),
    "Polish": ("Burmistrz powiedział, że miasto nie może dłużej czekać. Głosowanie zakończyło się późno w nocy.", ("cp1250", "iso-8859-2")),
    "Czech": ("Starosta řekl, že město už nemůže čekat na peníze od státu. Příští týden začne stavba.", ("cp1250", "iso-8859-2")),
    "Russian": ("Мэр сказал, что город больше не может ждать денег. Строительство начнётся в сентябре.", ("cp1251", "koi8-r", "cp866")),
    "Ukrainian": ("Мер сказав, що місто більше не може чекати на гроші. Будівництво розпочнеться у вересні.", ("cp1251", "koi8-u")),
    "Greek": ("Ο δήμαρχος είπε ότι η πόλη δεν μπορεί να περιμένει άλλο. Η κατασκευή θα αρχίσει.", ("cp1253", "iso-8859-7")),
    "Turkish": ("Belediye başkanı şehrin artık bekleyemeyeceğini söyledi. İnşaat eylül ayında başlayacak, ışıklar söndü.", ("cp1254",)),
    "Hebrew": ("ראש העיר אמר שהעיר אינה יכולה לחכות עוד לכסף מהממשלה. הבנייה תתחיל בספטמבר.", ("cp1255",)),
    "Arabic": ("قال رئيس البلدية إن المدينة لا تستطيع الانتظار أكثر من ذلك. سيبدأ البناء في سبتمبر.", ("cp1256",)),
    "Thai": ("นายกเทศมนตรีกล่าวว่าเมืองนี้ไม่สามารถรอเงินจากรัฐบาลได้อีกต่อไป การก่อสร้างจะเริ่มในเดือนกันยายน", ("cp874",)),
    "Japanese": ("市長は、市はこれ以上政府の資金を待つことはできないと述べた。建設は九月に始まる。", ("shift_jis", "euc_jp", "iso2022_jp")),
    "Chinese": ("市长说，这座城市不能再等待政府的资金。工程将于九月开始，大约需要三十个月。", ("gbk", "gb18030")),
    "traditional Chinese": ("市長說，這座城市不能再等待政府的資金。工程將於九月開始，大約需要三十個月。", ("big5",)),
    "Korean": ("시장은 시가 더 이상 정부의 돈을 기다릴 수 없다고 말했다. 공사는 구월에 시작된다.", ("euc_kr", "cp949", "iso2022_kr")),
}
UNICODE = ("utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be")
CASES = [(language, encoding) for language, (_, own) in LANGUAGES.items() for encoding in (*own, *UNICODE)]


@pytest.mark.parametrize(("language", "encoding"), CASES)
def test_a_text_comes_back_as_it_was_written(language: str, encoding: str) -> None:
    text = LANGUAGES[language][0]
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.replaced) == (text, 0)


OWN = [(language, encoding) for language, (_, own) in LANGUAGES.items() for encoding in own]


@pytest.mark.parametrize(("language", "encoding"), OWN)
def test_a_long_text_comes_back_too(language: str, encoding: str) -> None:
    text = "\n\n".join([LANGUAGES[language][0]] * 12)
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.replaced) == (text, 0)


def test_a_late_first_accent_is_enough() -> None:
    text = "The council said nothing. " * 20_000 + LANGUAGES["German"][0]
    assert decode(text.encode("cp1252")).text == text


def test_single_accents_and_umlauts_alone_are_not_taken_for_cyrillic() -> None:
    text = "Grüße, ö ö ü ä ö ü – schöne Straße, ä ä ü ö."
    assert decode(text.encode("cp1252")).text == text


def test_an_encoding_that_was_named_wrongly_is_blamed() -> None:
    with pytest.raises(LoadError) as caught:
        load_bytes("Żółw, ąęć śź ńó.".encode("cp852") * 9, "a.txt", Options(encoding="utf-8"))
    assert caught.value.reason is Reason.ENCODING


CURIOUS = {
    "nothing": (b"", "", "utf-8", 0),
    "curly quotes that Latin-1 lacks": (b"So it was \x93smart\x94, she said: \x80 5.", "So it was “smart”, she said: € 5.", "cp1252", 0),
    "bytes that cp1252 lacks": (b"So it was \x93smart\x94 \x81\x8d, she said.", "So it was “smart” �, she said.", "cp1252", 2),
    "UTF-16 with a byte missing": (b"\xff\xfe" + "One two.".encode("utf-16-le") + b"A", "One two.�", "utf-16-le", 1),
    "UTF-16 with half a character": (b"\xff\xfe" + b"A\0" + b"\0\xd8" + b"B\0", "A�B", "utf-16-le", 2),
    "UTF-8 with one bad byte": ("Café. ".encode() * 5 + b"Caf\xe9.", "Café. " * 5 + "Caf�.", "utf-8", 1),
    "UTF-8 after its mark, with a bad byte": (b"\xef\xbb\xbfCaf\xe9.", "Caf�.", "utf-8", 1),
    "both halves of an emoji as UTF-8": (b"Start \xed\xa0\xbd\xed\xb8\x80 end.", "Start 😀 end.", "utf-8", 0),
    "one half of an emoji as UTF-8": (b"Start \xed\xa0\xbd end.", "Start � end.", "utf-8", 3),
    "NULs in a text": (b"One \0two.", "One \0two.", "utf-8", 0),
    "colours of a terminal": (b"\x1b[31mred\x1b[0m", "\x1b[31mred\x1b[0m", "utf-8", 0),
    "one word in UTF-16": (b"H\0i\0", "Hi", "utf-16-le", 0),
    "UTF-16 that begins with a NUL": (b"\xff\xfe\0\0" + "One two.".encode("utf-16-le"), "\0One two.", "utf-16-le", 0),
}


@pytest.mark.parametrize(("data", "text", "encoding", "replaced"), CURIOUS.values(), ids=CURIOUS)
def test_a_curious_text_is_read(data: bytes, text: str, encoding: str, replaced: int) -> None:
    assert decode(data) == Decoded(text, encoding, replaced)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\x1b\ufeff")))
def test_every_text_survives_utf8(text: str) -> None:
    assert decode(text.encode()).text == text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_every_text_survives_where_a_mark_names_the_encoding(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@given(st.binary())
def test_no_bytes_are_too_strange(data: bytes) -> None:
    decode(data).text.encode("utf-8", "surrogatepass")


@pytest.mark.parametrize(
    "name", ["", "no-such", "a\0b", "\0", "rot13", "zip", "idna", "punycode", "unicode_escape", "undefined", "\u00fc", "a" * 5_000]
)
def test_what_is_no_encoding_of_a_file_is_not_found(name: str) -> None:
    with pytest.raises(LookupError):
        decode_as(b"abc", name)


@pytest.mark.parametrize("encoding", ["", "utf-8"])
def test_bad_bytes_take_no_more_memory_than_good_ones(encoding: str) -> None:
    """A text of 64 MB of which every third byte is bad took 2 GB."""
    data = b"\xe9 a" * 500_000
    tracemalloc.start()
    try:
        decoded = decode_as(data, encoding) if encoding else decode(data)
        assert tracemalloc.get_traced_memory()[1] < 12 * len(data)
    finally:
        tracemalloc.stop()
    assert decoded.text.startswith("\ufffd a" if encoding else "é a")
