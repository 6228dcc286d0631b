"""Pairs of texts that the gallery shows beside the sample pair: each brings the window into a state that the sample does not."""

from __future__ import annotations

HARBOUR = """The harbour

The council met on Monday. It agreed to build a wall of steel across the harbour. Nobody spoke against it.

The old lighthouse will be torn down in spring. Fishermen asked for more time."""

REPORT = """A wall for the harbour

After nine years of argument the council voted on Monday night to build a wall of steel across the mouth of the harbour.

“We have waited long enough,” said Renée Aubert, who leads the council. A quarter of the houses by the quay stood in water last winter.

The old lighthouse will be torn down in spring, since the wall has to stand where it is now. It was built in 1871.

Fishermen asked for more time, and for a gate that is wide enough for two boats. They will be heard in May."""

RECIPE = """Bread

Mix the flour with lukewarm water and a spoon of honey. Let the dough rest overnight under a cloth.

Bake it on a hot stone until the crust sounds hollow. Eat while it is warm."""

HAFEN = """Der Hafen

Der Rat traf sich am Montag. Er beschloss, eine Mauer aus Stahl quer durch den Hafen zu bauen. Niemand sprach dagegen.

Der alte Leuchtturm wird im Frühjahr abgerissen. Die Fischer baten um mehr Zeit."""

SCRIPTS = """Many scripts

The mayor’s message ended with 👩‍👩‍👧‍👦 and 🇳🇴, and nobody minded. مرحبا بكم في الميناء، قال العمدة صباح يوم الاثنين.

港口将在春天重建。市长说,渔民们要求更多时间。The café re\u00adopened\u200b on Monday\u00a0morning, and e\u0301clairs were sold."""

SCRIPTS_REWRITTEN = """Many scripts

The mayor’s note ended with 👩‍👩‍👧‍👦 and 🇳🇴, and no one minded. أهلا بكم في الميناء، قال العمدة صباح يوم الثلاثاء.

港口将在夏天重建。市长说,渔民们要求更多时间。The cafe reopened on Monday morning, and \u202eéclairs\u202c were sold."""


def long_text(sentences: int, changed: str = "") -> str:
    """Make a text of so many sentences in paragraphs of five; a changed one has every seventh sentence reworded or left out."""
    made = []
    for k in range(sentences):
        ship, day, crew = k * 7919 % 9973, k * 104729 % 365, k * 31 % 97
        told = f"On day {day} the ship number {ship} left the harbour with a crew of {crew} and a load of timber."
        if changed and k % 7 == 3:
            told = f"With {crew} on board and timber below, number {ship} sailed on day {day}."
        if not (changed and k % 11 == 5):
            made.append(told)
    return "\n\n".join(" ".join(made[k : k + 5]) for k in range(0, len(made), 5))


def annotated(text: str) -> str:
    """Make a rich text document (RTF) of a text, with what people leave in documents: changes, notes, a remark, a table."""
    escaped = "".join(letter if letter.isascii() else f"\\u{ord(letter)}?" for letter in text)
    paragraphs = escaped.split("\n\n")
    paragraphs[1] += r"{\footnote Minutes of the council, page 4.} {\revised The minutes are public.}{\deleted Nobody knows why.}"
    paragraphs[2] += r"{\footnote Harbour office.}{\*\annotation Who says so?}"
    table = r"\trowd\cellx2000\cellx4000 Year\cell Damage\cell\row\trowd\cellx2000\cellx4000 2024\cell 31 million\cell\row\pard"
    return (
        rf"{{\rtf1\ansi\outlinelevel0 {paragraphs[0]}\par\pard "
        + table
        + "".join(rf"\pard {paragraph}\par " for paragraph in paragraphs[1:])
        + "}"
    )


PAIRS: dict[str, tuple[str, str]] = {
    "one": (HARBOUR, ""),
    "alike": (HARBOUR, HARBOUR),
    "typography": (HARBOUR, HARBOUR.replace("Monday.", "Monday .").replace("council met", "Council met")),
    "unlike": (HARBOUR, RECIPE),
    "languages": (HARBOUR, HAFEN),
    "scripts": (SCRIPTS, SCRIPTS_REWRITTEN),
    "annotated": (annotated(REPORT), REPORT.replace("voted", "has voted").replace("A quarter", "One quarter")),
    "noted": (annotated(REPORT), ""),
    "shortened": (long_text(60), "\n\n".join(long_text(60).split("\n\n")[:2] + long_text(60).split("\n\n")[8:])),
    "harbour": (HARBOUR, HARBOUR.replace("agreed to build a wall", "has agreed to build a barrier")),
}
ENCODINGS = {"annotated": "cp1252"}
"""In which encoding a pair is written, where it is not UTF-8."""
LONG = {"long": 100_000}
"""Pairs of so many sentences a side; they are compared in earnest."""
