"""Mathematics in a line of text: what is simple enough to be read as text, such as numbers, variables and signs."""

from __future__ import annotations

import re

from rewritediff.loaders.latex.scanning import names

LONGEST = 60
"""Characters of a formula that is read as text."""
GREEK = dict(
    zip(
        names(
            "alpha beta gamma delta epsilon varepsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau "
            "upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega"
        ),
        "αβγδεεζηθικλμνξπρστυφφχψωΓΔΘΛΞΠΣΦΨΩ",
        strict=True,
    )
)
SIGNS = {
    **GREEK,
    "times": "×",
    "cdot": "·",
    "pm": "±",
    "mp": "∓",
    "le": "≤",
    "leq": "≤",
    "ge": "≥",
    "geq": "≥",
    "ne": "≠",
    "neq": "≠",
    "approx": "≈",
    "sim": "~",
    "infty": "∞",
    "to": "→",
    "rightarrow": "→",
    "leftarrow": "←",
    "Rightarrow": "⇒",
    "circ": "°",
    "degree": "°",
    "ll": "≪",
    "gg": "≫",
    "ldots": "…",
    "dots": "…",
    "cdots": "⋯",
    "in": "∈",
    "div": "÷",
    "equiv": "≡",
    "propto": "∝",
    "prime": "′",
    "ell": "ℓ",
    "%": "%",
    "$": "$",
    "&": "&",
    "#": "#",
    "_": "_",
    "{": "{",
    "}": "}",
    ",": " ",
    ";": " ",
    ":": " ",
    "!": "",
    " ": " ",
    "quad": " ",
    **dict.fromkeys(
        ("mathrm", "text", "mathit", "mathbf", "textit", "textrm", "rm", "it", "left", "right", "mbox", "textbf", "mathsf"), ""
    ),
    "bullet": "•",
    "star": "⋆",
    "dagger": "†",
    "lt": "<",
    "gt": ">",
    "langle": "⟨",
    "rangle": "⟩",
    "euro": "€",
    "texteuro": "€",
}
PARTS = re.compile(r"\\([a-zA-Z]+|.)", re.DOTALL)
SCRIPTS = re.compile(r"[{}^_]")


def as_text(formula: str) -> str | None:
    r"""Read a formula as text: "5\times 10^{-3}" -> "5×10-3"; None where it is more than a line of signs."""
    if len(formula) > LONGEST or any(found[1] not in SIGNS for found in PARTS.finditer(formula)):
        return None
    text = PARTS.sub(lambda found: SIGNS[found[1]].replace("{", "\1").replace("}", "\2").replace("_", "\3"), formula)
    text = SCRIPTS.sub("", text.replace("~", " ").replace("'", "′"))
    return text.replace("\1", "{").replace("\2", "}").replace("\3", "_")
