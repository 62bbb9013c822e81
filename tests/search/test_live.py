"""The live snapshot: swapped without waiting, closed with the last answer from it."""

from __future__ import annotations

import threading
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.errors import NoSnapshotError
from bot.index.layout import IndexFolder
from bot.index.manifest import expected
from bot.index.snapshot import Snapshot, load_current
from bot.search.engine import Engine
from bot.search.live import LiveSnapshot
from tests.corpora import NOW, BagEncoder, small_world, write_article

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from tests.corpora import World


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A small world with one snapshot."""
    world = small_world(tmp_path)
    world.build()
    return world


def snapshot_of(world: World) -> Snapshot:
    """Load the live snapshot."""
    return load_current(world.index, expected(world.config, world.encoder))


def open_files(folder: Path) -> int:
    """Return how many files and maps of this process lie below a folder."""
    links = [path for path in Path("/proc/self/fd").iterdir() if path.is_symlink()]
    files = [str(path.readlink()) for path in links if path.exists() or path.is_symlink()]
    maps = Path("/proc/self/maps").read_text(encoding="utf-8").splitlines()
    return sum(str(folder) in line for line in [*files, *maps])


def is_closed(snapshot: Snapshot) -> bool:
    """Tell whether a snapshot's files are closed."""
    return not snapshot.store._size


def test_before_the_first_there_is_none() -> None:
    live = LiveSnapshot()
    assert live.snapshot is None
    with live.use() as snapshot:
        assert snapshot is None


def test_a_replaced_snapshot_is_closed_at_once_when_nobody_uses_it(world: World) -> None:
    live, first, second = LiveSnapshot(), snapshot_of(world), snapshot_of(world)
    live.replace(first)
    live.replace(second)
    assert live.snapshot is second
    assert is_closed(first)
    assert not is_closed(second)
    live.replace(None)
    assert is_closed(second)


def test_it_stays_open_until_the_last_of_its_users_is_done(world: World) -> None:
    live, first, second = LiveSnapshot(), snapshot_of(world), snapshot_of(world)
    live.replace(first)
    with live.use() as one:
        with live.use():
            live.replace(second)
            assert one is first
        assert not is_closed(first)
        with live.use() as now:
            assert now is second
    assert is_closed(first)
    live.replace(None)


def test_it_is_given_back_after_an_error_too(world: World) -> None:
    live, first = LiveSnapshot(), snapshot_of(world)
    live.replace(first)

    def fail() -> None:
        with live.use():
            raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        fail()
    live.replace(None)
    assert is_closed(first)


def test_a_swap_does_not_wait_for_a_question_that_is_being_answered(tmp_path: Path) -> None:
    """The question ends on its own snapshot, whose files are closed then, and only then."""
    world = small_world(tmp_path)
    first = world.build().snapshot
    encoder = _SlowEncoder()
    engine = Engine(IndexFolder(world.index.root), encoder, world.config)
    engine.refresh()
    answers: list[str] = []
    asking = threading.Thread(
        target=lambda: answers.append(engine.ask("Which bishop asked for justice?", now=NOW).snapshot)
    )
    asking.start()
    assert encoder.asked.wait(20)
    write_article(world.corpus, "en/more.md", "title: More\nlanguage: en", "One more article.")
    second = world.build(now=NOW + timedelta(hours=1)).snapshot
    assert engine.refresh() is True
    assert engine._live().name == second
    assert open_files(world.index.snapshot(first))
    encoder.go.set()
    asking.join(20)
    assert answers == [first]
    assert not open_files(world.index.snapshot(first))
    engine.close()
    assert not open_files(world.index.root)


def test_a_closed_engine_answers_nothing(world: World) -> None:
    engine = Engine(IndexFolder(world.index.root), BagEncoder(), world.config)
    engine.refresh()
    engine.close()
    assert engine.coverage is None
    assert engine.previous is None
    with pytest.raises(NoSnapshotError, match=r"python embed\.py"):
        engine.ask("Who?", now=NOW)


class _SlowEncoder(BagEncoder):
    """Says when it is asked, and waits until it may go on."""

    def __init__(self) -> None:
        super().__init__()
        self.asked, self.go = threading.Event(), threading.Event()

    def encode_questions(self, texts: Sequence[str], words: Sequence[str] = ()) -> NDArray[np.float32]:
        """Wait, then encode."""
        self.asked.set()
        assert self.go.wait(20)
        return super().encode_questions(texts, words)
