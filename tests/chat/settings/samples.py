"""A chat's settings and an invented collection, to show and to change."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from bot.chat.settings.preferences import Preferences, resolve
from bot.chat.settings.values import DEFAULTS, Pressers, QuietHours, Settings, Words
from bot.chat.settings.view import View
from bot.config import AnswersConfig
from bot.model import Coverage

NOW = datetime(2019, 12, 2, 9, 30, tzinfo=UTC)
COVERAGE = Coverage(
    snapshot="s1",
    built=NOW,
    articles=90,
    passages=300,
    undated=3,
    first=date(2017, 3, 1),
    last=date(2019, 11, 30),
    languages={"en": 40, "es": 30, "ru": 15, "tr": 5},
    publishers={"Harbour Post": 30, "Harbour Herald": 20, "Radio Norte": 20, "Ведомости": 10, "El País": 7, "": 3},
)
MANY = Settings(
    language="es",
    languages=frozenset({"es", "ru"}),
    hits=5,
    without_publishers=frozenset({"Harbour Post", "Ведомости"}),
    without_ownership=frozenset({"state"}),
    pressers=Pressers.ASKER,
    quiet=QuietHours(time(22), time(7)),
    zone="America/Caracas",
    delete_after=60,
    period=Words("last 3 months", "en"),
)


def preferences(
    chat: Settings = DEFAULTS,
    person: Settings = DEFAULTS,
    *,
    group: bool = True,
    language_code: str | None = "en",
) -> Preferences:
    """Return what counts in a chat."""
    return resolve(chat=chat, person=person, group=group, language_code=language_code, answers=AnswersConfig())


def view(chat: Settings = DEFAULTS, *, group: bool = True, language: str = "en") -> View:
    """Return what the screens of a chat show to a reader of that language."""
    return View(preferences(chat, group=group, language_code=language), COVERAGE, NOW)
