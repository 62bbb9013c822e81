"""The commands that Telegram lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.ext import CommandHandler

from bot.chat import menu
from bot.chat.app import handlers
from bot.chat.i18n import LANGUAGES, catalogue
from tests.chat.conftest import ADMIN

if TYPE_CHECKING:
    from tests.chat.conftest import World

LISTS = (menu.ANYWHERE, menu.IN_PRIVATE, menu.IN_GROUPS, menu.GROUP_ADMINISTRATORS, menu.ADMINISTRATORS)
SCOPES = 5
ALL = len(LANGUAGES) + 1  # and for everybody else


def test_every_command_is_listed_and_every_listed_command_is_handled() -> None:
    handled = {name for handler in handlers() if isinstance(handler, CommandHandler) for name in handler.commands}
    listed = {name for names in LISTS for name in names}
    assert handled - listed == set(menu.UNLISTED)
    assert not listed - handled


def test_no_list_names_a_command_twice() -> None:
    assert all(len(names) == len(set(names)) for names in LISTS)


def test_descriptions_are_as_long_as_telegram_allows() -> None:
    """And short enough for one line of a phone's list."""
    for language in LANGUAGES:
        texts = [catalogue(language).text(f"command-{name}") for names in LISTS for name in names]
        assert all(1 <= len(text) <= 60 for text in texts)


async def test_everybody_is_listed_what_they_can_use_in_their_language(offstage: World) -> None:
    """A group's administrators see its settings, other members don't; the bot's own see theirs in private."""
    api = offstage.api
    api.private(api.user("Boss", id=ADMIN))
    await offstage.start()
    await api.wait_call("setMyCommands", count=SCOPES * ALL)

    def listed(scope: str, language: str = "") -> list[str]:
        return [command["command"] for command in api.commands[f'{{"type": "{scope}"}}', language]]

    for language in ("", *LANGUAGES):
        assert listed("default", language) == list(menu.ANYWHERE)
        assert listed("all_private_chats", language) == list(menu.IN_PRIVATE)
        assert listed("all_group_chats", language) == list(menu.IN_GROUPS)
        assert listed("all_chat_administrators", language) == list(menu.GROUP_ADMINISTRATORS)
        own = api.commands[f'{{"chat_id": {ADMIN}, "type": "chat"}}', language]
        assert [command["command"] for command in own] == list(menu.ADMINISTRATORS)
    assert "settings" not in listed("all_group_chats")
    russian = api.commands['{"type": "all_private_chats"}', "ru"]
    assert {"command": "settings", "description": "Изменить настройки"} in russian
