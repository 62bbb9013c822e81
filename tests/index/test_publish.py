"""Publishing: complete or not at all, one builder at a time, old snapshots kept as configured."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import msgspec
import pytest

from bot.errors import StoreError
from bot.index import finish, layout, publish
from bot.index import manifest as manifest_module
from bot.index.generations import candidates, current_name, free_name, prune, tell_current, withdraw
from tests.corpora import NOW, World, write_article

if TYPE_CHECKING:
    from pathlib import Path

    from bot.index.manifest import Manifest


def files(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its content."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def build_again(world: World, hours: int, keep: int | None = None) -> str:
    """Change the corpus and build; return the new snapshot's name."""
    write_article(world.corpus, f"en/more{hours}.md", "title: More\nlanguage: en", f"Article number {hours}.")
    config = world.config
    if keep is not None:
        config = msgspec.structs.replace(config, index=msgspec.structs.replace(config.index, keep=keep))
    return world.build(now=NOW + timedelta(hours=hours), config=config).snapshot


def test_a_snapshot_is_named_by_its_time_and_its_corpus(world: World) -> None:
    name = current_name(world.index) or ""
    assert name.startswith("20210701T120000Z-")
    assert [path.name for path in world.index.snapshots.iterdir()] == [name]


def test_two_builds_in_one_second_get_two_names(world: World) -> None:
    first = current_name(world.index)
    second = world.build(rebuild=True).snapshot
    assert second == f"{first}-2"
    assert current_name(world.index) == second


def test_the_manifest_is_written_last(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until it is there nothing names the new snapshot, and afterwards no file of it is written any more."""
    there: list[set[str]] = []

    def write_manifest(folder: Path, manifest: Manifest) -> None:
        there.append({path.name for path in folder.iterdir()})
        assert folder.name.startswith(".")
        assert current_name(world.index) != manifest.name
        manifest_module.write_manifest(folder, manifest)

    monkeypatch.setattr(publish, "write_manifest", write_manifest)
    name = build_again(world, 1)
    assert there == [{path.name for path in world.index.snapshot(name).iterdir()} - {layout.MANIFEST}]


@pytest.mark.parametrize("step", ["update_words", "write_vectors", "write_manifest", "_sync_tree", "publish"])
def test_a_failure_at_any_step_leaves_what_was_live(world: World, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    before = current_name(world.index) or ""
    content = files(world.index.snapshot(before))

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(finish if hasattr(finish, step) else publish, step, fail)
        with pytest.raises(StoreError, match=r"index: can't be written: No space left on device \(\d+ MB are free"):
            build_again(world, 1)
    assert [path.name for path in world.index.snapshots.iterdir()] == [before]
    assert current_name(world.index) == before
    assert candidates(world.index)[0] == before
    assert files(world.index.snapshot(before)) == content
    after = build_again(world, 2)
    assert current_name(world.index) == after
    assert not [path for path in world.index.snapshots.iterdir() if path.name.startswith(".")]


def test_the_newest_are_kept_and_the_live_one_always(world: World) -> None:
    first = current_name(world.index) or ""
    names = [first, *(build_again(world, hours) for hours in (1, 2, 3))]
    assert candidates(world.index) == names[:1:-1]
    withdraw(world.index, names[3])
    prune(world.index, 1)
    assert candidates(world.index) == [names[2]]


def test_as_many_are_kept_as_configured(world: World) -> None:
    names = [current_name(world.index), *(build_again(world, hours, keep=3) for hours in (1, 2, 3))]
    assert candidates(world.index) == names[:0:-1]


def test_unfinished_builds_are_cleared_away_and_files_of_others_left(world: World) -> None:
    (world.index.snapshots / ".20200101T000000Z-dead").mkdir()
    (world.index.snapshots / "20200101T000000Z-half").mkdir()
    (world.index.snapshots / ".DS_Store").write_bytes(b"x")
    name = build_again(world, 1)
    assert {path.name for path in world.index.snapshots.iterdir()} == {".DS_Store", *candidates(world.index)}
    assert current_name(world.index) == name


def test_current_is_replaced_at_once(world: World) -> None:
    """A reader never sees an empty or half-written name: a new file takes the old one's place."""
    with world.index.current.open(encoding="utf-8") as old:
        tell_current(world.index, "another")
        assert old.read().strip() != "another"
    assert current_name(world.index) == "another"
    assert [path.name for path in world.index.root.iterdir() if path.name.startswith("CURRENT")] == ["CURRENT"]


@pytest.mark.parametrize("step", ["tell_current", "prune"])
def test_a_failure_after_the_publication_is_logged_and_the_new_one_is_live(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, step: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(publish, step, fail)
        name = build_again(world, 1)
    assert candidates(world.index)[0] == name
    assert "could not be cleared away" in caplog.text
    build_again(world, 2)
    assert len(candidates(world.index)) == 2


def test_a_clock_that_went_back_makes_no_older_snapshot(world: World) -> None:
    first = build_again(world, 5)
    second = build_again(world, 1)
    third = build_again(world, 2)
    assert second.startswith("20210701T170000Z-")
    assert third.endswith("-3")
    assert candidates(world.index) == [third, second]
    assert first not in candidates(world.index)


def test_the_tenth_of_a_second_is_newer_than_the_ninth(world: World) -> None:
    live = world.index.snapshot(current_name(world.index) or "")
    for number in (2, 9, 10):
        shutil.copytree(live, world.index.snapshot(f"20300101T000000Z-00000000-{number}"))
    assert [name[-2:] for name in candidates(world.index)[:3]] == ["10", "-9", "-2"]
    assert free_name(world.index, datetime(2030, 1, 1, tzinfo=UTC), "f" * 32) == "20300101T000000Z-ffffffff-11"


def test_a_folder_of_another_name_is_older_than_ours_and_pruned(world: World) -> None:
    live = world.index.snapshot(current_name(world.index) or "")
    shutil.copytree(live, world.index.snapshot("a copy"))
    assert candidates(world.index) == [live.name, "a copy"]
    build_again(world, 1)
    assert "a copy" not in candidates(world.index)


def test_an_interrupted_deletion_leaves_nothing_that_looks_whole(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A snapshot is hidden before its first file is deleted."""
    build_again(world, 1)

    def interrupted(folder: Path, *, ignore_errors: bool = False) -> None:
        if not folder.name.endswith(".gone"):
            delete(folder, ignore_errors=ignore_errors)
            return
        (folder / layout.VECTORS).unlink()
        raise KeyboardInterrupt

    delete = shutil.rmtree

    with monkeypatch.context() as patch:
        patch.setattr("bot.index.generations.shutil.rmtree", interrupted)
        with pytest.raises(KeyboardInterrupt):
            build_again(world, 2)
    assert len(candidates(world.index)) == 2
    assert all((world.index.snapshot(name) / layout.VECTORS).exists() for name in candidates(world.index))
    build_again(world, 3)
    assert not [path for path in world.index.snapshots.iterdir() if path.name.startswith(".")]
