"""What a reader should know about a document or a comparison, beyond what became of the sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rewritediff.core.comparison import Comparison
from rewritediff.core.values import Coverage, Document, FindingKind, Notice
from rewritediff.wording.grammar import counted, listed
from rewritediff.wording.labels import LANGUAGES
from rewritediff.wording.readings import reading_words

SAME_FILE = "same-file"

ORDINARY_ENCODINGS = ("ascii", "utf-8", "utf-8-sig", "utf_8", "utf_8_sig")

WITHOUT_SPACES = ("ja", "km", "lo", "my", "th", "zh")
"""Languages that are written without spaces between words."""

COUNTED = {
    "replaced-bytes": ("{} could not be read and was replaced by �", "{} could not be read and were replaced by �", "byte"),
    "replaced-characters": ("{} was no text and was replaced by �", "{} were no text and were replaced by �", "character"),
    "invisible-removed": ("{} was taken out", "{} were taken out", "invisible character"),
    "lookalikes": (
        "{} of another alphabet looks like a Latin letter",
        "{} of another alphabet look like Latin letters",
        "letter",
    ),
    "invisible-kept": ("{} is part of the text", "{} are part of the text", "invisible character"),
}
"""The notices that only count: in the singular, in the plural, and what is counted."""

UNPARSED = {
    "size": "too large to be read as Markdown: read as plain text",
    "nesting": "too deeply nested to be read as Markdown: read as plain text",
}
"""Why a Markdown file was read as plain text."""


def notice_words(notice: Notice) -> str:
    """Word a notice; a code that is not known here is shown as it is, never swallowed."""
    values = dict(notice.values)
    count = int(values.get("count", 0))
    if notice.code in COUNTED:
        one, many, noun = COUNTED[notice.code]
        return (one if count == 1 else many).format(counted(count, noun))
    match notice.code:
        case "same-file":
            return "both sides are the same file"
        case "encoding":
            return f"read as {values.get('encoding', 'text')}"
        case "read-as-text" if (why := str(values.get("why", ""))) in UNPARSED:
            return UNPARSED[why]
        case "read-as-text":
            return f"its content is not {values.get('suffix', 'what its name says')}: read as plain text"
        case "languages-differ":
            original, rewrite = (LANGUAGES.get(code, code) for code in (str(values.get("original", "")), str(values.get("rewrite", ""))))
            return f"the original is in {original}, the rewrite in {rewrite}: sentences were paired only where the evidence is strong"
    return reading_words(notice) or _unknown(notice.code, values)


def notices_of(comparison: Comparison) -> Iterator[tuple[str, str]]:
    """Give what is worth saying, in words, each with the name of the side it is about, or nothing for both."""
    for notice in comparison.notices:
        yield "", notice_words(notice)
    for side, document in zip(("original", "rewrite"), comparison.documents, strict=True):
        for notice in document.notices:
            if is_worth_saying(notice):
                yield side, notice_words(notice)


def is_worth_saying(notice: Notice) -> bool:
    """Tell apart what a reader should hear from what goes without saying."""
    return not (notice.code == "encoding" and str(dict(notice.values).get("encoding", "")).lower() in ORDINARY_ENCODINGS)


def document_words(document: Document) -> str:
    """Measure a document for its header: "34 sentences, 512 words"; characters where words are not told apart by spaces."""
    sentences = counted(len(document.sentences), "sentence")
    pieces = document.text.split()
    if document.language in WITHOUT_SPACES:
        return f"{sentences}, {counted(sum(map(len, pieces)), 'character')}"
    return f"{sentences}, {counted(len(pieces), 'word')}"


def coverage_short(comparison: Comparison) -> str:
    """Say in a few words how much was checked: "facts checked for English: 14 kinds; never tone or emphasis"."""
    coverage = comparison.coverage
    language = listed(tuple(dict.fromkeys(LANGUAGES[each.language] for each in comparison.documents if each.language in LANGUAGES)))
    if not coverage.checked:
        return "facts not checked yet"
    said = f"facts checked{f' for {language}' if language else ''}: {counted(len(coverage.checked), 'kind')}"
    never = " or ".join(_never(coverage))
    return f"{said}; never {never}" if never else said


KIND_NAMES = frozenset(kind.value for kind in FindingKind)


def coverage_words(coverage: Coverage) -> str:
    """Say which kinds of facts were checked, which were not in these languages, and what never is."""
    if not coverage.checked:
        return "facts not checked yet"
    said = [f"checked: {listed([kind.value for kind in coverage.checked])}"]
    for begins, names in (("not checked", _unchecked(coverage)), ("never checked", _never(coverage))):
        said += [f"{begins}: {listed(names)}"] if names else []
    return " · ".join(said)


def _unchecked(coverage: Coverage) -> list[str]:
    return [name for name in coverage.not_checked if name in KIND_NAMES]


def _never(coverage: Coverage) -> list[str]:
    return [name for name in coverage.not_checked if name not in KIND_NAMES]


def _unknown(code: str, values: Mapping[str, str | int]) -> str:
    details = ", ".join(f"{key} {value}" for key, value in values.items())
    return f"{code.replace('-', ' ')}{f' ({details})' if details else ''}"
