"""What is written after `/settings`."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import Any

import pytest

from bot.chat.i18n import LANGUAGES, catalogue
from bot.chat.settings import words
from bot.chat.settings.commands import Change, World, WrongSettingError, parse, quiet_hours
from bot.chat.settings.languages import fold
from bot.chat.settings.values import DEFAULTS, OWNERSHIP, Pressers, QuietHours, Settings, Words
from bot.chat.settings.words import TAKE_BACK, Topic
from tests.chat.settings.samples import COVERAGE, MANY, NOW


def changed(text: str, before: Settings = DEFAULTS, *, language: str = "en", group: bool = True) -> Settings:
    """Return the settings after a command."""
    asked = parse(text, World(catalogue(language), group, COVERAGE, NOW))
    assert isinstance(asked, Change)
    return asked.apply(before)


def refusal(text: str, before: Settings = DEFAULTS, *, group: bool = True) -> WrongSettingError:
    """Return why a command is refused."""
    with pytest.raises(WrongSettingError) as caught:
        changed(text, before, group=group)
    assert catalogue("ru").text(caught.value.key, **caught.value.values)
    return caught.value


@pytest.mark.parametrize(
    ("text", "differs"),
    [
        ("language es", {"language": "es"}),
        ("language Español", {"language": "es"}),
        ("Language RUSSIAN", {"language": "ru"}),
        ("passages es, en", {"languages": frozenset({"es", "en"})}),
        ("languages Spanish and русский", {"languages": frozenset({"es", "ru"})}),
        ("hits 5", {"hits": 5}),
        ("leave out Radio Norte", {"without_publishers": frozenset({"Radio Norte"})}),
        ("leave out radio norte", {"without_publishers": frozenset({"Radio Norte"})}),
        ("without norte", {"without_publishers": frozenset({"Radio Norte"})}),
        ("leave out ведомости", {"without_publishers": frozenset({"Ведомости"})}),
        ("leave out El Pais", {"without_publishers": frozenset({"El País"})}),
        ("leave out state", {"without_ownership": frozenset({"state"})}),
        ("leave out State-owned", {"without_ownership": frozenset({"state"})}),
        ("leave out ownership unknown", {"without_ownership": frozenset({"unknown"})}),
        ("buttons asker", {"pressers": Pressers.ASKER}),
        ("buttons only the asker", {"pressers": Pressers.ASKER}),
        ("quiet 22:00-07:30", {"quiet": QuietHours(time(22), time(7, 30))}),
        ("quiet hours from 23 to 8", {"quiet": QuietHours(time(23), time(8))}),
        ("zone Europe/Madrid", {"zone": "Europe/Madrid"}),
        ("time zone utc+3", {"zone": "UTC+03:00"}),
        ("delete 10", {"delete_after": 10}),
        ("delete 10 minutes", {"delete_after": 10}),
        ("period 2019-01-01 to 2019-06-30", {"period": Words("2019-01-01 to 2019-06-30", "en")}),
        ("period last 3 months", {"period": Words("last 3 months", "en")}),
        ("  hits   2 ", {"hits": 2}),
    ],
)
def test_a_command_changes_what_it_names_and_nothing_else(text: str, differs: dict[str, Any]) -> None:
    assert changed(text) == replace(DEFAULTS, **differs)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("language automatic", "language"),
        ("passages all", "languages"),
        ("hits automatic", "hits"),
        ("buttons anybody", "pressers"),
        ("quiet off", "quiet"),
        ("zone UTC", "zone"),
        ("delete 0", "delete_after"),
        ("delete never", "delete_after"),
        ("period none", "period"),
    ],
)
def test_every_setting_goes_back_to_its_default(text: str, name: str) -> None:
    assert changed(text, MANY) == replace(MANY, **{name: getattr(DEFAULTS, name)})


def test_what_was_left_out_is_taken_back() -> None:
    assert changed("take back harbour post", MANY).without_publishers == {"Ведомости"}
    assert changed("take back state", MANY).without_ownership == frozenset()
    everything = changed("take back all", MANY)
    assert (everything.without_publishers, everything.without_ownership) == (frozenset(), frozenset())


def test_a_publisher_that_the_collection_has_lost_can_still_be_taken_back() -> None:
    assert changed("take back Old Gazette", Settings(without_publishers=frozenset({"Old Gazette"}))) == DEFAULTS


def test_a_reset_forgets_everything() -> None:
    assert changed("reset", MANY) == DEFAULTS


@pytest.mark.parametrize(
    ("text", "key", "topic"),
    [
        ("nonsense", "settings-not-understood", None),
        ("языков 5", "settings-not-understood", None),
        ("language German", "settings-wrong-language", Topic.LANGUAGE),
        ("passages German", "settings-wrong-passages", Topic.PASSAGES),
        ("passages es, klingon", "settings-wrong-passages", Topic.PASSAGES),
        ("hits 6", "settings-wrong-hits", Topic.HITS),
        ("hits 0", "settings-wrong-hits", Topic.HITS),
        ("hits -1", "settings-wrong-hits", Topic.HITS),
        ("hits ²", "settings-wrong-hits", Topic.HITS),
        ("leave out Nobody At All", "settings-wrong-publisher", Topic.LEAVE_OUT),
        ("leave out Harbour", "settings-several-publishers", Topic.LEAVE_OUT),
        ("leave out Radio Nort e", "settings-close-publishers", Topic.LEAVE_OUT),
        ("take back Radio Norte", "settings-not-left-out", Topic.LEAVE_OUT),
        ("buttons administrators", "settings-wrong-pressers", Topic.PRESSERS),
        ("quiet 22", "settings-wrong-quiet", Topic.QUIET),
        ("quiet 22:00-22", "settings-wrong-quiet", Topic.QUIET),
        ("zone Mars", "settings-wrong-zone", Topic.ZONE),
        ("delete 2821", "settings-wrong-deletion", Topic.DELETION),
        ("delete 1 hour", "settings-wrong-deletion", Topic.DELETION),
        ("period whenever", "settings-wrong-period", Topic.PERIOD),
        ("period the harbour in May 2019", "settings-wrong-period", Topic.PERIOD),
        ("period " + "May 2019 " * 20, "settings-wrong-period", Topic.PERIOD),
    ],
)
def test_what_can_not_be_set_is_refused_with_what_can(text: str, key: str, topic: Topic | None) -> None:
    error = refusal(text)
    assert (error.key, error.topic) == (key, topic)


def test_the_names_that_were_perhaps_meant_are_given() -> None:
    assert refusal("leave out Harbour").values == {"publishers": "Harbour Herald; Harbour Post"}
    assert refusal("leave out Radio Nort e").values == {"publishers": "Radio Norte"}


def test_no_more_publishers_are_left_out_than_a_screen_takes_back() -> None:
    full = Settings(without_publishers=frozenset(f"Paper {number}" for number in range(30)))
    assert refusal("leave out Radio Norte", full).key == "settings-too-many-publishers"


@pytest.mark.parametrize("text", ["buttons asker", "delete 5", "buttons", "delete"])
def test_what_only_counts_in_groups_is_refused_in_private(text: str) -> None:
    assert refusal(text, group=False).key == "settings-groups-only"


@pytest.mark.parametrize("topic", [topic for topic in Topic if topic is not Topic.RESET])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_alone_asks_for_the_setting(topic: Topic, language: str) -> None:
    ui = catalogue(language)
    assert parse(words.shown(ui, topic), World(ui, True, COVERAGE, NOW)) is topic  # noqa: FBT003 - a group


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_every_language_are_understood_in_every_other(language: str) -> None:
    """A French administrator may copy what the Russian one wrote."""
    ui = catalogue(language)
    leave_out, take_back = words.shown(ui, Topic.LEAVE_OUT), words.shown(ui, TAKE_BACK)
    assert changed(f"{words.shown(ui, Topic.HITS)} 2", language="en").hits == 2
    assert changed(f"{leave_out} Radio Norte", language="en").without_publishers == {"Radio Norte"}
    assert changed(f"{take_back} {words.shown(ui, words.ALL)}", MANY, language="en").without_publishers == frozenset()
    assert changed(f"{words.shown(ui, Topic.QUIET)} {words.shown(ui, words.OFF)}", MANY, language="en").quiet is None
    asker = f"{words.shown(ui, Topic.PRESSERS)} {words.shown(ui, words.ASKER)}"
    assert changed(asker, language="en").pressers is Pressers.ASKER
    for kind in OWNERSHIP:
        assert changed(f"{leave_out} {words.shown(ui, kind)}").without_ownership == {kind}
        assert changed(f"{leave_out} {ui.text(f'ownership-{kind}')}").without_ownership == {kind}


def test_no_word_means_two_things() -> None:
    """Neither inside one language nor between two."""
    for keys in ((*Topic, TAKE_BACK), OWNERSHIP, (words.ANYBODY, words.ASKER)):
        phrases = [
            (fold(phrase), key)
            for language in LANGUAGES
            for key in keys
            for phrase in catalogue(language).text(f"settings-words-{key}").split(",")
        ]
        meanings: dict[str, set[str]] = {}
        for phrase, key in phrases:
            meanings.setdefault(phrase, set()).add(key)
        assert not {phrase: found for phrase, found in meanings.items() if len(found) > 1}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_last_months_are_understood_in_the_words_that_the_button_uses(language: str) -> None:
    text = catalogue(language).text("settings-last-months", count=3)
    period = f"{words.shown(catalogue(language), Topic.PERIOD)} {text}"
    assert changed(period, language=language).period == Words(text, language)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("22:00-07:00", (time(22), time(7))),
        ("22-7", (time(22), time(7))),
        ("22.30 to 6.15", (time(22, 30), time(6, 15))),
        ("24-8", (time(0), time(8))),
        ("22h30 - 7h", (time(22, 30), time(7))),
        ("с 22 до 7", (time(22), time(7))),
        ("22:00", None),
        ("22:60-7", None),
        ("25-7", None),
        ("1-2-3", None),
        ("2200-0700", None),
        ("0-24", None),
    ],
)
def test_two_times_of_day_are_read(text: str, hours: tuple[time, time] | None) -> None:
    assert quiet_hours(text) == (hours and QuietHours(*hours))
