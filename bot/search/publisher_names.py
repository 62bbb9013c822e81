"""Publishers' names as readers write them: in other cases, inflected, without "The", in the other script."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from bot.index.tokens import fold, key, stem
from bot.search.narrowing_words import BEFORE_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LONGEST_NAME = 7  # words of a publisher's name that are looked at
_WORD = re.compile(r"[^\W_]+(?:['’/.][^\W_]+)*")
_ARTICLES = {"el", "la", "los", "las", "o", "os", "a", "as", "le", "les", "the", "l"}
# Names that are a body's as well as its publisher's ("Nations Unies"): what it says is a question about it.
_BODIES = {"UN"}
_INITIALS = re.compile(r"[A-ZА-ЯЁ0-9]{2,6}")


class Names:
    """The publishers of a collection as readers write them. Made once for a snapshot."""

    def __init__(self, publishers: Mapping[str, str | None]) -> None:
        """Take each publisher's name with the country of its owner, where it is known."""
        self._by_name: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._bodies = {name for name, country in publishers.items() if country in _BODIES}
        scripts: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for name in publishers:
            for written in (name, name.removeprefix("The ")):
                self._by_name[_normal(_words(written))].add(name)
            scripts[_across_scripts(name)].add(name)
        for group in scripts.values():
            for name in group:  # TASS and ТАСС are one publisher, written twice
                self._by_name[_normal(_words(name))] |= {other for other in group if _script(other) != _script(name)}

    def at(self, text: str, start: int, *, freely: bool = False) -> tuple[frozenset[str], int] | None:
        """Return the publishers whose name begins at `start`, and where it ends; the longest name wins.

        Unless read `freely`, a name made of ordinary words counts only where it is written as a name.
        """
        spans = [match.span() for match, _ in zip(_WORD.finditer(text, start), range(_LONGEST_NAME), strict=False)]
        if not spans or spans[0][0] != start:
            return None
        for count in range(len(spans), 0, -1):
            end = spans[count - 1][1]
            found = self._by_name.get(_normal([text[a:b] for a, b in spans[:count]]))
            if found and (freely or self._is_meant(text, start, end, found)):
                return frozenset(found), _close(text, end)
        return None

    def after(self, text: str, start: int) -> tuple[frozenset[str], int] | None:
        """Return the publishers whose name begins at `start`, or behind an article or "agency" there."""
        lead = BEFORE_NAME.match(fold(text), start)
        return self.at(text, start) or (self.at(text, lead.end()) if lead and lead.end() > start else None)

    def within(self, text: str, publishers: frozenset[str]) -> bool:
        """Whether a text names one of these publishers anywhere."""
        starts = (match.start() for match in _WORD.finditer(text))
        return any(found[0] & publishers for start in starts if (found := self.at(text, start, freely=True)))

    def _is_meant(self, text: str, start: int, end: int, found: set[str]) -> bool:
        written, first = text[start:end], _words(text[start:end])[0]
        if found & self._bodies:
            return False
        if any(_INITIALS.fullmatch(name) for name in found):
            return True
        if fold(first) in _ARTICLES or fold(text[:start].rsplit(maxsplit=1)[-1] if start else "") in _ARTICLES - {
            "the"
        }:
            return any(_normal(_words(name)) == _normal(_words(written)) for name in found) and all(
                w[0].isupper() for w in _words(written)
            )
        return written[0].isupper() or text == text.lower()


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _normal(name: Iterable[str]) -> tuple[str, ...]:
    """Return the words of a name as they are looked up: folded, Russian ones by their stem."""
    return tuple(_normal_word(word) for word in name)


def _normal_word(word: str) -> str:
    folded = fold(word)
    return stem(folded.removesuffix("ъ"), "ru") if re.search("[а-я]", folded) and not word.isupper() else folded


def _across_scripts(name: str) -> tuple[str, ...]:
    return tuple(key(fold(word), "ru" if _script(word) == "ru" else "en") for word in _words(name))


def _script(name: str) -> str:
    return "ru" if re.search("[А-Яа-яЁё]", name) else "latin"


def _close(text: str, end: int) -> int:
    """Return the end of a name with the bracket that closes it: "El País (Uruguay)"."""
    return end + 1 if text[end : end + 1] == ")" and "(" in text[:end] else end
