"""Fit the weights of core/evidence.py anew on the labelled pairs and print them: python benchmarks/fit_evidence.py

Two logistic regressions by Newton's method with a small ridge. Every corpus counts as much as the root of its size, so that a large
one does not drown the others.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

import numpy as np
from corpora import PAIRS, records, require

from rewritediff.core import evidence, second_look
from rewritediff.core.features import features_of
from rewritediff.core.prepared import Prepared, prepare
from rewritediff.core.progress import quiet
from rewritediff.core.search import Floors, first_look
from rewritediff.core.sentences import document_from_sentences
from rewritediff.core.settings import DEFAULT_SETTINGS
from rewritediff.core.values import Sides
from rewritediff.engine import lexicon

TRAINING = ("ArgRewrite", "ArgRewrite 1-3", "DEplain", "SWiPE")
RIDGE = 1.0
ALIKE = 0.6


def fitted(rows: np.ndarray, labels: np.ndarray, weights: np.ndarray, least: float = RIDGE) -> np.ndarray:
    """Give the weights of the features, the bias last."""
    matrix = np.column_stack([rows.astype(float), np.ones(len(rows))])
    weights = weights / weights.mean()
    solution = np.zeros(matrix.shape[1])
    ridge = np.full(matrix.shape[1], least)
    ridge[-1] = 0
    for _ in range(60):
        odds = np.clip(matrix @ solution, -30, 30)
        chance = 1 / (1 + np.exp(-odds))
        slope = matrix.T @ (weights * (labels - chance)) - ridge * solution
        curve = (matrix * (weights * chance * (1 - chance))[:, None]).T @ matrix + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        solution += step
        if np.abs(step).max() < 1e-6:
            break
    return solution


def prepared_of(record: dict) -> Prepared:
    """Prepare the sentences of a labelled pair as they stand."""
    language = record.get("lang", "en")
    documents = Sides(document_from_sentences(record["a"], language), document_from_sentences(record["b"], language))
    return prepare(documents, DEFAULT_SETTINGS, lexicon(), lambda _step, _done: None)


def known_pairs(record: dict, ready: Prepared) -> np.ndarray:
    """Leave out pairs that the annotators could not link, alike and both without a partner: their links keep order, the writers did not."""
    firsts, seconds = {link[0] for link in record["links"]}, {link[1] for link in record["links"]}
    pairs = ready.grid.pairs
    numbers = zip(pairs.original.tolist(), pairs.rewrite.tolist(), strict=True)
    free = np.array([first not in firsts and second not in seconds for first, second in numbers], dtype=bool)
    return ~(free & (ready.shared.cosine > ALIKE))


def examples(record: dict) -> Iterator[tuple[str, np.ndarray, np.ndarray]]:
    """Give the features and labels of one document pair's candidates, and of its further sentences in both directions."""
    ready = prepared_of(record)
    features = Sides(
        features_of(ready.space, ready.units.original, ready.documents.original),
        features_of(ready.space, ready.units.rewrite, ready.documents.rewrite),
    )
    gold = {(link[0], link[1]) for link in record["links"]}
    pairs = ready.grid.pairs
    known = known_pairs(record, ready)
    labels = np.array([pair in gold for pair in zip(pairs.original.tolist(), pairs.rewrite.tolist(), strict=True)], dtype=float)
    yield "link", evidence.link_features(features, pairs, ready.shared)[known], labels[known]
    swapped, order = pairs.swapped()
    turned = evidence.Shared(ready.shared.words.swapped(order), ready.shared.groups.swapped(order))
    likeness = evidence.likeness_of(pairs, ready.shared.cosine)
    for side, part, found, marks in ((features, pairs, ready.shared, labels), (features.swapped(), swapped, turned, labels[order])):
        for gap in evidence.GAPS:
            partner = part.find(part.original, part.rewrite + gap)
            firsts = np.flatnonzero(partner >= 0)
            seconds = partner[firsts]
            if len(firsts):
                forward, backward = evidence.step_features(side, part, found, gap, ready.space.groups.kinds, firsts, seconds, likeness)
                yield "extra", forward[marks[firsts] > 0], marks[seconds][marks[firsts] > 0]
                yield "extra", backward[marks[seconds] > 0], marks[firsts][marks[seconds] > 0]
    yield looked_at_again(record, ready)


def looked_at_again(record: dict, ready: Prepared) -> tuple[str, np.ndarray, np.ndarray]:
    """Give the features and labels of the pairs that the second look judges, after the first look with the weights that stand."""
    floors = Floors(DEFAULT_SETTINGS.link_floor, DEFAULT_SETTINGS.extra_floor, DEFAULT_SETTINGS.moved_floor)
    found = first_look(ready.grid, floors, quiet)
    second = second_look.looked_at(ready.grid, found.places[: found.in_order])
    gold = {(link[0], link[1]) for link in record["links"]}
    pairs = ready.grid.pairs
    numbers = zip(pairs.original[second.places].tolist(), pairs.rewrite[second.places].tolist(), strict=True)
    labels = np.array([pair in gold for pair in numbers], dtype=float)
    judged = known_pairs(record, ready)[second.places] & (second.linked | second.free | ~np.isneginf(second.joins))
    return "context", second.features[judged], labels[judged]


def gathered() -> dict[str, list[tuple[str, int, np.ndarray, np.ndarray]]]:
    data: dict[str, list[tuple[str, int, np.ndarray, np.ndarray]]] = {"link": [], "extra": [], "context": []}
    for corpus in TRAINING:
        for number, record in enumerate(records(PAIRS[corpus])):
            for kind, rows, labels in examples(record):
                data[kind].append((corpus, number, rows, labels))
    return data


def solve(parts: list[tuple[str, int, np.ndarray, np.ndarray]]) -> np.ndarray:
    sizes = {corpus: sum(len(part[3]) for part in parts if part[0] == corpus) for corpus in TRAINING}
    weights = np.concatenate([np.full(len(part[3]), sizes[part[0]] ** -0.5) for part in parts])
    return fitted(np.concatenate([part[2] for part in parts]), np.concatenate([part[3] for part in parts]), weights)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.parse_args()
    require()
    data = gathered()
    for kind, names in (
        ("link", evidence.LINK_FEATURES),
        ("extra", evidence.EXTRA_FEATURES),
        ("context", second_look.CONTEXT_FEATURES),
    ):
        solution = solve(data[kind])
        print(f"{kind}: bias {solution[-1]:.2f}")
        print("    (" + ", ".join(f"{value:.2f}" for value in solution[:-1]) + ")")
        for name, value in zip(names, solution, strict=False):
            print(f"    {value:7.2f}  {name}")


if __name__ == "__main__":
    main()
