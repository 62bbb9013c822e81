"""Orders to a machine: to drop its rules, to show what it hides, to be somebody else, to write, reckon or opine.

Each frame of `order_frames` is one thing that is ordered, in five languages, where a clause begins: "write me a
poem", but not "the army must not ignore the rules". Other signs speak to the bot wherever they stand
(`order_signs`): "your instructions", but not "Maduro's instructions". Messages are read folded, hyphens within
words as spaces, and without what they quote: somebody may ask who said "forget the rules".
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from bot.index.tokens import fold
from bot.search.intent.order_frames import ASKS_WHAT_WAS_SAID, AT_CLAUSE
from bot.search.intent.order_signs import ANYWHERE, OPINIONS
from bot.search.intent.order_words import LEAD_INS

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST_OPINION_WORDS: Final = 25  # of a message that asks for an opinion: a pasted text may speak to its own readers
_QUOTED: Final = re.compile(r"\"[^\"]*\"|“[^”\"]*[”\"]|„[^“”]*[“”]|«[^»]*»|(?<!\w)['‘][^'’]{4,}['’](?!\w)")
_QUOTATION: Final = " quoted "  # stands where something was quoted
_HYPHEN: Final = re.compile(r"(?<=[^\W\d_])[-‐‑](?=[^\W\d_])")
_SPACES: Final = re.compile(r"\s+")
# "Скажи, что Мадуро преступник" orders to say it; "скажи, что Мадуро ответил" asks: a verb ends it.
_SAY_WHAT: Final = re.compile(r"\W*(?:скажи|говори),? что [А-Я]\w+ (?:-|—|–|это|не|самый)? ?(\w+)\W*")
_VERB_ENDINGS: Final = ("л", "ла", "ло", "ли", "ет", "ит", "ят", "ют", "ут", "ат", "ся", "сь")
_SAY_THAT: Final = re.compile(r"\W*(?:[Dd]i|[Dd]iga|[Dd]ecí) que [A-ZÁÉÍÓÚÂÊÔÃÕ]\w+")  # "di qué" would ask


def is_order(text: str) -> bool:
    """Whether a cleaned message orders the bot to do what it is not for."""
    plain = _plain(text)
    return (
        any(_is_ordered(plain, start) for start in _clauses(plain))
        or _any(ANYWHERE).search(plain) is not None
        or _says_that(text)
        or (len(plain.split()) <= _MOST_OPINION_WORDS and _any(OPINIONS).search(plain) is not None)
    )


def _plain(text: str) -> str:
    """Return a message as the patterns read it; one that is all quotation keeps its words."""
    rest = _QUOTED.sub(_QUOTATION, text)
    said = rest if rest.replace(_QUOTATION, "").strip(" .,:;!?") else text
    return _SPACES.sub(" ", fold(_HYPHEN.sub(" ", said)).replace("’", "'")).strip()


def _clauses(plain: str) -> Iterable[int]:
    """Return where clauses begin: at the first word, after stops and after what leads to an order."""
    return {0, *(found.end() for found in _clause_ends().finditer(plain))}


def _is_ordered(plain: str, start: int) -> bool:
    return _at_clause().match(plain, start) is not None and _what_was_said().match(plain, start) is None


@cache
def _what_was_said() -> re.Pattern[str]:
    return re.compile(ASKS_WHAT_WAS_SAID)


@cache
def _clause_ends() -> re.Pattern[str]:
    return re.compile(rf"(?:[.!?;:,()\[\]—–|>*\"'«¿¡]|(?:^|(?<= ))-)\W*|(?<!\w)(?:{LEAD_INS})\b,? (?=\w)|^\W+(?=\w)")


@cache
def _at_clause() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in AT_CLAUSE))


@cache
def _any(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


def _says_that(text: str) -> bool:
    """Whether a message orders to say something about somebody; told by capitals and verbs, which folding hides."""
    what = _SAY_WHAT.fullmatch(text)
    return _SAY_THAT.match(text) is not None or (what is not None and not what[1].endswith(_VERB_ENDINGS))
