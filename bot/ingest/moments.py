"""Moments as machines write them: which of two versions of an article is the newer one."""

from __future__ import annotations

from datetime import UTC, datetime, time
from email.utils import parsedate_to_datetime

from bot.ingest.datewords import plausible, read_stamp

NEWEST = datetime.max.replace(tzinfo=UTC)
"""When a file in our own format is known to have stood: people edit it by hand, so no other version is newer."""

_LONGEST = 80  # characters of a stamp


def read_moment(value: str) -> datetime | None:
    """Return the moment that a machine's stamp names: ISO 8601, RFC 5322, fourteen digits; a bare day is its midnight.

    Without a time zone it counts as UTC. None where it names none, or one before the web.
    """
    value = value.strip()[:_LONGEST]
    found = next((moment for parse in (_iso, _digits, _mail) if (moment := parse(value))), None)
    if found is None and (day := read_stamp(value)):
        found = datetime.combine(day, time.min)
    if found is None or plausible(found.date()) is None:
        return None
    try:
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except OverflowError:
        return None


def _iso(value: str) -> datetime | None:
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        return None


def _digits(value: str) -> datetime | None:
    """Read a stamp as ARC files have it: 20190502101500."""
    try:
        return datetime.strptime(value, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def _mail(value: str) -> datetime | None:
    """Read a stamp as RSS has it: Thu, 02 May 2019 10:15:00 GMT."""
    try:
        return parsedate_to_datetime(value)
    except (ValueError, OverflowError, IndexError):
        return None
