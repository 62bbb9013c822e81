"""Settings as they are stored: one JSON object a chat, only what differs from the defaults.

Reading never fails: what an older or newer version wrote, or a hand in the file, is taken where it is understood and
else left at its default. What a newer version wrote under other names is kept when the settings are written again.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from datetime import time
from typing import TYPE_CHECKING, Any

from bot.chat.i18n import LANGUAGES
from bot.chat.settings.values import (
    LONGEST_DELETION,
    LONGEST_NAME,
    LONGEST_PERIOD,
    MOST_HITS,
    MOST_PUBLISHERS,
    OWNERSHIP,
    Pressers,
    QuietHours,
    Settings,
    Words,
)
from bot.chat.settings.zones import zone_named

if TYPE_CHECKING:
    from collections.abc import Callable

_CODE = re.compile(r"[a-z]{2,3}")  # of a language


def read(stored: str | None) -> Settings:
    """Return the settings that a stored text means; whatever it says that can't be, the default stands for."""
    raw = _object(stored)
    understood: dict[str, Any] = {}
    for name, understand in _READERS.items():
        if name in raw and (value := understand(raw[name])) is not None:
            understood[name] = value
    return Settings(**understood)


def write(settings: Settings, before: str | None = None) -> str | None:
    """Return the text to store, None where nothing is set; other names of the text `before` are kept."""
    values = {name: value for name, value in _object(before).items() if name not in _READERS}
    for name in settings.changed():
        values[name] = _WRITERS.get(name, _as_is)(getattr(settings, name))
    return json.dumps(values, ensure_ascii=False, sort_keys=True) if values else None


def _object(stored: str | None) -> dict[str, Any]:
    """Return the stored object; empty where the text is not one."""
    try:
        raw = json.loads(stored or "{}")
    except (ValueError, RecursionError):  # no JSON, or nested without end
        return {}
    return raw if isinstance(raw, dict) else {}


def _language(raw: object) -> str | None:
    return raw if isinstance(raw, str) and raw in LANGUAGES else None


def _languages(raw: object) -> frozenset[str]:
    return frozenset(filter(_CODE.fullmatch, _texts(raw, LONGEST_NAME)))


def _hits(raw: object) -> int | None:
    return _whole(raw, 1, MOST_HITS)


def _publishers(raw: object) -> frozenset[str]:
    return frozenset(sorted(set(_texts(raw, LONGEST_NAME)))[:MOST_PUBLISHERS])


def _ownership(raw: object) -> frozenset[str]:
    return frozenset(_texts(raw, LONGEST_NAME)) & frozenset(OWNERSHIP)


def _pressers(raw: object) -> Pressers | None:
    return Pressers(raw) if isinstance(raw, str) and raw in set(Pressers) else None


def _quiet(raw: object) -> QuietHours | None:
    times = _texts(raw, len("HH:MM"))
    with suppress(ValueError):
        start, end = (time.fromisoformat(text) for text in times)
        if start != end and start.tzinfo is end.tzinfo is None:
            return QuietHours(start, end)
    return None


def _zone(raw: object) -> str | None:
    return zone_named(raw) if isinstance(raw, str) else None


def _delete_after(raw: object) -> int | None:
    return _whole(raw, 0, LONGEST_DELETION)


def _period(raw: object) -> Words | None:
    match raw:
        case {"text": str(text), "language": str(language)} if 0 < len(text) <= LONGEST_PERIOD:
            return Words(text, language) if language in LANGUAGES else None
    return None


def _texts(raw: object, longest: int) -> list[str]:
    items = raw if isinstance(raw, list) else []
    return [item for item in items if isinstance(item, str) and 0 < len(item) <= longest]


def _whole(raw: object, low: int, high: int) -> int | None:
    if isinstance(raw, bool) or not isinstance(raw, int):
        return None
    return raw if low <= raw <= high else None


def _as_is(value: object) -> object:
    return value


def _hours(value: QuietHours) -> list[str]:
    return [f"{value.start:%H:%M}", f"{value.end:%H:%M}"]


def _words(value: Words) -> dict[str, str]:
    return {"text": value.text, "language": value.language}


_READERS: dict[str, Callable[[object], Any]] = {
    "language": _language,
    "languages": _languages,
    "hits": _hits,
    "without_publishers": _publishers,
    "without_ownership": _ownership,
    "pressers": _pressers,
    "quiet": _quiet,
    "zone": _zone,
    "delete_after": _delete_after,
    "period": _period,
}
_WRITERS: dict[str, Callable[[Any], object]] = {
    "languages": sorted,
    "without_publishers": sorted,
    "without_ownership": sorted,
    "quiet": _hours,
    "period": _words,
}
