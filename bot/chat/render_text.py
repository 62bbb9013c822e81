"""Foreign text made safe to show, and the measures that Telegram takes of a message."""

from __future__ import annotations

import html
import re
import unicodedata
from urllib.parse import urlsplit

# Telegram: at most 4096 characters after entities are parsed. The server counts code points, some clients UTF-16
# units; units are never fewer, so they are the limit.
MAX_UNITS = 4096
# Telegram: raw text of at most 32 KiB, and no entity beyond the hundredth is kept.
MAX_BYTES = 32 * 1024
MAX_ENTITIES = 100
# Our own: a name of a publisher, agency or title longer than this many code points is not a name to read.
MAX_NAME = 80
# Our own: browsers and servers refuse longer addresses anyway. Bytes, escaped.
MAX_URL = 2048

_TAG = re.compile(r"<[^>]*>")
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_JOINERS = "\u200c\u200d"  # written inside Persian words and composed emoji
_SKIN_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"  # first-strong isolate, pop directional isolate


def escape(text: str) -> str:
    """Return foreign text with Telegram's three special characters escaped; nothing else changes."""
    return html.escape(text, quote=False)


def visible(markup: str) -> str:
    """Return what remains of our own markup when Telegram has parsed it."""
    return html.unescape(_TAG.sub("", markup))


def units(text: str) -> int:
    """Return a text's length in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def fits(markup: str) -> bool:
    """Whether Telegram takes the markup as one message and keeps every entity of it."""
    return (
        units(visible(markup)) <= MAX_UNITS
        and len(markup.encode()) <= MAX_BYTES
        and len(_TAG.findall(markup)) <= 2 * MAX_ENTITIES
    )


def clip(text: str, limit: int) -> str:
    """Shorten plain text to `limit` UTF-16 units, ending in an ellipsis, at a word's end where one is near."""
    if units(text) <= limit:
        return text
    return text[: end_of_cut(text, limit - 1)].rstrip() + "…"


def end_of_cut(text: str, limit: int) -> int:
    """Return where to cut so that at most `limit` UTF-16 units stay: after a word, never inside a character."""
    end = _code_points(text, limit)
    if end == len(text):
        return end
    space = max((match.start() for match in re.finditer(r"\s", text[: end + 1])), default=0)
    if space > end // 2:
        return space
    while end > 1 and _belongs_to_previous(text, end):
        end -= 1
    return end


def plain_name(text: str | None, limit: int = MAX_NAME) -> str:
    """Return a foreign name fit for the middle of our line; empty where nothing of it can be seen.

    Control and direction characters go; a name written from right to left is isolated from what surrounds it.
    """
    kept = "".join(c if c in _JOINERS or unicodedata.category(c)[0] != "C" else " " for c in text or "")
    name = clip(words := " ".join(kept.split()), limit)
    if not name.strip(_JOINERS):
        return ""
    if any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in name):
        return f"{_ISOLATE}{clip(words, limit - len(_ISOLATE + _END_ISOLATE))}{_END_ISOLATE}"
    return name


def link(url: str | None, label: str) -> str:
    """Return `label` as a link, or nothing where the address is not one of the web."""
    if not url or not _is_web_address(url):
        return ""
    href = html.escape(url, quote=True)
    return f'<a href="{href}">{escape(label)}</a>' if len(href.encode()) <= MAX_URL else ""


def paragraphs(*parts: str) -> str:
    """Join what there is of `parts` with an empty line between."""
    return "\n\n".join(part for part in parts if part)


def lines(*parts: str) -> str:
    """Join what there is of `parts`, one a line."""
    return "\n".join(part for part in parts if part)


def _is_web_address(url: str) -> bool:
    if any(c.isspace() or unicodedata.category(c)[0] == "C" for c in url):
        return False
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and "." in host.strip(".")


def _code_points(text: str, limit: int) -> int:
    """Return how many code points of `text` make at most `limit` UTF-16 units."""
    if len(text) * 2 <= limit:
        return len(text)
    used = 0
    for index, character in enumerate(text):
        used += 2 if character > "\uffff" else 1
        if used > limit:
            return index
    return len(text)


def _belongs_to_previous(text: str, index: int) -> bool:
    """Whether the code point at `index` completes the character before it, or that one asks for it."""
    following = text[index]
    return (
        unicodedata.category(following)[0] == "M"
        or following in _SKIN_TONES
        or following in _JOINERS
        or text[index - 1] in _JOINERS
    )
