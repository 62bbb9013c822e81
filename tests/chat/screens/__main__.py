"""Write `docs/bot.md` with its picture: `python -m tests.chat.screens`."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

from tests.chat.screens.book import write
from tests.chat.screens.show import copied, staged, whole
from tests.corpora import PROJECT, real_world

_DOCS = PROJECT / "docs"
_CACHE = PROJECT / ".pytest_cache" / "d" / "real-corpus" / "index"  # the tests' own: it saves time, and only that


async def main() -> None:
    """Build the shipped corpus, play every scene and write the page."""
    with tempfile.TemporaryDirectory(prefix="dateline-screens-") as name:
        folder = Path(name)
        config = copied(real_world(folder, _CACHE), folder)
        async with staged(config) as stage:
            chapters = await whole(stage, folder)
    write(chapters, _DOCS)
    sys.stdout.write(f"{sum(map(len, chapters.values()))} scenes in {_DOCS / 'bot.md'}\n")


if __name__ == "__main__":
    asyncio.run(main())
