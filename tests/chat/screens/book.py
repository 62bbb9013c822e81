"""The page of all screens: an introduction, tables of commands and buttons, and the scenes by chapter."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.chat.screens import markdown

if TYPE_CHECKING:
    from tests.chat.screens.stage import Scene

_INTRODUCTION: Final = Path(__file__).with_name("introduction.md")


def write(chapters: dict[str, list[Scene]], folder: Path) -> None:
    """Write the page and its pictures into a folder."""
    (folder / "pictures").mkdir(exist_ok=True)
    kept: list[Path] = []

    def keep(content: bytes) -> str:
        path = folder / "pictures" / f"timeline-{len(kept) + 1}.png"
        path.write_bytes(content)
        kept.append(path)
        return path.relative_to(folder).as_posix()

    parts = [_INTRODUCTION.read_text(encoding="utf-8")]
    parts += [f"## {chapter}\n\n{markdown.page(scenes, keep)}" for chapter, scenes in chapters.items()]
    (folder / "bot.md").write_text("\n".join(parts).rstrip() + "\n", encoding="utf-8")
