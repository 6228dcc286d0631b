"""What the commands and environments of LaTeX mean for the text; a command that is not named here is invisible, and its text is text."""

from __future__ import annotations

from rewritediff.core.values import Role
from rewritediff.loaders.latex.scanning import names
from rewritediff.loaders.parts import Part

HEADINGS = {
    "title": Role.TITLE,
    **dict.fromkeys(("part", "chapter", "section", "subsection", "subsubsection", "paragraph", "subparagraph", "frametitle"), Role.HEADING),
    **dict.fromkeys(("addchap", "addsec", "minisec", "subtitle", "framesubtitle"), Role.HEADING),
    **dict.fromkeys(("caption", "captionof", "subcaption"), Role.CAPTION),
}
"""Commands whose argument is a block of its own."""

NOTES = {
    "footnote": Part.NOTE,
    "footnotetext": Part.NOTE,
    "endnote": Part.NOTE,
    "thanks": Part.NOTE,
    "marginpar": Part.BOX,
    "sidenote": Part.NOTE,
}

COUNTED = {
    **dict.fromkeys(("includegraphics", "includesvg", "epsfig", "psfig"), Part.PICTURE),
    **dict.fromkeys(("author", "date", "institute", "affiliation", "affil", "email", "address", "institution", "orcid"), Part.FRONT_MATTER),
    **dict.fromkeys(("input", "include", "subfile", "includeonly", "bibliography", "addbibresource", "verbatiminput"), Part.INCLUDED),
    **dict.fromkeys(("lstinputlisting", "inputminted", "includepdf", "import", "subimport"), Part.INCLUDED),
    **dict.fromkeys(
        ("cite", "citep", "citet", "citealp", "citealt", "citeauthor", "citeyear", "parencite", "textcite", "autocite"), Part.COMMAND
    ),
    **dict.fromkeys(("footcite", "citeyearpar", "Cite", "Citet", "supercite", "fullcite", "smartcite", "shortcite"), Part.COMMAND),
    **dict.fromkeys(("ref", "pageref", "eqref", "autoref", "cref", "Cref", "nameref", "vref", "fref", "subref", "hyperref"), Part.COMMAND),
}
"""Commands that are left out with their arguments, and what they are counted as."""
LEFT_OUT = {
    **dict.fromkeys(COUNTED, 1),
    **dict.fromkeys(
        names("label nocite index glossary vspace hspace pagestyle thispagestyle bibliographystyle usepackage documentclass"), 1
    ),
    **dict.fromkeys(
        names("selectlanguage color pagecolor hypersetup graphicspath hyphenation pagenumbering cline cmidrule tag phantom"), 1
    ),
    **dict.fromkeys(
        names("newtheorem theoremstyle usetikzlibrary geometry sisetup lstset captionsetup newcounter stepcounter refstepcounter"), 1
    ),
    **dict.fromkeys(
        names("newlength hphantom vphantom bibitem PassOptionsToPackage RequirePackage enlargethispage keywords linespread"), 1
    ),
    **dict.fromkeys(names("usetheme usecolortheme setmainfont setsansfont setmonofont setmainlanguage setdefaultlanguage arraystretch"), 1),
    **dict.fromkeys(
        names("newcolumntype includeonly usefonttheme markright fancyhead fancyfoot fancyhf lhead rhead chead lfoot rfoot cfoot"), 1
    ),
    **dict.fromkeys(names("setlength addtolength setcounter addtocounter markboth rule fontsize settowidth newsavebox multirow import"), 2),
    **dict.fromkeys(names("addcontentsline definecolor subimport DeclareMathOperator setbeamertemplate setbeamercolor titleformat"), 2),
    "definecolor": 3,
    "addcontentsline": 3,
    "newenvironment": 3,
    "renewenvironment": 3,
    "DeclareMathOperator": 2,
}
"""Commands that are left out with so many arguments."""
BEFORE_TEXT = {
    **dict.fromkeys(names("href textcolor colorbox parbox raisebox foreignlanguage hypertarget hyperlink scalebox rotatebox makebox"), 1),
    **dict.fromkeys(names("captionof multicolumn resizebox fcolorbox"), 2),
    "captionof": 1,
    "makebox": 0,
    "multirow": 2,
}
"""Commands whose text stands behind so many other arguments."""
DEFINITIONS = {"newcommand", "renewcommand", "providecommand", "DeclareRobustCommand", "def", "gdef", "edef", "xdef", "let"}
CITING = {name for name, part in COUNTED.items() if part is Part.COMMAND} | {"label", "index", "footnotemark", "tablefootnote", "nocite"}
"""Commands that leave no gap in their sentence."""
PARAGRAPH_ENDS = {"par", "newpage", "clearpage", "cleardoublepage", "pagebreak", "bigskip", "medskip", "smallskip", "appendix", "maketitle"}
DIMENSIONS = {
    "vskip",
    "hskip",
    "kern",
    "vspace",
    "parskip",
    "parindent",
    "baselineskip",
    "textwidth",
    "hsize",
    "vsize",
    "advance",
    "hbox",
    "vbox",
    "raise",
    "lower",
}
"""Commands of TeX that a length may follow without braces."""

LISTS = {"itemize", "enumerate", "description", "compactitem", "compactenum", "inparaenum", "asparaenum", "asparaitem", "thebibliography"}
TABLES = {"tabular": 1, "tabular*": 2, "tabularx": 2, "tabulary": 2, "longtable": 1, "supertabular": 1, "tabu": 1, "longtabu": 1, "tblr": 1}
"""Environments whose cells are blocks, and how many arguments stand before them."""
CODE = {"verbatim", "verbatim*", "Verbatim", "BVerbatim", "LVerbatim", "lstlisting", "minted", "alltt", "semiverbatim"}
FORMULAS = {
    name + star
    for name in names("equation align gather multline displaymath eqnarray math flalign alignat xalignat dmath subequations")
    for star in ("", "*")
}
DROPPED = {
    "comment": Part.COMMENT,
    "tikzpicture": Part.PICTURE,
    "pgfpicture": Part.PICTURE,
    "picture": Part.PICTURE,
    "pspicture": Part.PICTURE,
    "filecontents": Part.INCLUDED,
    "filecontents*": Part.INCLUDED,
    **dict.fromkeys(FORMULAS, Part.FORMULA),
}
"""Environments that are left out as a whole, and what they are counted as."""
ENVIRONMENT_ARGUMENTS = {
    "minipage": 1,
    "multicols": 1,
    "wrapfigure": 2,
    "wraptable": 2,
    "adjustbox": 1,
    "thebibliography": 1,
    "spacing": 1,
    "columns": 0,
}
ENVIRONMENT_ARGUMENTS |= {"column": 1, "subfigure": 1, "subtable": 1, "list": 2, "otherlanguage": 1, "otherlanguage*": 1, "adjustwidth": 2}
