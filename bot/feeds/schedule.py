"""When a feed is asked next: after its interval, later after failures, and never before the server wants it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

LONGEST_BACKOFF = timedelta(days=1)
"""A feed that fails for weeks is still asked about once a day: sites come back."""

LONGEST_WISH = timedelta(days=7)
"""What a server asks for in Retry-After is heeded up to this; more is taken for a mistake."""

_JITTER = 0.1  # share by which a time is varied either way, so that feeds do not all come due together
_MOST_DOUBLINGS = 20  # keeps the power of two small; the longest back-off is reached long before


def after_success(interval: timedelta, rng: Random) -> timedelta:
    """Return how long to wait after a round that worked."""
    return _varied(interval, rng)


def after_failure(interval: timedelta, failures: int, wish: timedelta | None, rng: Random) -> timedelta:
    """Return how long to wait after the `failures`-th failure in a row: the interval doubled each time.

    `wish` is what the server asked for; it is never undercut.
    """
    longest = max(LONGEST_BACKOFF, interval)
    backoff = min(interval * 2 ** min(failures - 1, _MOST_DOUBLINGS), longest)
    return max(_varied(backoff, rng), wish or timedelta())


def read_retry_after(value: str | None, now: datetime) -> timedelta | None:
    """Read a Retry-After header, seconds or a date; None where there is none or it can't be read."""
    if not value:
        return None
    value = value.strip()
    if value.isascii() and value.isdigit():
        return min(timedelta(seconds=int(value[:9])), LONGEST_WISH)
    try:
        until = parsedate_to_datetime(value)
        until = until if until.tzinfo else until.replace(tzinfo=UTC)
        return min(max(until - now, timedelta()), LONGEST_WISH)
    except (ValueError, OverflowError):
        return None


def _varied(wait: timedelta, rng: Random) -> timedelta:
    return wait * rng.uniform(1 - _JITTER, 1 + _JITTER)
