"""What is stored is read back; what can't be understood is the default and never an error."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import time
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as trials
from hypothesis import strategies as st

from bot.chat.settings import stored
from bot.chat.settings.values import DEFAULTS, OWNERSHIP, Pressers, QuietHours, Settings, Words

EVERYTHING = Settings(
    language="ru",
    languages=frozenset({"es", "en"}),
    hits=5,
    without_publishers=frozenset({"TASS", "Ведомости"}),
    without_ownership=frozenset({"state", "unknown"}),
    pressers=Pressers.ASKER,
    quiet=QuietHours(time(22, 30), time(7)),
    zone="Europe/Madrid",
    delete_after=90,
    period=Words("за последние 3 месяца", "ru"),
)
UNHURRIED = trials(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine proves nothing
TIMES = st.times(timezones=st.none()).map(lambda moment: moment.replace(second=0, microsecond=0))
SETTINGS = st.builds(
    Settings,
    language=st.sampled_from([None, "en", "fr"]),
    languages=st.frozensets(st.sampled_from(["en", "es", "ru", "tr"])),
    hits=st.none() | st.integers(1, 5),
    without_publishers=st.frozensets(st.text(min_size=1, max_size=20), max_size=3),
    without_ownership=st.frozensets(st.sampled_from(OWNERSHIP)),
    pressers=st.sampled_from(Pressers),
    quiet=st.none() | st.builds(QuietHours, TIMES, TIMES).filter(lambda hours: hours.start != hours.end),
    zone=st.sampled_from(["UTC", "UTC+05:30", "UTC-11:00", "America/Caracas"]),
    delete_after=st.integers(0, 2820),
    period=st.none() | st.builds(Words, st.text(min_size=1, max_size=20), st.sampled_from(["en", "es"])),
)


def test_every_setting_differs_in_the_example() -> None:
    assert set(EVERYTHING.changed()) == {field.name for field in fields(Settings)}


def test_everything_is_read_back() -> None:
    assert stored.read(stored.write(EVERYTHING)) == EVERYTHING


@UNHURRIED
@given(SETTINGS)
def test_any_settings_are_read_back(settings: Settings) -> None:
    """Surrogates that no text can hold do not arise: Telegram sends UTF-8."""
    assert stored.read(stored.write(settings)) == settings


def test_the_defaults_need_no_row() -> None:
    assert stored.write(DEFAULTS) is None
    assert stored.read(None) == DEFAULTS


@pytest.mark.parametrize(
    "text",
    ["", "{", "nonsense", "[]", "null", "5", '"hits"', "[" * 100_000, '{"hits": NaN}', "{}", "\x00", '{"hits": {}}'],
)
def test_what_is_no_object_means_the_defaults(text: str) -> None:
    assert stored.read(text) == DEFAULTS


@pytest.mark.parametrize("name", [field.name for field in fields(Settings)])
@pytest.mark.parametrize(
    "value",
    [None, True, -1, 0.5, 10**30, "", "x" * 10_000, "nonsense", [], [None], [[]], ["x" * 10_000], {}, {"text": 5}],
)
def test_an_odd_value_of_one_setting_spoils_no_other(name: str, value: object) -> None:
    written: dict[str, Any] = json.loads(stored.write(EVERYTHING) or "")
    read = stored.read(json.dumps({**written, name: value}))
    others = [field.name for field in fields(Settings) if field.name != name]
    assert [getattr(read, other) for other in others] == [getattr(EVERYTHING, other) for other in others]
    assert getattr(read, name) == getattr(DEFAULTS, name)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("language", "de"),  # spoken by another version
        ("hits", 6),
        ("hits", 0),
        ("pressers", "administrators"),
        ("quiet", ["22:00"]),
        ("quiet", ["22:00", "22:00"]),
        ("quiet", ["22:00", "25:00"]),
        ("quiet", ["22:00Z", "23:00Z"]),
        ("zone", "Mars/Olympus"),
        ("zone", "UTC+99:00"),
        ("zone", "../../etc/passwd"),
        ("delete_after", 2821),
        ("period", {"text": "last 3 months", "language": "de"}),
        ("period", {"text": "x" * 61, "language": "en"}),
    ],
)
def test_a_value_of_another_version_is_left_at_the_default(name: str, value: object) -> None:
    assert getattr(stored.read(json.dumps({name: value})), name) == getattr(DEFAULTS, name)


def test_of_a_list_what_is_understood_is_kept() -> None:
    read = stored.read('{"languages": ["es", "EN", 7, "x1", "e", ""], "without_ownership": ["state", "royal", null]}')
    assert read.languages == {"es"}
    assert read.without_ownership == {"state"}


def test_what_a_newer_version_wrote_is_kept() -> None:
    """Going back one version for a day must not cost what was set meanwhile."""
    before = '{"hits": 4, "colour": "blue"}'
    after = stored.write(stored.read(before), before)
    assert json.loads(after or "") == {"hits": 4, "colour": "blue"}
    assert json.loads(stored.write(DEFAULTS, before) or "") == {"colour": "blue"}


@UNHURRIED
@given(st.text() | st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists).map(json.dumps))
def test_no_text_breaks_reading(text: str) -> None:
    assert isinstance(stored.read(text), Settings)
