"""The house's own list reads what people write, says clearly what it cannot use, and reads back what it writes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff import house_list
from rewritediff.core.house import House

terms = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12).map(lambda text: " ".join(f"a{text}".split()))
odd = st.sampled_from(["x = 1", "# hash", "! bang", "ignore: this", '"quoted" word', '5" pipe', "ignore:", 'a ""', "C#", "don’t"])
houses = st.builds(
    House,
    st.lists(
        st.lists(terms | odd.filter(lambda term: term != "ignore:"), min_size=2, max_size=4, unique=True).map(tuple),
        max_size=4,
        unique=True,
    ).map(tuple),
    st.lists(terms | odd, max_size=4, unique=True).map(tuple),
)

WRITTEN = """\ufeff# What we write
Kyiv = Kiev =  Kijew

! Ltd
IGNORE: sponsored   content
"x = 1" = "x := 1"
5" pipe = "5"" tube"
C# = C sharp
"""


def test_entries_are_read() -> None:
    assert house_list.parse(WRITTEN) == House(
        (("Kyiv", "Kiev", "Kijew"), ("x = 1", "x := 1"), ('5" pipe', '5" tube'), ("C#", "C sharp")), ("Ltd", "sponsored content")
    )


@given(houses)
def test_a_list_reads_back_equal(house: House) -> None:
    assert house_list.parse(house_list.format_list(house)) == house


def parsed(text: str) -> House | int | None:
    """Read a list, or give the line that is none."""
    try:
        return house_list.parse(text)
    except house_list.HouseListError as error:
        return error.line


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_with_its_line(text: str) -> None:
    read = parsed(text)
    if isinstance(read, House):
        assert house_list.parse(house_list.format_list(read)) == read
    else:
        assert read in range(1, len(text.splitlines()) + 1)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        pytest.param("Kyiv", "write “=” between terms", id="a term alone"),
        pytest.param("Kyiv = Kyiv", "write “=” between terms", id="the same term twice"),
        pytest.param("Kyiv = ", "a term is missing", id="nothing behind"),
        pytest.param("= Kyiv", "a term is missing", id="nothing before"),
        pytest.param("!", "a term is missing", id="nothing to ignore"),
        pytest.param("! a = b", "one line ignores one term", id="two to ignore"),
        pytest.param("Kyiv = –", "“–” holds no word", id="no word"),
        pytest.param('"Kyiv = Kiev', "a quotation mark is not closed", id="not closed"),
        pytest.param('"Kyiv" x = Kiev', "a quotation mark is not closed, or something stands behind it", id="something behind"),
    ],
)
def test_a_line_that_is_no_entry_is_named(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "house.txt"
    path.write_text(f"# list\n\n{line}\n", encoding="utf-8")
    with pytest.raises(house_list.HouseListError) as raised:
        house_list.load(path)
    assert str(raised.value).startswith("house.txt, line 3: ")
    assert reason in str(raised.value)


def test_what_is_not_utf8_is_named_by_its_line(tmp_path: Path) -> None:
    path = tmp_path / "house.txt"
    path.write_bytes("Kyiv = Kiev\nKöln = Cologne\n".encode("latin-1"))
    with pytest.raises(house_list.HouseListError, match="line 2: this is not UTF-8"):
        house_list.load(path)


def test_what_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(house_list, "LARGEST", 3)
    (tmp_path / "house.txt").write_text("a = b", encoding="utf-8")
    with pytest.raises(house_list.HouseListError, match="at most"):
        house_list.load(tmp_path / "house.txt")


def test_the_head_of_a_new_list_is_all_comment() -> None:
    assert house_list.parse(house_list.HEAD) == House()


def test_entries_are_added_below_what_somebody_wrote(tmp_path: Path) -> None:
    path = tmp_path / "lists" / "house.txt"
    assert house_list.append(path, ["Kyiv = Kiev"]) == House((("Kyiv", "Kiev"),))
    path.write_text("# ours\r\n! Ltd", encoding="utf-8")
    assert house_list.append(path, ["Kyiv = Kiev", "! Inc"]) == House((("Kyiv", "Kiev"),), ("Ltd", "Inc"))
    assert path.read_bytes() == b"# ours\r\n! Ltd\nKyiv = Kiev\n! Inc\n"


def test_a_list_that_cannot_be_read_is_not_added_to(tmp_path: Path) -> None:
    path = tmp_path / "house.txt"
    path.write_text("Kyiv", encoding="utf-8")
    with pytest.raises(house_list.HouseListError):
        house_list.append(path, ["a = b"])
    assert path.read_text(encoding="utf-8") == "Kyiv"


def test_only_the_last_such_entry_is_taken_out(tmp_path: Path) -> None:
    path = tmp_path / "house.txt"
    path.write_text("! Ltd\n# why\n! Ltd\na = b\n", encoding="utf-8")
    assert house_list.take_out(path, "! Ltd") == House((("a", "b"),), ("Ltd",))
    assert path.read_text(encoding="utf-8") == "! Ltd\n# why\na = b\n"
    assert house_list.take_out(path, "! Inc") == House((("a", "b"),), ("Ltd",))
