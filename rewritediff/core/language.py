"""Guess the language of a text, so that its sentences are cut and its words weighed by the right tables.

The script is asked first: it settles Korean, Japanese, Chinese, Hindi, Arabic and Russian. Texts in Latin letters are told apart by how
many of their words are function words of each language, a third to a half in running text, or hold a letter that only it has. Nothing here
knows how the tables are loaded.
"""

from __future__ import annotations

import re
from collections import Counter

from rewritediff.core.lexicon import Lexicon

HEAD = 20_000
"""Characters read from the beginning of a text."""

MIDDLE = 5_000
"""Characters read from its middle: a long text may begin with an abstract in another language."""

SCRIPT_SHARE = 0.4
"""Share of the letters that must be of a script for it to decide; half of a Chinese text may be product names in Latin letters."""

KANA_SHARE = 0.05
"""Share of kana among kana and Han from which a text is Japanese: it is above a third in prose, and 0 in Chinese."""

FOREIGN_SHARE = 0.01
"""Share of letters that a language does not have, from which a text is in a sister language: Ukrainian і and ї make 7 %."""

FUNCTION_WORD_SHARE = 0.18
"""Share of function words below which a language is not believed: other languages come to 0.1, known ones to 0.3."""

NARRATED = 8
"""Words outside quotation marks from which they alone tell the language: an article may quote half of its words in another one."""

_KANA = r"\u3040-\u30ff"
_HAN = r"\u3400-\u9fff\uf900-\ufaff"
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r'"[^"\n]*"|“[^“”\n]*”|„[^„“”\n]*[“”]')
"""Guillemets are left alone: they open in one language and close in another."""

_SCRIPTS = (
    ("ko", re.compile(r"[\uac00-\ud7af\u1100-\u11ff]"), None),
    ("zh", re.compile(rf"[{_KANA}{_HAN}]"), None),
    ("hi", re.compile(r"[\u0900-\u097f]"), None),
    # letters of Persian, Urdu and Pashto
    ("ar", re.compile(r"[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]"), re.compile(r"[پچژگٹڈڑںےکی]")),
    # letters of Ukrainian, Belarusian, Serbian, Macedonian and Kazakh
    ("ru", re.compile(r"[\u0400-\u04ff]"), re.compile(r"[іїєґўђјљњћџѓѕќәғқңөұүһ]")),
)

_OWN_LETTERS = {
    "de": re.compile(r"[äöß]"),
    "es": re.compile(r"[ñ¿¡]"),
    "pl": re.compile(r"[ąęłńśźż]"),
    "pt": re.compile(r"[ãõ]"),
    "tr": re.compile(r"[ığş]"),
}
"""Turkish says with endings what others say with function words, which come to 0.1 of its words only; its letters make up for them."""

_FOREIGN_LETTERS = re.compile(r"[åøěřůőűșțđþð]")
"""Letters of Nordic languages, Czech, Hungarian, Romanian, ...: Danish and Norwegian share too many words with German and Dutch."""


def guess_language(text: str, lexicon: Lexicon) -> str:
    """Return the two-letter code of a text's language, or nothing where no language stands out."""
    sample = _sample(text).lower()
    letters = len(_LETTER.findall(sample))
    for code, script, foreign in _SCRIPTS:
        found = len(script.findall(sample))
        if found and found >= SCRIPT_SHARE * letters:
            if foreign and len(foreign.findall(sample)) > FOREIGN_SHARE * found:
                return ""
            return "ja" if code == "zh" and len(re.findall(f"[{_KANA}]", sample)) > KANA_SHARE * found else code
    return _by_function_words(sample, lexicon)


def _sample(text: str) -> str:
    middle = max(HEAD, len(text) // 2)
    return f"{text[:HEAD]} {text[middle : middle + MIDDLE]}"


def _by_function_words(sample: str, lexicon: Lexicon) -> str:
    if len(_FOREIGN_LETTERS.findall(sample)) > FOREIGN_SHARE * len(sample):
        return ""
    narrated = _WORD.findall(_QUOTED.sub(" ", sample))
    words = Counter(narrated if len(narrated) >= NARRATED else _WORD.findall(sample))
    counts = {
        code: sum(words[word] for word in function_words if word in words)
        for code, function_words in sorted(lexicon.function_words.items())
    }
    for code, letters in _OWN_LETTERS.items():
        if code in counts:
            counts[code] += len(letters.findall(sample)) // 2
    ranked = sorted(counts.values(), reverse=True)
    if not ranked or ranked[0] < FUNCTION_WORD_SHARE * words.total() or ranked[0] == 0 or ranked[0] in ranked[1:]:
        return ""
    return max(counts, key=counts.__getitem__)
