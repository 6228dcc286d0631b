"""Recomputes what the themes promise: contrast after WCAG 2, distance of inks after CIEDE2000 in four kinds of colour vision."""

import math
import re
from itertools import combinations

import pytest

from rewritediff.bundled import resource
from rewritediff.core.values import Relation
from rewritediff.gui.choices import ThemeChoice, Typeface
from rewritediff.gui.theme import DARK, LIGHT, THEMES, SystemLook, Theme, article_font, chrome_font, palette, theme_for

Triple = tuple[float, float, float]

VISIONS = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""Matrices of Machado, Oliveira and Fernandes 2009 at severity 1, for linear RGB."""
XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
WHITE = (0.95047, 1.0, 1.08883)


def times(matrix: tuple[tuple[float, ...], ...], colour: Triple) -> Triple:
    x, y, z = (sum(factor * part for factor, part in zip(line, colour, strict=True)) for line in matrix)
    return x, y, z


def linear(colour: str) -> Triple:
    parts = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def contrast(first: str, second: str) -> float:
    low, high = sorted(times(XYZ, linear(colour))[1] for colour in (first, second))
    return (high + 0.05) / (low + 0.05)


def lab(colour: str, vision: str) -> Triple:
    red, green, blue = (min(1.0, max(0.0, part)) for part in times(VISIONS[vision], linear(colour)))

    def root(part: float) -> float:
        return part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116

    x, y, z = (root(part / white) for part, white in zip(times(XYZ, (red, green, blue)), WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(first: Triple, second: Triple) -> float:
    """Give CIEDE2000 of two colours in Lab (Sharma, Wu and Dalal 2005)."""
    mean_chroma = (math.hypot(*first[1:]) + math.hypot(*second[1:])) / 2
    stretch = 1.5 - 0.5 * math.sqrt(mean_chroma**7 / (mean_chroma**7 + 25**7))
    (l1, a1, b1), (l2, a2, b2) = (first[0], first[1] * stretch, first[2]), (second[0], second[1] * stretch, second[2])
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = (math.degrees(math.atan2(b, a)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn = ((h2 - h1 + 180) % 360 - 180) if c1 * c2 else 0.0
    hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2))
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    mean = (h1 + turn / 2) % 360 if c1 * c2 else h1 + h2
    waves = ((-0.17, 1, -30), (0.24, 2, 0), (0.32, 3, 6), (-0.2, 4, -63))
    weight = 1 + sum(size * math.cos(math.radians(times_ * mean + shift)) for size, times_, shift in waves)
    by_light = (l2 - l1) / (1 + 0.015 * (light - 50) ** 2 / math.sqrt(20 + (light - 50) ** 2))
    by_chroma, by_hue = (c2 - c1) / (1 + 0.045 * chroma), hue / (1 + 0.015 * chroma * weight)
    rotation = -2 * math.sqrt(chroma**7 / (chroma**7 + 25**7)) * math.sin(math.radians(60 * math.exp(-(((mean - 275) / 25) ** 2))))
    return math.sqrt(by_light**2 + by_chroma**2 + by_hue**2 + rotation * by_chroma * by_hue)


def inks(theme: Theme) -> dict[str, str]:
    return {name: getattr(theme, name) for name in INKS}


themes = pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
FILLS = ("paraphrased_wash", "omitted_fill", "inserted_fill", "finding_fill")
WORDS = {
    "text": ("window", "paper", "current", "hover", "selection", "rule", "copied_fill", "found", "found_current", *FILLS),
    "muted": ("window", "paper", "current", "hover", "rule", *FILLS),
    "accent": ("window", "paper", "hover", "current"),
    "omitted": ("paper", "omitted_fill"),
    "finding": ("window",),
}
"""For each token that words are painted in, everything that they stand on: "omitted" says why a side could not be read,
"finding" begins findings."""
INKS = ("edited", "paraphrased", "omitted", "inserted", "moved", "finding")
SIGNS = dict.fromkeys(INKS, ("paper", "window", "current", "hover", "paraphrased_wash")) | {"accent": ("paper", "window", "current")}
"""Glyphs, bars and underlines, and the line around what has the keyboard."""
LEAST_FOR_WORDS = {"light": 4.5, "dark": 4.5, "contrast-light": 7.0, "contrast-dark": 7.0}
LEAST_FOR_SIGNS = {"light": 3.0, "dark": 3.0, "contrast-light": 4.5, "contrast-dark": 4.5}


def weak(theme: Theme, stands_on: dict[str, tuple[str, ...]], least: float) -> dict[tuple[str, str], float]:
    """Find what stands out too little."""
    pairs = ((token, ground) for token, grounds in stands_on.items() for ground in grounds)
    found = {(token, ground): contrast(getattr(theme, token), getattr(theme, ground)) for token, ground in pairs}
    return {pair: ratio for pair, ratio in found.items() if ratio < least}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((90.8027, -2.0831, 1.4410), (91.1528, -1.6435, 0.0447), 1.4441),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_distance_agrees_with_published_values(first: Triple, second: Triple, expected: float) -> None:
    assert distance(first, second) == pytest.approx(expected, abs=1e-4)


@themes
def test_words_can_be_read_on_all_they_stand_on(theme: Theme) -> None:
    body = {token: grounds for token, grounds in WORDS.items() if token in ("text", "muted")}
    assert weak(theme, body, LEAST_FOR_WORDS[theme.name]) == {}
    assert weak(theme, WORDS, 4.5) == {}
    assert contrast(theme.window if theme.is_dark else theme.paper, theme.accent) >= 4.5  # the main button


@themes
def test_glyphs_bars_and_lines_stand_out(theme: Theme) -> None:
    assert weak(theme, SIGNS, 3.0) == {}
    assert weak(theme, dict.fromkeys(INKS, ("paper",)), LEAST_FOR_SIGNS[theme.name]) == {}


@themes
@pytest.mark.parametrize("vision", VISIONS)
def test_inks_can_be_told_apart(theme: Theme, vision: str) -> None:
    seen = {name: lab(ink, vision) for name, ink in inks(theme).items()}
    alike = {pair: d for pair in combinations(seen, 2) if (d := distance(seen[pair[0]], seen[pair[1]])) < 10}
    assert alike == {}


@themes
@pytest.mark.parametrize("vision", VISIONS)
def test_what_was_copied_stands_out_quietly(theme: Theme, vision: str) -> None:
    """Its fill is seen on all that a row stands on and its text is read; its outline is a line."""
    assert contrast(theme.text, theme.copied_fill) >= 4.5
    for ground in (theme.paper, theme.current, theme.hover):
        assert distance(lab(theme.copied_fill, vision), lab(ground, vision)) >= 8
        assert contrast(theme.copied, ground) >= 3.0


@themes
@pytest.mark.parametrize("vision", VISIONS)
def test_the_overview_shows_what_was_copied_in_the_tone_of_its_fill(theme: Theme, vision: str) -> None:
    strip = lab(theme.copied_strip, vision)
    for ground in (theme.window, theme.same):
        assert distance(strip, lab(ground, vision)) >= 15
    assert distance(strip, lab(theme.copied_fill, vision)) < distance(lab(theme.copied, vision), lab(theme.copied_fill, vision))


@themes
@pytest.mark.parametrize("vision", VISIONS)
def test_hits_stand_out_from_all_that_they_stand_on(theme: Theme, vision: str) -> None:
    grounds = ("paper", "current", "hover", "paraphrased_wash", "omitted_fill", "inserted_fill", "copied_fill")
    seen = {name: lab(getattr(theme, name), vision) for name in (*grounds, "found", "found_current")}
    alike = [(hit, ground) for hit in ("found", "found_current") for ground in grounds if distance(seen[hit], seen[ground]) < 8]
    assert alike == []
    assert distance(seen["found"], seen["found_current"]) >= 8


@themes
@pytest.mark.parametrize("vision", VISIONS)
def test_the_band_of_the_selected_row_is_no_fill_where_contrast_is_high(theme: Theme, vision: str) -> None:
    if theme.name.startswith("contrast"):
        current = lab(theme.current, vision)
        alike = [
            fill
            for fill in ("paraphrased_wash", "omitted_fill", "inserted_fill")
            if distance(lab(getattr(theme, fill), vision), current) < 8
        ]
        assert alike == []


@themes
def test_fills_are_seen_on_the_paper(theme: Theme) -> None:
    """A wash is quiet and a fill is not: both differ from the paper in every kind of vision."""
    for vision in VISIONS:
        paper = lab(theme.paper, vision)
        for fill in FILLS:
            assert distance(lab(getattr(theme, fill), vision), paper) >= 3


@pytest.mark.parametrize(
    ("choice", "system", "expected"),
    [
        (ThemeChoice.SYSTEM, SystemLook(), "light"),
        (ThemeChoice.SYSTEM, SystemLook(dark=True), "dark"),
        (ThemeChoice.SYSTEM, SystemLook(contrast=True), "contrast-light"),
        (ThemeChoice.SYSTEM, SystemLook(dark=True, contrast=True), "contrast-dark"),
        *((choice, SystemLook(dark=True, contrast=True), choice.value) for choice in ThemeChoice if choice is not ThemeChoice.SYSTEM),
    ],
)
def test_a_choice_or_the_system_decides_the_theme(choice: ThemeChoice, system: SystemLook, expected: str) -> None:
    assert theme_for(choice, system).name == expected


@themes
def test_every_relation_has_an_ink(theme: Theme) -> None:
    assert len({theme.ink(relation) for relation in Relation}) == len(Relation)


@themes
@pytest.mark.usefixtures("qapp")
def test_the_palette_shows_which_theme_it_is(theme: Theme) -> None:
    made = palette(theme)
    assert (made.base().color().lightness() < 128) == theme.is_dark
    assert made.text().color().name().upper() == theme.text


@pytest.mark.usefixtures("qapp")
def test_type_is_never_smaller_than_twelve_pixels() -> None:
    assert chrome_font(0.6).pixelSize() >= 12
    assert all(article_font(1.0, typeface).pixelSize() >= 15 for typeface in Typeface)


@pytest.mark.usefixtures("qapp")
def test_each_typeface_is_another_one() -> None:
    assert len({tuple(article_font(1.0, typeface).families()) for typeface in Typeface}) == len(Typeface)


def test_the_page_report_has_the_same_colour_for_moved_passages() -> None:
    """Of all inks this one was chosen by colour-blind distance alone: violet falls together with blue."""
    style = resource("report", "report.css").read_text(encoding="utf-8").lower()
    assert re.findall(r"--moved: (#\w+)", style) == [LIGHT.moved.lower(), DARK.moved.lower()]


@themes
@pytest.mark.parametrize("vision", VISIONS)
def test_findings_have_a_colour_of_their_own(theme: Theme, vision: str) -> None:
    """No other sign is near it, its line stands out from every ground that words have, and its ground from the paper and from hits."""
    finding = lab(theme.finding, vision)
    near = [name for name in ("accent", "copied", "found", "found_current") if distance(finding, lab(getattr(theme, name), vision)) < 8]
    assert near == []
    grounds = ("paper", "current", "hover", "paraphrased_wash", "omitted_fill", "inserted_fill", "finding_fill")
    assert [ground for ground in grounds if contrast(theme.finding, getattr(theme, ground)) < 3] == []
    fill = lab(theme.finding_fill, vision)
    assert [name for name in ("found", "found_current", "selection") if distance(fill, lab(getattr(theme, name), vision)) < 8] == []
