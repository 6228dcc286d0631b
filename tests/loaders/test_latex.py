"""LaTeX is read as its readers see it in print; every trap is a source of a few words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.core.values import Article
from rewritediff.loaders.latex import read_latex
from rewritediff.loaders.options import DEFAULTS, KEPT, Options
from rewritediff.loaders.parts import Part
from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reasons import Reason
from rewritediff.loaders.source import Source

Expected = list[tuple[str, str]]
NOTES = replace(DEFAULTS, kept=KEPT | {Part.NOTE})


def read(text: str, options: Options = NOTES) -> Article:
    return read_latex(Source(text.encode(), "a.tex", options))


def blocks(article: Article) -> Expected:
    return [(block.role.value, block.text) for block in article.blocks]


def left_out(text: str) -> dict[object, object]:
    values = [dict(notice.values) for notice in read(text).notices if notice.code == "left-out"]
    return {value["what"]: value["count"] for value in values}


def body(text: str) -> Expected:
    return [("body", text)]


def environment(name: str, inside: str) -> str:
    return f"\\begin{{{name}}}{inside}\\end{{{name}}}"


CASES: dict[str, tuple[str, Expected]] = {
    "preamble": (
        "\\documentclass[a4]{article}\nno\n\\title{T}\\author{x}\n\\begin{document}\\maketitle a\n\\end{document} no",
        [("title", "T"), ("body", "a")],
    ),
    "a piece of a source": ("a\n\nb", [("body", "a"), ("body", "b")]),
    "headings": (r"\section[short]{A \emph{b}}\label{x} c \subsection*{D}", [("heading", "A b"), ("body", "c"), ("heading", "D")]),
    "a heading over two lines": ("\\section{A\n  b}c", [("heading", "A b"), ("body", "c")]),
    "quotes and dashes": ("``a'' `b' c's d--e---f ?`g", body("“a” ‘b’ c’s d–e—f ¿g")),
    "German quotes": ('\\usepackage[ngerman]{babel}\\begin{document}"`a"\' f"ur wei"s\\end{document}', body("„a“ für weiß")),
    "accents": (r"""\"o \'{e} \^\i{} \c{c} \v s \H{o} \~n \aa \ss{} \O{} stra\ss e \'{\i}""", body("ö é î ç š ő ñ åß Ø straße í")),
    "an accent on nothing": (r"a\~{}b \^{}", body("a~b ^")),
    "signs": (r"\& \% \$ \# \_ \{\} \euro{}5 \S\,3 \ldots{} \LaTeX{} 10\,000 z.\,B.", body("& % $ # _ {} €5 § 3 … LaTeX 10 000 z. B.")),
    "spaces behind commands": ("\\TeX nik and \\TeX\nnik, \\textbf {a} b", body("TeXnik and TeXnik, a b")),
    "look": (r"{\em a} \textbf{b \textit{c}} \texttt{d} {\small e}", body("a b c d e")),
    "unknown commands": (r"\unknown[x=1]{a} \other b \third{c}{d}", body("a b cd")),
    "ties and breaks": ("a~b\\\\c\\\\[2pt]d\\newline e", body("a b c d e")),
    "hyphens": (r"hyphen\-ation and/\hspace{0pt}or", body("hyphenation and/or")),
    "comments": ("a% x\n  b\n% y\nc\\% d", body("ab c% d")),
    "a comment above a blank line": ("a % x\n\nb", [("body", "a"), ("body", "b")]),
    "signs in addresses": (
        r"\href{http://x/a%20b}{a} \url{http://y/~z--1%20b\_c\#d} \path{a%b} c" + "\nd",
        body("a http://y/~z--1%20b_c#d a%b c d"),
    ),
    "addresses": (r"\href{http://x}{a} \url{http://y/z}", body("a http://y/z")),
    "citations leave no gap": (r"a \cite{x}. b~\cite[p.~5]{x}, c \citep[see][5]{y} d (\cite{z}) e.", body("a. b, c d e.")),
    "references": (r"As \ref{x} says\label{y}, a\footnotemark.", body("As says, a.")),
    "a note behind its paragraph": ("a\\footnote{n \\emph{m}} b.\n\nc.", [("body", "a b."), ("note", "n m"), ("body", "c.")]),
    "a note in a heading": (r"\section{A\thanks{n}}b", [("heading", "A"), ("note", "n"), ("body", "b")]),
    "simple formulas": (
        r"$5$ kg, $x_1 = \alpha$, 20\,$^\circ$C, $3\times10^{-3}$, \(y\), CO$_2$",
        body("5 kg, x1 = α, 20 °C, 3×10-3, y, CO2"),
    ),
    "other formulas": (r"a $\frac{1}{2}$ b \[c\] d $$e$$ f", body("a b d f")),
    "displayed formulas": ("a\n" + environment("align*", r"x &= y \\ z") + "\nb", body("a b")),
    "money": ("a $5 bill", body("a $5 bill")),
    "lists": (
        environment("itemize", "\\item a\n\n b \\item[--] c " + environment("enumerate", "\\item d")) + "e",
        [*(("list-item", one) for one in "abcd"), ("body", "e")],
    ),
    "descriptions": (environment("description", r"\item[A \emph{b}] c"), [("list-item", "A b c")]),
    "table": (
        r"\begin{table}[h]\caption{C}\begin{tabular}{l|r} a & \textbf{b}\\ \hline \multicolumn{2}{c}{d} \\ \end{tabular}\end{table}e \& f",
        [("caption", "C"), ("cell", "a"), ("cell", "b"), ("cell", "d"), ("body", "e & f")],
    ),
    "code": (
        "a " + environment("verbatim", "\nif $x {\n\n  %y\n") + "b \\verb|$c{| " + environment("lstlisting", "[language=C]\nd;\n"),
        [("body", "a"), ("code", "if $x {\n\n  %y"), ("body", "b $c{"), ("code", "d;")],
    ),
    "left out as a whole": (
        "a" + environment("comment", " {x} ") + environment("tikzpicture", r"\node{x};") + "b\\iffalse x\\fi{} c",
        body("a b c"),
    ),
    "figures": (r"\begin{figure}[t]\centering\includegraphics[width=3cm]{x}\caption[s]{C.}\end{figure}", [("caption", "C.")]),
    "quotations and abstracts": (environment("abstract", "a") + environment("quote", "b"), [("body", "a"), ("body", "b")]),
    "slides": ("\\begin{frame}[t]{A}\nb\\end{frame}", [("heading", "A"), ("body", "b")]),
    "other files": (r"\input{/etc/passwd}\include{x}a", body("a")),
    "commands of one's own": (
        "\\newcommand{\\velm}{Velmora\\xspace}\\def\\two#1{#1#1}\\newcommand*{\\x}[1]{#1}\\velm{} \\x{a}",
        body("Velmora a"),
    ),
    "a command that names itself": (r"\def\a{b\a\a}\a c", body("bbbbbbbbbbbbbbbc")),
    "lengths": (r"\setlength{\parindent}{0pt}\vskip 2pt plus 1fil a\hspace*{1em}b \parskip=3pt c", body("ab c")),
    "a brace too many": (r"a} b {c", body("a b c")),
    "an argument that never ends": (r"a \label{b c", body("a b c")),
    "an environment that never ends": (r"\begin{itemize}\item a", [("list-item", "a")]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_latex_is_read(text: str, expected: Expected) -> None:
    assert blocks(read(text)) == expected


LEFT_OUT = {
    "comments": ("a % b\n% c\nd %\n e", {"comment": 2}),
    "formulas": (r"a $\frac12$ $b$ \[c\]" + environment("equation", "d"), {"formula": 3}),
    "citations": (r"a \cite{b} \ref{c} \label{d}", {"command": 2}),
    "pictures": (r"a \includegraphics{b}" + environment("tikzpicture", "c"), {"picture": 2}),
    "author and date": (r"\author{b}\date{c}\begin{document}a\end{document}", {"front matter": 2}),
    "other files": (r"a \input{b}\bibliography{c}", {"file that belongs to it": 2}),
    "today": (r"a \today", {"command": 1}),
}


@pytest.mark.parametrize(("text", "expected"), LEFT_OUT.values(), ids=LEFT_OUT)
def test_what_is_left_out_is_counted(text: str, expected: dict[str, int]) -> None:
    assert left_out(text) == expected


def test_notes_and_cells_are_left_out_where_a_person_wants_it() -> None:
    text = r"a\footnote{n}" + environment("tabular", r"{l} b \\")
    assert blocks(read(text, replace(DEFAULTS, kept=frozenset()))) == body("a")


def test_50_000_groups_within_one_another_are_read() -> None:
    assert blocks(read("{" * 50_000 + "a" + "}" * 50_000)) == body("a")


def test_commands_within_commands_do_not_grow_without_end() -> None:
    text = "".join(f"\\def\\{one}{{{('x' * 100 + chr(92) + other + ' ') * 2}}}" for one, other in zip("abcde", "bcdef", strict=True))
    assert len(read(text + "\\a " * 20_000).text) < 3 * (len(text) + 60_000 + 200_000)


PARTS = st.sampled_from(
    [
        "\\",
        "{",
        "}",
        "$",
        "$$",
        "%",
        "&",
        "~",
        "\n\n",
        r"\begin{tabular}",
        r"\end{tabular}",
        r"\begin{verbatim}",
        r"\end{verbatim}",
        r"\item[",
        "]",
        r"\footnote{",
        r"\section{",
        r"\cite{",
        r"\def\a{",
        r"\a",
        r"\newcommand",
        r"\'",
        r"\v",
        r"\verb|",
        r"\(",
        r"\[",
        r"\begin{document}",
        r"\let",
    ]
)


@given(st.lists(PARTS | st.text(max_size=4), max_size=30))
def test_any_commands_become_an_article_or_a_reason(parts: list[str]) -> None:
    try:
        assert read("".join(parts)).text.encode()
    except LoadError as error:
        if error.reason not in (Reason.EMPTY, Reason.BINARY):
            raise
