"""What a chart shows: counts of articles and publishers by day (of long times by month or year), and its labels."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from babel import Locale
from babel.dates import format_date, format_skeleton

from bot.chat.render_text import clip, plain_name
from bot.chat.timeline.drawing import Bar, Chart
from bot.search.independence import independent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bot.chat.i18n import Catalogue
    from bot.search.independence import PublisherOf
    from bot.search.timeline import Day

_MOST_DAYS = 400  # drawn as days: in a picture of 1080 pixels, a day of a year still has 3
_MOST_MONTHS = 150  # drawn as months
_FEWEST_DAYS = 7  # shown, so that the bar of a single day is no wall
_MOST_TICKS = 7
_DAY_STEPS = (1, 2, 3, 7, 14)  # days between two labels; beyond these, months are labelled
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000, 24_000)  # months between two labels
_MONTHS = 12
_MAX_TITLE = 50  # UTF-16 units that fit above the bars
_ARTICLES = {"day": "chart-articles-day", "month": "chart-articles-month", "year": "chart-articles-year"}
_LOCALES = {"en": "en_GB"}  # day before month, as everywhere else in the bot


@dataclass(frozen=True, slots=True)
class _Unit:
    """What one bar stands for: its name, and where the one that holds a day begins and ends."""

    name: str
    first: Callable[[date], date]
    after: Callable[[date], date]


def chart(days: Sequence[Day], topic: str, ui: Catalogue, publisher_of: PublisherOf) -> Chart:
    """Return the chart of some days, at least one, in order."""
    first, last = days[0].date, days[-1].date
    unit = _unit(first, last)
    start, end = _edges(first, last, unit)
    return Chart(
        title=clip(plain_name(topic, _MAX_TITLE), _MAX_TITLE),
        articles=ui.text(_ARTICLES[unit.name]),
        publishers=ui.text("chart-publishers"),
        bars=tuple(_bars(days, unit, start, publisher_of)),
        ticks=tuple(_ticks(start, end, unit, ui)),
        span=(end - start).days,
    )


def _unit(first: date, last: date) -> _Unit:
    if (last - first).days < _MOST_DAYS:
        return _Unit("day", lambda day: day, lambda day: _later(day, 1))
    if _month_number(last) - _month_number(first) < _MOST_MONTHS:
        return _Unit("month", lambda day: day.replace(day=1), lambda day: _month(_month_number(day) + 1))
    return _Unit("year", lambda day: day.replace(month=1, day=1), lambda day: _month((day.year + 1) * _MONTHS))


def _edges(first: date, last: date, unit: _Unit) -> tuple[date, date]:
    """Return the first day shown and the one after the last, with room around a few days."""
    start, end = unit.first(first), unit.after(unit.first(last))
    missing = max(0, _FEWEST_DAYS - (end - start).days)
    return _later(start, -(missing // 2)), _later(end, missing - missing // 2)


def _bars(days: Sequence[Day], unit: _Unit, start: date, publisher_of: PublisherOf) -> Iterator[Bar]:
    for begin in sorted({unit.first(day.date) for day in days}):
        hits = [hit for day in days if unit.first(day.date) == begin for hit in day.hits]
        width = (unit.after(begin) - begin).days
        yield Bar((begin - start).days, width, len(hits), independent(hits, publisher_of).known)


def _ticks(start: date, end: date, unit: _Unit, ui: Catalogue) -> Iterator[tuple[float, str]]:
    """Yield places with labels; the year stands below the first label and below those where it changes."""
    shown = (end - start).days
    by_days = next((step for step in _DAY_STEPS if shown <= step * _MOST_TICKS), None) if unit.name == "day" else None
    year = 0
    for place in _days(start, end, by_days) if by_days else _months(start, end):
        middle = 0.5 if by_days else 0.0  # a day's label stands under its bar, a month's where the month begins
        yield (place - start).days + middle, _label(place, unit, ui, day=by_days is not None, year=place.year != year)
        year = place.year


def _days(start: date, end: date, step: int) -> Iterator[date]:
    for number in range(0, (end - start).days, step):
        yield _later(start, number)


def _months(start: date, end: date) -> Iterator[date]:
    first, last = _month_number(start) + (start.day > 1), _month_number(_later(end, -1))
    step = next(step for step in _STEPS if last - first < step * _MOST_TICKS)
    aligned = first + (-first) % step if step >= _MONTHS else first
    for number in range(aligned, last + 1, step):
        yield _month(number)


def _label(place: date, unit: _Unit, ui: Catalogue, *, day: bool, year: bool) -> str:
    if unit.name == "year":
        return str(place.year)
    locale = Locale.parse(_LOCALES.get(ui.language, ui.language))
    short = format_skeleton("MMMd", place, locale=locale) if day else format_date(place, "LLL", locale=locale)
    return f"{short}\n{place.year}" if year else str(short)


def _later(day: date, days: int) -> date:
    """Return the day so many days later, or the calendar's own first or last one."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


def _month_number(day: date) -> int:
    return day.year * _MONTHS + day.month - 1


def _month(number: int) -> date:
    year, month = divmod(number, _MONTHS)
    return date(year, month + 1, 1) if year <= date.max.year else date.max
