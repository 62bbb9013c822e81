"""Messages of Telegram as Markdown: bold, links, quotations and buttons stay visible."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from tests.chat.screens.stage import Done, Listed, Said, Shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.chat.screens.stage import Scene, Step

    Entity = dict[str, Any]

OPENS: Final = "▾ "  # before a quotation that a tap opens
_QUOTES: Final = ("blockquote", "expandable_blockquote")
_INLINE: Final = {"bold": "**", "italic": "*", "code": "`"}
_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>#|])")
_LISTLIKE: Final = re.compile(r"^(\d+)([.)])(?=\s|$)|^([-+])(?=\s)")


def page(scenes: list[Scene], keep: Callable[[bytes], str]) -> str:
    """Return scenes as Markdown; `keep` stores a picture and returns its address."""
    return "\n".join(scene_text(scene, keep) for scene in scenes)


def scene_text(scene: Scene, keep: Callable[[bytes], str]) -> str:
    """Return one scene, with its title as a heading."""
    steps = "\n".join(_step(step, keep) for step in scene.steps)
    return f"### {scene.title}\n\n{scene.about}\n\n{steps}"


def _step(step: Step, keep: Callable[[bytes], str]) -> str:
    if isinstance(step, Done):
        return _done(step)
    if isinstance(step, Said):
        return f"{step.how}: {escaped(step.text)}\n"
    if isinstance(step, Listed):
        return _listed(step)
    if step.buttons_only:
        return "\n".join(["The buttons are now:\n", *(f"> {line}" for line in _buttons(step.message)[1:]), ""])
    return f"{step.how}:\n\n{_message(step, keep)}\n"


def _done(step: Done) -> str:
    what = f" {step.what}" if step.what else ""
    return (
        f"**{escaped(step.who)}**{what}: {escaped(step.text)}\n" if step.text else f"**{escaped(step.who)}**{what}.\n"
    )


def _listed(step: Listed) -> str:
    rows = [
        f"> {n}. {escaped(title)}\\\n>    {escaped(' '.join(words.split()))}" for n, (title, words) in _numbered(step)
    ]
    above = [f"> `[{step.button}]`\n>"] if step.button else []
    return "\n".join(["The bot lists:\n", *above, *rows, ""])


def _numbered(step: Listed) -> Iterator[tuple[int, tuple[str, str]]]:
    parts = ((title, ": ".join(words.splitlines())) for title, words in step.results)
    return enumerate(parts, 1)


def _message(shown: Shown, keep: Callable[[bytes], str]) -> str:
    message = shown.message
    lines = []
    if shown.picture is not None:
        lines += [f"![The chart that goes with these words]({keep(shown.picture)})", ""]
    if "document" in message:
        lines += [f"A file: `{message['document']['file_name']}`", ""]
    lines += markdown(words_of(message), message.get("entities") or message.get("caption_entities") or [])
    lines += _buttons(message)
    return "\n".join(f"> {line}".rstrip() for line in lines)


def words_of(message: dict[str, Any]) -> str:
    """Return a message's text, or the words under its picture or file."""
    return str(message.get("text") or message.get("caption") or "")


def button_rows(message: dict[str, Any]) -> list[list[str]]:
    """Return the labels of a message's buttons."""
    rows = (message.get("reply_markup") or {}).get("inline_keyboard", [])
    return [[button["text"] for button in row] for row in rows]


def _buttons(message: dict[str, Any]) -> list[str]:
    rows = [" ".join(f"`[{label}]`" for label in row) for row in button_rows(message)]
    return ["", *(f"{row}\\" for row in rows[:-1]), rows[-1]] if rows else []


def markdown(text: str, entities: list[Entity]) -> list[str]:
    """Return a text's lines as Markdown; quotations begin with `>`."""
    ranges = [(entity, *_span(text, entity)) for entity in entities]
    at, quoted_before, lines = 0, False, list[str]()
    for line in text.split("\n"):
        quote = next((e for e, first, end in ranges if e["type"] in _QUOTES and first <= at < end), None)
        opens = quote is not None and _span(text, quote)[0] == at and quote["type"] == "expandable_blockquote"
        inline = _inline(line, at, ranges)
        if quote is not None and not quoted_before and lines:
            lines.append("")
        if quote is None and quoted_before:
            lines.append("")
        lines.append(("> " if quote is not None else "") + (OPENS if opens else "") + inline)
        quoted_before = quote is not None
        at += len(line) + 1
    return _broken(lines)


def _broken(lines: list[str]) -> list[str]:
    """End each line that another of the same block follows with a break."""
    ends = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        goes_on = line.strip("> ") and following.strip("> ") and line.startswith(">") == following.startswith(">")
        ends.append(f"{line}\\" if goes_on else line)
    return ends


def _span(text: str, entity: Entity) -> tuple[int, int]:
    """Return where an entity begins and ends in code points; Telegram counts UTF-16 units."""
    raw = text.encode("utf-16-le")
    first = len(raw[: 2 * entity["offset"]].decode("utf-16-le"))
    return first, first + len(raw[2 * entity["offset"] :][: 2 * entity["length"]].decode("utf-16-le"))


def _inline(line: str, at: int, ranges: list[tuple[Entity, int, int]]) -> str:
    """Return one line with its bold and slanted parts and links marked; `at` is where it begins in the text."""
    marked = [one for one in ranges if one[0]["type"] in _INLINE or one[0]["type"] == "text_link"]
    edges = {0, len(line)}
    for _, first, end in marked:
        edges |= {min(max(first - at, 0), len(line)), min(max(end - at, 0), len(line))}
    cuts = sorted(edges)
    parts = []
    for first, end in pairwise(cuts):
        inside = [e for e, a, b in marked if a - at <= first and end <= b - at]
        parts.append(_marked(line[first:end], inside))
    return _LISTLIKE.sub(_unlisted, "".join(parts))


def _unlisted(found: re.Match[str]) -> str:
    return f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}"


def _marked(part: str, entities: list[Entity]) -> str:
    bare = part.strip()
    if not bare:
        return part
    before, after = part[: len(part) - len(part.lstrip())], part[len(part.rstrip()) :]
    said = bare if any(e["type"] == "code" for e in entities) else escaped(bare)
    for entity in entities:
        mark = _INLINE.get(entity["type"])
        said = f"{mark}{said}{mark}" if mark else f"[{said}]({entity['url']})"
    return f"{before}{said}{after}"


def escaped(text: str) -> str:
    """Return text in which Markdown marks nothing."""
    return _SPECIAL.sub(r"\\\1", text)
