"""Countries that a text names, by any of their names: "Cuba", "cubanos", "кубинских", "EE.UU.", "Washington".

International bodies (bodies.py) share their bits: to a question they are what a country is.

An article that never names a country seldom answers a question about it, and vectors of words can't tell: to them India
is near to China. The names are the Unicode CLDR's, as Babel has them; those of peoples follow from them by the endings
of each language, and what follows no rule is listed.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
from babel import Locale, UnknownLocaleError

from bot.index.bodies import bodies_in
from bot.index.body_names import BODIES
from bot.index.country_names import (
    ANY_ENDING,
    AS_WRITTEN,
    COMMON_WORDS,
    COUNTRIES,
    ENDINGS,
    IRREGULAR,
    LATIN_END_OF_NAME,
    METONYMS,
    PHRASES,
    RUSSIAN_CASES,
)
from bot.index.tokens import bare, fold, stem, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

CODES: Final = (*COUNTRIES, *BODIES)  # a place is the number of a bit
COUNTRY_BYTES: Final = 31  # of a set of them
_SHORTEST_ROOT: Final = 3  # letters
_MOST_CACHED: Final = 20_000  # words
_NONE: frozenset[str] = frozenset()


def countries_in(text: str, language: str, *, metonyms: bool = True) -> frozenset[str]:
    """Return the ISO codes of the countries that a text names, and the codes of the bodies.

    With `metonyms` those count that are meant by a capital or a seat of government: for what an article tells of, not
    for what a question asks for.
    """
    found = {code for match in AS_WRITTEN.finditer(text) for code in (match.lastgroup,) if code}
    spoken = _spoken(text)
    for word in set(spoken):
        found |= _of_word(word, language, metonyms=metonyms)
    return frozenset(found | _of_phrases(spoken, language) | bodies_in(spoken, language))


def names_country(word: str, language: str) -> bool:
    """Whether a folded word names a country, its people or its government."""
    return bool(_of_word(bare(word), language, metonyms=True))


def country_bits(codes: frozenset[str]) -> NDArray[np.uint8]:
    """Return a set of codes as bits, shape (COUNTRY_BYTES,)."""
    held = np.zeros(8 * COUNTRY_BYTES, bool)
    held[[CODES.index(code) for code in codes]] = True
    return np.packbits(held)


def _spoken(text: str) -> list[str]:
    return [bare(word) for word in words(text)]


def _of_phrases(spoken: list[str], language: str) -> set[str]:
    phrases = _phrases(language)
    found = set()
    for place, word in enumerate(spoken):
        for rest, code in phrases.get(stem(word, language), ()):
            following = spoken[place + 1 : place + 1 + len(rest)]
            if len(following) == len(rest) and tuple(stem(one, language) for one in following) == rest:
                found.add(code)
    return found


@lru_cache(maxsize=_MOST_CACHED)
def _of_word(word: str, language: str, *, metonyms: bool) -> frozenset[str]:
    pattern = _patterns(language, metonyms=metonyms).get(word[:1])
    match = pattern.fullmatch(word) if pattern and word not in COMMON_WORDS.get(language, _NONE) else None
    return frozenset({str(match.lastgroup)}) if match else _NONE


@cache
def _patterns(language: str, *, metonyms: bool) -> Mapping[str, re.Pattern[str]]:
    """Return, for words that begin with a letter, a pattern with one named group a country."""
    by_letter: dict[str, dict[str, list[str]]] = {}
    for code, name in sorted(_names(language).items(), key=lambda named: -len(named[1])):  # Nigeria before Niger
        forms = _declined(name, language) if len(words(name)) == 1 else []
        for table in (IRREGULAR, METONYMS) if metonyms else (IRREGULAR,):
            forms += table.get(code, "").split()
        for form in forms:
            by_letter.setdefault(form[0], {}).setdefault(code, []).append(form)
    return {letter: _grouped(forms) for letter, forms in by_letter.items()}


def _grouped(forms: Mapping[str, list[str]]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{code}>{'|'.join(of_country)})" for code, of_country in forms.items()))


def _declined(name: str, language: str) -> list[str]:
    """Return patterns for a name, in all cases, and for its people."""
    root, cases = _root(name, language)
    if len(root) < _SHORTEST_ROOT:
        return [re.escape(name)]
    ends = "|".join(filter(None, (cases, ENDINGS.get(language, ANY_ENDING))))
    return [re.escape(name), f"{re.escape(root)}(?:{ends})"]


def _root(name: str, language: str) -> tuple[str, str]:
    """Return what does not change of a name, and a pattern for what follows it in other cases."""
    if language != "ru":
        return LATIN_END_OF_NAME.sub("", name), ""
    for end, cases in RUSSIAN_CASES:
        if end.search(name):
            return end.sub("", name), cases
    return name, ""


@cache
def _phrases(language: str) -> Mapping[str, list[tuple[tuple[str, ...], str]]]:
    """Return the names of several words by the stem of the first: the stems of the others and the country."""
    named = [(_spoken(name), code) for code, name in _names(language).items()]
    named += [(_spoken(phrase), code) for phrase, code in PHRASES.get(language, {}).items()]
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for spoken, code in named:
        if len(spoken) > 1:
            first, *rest = (stem(word, language) for word in spoken)
            found.setdefault(first, []).append((tuple(rest), code))
    return found


@cache
def _names(language: str) -> Mapping[str, str]:
    """Return the countries' names in a language, or in English where the CLDR does not know it; folded."""
    try:
        territories = Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):
        territories = Locale.parse("en").territories
    return {code: fold(re.sub(r"\s*\(.*\)", "", territories[code])) for code in COUNTRIES if code in territories}
