"""A walk visits elements in the order of the document, and only those that its handlers let it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.loaders import LoadError, Reason
from rewritediff.loaders.xml import PAST, Element, Inside, parse_xml, walk


def seen(text: str) -> list[str]:
    """Walk past <no>, through <again> from its end, and note what is passed."""
    notes: list[str] = []

    def note(element: Element) -> Inside:
        notes.append(f"<{element.tag}>")
        return Inside(None, lambda: notes.append(f"</{element.tag}>"))

    walk(parse_xml(text.encode(), "a"), {"a": note, "no": lambda _: PAST, "again": lambda e: Inside(reversed(e))}, notes.append)
    return notes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<x><a>1<b>2</b>3</a>4</x>", "<a> 1 2 3 </a> 4"),
        ("<x><no>1<a/></no>2</x>", "2"),
        ("<x><a/>1<a/></x>", "<a> </a> 1 <a> </a>"),
        ("<x><again><b>1</b><b>2</b></again></x>", "2 1"),
        ("<x/>", ""),
    ],
)
def test_elements_and_words_come_in_order(text: str, expected: str) -> None:
    assert seen(text) == expected.split()


TREES = st.recursive(st.sampled_from(["1", "2"]), lambda inner: st.lists(inner, max_size=3).map(lambda parts: f"<b>{''.join(parts)}</b>"))


@given(TREES)
def test_all_words_are_passed(text: str) -> None:
    root = parse_xml(f"<x><y>{text}</y></x>".encode(), "a")
    assert "".join(seen(f"<x><y>{text}</y></x>")) == "".join(root.itertext())


LAUGHS = (
    "<!DOCTYPE a [<!ENTITY b0 'ha'>" + "".join(f"<!ENTITY b{k} '{10 * ('&b' + str(k - 1) + ';')}'>" for k in range(1, 10)) + "]><a>&b9;</a>"
)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<a>", Reason.DAMAGED),
        ("", Reason.DAMAGED),
        ("<!DOCTYPE a SYSTEM 'http://127.0.0.1/a'><a/>", Reason.DECLARATIONS),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", Reason.DECLARATIONS),
        (LAUGHS, Reason.DECLARATIONS),
        ("<a>" * 1000 + "</a>" * 1000, Reason.TOO_COMPLEX),
    ],
)
def test_what_is_no_plain_xml_is_refused(text: str, reason: Reason) -> None:
    with pytest.raises(LoadError) as caught:
        parse_xml(text.encode(), "a")
    assert caught.value.reason is reason
