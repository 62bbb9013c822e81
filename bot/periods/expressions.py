"""What words about time say before a year is known.

An expression is a small tree: calendar stretches (`Stretch`) at the leaves, cuts, shifts, ranges and open ends above
them. `days_of` turns one into days.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto
from typing import TypeAlias

from bot.periods.day_arithmetic import Days, months_from

WINTER = 4
DECADE_YEARS = 10
DECEMBER = 12
LONGEST_MONTH = 31  # days
LEAP_YEAR = 2000  # any


class Unit(Enum):
    """A unit of time that words count in."""

    DAY = auto()
    DAYS = auto()  # the plural, where it is vague: "in the days after", "the first days of"
    WEEK = auto()
    FORTNIGHT = auto()
    MONTH = auto()
    QUARTER = auto()
    HALF = auto()  # half-years, and halves of anything else
    SEASON = auto()
    YEAR = auto()
    DECADE = auto()
    WEEKEND = auto()


_MONTHS_IN = {Unit.MONTH: (1, 0), Unit.QUARTER: (3, 0), Unit.HALF: (6, 0), Unit.SEASON: (3, 2)}  # how many, from which


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the calendar that comes back each year (or a year, or a decade). `year` None: not said.

    `number` is the month, quarter, half or season, from 1; `day` is the day of the month for `Unit.DAY`.
    """

    unit: Unit
    number: int = 1
    day: int = 1
    year: int | None = None

    def in_year(self, year: int) -> Days:
        """Return its first and last day in a year."""
        match self.unit:
            case Unit.DAY:
                only = date(year, self.number, self.day)
                return only, only
            case Unit.SEASON if self.number == WINTER:
                return months_from(year - 1, 12, 3)
            case Unit.DECADE:
                return date(year, 1, 1), date(year + DECADE_YEARS - 1, 12, 31)
            case _:
                size, offset = _MONTHS_IN.get(self.unit, (12, 0))
                return months_from(year, size * (self.number - 1) + 1 + offset, size)


class Cut(Enum):
    """Which part of a stretch is meant."""

    EARLY = auto()
    MID = auto()
    LATE = auto()
    FIRST = auto()  # the first `count` units
    LAST = auto()
    NTH = auto()  # the `count`-th unit


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a stretch: its early, middle or late third; its first, last or n-th week, half, days, months."""

    of: Expression
    cut: Cut
    unit: Unit = Unit.DAY
    count: int = 1


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week, Monday to Sunday, that holds a day, or its weekend."""

    of: Expression
    weekend: bool = False


@dataclass(frozen=True, slots=True)
class WeekdayIn:
    """The first (1), second or last (-1) such weekday (0 is Monday) of a stretch."""

    of: Expression
    weekday: int
    count: int


@dataclass(frozen=True, slots=True)
class Around:
    """A day or month and some days on either side."""

    of: Expression


@dataclass(frozen=True, slots=True)
class Shifted:
    """So many units after (positive) or before (negative) a stretch: the very day, or the whole week or month.

    `whole`: all the days up to the last, "in the three days after 30 April". `exact`: the day so far away, "a week
    after 30 April", not the week that follows.
    """

    of: Expression
    unit: Unit
    count: int
    whole: bool = False
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Range:
    """From one stretch to another. `listed`: named one by one ("in March and May"), in any order."""

    first: Expression
    last: Expression
    listed: bool = False


class Side(Enum):
    """On which side of a stretch an open period lies."""

    BEFORE = auto()
    UNTIL = auto()
    SINCE = auto()
    AFTER = auto()


@dataclass(frozen=True, slots=True)
class Open:
    """Before, until, since or after a stretch."""

    of: Expression
    side: Side


@dataclass(frozen=True, slots=True)
class Relative:
    """A calendar unit `count` units from today: yesterday is (DAY, -1), last month (MONTH, -1)."""

    unit: Unit
    count: int


@dataclass(frozen=True, slots=True)
class Trailing:
    """The last (negative `count`) or next units up to or from today."""

    unit: Unit
    count: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday (0 is Monday) around today. `step` 0: the latest one, today included; -1: before today; 1: after.

    `day` is the day of the month where it was said ("el martes 12"): then it is the nearest such weekday.
    """

    number: int
    step: int = 0
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Nearest:
    """The stretch (a month, a season) of the last (-1) or next (1) time, or of this year (0), counted from today."""

    of: Stretch
    step: int


Expression: TypeAlias = (
    Stretch | Part | WeekOf | WeekdayIn | Around | Shifted | Range | Open | Relative | Trailing | Weekday | Nearest
)


def said_year(expression: Expression) -> int | None:
    """Return the year that an expression names, if it names just one way of reading it."""
    match expression:
        case Stretch(year=year):
            return year
        case Part() | WeekOf() | WeekdayIn() | Around() | Shifted() | Open():
            return said_year(expression.of)
        case Range(first=first, last=last):
            return said_year(last) or said_year(first)
        case _:
            return None


def with_year(expression: Expression, year: int) -> Expression:
    """Return the expression with a year where it names none."""
    match expression:
        case Stretch(year=None):
            return replace(expression, year=year)
        case Part() | WeekOf() | WeekdayIn() | Around() | Shifted() | Open():
            return replace(expression, of=with_year(expression.of, year))
        case Range(first=first, last=last):
            return replace(expression, first=with_year(first, year), last=with_year(last, year))
        case _:
            return expression


def with_whole_months(expression: Expression) -> Expression:
    """Return the expression with the month in place of each day that the month never has: February for 30 February."""
    match expression:
        case Stretch(unit=Unit.DAY, number=month, day=day, year=year) if not _exists(month, day, year):
            return Stretch(Unit.MONTH, month, year=year)
        case Part() | WeekOf() | WeekdayIn() | Around() | Shifted() | Open():
            return replace(expression, of=with_whole_months(expression.of))
        case Range(first=first, last=last):
            return replace(expression, first=with_whole_months(first), last=with_whole_months(last))
        case _:
            return expression


def _exists(month: int, day: int, year: int | None) -> bool:
    """Whether a day can be: also one that is no day of any month (40 May) is left as it is, for a count."""
    return not 0 < month <= DECEMBER or not 0 < day <= LONGEST_MONTH or day <= monthrange(year or LEAP_YEAR, month)[1]
