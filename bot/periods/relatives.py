"""The grammar of dates that count from today: yesterday, last week, 3 days ago, last Tuesday, this summer."""

from __future__ import annotations

from bot.periods.dates import Read, month_name, read_day_month, read_month, read_month_day, read_year, runs_on, skip
from bot.periods.expressions import Nearest, Relative, Stretch, Trailing, Unit, Weekday, WeekdayIn
from bot.periods.reading import LATEST_DAY, Atoms, has, unit, value
from bot.periods.tokens import Kind
from bot.periods.words import Tag

FEW_DAYS, FEW_OTHERS = 7, 3  # "the last few days", "a few weeks ago"
_BEFORE_NOUNS = (Tag.ARTICLE, Tag.INDEFINITE, Tag.OF, Tag.ORDINAL, Tag.CARDINAL)
_BEFORE_ORDINALS = frozenset({"pela", "e", "foi", "era", "ficou", "cada", "toda", "sua", "quase", "is", "was"})
_A = frozenset({"a", "an"})
_BEHIND_ONLY = frozenset({"passe", "passee", "ecoule", "ecoulee"})
_WEEKENDS = frozenset({"weekends", "fines", "fins", "finais"})  # any of them
_FUSED = frozenset({"no", "в", "на"})  # prepositions that hold the article, or need none
_ONE_AGO = frozenset({"неделю", "месяц", "год", "день"})  # without a number, one of them


def _step(atoms: Atoms, at: int) -> int | None:
    """Return -1 for last, -2 for the one before, 0 for this, 1 for next."""
    for tag, step in ((Tag.LAST, -1), (Tag.BEFORE_LAST, -2), (Tag.THIS, 0), (Tag.NEXT, 1)):
        if has(atoms, at, tag):
            return step
    return None


def _step_before(atoms: Atoms, at: int) -> int | None:
    """Return the step of a word before its noun; some stand behind it only: "s'est-il passé mardi"."""
    return None if at < len(atoms) and atoms[at].text in _BEHIND_ONLY else _step(atoms, at)


def read_stepped_name(atoms: Atoms, at: int) -> Read | None:
    """Read "last March", "el martes pasado", "this summer", "в прошлый вторник", and a bare weekday."""
    if within := _in_week(atoms, at) or _in_month(atoms, at):
        return within
    before = _step_before(atoms, at)
    if before is None and has(atoms, at, Tag.RECENT) and has(atoms, at + 1, Tag.WEEKDAY, Tag.WEAK_WEEKDAY):
        before = -1  # "na última sexta"
    name_at = at if before is None else at + 1
    if before is not None and has(atoms, name_at, Tag.WEEKDAY) and (dated := _dated(atoms, name_at)):
        return dated  # "ce mardi 30 avril"
    after = _step(atoms, name_at + 1)
    step = before if before is not None else after
    end = name_at + (2 if before is None and after is not None else 1)
    if (weekday := value(atoms, name_at, Tag.WEEKDAY)) is not None:
        return _bare_weekday(atoms, name_at, weekday, step, end)
    if (weekday := value(atoms, name_at, Tag.WEAK_WEEKDAY)) is not None and _means_weekday(atoms, name_at, step, end):
        return Weekday(weekday, step or 0), end
    return None if step is None else _stepped_stretch(atoms, name_at, step, end)


def _in_week(atoms: Atoms, at: int) -> Read | None:
    """Read "Monday last week", "lunes de la semana pasada", "в понедельник на прошлой неделе"."""
    weekday = value(atoms, at, Tag.WEEKDAY, Tag.WEAK_WEEKDAY)
    if weekday is None:
        return None
    start = skip(atoms, skip(atoms, at + 1, Tag.OF, Tag.IN), Tag.ARTICLE)
    week = _stepped_unit(atoms, start)
    if week is None or not isinstance(week[0], Relative) or week[0].unit is not Unit.WEEK:
        return None
    return WeekdayIn(week[0], weekday, 1), week[1]


def _in_month(atoms: Atoms, at: int) -> Read | None:
    """Read the month of "a Sunday in December 2019", "um domingo de dezembro": which of its Sundays nobody says."""
    start = skip(atoms, at + 1, Tag.OF, Tag.IN)
    if not has(atoms, at, Tag.WEEKDAY) or (start == at + 1 and not has(atoms, start, Tag.GENITIVE)):
        return None
    return read_month(atoms, skip(atoms, start, Tag.ARTICLE), held=True)


def _stepped_stretch(atoms: Atoms, at: int, step: int, end: int) -> Read | None:
    """Read the month or season in "last March", "this summer"."""
    if read_year(atoms, at + 1):
        return None
    if (month := value(atoms, at, Tag.MONTH, Tag.WEAK_MONTH)) is not None:
        return Nearest(Stretch(Unit.MONTH, month), step), end
    season = value(atoms, at, Tag.SEASON)
    return None if season is None else (Nearest(Stretch(Unit.SEASON, season), step), end)


def _dated(atoms: Atoms, at: int) -> Read | None:
    """Read the date that follows a weekday."""
    return read_day_month(atoms, at) or read_month_day(atoms, at, held=True)


def _means_weekday(atoms: Atoms, at: int, step: int | None, end: int) -> bool:
    """Whether a doubtful name ("quinta", "sun") is a weekday's: "na quinta passada", "last sun", "on sat?"."""
    if step is None and not has(atoms, at - 1, Tag.IN):
        return has(atoms, at, Tag.LONE_WEEKDAY) and _says_when(atoms, at, end)
    if step is not None and atoms[end - 1].text == "next" and end > at + 1:  # "who sat next to"
        return False
    ends = end >= len(atoms) or atoms[end].kind is Kind.MARK
    postposed = step is not None and end > at + 1 and has(atoms, at + 1, Tag.LAST)  # "quarta passada protestos"
    return ends or postposed or _goes_on(atoms, end)


def _goes_on(atoms: Atoms, at: int) -> bool:
    """Whether the clause goes on behind a weekday: "quem", "em", "e o que", not "segunda e terceira cidades"."""
    if has(atoms, at, Tag.OF):
        return has(atoms, at + 1, Tag.DAY_PART)  # "sexta de manhã"
    return has(atoms, at, Tag.FUNCTION, Tag.AND) and not has(atoms, at + 1, Tag.ORDINAL)


def _says_when(atoms: Atoms, at: int, end: int) -> bool:
    """Whether a bare weekday says when: "o que Trump anunciou sexta", not "a sexta vez", "pela segunda vez"."""
    if len(atoms) == 1 or atoms[at - 1].text in _BEFORE_ORDINALS or (at and has(atoms, at - 1, *_BEFORE_NOUNS)):
        return False
    return end >= len(atoms) or atoms[end].kind is Kind.MARK or _goes_on(atoms, end)


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
    if has(atoms, at, Tag.THIS) and _is_trailing(atoms, at + 1):
        at, held = at + 1, True
    day = value(atoms, at, Tag.RELATIVE_DAY)
    if day is not None:
        return Relative(Unit.DAY, day), at + 1
    return _ago(atoms, at) or _trailing(atoms, at, held=held) or _stepped_unit(atoms, at)


def _is_trailing(atoms: Atoms, at: int) -> bool:
    """Whether "past week" or "7 derniers jours" stands there: "this" before it adds nothing."""
    return has(atoms, at if small_count(atoms, at) is None else at + 1, Tag.RECENT)


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
    if has(atoms, count_at, Tag.FEW):
        if atoms[end - 1].text == "earlier":  # than something else
            return None
        return Trailing(Unit.DAY if what is Unit.DAYS else what, -(count or 1)), end
    return Relative(Unit.DAY if what is Unit.DAYS else what, -(count or 1)), end


def _trailing(atoms: Atoms, at: int, *, held: bool) -> Read | None:
    """Read "the last two weeks", "последние 3 дня", "ces deux dernières semaines", "the past week"."""
    for count_at, recent_at in ((at + 1, at), (at, at + 1)):
        count, recent = small_count(atoms, count_at), has(atoms, recent_at, Tag.RECENT)
        what = unit(atoms, at + 2)
        if count and recent and what and not _of_something(atoms, at + 3):
            return Trailing(Unit.DAY if what is Unit.DAYS else what, -count), at + 3
    what = unit(atoms, at + 1)
    if has(atoms, at, Tag.RECENT) and what and (has(atoms, at - 1, Tag.ARTICLE) or not has(atoms, at, Tag.LAST)):
        if has(atoms, at + 2, Tag.OF) or not (held or what is Unit.WEEKEND or _ends_clause(atoms, at + 2)):
            return None
        if what is Unit.DAYS:  # "in recent days" only says that it is news
            if not has(atoms, at, Tag.LAST_OF):
                return None
            return Trailing(Unit.DAY, -FEW_DAYS), at + 2
        return (Relative(what, -1) if what is Unit.WEEKEND else Trailing(what, -1)), at + 2
    return None


def _ends_clause(atoms: Atoms, at: int) -> bool:
    """Whether a phrase ends there or a question goes on: "qué pasó el último mes?"."""
    return at >= len(atoms) or atoms[at].text in "?!,." or _goes_on(atoms, at)


def _of_something(atoms: Atoms, at: int) -> bool:
    """Whether "of the season" follows, so that the last weeks are not counted from today."""
    return has(atoms, at, Tag.OF) and has(atoms, at + 1, Tag.ARTICLE)


def _is_bare_weekend(atoms: Atoms, at: int) -> bool:
    """Whether "the weekend" stands there by itself: not "the weekend of", nor "weekends"."""
    if unit(atoms, at) is not Unit.WEEKEND or atoms[at].text in _WEEKENDS or has(atoms, at + 1, Tag.OF):
        return False
    before = atoms[at - 1].text if at else ""
    return before in _FUSED or (has(atoms, at - 1, Tag.ARTICLE) and before != "that")


def _stepped_unit(atoms: Atoms, at: int) -> Read | None:
    """Read "last week", "this month", "la semana pasada", "en este año", "в прошлом месяце"."""
    before = _step_before(atoms, at)
    unit_at = at if before is None else at + 1
    after = _step(atoms, unit_at + 1)
    what, step = unit(atoms, unit_at), before if before is not None else after
    if step is None and _is_bare_weekend(atoms, at):
        step = 0
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
    """Return a small count in digits or words; "few" is a week of days and three of anything else."""
    if at >= len(atoms):
        return None
    if has(atoms, at, Tag.FEW):
        return FEW_DAYS if unit(atoms, at + 1) is Unit.DAYS else FEW_OTHERS
    number = atoms[at].number if atoms[at].number is not None else value(atoms, at, Tag.CARDINAL)
    return number if number and number <= LATEST_DAY * 3 else None
