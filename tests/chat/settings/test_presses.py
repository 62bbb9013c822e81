"""The buttons of settings."""

from __future__ import annotations

import pytest

from bot.chat.i18n import catalogue
from bot.chat.settings import presses
from bot.chat.settings.values import DEFAULTS, Settings, Words
from bot.chat.settings.words import Topic
from tests.chat.settings.samples import MANY

UI = catalogue("es")


def pressed(topic: Topic, value: str, before: Settings = DEFAULTS) -> Settings:
    """Return the settings after a press."""
    change = presses.change_of(topic, value, UI)
    assert change is not None
    assert change.topic is topic
    return change.apply(before)


@pytest.mark.parametrize("topic", Topic)
@pytest.mark.parametrize("value", ["nonsense", "-99", "+xx-", "6000", "~", "+royal", "99:99-1", "x" * 40])
def test_a_value_of_another_version_does_nothing_or_says_so(topic: Topic, value: str) -> None:
    """A year may be any number: a period without articles is told under the answer."""
    change = presses.change_of(topic, value, UI)
    if change is not None:
        assert topic in {Topic.LEAVE_OUT, Topic.PERIOD}
        assert change.apply(MANY) == MANY or topic is Topic.PERIOD


def test_a_press_twice_is_a_press_once() -> None:
    once = pressed(Topic.PASSAGES, presses.put_in("es"))
    assert pressed(Topic.PASSAGES, presses.put_in("es"), once) == once == Settings(languages=frozenset({"es"}))
    assert pressed(Topic.PASSAGES, presses.put_out("es"), once) == DEFAULTS


def test_a_publisher_is_taken_back_whatever_its_name() -> None:
    long = "Газета " * 20
    before = Settings(without_publishers=frozenset({long, "Radio Norte"}))
    value = presses.take_back(long)
    assert len(presses.data(Topic.LEAVE_OUT, value).encode()) <= 64
    assert pressed(Topic.LEAVE_OUT, value, before).without_publishers == {"Radio Norte"}


def test_months_are_set_in_the_readers_words_and_years_as_they_are() -> None:
    assert pressed(Topic.PERIOD, "3").period == Words("últimos 3 meses", "es")
    assert pressed(Topic.PERIOD, "2019").period == Words("2019", "es")


def test_only_a_confirmed_reset_resets() -> None:
    assert pressed(Topic.RESET, presses.YES, MANY) == DEFAULTS
    assert presses.change_of(Topic.RESET, "perhaps", UI) is None
