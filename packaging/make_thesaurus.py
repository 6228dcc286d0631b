"""Boils WordNet 3.0 down to resources/thesaurus/en.txt, which core/thesaurus.py looks words up in.

Needs the Debian package wordnet-base; run it again only when it keeps other words. The same database gives the same bytes.

One line a word, in the order of its bytes, fields parted by tabs, what is in a field by blanks; synsets (meanings) are short numbers:

    word  kinds(n v a r, the most used first)  common  rare  derived  heads  parents  grandparents  antonyms(words)  against(synsets)
    form  =  words(base forms)
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
WORDNET = Path("/usr/share/wordnet")
KINDS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
NAMES_OF_SPECIES = {"05", "20"}
"""Files of animals and plants: their capitalised words are Latin genera, a tenth of all words."""
PLAIN = re.compile(r"[A-Za-z]+")
COMMON_SHARE = 0.1
"""A meaning is common that has this share of a word's counted uses, or is the first of its kind; the others are rare."""
LARGE_CLUSTER = 40
"""Adjectives that a head may have around it and still be like them; the colours and the numbers have more."""
EMPTY_VERBS = {"be", "have", "do"}
"""Known by their forms alone: what they mean depends on what stands beside them."""
OPPOSITE_PREFIXES = {"un": "arv", "in": "ar", "im": "ar", "il": "ar", "ir": "ar", "dis": "a", "non": "anr"}
NO_OPPOSITES = (
    "discerning disclosed discovered discrete discriminative discriminatory discursive diseased disfigured disjointed dislocated"
    " dislogistic dismantled dismissed disposed discharged disputative dissolute disputed dispassionate distressed distasteful"
    " disparate distant immediate immense impaired impassioned impassive impeccable impendent impending impertinent impertinently"
    " implanted imported imposed imposing impressed improvable improved imprudently inborn inbound inbred inbuilt incandescent incased"
    " incensed incoming incorporate incriminatory incurved incursive indented indifferent indifferently indrawn infamous infirm"
    " inflammable inflammatory inflowing influent informative informed ingenious ingrained ingrowing ingrown inhabitable inhabited"
    " inheritable inlaid inland innate inner innocent inpouring inshore inside instant instantly intense intensely intensional intensive"
    " intent intoned intoxicant intoxicated intrepid intrepidly intrusive intumescent inundated inured invaluable invariant invincible"
    " involute inward inwrought nonaged nonagon nonentity nonevent uncanny"
)
"""Words that begin like opposites and are none."""

Synset = tuple[str, int]


@dataclass
class Meaning:
    """Hold one synset as it stands in a data file."""

    words: list[str] = field(default_factory=list)
    species: bool = False
    satellite: bool = False
    """An adjective that is like a head, and stands against what the head stands against."""
    links: list[tuple[str, Synset, int, int]] = field(default_factory=list)
    """Sign, target, and the numbers of the words at both ends, from 1; 0 for the whole synset."""

    def to(self, *signs: str) -> list[Synset]:
        return [target for sign, target, _, _ in self.links if sign in signs]


@dataclass
class Entry:
    """Gather what is written of one word."""

    kinds: str = ""
    """Of n, v, a, r those that it is, the most used first."""
    common: set[Synset] = field(default_factory=set)
    rare: set[Synset] = field(default_factory=set)
    derived: set[Synset] = field(default_factory=set)
    heads: set[Synset] = field(default_factory=set)
    parents: set[Synset] = field(default_factory=set)
    grandparents: set[Synset] = field(default_factory=set)
    antonyms: set[str] = field(default_factory=set)
    against: set[Synset] = field(default_factory=set)

    def synsets(self) -> list[set[Synset]]:
        return [self.common, self.rare, self.derived, self.heads, self.parents, self.grandparents, self.against]


def database_lines(name: str) -> Iterator[str]:
    """Read a file of the database without the licence that opens it."""
    text = (WORDNET / name).read_text(encoding="ascii")
    return (line for line in text.splitlines() if line and not line.startswith("  "))


def read_meanings() -> dict[Synset, Meaning]:
    """Read the four data files."""
    meanings: dict[Synset, Meaning] = {}
    for kind, name in KINDS.items():
        for line in database_lines(f"data.{name}"):
            parts = line.split(" | ")[0].split()
            count = int(parts[3], 16)
            # "(a)" behind an adjective says where it may stand
            words = [re.sub(r"\(\w+\)$", "", word) for word in parts[4 : 4 + 2 * count : 2]]
            rest = parts[4 + 2 * count :]
            links = [pointer(rest[k : k + 4]) for k in range(1, 1 + 4 * int(rest[0]), 4)]
            meanings[kind, int(parts[0])] = Meaning(words, parts[1] in NAMES_OF_SPECIES and kind == "n", parts[2] == "s", links)
    return meanings


def pointer(parts: list[str]) -> tuple[str, Synset, int, int]:
    """["!", "00002098", "a", "0101"] -> antonym of the first word there to the first word here."""
    sign, offset, kind, ends = parts
    return sign, ("a" if kind == "s" else kind, int(offset)), int(ends[:2], 16), int(ends[2:], 16)


def read_counts() -> dict[tuple[str, str, int], int]:
    """Read how often each sense of a word was met in the texts that WordNet's makers tagged."""
    counts = {}
    for line in database_lines("cntlist.rev"):
        key, number, count = line.split()
        word, _, sense = key.partition("%")
        counts[word, "nvara"[int(sense[0]) - 1], int(number)] = int(count)
    return counts


def read_senses() -> dict[str, dict[str, list[Synset]]]:
    """Read the synsets of each word by kind, the most usual first."""
    senses: dict[str, dict[str, list[Synset]]] = defaultdict(dict)
    for kind, name in KINDS.items():
        for line in database_lines(f"index.{name}"):
            parts = line.split()
            if PLAIN.fullmatch(parts[0]):
                senses[parts[0]][kind] = [(kind, int(offset)) for offset in parts[-int(parts[2]) :]]
    return senses


def common_senses(word: str, by_kind: dict[str, list[Synset]], counts: dict[tuple[str, str, int], int]) -> set[Synset]:
    """Choose the meanings that a reader would think of."""
    uses = {(kind, number): counts.get((word, kind, number), 0) for kind, found in by_kind.items() for number in range(1, len(found) + 1)}
    total = sum(uses.values())
    return {
        by_kind[kind][number - 1]
        for (kind, number), count in uses.items()
        if number == 1 or (number == 2 and not total) or (total and count >= COMMON_SHARE * total)
    }


def kinds_of(word: str, by_kind: dict[str, list[Synset]], counts: dict[tuple[str, str, int], int]) -> str:
    """Give the kinds of a word, the most used first."""
    uses = {kind: sum(counts.get((word, kind, number), 0) for number in range(1, len(found) + 1)) for kind, found in by_kind.items()}
    return "".join(sorted(by_kind, key=lambda kind: (-uses[kind], "nvar".index(kind))))


def entry_of(word: str, kinds: str, by_kind: dict[str, list[Synset]], common: set[Synset], meanings: dict[Synset, Meaning]) -> Entry:
    """Gather what the database says of a word; rare meanings only join it to others that have them."""
    every = {synset for found in by_kind.values() for synset in found}
    entry = Entry(kinds, common, every - common)
    for synset in sorted(common):
        meaning = meanings[synset]
        own = [name.lower() for name in meaning.words].index(word) + 1
        entry.parents.update(meaning.to("@"), kinds_of_one(meaning, meanings))
        if meaning.satellite:
            for head in meaning.to("&"):
                # what is one of very many is of a kind with them, and like none of them: red and blue, third and fourth
                (entry.heads if len(meanings[head].to("&")) <= LARGE_CLUSTER else entry.parents).add(head)
        for sign, target, here, there in meaning.links:
            if sign in ("+", "\\", "<") and here in (own, 0):
                entry.derived.add(target)
            if sign == "$":
                entry.heads.add(target)
            if sign == "!":
                entry.against.add(target)
                if here == own:
                    entry.antonyms.add(meanings[target].words[there - 1].lower())
    for near in sorted(entry.derived):
        entry.parents.update(kinds_of_one(meanings[near], meanings))
    entry.grandparents.update(up for parent in entry.parents for up in meanings[parent].to("@", "@i"))
    for near in entry.derived | entry.heads:
        entry.against.update(meanings[near].to("!"))
    entry.derived -= every
    entry.heads -= every | entry.derived
    entry.grandparents -= entry.parents
    return entry


def kinds_of_one(meaning: Meaning, meanings: dict[Synset, Meaning]) -> set[Synset]:
    """Give what somebody or something with a name of its own is, and what that is: Italy a European country, and so a country."""
    near = meaning.to("@i")
    return {*near, *(up for kind in near for up in meanings[kind].to("@"))}


def is_kept(word: str, by_kind: dict[str, list[Synset]], meanings: dict[Synset, Meaning], left_out: frozenset[str]) -> bool:
    """Leave out single letters, function words (to WordNet "in" is indium) and Latin genera."""
    if len(word) < 2 or word in left_out:
        return False
    spelled = [(meanings[synset], name) for found in by_kind.values() for synset in found for name in meanings[synset].words]
    return any(name == word or not meaning.species for meaning, name in spelled if name.lower() == word)


def add_prefixed(entries: dict[str, Entry]) -> None:
    """Add opposites that show in the word: "lawful" and "unlawful", "harmful" and "harmless"."""
    no_opposites = frozenset(NO_OPPOSITES.split())
    for word, entry in entries.items():
        pairs = [(word[len(prefix) :], kinds) for prefix, kinds in OPPOSITE_PREFIXES.items() if word.startswith(prefix)]
        if word.endswith("less"):
            pairs.append((word[:-4] + "ful", "a"))
        for other, kinds in pairs:
            known = entries.get(other)
            if len(other) > 3 and word not in no_opposites and known and set(known.kinds) & set(entry.kinds) & set(kinds):
                entry.antonyms.add(other)
                known.antonyms.add(word)


def irregular(entries: dict[str, Entry]) -> dict[str, set[str]]:
    """Read the forms that no rule gives."""
    forms: dict[str, set[str]] = defaultdict(set)
    for name in KINDS.values():
        for line in database_lines(f"{name}.exc"):
            form, *bases = line.split()
            if PLAIN.fullmatch(form):
                forms[form].update(base for base in bases if base in entries and base != form)
    return {form: bases for form, bases in forms.items() if bases}


def short_numbers(entries: Iterable[Entry]) -> dict[Synset, str]:
    """Number the synsets that join anything, those that stand in most lines with the shortest numbers."""
    uses = Counter(synset for entry in entries for synsets in entry.synsets() for synset in synsets)
    ranked = sorted((synset for synset in uses if uses[synset] > 1), key=lambda synset: (-uses[synset], synset))
    return {synset: base62(number) for number, synset in enumerate(ranked)}


def base62(number: int) -> str:
    """61 -> "z", 62 -> "10"."""
    digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    return (base62(number // 62) if number >= 62 else "") + digits[number % 62]


def written(entries: dict[str, Entry], forms: dict[str, set[str]]) -> bytes:
    """Write all lines; a word that is a form of another, too, has both lines in one."""
    numbers = short_numbers(entries.values())
    lines = []
    for word in entries.keys() | forms.keys():
        fields = ["=" + " ".join(sorted(forms.get(word, ())))] if word in forms else [""]
        if word in entries:
            entry = entries[word]
            synsets = [" ".join(sorted(numbers[s] for s in found if s in numbers)) for found in entry.synsets()]
            fields += [entry.kinds, *synsets[:-1], " ".join(sorted(entry.antonyms)), synsets[-1]]
        lines.append("\t".join([word, *fields]).rstrip("\t").encode("ascii"))
    # a word that is the beginning of another stands before it: the tab is less than any letter
    return b"\n" + b"\n".join(sorted(lines)) + b"\n"


def main() -> int:
    """Write the table."""
    meanings, counts, senses = read_meanings(), read_counts(), read_senses()
    table = json.loads((PROJECT / "resources" / "languages" / "en.json").read_text(encoding="utf-8"))
    left_out = frozenset(table["function_words"])
    entries = {
        word: entry_of(word, kinds_of(word, by_kind, counts), by_kind, common_senses(word, by_kind, counts), meanings)
        for word, by_kind in senses.items()
        if is_kept(word, by_kind, meanings, left_out)
    }
    entries |= {word: Entry("v") for word in EMPTY_VERBS}
    add_prefixed(entries)
    found = written(entries, irregular(entries))
    folder = PROJECT / "resources" / "thesaurus" if len(sys.argv) < 2 else Path(sys.argv[1])
    (folder / "en.txt").write_bytes(found)
    print(f"{len(entries)} words, {len(found) / 1e6:.2f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
