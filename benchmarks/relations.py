"""Measure how well relations and their similarity agree with people: part of make bench-quality

Nobody labelled "edited" and "paraphrased" on a large scale, so three kinds of labels stand in for them: the sample pair's passages;
answers whose writers were told to revise a source lightly or heavily (Clough and Stevenson 2009); and revisions that ArgRewrite's
annotators called spelling and grammar, choice of words, or a change of content. Paraphrases of other collections are shown without a
claim of what they should be.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from corpora import records, require
from rapidfuzz.distance import Indel, LCSseq

from rewritediff.core.compare import compare
from rewritediff.core.prepared import prepare
from rewritediff.core.relations import Judge
from rewritediff.core.sentences import document_from_sentences, document_from_text
from rewritediff.core.settings import DEFAULT_SETTINGS
from rewritediff.core.tokens import Vocabulary, is_word
from rewritediff.core.values import Document, Relation, Side, Sides
from rewritediff.engine import lexicon

FROM = DEFAULT_SETTINGS.edited_from
FLOORS = sorted({0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, FROM})
PURPOSES = {
    "Conventions/Grammar/Spelling": "ArgRewrite: spelling and grammar",
    "Word-Usage/Clarity": "ArgRewrite: choice of words",
    "Precision": "ArgRewrite: precision",
}
CONTENT = "ArgRewrite: content changed"
ANSWERS = {
    "cut": "answers: near copy",
    "light": "answers: light revision",
    "heavy": "answers: heavy revision",
    "non": "answers: not derived",
}
CONTRASTS = (
    ("sample pair", ("sample: edited",), ("sample: paraphrased",)),
    ("answers", (ANSWERS["light"],), (ANSWERS["heavy"],)),
    ("spelling", (PURPOSES["Conventions/Grammar/Spelling"],), (CONTENT,)),
    ("choice of words", (PURPOSES["Word-Usage/Clarity"],), (CONTENT,)),
)
"""Name, what should look more alike, what should look less."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Hold one linked passage: its words and what we say of it."""

    original: list[str]
    rewrite: list[str]
    relation: Relation
    similarity: float


Classes = dict[str, list[Judged]]
Group = tuple[str, Sequence[int], Sequence[int]]


def judged(documents: Sides[Document], groups: Iterable[Group]) -> Iterator[tuple[str, Judged]]:
    """Judge groups of sentences that belong together, each with its label."""
    judge = Judge(prepare(documents, DEFAULT_SETTINGS, lexicon(), lambda *_: None), documents)
    for label, original, rewrite in groups:
        words = [words_of(documents[side], numbers) for side, numbers in zip(Side, (original, rewrite), strict=True)]
        yield label, Judged(words[0], words[1], *judge(tuple(original), tuple(rewrite)))


def words_of(document: Document, sentences: Sequence[int]) -> list[str]:
    """Give the folded words of some sentences."""
    vocabulary = Vocabulary()
    units = [vocabulary.units(document.quote(k)) for k in sentences]
    return [vocabulary.forms[k] for each in units for k in each.ids if is_word(vocabulary.forms[k])]


def groups_of(record: dict[str, Any]) -> Iterator[Group]:
    """Give the labelled groups of one record: passages of the sample pair, units of the seed pair, links of ArgRewrite."""
    if "passages" in record:
        yield from (
            (f"sample: {p['relation'].replace('|', ' or ')}", p["original"], p["rewrite"])
            for p in record["passages"]
            if p["original"] and p["rewrite"]
        )
    elif "purpose" in record:
        for (original, rewrite, label), purpose in zip(record["links"], record["purpose"], strict=True):
            name = "ArgRewrite: identical" if purpose == "identical" else CONTENT if label == "partial" else PURPOSES.get(purpose)
            if name:
                yield name, (original,), (rewrite,)
    else:
        yield from (("seed: split or merged", *unit) for unit in record["groups"])
        joined = {original for unit in record["groups"] for original in unit[0]}
        yield from ((f"seed: one-to-one, {label}", (i,), (j,)) for i, j, label in record["links"] if i not in joined)


def labelled() -> Classes:
    """Judge all that has a label."""
    classes: Classes = defaultdict(list)
    for path in ("samples/pair.jsonl", "gold/seed.jsonl", "gold/argrewrite.jsonl"):
        for record in records(path):
            documents = Sides(*(document_from_sentences(record[side], "en") for side in "ab"))
            for label, passage in judged(documents, groups_of(record)):
                classes[label].append(passage)
    for record in records("gold/clough_stevenson.jsonl"):
        documents = Sides(*(document_from_text(record[f"{side}_text"], "en") for side in "ab"))
        found = [("", p.original, p.rewrite) for p in compare(documents, lexicon=lexicon()).passages if p.links]
        classes[ANSWERS[record["label"]]] += [passage for _, passage in judged(documents, found)]
    for name, label, title in (("msrp", 1, "news"), ("pan", 1, "books, obfuscated"), ("asset", "rewrite", "simplified")):
        rows = [record for record in records(f"gold/pairs_{name}.jsonl") if record["label"] == label]
        documents = Sides(*(document_from_sentences([row[side] for row in rows], "en") for side in "ab"))
        classes[f"paraphrases: {title}"] = [p for _, p in judged(documents, (("", (k,), (k,)) for k in range(len(rows))))]
    return classes


def weighed(weight: Callable[[str], float]) -> Callable[[Judged], float]:
    """Make a measure: the share of equal words in order, each word with a weight."""

    def measure(passage: Judged) -> float:
        before = [0.0] * (len(passage.rewrite) + 1)
        weights = [weight(word) for word in passage.rewrite]
        for word in passage.original:
            here = [0.0]
            for place, other in enumerate(passage.rewrite):
                here.append(before[place] + weights[place] if word == other else max(before[place + 1], here[place]))
            before = here
        return 2 * before[-1] / ((sum(map(weight, passage.original)) + sum(weights)) or 1)

    return measure


def in_any_order(passage: Judged) -> float:
    """Give twice the common words over all words, wherever they stand."""
    common = Counter(passage.original) & Counter(passage.rewrite)
    return 2 * common.total() / ((len(passage.original) + len(passage.rewrite)) or 1)


def measures() -> dict[str, Callable[[Judged], float]]:
    """Name ours and the others that it is held against."""
    function_words = lexicon().function_words_of("en")
    return {
        "ours: equal words in order": lambda passage: passage.similarity,
        "function words count a quarter": weighed(lambda word: 0.25 if word in function_words else 1.0),
        "words weigh their letters": weighed(len),
        "equal words in any order": in_any_order,
        "share of the longer side": lambda p: LCSseq.similarity(p.original, p.rewrite) / max(1, len(p.original), len(p.rewrite)),
        "letter by letter": lambda p: float(Indel.normalized_similarity(" ".join(p.original), " ".join(p.rewrite))),
    }


def apart(more: Sequence[float], less: Sequence[float], floor: float) -> float:
    """Give the share of both classes that stands on its side of the floor, each class weighing one half."""
    return (sum(value >= floor for value in more) / len(more) + sum(value < floor for value in less) / len(less)) / 2


def shares(classes: Classes) -> Iterator[str]:
    """Give for each label how alike its passages are, and what we call them."""
    yield "| label | passages | similarity, median | same | edited | paraphrased |\n|---|---|---|---|---|---|"
    for label, passages in classes.items():
        counts = Counter(passage.relation for passage in passages)
        parts = [f"{100 * counts[relation] / len(passages):.0f} %" for relation in (Relation.SAME, Relation.EDITED, Relation.PARAPHRASED)]
        yield f"| {label} | {len(passages)} | {median(p.similarity for p in passages):.2f} | {' | '.join(parts)} |"


def sweep(classes: Classes) -> Iterator[str]:
    """Give for each floor how well it tells the classes of each contrast apart."""
    yield "| edited from | " + " | ".join(name for name, *_ in CONTRASTS) + " |\n|---|" + "---|" * len(CONTRASTS)
    values = {label: [passage.similarity for passage in passages] for label, passages in classes.items()}
    for floor in FLOORS:
        cells = [f"{100 * apart(gathered(values, more), gathered(values, less), floor):.1f}" for _, more, less in CONTRASTS]
        yield f"| {floor:.2f}{' (set)' if floor == FROM else ''} | {' | '.join(cells)} |"


def gathered(values: dict[str, list[float]], labels: Iterable[str]) -> list[float]:
    """Join the values of some labels."""
    return [value for label in labels for value in values[label]]


def rivals(classes: Classes) -> Iterator[str]:
    """Give for each measure its best figure in each contrast, and the floors that reach it."""
    yield "| measure | " + " | ".join(name for name, *_ in CONTRASTS) + " |\n|---|" + "---|" * len(CONTRASTS)
    wanted = {label for _, more, less in CONTRASTS for label in (*more, *less)}
    for name, measure in measures().items():
        values = {label: [measure(passage) for passage in classes[label]] for label in wanted}
        cells = []
        for _, more, less in CONTRASTS:
            found = {floor: apart(gathered(values, more), gathered(values, less), floor / 100) for floor in range(30, 100)}
            best = [floor for floor, value in found.items() if value > max(found.values()) - 1e-9]
            cells.append(f"{100 * found[best[0]]:.1f} from {best[0] / 100:.2f}" + (f" to {best[-1] / 100:.2f}" if len(best) > 1 else ""))
        yield f"| {name} | {' | '.join(cells)} |"


def pairs() -> Iterator[str]:
    """Give what the comparison of the sample pair says of its labelled passages, sentence by sentence as they stand."""
    (record,) = records("samples/pair.jsonl")
    documents = Sides(*(document_from_sentences(record[side], "en") for side in "ab"))
    said = {(p.original, p.rewrite): (p.relation.value, p.moved) for p in compare(documents, lexicon=lexicon()).passages}
    right = 0
    for want in record["passages"]:
        relation, moved = said.get((tuple(want["original"]), tuple(want["rewrite"])), ("other sentences", False))
        fine = relation in want["relation"].split("|") and moved == want["moved"]
        right += fine
        if not fine:
            yield f"{want['original']} -> {want['rewrite']} is {want['relation']}; we say {relation}{', moved' if moved else ''}"
    yield f"sample pair: {right} of {len(record['passages'])} passages as labelled"


def main() -> None:
    """Print what each label is called, the sweep, the other measures, and the sample pair."""
    require()
    classes = labelled()
    for section in (shares(classes), sweep(classes), rivals(classes), pairs()):
        print()
        for line in section:
            print(line)


if __name__ == "__main__":
    main()
