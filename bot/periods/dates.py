"""The grammar of calendar dates: days, months, seasons, years, decades, in words, digits and both.

Each function tries to read one construction at a place and returns the expression with the index after it, or None.
`held` says that a preposition, a part or a unit before it vouches that a doubtful word ("may") is meant as a date.
"""

from __future__ import annotations

from typing import TypeAlias

from bot.periods.expressions import Expression, Nearest, Range, Stretch, Unit, said_year
from bot.periods.reading import LATEST_DAY, SMALL_COUNT, Atoms, has, is_year, unit, value
from bot.periods.tokens import Kind
from bot.periods.words import Tag

Read: TypeAlias = tuple[Expression, int]

BARE_YEARS = range(1950, 2036)  # numbers that are taken for years without a preposition
LATEST_DECADE = 20  # "the 20s" are the 2020s, "the 30s" the 1930s
MOST_DAYS = 4  # "on 1, 2, 3 and 4 May"
_PAIR = 2  # days named one by one; three or more are taken for all from the first to the last
_GIVEN_NAMES = frozenset({"april", "june", "august", "julio", "abril", "avril", "август", "май"})
_ON = frozenset({"on", "no", "a", "на", "в"})  # before "Christmas", "Natal" (also a city: "em Natal"), "Noël"
_WITH_ARTICLE = frozenset({"al", "del", "ao", "do", "au", "du"})  # "en medio del mar": the sea
DAY_DIGITS, YEAR_DIGITS = 2, 4


def skip(atoms: Atoms, at: int, *tags: Tag) -> int:
    """Step over one atom where it has one of the tags."""
    return at + 1 if has(atoms, at, *tags) else at


def mark(atoms: Atoms, at: int, marks: str) -> bool:
    """Whether one of the marks stands there."""
    return 0 <= at < len(atoms) and atoms[at].kind is Kind.MARK and atoms[at].text in marks


def read_year(atoms: Atoms, at: int) -> tuple[int, int] | None:
    """Read the year that completes a date: "2019", ", 2019", "de 2019", "del año 2019", "'19", "2019 года"."""
    at = at + 1 if mark(atoms, at, ",") else at
    at = skip(atoms, at, Tag.OF)
    at = skip(atoms, at, Tag.ARTICLE)
    if unit(atoms, at) is Unit.YEAR:
        at += 1
    number = _year_number(atoms, at)
    if number is None:
        return None
    return number, _skip_year_unit(atoms, at + 1)


def _year_number(atoms: Atoms, at: int) -> int | None:
    if at >= len(atoms):
        return None
    atom = atoms[at]
    if atom.kind is Kind.SHORT_YEAR and isinstance(atom.date, Stretch):
        return atom.date.year
    if Tag.YEAR_IN_WORDS in atom.tags:
        return atom.tags[Tag.YEAR_IN_WORDS]
    if (
        atom.number is not None
        and is_year(atom.number)
        and len(atom.text) == YEAR_DIGITS
        and not _decade_suffix(atom.ordinal)
    ):
        return atom.number
    return None


def _skip_year_unit(atoms: Atoms, at: int) -> int:
    if unit(atoms, at) is not Unit.YEAR or not _is_russian_year(atoms[at].text):
        return at
    return at + 2 if mark(atoms, at + 1, ".") and atoms[at].text in ("г", "гг") else at + 1


def _is_russian_year(text: str) -> bool:
    return text in ("год", "года", "году", "годом", "годе", "годы", "годов", "годах", "г", "гг")


def _decade_suffix(ordinal: str) -> bool:
    return ordinal in ("s", "х")


def read_numeric(atoms: Atoms, at: int, *, held: bool) -> Read | None:
    """Read 30.04.2019 and the like, after a weekday too."""
    at = _skip_weekday(atoms, at)
    if at >= len(atoms):
        return None
    atom = atoms[at]
    if atom.date is None or (atom.loose and not held):
        return None
    if said_year(atom.date) is None and (has(atoms, at + 1, Tag.COUNTED) or mark(atoms, at + 1, "%$€")):
        return None
    return atom.date, _skip_year_unit(atoms, at + 1)


def _skip_weekday(atoms: Atoms, at: int) -> int:
    if not has(atoms, at, Tag.WEEKDAY, Tag.WEAK_WEEKDAY):
        return at
    at = skip(atoms, at + 1, Tag.DAY_PART)
    at = at + 1 if mark(atoms, at, ".") and mark(atoms, at + 1, ",") else at  # "Tues., Apr. 30"
    at = at + 1 if mark(atoms, at, ",.(") else at
    at = skip(atoms, at, Tag.IN) if has(atoms, at + 1, Tag.ARTICLE) else at
    return skip(atoms, at, Tag.ARTICLE)


def _day_number(atoms: Atoms, at: int) -> int | None:
    """Return the number of a day; 32 to 99 too, so that an impossible day is seen as one."""
    if at >= len(atoms):
        return None
    atom = atoms[at]
    if atom.number is not None:
        return atom.number if len(atom.text) <= DAY_DIGITS and not _decade_suffix(atom.ordinal) else None
    return value(atoms, at, Tag.ORDINAL, Tag.CARDINAL)


def _day_list(atoms: Atoms, at: int) -> tuple[list[int], bool, int] | None:
    """Read days before a month: "1", "1-5", "1 to 5", "1, 2 and 3"; says whether they are a list."""
    if at < len(atoms) and (pair := atoms[at].days):
        return [*pair], False, at + 1
    first = _day_number(atoms, at)
    if first is None:
        return None
    days, listed, at = [first], False, at + 1
    while len(days) < MOST_DAYS:
        after = _after_link(atoms, at)
        number = _day_number(atoms, after) if after > at else None
        if number is None:
            break
        listed = listed or not has(atoms, at, Tag.TO, Tag.UNTIL)
        days.append(number)
        at = after + 1
    return days, listed, at


def _after_link(atoms: Atoms, at: int) -> int:
    """Step over what links two days: a dash, "to", "and", a comma, with prepositions and articles after it."""
    if not (has(atoms, at, Tag.TO, Tag.AND, Tag.UNTIL) or mark(atoms, at, ",/")):
        return at
    at = skip(atoms, at + 1, Tag.AND)
    at = skip(atoms, at, Tag.IN, Tag.UNTIL)
    at = skip(atoms, skip(atoms, at, Tag.ARTICLE), Tag.WEEKDAY, Tag.WEAK_WEEKDAY)
    return at + 1 if unit(atoms, at) in (Unit.DAY, Unit.DAYS) else at


def month_name(atoms: Atoms, at: int) -> int | None:
    """Return the month that the atom there names, however doubtfully."""
    return value(atoms, at, Tag.MONTH, Tag.WEAK_MONTH, Tag.SHORT_MONTH)


def read_day_month(atoms: Atoms, at: int) -> Read | None:
    """Read "30 April 2019", "Tuesday the 30th of April", "1 al 5 de mayo", "с 1 по 5 мая"."""
    at = skip(atoms, _skip_weekday(atoms, at), Tag.ARTICLE)
    counted = _day_list(atoms, at)
    if counted is None:
        return None
    numbers, listed, at = counted
    at = at + 1 if unit(atoms, at) is Unit.DAY and has(atoms, at + 1, Tag.OF) else at
    at = at + 1 if mark(atoms, at, ".,-/") and month_name(atoms, at + 1) else at
    at = skip(atoms, skip(atoms, at, Tag.OF), Tag.ARTICLE)
    at = at + 1 if unit(atoms, at) is Unit.MONTH else at
    at = skip(atoms, at, Tag.OF)
    month = month_name(atoms, at)
    if month is None or _modal_after_number_word(atoms, at):
        return None
    return _days_in(numbers, month, atoms, at + 1, listed=listed)


def _modal_after_number_word(atoms: Atoms, at: int) -> bool:
    """Whether "one may" or "second march" is plain speech."""
    before = atoms[at - 1]
    in_words = before.number is None and before.days is None
    return in_words and atoms[at].text in ("may", "march") and has(atoms, at - 1, Tag.CARDINAL, Tag.ORDINAL)


def _days_in(numbers: list[int], month: int, atoms: Atoms, at: int, *, listed: bool) -> Read:
    at = at + 1 if mark(atoms, at, ".") and (read_year(atoms, at + 1) or has(atoms, at + 1, Tag.TO)) else at
    if unit(atoms, at) is Unit.MONTH and atoms[at].text == "месяца":
        at += 1
    written = read_year(atoms, at)
    year, at = written or (None, at)
    stretches = [Stretch(Unit.DAY, month, number, year) for number in numbers]
    if len(stretches) == 1:
        return _stepped(stretches[0], atoms, at)
    ordered = sorted(stretches, key=lambda day: day.day) if listed else stretches
    return Range(ordered[0], ordered[-1], listed=listed and len(numbers) == _PAIR), at


def read_month_day(atoms: Atoms, at: int, *, held: bool) -> Read | None:
    """Read "April 30, 2019", "May the 1st", "May 1-5", "May 1 to 5"."""
    at = _skip_weekday(atoms, at)
    month = month_name(atoms, at)
    if month is None:
        return None
    at = at + 1 if mark(atoms, at + 1, ".") else at
    start = skip(atoms, at + 1, Tag.ARTICLE)
    counted = _day_list(atoms, start)
    if counted is None or max(counted[0]) > LATEST_DAY or not _is_written_day(atoms, start):
        return None
    numbers, listed, after = counted
    if len(numbers) > 1 and month_name(atoms, after) is not None:  # "May 1 to 5 June"
        numbers, after = numbers[:1], start + 1
    counts = has(atoms, after, Tag.COUNTED) and not atoms[after - 1].ordinal  # but "jan 14th detained: who"
    if counts or mark(atoms, after, "%$€"):
        return None
    if (
        not held
        and atoms[at].text == "may"
        and not atoms[at].capital
        and not atoms[start].ordinal
        and runs_on(atoms, after)
    ):
        return None
    return _days_in(numbers, month, atoms, after, listed=listed)


def _stepped(day: Stretch, atoms: Atoms, at: int) -> Read:
    """Read on: "20 de mayo pasado", "le 12 juin dernier"."""
    step = -1 if has(atoms, at, Tag.LAST) else 1 if has(atoms, at, Tag.NEXT) else 0
    if day.year is not None or not step or month_name(atoms, at + 1) is not None or runs_on(atoms, at + 1):
        return day, at
    return (day, at) if unit(atoms, at + 1) is not None else (Nearest(day, step), at + 1)


def _is_written_day(atoms: Atoms, at: int) -> bool:
    if atoms[at].number is not None or atoms[at].days is not None:
        return True
    if (value(atoms, at, Tag.CARDINAL) or 0) > SMALL_COUNT and has(atoms, at - 1, Tag.MONTH):
        return not runs_on(atoms, at + 1)  # "april thirty", but not "in april twenty planes"
    return has(atoms, at, Tag.ORDINAL) and (atoms[at - 1].text == "the" or not has(atoms, at - 1, Tag.ARTICLE))


def runs_on(atoms: Atoms, at: int) -> bool:
    """Whether an ordinary word follows at once: "may 2 planes"."""
    return at < len(atoms) and atoms[at].kind is Kind.WORD and not atoms[at].tags


def read_fixed_day(atoms: Atoms, at: int) -> Read | None:
    """Read a day with a name of its own: "May Day", "on Christmas", "Christmas 2018"."""
    code = value(atoms, at, Tag.FIXED_DAY, Tag.WEAK_FIXED_DAY)
    if code is None:
        return None
    written = read_year(atoms, at + 1)
    if not (written or has(atoms, at, Tag.FIXED_DAY) or (at > 0 and atoms[at - 1].text in _ON)):
        return None
    year, end = written or (None, at + 1)
    return Stretch(Unit.DAY, code // 100, code % 100, year), end


def read_month(atoms: Atoms, at: int, *, held: bool) -> Read | None:
    """Read "April", "April 2019", "abril de 2019"."""
    month = month_name(atoms, at)
    if month is None:
        return None
    end = at + 1
    end = end + 1 if mark(atoms, end, ".") and read_year(atoms, end + 1) else end
    if written := read_year(atoms, end):
        return Stretch(Unit.MONTH, month, year=written[0]), written[1]
    if mark(atoms, end, "/-") and (number := _year_number(atoms, end + 1)):
        return Stretch(Unit.MONTH, month, year=number), end + 2
    if has(atoms, at, Tag.SHORT_MONTH) or (not held and has(atoms, at, Tag.WEAK_MONTH)):
        return None
    if not held and not _stands_alone(atoms, at, end):
        return None
    return Stretch(Unit.MONTH, month), end


def read_short_month(atoms: Atoms, at: int) -> Read | None:
    """Read an abbreviation where only a month can stand, behind a part or the start of a range: "fin sept"."""
    month = value(atoms, at, Tag.SHORT_MONTH)
    behind_article = has(atoms, at - 1, Tag.ARTICLE) and not has(atoms, at - 1, Tag.TO)
    if month is None or behind_article or has(atoms, at + 1, Tag.UNIT, Tag.COUNTED):
        return None
    return None if atoms[at - 1].text in _WITH_ARTICLE else (Stretch(Unit.MONTH, month), at + 1)


def _stands_alone(atoms: Atoms, at: int, end: int) -> bool:
    """Whether a bare month is no name ("Julio Borges"): it ends the text or a function word, mark or event follows."""
    if has(atoms, at, Tag.GENITIVE):  # "события марта"; without a noun to hang on it is a woman's name
        return at > 0 and not has(atoms, at - 1, Tag.FUNCTION)
    if end >= len(atoms) or atoms[end].kind is Kind.MARK:
        return True
    if at == 0 and atoms[at].text not in _GIVEN_NAMES:  # "septiembre disturbios"
        return not has(atoms, end, Tag.PLACE)
    return bool(atoms[end].tags) and atoms[end].kind is Kind.WORD and not has(atoms, end, Tag.PLACE)


def read_season(atoms: Atoms, at: int) -> Read | None:
    """Read "summer 2019", "the spring", "зимой 2018-2019"."""
    season = value(atoms, at, Tag.SEASON)
    if season is None:
        return None
    if at + 1 < len(atoms) and isinstance(years := atoms[at + 1].date, Range):  # winter 2018-2019
        return Stretch(Unit.SEASON, season, year=(years.last.year if isinstance(years.last, Stretch) else None)), at + 2
    if written := read_year(atoms, at + 1):
        return Stretch(Unit.SEASON, season, year=written[0]), written[1]
    if has(atoms, at, Tag.NEEDS_ARTICLE) and not has(atoms, at - 1, Tag.ARTICLE, Tag.THIS):
        return None
    held = has(atoms, at - 1, Tag.IN, Tag.ARTICLE, Tag.THIS, Tag.SINCE, Tag.UNTIL, Tag.BEFORE, Tag.AFTER)
    is_russian_adverb = atoms[at].text.endswith(("ой", "ью")) or atoms[at].text == "летом"
    return (Stretch(Unit.SEASON, season), at + 1) if held or is_russian_adverb else None


def read_decade(atoms: Atoms, at: int, *, held: bool) -> Read | None:
    """Read "1990s", "1990-е", "años 1990", "années 90", "década de 1990"; two digits only after "años"."""
    if (named := value(atoms, at, Tag.DECADE)) is not None:
        return Stretch(Unit.DECADE, year=named), at + 1
    words = has(atoms, at, Tag.YEARS_OF)
    number_at = skip(atoms, at + 1, Tag.OF) if words else at
    number_at = skip(atoms, number_at, Tag.ARTICLE) if words else number_at
    if number_at >= len(atoms) or (number := atoms[number_at].number) is None or number % 10:
        return None
    if not words and not is_decade(atoms, number_at):
        return None
    end = number_at + (2 if _suffix_s(atoms, number_at) else 1)
    full = len(atoms[number_at].text) == YEAR_DIGITS
    if full and is_year(number):
        return Stretch(Unit.DECADE, year=number), _skip_year_unit(atoms, end)
    if len(atoms[number_at].text) == DAY_DIGITS and number and (words or held):
        return Stretch(Unit.DECADE, year=2000 + number if number <= LATEST_DECADE else 1900 + number), _skip_year_unit(
            atoms, end
        )
    return None


def is_decade(atoms: Atoms, at: int) -> bool:
    """Whether a number is written as a decade: 1990s, 90s, 1990-е, в 90-х."""
    return _suffix_s(atoms, at) or atoms[at].ordinal in ("х", "е")


def _suffix_s(atoms: Atoms, at: int) -> bool:
    return at + 1 < len(atoms) and atoms[at + 1].text == "s" and atoms[at + 1].start <= atoms[at].end + 1


def read_bare_year(atoms: Atoms, at: int, *, held: bool) -> Read | None:
    """Read a bare year, unless a word beside it says that the number counts or numbers something."""
    start = at
    named = unit(atoms, at) is Unit.YEAR and not _is_russian_year(atoms[at].text)
    at = skip(atoms, at + 1, Tag.OF) if named else at
    number = _year_number(atoms, at)
    if number is None:
        return None
    end = _skip_year_unit(atoms, at + 1)
    if named or end > at + 1:
        return Stretch(Unit.YEAR, year=number), end
    if has(atoms, start - 1, Tag.NUMBERED) or mark(atoms, start - 1, "#№$€£") or mark(atoms, end, "%$€"):
        return None
    if has(atoms, end, Tag.COUNTED) and not (has(atoms, start - 1, Tag.IN) and number % 100):
        return None
    if not held and (number not in BARE_YEARS or has(atoms, at, Tag.YEAR_IN_WORDS)):
        return None
    return Stretch(Unit.YEAR, year=number), end
