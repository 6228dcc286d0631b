"""Goes through a LaTeX source once, from its first character to its last; groups lie on a stack, and no command is ever run."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rewritediff.core.values import Block, Role
from rewritediff.loaders.latex.formulas import as_text
from rewritediff.loaders.latex.letters import ACCENTED, ACCENTS, ESCAPED, GERMAN_LANGUAGE, SYMBOLS, accented, printed
from rewritediff.loaders.latex.macros import Macros
from rewritediff.loaders.latex.paragraphs import GAP, Sink
from rewritediff.loaders.latex.scanning import after_arguments, after_group, after_option, raw_until
from rewritediff.loaders.latex.words import (
    BEFORE_TEXT,
    CITING,
    CODE,
    COUNTED,
    DEFINITIONS,
    DIMENSIONS,
    DROPPED,
    ENVIRONMENT_ARGUMENTS,
    HEADINGS,
    LEFT_OUT,
    LISTS,
    NOTES,
    PARAGRAPH_ENDS,
    TABLES,
)
from rewritediff.loaders.parts import Left, Part
from rewritediff.loaders.pieces import Piece

TOKEN = re.compile(
    r"(?P<comment>%[^\n]*(?:\n(?![ \t]*\n)[ \t]*)?)"
    r"|\\(?P<word>[a-zA-Z@]+)\*?(?P<gap>[ \t]*(?:\n(?![ \t]*\n)[ \t]*)?)"
    r"|\\(?P<symbol>.)"
    r"|(?P<open>\{)|(?P<close>\})|(?P<math>\$\$?)"
    r"|(?P<paragraph>\n[ \t]*\n\s*)"
    r"|(?P<text>[^\\{}$%&~\n]+|[&~\n])"
    r"|\\",
    re.DOTALL,
)
BEGINNING = re.compile(r"^[^%\n]*?\\begin\s?\{document\}", re.MULTILINE)
WRITTEN = re.compile(r"\w")
NAME = re.compile(r"\s?\{([^{}\n]{0,60})\}")
INLINE_END = re.compile(r"(?<!\\)\$|\n[ \t]*\n")
VERB = re.compile(r"\*?(?:\[[^\]\n]{0,200}\])?(?:\{[^{}\n]{0,60}\}(?=[|!+{]))?(?:\{([^{}\n]*)\}|([^\sa-zA-Z])(.*?)\2)")
DIMENSION = re.compile(
    r"\s?=?\s?(?:(?:by|to|spread)\s?)?-?\.?\d[\d.]*\s?(?:pt|em|ex|cm|mm|in|bp|sp|pc|dd|cc|\\\w+)(?:\s(?:plus|minus)\s\S{1,12}){0,2}"
)
LINKS = ("url", "nolinkurl", "path", "href")
ADDRESS = re.compile(r"[ \t]*\{([^{}\n]*)\}")
"""What such a command leads to: signs that mean something else in text, such as %, ~ and --, stand for themselves there."""
SAFE = re.compile(r"\\([%#&_~])")


@dataclass(frozen=True, slots=True)
class _Environment:
    """Hold an environment that is open."""

    name: str
    role: Role
    in_table: bool


class Walker:
    """Read one source; ask for its pieces and counts afterwards."""

    def __init__(self, text: str) -> None:
        self.left: Left = Left()
        self._text = text
        self._main = Sink(muted=BEGINNING.search(text) is not None)
        self._sink = self._main
        self._groups: list[Sink] = []
        self._environments: list[_Environment] = []
        self._german = GERMAN_LANGUAGE.search(text) is not None
        self._macros = Macros(len(text))

    @property
    def pieces(self) -> list[Piece]:
        return self._main.pieces

    def walk(self) -> None:
        """Read the source to its end, or to the end of the document in it."""
        position = 0
        while position >= 0 and (found := TOKEN.match(self._text, position)):
            position = self._token(found)
            if position >= len(self._text) or position < 0:
                resumed = self._macros.resume() if position >= 0 else None
                if resumed is None:
                    break
                self._text, position = resumed
        while self._groups:
            self._close()
        self._end()

    def _token(self, found: re.Match[str]) -> int:
        position = found.end()
        match found.lastgroup:
            case "text":
                self._write_text(found[0])
            case "word" | "gap":
                return self._word(found["word"], bool(found["gap"]), position)
            case "symbol":
                return self._symbol(found["symbol"], position)
            case "open":
                self._groups.append(self._sink)
            case "close":
                self._close()
            case "math":
                return self._math(found[0], position)
            case "paragraph":
                self._end()
            case "comment":
                # a percent sign by itself only joins two lines
                self.left[Part.COMMENT] += WRITTEN.search(found[0]) is not None
            case _:
                pass
        return position

    def _write_text(self, text: str) -> None:
        if text == "~":
            self._write(" ")
        elif text == "&":
            self._end() if self._in_table else self._write(" ")
        else:
            self._write(printed(text, self._german))

    def _write(self, text: str) -> None:
        self._sink.parts.append(text)

    @property
    def _in_table(self) -> bool:
        return bool(self._environments) and self._environments[-1].in_table and self._sink is self._main

    def _end(self) -> None:
        """End the paragraph."""
        role = self._environments[-1].role if self._environments else Role.BODY
        self._sink.end(role, Part.CELL if role is Role.CELL else None)

    def _close(self) -> None:
        """Close a group, and with it the block that it was the text of."""
        if not self._groups:
            return
        closed, self._sink = self._sink, self._groups.pop()
        if closed is self._sink:
            return
        closed.end(Role.BODY, None)
        if closed.part:
            # notes within notes follow the article's paragraph too: handing them up level by level takes for ever where there are many
            (self._main if self._sink.part else self._sink).apart += closed.pieces
            return
        # a heading has one paragraph, whatever stands in it
        words = " ".join(piece.block.text for piece in closed.pieces if piece.part is None)
        notes = [piece for piece in closed.pieces if piece.part]
        self._main.pieces += [Piece(Block(closed.role or Role.BODY, words)), *notes]

    def _symbol(self, symbol: str, position: int) -> int:
        if symbol in ACCENTS:
            return self._accent(symbol, position)
        if symbol in "([":
            end, content = raw_until(self._text, {"(": "\\)", "[": "\\]"}[symbol], position)
            self._formula(content, inline=symbol == "(")
            return end
        if symbol == "\\":
            self._end() if self._in_table else self._write(" ")
            return after_option(self._text, position)
        self._write(ESCAPED.get(symbol, ""))
        return position

    def _accent(self, accent: str, position: int) -> int:
        found = ACCENTED.match(self._text, position)
        self._write(accented(accent, (found[1] or found[2] or "") if found else ""))
        return found.end() if found else position

    def _math(self, mark: str, position: int) -> int:
        if mark == "$$":
            end, content = raw_until(self._text, "$$", position)
            self._formula(content, inline=False)
            return end
        found = INLINE_END.search(self._text, position)
        if not found or found[0] != "$":
            self._write("$")
            return position
        self._formula(self._text[position : found.start()], inline=True)
        return found.end()

    def _formula(self, content: str, *, inline: bool) -> None:
        text = as_text(content) if inline else None
        if text is None:
            self.left[Part.FORMULA] += not self._main.muted
        self._write(GAP if text is None else text)

    def _word(self, word: str, apart: bool, position: int) -> int:
        """Do what a command means; returns where to read on."""
        body = self._macros.body(word)
        if word in ("begin", "end"):
            return self._environment(word, position)
        if body is not None:
            self._macros.suspend(self._text, position)
            self._text = body
            return 0
        if word in DEFINITIONS:
            return self._macros.define(self._text, word, position)
        if word in SYMBOLS:
            self._write(SYMBOLS[word])
        elif word in ACCENTS:
            return self._accent(word, position)
        elif word in HEADINGS or word in NOTES:
            return self._begin_block(word, position)
        elif word in LEFT_OUT:
            return self._leave_out(word, position)
        elif word in ("verb", "lstinline", "mintinline"):
            return self._verb(position)
        elif word == "iffalse":
            self.left[Part.COMMENT] += 1
            return raw_until(self._text, "\\fi", position)[0]
        elif word == "item":
            return self._item(position)
        else:
            return self._other(word, apart, position)
        return position

    def _other(self, word: str, apart: bool, position: int) -> int:
        """Do what little a command means whose text is text."""
        if word in PARAGRAPH_ENDS:
            self._end()
        elif word in LINKS and (address := ADDRESS.match(self._text, position)):
            self._write("" if word == "href" else SAFE.sub(r"\1", address[1]))
            return address.end()
        elif word in BEFORE_TEXT:
            return after_arguments(self._text, position, BEFORE_TEXT[word])
        elif word in DIMENSIONS:
            found = DIMENSION.match(self._text, position)
            return found.end() if found else position
        elif word == "today":
            self.left[Part.COMMAND] += not self._main.muted
            self._write(GAP)
        elif word in ("tabularnewline", "cr") and self._in_table:
            self._end()
        elif word == "ensuremath":
            end = after_group(self._text, position)
            self._formula(self._text[position:end].strip("{} "), inline=True)
            return end
        return position if apart else after_option(self._text, position)

    def _begin_block(self, word: str, position: int) -> int:
        """Begin a heading, caption or note whose text stands in braces."""
        position = after_arguments(self._text, position, BEFORE_TEXT.get(word, 0))
        position = after_option(self._text, position, apart=True)
        if self._text[position : position + 1] != "{":
            return position
        self._groups.append(self._sink)
        if word in NOTES:
            self._write(GAP)
            self._sink = Sink(Role.NOTE if NOTES[word] is Part.NOTE else Role.BODY, NOTES[word])
        else:
            self._end()
            self._sink = Sink(HEADINGS[word])
        return position + 1

    def _leave_out(self, word: str, position: int) -> int:
        part = COUNTED.get(word)
        if part:
            self.left[part] += part is not Part.COMMAND or not self._main.muted
        if word in CITING:
            self._write(GAP)
        if word == "bibitem":
            self._end()
        return after_arguments(self._text, position, LEFT_OUT[word])

    def _verb(self, position: int) -> int:
        found = VERB.match(self._text, position)
        if found:
            self._write(found[1] if found[1] is not None else found[3])
        return found.end() if found else position

    def _item(self, position: int) -> int:
        self._end()
        end = after_option(self._text, position, apart=True)
        if end > position and self._environments and self._environments[-1].name == "description":
            # the term that is described is text, a bullet of a writer's own is none; what follows reads it
            label = self._text[position:end].strip().removeprefix("[").removesuffix("]")
            self._macros.suspend(self._text, end)
            self._text = label + " "
            return 0
        return end

    def _environment(self, word: str, position: int) -> int:
        found = NAME.match(self._text, position)
        if not found:
            return position
        name, position = found[1].strip(), found.end()
        if word == "end":
            return self._end_environment(name, position)
        if name == "document":
            self._main.parts.clear()
            self._main.muted = False
            self._environments.clear()
            return position
        if name in CODE or name in DROPPED:
            return self._raw(name, position)
        self._end()
        return self._begin_environment(name, position)

    def _begin_environment(self, name: str, position: int) -> int:
        role = self._environments[-1].role if self._environments else Role.BODY
        if name in TABLES:
            role = Role.CELL
        elif name in LISTS and role is not Role.CELL:
            role = Role.LIST_ITEM
        self._environments.append(_Environment(name, role, name in TABLES))
        position = after_option(self._text, position, apart=True)
        if name == "frame" and self._text[position : position + 1] == "{":
            return self._begin_block("frametitle", position)
        return after_arguments(self._text, position, TABLES.get(name, ENVIRONMENT_ARGUMENTS.get(name, 0)))

    def _end_environment(self, name: str, position: int) -> int:
        if name == "document":
            return -1
        self._end()
        if self._environments and self._environments[-1].name == name:
            self._environments.pop()
        return position

    def _raw(self, name: str, position: int) -> int:
        """Pass over an environment whose inside is no LaTeX text."""
        end, content = raw_until(self._text, f"\\end{{{name}}}", position)
        if name in DROPPED:
            self.left[DROPPED[name]] += 1
            self._write(GAP if DROPPED[name] is Part.FORMULA else " ")
            return end
        self._end()
        start = after_option(content, 0)
        if name == "minted":
            start = after_group(content, start)
        if not self._main.muted:
            self._main.pieces.append(Piece(Block(Role.CODE, content[start:].strip("\n"))))
        return end
