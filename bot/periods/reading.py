"""Read tokens with a language's words: atoms, each a phrase or number with everything it can be about time."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from bot.periods.expressions import Expression, Range, Stretch, Unit
from bot.periods.lexicon import UNITS, Lexicon, misspelt_month
from bot.periods.tokens import Kind, Token
from bot.periods.words import Tag

LATEST_SHORT_YEAR = 40  # '40 is 2040, '41 is 1941
EARLIEST_YEAR, LATEST_YEAR = 1000, 2100
MONTHS = 12
LATEST_DAY = 31
SMALL_COUNT = 12  # written out, up to here a number beside a month mostly counts something
SURELY_MONTH = 7  # letters; so long a misspelt month ("septembr") needs no preposition before it
_NO_DATES = frozenset({"24/7"})
_DASHES = frozenset("-‐‑‒–—―→")
_MONTHS = frozenset({Tag.MONTH, Tag.WEAK_MONTH, Tag.SHORT_MONTH})
_TAKE_NUMBERS = _MONTHS | {Tag.BEFORE, Tag.EARLY, Tag.MID, Tag.LATE}  # "mid-2018"
_NOTHING: Mapping[Tag, int] = MappingProxyType({})

_OF = frozenset({"of", "de", "d", "del"})
_DAY_OF_MONTH = re.compile(r"0?[1-9]|[12]\d|3[01]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DASH = r"[-‐‑‒–—―]"
_YEAR_FIRST = re.compile(r"(\d{4})([-./])(\d{1,2})\2(\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})([-./])(\d{1,2})\2(\d{4}|\d{2})")
_DAYS_AND_MONTH = re.compile(rf"(\d{{1,2}}){_DASH}(\d{{1,2}})[./](\d{{1,2}})(?:[./](\d{{4}}))?")
_DAY_AND_MONTH = re.compile(r"(\d{1,2})/(\d{1,2})")
_DAY_AND_MONTH_DOTTED = re.compile(r"(\d{1,2})(?:/(?=\d)|\.(?=\d\d))(\d{1,2})")  # 1.05, but 1.3 is a number
_MONTH_AND_YEAR = re.compile(r"(\d{1,2})[./](\d{4})")
_YEAR_AND_MONTH = re.compile(r"(\d{4})-(\d{2})")
_TWO_DAYS = re.compile(rf"(\d{{1,2}}){_DASH}(\d{{1,2}})")
_TWO_YEARS = re.compile(rf"(\d{{4}})(?:{_DASH}|/)(\d{{4}}|\d{{2}})")
_TWO_DATES = re.compile(r"(\d{1,2}\.\d{1,2}\.\d{4})[-‐‑‒–—―](\d{1,2}\.\d{1,2}\.\d{4})")


class Atom(NamedTuple):
    """A phrase, number or mark, with its readings; a tuple, because a build makes millions.

    `number` is a whole number; `days` the ends of "1-5"; `date` what a numeric form means by itself. `loose` says that
    the form is a date only beside a preposition ("30/04"). `plain` marks text without any reading.
    """

    start: int
    end: int
    text: str
    kind: Kind
    tags: Mapping[Tag, int] = _NOTHING
    number: int | None = None
    ordinal: str = ""
    days: tuple[int, int] | None = None
    date: Expression | None = None
    loose: bool = False
    capital: bool = False


Atoms: TypeAlias = Sequence[Atom]


def read(tokens: Sequence[Token], words: Lexicon, *, forgive: bool) -> list[Atom]:
    """Turn tokens into atoms, longest phrase first. `forgive` also reads misspelt months."""
    atoms: list[Atom] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        length = 1
        match token.kind:
            case Kind.WORD:
                tags, length = _look_up(tokens, at, words, forgive=forgive)
                if token.glued and atoms and _MONTHS & tags.keys() and _MONTHS & atoms[-1].tags.keys():
                    atoms.append(_hyphen(token))  # April-May
                atoms.append(_word(token, tokens[at + length - 1].end, tags))
            case Kind.NUMBER:
                glued = token.glued and not (atoms and _TAKE_NUMBERS & atoms[-1].tags.keys())
                if token.glued and not glued and _is_day(atoms, -2) and len(token.text) < len("2019"):
                    atoms.append(_hyphen(token))  # 29 July-4 August
                atoms.append(_number(token._replace(glued=glued), words.language, forgive=forgive))
            case Kind.SHORT_YEAR:
                year = Stretch(Unit.YEAR, year=_full_year(token.text))
                atoms.append(Atom(token.start, token.end, token.text, token.kind, date=year))
            case Kind.MARK:
                tags = {Tag.TO: 1} if token.text in _DASHES else _NOTHING
                atoms.append(Atom(token.start, token.end, token.text, token.kind, tags))
        at += length
    return atoms


def _hyphen(token: Token) -> Atom:
    """Return the hyphen that joined a token to the word before it, where it means "to"."""
    return Atom(token.start - 1, token.start, "-", Kind.MARK, {Tag.TO: 1})


def _is_day(atoms: Sequence[Atom], at: int) -> bool:
    return len(atoms) >= -at and atoms[at].number is not None


def has(atoms: Atoms, at: int, *tags: Tag) -> bool:
    """Whether the atom there has one of the tags; never outside the text."""
    if not 0 <= at < len(atoms):
        return False
    own = atoms[at].tags
    if own:
        for tag in tags:  # not any(): this is the innermost loop
            if tag in own:
                return True
    return False


def value(atoms: Atoms, at: int, *tags: Tag) -> int | None:
    """Return the value of the first of the tags that the atom there has."""
    if not 0 <= at < len(atoms):
        return None
    own = atoms[at].tags
    if own:
        for tag in tags:
            if tag in own:
                return own[tag]
    return None


def unit(atoms: Atoms, at: int) -> Unit | None:
    """Return the unit of time that the atom there names."""
    index = value(atoms, at, Tag.UNIT)
    return None if index is None else UNITS[index]


def _look_up(tokens: Sequence[Token], at: int, words: Lexicon, *, forgive: bool) -> tuple[Mapping[Tag, int], int]:
    first = tokens[at].text
    for parts, tags in words.phrases.get(first, ()):
        if len(parts) == 1 or _matches(tokens, at, parts):
            return tags, len(parts)
    if forgive and (month := misspelt_month(first, words.language, beside_number=_beside_number(tokens, at, words))):
        return {Tag.MONTH if len(first) >= SURELY_MONTH else Tag.WEAK_MONTH: month}, 1
    return _NOTHING, 1


def _beside_number(tokens: Sequence[Token], at: int, words: Lexicon) -> bool:
    """Whether the number of a day stands before a word, or that of a year after it: the place of a month."""
    before = at - 2 if at and tokens[at - 1].text in _OF else at - 1
    after = at + 2 if at + 2 < len(tokens) and tokens[at + 1].text in _OF else at + 1
    if before >= 0 and (_DAY_OF_MONTH.fullmatch(tokens[before].text) or _numbers_day(tokens[before].text, words)):
        return True
    if after >= len(tokens) or tokens[after].kind is not Kind.NUMBER:
        return False
    text = tokens[after].text
    return _YEAR.fullmatch(text) is not None or (words.month_first and _DAY_OF_MONTH.fullmatch(text) is not None)


def _numbers_day(word: str, words: Lexicon) -> bool:
    """Whether a word is an ordinal, or too high a number for a word that mostly counts things."""
    return any(
        len(parts) == 1 and (Tag.ORDINAL in tags or tags.get(Tag.CARDINAL, 0) > SMALL_COUNT)
        for parts, tags in words.phrases.get(word, ())
    )


def _matches(tokens: Sequence[Token], at: int, parts: tuple[str, ...]) -> bool:
    if at + len(parts) > len(tokens) or tokens[at + 1].text != parts[1]:
        return False
    return all(tokens[at + step].text == part for step, part in enumerate(parts))


def _word(token: Token, end: int, tags: Mapping[Tag, int]) -> Atom:
    return Atom(token.start, end, token.text, Kind.WORD, tags, capital=token.capital)


def _number(token: Token, language: str, *, forgive: bool) -> Atom:
    if token.glued:
        return Atom(token.start, token.end, token.text, Kind.NUMBER)
    if token.text.isdecimal():
        number = int(token.text) if len(token.text) <= 4 else None  # noqa: PLR2004 (digits of a year)
        return Atom(token.start, token.end, token.text, Kind.NUMBER, number=number, ordinal=token.ordinal)
    if match := _TWO_DAYS.fullmatch(token.text):
        pair = (int(match[1]), int(match[2]))
        return Atom(token.start, token.end, token.text, Kind.NUMBER, days=pair)
    date, loose = _numeric_date(token.text, language)
    if forgive and date is None and language == "en":
        date = _month_and_day(token.text)
    loose = loose and not (forgive and _is_no_fraction(token.text, language))
    return Atom(token.start, token.end, token.text, Kind.NUMBER, date=date, loose=loose)


def _month_and_day(text: str) -> Expression | None:
    """Read 4/30, which only American readers write."""
    match = _DAY_AND_MONTH.fullmatch(text)
    if match is None or text in _NO_DATES or not 1 <= int(match[1]) <= MONTHS < int(match[2]) <= LATEST_DAY:
        return None
    return _day(int(match[2]), int(match[1]), None)


def _is_no_fraction(text: str, language: str) -> bool:
    """Whether 30/04 or 7-10/03, outside English with a full stop too, can hardly be anything but dates.

    The first number is no month, or the second is written as only months are.
    """
    if match := _DAYS_AND_MONTH.fullmatch(text):
        return "/" in text or match[3].startswith("0")
    day, _, month = text.partition("/" if "/" in text else ".")
    if not (day.isdecimal() and month.isdecimal()) or text in _NO_DATES or not ("/" in text or language != "en"):
        return False
    return MONTHS < int(day) <= LATEST_DAY or (month.startswith("0") and len(day) <= len(month))


def _numeric_date(text: str, language: str) -> tuple[Expression | None, bool]:
    """Read 2019-04-30, 30.04.2019, 04/2019, 2018-2019 and the like; loose: 30/04, 30.04."""
    if match := _YEAR_FIRST.fullmatch(text):
        return _day(int(match[4]), int(match[3]), int(match[1])), False
    if match := _YEAR_LAST.fullmatch(text):
        return _day_or_month_first(
            int(match[1]), int(match[3]), _full_year(match[4]), us=language == "en" and match[2] != "."
        ), False
    if match := _TWO_DATES.fullmatch(text):
        first, _ = _numeric_date(match[1], language)
        last, _ = _numeric_date(match[2], language)
        return (Range(first, last) if first and last else None), False
    if match := _DAYS_AND_MONTH.fullmatch(text):
        year = int(match[4]) if match[4] else None
        return Range(_day(int(match[1]), int(match[3]), year), _day(int(match[2]), int(match[3]), year)), year is None
    return _shorter_date(text, us_slashes=language == "en")


def _shorter_date(text: str, *, us_slashes: bool) -> tuple[Expression | None, bool]:
    if (match := _MONTH_AND_YEAR.fullmatch(text)) and 1 <= int(match[1]) <= MONTHS:
        return Stretch(Unit.MONTH, int(match[1]), year=int(match[2])), False
    if (match := _YEAR_AND_MONTH.fullmatch(text)) and 1 <= int(match[2]) <= MONTHS:
        return Stretch(Unit.MONTH, int(match[2]), year=int(match[1])), False
    if (match := _TWO_YEARS.fullmatch(text)) and is_year(int(match[1])):
        return _years(int(match[1]), match[2]), False
    if (match := (_DAY_AND_MONTH if us_slashes else _DAY_AND_MONTH_DOTTED).fullmatch(text)) and 1 <= int(
        match[2]
    ) <= MONTHS:
        us = us_slashes and "/" in text
        return _day_or_month_first(int(match[1]), int(match[2]), None, us=us), True
    return None, False


def is_year(number: int) -> bool:
    """Whether a number can be a year that a reader asks about."""
    return EARLIEST_YEAR <= number <= LATEST_YEAR


def _years(first: int, written: str) -> Expression | None:
    last = int(written) if len(written) > 2 else first // 100 * 100 + int(written)  # noqa: PLR2004 (2018/19)
    if not first <= last <= LATEST_YEAR:
        return None
    return Range(Stretch(Unit.YEAR, year=first), Stretch(Unit.YEAR, year=last))


def _day(day: int, month: int, year: int | None) -> Stretch:
    return Stretch(Unit.DAY, month, day, year)


def _day_or_month_first(first: int, second: int, year: int | None, *, us: bool) -> Expression | None:
    """Take the day first; in English, where both orders are in use, only what can be read in just one way."""
    if second > MONTHS >= first:
        return _day(second, first, year)
    if us and _are_either(first, second):
        return None
    return _day(first, second, year)


def is_ambiguous(text: str) -> bool:
    """Whether 03/05/2019, in English, is 3 May to some and 5 March to others."""
    match = _YEAR_LAST.fullmatch(text)
    return match is not None and match[2] != "." and _are_either(int(match[1]), int(match[3]))


def _are_either(first: int, second: int) -> bool:
    return 1 <= first <= MONTHS and 1 <= second <= MONTHS and first != second


def _full_year(written: str) -> int:
    number = int(written)
    if len(written) > 2:  # noqa: PLR2004 (digits)
        return number
    return number + (2000 if number <= LATEST_SHORT_YEAR else 1900)
