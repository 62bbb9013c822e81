"""Figures: whether two versions of one text give different numbers for the same thing."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from bot.index.tokens import key, words
from bot.periods.lexicon import LANGUAGES

# Words before and after a number that say what it counts. Versions of one text share whole sentences, so an exact
# match is asked for; with one word on each side "in 5 of" meets "in 30 of", which count other things.
_AROUND = 2
_NUMBER = "#"
_NOTHING = ""  # before the first word of a text and after the last


def contradict(one: str, other: str, language: str) -> bool:
    """Whether two texts in one language put different numbers between the same words."""
    ours, theirs = _figures(one, language), _figures(other, language)
    return any(ours[place].isdisjoint(theirs[place]) for place in ours.keys() & theirs.keys())


def _figures(text: str, language: str) -> dict[tuple[str, ...], set[str]]:
    """Return the numbers of a text by the words around them; a number among those words counts as any number."""
    tokens = words(text)
    numbers = [_number(token, language) for token in tokens]
    masked = [_NUMBER if number else token for token, number in zip(tokens, numbers, strict=True)]
    masked = [_NOTHING] * _AROUND + masked + [_NOTHING] * _AROUND
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for at, number in enumerate(numbers):
        if number:
            found[(*masked[at : at + _AROUND], *masked[at + _AROUND + 1 : at + 2 * _AROUND + 1])].add(number)
    return found


def _number(token: str, language: str) -> str | None:
    return key(token, language) if token[0].isdigit() else _numerals(language).get(token)


@cache
def _numerals(language: str) -> dict[str, str]:
    """Return the single words for numbers from two up, as digits; "one" is an article as often as a number."""
    table = LANGUAGES.get(language)
    numbered = enumerate(table.cardinals, 1) if table else ()
    forms = [(words(form), number) for number, each in numbered if number > 1 for form in each.split("|")]
    return {form[0]: str(number) for form, number in forms if len(form) == 1}
