"""What is done to the window before a picture of it is taken; a step of the gallery's table is one of these."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from rewritediff.core.values import Side, Sides
from rewritediff.gui import reading
from rewritediff.gui.sources import Empty, Failed, File, Loaded, Loading, settled
from rewritediff.gui.state import State
from rewritediff.gui.work import Running
from rewritediff.loaders import LoadError, Reason
from rewritediff.loaders.messages import message_of
from rewritediff.loaders.parts import tracked

if TYPE_CHECKING:
    from rewritediff.gui.view.main_window import MainWindow

Step = Callable[["MainWindow"], None]


def do(gesture: Callable[..., State], *arguments: object) -> Step:
    """Let a gesture make the next State."""
    return lambda window: window.controller.do(gesture, *arguments)


def show(make: Callable[[State], State]) -> Step:
    """Show a State that would pass too quickly for a picture; no job is started for it."""
    return lambda window: window.show_state(make(window.controller.state))


def press(name: str, times: int = 1) -> Step:
    """Trigger an action of the window by its name."""

    def step(window: MainWindow) -> None:
        for _ in range(times):
            getattr(window.actions_, name).trigger()

    return step


def select(passage: int) -> Step:
    """Choose a passage as a click on the list of changes does."""

    def step(window: MainWindow) -> None:
        window.controller.do(reading.passage_wanted, passage)
        window.comparison.view.select_passage(passage)

    return step


def scroll(share: float) -> Step:
    """Scroll to a place, 0 being the beginning and 1 the end."""

    def step(window: MainWindow) -> None:
        bar = window.comparison.view.verticalScrollBar()
        bar.setValue(round(share * bar.maximum()))

    return step


def focus(part: Callable[[MainWindow], object]) -> Step:
    """Give the keyboard to a part of the window."""
    return lambda window: part(window).setFocus()  # type: ignore[attr-defined]  # any widget


def dismissing(window: MainWindow) -> None:
    """Begin to dismiss the chosen finding, and give a reason."""
    window.comparison.queue.begin_dismissing()
    window.comparison.queue.foot.reason.setText("the paper asked him itself")


def drag_over(window: MainWindow) -> None:
    """Hold two files over the window."""
    from rewritediff.gui.shown import drop_hints

    window.overlay.resize(window.pages.size())
    window.overlay.show_hints(drop_hints(2, Side.ORIGINAL), window.width() // 2)


def web_page(state: State) -> State:
    """Have read a web page into the original."""
    from rewritediff.core.values import Article, Block, Notice, Role
    from rewritediff.gui.sources import Loaded
    from rewritediff.loaders.formats import Format
    from rewritediff.loaders.reading import Stored

    before = state.sides.original
    if not isinstance(before, Loaded):
        return state
    paragraphs = (*(block.text for block in before.article.blocks), "Share this article", "By our harbour reporter")
    roles = (Role.TITLE, *(Role.HEADING if len(text) < 30 else Role.BODY for text in paragraphs[1:-1]), Role.CAPTION)
    notices = (
        Notice("encoding", (("encoding", "utf-8"),)),
        Notice("left-out", (("what", "word around the article"), ("count", 1_204))),
        Notice("left-out", (("what", "embedded page"), ("count", 2))),
    )
    article = Article(tuple(map(Block, roles, paragraphs)), paragraphs[0], "velmora-times.html", notices)
    source, stored = File("/articles/velmora-times.html"), Stored(b"", None, "velmora-times.html")
    return replace(state, sides=state.sides.replace(Side.ORIGINAL, Loaded(source, article, 541, "", stored=stored, form=Format.HTML)))


def untick(*rows: int) -> Step:
    """Untick blocks where it is chosen what is compared."""

    def step(window: MainWindow) -> None:
        page = window.telling.panel.blocks
        page.show_ticks(page.ticks.toggled(rows, rows[0]))

    return step


def loading(state: State) -> State:
    """Read a large file into the rewrite."""
    return replace(state, sides=state.sides.replace(Side.REWRITE, Loading(File("/articles/harbour-special-issue.txt"), 99, Empty())))


def running(state: State) -> State:
    """Compare, and be in the middle of it."""
    return replace(state, work=Running(99, "evidence", 0.4, announced=True))


def remembered(state: State) -> State:
    """Have compared other pairs before."""
    pairs = (("/articles/wire-march-14.txt", "/articles/velmora-times.md"), ("/thesis/source.txt", "/thesis/chapter-2.txt"))
    return replace(state, recent=pairs)


def reading_announced(state: State) -> State:
    """Read a large file into the rewrite for so long that it is said."""
    file = File("/articles/annual report.pdf")
    return replace(state, sides=state.sides.replace(Side.REWRITE, Loading(file, 0, settled(state.sides.rewrite), announced=True)))


def file_changed(state: State) -> State:
    """Find both files changed on the disk."""
    return replace(state, sides=state.sides.map(lambda slot: replace(slot, newer=True) if isinstance(slot, Loaded) else slot))


def failed_again(state: State) -> State:
    """Fail to read a file that was being saved, which may be tried again."""
    file = File("/articles/rewrite.docx")
    message = message_of(LoadError(file.name, Reason.CHANGED_WHILE_READING))
    return replace(state, sides=state.sides.replace(Side.REWRITE, Failed(file, message, again=True)))


def with_tracked_changes(state: State) -> State:
    """Read the original from a document with tracked changes."""
    slot = state.sides.original
    if not isinstance(slot, Loaded):
        return state
    article = replace(slot.article, notices=tuple(tracked(12, 5, "accepted")))
    loaded = replace(slot, source=File("/articles/draft.docx"), article=article)
    return replace(state, sides=Sides(loaded, Empty()))
