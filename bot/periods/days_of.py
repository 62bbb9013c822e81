"""Turn expressions into days.

Conventions: "before D" ends the day before D begins and "after D" starts the day after D ends; since, until and by
include D. Early, mid and late are thirds. Weeks of a month count from its first day (1-7, 8-14, ...), its last week is
its last seven days. Seasons are the northern ones by whole months, winter belonging to the year in which it ends.
An impossible date (31 April) raises ValueError.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from bot.model import Period
from bot.periods.day_arithmetic import (
    SATURDAY,
    Days,
    month_after,
    months_away,
    months_from,
    moved,
    weekday_in,
    weekend_from,
    weekend_in,
    weekend_of,
)
from bot.periods.expressions import (
    Around,
    Cut,
    Expression,
    Nearest,
    Open,
    Part,
    Range,
    Relative,
    Shifted,
    Side,
    Stretch,
    Trailing,
    Unit,
    Weekday,
    WeekdayIn,
    WeekOf,
    said_year,
    with_year,
)

if TYPE_CHECKING:
    from collections.abc import Callable

AROUND_DAYS = 3  # "around 30 April": days on either side
AROUND_LONGER_DAYS = 7  # "around May"
NEAR_DAYS = 31  # how far "Tuesday the 12th" may lie from today
FEW_DAYS = 7  # "in the days after 30 April"
_MONTHS_IN = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF: 6, Unit.YEAR: 12, Unit.DECADE: 120}
_DAYS_IN = {Unit.WEEK: 7, Unit.FORTNIGHT: 14}
LENGTHS = {Unit.DAYS: FEW_DAYS, Unit.WEEK: 7, Unit.FORTNIGHT: 15, Unit.MONTH: 30, Unit.YEAR: 365}  # days


class Clock(Protocol):
    """Where we stand in time."""

    @property
    def today(self) -> date:
        """The day that relative words count from; raises ValueError where there is none."""

    def year(self, days_in: Callable[[int], Days]) -> int:
        """Choose a year for a date without one; raises ValueError where it can't."""


def period_of(expression: Expression, clock: Clock) -> Period:
    """Return the period that an expression means; raises ValueError where no such days exist."""
    if not isinstance(expression, Open):
        return Period(*days_of(expression, clock))
    first, last = days_of(expression.of, clock)
    match expression.side:
        case Side.BEFORE:
            return Period(None, moved(first, -1))
        case Side.UNTIL:
            return Period(None, last)
        case Side.SINCE:
            return Period(first, None)
        case Side.AFTER:
            return Period(moved(last, 1), None)


def days_of(expression: Expression, clock: Clock) -> Days:
    """Return the first and last day that an expression means; raises ValueError where no such days exist."""
    match expression:
        case Stretch(year=year):
            return expression.in_year(clock.year(expression.in_year) if year is None else year)
        case Part() | WeekOf() | WeekdayIn() | Around() | Shifted():
            return _derived(days_of(expression.of, clock), expression)
        case Range():
            return _range(expression, clock)
        case Open():
            msg = "an open period has no first and last day"
            raise ValueError(msg)
        case _:
            return _from_today(expression, clock)


def _derived(base: Days, expression: Part | WeekOf | WeekdayIn | Around | Shifted) -> Days:
    first, last = base
    match expression:
        case Part():
            return _part(base, expression)
        case WeekOf(weekend=True):
            return weekend_of(first)
        case WeekOf():
            return moved(first, -first.weekday()), moved(last, 6 - last.weekday())
        case WeekdayIn(weekday=weekday, count=count):
            return weekday_in(first, last, weekday, count)
        case Around():
            margin = AROUND_DAYS if first == last else AROUND_LONGER_DAYS
            return moved(first, -margin), moved(last, margin)
        case Shifted():
            return _shifted(base, expression)


def _part(whole: Days, part: Part) -> Days:
    first, last = whole
    length = (last - first).days + 1
    if part.unit is Unit.WEEKEND:
        return weekend_in(first, last, -1 if part.cut is Cut.LAST else part.count)
    match part.cut:
        case Cut.EARLY | Cut.MID | Cut.LATE:
            return _third(whole, part.cut)
        case Cut.NTH if part.unit is Unit.HALF:
            return _half(whole, part.count)
        case Cut.NTH:
            start = _stepped(first, part.unit, part.count - 1)
            end = moved(_stepped(first, part.unit, part.count), -1)
            end = last if part.unit is Unit.FORTNIGHT and (last - end).days == 1 else end
        case Cut.FIRST:
            start, end = first, moved(_stepped(first, part.unit, part.count), -1)
        case Cut.LAST:
            start, end = moved(_stepped(moved(last, 1), part.unit, -part.count), 0), last
    if start > last or length < 1:
        msg = "no such part"
        raise ValueError(msg)
    return max(start, first), min(end, last)


def _third(whole: Days, cut: Cut) -> Days:
    """Cut a month into 1-10, 11-20, 21-end; a year into four months each; anything else into thirds of its days."""
    first, last = whole
    starts = [first, *_inner_starts(first, last)]
    ends = [*(moved(start, -1) for start in starts[1:]), last]
    index = (Cut.EARLY, Cut.MID, Cut.LATE).index(cut)
    return starts[index], ends[index]


def _inner_starts(first: date, last: date) -> list[date]:
    length = (last - first).days + 1
    if (first.year, first.month) == (last.year, last.month) and first.day == 1:
        return [first.replace(day=11), first.replace(day=21)]
    if length in (365, 366):
        return [first.replace(month=5), first.replace(month=9)]
    if last.year - first.year == 9:  # noqa: PLR2004 (a decade: 1990-1993, 1994-1996, 1997-1999)
        return [first.replace(year=first.year + 4), first.replace(year=first.year + 7)]
    return [moved(first, length // 3), moved(first, length * 2 // 3)]


def _half(whole: Days, number: int) -> Days:
    first, last = whole
    if first.day == 1 and (first.year, first.month) == (last.year, last.month):
        middle = first.replace(day=16)
    elif (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        middle = first.replace(month=7)
    else:
        middle = moved(first, ((last - first).days + 1) // 2)
    if number == 1:
        return first, max(first, moved(middle, -1))
    return middle, last


def _stepped(day: date, unit: Unit, count: int) -> date:
    """Move the first day of a unit by so many units; halves of a month (fortnights) are 15 days."""
    match unit:
        case Unit.MONTH | Unit.QUARTER:
            year, month = month_after(day.year, day.month, count * (3 if unit is Unit.QUARTER else 1))
            return date(year, month, 1)
        case Unit.YEAR:
            return date(day.year + count, 1, 1)
        case Unit.FORTNIGHT:
            return moved(day, 15 * count)
        case Unit.WEEK:
            return moved(day, 7 * count)
        case Unit.DAYS:
            return moved(day, FEW_DAYS * count)
        case _:
            return moved(day, count)


def _shifted(base: Days, shift: Shifted) -> Days:
    first, last = base
    if shift.exact and (exact := _exactly(base, shift)):
        return exact
    if shift.unit is Unit.DAY and not shift.whole:
        only = moved(last if shift.count > 0 else first, shift.count)
        return only, only
    if shift.unit is Unit.WEEKEND:
        return weekend_from(moved(last, 1) if shift.count > 0 else moved(first, -1), shift.count)
    length = 1 if shift.unit is Unit.DAY else LENGTHS.get(shift.unit, FEW_DAYS)
    if shift.whole:
        return (
            (moved(last, 1), moved(last, length * shift.count))
            if shift.count > 0
            else (moved(first, length * shift.count), moved(first, -1))
        )
    if shift.count > 0:
        return moved(last, 1 + length * (shift.count - 1)), moved(last, length * shift.count)
    return moved(first, length * shift.count), moved(first, -1 + length * (shift.count + 1))


def _exactly(base: Days, shift: Shifted) -> Days | None:
    """Return the day so many weeks from a day, or the day or months so many months from a day or months."""
    if months := _MONTHS_IN.get(shift.unit):
        return _months_beside(base, months * shift.count)
    if base[0] != base[1] or shift.unit not in _DAYS_IN:
        return None
    only = moved(base[0], _DAYS_IN[shift.unit] * shift.count)
    return only, only


def _months_beside(base: Days, count: int) -> Days:
    """Move a day by so many months; of whole months both ends, so that whole months come out."""
    first, last = base
    day_after = moved(last, 1)
    if first.day == 1 and day_after.day == 1:
        return months_away(first, count), moved(months_away(day_after, count), -1)
    only = months_away(last if count > 0 else first, count)
    return only, only


def _range(span: Range, clock: Clock) -> Days:
    if said_year(span) is None and isinstance(span.first, Stretch | Part) and isinstance(span.last, Stretch | Part):
        return _ordered(span, clock.year(lambda year: _ordered(span, year)))
    if isinstance(span.last, Weekday) and span.last.day is None and not isinstance(span.first, Weekday):
        start, end = days_of(span.first, clock)
        return start, moved(end, (span.last.number - end.weekday() - 1) % 7 + 1)
    first, last = _with_shared_year(span, clock)
    (start, start_end), (end_start, end) = days_of(first, clock), days_of(last, clock)
    if span.listed:
        return min(start, end_start), max(start_end, end)
    if start > end:
        msg = "the range ends before it starts"
        raise ValueError(msg)
    return start, end


def _ordered(span: Range, year: int) -> Days:
    """Return the days of a range without years whose first side lies in a year, its last side there or in the next."""
    start, end = days_of(span.first, _Fixed(year)), days_of(span.last, _Fixed(year))
    if span.listed:
        return min(start[0], end[0]), max(start[1], end[1])
    if end[1] < start[0]:
        end = days_of(span.last, _Fixed(year + 1))
    return start[0], end[1]


@dataclass(frozen=True, slots=True)
class _Fixed:
    """A clock that knows one year only."""

    only: int

    @property
    def today(self) -> date:
        msg = "a year without a day has no today"
        raise ValueError(msg)

    def year(self, days_in: Callable[[int], Days]) -> int:
        days_in(self.only)
        return self.only


def _with_shared_year(span: Range, clock: Clock) -> tuple[Expression, Expression]:
    """Give a side without a year the year of the other, or the one before or after where that puts them in order."""
    first, last = span.first, span.last
    if said_year(first) is None and (year := said_year(last)) is not None:
        earlier = with_year(first, year)
        if not span.listed and days_of(earlier, clock)[0] > days_of(last, clock)[1]:
            earlier = with_year(first, year - 1)
        return earlier, last
    if said_year(last) is None and isinstance(last, Stretch | Part):
        year = days_of(first, clock)[0].year
        later = with_year(last, year)
        if not span.listed and days_of(later, clock)[1] < days_of(first, clock)[0]:
            later = with_year(last, year + 1)
        return first, later
    return first, last


def _from_today(expression: Relative | Trailing | Weekday | Nearest, clock: Clock) -> Days:
    today = clock.today
    match expression:
        case Relative(unit=unit, count=count):
            return _unit_from(today, unit, count)
        case Trailing(unit=unit, count=count) if count < 0:
            return _back(today, unit, count), today
        case Trailing(unit=unit, count=count):
            return today, _back(today, unit, count)
        case Weekday():
            only = _weekday(today, expression)
            return only, only
        case Nearest(of=inner, step=step):
            return inner.in_year(_nearest_year(inner, today, step))


def _unit_from(today: date, unit: Unit, count: int) -> Days:
    match unit:
        case Unit.WEEK | Unit.FORTNIGHT:
            monday = moved(today, -today.weekday() + 7 * count * (2 if unit is Unit.FORTNIGHT else 1))
            return monday, moved(monday, 6)
        case Unit.WEEKEND:
            return _weekend_near(today, count)
        case Unit.MONTH | Unit.QUARTER | Unit.HALF:
            size = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF: 6}[unit]
            first_month = (today.month - 1) // size * size + 1
            return months_from(*month_after(today.year, first_month, count * size), size)
        case Unit.YEAR:
            return Stretch(Unit.YEAR).in_year(today.year + count)
        case Unit.DECADE:
            return Stretch(Unit.DECADE).in_year(today.year // 10 * 10 + 10 * count)
        case _:
            only = moved(today, count)
            return only, only


def _weekend_near(today: date, count: int) -> Days:
    """Return the latest weekend begun (0), the one before today's week-day or weekend (-1), or the next (1)."""
    in_weekend = today.weekday() >= SATURDAY
    if count == 0 and in_weekend:
        return weekend_of(today)
    if count > 0:
        return weekend_from(moved(today, 7 - today.weekday()) if in_weekend else today, count)
    return weekend_from(moved(today, -1), min(count, -1))


def _back(today: date, unit: Unit, count: int) -> date:
    """Return the same day so many units away (the month's last day where it has no such day)."""
    months = _MONTHS_IN.get(unit)
    if months is None:
        return _stepped(today, unit if unit is not Unit.DAYS else Unit.DAY, count)
    return months_away(today, months * count)


def _weekday(today: date, weekday: Weekday) -> date:
    if weekday.day is not None:
        return _dated_weekday(today, weekday.number, weekday.day)
    back = (today.weekday() - weekday.number) % 7
    if weekday.step > 0:
        return moved(today, 7 - back)
    return moved(today, -(back or 7) if weekday.step < 0 else -back)


def _dated_weekday(today: date, number: int, day: int) -> date:
    near = (moved(today, sign * distance) for distance in range(NEAR_DAYS + 1) for sign in (-1, 1))
    found = next((each for each in near if (each.weekday(), each.day) == (number, day)), None)
    if found is None:
        msg = "no such weekday with that day of the month nearby"
        raise ValueError(msg)
    return found


def _nearest_year(stretch: Stretch, today: date, step: int) -> int:
    first, last = stretch.in_year(today.year)
    if step < 0:
        return today.year if last < today else today.year - 1
    if step > 0:
        return today.year if first > today else today.year + 1
    return today.year
