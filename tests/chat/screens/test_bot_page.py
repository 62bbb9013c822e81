"""`docs/bot.md` names all there is, shows what the bot says now, and reads well without pictures and layout."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest
from telegram.ext import CommandHandler

from bot.chat.app import handlers
from bot.chat.i18n import catalogue
from bot.chat.settings.words import Topic
from tests.chat.screens import markdown, readers
from tests.chat.screens.show import previewed
from tests.chat.screens.stage import Stage
from tests.corpora import PROJECT

if TYPE_CHECKING:
    from tests.chat.conftest import World

PAGE: Final = (PROJECT / "docs" / "bot.md").read_text(encoding="utf-8")
TABLE: Final = PAGE.split("## Every button has a command")[1].split("\n## ")[0]
COMMANDS: Final = {command for one in handlers() if isinstance(one, CommandHandler) for command in one.commands}
SENTENCES: Final = {"button-not-yours", "button-too-old", "settings-button-old"}  # about buttons, not on them
LABELS: Final = sorted(
    key
    for part in (PROJECT / "bot" / "chat" / "locales" / "en").glob("*.ftl")
    for key in re.findall(r"^((?:[a-z]+-)?button-[a-z-]+) =", part.read_text(encoding="utf-8"), re.MULTILINE)
    if key not in SENTENCES
)
LONGEST: Final = 300  # characters of a line outside quotations


def shown() -> list[str]:
    """Return the lines that readers get and that are no quotations; administrators see articles' first lines bare."""
    return [
        line for line in PAGE.split("\n## For administrators of the bot")[0].splitlines() if re.match(r"> (?!>)", line)
    ]


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_is_on_the_page(command: str) -> None:
    assert re.search(rf"/{command}\b", PAGE)


@pytest.mark.parametrize("key", LABELS)
def test_every_button_is_in_the_table_of_commands(key: str) -> None:
    """By the label's words; what is filled in differs from message to message."""
    message = next(
        line.partition(" = ")[2]
        for part in (PROJECT / "bot" / "chat" / "locales" / "en").glob("*.ftl")
        for line in part.read_text(encoding="utf-8").splitlines()
        if line.startswith(f"{key} = ")
    )
    words = re.sub(r"\s*\{[^}]*\}", "", message)
    assert re.search(rf"[|;] {re.escape(words)}[ ;]", TABLE)


def test_the_commands_in_the_table_exist() -> None:
    """A button whose command nobody handles would leave those without buttons behind."""
    named = set(re.findall(r"/([a-z]+)", TABLE))
    assert named
    assert named <= COMMANDS


@pytest.mark.parametrize("topic", list(Topic))
def test_every_setting_is_shown(topic: Topic) -> None:
    label = catalogue("en").text(f"settings-button-{topic.value}")
    assert f"`[{label}]`" in PAGE


def test_every_button_says_in_words_what_it_does() -> None:
    """Not by a picture, a symbol or its place: a letter or, for how many passages, a number."""
    buttons = re.findall(r"`\[([^\]]*)\]`", PAGE)
    assert len(buttons) > 100
    assert not [label for label in buttons if not re.search(r"\w", label)]


def test_lines_are_short_outside_quotations() -> None:
    """Links are measured by their words: that is what is read."""
    lines = [re.sub(r"\]\([^)]*\)", "]", line) for line in shown()]
    assert not [line for line in lines if len(line) > LONGEST]


def test_every_passage_begins_with_number_publisher_and_date_in_words() -> None:
    heads = [line for line in PAGE.splitlines() if re.match(r"> (?:> )?(?:▾ )?\d+\\\. \*\*", line)]
    assert len(heads) > 30
    date = r"(?:\d{4}|unknown|desconocida|desconhecida|неизвестна|inconnue)"
    assert not [line for line in heads if not re.search(rf"\*\*[^*]+\*\*.*, [^,]*{date}", line)]


async def test_help_and_privacy_stand_on_the_page_as_the_bot_says_them_now(offstage: World) -> None:
    """If not: make bot-page."""
    offstage.api.me["username"] = "dateline_bot"
    await offstage.start()
    stage = Stage(offstage)
    await readers.pages(stage)
    assert markdown.page(stage.scenes, lambda _: "") in PAGE
    assert not previewed(offstage.api.calls)
