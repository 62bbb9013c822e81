"""Cut a text into folded words, numbers and marks, each with its place in the text. Linear in the text's length."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

_MARKS = "\u0300-\u036f"
_LETTERS = rf"(?:[^\W\d_][{_MARKS}]*)+"
_TOKEN = re.compile(
    rf"(?P<word>{_LETTERS})"
    r"|(?P<short>(?<!\w)['’‘]\d\d(?!\d))"
    r"|(?P<number>\d+(?:[.,:/‐-―-]\d+)*)(?P<ordinal>(?:st|nd|rd|th|ère|ere|er|re|ro|do|eme|ème|ra|da|to|ta|\.[ºª°]|[ºª°oae]|[-‐‑]?(?:го|ого|е|ое|й|я|м|х|ый|ой|ая|ую|ом))(?!\w))?"
    r"|(?P<mark>\S)",
    re.IGNORECASE,
)
_LATIN_MARKS = re.compile(rf"[{_MARKS}]+")
_APOSTROPHES = frozenset("'’‘ʼ`´")
_HYPHENS = frozenset("-‐‑")


class Kind(Enum):
    """What a token is."""

    WORD = auto()
    NUMBER = auto()  # digits, also joined by . , : / or a dash
    SHORT_YEAR = auto()  # '19
    MARK = auto()


class Token(NamedTuple):
    """A word, number or mark; a tuple, because a build makes millions.

    `text` is folded (see `fold`); `start` and `end` are offsets into the original.

    `ordinal` is the suffix of a number such as 1st, 1er or 1-го, folded. `glued` says that a hyphen (or an
    apostrophe) joined the token to the word before it (Su-30): such a number is part of a name.
    """

    kind: Kind
    text: str
    start: int
    end: int
    ordinal: str = ""
    glued: bool = False
    capital: bool = False


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """Fold case, ё to е, and the accents of Latin letters; й stays й."""
    lowered = word.casefold()
    if lowered.isascii():
        return lowered
    out = []
    for letter in unicodedata.normalize("NFC", lowered).replace("ё", "е"):
        if "\u0400" <= letter <= "\u04ff":
            out.append(letter)
        else:
            out.append(_LATIN_MARKS.sub("", unicodedata.normalize("NFD", letter)))
    return "".join(out)


def tokenize(text: str) -> list[Token]:
    """Cut a text into tokens. Apostrophes and hyphens inside words only separate: d'avril, mid-May, segunda-feira."""
    tokens: list[Token] = []
    joined = False
    for match in _TOKEN.finditer(text):
        token = _token(match, glued=joined)
        joined = _joins(text, token, tokens)
        if not joined:
            tokens.append(token)
    return tokens


def _token(match: re.Match[str], *, glued: bool) -> Token:
    start, end = match.span()
    match match.lastgroup:
        case "word":
            word = match["word"]
            return Token(Kind.WORD, fold(word), start, end, glued=glued, capital=word[0].isupper())
        case "short":
            return Token(Kind.SHORT_YEAR, match["short"][1:], start, end)
        case "number" | "ordinal":
            return Token(Kind.NUMBER, match["number"], start, end, fold(match["ordinal"] or "").lstrip("-‐‑."), glued)
        case _:
            return Token(Kind.MARK, match[0], start, end)


def _joins(text: str, token: Token, before: list[Token]) -> bool:
    """Whether a mark only joins the word before it to what follows."""
    if token.kind is not Kind.MARK or not before or before[-1].kind is Kind.MARK or before[-1].end != token.start:
        return False
    follows = text[token.end : token.end + 1]
    if token.text in _APOSTROPHES:
        return follows.isalpha()
    if before[-1].kind is not Kind.WORD:
        return False
    return token.text in _HYPHENS and (follows.isalpha() or follows.isdecimal())
