"""Answers kept for whoever asks the same again."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from bot.errors import NoSnapshotError
from bot.model import Answer, Filters, Outcome, Question
from bot.search.cache import AnswerCache, Asked, asked
from bot.search.engine import Engine
from tests.corpora import NOW, BagEncoder, small_world, write_article

if TYPE_CHECKING:
    from pathlib import Path

_NOON = datetime(2019, 5, 2, 12, tzinfo=UTC)


def _key(text: str = "Who?", **changes: Any) -> Asked:
    given: dict[str, Any] = {"now": _NOON, "language": "en", "filters": Filters(), "limit": 10, **changes}
    return asked(given.pop("snapshot", "one"), text, **given)


def _answer(text: str) -> Answer:
    return Answer(Question(text, "en"), Outcome.NOTHING, 0.0, (), "one")


@pytest.mark.parametrize(
    "changes",
    [
        {"snapshot": "two"},
        {"text": "Whom?"},
        {"now": _NOON + timedelta(days=1)},
        {"language": None},
        {"filters": Filters(languages=frozenset({"es"}))},
        {"limit": 3},
    ],
)
def test_whatever_changes_the_answer_changes_the_key(changes: dict[str, Any]) -> None:
    assert _key(**changes) != _key()


def test_what_nothing_reads_does_not_change_the_key() -> None:
    """Spaces, invisible characters, the hour."""
    assert _key("  Who?\u200b \n", now=_NOON + timedelta(hours=11)) == _key("Who?")


def test_the_answers_used_last_are_kept() -> None:
    cache = AnswerCache(2)
    for text in ("a", "b"):
        cache.put(_key(text), _answer(text))
    assert cache.get(_key("a")) == _answer("a")
    cache.put(_key("c"), _answer("c"))
    assert cache.get(_key("b")) is None
    assert cache.get(_key("a")) == _answer("a")
    cache.clear()
    assert cache.get(_key("a")) is None


def test_threads_share_the_cache() -> None:
    """Eight at once, many more keys than places: each gets its own answer or none."""
    cache = AnswerCache(8)

    def use(number: int) -> bool:
        text = str(number % 40)
        found = cache.get(_key(text)) or cache.put(_key(text), _answer(text))
        return found.question.text == text

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(use, range(4000)))


def test_the_same_question_is_encoded_once_a_snapshot(tmp_path: Path) -> None:
    """The answer is the same, spaces apart; a new snapshot answers for itself."""
    world, encoder = small_world(tmp_path), BagEncoder()
    world.build()
    engine = Engine(world.index, encoder, world.config)
    engine.refresh()
    first = engine.ask("Who resigned as director of Hidrosor?", now=NOW)
    encoded = len(encoder.encoded)
    assert encoded > 0
    assert engine.ask(" Who resigned  as director of Hidrosor? ", now=NOW) is first
    assert len(encoder.encoded) == encoded
    write_article(world.corpus, "en/new.md", "title: A new director", "A woman leads Hidrosor now, they said.")
    world.build()
    assert engine.refresh()
    fresh = engine.ask("Who resigned as director of Hidrosor?", now=NOW)
    assert len(encoder.encoded) > encoded
    assert fresh.snapshot != first.snapshot


def test_a_closed_engine_has_forgotten_its_answers(tmp_path: Path) -> None:
    """It gives none, not even one that it gave before."""
    world = small_world(tmp_path)
    world.build()
    engine = Engine(world.index, BagEncoder(), world.config)
    engine.refresh()
    engine.ask("Who resigned?", now=NOW)
    engine.close()
    with pytest.raises(NoSnapshotError):
        engine.ask("Who resigned?", now=NOW)
    assert not engine._answers._answers
