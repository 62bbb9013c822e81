"""Time zones as people write them: offsets from UTC, IANA names, or just the city of one."""

from __future__ import annotations

import re
from datetime import UTC, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from bot.chat.settings.values import UTC_ZONE

_OFFSET = re.compile(r"(?:(?:UTC|GMT)\s*)?([+\-−–])\s*(\d{1,2})(?:[:.]?([0-5]\d))?", re.IGNORECASE)
_WEST, _EAST = -12 * 60, 14 * 60  # minutes; the farthest offsets in use


def zone_named(text: str) -> str | None:
    """Return the name under which a zone is kept: "UTC+03:00", "Europe/Madrid"; None for what is no zone.

    A city alone will do where one zone only is called so.
    """
    written = " ".join(text.split())
    if written.upper() in {UTC_ZONE, "GMT", "Z"}:
        return UTC_ZONE
    if match := _OFFSET.fullmatch(written):
        return _offset(match)
    return _iana(written.replace(" ", "_").casefold())


def zone(name: str) -> tzinfo:
    """Return the zone of a name that `zone_named` gave. Raises ValueError for another."""
    if name == UTC_ZONE:
        return UTC
    if match := _OFFSET.fullmatch(name):
        return timezone(timedelta(minutes=_minutes(match)))
    if _iana(name.casefold()) != name:
        msg = f"no time zone {name!r}"
        raise ValueError(msg)
    return ZoneInfo(name)


def offset_name(minutes: int) -> str:
    """Return the name of a fixed offset, in minutes east of UTC."""
    if not minutes:
        return UTC_ZONE
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '-'}{hours:02}:{rest:02}"


def _offset(match: re.Match[str]) -> str | None:
    minutes = _minutes(match)
    return offset_name(minutes) if _WEST <= minutes <= _EAST else None


def _minutes(match: re.Match[str]) -> int:
    sign, hours, rest = match.groups()
    minutes = int(hours) * 60 + int(rest or 0)
    return minutes if sign == "+" else -minutes


def _iana(folded: str) -> str | None:
    names, cities = _zones()
    return names.get(folded) or cities.get(folded)


@cache
def _zones() -> tuple[dict[str, str], dict[str, str]]:
    """Return all IANA zones by folded name, and those whose city no other zone is called by."""
    names = {name.casefold(): name for name in available_timezones()}
    cities: dict[str, set[str]] = {}
    for folded, name in names.items():
        if "/" in folded and not folded.startswith(("etc/", "posix/", "right/")):
            cities.setdefault(folded.rpartition("/")[2], set()).add(name)
    return names, {city: min(found) for city, found in cities.items() if len(found) == 1}
