"""How a message is filled with blocks, page by page, the same way each time: a page's number is its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from bot.chat.render_text import MAX_BYTES, MAX_ENTITIES, MAX_UNITS, units, visible

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.chat.screen import Button

_T = TypeVar("_T")
CAPTION = 1024
"""Telegram: characters of a caption after entities are parsed. Counted in UTF-16 units, which are never fewer."""

_BUTTONS_IN_ROW = 2


@dataclass(frozen=True, slots=True)
class Room:
    """What a message holds beside its frame: UTF-16 units, bytes of markup, and entities."""

    units: int
    bytes: int = MAX_BYTES
    entities: int = MAX_ENTITIES

    def without(self, markup: str) -> Room:
        """Return what is left beside some markup and an empty line."""
        taken = units(visible(markup)) + 2
        return Room(self.units - taken, self.bytes - len(markup.encode()) - 2, self.entities - markup.count("</"))

    @property
    def is_over(self) -> bool:
        """Whether more was put in than it holds."""
        return self.units < 0 or self.bytes < 0 or self.entities < 0


TEXT = Room(MAX_UNITS)
UNDER_PICTURE = Room(CAPTION)


def paged(items: Sequence[_T], room: Room, block: Callable[[_T], str]) -> tuple[tuple[_T, ...], ...]:
    """Return the items page by page, each page as full as `room` allows; an item that alone is too long has its own."""
    pages: list[list[_T]] = []
    left = room
    for item in items:
        left = left.without(block(item))
        if not pages or left.is_over:
            pages.append([])
            left = room.without(block(item))
        pages[-1].append(item)
    return tuple(map(tuple, pages))


def rows(buttons: Sequence[Button]) -> tuple[tuple[Button, ...], ...]:
    """Return buttons in rows."""
    return tuple(tuple(buttons[start : start + _BUTTONS_IN_ROW]) for start in range(0, len(buttons), _BUTTONS_IN_ROW))
