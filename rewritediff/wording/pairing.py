"""Why sentences were paired, in words: the key words they share, how sure the pairing is, and what else came close."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rewritediff.core.comparison import Comparison
from rewritediff.core.reasons import Reasons
from rewritediff.core.values import Document, Span
from rewritediff.wording.grammar import sentence_case, share
from rewritediff.wording.labels import DOUBT_SIGN, DOUBTFUL, became, shape_mark

FIRST_WORDS = 60
"""Characters of a runner-up that are quoted: a line and a half of the pair pane, enough to know it again."""


@dataclass(frozen=True, slots=True)
class Said:
    """Hold words of which a part leads to a passage: what stands before it, the part, what stands after it."""

    before: str
    link: str = ""
    after: str = ""
    passage: int | None = None
    """Where the part leads."""

    def begun(self) -> Said:
        """Begin with a capital."""
        return replace(self, before=sentence_case(self.before), link=self.link if self.before else sentence_case(self.link))

    def __str__(self) -> str:
        return self.before + self.link + self.after


def pairing_mark(comparison: Comparison, number: int) -> str:
    """Show a passage's shape between the sides, and a sign where its pairing is doubtful: "1→2?"."""
    return shape_mark(comparison.passages[number]) + (DOUBT_SIGN if comparison.is_doubtful(number) else "")


def pairing_mark_words(comparison: Comparison, number: int) -> str:
    """Say what the mark between the sides says in signs: "one sentence became two, doubtful pairing"."""
    doubt = DOUBTFUL if comparison.is_doubtful(number) else ""
    return ", ".join(filter(None, (became(comparison.passages[number]), doubt)))


def paired_by(comparison: Comparison, number: int, reasons: Reasons) -> str:
    """Name the key words of a pairing, as the original writes them; nothing where there is no pairing, or it is not known why."""
    if not comparison.passages[number].links or not reasons.available:
        return ""
    text = comparison.documents.original.text
    found = ", ".join(" ".join(word.original.of(text).split()) for word in reasons.key_words)
    return f"paired by: {found}" if found else "paired by parts of words and by place: no key word is shared"


def sureness(comparison: Comparison, number: int) -> str:
    """Say how sure a pairing is: "pairing: 64 % sure"."""
    return f"pairing: {share(round(comparison.passages[number].confidence * 10_000), 10_000)} sure"


def doubt(comparison: Comparison, number: int, reasons: Reasons) -> Said | None:
    """Say of a doubtful pairing which of its sentences is in doubt, and which other came close too; None where neither is known."""
    asked, nearest = _asked(comparison, number), _nearest(comparison, reasons)
    if nearest is not None:
        before = f"{asked} " if asked else ""
        return Said(before, sentence_case(nearest.link) if asked else nearest.link, f" came close too{nearest.after}", nearest.passage)
    if asked:
        return Said(asked)
    return Said("not sure that these belong together; nothing else came close") if reasons.available else None


def doubt_said(comparison: Comparison, number: int) -> Said:
    """Say that a pairing is doubtful, why, and what came close too."""
    said = doubt(comparison, number, comparison.reasons(number))
    return Said(DOUBTFUL) if said is None else replace(said, before=f"{DOUBTFUL}: {said.before}")


def _asked(comparison: Comparison, number: int) -> str:
    """Ask after the sentence that makes a pairing doubtful, where the rest of the pairing is sure."""
    doubted = comparison.doubted(number)
    if doubted is None:
        return ""
    side, sentence = doubted
    document = comparison.documents[side]
    return f"does “{first_words(document, document.sentences[sentence].span)}” of the {side.value} belong here?"


def next_closest(comparison: Comparison, reasons: Reasons) -> Said | None:
    """Name the sentence that came close to a pairing which is not doubtful; None where none did."""
    nearest = _nearest(comparison, reasons)
    return None if nearest is None else Said("next closest: ", nearest.link, nearest.after, nearest.passage)


def _nearest(comparison: Comparison, reasons: Reasons) -> Said | None:
    if reasons.closest is None:
        return None
    side, runner_up = reasons.closest
    document = comparison.documents[side]
    quoted = first_words(document, document.sentences[runner_up.sentence].span)
    passage = comparison.passage_of[side][runner_up.sentence]
    return Said("", f"sentence {document.sentence_numbers[runner_up.sentence]:,} of the {side.value}", f" (“{quoted}”)", passage)


def first_words(document: Document, span: Span, most: int = FIRST_WORDS) -> str:
    """Quote the beginning of a sentence, cut between words where it has more than so many characters."""
    words = " ".join(document.text[span.start : min(span.end, span.start + 4 * most)].split())
    if len(words) <= most:
        return words
    whole = words[: most + 1].rpartition(" ")[0] or words[:most]
    return f"{whole.rstrip(' ,;:–—-')}…"
