"""Arithmetic of days and months. Whatever leaves the calendar (years 1 to 9999) raises ValueError."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import TypeAlias

Days: TypeAlias = tuple[date, date]


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


def moved(day: date, count: int) -> date:
    """Return the day so many days later."""
    try:
        return day + timedelta(days=count)
    except OverflowError as error:
        msg = f"{count} days from {day} lie outside the calendar"
        raise ValueError(msg) from error
