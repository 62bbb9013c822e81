"""Dates as a signal: which candidates speak about the days that a question asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from bot.index.columns import gathered
from bot.periods import UNKNOWN_YEAR

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.index.snapshot import Snapshot
    from bot.model import Coverage, Period

    Floats = NDArray[np.float32]

# Days after an event in which most articles about it appear: what happened on the 30th is told until the 3rd.
_TOLD_WITHIN = 3
# Days in which an article's nearness to the period falls to 1/e.
_FADES_IN = 10.0
# What an undated article counts at least: it may be of that day or not.
_UNDATED = 0.3
_FAR = 10**7
_KNOWN_YEARS = date(UNKNOWN_YEAR + 1, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class DateSignals:
    """What dates say of each candidate, each between 0 and 1: published in the days after, near them, mentions them.

    Where publication says nothing, what a passage mentions stands in for it: it is the only date there is. `outside`
    tells that the period lies outside of what the collection covers.
    """

    published: Floats
    near: Floats
    mentioned: Floats
    outside: bool = False


def date_signals(period: Period | None, columns: NDArray[np.void], snapshot: Snapshot) -> DateSignals:
    """Return the signals of an event's period; zeros where none was asked for."""
    nothing = np.zeros(len(columns), np.float32)
    if period is None or not len(columns):
        return DateSignals(nothing, nothing, nothing)
    first = period.first.toordinal() if period.first else _KNOWN_YEARS
    last = period.last.toordinal() if period.last else _FAR
    mentioned = _mentioned(first, last, columns, snapshot)
    yearless = _without_year(period, snapshot.coverage)
    if yearless is not None:
        chance = np.float32(1 / _years(snapshot.coverage))
        mentioned = np.maximum(mentioned, chance * _mentioned(*yearless, columns, snapshot))
    if snapshot.coverage.first is None or not snapshot.coverage.overlaps(period):
        # All the time before or after a day holds too many mentions for one of them to tell much.
        instead = mentioned if period.first and period.last else nothing
        return DateSignals(instead, instead, mentioned, outside=snapshot.coverage.first is not None)
    published = columns["published"].astype(np.int64)
    dated = published > 0
    distance = np.maximum(0, np.maximum(first - published, published - (last + _TOLD_WITHIN)))
    inside = dated & (distance == 0)
    near = np.where(dated, np.exp(-distance / _FADES_IN), np.maximum(mentioned, _UNDATED))
    return DateSignals(inside.astype(np.float32), near.astype(np.float32), mentioned)


def _mentioned(first: int, last: int, columns: NDArray[np.void], snapshot: Snapshot) -> Floats:
    """Return for each passage the largest share that the period has of a stretch which the passage mentions.

    It is the chance that a day of that stretch is one of the period's: 1 for a day inside, 1/365 where a day is asked
    for and its year is mentioned.
    """
    rows, _ = gathered(columns, "first_mention", "mentions")
    stretches = snapshot.mentions[rows]
    begin, end = stretches["first"].astype(np.int64), stretches["last"].astype(np.int64)
    shared = np.minimum(end, last) - np.maximum(begin, first) + 1
    owners = np.repeat(np.arange(len(columns)), columns["mentions"])
    found = np.zeros(len(columns), np.float32)
    np.maximum.at(found, owners, (np.maximum(shared, 0) / (end - begin + 1)).astype(np.float32))
    return found


def _without_year(period: Period, coverage: Coverage) -> tuple[int, int] | None:
    """Return a period's days as those of UNKNOWN_YEAR; None where it is not of one year that the collection covers."""
    first, last = period.first, period.last
    if first is None or last is None or coverage.first is None or coverage.last is None:
        return None
    if first.year != last.year or not coverage.first.year <= first.year <= coverage.last.year:
        return None
    return first.replace(year=UNKNOWN_YEAR).toordinal(), last.replace(year=UNKNOWN_YEAR).toordinal()


def _years(coverage: Coverage) -> int:
    """Return of how many years a collection has dated articles: a day of an unknown one may be of each of them."""
    return coverage.last.year - coverage.first.year + 1 if coverage.first and coverage.last else 1
