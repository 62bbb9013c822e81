"""Time zones as people write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import available_timezones

import pytest

from bot.chat.settings.zones import offset_name, zone, zone_named

SUMMER, WINTER = datetime(2019, 7, 1, tzinfo=UTC), datetime(2019, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("UTC", "UTC"),
        ("gmt", "UTC"),
        ("UTC+3", "UTC+03:00"),
        ("+3", "UTC+03:00"),
        ("utc -04:30", "UTC-04:30"),
        ("GMT−4", "UTC-04:00"),
        ("+0530", "UTC+05:30"),
        ("+00:00", "UTC"),
        ("+14", "UTC+14:00"),
        ("Europe/Madrid", "Europe/Madrid"),
        ("europe/madrid", "Europe/Madrid"),
        ("Caracas", "America/Caracas"),
        ("  sao   paulo ", "America/Sao_Paulo"),
    ],
)
def test_a_zone_is_found_however_it_is_written(text: str, name: str) -> None:
    assert zone_named(text) == name
    assert zone_named(name) == name


@pytest.mark.parametrize("text", ["", "Mars", "+15", "-13", "+3:75", "../etc/passwd", "Europe", "/", "3", "x" * 5000])
def test_what_is_no_zone_is_none(text: str) -> None:
    assert zone_named(text) is None


def test_a_zone_with_a_name_follows_summer_time_and_an_offset_does_not() -> None:
    offsets = [moment.astimezone(zone("Europe/Madrid")).utcoffset() for moment in (WINTER, SUMMER)]
    assert offsets == [timedelta(hours=1), timedelta(hours=2)]
    fixed = [moment.astimezone(zone("UTC-04:30")).utcoffset() for moment in (WINTER, SUMMER)]
    assert fixed == [timedelta(hours=-4.5)] * 2


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone 'Mars'"):
        zone("Mars")


def test_every_zone_that_there_is_can_be_named() -> None:
    assert all(zone(zone_named(name) or "").utcoffset(SUMMER) is not None for name in available_timezones())


@pytest.mark.parametrize("minutes", range(-720, 841, 15))
def test_every_offset_is_read_back(minutes: int) -> None:
    name = offset_name(minutes)
    assert zone_named(name) == name
    assert zone(name).utcoffset(SUMMER) == timedelta(minutes=minutes)
