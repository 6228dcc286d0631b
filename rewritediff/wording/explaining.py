"""What each notice about a document means, for somebody who wonders: what it is, why it is so, what it means for the comparison."""

from __future__ import annotations

from rewritediff.core.values import Notice
from rewritediff.loaders.options import Tracked
from rewritediff.loaders.parts import Part, Repair

LEFT_OUT = {
    Part.CELL: "You left the tables out, so nothing in them is compared.",
    Part.BOX: "You left the text boxes out, so nothing in them is compared.",
    Part.NOTE: "Footnotes and endnotes stand outside the sentences, so they are compared only where you keep them.",
    Part.COMMENT: "Remarks in the margin are talk about the article and no part of it, so they are not compared.",
    Part.HEADER: "What stands at the top or the bottom of every page would interrupt sentences, so it is not compared.",
    Part.HIDDEN: "The document hides this text from its readers, so it is not compared.",
    Part.PICTURE: "Pictures hold no text that could be compared; their captions are compared.",
    Part.FORMULA: "Formulas cannot be compared word by word; check by eye that both texts have the same.",
    Part.OBJECT: "Charts, sheets and files that are placed in the document are no text of the article, so they are not compared.",
    Part.FIELD: "These are instructions to the program that made the document; what they show is compared.",
    Part.FRONT_MATTER: "Author, date and labels at the top of the file are written for a program, so they are not compared.",
    Part.PAGE_WORD: "Menus, advertisements and links around the article are not compared; if sentences are missing, choose the whole page.",
    Part.SCRIPT: "Programs in the page are not text, so they are not compared.",
    Part.FRAME: "Another page is shown inside this one, and nothing is fetched unasked, so it is not compared.",
    Part.CONTENTS: "The table of contents repeats the headings, so only the headings themselves are compared.",
    Part.COMMAND: "These are instructions for typesetting and no text, so they are not compared.",
    Part.TIME: "When each line is shown is no part of what is said, so it is not compared.",
    Part.CHAPTER: "These chapters are damaged, so what they say is missing and may look dropped or new.",
    Part.SPEAKER: "Names before what is said are not said themselves, so they are not compared.",
    Part.INCLUDED: "Only this file was opened, so what the other files say is missing and may look dropped or new.",
    Part.PAGE_NUMBER: "Where a page of the printed book began is no part of its sentences, so it is not compared.",
    Part.MARK: "Raised numbers and stars only lead to notes, so they are not compared as words.",
    Part.SIDEWAYS: "Text that stands askew, such as a watermark, would interrupt sentences, so it is not compared.",
    Part.FORM: "Fields to be filled in are no text of the article, so what stands in them is not compared.",
    Part.PAGE: "These pages are damaged or not in the file, so what they say is missing and may look dropped or new.",
    Part.CHOSEN: "You unticked these under “Choose what is compared”, so they are not compared.",
}
"""Why a part was left out, and what that means."""

KEPT = {
    Part.CELL: "Each cell of a table is compared as a paragraph of its own; leave them out where only the running text matters.",
    Part.BOX: "Each text box is compared as a paragraph of its own, where it is anchored; leave them out where they repeat the text.",
    Part.NOTE: "Each footnote or endnote is compared as a paragraph of its own, behind the paragraph that refers to it.",
}
"""What it means that a part was kept; others always are, and say nothing."""
KEPT_OTHERWISE = "It is compared as a paragraph of its own."

REPAIRED = {
    Repair.HYPHEN: "Words that the page divides at the ends of its lines were put together again, so that they do not count as changed.",
    Repair.LIGATURE: "Letters that the page prints as one sign (“ﬁ”) were written as letters, so that they do not count as changed.",
    Repair.ENTITY: "The page names characters that do not exist; where they stand, compare by eye.",
}

TRACKED = {
    Tracked.ACCEPTED.value: "The document keeps a record of its changes; it is compared as if all of them were accepted.",
    Tracked.BEFORE.value: "The document keeps a record of its changes; it is compared as it was before all of them.",
}

MEANING = {
    "same-file": "Both sides are one and the same file, so there is nothing to find between them.",
    "encoding": "The encoding was found out from the letters themselves; where letters look wrong, it is another one.",
    "replaced-bytes": "These bytes are no letters in this encoding, and � stands for them; perhaps another encoding is the right one.",
    "replaced-characters": "The file holds signs that are no text, and � stands for them; words with � may count as changed.",
    "invisible-removed": "Signs that nobody sees, such as soft hyphens, were taken out, so that they do not count as changed.",
    "invisible-kept": "Signs that nobody sees are part of the text; they are flagged in the margin where both texts differ by them.",
    "lookalikes": "Foreign letters that look Latin are part of the text; they are compared as what they are, and named where words differ.",
    "read-as-text": "The content decides and not the name, so it was read as plain text; paragraphs were guessed from its lines.",
    "read-as": "The content decides and not the name, so it was read as what it is.",
    "pages-without-text": "These pages are pictures (a scan), so what they say is missing and may look dropped or new.",
    "whole-page": "Menus, advertisements and links are compared too; if they are in the way, copy the article in a browser and paste it.",
    "languages-differ": "Sentences of two languages share few words, so some pairs may have been missed.",
}
"""What the other notices mean, by their codes."""


def explain(notice: Notice) -> str:
    """Say in one sentence what a notice means; nothing for a code that is not known here."""
    values = dict(notice.values)
    match notice.code:
        case "left-out":
            return LEFT_OUT[Part(values["what"])]
        case "kept":
            return KEPT.get(Part(values["what"]), KEPT_OTHERWISE)
        case "repaired":
            return REPAIRED[Repair(values["what"])]
        case "tracked-changes":
            return TRACKED[str(values["shown"])]
    return MEANING.get(notice.code, "")
