"""Know the short words with a full stop that the segmenter does not know: constants, because the core reads no files.

Each list holds only what the segmenter was seen to cut wrongly; a word that stands here loses its right to end a sentence before a name,
so words that often do end one ("no", "may", "etc") stay out.
"""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


ALWAYS_LEAD_ON: dict[str, frozenset[str]] = {
    "en": _words("ms mx messrs mme mlle i.e e.g cf viz figs vols nos chs approx fr"),
    "de": _words("inkl exkl zzgl abzgl bspw sog gem lt hrsg geb verh dipl ing tel vgl"),
    "fr": _words("m mm mme mmes mlle dr pr me mgr st ste j.-c n p pp vol chap fig art cf p.ex c.-à-d env"),
    "es": _words("dña srta sta sto gral cnel tte arz núm nº n° págs fig art"),
    "it": _words("pag pagg fig cap dott.ssa prof.ssa sig.ra sig.na gent.mo egr spett tel"),
    "pt": _words("s d av pág págs núm nº exma sr.ª dr.ª profª cap fig art"),
    "nl": _words("mevr mw ds drs dhr o.a a.h.w d.w.z bijv resp jl afb blz nr"),
    "pl": _words(
        "dr hab mgr inż lic ks bp św al gen płk ppłk mjr kpt por sierż m.in tzw im woj ok pt ws tj zob red hr o s br np nr str tab rys"
        " wg ur zm pow gm pl os"
    ),
    "ru": _words("е т.е им св рис ст стр табл напр проф акад доц гос ул пр просп пл пос дер обл г-н г-жа ген полк кв"),
    "tr": _words("av sn doç yrd hz alb org cad sok mah no bkz yy arş gör uzm öğr op alm ing fr"),
    "ar": _words("د أ م ص ت"),
    "hi": _words("डॉ श्री प्रो पं डा सु मो"),
}
"""By language: titles before names and words before numbers, lower case and without their last stop."""

ORDINAL_STOP = _words("de pl tr cs sk da nb no nn fi et hu hr sr sl lv is")
"""Languages that write "third" as a 3 and a full stop."""

YEAR_WORDS = frozenset(("r", "г"))
"""Polish and Russian for "year" behind its number; it ends a sentence, unless the number opened the sentence or a part of it."""

SENTENCE_OPENERS: dict[str, frozenset[str]] = {
    "en": _words("the this that these those it its he she they we you but and in on at there his her their when while after if"),
    "de": _words("der die das er sie es wir ich ein eine in im am an aber doch und dies diese dieser danach dann als auch"),
    "fr": _words("le la les il elle ils elles nous ce cette ces mais et puis dans en on un une pour"),
    "es": _words("el la los las en pero y ella ellos este esta un una por como se no"),
    "it": _words("il lo la gli le i ma e in un una è questo questa per poi non dopo"),
    "pt": _words("o a os as mas e em no na ele ela eles um uma este esta para depois"),
    "nl": _words("de het een hij zij ze wij we maar en in op dit dat deze die er dan"),
    "pl": _words("w na to on ona oni ten ta ale i po nie jest potem"),
    "ru": _words("он она они это но и в на мы я не по потом затем"),
    "tr": _words("bu o şu ve ama bir ancak daha sonra"),
}
"""By language: words in lower case that, with a capital, begin a sentence and are no part of a name."""

ENDS_LIST: dict[str, frozenset[str]] = {
    "de": _words("usw etc"),
    "fr": _words("etc"),
    "es": _words("etc uu"),
    "it": _words("ecc etc"),
    "pt": _words("etc"),
    "nl": _words("enz etc e.d"),
    "pl": _words("itd itp"),
    "ru": _words("т.д т.п"),
    "tr": _words("vb vs"),
}
"""By language: "and so on" and the Spanish "EE. UU.", behind which only a new sentence has a capital where adjectives have none."""


def leads_on(word: str, language: str) -> bool:
    """Tell whether this word with its full stop needs what follows, as in "Ms. Lee"."""
    return word.lower() in ALWAYS_LEAD_ON.get(language or "en", frozenset())


def opens_sentence(word: str, language: str) -> bool:
    """Tell whether this word, capitalised, shows that a sentence begins: "usw. Dann", "etc. But"."""
    return word.lower() in SENTENCE_OPENERS.get(language or "en", frozenset())


def ends_list(word: str, language: str) -> bool:
    """Tell whether a capital behind this word and its full stop begins a sentence: "usw. Danach"."""
    return word.lower() in ENDS_LIST.get(language, frozenset())
