"""Two words of a language are the same word, synonyms, opposites, of one kind, or nothing to each other."""

from __future__ import annotations

import pickle
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff import engine
from rewritediff.core.facts.tables import Table
from rewritediff.core.thesaurus import NO_THESAURUS, Thesaurus, WordRelation
from rewritediff.core.tokens import fold
from rewritediff.core.word_entries import UNKNOWN, entry

ENGLISH = {
    "same": """
        rise/rose rise/risen go/went increase/increasing decided/decides company/companies woman/women large/larger big/biggest plan/planned
        index/indices child/children buy/bought model/modelling is/was has/had do/does sale/sales study/studied box/boxes
    """,
    "synonym": """
        sick/ill buy/purchase buys/purchased decide/decision investigate/investigation quick/quickly start/begin help/assistance
        big/large movie/film jail/jailhouse kids/children said/stated attorney/lawyer car/automobile rose/climbed fell/plunged
        approximately/roughly before/previously build/construct conclude/end threat/menace concerns/worries
    """,
    "opposite": """
        rise/fall rose/fell increase/decrease increased/decreasing gain/loss climbed/dropped support/opposes won/lost approve/reject
        before/after more/less first/last always/never all/none allow/forbid bought/sells arrived/departs import/export guilty/innocent
        legal/illegal lawful/unlawful harmful/harmless reversible/irreversible mandatory/voluntary improved/worsens convicted/acquitted
        quickly/slowly rapidly/slowly maximum/minimum men/women open/closed accepted/refused with/without above/below profit/losses
        agree/disagree connect/disconnect acidic/alkaline benign/malignant install/remove strengthened/weakening raise/cut
    """,
    "broader": "boat/vessel dog/animal murder/killing fry/cook walk/move oak/tree whisper/speak",
    "sibling": """
        monday/friday january/july three/four red/blue russia/ukraine italy/france london/paris sales/profits
        days/years million/billion third/fourth italian/spanish bus/train months/weeks
    """,
    "none": "banana/parliament house/theory river/announce road/tax discover/cover close/disclose number/numb impose/pose lift/climb",
    "unknown": "xyzzy/house zelenskyy/biden the/a 35/36 naïve/simple",
}
GERMAN = {
    "same": "steigen/stieg fällt/fiel verkaufte/verkauft",
    "synonym": "gestiegen/gewachsen sank/fiel etwa/rund",
    "opposite": """
        steigt/fällt stieg/sank gestiegen/gefallen wächst/schrumpft erhöht/gesenkt kaufte/verkauft erlaubt/verboten vor/nach mehr/weniger
        erste/letzten gute/schlechten hohe/niedrigen höhere/niedrigerer immer/nie alle/keine import/export schuldig/unschuldig
        größer/kleiner gewinn/verluste mit/ohne mindestens/höchstens
    """,
    "unknown": "nach/nacht haus/theorie eine/aus bruder/bäcker etwas/rund",
}
FRENCH = {
    "same": "vendre/vendu acheter/achetée",
    "synonym": "augmente/monté environ/approximativement",
    "opposite": """
        augmenté/diminué monte/baissent acheté/vendu hausse/recul gagnent/perdu autorise/interdit avant/après plus/moins premier/derniers
        toujours/jamais arrivée/départ importations/exportations coupables/innocents grande/petites haute/bas avec/sans
    """,
    "unknown": "maison/théorie nuit/nuire fin/finir",
}
SPANISH = {
    "same": "comprar/compraron detuvo/detenidos",
    "synonym": "aumentó/creció nunca/jamás",
    "opposite": """
        aumentó/disminuyó subieron/bajaron comprado/vendidas ganaron/perdieron permite/prohibió antes/después más/menos primera/última
        siempre/nunca importaciones/exportaciones culpables/inocentes hermano/hermana con/sin abrió/cerraron mayor/menor alta/bajos
    """,
    "unknown": "casa/teoría mayor/mayoría",
}
CASES = [
    (language, relation, *map(fold, pair.split("/")))
    for language, table in {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH}.items()
    for relation, pairs in table.items()
    for pair in pairs.split()
]
WORDS = st.sampled_from(sorted({word for _, _, *pair in CASES for word in pair}))
LANGUAGES = st.sampled_from(["en", "de", "fr", "es", "it"])


@cache
def thesaurus(language: str) -> Thesaurus:
    return engine.lexicon().thesauri.get(language, NO_THESAURUS)


@pytest.mark.parametrize(("language", "relation", "first", "second"), CASES, ids=lambda value: value)
def test_relation(language: str, relation: str, first: str, second: str) -> None:
    assert thesaurus(language).relation(first, second) is WordRelation(relation)


@given(LANGUAGES, st.one_of(WORDS, st.text(max_size=8)), st.one_of(WORDS, st.text(max_size=8)))
def test_it_does_not_matter_which_word_comes_first(language: str, first: str, second: str) -> None:
    assert thesaurus(language).relation(first, second) is thesaurus(language).relation(second, first)


@given(LANGUAGES, st.one_of(WORDS, st.text(max_size=8)))
def test_a_word_is_itself(language: str, word: str) -> None:
    assert thesaurus(language).relation(word, word) is WordRelation.SAME


@given(LANGUAGES, WORDS)
def test_a_base_form_is_its_own_base_form_or_a_form_of_one_word(language: str, word: str) -> None:
    words = thesaurus(language)
    relation = words.relation(word, words.lemma(word))
    assert relation is WordRelation.SAME or (relation is WordRelation.UNKNOWN and language != "en")


@pytest.mark.parametrize(
    ("language", "word", "lemma"),
    [
        ("en", "rose", "rise"),
        ("en", "decided", "decide"),
        ("en", "sales", "sale"),
        ("en", "building", "building"),
        ("en", "species", "species"),
        ("en", "physics", "physics"),
        ("en", "companies", "company"),
        ("en", "xyzzies", "xyzzies"),
        ("en", "", ""),
        ("de", "stiegen", "steigen"),
        ("de", "verkaufte", "verkaufen"),
        ("de", "häuser", "haus"),
        ("fr", "vendues", "vendre"),
        ("es", "subieron", "subir"),
        ("it", "vendute", "vendute"),
    ],
)
def test_lemma(language: str, word: str, lemma: str) -> None:
    assert thesaurus(language).lemma(word) == lemma


def test_without_tables_nothing_is_known() -> None:
    assert NO_THESAURUS.relation("rise", "fall") is WordRelation.UNKNOWN
    assert NO_THESAURUS.relation("rise", "rise") is WordRelation.SAME
    assert NO_THESAURUS.lemma("rose") == "rose"


def test_another_process_finds_the_same() -> None:
    assert pickle.loads(pickle.dumps(thesaurus("en"))).relation("rose", "fell") is WordRelation.OPPOSITE


GROUPS = Table({"opposites": [["rise", "fall"], ["impose", "lift"]], "synonyms": [["rise", "grow", "lift"], ["fall", "drop"]]})


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        ("grow", "drop", "opposite"),
        ("impose", "lift", "opposite"),
        ("impose", "rise", "unknown"),
        ("grow", "lift", "synonym"),
        ("rise", "impose", "unknown"),
    ],
)
def test_the_first_of_a_row_speaks_for_it(first: str, second: str, relation: str) -> None:
    """A pair of opposites holds for a row of synonyms if its first word stands in the pair, and not for a row's other words."""
    assert Thesaurus("en", b"", GROUPS).relation(first, second) is WordRelation(relation)


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_our_own_opposites_are_opposites(language: str) -> None:
    """Nothing else that the tables say comes before them: no ending makes two of them one word."""
    pairs = [(first[0], second[0]) for first, second in engine.lexicon().facts[language]["opposites"].groups("opposites")]
    assert [pair for pair in pairs if thesaurus(language).relation(*pair) is not WordRelation.OPPOSITE] == []
    assert len(pairs) >= 100


def test_every_line_of_the_table_is_found() -> None:
    """Halving ends at the right line, from the first to the last; lines stand in the order of their bytes."""
    table = thesaurus("en").entries
    lines = table[1:-1].split(b"\n")
    assert lines == sorted(lines)
    assert len(table) < 4_000_000
    words = [line.split(b"\t")[0].decode() for line in (*lines[:50], *lines[::97], *lines[-50:])]
    assert [word for word in words if entry(table, word) is UNKNOWN] == []


@pytest.mark.parametrize("word", ["aaaa", "zzzz", "a", "", "\n", "rise\t", "ß", "12", "=", "rise\nrise"])
def test_what_is_no_word_of_the_table_is_unknown(word: str) -> None:
    assert entry(thesaurus("en").entries, word) is UNKNOWN
    assert entry(b"", word) is UNKNOWN
