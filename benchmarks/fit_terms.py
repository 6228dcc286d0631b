"""Fit the weights of core/facts/term_weights.py anew on labelled edits and print them: python benchmarks/fit_terms.py

SummEdits says of a pair of short texts whether a fact changed, not where: what the model counts is added up over the passages of a pair,
as the program adds up a passage and its neighbours. Everything called cross-validated holds out whole sources, because edits of one
summary share most of their words; five ways to share the sources out, because one alone moves the figures by half a point.
"""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from corpora import records, require
from fit_evidence import fitted

from rewritediff.core.compare import compare
from rewritediff.core.comparison import Comparison
from rewritediff.core.facts.asking import Facts, ask, asked_about, pair_in
from rewritediff.core.facts.families import Asked
from rewritediff.core.facts.term_weights import CHECK_FROM, LOOK_FROM
from rewritediff.core.sentences import document_from_text
from rewritediff.core.values import Sides, Strength
from rewritediff.engine import lexicon

Matrix = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
RIDGE = 1000.0
"""On counts brought to one spread: 300 overfits (balanced accuracy half a point lower), 3000 is as good."""
FOLDS, WAYS = 10, 5
LEAST_SEEN = 10
"""Pairs in which a count must differ from nothing to get a weight."""


def counts_of(comparison: Comparison) -> Counter[str]:
    """Add up what the model counts in the changed passages of a pair."""
    facts: Facts | None = comparison.facts
    assert facts is not None
    assert facts.terms is not None
    counts: Counter[str] = Counter()
    for passage in comparison.passages:
        if asked_about(comparison.documents, passage) is Asked.CHANGED:
            pair, seen = pair_in(facts.context, comparison.documents, passage), ask(facts, comparison.documents, passage).seen
            counts.update(facts.terms.counts(pair, facts.terms.changes(pair, seen), seen))
    return counts


def compared(record: dict[str, Any]) -> Comparison:
    """Compare a labelled pair."""
    return compare(Sides(document_from_text(record["a"], "en"), document_from_text(record["b"], "en")), lexicon=lexicon())


def cross_validated(rows: Matrix, labels: Matrix, sources: list[str], way: int) -> Matrix:
    """Give the log odds of each pair from weights fitted without its source."""
    names = sorted(set(sources))
    fold_of = dict(zip(names, np.random.default_rng(way).integers(0, FOLDS, len(names)), strict=True))
    fold = np.array([fold_of[source] for source in sources])
    odds = np.zeros(len(labels))
    for held in range(FOLDS):
        solution = fit(rows[fold != held], labels[fold != held])
        odds[fold == held] = rows[fold == held] @ solution[:-1] + solution[-1]
    return odds


def fit(rows: Matrix, labels: Matrix) -> Matrix:
    """Give the weights of the counts, the bias last; both kinds of pairs weigh the same."""
    spread = rows.std(axis=0)
    spread[spread == 0] = 1
    middle = rows.mean(axis=0)
    share = labels.mean()
    importance = np.where(labels == 1, 0.5 / share, 0.5 / (1 - share))
    solution = fitted((rows - middle) / spread, labels, importance, RIDGE)
    weights = solution[:-1] / spread
    return np.append(weights, solution[-1] - middle @ weights)


def told(name: str, odds: Matrix, labels: Matrix, seen: Seen) -> None:
    """Print how well odds tell bent pairs from the others, together with what the finders see."""
    bent = labels == 1
    cuts = np.quantile(odds[~seen.sure], np.linspace(0.02, 0.98, 97))
    flags = [(seen.sure | seen.look | seen.able & (odds >= cut), cut) for cut in cuts]
    balanced, look = max(((flagged[bent].mean() + (~flagged[~bent]).mean()) / 2, cut) for flagged, cut in flags)
    print(f"{name}: check or look, balanced accuracy {balanced:.4f} (odds {look:.2f})")
    for most in (0.03, 0.04, 0.05, 0.06, 0.08):
        check = min(cut for cut in cuts if (seen.sure | seen.plain & (odds >= cut))[~bent].mean() <= most)
        flagged = seen.sure | seen.plain & (odds >= check)
        print(f"    check: recall {flagged[bent].mean():.3f} at {flagged[~bent].mean():.3f} (odds {check:.2f})")


def told_in_use(odds: list[Matrix], labels: Matrix, seen: Seen) -> None:
    """Print what the cuts in use give, over all ways to share the sources out."""
    bent = labels == 1
    flags = [(seen.sure | seen.plain & (it >= CHECK_FROM), seen.sure | seen.look | seen.able & (it >= LOOK_FROM)) for it in odds]
    check, both = [[(flagged[bent].mean(), flagged[~bent].mean()) for flagged in side] for side in zip(*flags, strict=True)]
    for name, shares in (("check", check), ("check or look", both)):
        recall, false = np.mean(shares, axis=0)
        print(f"cross-validated, cuts in use, {name}: recall {recall:.3f} at {false:.3f}, balanced accuracy {(recall + 1 - false) / 2:.3f}")


class Seen(NamedTuple):
    """Tell for each pair what is seen in it."""

    sure: Flags
    """Something to check, by a finder."""
    look: Flags
    """Something to look at, by a finder."""
    able: Flags
    """A word that the model could point at."""
    plain: Flags
    """A word that it could point at as something to check."""


def seen_in(comparisons: list[Comparison]) -> Seen:
    """Tell what finders see, and what the model could point at."""
    found = [{finding.strength for finding in comparison.findings if finding.code not in MODELLED} for comparison in comparisons]
    suspects = [suspects_of(comparison) for comparison in comparisons]
    return Seen(
        np.array([Strength.CHECK in strengths for strengths in found]),
        np.array([Strength.LOOK in strengths for strengths in found]),
        np.array([bool(strengths) for strengths in suspects]),
        np.array([Strength.CHECK in strengths for strengths in suspects]),
    )


def suspects_of(comparison: Comparison) -> set[Strength]:
    """Give the most strengths that what the model could point at in a pair can have."""
    assert comparison.facts is not None
    weighed = [answer.weighed for answer in comparison.facts.answers.values() if answer.weighed is not None]
    return {suspect.strength for it in weighed for suspect in it.suspects}


def main() -> None:
    require()
    pairs = records("gold/pairs_summedits.jsonl")
    comparisons = [compared(record) for record in pairs]
    seen = seen_in(comparisons)
    counted = [counts_of(comparison) for comparison in comparisons]
    met = Counter(name for counts in counted for name, count in counts.items() if count)
    names = sorted(name for name in met if met[name] >= LEAST_SEEN)
    rows = np.array([[counts[name] for name in names] for counts in counted], dtype=float)
    labels = np.array([1.0 - record["label"] for record in pairs])
    for name, flagged in (("check", seen.sure), ("check or look", seen.sure | seen.look)):
        print(f"finders alone, {name}: recall {flagged[labels == 1].mean():.3f} at {flagged[labels == 0].mean():.3f}")
    ways = [cross_validated(rows, labels, [record["a"] for record in pairs], way) for way in range(WAYS)]
    for way, odds in enumerate(ways):
        told(f"cross-validated, way {way}", odds, labels, seen)
    told_in_use(ways, labels, seen)
    solution = fit(rows, labels)
    told("on what it was fitted on", rows @ solution[:-1] + solution[-1], labels, seen)
    print(f"BIAS = {solution[-1]:.2f}")
    for name, weight in zip(names, solution[:-1], strict=True):
        # where a finder is sure, the model is not asked, and a sure one next to it says nothing of this passage
        if not (name.startswith("seen") and name.endswith("check")):
            print(f'    "{name}": {weight:.3f},')


MODELLED = ("term-changed", "term-lost", "term-new")
"""Codes of what the model itself points at."""


if __name__ == "__main__":
    main()
