"""What a reader is shown: a message and its buttons, before Telegram's classes come into play."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message: exactly one of `data` (callback data, at most 64 bytes) and `url` is set."""

    label: str
    data: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Screen:
    """A message as Telegram HTML, with rows of buttons; of an answer's page, `upto` counts the hits shown by then."""

    html: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    upto: int = 0
