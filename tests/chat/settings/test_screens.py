"""The screens of settings."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import pytest

from bot.chat.i18n import LANGUAGES
from bot.chat.settings import presses, screens
from bot.chat.settings.commands import Change, World, WrongSettingError, parse
from bot.chat.settings.values import DEFAULTS, Settings, Words
from bot.chat.settings.words import Topic
from tests.botapi.strict_botapi import parse_html
from tests.chat.settings.samples import COVERAGE, MANY, NOW, view

if TYPE_CHECKING:
    from bot.chat.screen import Button, Screen

FULL = Settings(
    languages=frozenset({"zz", *(a + b for a in "abcdef" for b in "ghij")}),
    without_publishers=frozenset(f"<b>Gazette & Sons {number}</b>" * 7 for number in range(30)),
)


def text_of(screen: Screen) -> str:
    """Return what a reader sees."""
    text, _ = parse_html(screen.html)
    return str(text)


def buttons_of(screen: Screen) -> list[Button]:
    """Return all buttons of a screen."""
    return [button for row in screen.buttons for button in row]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("settings", [DEFAULTS, MANY, FULL], ids=["defaults", "many", "full"])
def test_every_screen_fits_a_message_and_every_button_its_data(settings: Settings, language: str) -> None:
    shown = view(settings, language=language)
    for screen in (screens.overview(shown), *(screens.topic(topic, shown) for topic in Topic)):
        assert len(text_of(screen)) <= 4096
        assert len(buttons_of(screen)) <= 100
        assert all(len(row) <= 8 for row in screen.buttons)
        for button in buttons_of(screen):
            assert presses.DATA.fullmatch(button.data or "")
            assert len((button.data or "").encode()) <= 64
            assert button.label.strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_button_works(language: str) -> None:
    """Each leads to a screen or makes a change."""
    shown = view(MANY, language=language)
    for topic in Topic:
        for button in buttons_of(screens.topic(topic, shown)):
            match = presses.DATA.fullmatch(button.data or "")
            assert match is not None
            if match[2] is None:
                assert match[1] in {presses.MAIN, *Topic}
            else:
                assert presses.change_of(Topic(match[1]), match[2], shown.ui) is not None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", [topic for topic in Topic if topic is not Topic.RESET])
def test_every_command_that_a_screen_shows_is_understood(topic: Topic, language: str) -> None:
    """Publishers aside: the example need not be in every collection."""
    shown = view(MANY, language=language)
    commands = re.findall(r"^/settings (.+)$", text_of(screens.topic(topic, shown)), re.MULTILINE)
    assert commands
    for command in commands:
        try:
            asked = parse(command, World(shown.ui, True, COVERAGE, NOW))  # noqa: FBT003 - a group
        except WrongSettingError as error:
            assert "TASS" in command, command
            assert error.key == "settings-wrong-publisher"  # noqa: PT017 - either way is right here
        else:
            assert isinstance(asked, Change)


def test_the_overview_names_every_setting_with_its_value() -> None:
    assert text_of(screens.overview(view(MANY, language="en"))).splitlines()[2:10] == [
        "Idioma del bot: español",
        "Idiomas de los fragmentos: español y ruso",
        "Fragmentos por respuesta: 5",
        "Se omite: estatal, Harbour Post, Ведомости",
        "Los botones de las respuestas son para: solo quien preguntó",
        "Horas de silencio: de 22:00 a 07:00, America/Caracas",
        "Duración de las respuestas: 60 minutos",
        "Período por defecto: last 3 months (del 2 de septiembre al 2 de diciembre de 2019)",
    ]


def test_in_private_what_only_counts_in_groups_is_not_offered() -> None:
    shown = screens.overview(view(group=False))
    assert "Your settings" in shown.html
    assert "Lifetime" not in shown.html
    assert {button.data for button in buttons_of(shown)}.isdisjoint({"set:pressers", "set:deletion"})


def test_the_value_that_counts_is_named_in_words() -> None:
    """Not by a sign or by its place."""
    labels = [button.label for button in buttons_of(screens.topic(Topic.HITS, view(Settings(hits=4))))]
    assert labels == ["1", "2", "3", "4 (now)", "5", "Automatic", "All settings"]


def test_a_chosen_language_that_the_collection_lost_can_be_given_up() -> None:
    buttons = buttons_of(screens.topic(Topic.PASSAGES, view(Settings(languages=frozenset({"it"})))))
    assert ("Italian (now)", "set:passages:-it") in [(button.label, button.data) for button in buttons]


def test_every_publisher_that_is_left_out_has_a_button_and_a_line() -> None:
    screen = screens.topic(Topic.LEAVE_OUT, view(Settings(without_publishers=frozenset(map(str, range(100, 130))))))
    assert [line for line in text_of(screen).splitlines() if line.isdecimal()] == [str(n) for n in range(100, 130)]
    assert sum("Take back" in button.label for button in buttons_of(screen)) == 30
    assert "22 more" in text_of(screen)


def test_hours_move_over_midnight() -> None:
    labels = [button.label for button in buttons_of(screens.topic(Topic.QUIET, view(MANY, language="en")))]
    assert "Desde las 23:00" in labels
    midnight = Settings(quiet=MANY.quiet and type(MANY.quiet)(MANY.quiet.start.replace(hour=23), MANY.quiet.end))
    data = [button.data for button in buttons_of(screens.topic(Topic.QUIET, view(midnight)))]
    assert "set:quiet:00:00-07:00" in data


def test_a_period_that_is_no_longer_understood_is_shown_as_such() -> None:
    lost = view(Settings(period=Words("once upon a time", "en")))
    assert "Default period: once upon a time (no longer understood)" in text_of(screens.overview(lost))


def test_years_are_those_of_the_collection() -> None:
    labels = [button.label for button in buttons_of(screens.topic(Topic.PERIOD, view()))]
    assert labels == ["none (now)", "last 3 months", "last 12 months", "2017", "2018", "2019", "All settings"]


def test_a_refusal_says_why_and_shows_what_can_be_set() -> None:
    error = WrongSettingError(Topic.LEAVE_OUT, "settings-several-publishers", publishers="A & <B>; C")
    screen = screens.refused(view(), error)
    assert text_of(screen).startswith("That could be several: A & <B>; C. Please write the whole name.\n\nLeft out:")
    assert html.escape("A & <B>") in screen.html
    assert screen.buttons == screens.topic(Topic.LEAVE_OUT, view()).buttons
