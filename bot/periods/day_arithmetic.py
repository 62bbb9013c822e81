"""Arithmetic of days and months. Whatever leaves the calendar (years 1 to 9999) raises ValueError."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import TypeAlias

Days: TypeAlias = tuple[date, date]

SATURDAY, SUNDAY = 5, 6


def months_from(year: int, month: int, count: int) -> Days:
    """Return the first and last day of so many months from one on."""
    end_year, end_month = month_after(year, month, count - 1)
    return date(year, month, 1), date(end_year, end_month, calendar.monthrange(end_year, end_month)[1])


def month_after(year: int, month: int, count: int) -> tuple[int, int]:
    """Return the year and month so many months later."""
    years, months = divmod(month - 1 + count, 12)
    if not date.min.year <= year + years <= date.max.year:
        msg = f"year {year + years} is outside the calendar"
        raise ValueError(msg)
    return year + years, months + 1


def months_away(day: date, count: int) -> date:
    """Return the same day so many months later, or the month's last day where it has no such day."""
    year, month = month_after(day.year, day.month, count)
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def moved(day: date, count: int) -> date:
    """Return the day so many days later."""
    try:
        return day + timedelta(days=count)
    except OverflowError as error:
        msg = f"{count} days from {day} lie outside the calendar"
        raise ValueError(msg) from error


def weekend_of(day: date) -> Days:
    """Return the Saturday and Sunday of the week that holds a day."""
    saturday = moved(day, SATURDAY - day.weekday())
    return saturday, moved(saturday, 1)


def weekend_from(day: date, count: int) -> Days:
    """Return the weekend so many away: the next (1) begins on the day or later, the last (-1) has ended by then."""
    first = weekend_of(day)
    step = count - (count > 0 and day.weekday() <= SATURDAY)
    step += count < 0 and day.weekday() == SUNDAY
    return moved(first[0], 7 * step), moved(first[1], 7 * step)


def weekday_in(first: date, last: date, weekday: int, count: int) -> Days:
    """Return the n-th such weekday (0 is Monday) of a stretch, the last for -1; raises ValueError where none is."""
    if count > 0:
        found = moved(first, (weekday - first.weekday()) % 7 + 7 * (count - 1))
    else:
        found = moved(last, -((last.weekday() - weekday) % 7))
    if not first <= found <= last:
        msg = "no such weekday"
        raise ValueError(msg)
    return found, found


def weekend_in(first: date, last: date, count: int) -> Days:
    """Return the n-th weekend whose Saturday lies in a stretch, the last for -1; raises ValueError where none does."""
    return weekend_of(weekday_in(first, last, SATURDAY, count)[0])
