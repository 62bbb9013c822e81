"""Rollback: one snapshot back, whole, by one step that can't be half done."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.errors import LockedError, StoreError
from bot.index import layout, rollback
from bot.index.generations import before, candidates, current_name, is_withdrawn, standing
from bot.index.lock import build_lock
from bot.index.manifest import Expected, Split
from bot.index.rollback import roll_back
from bot.index.snapshot import load_current
from tests.corpora import NOW, BagEncoder, World, write_article

if TYPE_CHECKING:
    from bot.index.layout import IndexFolder

EXPECTED = Expected("bag@1", 64, Split(90, 140))


def built(world: World, hours: int) -> str:
    """Add an article and build; return the snapshot's name."""
    write_article(world.corpus, f"en/more{hours}.md", "title: More\nlanguage: en", f"Article number {hours}.")
    return world.build(now=NOW + timedelta(hours=hours)).snapshot


def loaded(world: World) -> str:
    """Return the name of what a bot that starts now serves."""
    snapshot = load_current(world.index, EXPECTED)
    snapshot.close()
    return snapshot.name


def test_it_goes_back_one_and_everybody_agrees_which_is_live(world: World) -> None:
    first, second = current_name(world.index), built(world, 1)
    done = roll_back(world.index, EXPECTED)
    assert (done.withdrawn, done.live) == (second, first)
    assert loaded(world) == current_name(world.index) == candidates(world.index)[0] == first
    assert candidates(world.index) == [first, second]
    assert standing(world.index) == [first]


def test_with_nothing_older_it_says_so_and_changes_nothing(world: World) -> None:
    first, second = current_name(world.index), built(world, 1)
    assert before(world.index, second) == first
    roll_back(world.index, EXPECTED)
    assert before(world.index, first or "") is None
    with pytest.raises(StoreError, match=r"index: there is no older snapshot to go back to"):
        roll_back(world.index, EXPECTED)
    assert loaded(world) == first


def test_the_next_build_publishes_on_top_and_keeps_what_was_live(world: World) -> None:
    """The withdrawn one goes first, and its vectors are taken over: nothing is encoded again."""
    first, second = current_name(world.index), built(world, 1)
    roll_back(world.index, EXPECTED)
    assert isinstance(world.encoder, BagEncoder)
    world.encoder.encoded.clear()
    third = world.build(now=NOW + timedelta(hours=2)).snapshot
    assert world.encoder.encoded == []
    assert candidates(world.index) == [third, first]
    assert second not in {path.name for path in world.index.snapshots.iterdir()}
    assert roll_back(world.index, EXPECTED).live == first


def test_a_damaged_snapshot_is_passed_over(world: World) -> None:
    """What serves is the newest usable one; back goes to the usable one before that."""
    first = current_name(world.index)
    config = world.config
    names = [first or ""]
    for hours in (1, 2, 3):
        write_article(world.corpus, f"en/more{hours}.md", "title: More\nlanguage: en", f"Article number {hours}.")
        wide = type(config)(corpus=config.corpus, index=type(config.index)(path=config.index.path, keep=4))
        names.append(world.build(now=NOW + timedelta(hours=hours), config=wide).snapshot)
    for name in (names[1], names[3]):
        (world.index.snapshot(name) / layout.MEANS).write_bytes(b"damaged")
    done = roll_back(world.index, EXPECTED)
    assert (done.withdrawn, done.live) == (names[2], names[0])
    assert loaded(world) == names[0]
    assert [name for name in names if is_withdrawn(world.index, name)] == names[1:]


def test_where_the_older_one_is_damaged_the_reason_is_told(world: World) -> None:
    first, second = current_name(world.index) or "", built(world, 1)
    (world.index.snapshot(first) / layout.MEANS).write_bytes(b"damaged")
    with pytest.raises(StoreError, match=rf"no older snapshot to go back to\n.*{re.escape(first)}/means\.npy: damaged"):
        roll_back(world.index, EXPECTED)
    assert loaded(world) == second


def test_a_foreign_one_is_nothing_to_go_back_to(world: World) -> None:
    built(world, 1)
    with pytest.raises(StoreError, match=r"split is .*90.* the configuration wants .*80"):
        roll_back(world.index, Expected("bag@1", 64, Split(80, 140)))


def test_a_withdrawn_one_serves_where_no_other_can(world: World) -> None:
    first, second = current_name(world.index) or "", built(world, 1)
    roll_back(world.index, EXPECTED)
    (world.index.snapshot(first) / layout.MEANS).write_bytes(b"damaged")
    assert loaded(world) == second


def test_it_waits_for_no_build(world: World) -> None:
    built(world, 1)
    with build_lock(world.index), pytest.raises(LockedError, match="another build is running"):
        roll_back(world.index, EXPECTED)


def test_interrupted_before_its_last_step_it_has_not_happened(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    second = built(world, 1)

    def interrupted(_: IndexFolder, name: str) -> None:
        assert name == second
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(rollback, "withdraw", interrupted)
        with pytest.raises(KeyboardInterrupt):
            roll_back(world.index, EXPECTED)
    assert loaded(world) == second


def test_interrupted_after_it_the_file_for_people_is_all_that_lags(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = current_name(world.index), built(world, 1)
    monkeypatch.setattr(rollback, "tell_current", _raise)
    with pytest.raises(KeyboardInterrupt):
        roll_back(world.index, EXPECTED)
    assert loaded(world) == first
    assert current_name(world.index) == second


def _raise(*_: object) -> None:
    raise KeyboardInterrupt
