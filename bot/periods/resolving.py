"""Clocks: how a date without a year gets one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from bot.model import Period
    from bot.periods.day_arithmetic import Days

PAST_DAYS, COMING_DAYS = 270, 180  # how far a date without a year lies from the day of writing, in its own year
LEAP_CYCLE = 8  # years; 29 February is at most so far away


@dataclass(frozen=True, slots=True)
class AskedNow:
    """A reader asks on a day, of a corpus with a coverage (None: not known)."""

    today: date
    coverage: Period | None = None

    def year(self, days_in: Callable[[int], Days]) -> int:
        """Choose the year of which the coverage holds most days, the latest among equals; else the latest past one."""
        covered = max(self._covered_years(), key=lambda year: (self._covered_days(days_in, year), year), default=0)
        if covered and self._covered_days(days_in, covered):
            return covered
        for year in range(self.today.year, self.today.year - LEAP_CYCLE - 1, -1):
            days = _days_or_none(days_in, year)
            if days and days[0] <= self.today:
                return year
        msg = "no such day in any year"
        raise ValueError(msg)

    def _ends(self) -> Days | None:
        if self.coverage is None:
            return None
        first, last = self.coverage.first or self.coverage.last, self.coverage.last or self.coverage.first
        return (first, min(last, max(first, self.today))) if first and last else None

    def _covered_years(self) -> range:
        ends = self._ends()
        return range(max(ends[0].year - 1, 2), min(ends[1].year, 9997) + 2) if ends else range(0)

    def _covered_days(self, days_in: Callable[[int], Days], year: int) -> int:
        days, ends = _days_or_none(days_in, year), self._ends()
        if days is None or ends is None:
            return 0
        return max(0, (min(days[1], ends[1]) - max(days[0], ends[0])).days + 1)


UNKNOWN_YEAR = 4
"""In which days lie whose year nobody knows: a leap year that no news are of."""


@dataclass(frozen=True, slots=True)
class WrittenOn:
    """A text was written on a day, or on one that nobody knows (None): then days without a year are of UNKNOWN_YEAR."""

    reference: date | None

    @property
    def today(self) -> date:
        """The day of writing; raises ValueError where it is not known."""
        if self.reference is None:
            msg = "the day of writing is not known"
            raise ValueError(msg)
        return self.reference

    def year(self, days_in: Callable[[int], Days]) -> int:
        """Choose the year of writing where the date then lies not far off, else the year that brings it nearest.

        News names dates of its own year without the year, more often past than coming.
        """
        if self.reference is None:
            return UNKNOWN_YEAR
        today = self.today
        near = {year: days for year in range(today.year - 1, today.year + 2) if (days := _days_or_none(days_in, year))}
        if not near:
            msg = "no such day near the day of writing"
            raise ValueError(msg)
        if today.year in near and _is_not_far(near[today.year], today):
            return today.year
        return min(near, key=lambda year: _distance(near[year], today))


def _is_not_far(days: Days, today: date) -> bool:
    return (today - days[1]).days <= PAST_DAYS and (days[0] - today).days <= COMING_DAYS


def _distance(days: Days, today: date) -> int:
    if days[0] <= today <= days[1]:
        return 0
    return min(abs((days[0] - today).days), abs((today - days[1]).days))


def _days_or_none(days_in: Callable[[int], Days], year: int) -> Days | None:
    try:
        return days_in(year)
    except ValueError:  # 29 February in a common year, 31 April in any
        return None
