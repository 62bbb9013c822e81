"""From candidates to hits: what stands far behind is fetched where the first hits need it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.model import Note
from bot.search import candidates
from bot.search.engine import Engine
from tests.corpora import NOW, World, write_article

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from bot.model import Answer

PUBLISHERS = """name,domain,country,ownership,languages,notes,evidence
State One,one.example,RU,state,en,,
State Two,two.example,RU,state,en,,
Free Press,free.example,GB,private,en,,
"""
DAYS = ("Monday", "Tuesday", "Friday", "Sunday", "Thursday", "Saturday") * 2
WITNESSES = (
    "a first envoy of Sorvania", "the minister", "general Ruiz in his bunker", "an admiral on leave", "his old aide",
    "the consul", "two bishops of the valley", "a miller", "the tall harbour master", "one fisherman", "nobody", "all",
)  # fmt: skip
QUESTION = "Why did the Belmora dam burst?"
REASONS = (
    "a drone hit it", "spies cut it", "agents mined it", "rebels shelled it", "an enemy wished so", "a plot went on",
    "divers came", "a boat rammed it", "hackers opened the gates", "a traitor slept", "planes dived", "guards fled",
)  # fmt: skip


def _asked(folder: Path, *, elsewhere: str | None) -> Answer:
    """Return the answer where more state media than an answer has hits tell it, each in its own words."""
    world = World(folder)
    for number, reason in enumerate(REASONS):
        text = f"{reason} on {DAYS[number]}: so the Belmora dam did burst, {WITNESSES[number]} said."
        head = f"title: Belmora dam {number}\npublisher: State {('One', 'Two')[number % 2]}\nlanguage: en"
        write_article(world.corpus, f"state{number}.md", head, text)
    if elsewhere:
        head = "title: Engineers\npublisher: Free Press\nlanguage: en"
        write_article(world.corpus, "free.md", head, elsewhere)
    (world.corpus / "publishers.csv").write_text(PUBLISHERS, encoding="utf-8")
    world.build()
    engine = Engine(world.index, world.encoder, world.config)
    engine.refresh()
    return engine.ask(QUESTION, now=NOW)


def test_what_comes_from_elsewhere_is_fetched_from_behind_the_last_hit(tmp_path: Path) -> None:
    """Twelve state articles are nearer; the answer has ten hits."""
    found = _asked(tmp_path, elsewhere="Why the Belmora dam burst: rust, say engineers who had warned of leaks.")
    assert [hit.passage.article.id for hit in found.hits if hit.other_side] == ["free.md"]
    assert found.hits[2].passage.article.id == "free.md"
    assert len(found.hits) == len({hit.passage.key for hit in found.hits}) == 10
    assert Note.ONE_SIDE not in found.notes


def test_what_comes_from_elsewhere_is_searched_for_where_no_candidate_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a collection with hundreds of state articles on the matter, none of which leaves room for another."""
    monkeypatch.setattr(candidates, "_FROM_VECTORS", 3)
    monkeypatch.setattr(candidates, "_FROM_WORDS", 1)
    found = _asked(tmp_path, elsewhere="Why the Belmora dam burst: of rust, say engineers who had warned.")
    assert [hit.passage.article.publisher for hit in found.hits].count("Free Press") == 1
    assert found.hits[2].passage.article.id == "free.md"
    assert found.hits[2].other_side
    assert Note.ONE_SIDE not in found.notes


def test_where_nothing_comes_from_elsewhere_the_answer_says_so(tmp_path: Path) -> None:
    found = _asked(tmp_path, elsewhere="Bakers of the capital sell less bread this spring.")
    assert not any(hit.other_side for hit in found.hits)
    assert Note.ONE_SIDE in found.notes
