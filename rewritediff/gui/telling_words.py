"""The words with which the window tells how a document was read; what notices say and mean stands in `rewritediff.wording`."""

from __future__ import annotations

from rewritediff.core.values import Role
from rewritediff.loaders.options import Tracked
from rewritediff.loaders.parts import Part

HOW_READ = "How this was read"
HOW_READ_OF = "How the {side} was read"
COUNTS = "{words} in {paragraphs}"
PASTED_KIND = "Text from the clipboard"
ENCODING = "Encoding"
FIND_ENCODING = "Found by itself"
FOUND_ENCODING = "{name} (found by itself)"
OTHER_ENCODING = "Chosen"
READ_WHOLE = "Everything in it was read, and nothing was changed."
READING_AGAIN = "Reading it again…"
KEEP, LEAVE_OUT = "Kept", "Left out"
PARTS = {Part.CELL: "Table cells", Part.BOX: "Text boxes", Part.NOTE: "Notes"}
TRACKED_CHANGES = "Tracked changes"
TRACKED = {Tracked.ACCEPTED: "Accepted", Tracked.BEFORE: "Before them"}
PAGE_OR_ARTICLE = "Article or whole page"
ARTICLE, PAGE = "Article", "Whole page"
ARTICLE_ONLY = "Only the article of the page is read"
WHOLE_PAGE = "All words of the page are read"
WHY_WHOLE_PAGE = "A page also shows menus, advertisements and links; where sentences of the article are missing, choose the whole page."
CHOOSE_BLOCKS = "Choose what is compared…"
BEFORE_AND_AFTER = "Compare before and after the tracked changes"
COMPARE_THESE = "Compare these"
ALL_BLOCKS, NO_BLOCKS = "All", "None"
BLOCKS = "What is compared of the {side}"
BLOCKS_HINT = "Space ticks and unticks, Shift chooses several"
BACK_TO_READING = "Back"
ALL_TICKED = "All {all}"
TICKED, UNTICKED = "Compared", "Left out"
PARAGRAPH = "Paragraph"
ROLES = {
    Role.TITLE: "Title",
    Role.HEADING: "Heading",
    Role.BODY: "",
    Role.LIST_ITEM: "List item",
    Role.CELL: "Table cell",
    Role.CAPTION: "Caption",
    Role.NOTE: "Note",
    Role.CODE: "Code",
}
CLOSE = "Close"
FETCHED = "fetched at {time} from {address}"
FETCHED_BRIEFLY = "Fetched at {time}"
WHY_FETCHED = "What the site sent then is kept until the window is closed, so that reading it in another way asks the site nothing."
