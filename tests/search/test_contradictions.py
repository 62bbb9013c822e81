"""Contradictions: a copy that gives another figure is shown beside the hit, not hidden behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.search.engine import Engine
from tests.corpora import ARTICLES, NOW, small_world, write_article

if TYPE_CHECKING:
    from pathlib import Path

QUESTION = "How many dead did rescue teams count in Belmora by nightfall?"


def _asked(folder: Path, *tolls: str) -> list[tuple[str, set[str]]]:
    """Return the hits' articles with what they name as copies, where more copies say `tolls` for 142."""
    world = small_world(folder)
    head, text = ARTICLES["en/copy.md"]
    for number, toll in enumerate(tolls):
        other = head.replace("Northern Mail", f"Harbour Post {number}")
        write_article(world.corpus, f"en/more{number}.md", other, text.replace("142", toll))
    world.build()
    engine = Engine(world.index, world.encoder, world.config)
    engine.refresh()
    hits = engine.ask(QUESTION, now=NOW).hits
    return [(hit.passage.article.id, {copy.id for copy in hit.also}) for hit in hits]


def test_copies_that_agree_are_one_hit(tmp_path: Path) -> None:
    found = _asked(tmp_path, "142")
    copies = {"en/burst.md", "en/copy.md", "en/more0.md"}
    shown = [(article, also) for article, also in found if article in copies]
    assert [{article} | also for article, also in shown] == [copies]


def test_copies_with_another_figure_are_one_hit_of_their_own(tmp_path: Path) -> None:
    found = _asked(tmp_path, "118", "118")
    copies = {"en/burst.md", "en/copy.md", "en/more0.md", "en/more1.md"}
    shown = [(place, {article} | also) for place, (article, also) in enumerate(found) if article in copies]
    assert sorted(sorted(version) for _, version in shown) == [
        ["en/burst.md", "en/copy.md"],
        ["en/more0.md", "en/more1.md"],
    ]
    assert shown[1][0] - shown[0][0] == 1
