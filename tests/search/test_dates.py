"""Dates as a signal: the shares of what passages mention, and where they stand in for days of publication."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import pytest

from bot.index.columns import COLUMN_TYPE, MENTION_TYPE, place
from bot.model import Coverage, Period
from bot.periods import UNKNOWN_YEAR
from bot.search.dates import DateSignals, date_signals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.index.snapshot import Snapshot

MAY_DAY = Period(date(2019, 5, 1), date(2019, 5, 1))
MAY = Period(date(2019, 5, 1), date(2019, 5, 31))
IN_2019 = Period(date(2019, 1, 1), date(2019, 12, 31))
TWO_YEARS = Period(date(2004, 1, 1), date(2005, 12, 31))
FOUR_YEARS = Period(date(2002, 1, 1), date(2005, 12, 31))
NEWS_DAY = date(2019, 5, 2)


@dataclass(frozen=True)
class Held:
    """What of a snapshot the signals look at."""

    coverage: Coverage
    mentions: NDArray[np.void]


def signals(asked: Period, *passages: tuple[date | None, Sequence[Period]]) -> DateSignals:
    """Return the signals of passages, each given by its day of publication and what it mentions."""
    days = [day for day, _ in passages if day]
    columns = np.zeros(len(passages), COLUMN_TYPE)
    columns["published"] = [day.toordinal() if day else 0 for day, _ in passages]
    place(columns, "mentions", np.array([len(mentions) for _, mentions in passages], np.uint16))
    mentions = [_ordinals(period) for _, stretches in passages for period in stretches]
    coverage = Coverage(
        "made", datetime(2021, 1, 1, tzinfo=UTC), 1, 1, 0, min(days, default=None), max(days, default=None), {}, {}
    )
    return date_signals(asked, columns, cast("Snapshot", Held(coverage, np.array(mentions, MENTION_TYPE))))


def _ordinals(period: Period) -> tuple[int, int]:
    assert period.first is not None
    assert period.last is not None
    return period.first.toordinal(), period.last.toordinal()


def near(*values: float) -> Any:
    """Return values to compare with to within the precision of single floats."""
    return pytest.approx(list(values), abs=1e-6)


@pytest.mark.parametrize(
    ("asked", "mention", "share"),
    [
        (MAY_DAY, MAY_DAY, 1),
        (MAY, MAY_DAY, 1),
        (MAY_DAY, MAY, 1 / 31),
        (MAY_DAY, IN_2019, 1 / 365),
        (MAY, IN_2019, 31 / 365),
        (TWO_YEARS, FOUR_YEARS, 731 / 1461),
        (FOUR_YEARS, TWO_YEARS, 1),
        (MAY, TWO_YEARS, 0),
        (Period(date(2019, 5, 31), None), MAY, 1 / 31),
        (Period(None, date(2004, 12, 31)), TWO_YEARS, 366 / 731),
    ],
)
def test_a_mention_counts_by_the_share_of_it_that_is_asked_for(asked: Period, mention: Period, share: float) -> None:
    assert signals(asked, (NEWS_DAY, [mention])).mentioned.tolist() == near(share)


def test_the_best_of_several_mentions_counts_for_its_own_passage() -> None:
    found = signals(MAY_DAY, (NEWS_DAY, []), (NEWS_DAY, [TWO_YEARS, MAY, MAY_DAY]), (None, [IN_2019]), (None, []))
    assert found.mentioned.tolist() == near(0, 1, 1 / 365, 0)


def test_an_undated_article_is_as_near_as_what_it_mentions_and_a_dated_one_as_its_day() -> None:
    """Undated articles keep a floor, and are never taken for published inside the period."""
    undated, later = [(None, [MAY_DAY]), (None, [TWO_YEARS])], date(2019, 5, 14)
    found = signals(MAY_DAY, *undated, (date(2019, 5, 1), []), (NEWS_DAY, []), (later, [MAY_DAY]))
    assert found.near.tolist() == near(1, 0.3, 1, 1, np.exp(-1))
    assert found.published.tolist() == near(0, 0, 1, 1, 0)


@pytest.mark.parametrize("day", [None, NEWS_DAY])
def test_where_publication_tells_nothing_of_the_period_mentions_stand_in_for_it(day: date | None) -> None:
    """Whether nothing is dated, or all of it is of another time."""
    found = signals(TWO_YEARS, (day, [TWO_YEARS]), (day, [MAY]), (day, [FOUR_YEARS]))
    for values in (found.published, found.near, found.mentioned):
        assert values.tolist() == near(1, 0, 731 / 1461)


@pytest.mark.parametrize(
    ("asked", "inside"),
    [
        (Period(None, date(2018, 12, 31)), TWO_YEARS),
        (Period(date(2020, 1, 1), None), Period(date(2020, 2, 1), date(2020, 2, 1))),
    ],
)
def test_a_period_without_an_end_outside_the_coverage_counts_mentions_once(asked: Period, inside: Period) -> None:
    """All the time before a day holds too many mentions for one to tell as much as publication would."""
    found = signals(asked, (NEWS_DAY, [inside]), (NEWS_DAY, [MAY]))
    assert found.mentioned.tolist() == near(1, 0)
    assert found.published.tolist() == found.near.tolist() == near(0, 0)


def test_without_a_period_dates_say_nothing() -> None:
    columns = np.zeros(2, COLUMN_TYPE)
    found = date_signals(None, columns, cast("Snapshot", None))
    assert [values.tolist() for values in (found.published, found.near, found.mentioned)] == [[0, 0]] * 3


def test_a_day_without_a_year_is_one_of_each_year_that_the_collection_covers() -> None:
    """An undated article tells of "1 May": all news are of 2019, so that is the day; of two years it may be either."""
    yearless = Period(date(UNKNOWN_YEAR, 5, 1), date(UNKNOWN_YEAR, 5, 1))
    told = signals(MAY_DAY, (None, [yearless]), (None, []), (NEWS_DAY, []))
    assert told.mentioned == near(1, 0, 0)
    assert told.near[:1] == near(1)
    either = signals(MAY_DAY, (None, [yearless]), (NEWS_DAY, []), (date(2018, 12, 30), []))
    assert either.mentioned == near(0.5, 0, 0)
    assert signals(MAY, (None, [yearless]), (NEWS_DAY, [])).mentioned == near(1, 0)


@pytest.mark.parametrize(
    "asked",
    [
        Period(None, date(2019, 5, 1)),
        Period(date(2018, 5, 1), date(2019, 5, 1)),
        Period(date(2005, 5, 1), date(2005, 5, 1)),
    ],
)
def test_it_is_no_day_of_long_times_nor_of_those_outside(asked: Period) -> None:
    yearless = Period(date(UNKNOWN_YEAR, 5, 1), date(UNKNOWN_YEAR, 5, 1))
    assert signals(asked, (None, [yearless]), (NEWS_DAY, [])).mentioned == near(0, 0)


def test_the_29th_of_february_is_in_the_unknown_year_too() -> None:
    leap = Period(date(2020, 2, 29), date(2020, 2, 29))
    yearless = Period(date(UNKNOWN_YEAR, 2, 29), date(UNKNOWN_YEAR, 2, 29))
    assert signals(leap, (None, [yearless]), (date(2020, 3, 1), [])).mentioned == near(1, 0)
