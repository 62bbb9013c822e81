"""The words of `/settings`: those of every catalogue are understood, those of the reader's are shown.

A catalogue lists them as "leave out, without": the first is shown.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from bot.chat.i18n import LANGUAGES, catalogue
from bot.chat.settings.languages import fold
from bot.chat.settings.values import OWNERSHIP

if TYPE_CHECKING:
    from bot.chat.i18n import Catalogue


class Topic(StrEnum):
    """What a setting is about: the first words of a command, and a screen of its own."""

    LANGUAGE = "language"
    PASSAGES = "passages"
    HITS = "hits"
    LEAVE_OUT = "leave-out"
    PRESSERS = "pressers"
    QUIET = "quiet"
    ZONE = "zone"
    DELETION = "deletion"
    PERIOD = "period"
    RESET = "reset"


TAKE_BACK = "take-back"
AUTOMATIC, ALL, OFF, ANYBODY, ASKER = "automatic", "all", "off", "anybody", "asker"
_TEXT = "ownership-"  # what begins the keys of the kinds of ownership
_TOPICS = (*Topic, TAKE_BACK)


def shown(ui: Catalogue, key: str) -> str:
    """Return the word for a topic, value or ownership that is shown to a reader."""
    return _phrases(ui, key)[0]


def topic_of(text: str) -> tuple[str, str] | None:
    """Return the topic (or TAKE_BACK) that a text begins with, and the rest as written; the longest phrase counts."""
    words = text.split()
    for count in range(min(len(words), _longest()), 0, -1):
        if key := _table(_TOPICS).get(fold(" ".join(words[:count]))):
            return key, " ".join(words[count:])
    return None


def means(text: str, key: str) -> bool:
    """Whether a text stands for a value: AUTOMATIC, ALL, OFF, ANYBODY or ASKER."""
    return fold(text) in _table((key,))


def ownership_of(text: str) -> str | None:
    """Return the kind of ownership that a text names."""
    folded = fold(text)
    as_shown = (kind for kind in OWNERSHIP for ui in map(catalogue, LANGUAGES) if fold(ui.text(_TEXT + kind)) == folded)
    return _table(OWNERSHIP).get(folded) or next(as_shown, None)


def _longest() -> int:
    return max(phrase.count(" ") + 1 for phrase in _table(_TOPICS))


@cache
def _table(keys: tuple[str, ...]) -> dict[str, str]:
    """Return folded phrase -> key over all catalogues."""
    return {
        fold(phrase): key for language in LANGUAGES for key in keys for phrase in _phrases(catalogue(language), key)
    }


def _phrases(ui: Catalogue, key: str) -> list[str]:
    return [phrase.strip() for phrase in ui.text(f"settings-words-{key}").split(",")]
