"""The settings of one chat, as plain values; the default of each is what nobody has to set.

A person's settings are those of the private chat with the bot, whose id is the person's.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import time

OWNERSHIP = ("state", "public", "private", "nonprofit", "party", "unknown")  # as in publishers.csv
MOST_HITS = 5
# Telegram lets a bot delete its messages for 48 hours; an hour less, so that a short standstill does not matter.
LONGEST_DELETION = 47 * 60  # minutes
# Our own: more names than anybody picks by hand would not fit the screen that takes them back.
MOST_PUBLISHERS = 30
LONGEST_NAME = 200  # code points of a publisher's name
LONGEST_PERIOD = 60  # code points of a default period
UTC_ZONE = "UTC"


class Pressers(StrEnum):
    """Who may press the buttons under an answer in a group."""

    ANYBODY = "anybody"
    ASKER = "asker"


@dataclass(frozen=True, slots=True)
class QuietHours:
    """The hours of a day, in the chat's time zone, in which nothing is sent unasked. They may span midnight."""

    start: time
    end: time

    def __contains__(self, moment: time) -> bool:
        if self.start <= self.end:
            return self.start <= moment < self.end
        return moment >= self.start or moment < self.end


@dataclass(frozen=True, slots=True)
class Words:
    """A period as it was written, and the language that it was written in: "last 3 months", "en"."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Settings:
    """What a chat has set.

    `language` None is automatic: each person's own. `languages` empty is all. `hits` None is what the configuration
    says. `zone` is an IANA name or an offset like "UTC+03:00". `delete_after` is in minutes, 0 is never; it and
    `pressers` only count in groups. `period` is written as the chat wrote it, since "last 3 months" moves on.
    """

    language: str | None = None
    languages: frozenset[str] = frozenset()
    hits: int | None = None
    without_publishers: frozenset[str] = frozenset()
    without_ownership: frozenset[str] = frozenset()
    pressers: Pressers = Pressers.ANYBODY
    quiet: QuietHours | None = None
    zone: str = UTC_ZONE
    delete_after: int = 0
    period: Words | None = None

    def changed(self) -> list[str]:
        """Return the names of what differs from the defaults."""
        return [field.name for field in fields(self) if getattr(self, field.name) != field.default]


DEFAULTS = Settings()
