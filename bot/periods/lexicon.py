"""A language's words about time, compiled for look-up, and the choice of language for a text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from bot.periods.expressions import Unit
from bot.periods.tokens import Kind, Token, fold
from bot.periods.words import LanguageWords, Tag
from bot.periods.words_en import ENGLISH
from bot.periods.words_es import SPANISH
from bot.periods.words_fr import FRENCH
from bot.periods.words_pt import PORTUGUESE
from bot.periods.words_ru import RUSSIAN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

LANGUAGES: Mapping[str, LanguageWords] = {
    "en": ENGLISH, "es": SPANISH, "ru": RUSSIAN, "pt": PORTUGUESE, "fr": FRENCH,
}  # fmt: skip
UNITS = tuple(Unit)
SHORTEST_MISSPELT = 5  # letters; shorter month names (mayo, may, mars) are too near to other words
SHORTEST_NAME = 4  # letters of a month name that can be misspelt at all: not may, mai, мая
SHORTEST_BESIDE = 3  # beside a number
LONGEST_MISSPELT = len("septiembre") + 2
TWO_SLIPS_FROM = 8  # letters; from here on two slips of the pen are forgiven, else one

CENTURY = 2000  # the one whose years are read in words

ONE_QUARTER = frozenset({"quarter", "trimestre", "квартал", "квартале", "кв"})  # forms that are no plural
_VOWELS = frozenset("aeiouаеиоуыэюяь")

_MONTH_TAGS = (Tag.MONTH, Tag.WEAK_MONTH, Tag.SHORT_MONTH)
TIME_TAGS = frozenset({
    Tag.MONTH, Tag.WEAK_MONTH, Tag.SHORT_MONTH, Tag.WEEKDAY, Tag.SEASON, Tag.RELATIVE_DAY, Tag.FIXED_DAY, Tag.DECADE,
    Tag.YEAR_IN_WORDS, Tag.MONTH_ADJECTIVE, Tag.DAY_ADJECTIVE, Tag.YEAR_ADJECTIVE, Tag.WEAK_FIXED_DAY, Tag.UNIT,
})  # fmt: skip
_GENITIVE_ENDINGS = ("аря", "аля", "рта", "еля", "мая", "юня", "юля", "уста", "бря")

Phrase = tuple[tuple[str, ...], "Mapping[Tag, int]"]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language, compiled once for the process.

    `phrases` maps a first word to its phrases, longest first. A sentence without a digit and without one of the
    `time_words` (of a phrase its longest word) mentions no time.
    """

    language: str
    phrases: Mapping[str, Sequence[Phrase]]
    time_words: frozenset[str]
    month_first: bool
    date_adjectives: bool
    month_names: Mapping[str, int]
    short_names: Mapping[str, int]
    not_months: frozenset[str]


@lru_cache(maxsize=len(LANGUAGES))
def lexicon(language: str) -> Lexicon:
    """Compile the words of a language; raises KeyError for a language that we do not know."""
    return compiled(language, LANGUAGES[language])


def compiled(language: str, words: LanguageWords) -> Lexicon:
    """Compile a table of words, that of a language or one with more words."""
    found: dict[tuple[str, ...], dict[Tag, int]] = {}
    for forms, tag, value in _entries(words):
        for form in filter(None, forms.split("|")):
            found.setdefault(_split(form), {})[tag] = value
    if language == "ru":
        _mark_genitives(found)
    names = {
        parts[0]: _month(tags)
        for parts, tags in found.items()
        if len(parts) == 1 and any(tag in tags for tag in _MONTH_TAGS)
    }
    return Lexicon(
        language=language,
        phrases=_by_first_word(found),
        time_words=frozenset(max(parts, key=len) for parts, tags in found.items() if not TIME_TAGS.isdisjoint(tags)),
        month_first=words.month_first,
        date_adjectives=words.date_adjectives,
        month_names={name: month for name, month in names.items() if len(name) >= SHORTEST_NAME},
        short_names={name: month for name, month in names.items() if len(name) < SHORTEST_NAME},
        not_months=frozenset(fold(word) for word in words.not_months.split("|")),
    )


def choose(tokens: Sequence[Token], hint: str | None) -> Lexicon:
    """Choose the language whose words to read with: the hint, unless only another language knows the months named."""
    words = [token.text for token in tokens if token.kind is Kind.WORD]
    if hint in LANGUAGES:
        own = lexicon(hint)
        if any(_may_name_month(own, word) for word in words):
            return own
        foreign = [lexicon(other) for other in LANGUAGES if any(_names_month(lexicon(other), word) for word in words)]
        return foreign[0] if foreign else own
    return _most_familiar(words)


@lru_cache(maxsize=4096)
def misspelt_month(word: str, language: str, *, beside_number: bool = False) -> int | None:
    """Return the month that a word misspells, or None, also where it is as near to another one.

    Beside the number of a day or year ("30 aprl", "de arbil de 2019") shorter words and wrong first letters pass too.
    """
    words = lexicon(language)
    shortest = SHORTEST_BESIDE if beside_number else SHORTEST_MISSPELT
    if len(word) > LONGEST_MISSPELT or word in words.not_months:
        return None
    if len(word) >= SHORTEST_BESIDE and (month := _with_letters_doubled(word, words) or _without_vowels(word, words)):
        return month
    if len(word) < shortest:
        return _with_letter_missing(word, words)
    if beside_number and (month := _shortened(word, words)):
        return month
    allowed = 2 if len(word) >= TWO_SLIPS_FROM else 1
    counts = dict.fromkeys(range(1, 13), allowed + 1)
    for name, month in words.month_names.items():
        if abs(len(name) - len(word)) <= allowed and _may_misspell(word, name, beside_number=beside_number):
            counts[month] = min(counts[month], slips(word, name))
    fewest = min(counts.values())
    nearest = [month for month, count in counts.items() if count == fewest]
    return nearest[0] if fewest <= allowed and len(nearest) == 1 else None


def _with_letter_missing(word: str, words: Lexicon) -> int | None:
    """Return the month of which one letter is missing, where the word is too short for other slips: "aril", "mazo"."""
    months = {
        month
        for name, month in words.month_names.items()
        if len(name) == len(word) + 1 and len(word) >= SHORTEST_NAME and word[0] == name[0] and slips(word, name) == 1
    }
    return months.pop() if len(months) == 1 else None


def _with_letters_doubled(word: str, words: Lexicon) -> int | None:
    """Return the month of which letters were typed several times: "mayy", "maiii"."""
    single = undoubled(word)
    return None if single == word else words.month_names.get(single) or words.short_names.get(single)


def _without_vowels(word: str, words: Lexicon) -> int | None:
    """Return the month that is written without some of its vowels: "aprl", "mrzo", "jly"."""
    months = {
        month
        for name, month in words.month_names.items()
        if len(word) < len(name) and word[0] == name[0] and _drops_vowels_only(word, name)
    }
    return months.pop() if len(months) == 1 else None


def _drops_vowels_only(word: str, name: str) -> bool:
    at = 0
    for letter in name:
        if at < len(word) and word[at] == letter:
            at += 1
        elif letter not in _VOWELS:
            return False
    return at == len(word)


def _shortened(word: str, words: Lexicon) -> int | None:
    """Return the month whose name begins so: "agost", "novem"."""
    months = {month for name, month in words.month_names.items() if name.startswith(word)}
    return months.pop() if len(word) >= SHORTEST_NAME and len(months) == 1 else None


def undoubled(word: str) -> str:
    """Write letters once that were typed several times: "mayy", "maii"."""
    return "".join(letter for letter, _ in groupby(word))


def _may_misspell(word: str, name: str, *, beside_number: bool) -> bool:
    """Whether the beginnings agree as far as they must."""
    if beside_number and len(name) >= SHORTEST_MISSPELT:
        return True
    return (beside_number or len(name) >= SHORTEST_MISSPELT) and (word[0] == name[0] or word[:2] == name[1::-1])


def _entries(words: LanguageWords) -> Iterator[tuple[str, Tag, int]]:
    yield from _numbered(words.months, Tag.MONTH, 1)
    yield from _numbered(words.month_adjectives, Tag.MONTH_ADJECTIVE, 1)
    yield from _numbered(words.weekdays, Tag.WEEKDAY, 0)
    yield from _numbered(words.units, Tag.UNIT, 0)
    yield from _numbered(words.seasons, Tag.SEASON, 1)
    yield from _numbered(words.cardinals, Tag.CARDINAL, 1)
    yield from _numbered(words.ordinals, Tag.ORDINAL, 1)
    yield from _years_in_words(words)
    for table, tag in (
        (words.weak_months, Tag.WEAK_MONTH),
        (words.short_months, Tag.SHORT_MONTH),
        (words.weak_weekdays, Tag.WEAK_WEEKDAY),
        (words.relative_days, Tag.RELATIVE_DAY),
        (words.fixed_days, Tag.FIXED_DAY),
        (words.weak_fixed_days, Tag.WEAK_FIXED_DAY),
        (words.day_adjectives, Tag.DAY_ADJECTIVE),
        (words.decades, Tag.DECADE),
    ):
        yield from ((forms, tag, value) for value, forms in table.items())
    yield from ((forms, tag, 1) for tag, forms in words.tags.items())


def _numbered(forms: Iterable[str], tag: Tag, start: int) -> Iterator[tuple[str, Tag, int]]:
    return ((each, tag, number) for number, each in enumerate(forms, start))


def _years_in_words(words: LanguageWords) -> Iterator[tuple[str, Tag, int]]:
    """Give "two thousand one" to "two thousand thirty one"; Russian years end in an ordinal."""
    days = {form for names in (words.cardinals, words.ordinals) for forms in names for form in forms.split("|")}
    for names in (words.cardinals, words.ordinals):
        for number, forms in enumerate(names, CENTURY + 1):
            years = (f"{century} {form}" for century in words.century.split("|") for form in forms.split("|") if form)
            yield "|".join(year for year in years if year not in days), Tag.YEAR_IN_WORDS, number


def _split(form: str) -> tuple[str, ...]:
    return tuple(fold(form).split())


def _mark_genitives(found: dict[tuple[str, ...], dict[Tag, int]]) -> None:
    for parts, tags in found.items():
        if Tag.MONTH in tags and parts[0].endswith(_GENITIVE_ENDINGS):
            tags[Tag.GENITIVE] = 1


def _by_first_word(found: Mapping[tuple[str, ...], Mapping[Tag, int]]) -> Mapping[str, Sequence[Phrase]]:
    phrases: dict[str, list[Phrase]] = {}
    for parts, tags in sorted(found.items(), key=lambda item: -len(item[0])):
        phrases.setdefault(parts[0], []).append((parts, tags))
    return phrases


def _month(tags: Mapping[Tag, int]) -> int:
    return next(tags[tag] for tag in _MONTH_TAGS if tag in tags)


def _names_month(words: Lexicon, word: str) -> bool:
    """Whether a word names a month and is no everyday word as well."""
    return any(parts == (word,) and Tag.MONTH in tags for parts, tags in words.phrases.get(word, ()))


def _may_name_month(words: Lexicon, word: str) -> bool:
    return any(
        parts == (word,) and any(tag in tags for tag in _MONTH_TAGS) for parts, tags in words.phrases.get(word, ())
    )


def _most_familiar(text: Sequence[str]) -> Lexicon:
    """Guess the language: every word votes for the languages that know it, the fewer the stronger; months thrice."""
    votes = dict.fromkeys(LANGUAGES, 0.0)
    for at, word in enumerate(text):
        knowing = [each for each in LANGUAGES if _knows(lexicon(each), text, at)] or [
            each for each in LANGUAGES if misspelt_month(word, each)
        ]
        for language in knowing:
            votes[language] += (3 if _names_month(lexicon(language), word) else 1) / len(knowing) ** 2
    return lexicon(max(votes, key=lambda language: votes[language]))


def _knows(words: Lexicon, text: Sequence[str], at: int) -> bool:
    """Whether a word or phrase of the language begins there."""
    return any(tuple(text[at : at + len(parts)]) == parts for parts, _ in words.phrases.get(text[at], ()))


def slips(word: str, name: str) -> int:
    """Count insertions, deletions, changes and swaps of neighbours (optimal string alignment)."""
    return int(OSA.distance(word, name))
