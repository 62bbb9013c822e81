"""When a feed is asked next."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.feeds.schedule import LONGEST_BACKOFF, LONGEST_WISH, after_failure, after_success, read_retry_after

RNG = Random(1)  # noqa: S311  # repeatable; it guards nothing
NOW = datetime(2019, 5, 4, 12, 0, tzinfo=UTC)


@settings(deadline=None)
@given(minutes=st.integers(5, 7 * 24 * 60), failures=st.integers(1, 10_000), rng=st.randoms(use_true_random=False))
def test_failures_never_shorten_the_wait_and_it_stays_within_bounds(minutes: int, failures: int, rng: Random) -> None:
    interval = timedelta(minutes=minutes)
    wait = after_failure(interval, failures, None, rng)
    assert 0.9 * interval <= wait <= 1.1 * max(LONGEST_BACKOFF, interval)


def test_the_wait_doubles_up_to_a_day() -> None:
    class Middle(Random):
        def uniform(self, a: float, b: float) -> float:
            return (a + b) / 2

    waits = [after_failure(timedelta(hours=1), failures, None, Middle()) for failures in range(1, 8)]
    assert waits == [timedelta(hours=hours) for hours in (1, 2, 4, 8, 16, 24, 24)]


def test_a_servers_wish_is_never_undercut() -> None:
    wait = after_failure(timedelta(minutes=5), 1, timedelta(hours=3), RNG)
    assert wait == timedelta(hours=3)


def test_feeds_of_one_interval_spread_out() -> None:
    waits = {after_success(timedelta(minutes=30), RNG) for _ in range(20)}
    assert len(waits) == 20
    assert all(timedelta(minutes=27) <= wait <= timedelta(minutes=33) for wait in waits)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("Sat, 04 May 2019 12:30:00 GMT", 1800),
        ("Sat, 04 May 2019 14:30:00 +0200", 1800),
        ("Sat, 04 May 2019 12:30:00 -0000", 1800),
        ("Saturday, 04-May-19 12:30:00 GMT", 1800),
        ("Sat, 04 May 2019 11:00:00 GMT", 0),
        ("99999999999999999999", LONGEST_WISH.total_seconds()),
        ("Sat, 04 May 2199 12:30:00 GMT", LONGEST_WISH.total_seconds()),
    ],
)
def test_both_forms_of_retry_after_are_read(header: str, seconds: float) -> None:
    assert read_retry_after(header, NOW) == timedelta(seconds=seconds)


@pytest.mark.parametrize("header", [None, "", "soon", "-5", "1.5", "٣", "Sat, 99 May 2019 99:00:00 GMT"])
def test_what_is_neither_is_no_wish(header: str | None) -> None:
    assert read_retry_after(header, NOW) is None


@settings(deadline=None)
@given(st.text())
def test_any_header_is_read_without_an_error(header: str) -> None:
    wish = read_retry_after(header, NOW)
    assert wish is None or timedelta() <= wish <= LONGEST_WISH
