"""The grammar of dates that count from today: yesterday, last week, 3 days ago, last Tuesday, this summer."""

from __future__ import annotations

from bot.periods.dates import LATEST_DAY, Read, month_name, read_year, runs_on, skip
from bot.periods.expressions import Nearest, Relative, Stretch, Trailing, Unit, Weekday
from bot.periods.reading import Atoms, has, unit, value
from bot.periods.words import Tag

_A = frozenset({"a", "an"})
_ONE_AGO = frozenset({"неделю", "месяц", "год", "день"})  # without a number, one of them


def _step(atoms: Atoms, at: int) -> int | None:
    """Return -1 for last, 0 for this, 1 for next."""
    for tag, step in ((Tag.LAST, -1), (Tag.THIS, 0), (Tag.NEXT, 1)):
        if has(atoms, at, tag):
            return step
    return None


def read_stepped_name(atoms: Atoms, at: int) -> Read | None:
    """Read "last March", "el martes pasado", "this summer", "в прошлый вторник", and a bare weekday."""
    before = _step(atoms, at)
    name_at = at if before is None else at + 1
    after = _step(atoms, name_at + 1)
    step = before if before is not None else after
    end = name_at + (2 if before is None and after is not None else 1)
    if (weekday := value(atoms, name_at, Tag.WEEKDAY)) is not None:
        return _bare_weekday(atoms, name_at, weekday, step, end)
    if step is None:
        return None
    if (month := value(atoms, name_at, Tag.MONTH, Tag.WEAK_MONTH)) is not None and not read_year(atoms, name_at + 1):
        return Nearest(Stretch(Unit.MONTH, month), step), end
    if (season := value(atoms, name_at, Tag.SEASON)) is not None and not read_year(atoms, name_at + 1):
        return Nearest(Stretch(Unit.SEASON, season), step), end
    return None


def _bare_weekday(atoms: Atoms, at: int, weekday: int, step: int | None, end: int) -> Read | None:
    beside = has(atoms, at - 1, Tag.ARTICLE, Tag.IN, Tag.OF, Tag.SINCE, Tag.UNTIL, Tag.THIS, Tag.BEFORE, Tag.AFTER)
    if step is None and not beside and at > 0 and runs_on(atoms, at + 1):
        return None
    if step is None and (day := _day_of_month(atoms, at + 1)):
        return Weekday(weekday, day=day[0]), day[1]
    return Weekday(weekday, step or 0), end


def _day_of_month(atoms: Atoms, at: int) -> tuple[int, int] | None:
    """Read the number in "el martes 12", "Tuesday the 12th": digits that count nothing."""
    at = skip(atoms, at, Tag.ARTICLE)
    number = atoms[at].number if at < len(atoms) else None
    if not number or number > LATEST_DAY or has(atoms, at + 1, Tag.COUNTED):
        return None
    return number, at + 1


def read_relative(atoms: Atoms, at: int, *, held: bool) -> Read | None:
    """Read "yesterday", "last week", "el mes pasado", "the last two weeks", "3 days ago", "hace 3 días"."""
    day = value(atoms, at, Tag.RELATIVE_DAY)
    if day is not None:
        return Relative(Unit.DAY, day), at + 1
    return _ago(atoms, at) or _trailing(atoms, at, held=held) or _stepped_unit(atoms, at)


def _ago(atoms: Atoms, at: int) -> Read | None:
    before = has(atoms, at, Tag.AGO)
    count_at = at + before
    count = small_count(atoms, count_at)
    unit_at = count_at + (count is not None)
    if count is None and count_at < len(atoms) and atoms[count_at].text in _A:
        unit_at = count_at + 1
    what = unit(atoms, unit_at)
    if what is None or (not before and not has(atoms, unit_at + 1, Tag.AGO)):
        return None
    if count is None and unit_at == count_at and atoms[unit_at].text not in _ONE_AGO:  # "years ago", "hace meses"
        return None
    end = unit_at + 1 + has(atoms, unit_at + 1, Tag.AGO)
    return Relative(Unit.DAY if what is Unit.DAYS else what, -(count or 1)), end


def _trailing(atoms: Atoms, at: int, *, held: bool) -> Read | None:
    """Read "the last two weeks", "последние 3 дня", "ces deux dernières semaines", "the past week"."""
    for count_at, recent_at in ((at + 1, at), (at, at + 1)):
        count, recent = small_count(atoms, count_at), has(atoms, recent_at, Tag.RECENT)
        what = unit(atoms, at + 2)
        if count and recent and what:
            return Trailing(Unit.DAY if what is Unit.DAYS else what, -count), at + 3
    what = unit(atoms, at + 1)
    if has(atoms, at, Tag.RECENT) and what and (has(atoms, at - 1, Tag.ARTICLE) or not has(atoms, at, Tag.LAST)):
        if what is Unit.DAYS or has(atoms, at + 2, Tag.OF) or not held:
            return None
        return Trailing(what, -1), at + 2
    return None


def _stepped_unit(atoms: Atoms, at: int) -> Read | None:
    """Read "last week", "this month", "la semana pasada", "en este año", "в прошлом месяце"."""
    before = _step(atoms, at)
    unit_at = at if before is None else at + 1
    after = _step(atoms, unit_at + 1)
    what, step = unit(atoms, unit_at), before if before is not None else after
    if what is None or step is None or what in (Unit.DAY, Unit.DAYS, Unit.HALF, Unit.SEASON):
        return None
    end = unit_at + (2 if after is not None else 1)
    return None if _points_on(atoms, end) else (Relative(what, step), end)


def _points_on(atoms: Atoms, at: int) -> bool:
    """Whether "of May" or "before the coup" follows, so that the week is not counted from today."""
    if has(atoms, at, Tag.BEFORE, Tag.AFTER):
        return True
    return has(atoms, at, Tag.OF) and (month_name(atoms, skip(atoms, at + 1, Tag.ARTICLE)) is not None)


def small_count(atoms: Atoms, at: int) -> int | None:
    """Return a small count in digits or words."""
    if at >= len(atoms):
        return None
    number = atoms[at].number if atoms[at].number is not None else value(atoms, at, Tag.CARDINAL)
    return number if number and number <= LATEST_DAY * 3 else None
