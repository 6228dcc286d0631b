"""What must stand letter by letter is pointed at when a letter differs; set off or punctuated otherwise it never is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.facts.cases import Case, check, compared, loud

ENGLISH = (
    Case(
        "command-line flag",
        "Run the tool with --dry-run before you delete anything.",
        "Run the tool with --dry-now before you delete anything.",
        "literal",
        "dry-run",
        "dry-now",
    ),
    Case(
        "part number",
        "Replace the worn seal with part AB-1234 every spring.",
        "Replace the worn seal with part AB-1243 every spring.",
        "literal",
        "AB-1234",
        "AB-1243",
    ),
    Case(
        "path",
        "The settings are kept in /etc/lumen/server.conf on every machine.",
        "The settings are kept in /etc/lumen/client.conf on every machine.",
        "literal",
        "etc/lumen/server.conf",
        "etc/lumen/client.conf",
    ),
    Case(
        "address on the net",
        "Forms can be found at https://forms.example.org/claims in three languages.",
        "Forms can be found at https://forms.example.org/refunds in three languages.",
        "literal",
        "https://forms.example.org/claims",
        "https://forms.example.org/refunds",
    ),
    Case(
        "mail address",
        "Write to desk@harbour.example before the end of the week.",
        "Write to help@harbour.example before the end of the week.",
        "literal",
        "desk@harbour.example",
        "help@harbour.example",
    ),
    Case(
        "constant",
        "Set MAX_RETRIES in the file before the service starts.",
        "Set MAX_CLIENTS in the file before the service starts.",
        "literal",
        "MAX_RETRIES",
        "MAX_CLIENTS",
    ),
    Case(
        "label of a button",
        "Press the “Reset” button until the lamp goes out.",
        "Press the “Power” button until the lamp goes out.",
        "literal",
        "Reset",
        "Power",
    ),
    Case(
        "code between backticks",
        "Call `open_file` once and keep what it gives.",
        "Call `close_file` once and keep what it gives.",
        "literal",
        "open_file",
        "close_file",
    ),
    Case("backticks dropped", "Call `open_file` once and keep the result.", "Call open_file once and hold the result."),
    Case("scheme dropped", "See https://www.example.org/help/ for more.", "See example.org/help for more."),
    Case("full stop after an address", "The page is www.example.org/news.", "You will find www.example.org/news there."),
    Case("hyphens of typography", "Use part XK‑77 in the small pump.", "Use part XK-77 in the little pump."),
    Case("reference set off", "As section 4.2 says, the fee is due.", "As (Section 4.2) says, the charge is due."),
    Case("label's quotes", "Press the “Start” button twice.", "Press the 'Start' button two times."),
    Case("words joined by a hyphen", "It is a long-term plan for the port.", "It is a far-reaching plan for the port."),
    Case("either or", "Pay by card and/or cash at the gate.", "Pay by card or cash at the gate."),
)
GERMAN = (
    Case(
        "label of a button",
        "Drücken Sie die Taste „Start“ und warten Sie.",
        "Drücken Sie die Taste „Stopp“ und warten Sie.",
        "literal",
        "Start",
        "Stopp",
    ),
    Case(
        "part number",
        "Die Dichtung mit der Nummer QR-501 passt in beide Pumpen.",
        "Die Dichtung mit der Nummer QR-510 passt in beide Pumpen.",
        "literal",
        "QR-501",
        "QR-510",
    ),
    Case("law in short", "Das folgt aus Artikel 5 der Ordnung.", "Das ergibt sich aus Art. 5 der Ordnung."),
    Case("colon of gender", "Alle Nutzer:innen zahlen gleich viel.", "Alle Nutzer*innen zahlen gleich viel."),
)
FRENCH = (
    Case(
        "label of a button",
        "Appuyez sur le bouton « Marche » puis attendez.",
        "Appuyez sur le bouton « Pause » puis attendez.",
        "literal",
        "Marche",
        "Pause",
    ),
    Case("blank before the colon", "Écrivez à : aide@port.example demain.", "Écrivez demain à aide@port.example, svp."),
)
SPANISH = (
    Case(
        "label of a button",
        "Pulse el botón «Inicio» y espere un momento.",
        "Pulse el botón «Pausa» y espere un momento.",
        "literal",
        "Inicio",
        "Pausa",
    ),
    Case("article in short", "Lo dice el artículo 7 del estatuto.", "Lo indica el art. 7 del estatuto."),
)
EVERY = [(language, case) for language, cases in {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH}.items() for case in cases]


@pytest.mark.parametrize(("language", "case"), EVERY, ids=[f"{language}-{case.name}" for language, case in EVERY])
def test_literals(language: str, case: Case) -> None:
    check(case, language)


parts = st.from_regex(r"[B-HJ-NP-Z]{2}-[1-9][0-9]{2,4}", fullmatch=True)
FRAME = "Order the seal {} from the shop by the harbour before winter."


@given(parts, parts)
def test_another_part_number_is_always_pointed_at(one: str, other: str) -> None:
    found = [
        finding for finding in loud(compared(FRAME.format(one), FRAME.format(other))) if finding.kind.value in ("literal", "name", "number")
    ]
    assert bool(found) == (one != other)


@given(parts, st.sampled_from("‐‑–−"))
def test_the_hyphen_of_a_part_number_may_be_any(part: str, hyphen: str) -> None:
    assert loud(compared(FRAME.format(part), FRAME.format(part.replace("-", hyphen)).replace("Order", "Fetch"))) == []
