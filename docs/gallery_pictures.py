"""The table of all pictures of the gallery: a picture is a row."""

from __future__ import annotations

from dataclasses import dataclass

from gallery_steps import (
    Step,
    dismissing,
    do,
    drag_over,
    failed_again,
    file_changed,
    focus,
    loading,
    press,
    reading_announced,
    remembered,
    running,
    scroll,
    select,
    show,
    untick,
    web_page,
    with_tracked_changes,
)

from rewritediff.core.decisions import Ruling
from rewritediff.core.values import Side
from rewritediff.gui import comparing, copying, finding, gestures, links, reading, telling, verdicts
from rewritediff.gui.choices import Layout, Tab, ThemeChoice, Typeface, View
from rewritediff.wording import Filter

WIDE, USUAL, SMALL = (1920, 1080), (1440, 900), (1024, 700)
LIGHT, DARK = ThemeChoice.LIGHT, ThemeChoice.DARK


@dataclass(frozen=True, slots=True)
class Picture:
    """Say what a picture shows and how the window comes to show it."""

    name: str
    line: str
    """What stands beside it on the page."""
    pair: str = "sample"
    """The sample, a pair of gallery_texts, "missing" for a file that is not there, or nothing."""
    size: tuple[int, int] = USUAL
    scale: int = 1
    theme: ThemeChoice = LIGHT
    steps: tuple[Step, ...] = ()


FIRST = (press("next_change"),)
FETCH_STORY = do(links.asked, Side.REWRITE, "https://www.example.org/2026/11/harbour-wall")
ALIGNED = do(reading.layout_chosen, Layout.ALIGNED)
READING = do(reading.layout_chosen, Layout.READING)
HANDLED = (press("next_finding"), do(verdicts.ruled, Ruling.FINE), do(verdicts.ruled, Ruling.ASK))
CHANGES = do(reading.tab_chosen, Tab.CHANGES)
TOLD, TOLD_REWRITE = do(telling.told, Side.ORIGINAL), do(telling.told, Side.REWRITE)
CHOOSING = (do(web_page), do(telling.choosing_begun, Side.ORIGINAL), untick(11, 12))

SECTIONS: dict[str, tuple[Picture, ...]] = {
    "The sample pair": (
        Picture("window-light", "The answer first, then both texts", steps=FIRST),
        Picture("window-dark", "Dark", theme=DARK, steps=FIRST),
        Picture("outline", "What was dropped and is new, paragraph by paragraph", steps=(do(reading.tab_chosen, Tab.OUTLINE), *FIRST)),
        Picture("find", "A word found in both texts", steps=(do(finding.find_opened, 0, "council"),)),
        Picture("window-contrast-light", "High contrast, light", theme=ThemeChoice.CONTRAST_LIGHT, steps=FIRST),
        Picture("window-contrast-dark", "High contrast, dark", theme=ThemeChoice.CONTRAST_DARK, steps=FIRST),
        Picture("window-wide", "A wide window gets margins, not endless lines", size=WIDE, steps=FIRST),
        Picture("window-wide-dark", "Wide and dark", size=WIDE, theme=DARK, steps=FIRST),
        Picture("window-small", "A small window", size=SMALL, steps=FIRST),
        Picture("window-small-dark", "Small and dark", size=SMALL, theme=DARK, steps=FIRST),
        Picture("window-2x", "Small, on a fine display", size=SMALL, scale=2, steps=FIRST),
        Picture("window-2x-dark", "The same, dark", size=SMALL, scale=2, theme=DARK, steps=FIRST),
        Picture("end", "The end of the texts: what was dropped, and the place that a moved passage left", steps=(scroll(1.0),)),
        Picture("changes", "The list of changes beside the texts", steps=(CHANGES, press("next_change", 6))),
        Picture(
            "filter",
            "Only what was dropped or is new",
            steps=(do(reading.filter_toggled, Filter.DROPPED), do(reading.filter_toggled, Filter.NEW)),
        ),
        Picture("findings", "What to check: a wave under the words, flags in the margins", steps=(ALIGNED, press("next_finding"))),
        Picture("findings-dark", "The same, dark and small", size=SMALL, theme=DARK, steps=(ALIGNED, press("next_finding", 2))),
        Picture("findings-reading", "The same, while reading", steps=(READING, press("next_finding"))),
        Picture("findings-2x", "The same, on a fine display", size=SMALL, scale=2, steps=(READING, press("next_finding", 2))),
        Picture("queue", "To check: some handled, one being dismissed with a reason", steps=(ALIGNED, *HANDLED, dismissing)),
        Picture("queue-dark", "The same, dark and small", size=SMALL, theme=DARK, steps=(READING, *HANDLED, dismissing)),
        Picture("to-check", "Only what is to be checked", steps=(do(reading.filter_toggled, Filter.CHECK),)),
        Picture("sans", "Sans serif, for those who prefer it", steps=(do(reading.typeface_chosen, Typeface.SANS), *FIRST)),
        Picture("zoom", "150 %", steps=(do(reading.zoomed, 150), *FIRST)),
        Picture("typography", "Differences of typography shown", steps=(press("typography"), *FIRST)),
        Picture("reading", "Each text flows on its own, ribbons join what belongs together", steps=(READING, *FIRST)),
        Picture("reading-dark", "The same, dark", theme=DARK, steps=(READING, *FIRST)),
        Picture("reading-wide", "The same, wide", size=WIDE, steps=(READING, *FIRST)),
        Picture(
            "reading-contrast", "The same, small and high contrast", size=SMALL, theme=ThemeChoice.CONTRAST_LIGHT, steps=(READING, *FIRST)
        ),
        Picture("reading-2x", "The same, on a fine display", size=SMALL, scale=2, steps=(READING, *FIRST)),
        Picture("reading-copied", "What was copied, while reading", steps=(READING, do(copying.view_chosen, View.COPIED))),
        Picture("copied", "What was taken over word for word", steps=(do(copying.view_chosen, View.COPIED),)),
        Picture("copied-dark", "The same, dark and small", size=SMALL, theme=DARK, steps=(do(copying.view_chosen, View.COPIED),)),
        Picture("plain", "Without marks on words", steps=(press("word_marks"),)),
    ),
    "Beginning": (
        Picture("empty", "The empty window", pair=""),
        Picture("empty-dark", "The same, dark", pair="", theme=DARK),
        Picture("empty-small", "The same, small", pair="", size=SMALL),
        Picture("empty-contrast", "The same, high contrast", pair="", theme=ThemeChoice.CONTRAST_DARK),
        Picture("recent", "What was compared before is offered again", pair="", size=SMALL, steps=(do(remembered),)),
        Picture("writing", "A text is pasted or written", pair="", size=SMALL, steps=(do(gestures.writing_begun, Side.ORIGINAL),)),
        Picture("dragging", "Two files held over the window", pair="", size=SMALL, steps=(drag_over,)),
        Picture("one-side", "One side filled", pair="one", size=SMALL),
        Picture("loading", "The other side is being read", pair="one", size=SMALL, steps=(show(loading),)),
        Picture(
            "reading-file", "What takes long to read says so, and can be left", pair="harbour", size=SMALL, steps=(show(reading_announced),)
        ),
        Picture("fetch", "A link is asked about on its side, and not fetched before", pair="", size=SMALL, steps=(FETCH_STORY,)),
        Picture("fetch-dark", "The same, dark", pair="", size=SMALL, theme=DARK, steps=(FETCH_STORY,)),
        Picture("tracked", "Tracked changes can be compared before and after", pair="one", size=SMALL, steps=(show(with_tracked_changes),)),
        Picture("failed", "A file that was being saved can be tried again", pair="one", size=SMALL, steps=(show(failed_again),)),
        Picture("missing", "A file that cannot be read says why, and the other side stays", pair="missing", size=SMALL),
        Picture("missing-dark", "The same, dark", pair="missing", size=SMALL, theme=DARK),
    ),
    "How documents were read": (
        Picture("readings", "Under each name in a few words what was left out, and how it was read", pair="annotated", steps=FIRST),
        Picture("reading-panel", "All of it, why, and other ways to read it", pair="annotated", steps=(TOLD,)),
        Picture("reading-panel-dark", "The same, dark and small", pair="annotated", size=SMALL, theme=DARK, steps=(TOLD,)),
        Picture("reading-panel-2x", "The encoding of a text can be chosen", pair="annotated", size=SMALL, scale=2, steps=(TOLD_REWRITE,)),
        Picture("choosing", "What of a web page is compared", size=SMALL, steps=CHOOSING),
        Picture("choosing-dark", "The same, dark", theme=DARK, steps=CHOOSING),
        Picture("start-readings", "On the start page", pair="noted", size=SMALL),
        Picture("start-panel", "The panel on the start page", pair="noted", size=SMALL, theme=ThemeChoice.CONTRAST_LIGHT, steps=(TOLD,)),
    ),
    "Comparing": (
        Picture("comparing", "How far it is, and how to stop it", pair="alike", size=SMALL, steps=(show(running),)),
        Picture("comparing-dark", "The same, dark", pair="alike", size=SMALL, theme=DARK, steps=(show(running),)),
        Picture(
            "stopped", "Stopped: both texts stay", pair="harbour", size=SMALL, steps=(do(comparing.compared_again), do(gestures.cancelled))
        ),
    ),
    "Answers": (
        Picture("alike", "Both texts are the same", pair="alike", size=SMALL),
        Picture("alike-typography", "Both texts are the same but for typography", pair="typography", size=SMALL),
        Picture("unlike", "Nothing in common", pair="unlike", size=SMALL),
        Picture(
            "nothing-shown", "A filter that nothing passes", pair="alike", size=SMALL, steps=(do(reading.filter_toggled, Filter.MOVED),)
        ),
        Picture("languages", "The two texts are in different languages", pair="languages", size=SMALL),
        Picture("scripts", "Emoji, Arabic, Chinese, and characters that are not seen", pair="scripts", size=SMALL, steps=(select(5),)),
        Picture(
            "replaced",
            "A side was replaced: it can be undone",
            pair="harbour",
            size=SMALL,
            steps=(do(gestures.side_cleared, Side.REWRITE),),
        ),
        Picture("changed", "Both files have changed on the disk since", pair="harbour", size=SMALL, steps=(show(file_changed),)),
        Picture("changed-dark", "The same, dark", pair="harbour", size=SMALL, theme=DARK, steps=(show(file_changed),)),
        Picture("changed-2x", "The same, on a fine display", pair="harbour", size=SMALL, scale=2, steps=(show(file_changed),)),
        Picture("fetch-line", "A link dropped on a comparison", pair="harbour", steps=(FETCH_STORY,)),
        Picture("folded", "Long runs of one kind fold into a line that counts them", pair="shortened", steps=(ALIGNED, *FIRST)),
        Picture("unfolded", "The same, unfolded", pair="shortened", steps=(ALIGNED, press("folds"))),
        Picture("long", "100,000 sentences a side", pair="long", steps=(scroll(0.5), press("next_change"))),
        Picture(
            "long-dark", "The same, dark, its changes listed", pair="long", theme=DARK, steps=(CHANGES, scroll(0.25), press("next_change"))
        ),
    ),
    "Keyboard": (
        Picture("keys", "All keys and signs", steps=(press("keys"),)),
        Picture("keys-dark", "The same, dark and small", size=SMALL, theme=DARK, steps=(press("keys"),)),
        Picture(
            "focus",
            "What has the keyboard has a line around it",
            size=SMALL,
            steps=(focus(lambda window: window.comparison.answer.part(Filter.DROPPED)),),
        ),
    ),
}
PICTURES = tuple(picture for pictures in SECTIONS.values() for picture in pictures)
