"""The grammar of distances from a date: "two days before", "a week after", "in the days after", "la veille de"."""

from __future__ import annotations

from typing import NamedTuple

from bot.periods.anchors import COUNT_WORDS
from bot.periods.dates import skip
from bot.periods.expressions import Unit
from bot.periods.reading import Atoms, has, unit, value
from bot.periods.words import Tag

_FIXED = ((Tag.NEXT_DAY, 1), (Tag.SECOND_DAY, 2), (Tag.SECOND_EVE, -2), (Tag.EVE, -1))  # days
_WITHIN_OR_BY = "за"  # "за неделю до" is one day, "за неделю после" are all of them
_NO_STRETCH = frozenset({_WITHIN_OR_BY, "that"})
_LATER = "спустя"  # stands behind what it counts too: "неделю спустя после"
_BY_ONE = frozenset({"неделей", "месяцем", "годом"})  # "неделей позже"


class Distance(NamedTuple):
    """So many units (`steps`) after (positive) or before (negative) the date that begins at `end`.

    `whole`: all the days up to it; `exact`: the one day so far away; neither: the last of the units.
    """

    unit: Unit
    steps: int
    whole: bool
    exact: bool
    end: int


def read_distance(atoms: Atoms, at: int) -> Distance | None:
    """Read what stands before the date in "the day after", "two days before", "en la semana después del"."""
    start = skip(atoms, skip(atoms, at, Tag.IN), Tag.ARTICLE)
    for tag, days in _FIXED:
        if has(atoms, start, tag):
            end = skip(atoms, skip(atoms, start + 1, Tag.OF, Tag.BEFORE, Tag.AFTER), Tag.IN)
            return Distance(Unit.DAY, days, whole=False, exact=False, end=end)
    return _counted(atoms, start, led=start > at)


def _counted(atoms: Atoms, start: int, *, led: bool) -> Distance | None:
    """Read "[2] weeks after", "first three days after"; `led`: a preposition or article stands before it."""
    counts = start < len(atoms) and atoms[start].text in COUNT_WORDS
    number, first, unit_at = _count(atoms, start + counts)
    what = unit(atoms, unit_at)
    if what is None:
        return None
    later = unit_at + 1 < len(atoms) and atoms[unit_at + 1].text == _LATER
    end = unit_at + 1 + later
    end = skip(atoms, end, Tag.OF) if has(atoms, end + 1, Tag.AFTER) else end  # "la semaine d'après le"
    side = 1 if has(atoms, end, Tag.AFTER) else -1 if has(atoms, end, Tag.BEFORE) else 0
    if not side:
        return None
    before = atoms[start - 1].text if led else ""
    stretch = first or (led and before not in _NO_STRETCH) or (before == _WITHIN_OR_BY and side > 0)
    points = number is not None or counts or later or before == _WITHIN_OR_BY or atoms[unit_at].text in _BY_ONE
    return Distance(
        unit=Unit.DAY if number and what is Unit.DAYS else what,
        steps=side * (number or 1),
        whole=stretch and (number or 1) > 1,
        exact=points and not stretch,
        end=skip(atoms, end + 1, Tag.IN),
    )


def _count(atoms: Atoms, at: int) -> tuple[int | None, bool, int]:
    """Read "3", "first three", "tres primeros": the number, whether they are the first or last, the index after."""
    start = at + _is_first(atoms, at)
    number = atoms[start].number if start < len(atoms) else None
    number = number if number is not None else value(atoms, start, Tag.CARDINAL)
    end = start + (number is not None)
    end += number is not None and _is_first(atoms, end)
    return number, end - at > (number is not None), end


def _is_first(atoms: Atoms, at: int) -> bool:
    return value(atoms, at, Tag.ORDINAL) == 1 or has(atoms, at, Tag.LAST_OF)
