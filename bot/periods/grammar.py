"""The grammar of dates: from atoms to expressions. One grammar for all five languages; the words come from tables.

This part puts together what `dates` and `relatives` read: parts and wholes of them. All functions look ahead a bounded
number of atoms, so that reading a text is linear in its length.
"""

from __future__ import annotations

from dataclasses import replace

from bot.periods.dates import (
    DAY_DIGITS,
    Read,
    mark,
    read_bare_year,
    read_day_month,
    read_decade,
    read_fixed_day,
    read_month,
    read_month_day,
    read_numeric,
    read_season,
    read_short_month,
    read_year,
    runs_on,
    skip,
)
from bot.periods.expressions import Cut, Expression, Part, Range, Relative, Stretch, Unit, WeekdayIn, WeekOf
from bot.periods.lexicon import CENTURY
from bot.periods.reading import Atoms, has, unit, value
from bot.periods.relatives import read_relative, read_stepped_name, small_count
from bot.periods.words import Tag

_CUTS = {Tag.EARLY: Cut.EARLY, Tag.MID: Cut.MID, Tag.LATE: Cut.LATE}
_TENS = {10: Cut.MID, 20: Cut.LATE}
_WEEKS_OF_MONTH = 5
_SIZES = {
    Unit.DAY: 1,
    Unit.WEEK: 2,
    Unit.WEEKEND: 2,
    Unit.MONTH: 3,
    Unit.QUARTER: 4,
    Unit.SEASON: 4,
    Unit.HALF: 5,
    Unit.YEAR: 6,
    Unit.DECADE: 7,
}
_QUARTERS, _HALVES = 4, 2  # in a year
_SHARES = {Unit.QUARTER: _QUARTERS, Unit.HALF: _HALVES}
_WHOLES = frozenset({Unit.DAY, Unit.DAYS, Unit.MONTH, Unit.WEEK, Unit.WEEKEND})
_SHORT_UNITS = {"q": Unit.QUARTER, "t": Unit.QUARTER, "h": Unit.HALF, "s": Unit.HALF}
_IN_WHAT = (Tag.ARTICLE, Tag.MONTH, Tag.WEAK_MONTH)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_HELD_BY = (Tag.IN, Tag.ARTICLE, Tag.SINCE, Tag.UNTIL, Tag.BEFORE, Tag.AFTER, Tag.FROM, Tag.BETWEEN)


def read_core(atoms: Atoms, at: int, *, held: bool, month_first: bool) -> Read | None:
    """Read a day, week, month, year or a part of one, without the preposition before it."""
    return (
        read_numeric(atoms, at, held=held)
        or _part_of(atoms, at, month_first=month_first)
        or _whole_of(atoms, at, month_first=month_first)
        or read_day_month(atoms, at)
        or (read_month_day(atoms, at, held=held) if month_first else None)
        or read_fixed_day(atoms, at)
        or _adjective_of_news(atoms, at)
        or read_stepped_name(atoms, at)
        or read_month(atoms, at, held=held)
        or read_season(atoms, at)
        or read_decade(atoms, at, held=held)
        or read_bare_year(atoms, at, held=held)
        or read_relative(atoms, at, held=held)
    )


def _part_of(atoms: Atoms, at: int, *, month_first: bool) -> Read | None:
    """Read "early May", "the first week of May", "a finales de abril", "second half of 2019", "evening of 30 April"."""
    return _third_of(atoms, at, month_first=month_first) or _counted_part(atoms, at, month_first=month_first)


def _third_of(atoms: Atoms, at: int, *, month_first: bool) -> Read | None:
    cut = next((_CUTS[tag] for tag in _CUTS if has(atoms, at, tag)), None)
    if cut is None:
        return None
    if both := _two_thirds(atoms, at, cut, month_first=month_first):
        return both
    inner = _inside(atoms, at + 1, month_first=month_first)
    if inner is None:
        return None
    if isinstance(inner[0], Stretch) and inner[0].unit is Unit.DAY:
        return inner
    return Part(inner[0], cut), inner[1]


def _two_thirds(atoms: Atoms, at: int, cut: Cut, *, month_first: bool) -> Read | None:
    """Read "mid-to-late May", "meados/final de maio"."""
    if not (has(atoms, at + 1, Tag.TO, Tag.AND) or mark(atoms, at + 1, "/")) or not has(atoms, at + 2, *_CUTS):
        return None
    second = _third_of(atoms, at + 2, month_first=month_first)
    if second is None or not isinstance(second[0], Part):
        return None
    return Range(replace(second[0], cut=cut), second[0]), second[1]


def _counted_part(atoms: Atoms, at: int, *, month_first: bool) -> Read | None:
    """Read "first week of", "last two weeks of", "week 2 of", "second quarter", "Q2 2019"."""
    if short := _short_part(atoms, at) or _numbered_week(atoms, at):
        return short
    number, last, count, after = _which_and_many(atoms, at)
    what = unit(atoms, after)
    if number is not None and (weekday := value(atoms, after, Tag.WEEKDAY)) is not None:
        return _nth_weekday(atoms, after + 1, -1 if last else number, weekday, month_first=month_first)
    if number is None or what is None:
        return None
    inner = _inside(atoms, after + 1, month_first=month_first)
    if inner and what is Unit.DAYS and number in _TENS and not count:  # "в 20-х числах мая"
        return Part(inner[0], _TENS[number]), inner[1]
    if inner is None or not _smaller(what, inner[0]):
        return None if last or count else _calendar_part(what, number, atoms, after + 1, held=_is_held(atoms, at))
    return _cut(inner[0], what, number, count, last=last), inner[1]


def _short_part(atoms: Atoms, at: int) -> Read | None:
    """Read "Q2", "Q2 2019", "2Q19", "T2 2019", "1S 2019"; only "Q2" can do without its year."""
    if at + 1 >= len(atoms):
        return None
    letter_first = atoms[at].text in _SHORT_UNITS
    letter, digit = (atoms[at], atoms[at + 1]) if letter_first else (atoms[at + 1], atoms[at])
    what, number = _SHORT_UNITS.get(letter.text), digit.number
    if what is None or not number or number > _SHARES[what]:
        return None
    if atoms[at].end == atoms[at + 1].start and (year := read_year(atoms, at + 2) or _joined_year(atoms, at + 2)):
        return Stretch(what, number, year=year[0]), year[1]
    return _calendar_part(what, number, atoms, at + 2, held=True) if letter_first and letter.text in "qh" else None


def _numbered_week(atoms: Atoms, at: int) -> Read | None:
    """Read "week 2 of March"; "week of 2 March" is another one."""
    if unit(atoms, at) is not Unit.WEEK or not has(atoms, at + 2, Tag.OF):
        return None
    number, inner = atoms[at + 1].number, read_month(atoms, skip(atoms, at + 2, Tag.OF), held=True)
    if not number or number > _WEEKS_OF_MONTH or inner is None:
        return None
    return Part(inner[0], Cut.NTH, Unit.WEEK, number), inner[1]


def _joined_year(atoms: Atoms, at: int) -> tuple[int, int] | None:
    """Read the year of "2Q19"."""
    if at >= len(atoms) or atoms[at].start != atoms[at - 1].end or (number := atoms[at].number) is None:
        return None
    return (CENTURY + number, at + 1) if len(atoms[at].text) == DAY_DIGITS else None


def _nth_weekday(atoms: Atoms, at: int, count: int, weekday: int, *, month_first: bool) -> Read | None:
    """Read "of May" behind "the second Tuesday"; -1 counts from the end."""
    inner = _inside(atoms, at, month_first=month_first)
    if inner is None or not isinstance(inner[0], Stretch) or inner[0].unit is Unit.DAY:
        return None
    return WeekdayIn(inner[0], weekday, count), inner[1]


def _is_held(atoms: Atoms, at: int) -> bool:
    return at == 0 or has(atoms, at - 1, *_HELD_BY)


def _cut(whole: Expression, what: Unit, number: int, count: int | None, *, last: bool) -> Part:
    if what in _SHARES:
        return Part(whole, Cut.NTH, what, _SHARES[what] if last else number)
    if count and what is Unit.DAYS:
        what = Unit.DAY
    if count or what is Unit.DAYS or last:
        return Part(whole, Cut.LAST if last else Cut.FIRST, what, count or 1)
    return Part(whole, Cut.NTH, what, number)


def _which_and_many(atoms: Atoms, at: int) -> tuple[int | None, bool, int | None, int]:
    """Read "first", "last two", "deux premières": the number, whether it counts from the end, the count, the end."""
    if has(atoms, at + 1, Tag.LAST_OF) or value(atoms, at + 1, Tag.ORDINAL) == 1:
        number, last, after = _which(atoms, at + 1)
        if unit(atoms, after) and (count := small_count(atoms, at)):
            return number, last, count, after
    number, last, after = _which(atoms, at)
    count = small_count(atoms, after) if unit(atoms, after + 1) else None
    return number, last, count, after + (count is not None)


def _which(atoms: Atoms, at: int) -> tuple[int | None, bool, int]:
    """Read "first", "2nd", "last": the number, whether it counts from the end, the index after."""
    if has(atoms, at, Tag.LAST_OF):
        return 1, True, at + 1
    number = value(atoms, at, Tag.ORDINAL)
    if number is None and at < len(atoms) and (atoms[at].ordinal or unit(atoms, at + 1) in _SHARES):
        number = atoms[at].number or _ROMAN.get(atoms[at].text)
    return number, False, at + 1


def _calendar_part(what: Unit, number: int, atoms: Atoms, at: int, *, held: bool) -> Read | None:
    """Read a quarter with or without its year, a half-year with it."""
    if number > _SHARES.get(what, 0):
        return None
    at = at + 1 if mark(atoms, at, ".") and read_year(atoms, at + 1) else at  # "I кв. 2019"
    if written := read_year(atoms, at):
        return Stretch(what, number, year=written[0]), written[1]
    if what is Unit.HALF or not held or has(atoms, at, Tag.OF):
        return None
    return Stretch(what, number), at


def _inside(atoms: Atoms, at: int, *, month_first: bool) -> Read | None:
    """Read the stretch that a part is cut from: "of May", "de l'année 2019", "2019"."""
    at = skip(atoms, at, Tag.IN) if not has(atoms, at, Tag.OF) and has(atoms, at + 1, *_IN_WHAT) else at
    at = skip(atoms, skip(atoms, at, Tag.OF), Tag.ARTICLE)
    return (
        read_relative(atoms, at, held=True)
        or _whole_of(atoms, at, month_first=month_first)
        or read_day_month(atoms, at)
        or (read_month_day(atoms, at, held=True) if month_first else None)
        or read_fixed_day(atoms, at)
        or read_month(atoms, at, held=True)
        or read_season(atoms, at)
        or read_decade(atoms, at, held=True)
        or read_bare_year(atoms, at, held=True)
        or read_short_month(atoms, at)
    )


def _smaller(what: Unit, whole: Expression) -> bool:
    """Whether a unit is smaller than the stretch that it should be a part of."""
    if isinstance(whole, Stretch):
        return _SIZES.get(what, 1) < _SIZES.get(whole.unit, 0) or (what is Unit.HALF and whole.unit is not Unit.DAY)
    return isinstance(whole, Relative)


def _whole_of(atoms: Atoms, at: int, *, month_first: bool) -> Read | None:
    """Read "the month of April", "el día 30 de abril", "the week of 30 April", "вечером 30 апреля"."""
    what = unit(atoms, at)
    day_part = has(atoms, at, Tag.DAY_PART)
    if what is None and not day_part:
        return None
    inner_at = skip(atoms, skip(atoms, at + 1, Tag.OF), Tag.IN if day_part else Tag.OF)
    inner_at = skip(atoms, inner_at, Tag.ARTICLE)
    inner_at = inner_at + 1 if unit(atoms, inner_at) is Unit.DAY else inner_at
    inner = (
        read_numeric(atoms, inner_at, held=True)
        or read_day_month(atoms, inner_at)
        or (read_month_day(atoms, inner_at, held=True) if month_first else None)
        or (read_month(atoms, inner_at, held=True) if what is Unit.MONTH else None)
    )
    if inner is None:
        return None
    fits = inner[0]
    if what in (Unit.WEEK, Unit.WEEKEND) and isinstance(fits, Stretch) and fits.unit is Unit.DAY:
        return WeekOf(fits, weekend=what is Unit.WEEKEND), inner[1]
    return inner if day_part or what in _WHOLES else None


def _adjective_of_news(atoms: Atoms, at: int) -> Read | None:
    """Read "апрельские" in "апрельские новости", "вчерашние"; beside other nouns such adjectives name something."""
    if not has(atoms, at, Tag.MONTH_ADJECTIVE, Tag.DAY_ADJECTIVE, Tag.YEAR_ADJECTIVE):
        return None
    noun = at + 2 if runs_on(atoms, at + 1) else at + 1  # "вчерашние российские газеты"
    if not has(atoms, noun, Tag.NEWS, Tag.REPORTS, Tag.PRESS):
        return None
    if month := value(atoms, at, Tag.MONTH_ADJECTIVE):
        return Stretch(Unit.MONTH, month), at + 1
    if has(atoms, at, Tag.YEAR_ADJECTIVE):
        return Relative(Unit.YEAR, -1), at + 1
    return Relative(Unit.DAY, value(atoms, at, Tag.DAY_ADJECTIVE) or 0), at + 1
