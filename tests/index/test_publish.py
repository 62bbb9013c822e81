"""Publishing: complete or not at all, one builder at a time, old snapshots kept as configured."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec
import pytest

from bot.errors import LockedError
from bot.index import layout, publish
from bot.index import manifest as manifest_module
from bot.index.publish import build_lock, make_live, prune
from bot.index.snapshot import candidates, current_name
from tests.corpora import NOW, PROJECT, World, write_article

if TYPE_CHECKING:
    from pathlib import Path

    from bot.index.manifest import Manifest

HOLD = (
    "import sys, time, pathlib\n"
    "from bot.index.layout import IndexFolder\n"
    "from bot.index.publish import build_lock\n"
    "with build_lock(IndexFolder(pathlib.Path(sys.argv[1]))):\n"
    "    print('held', flush=True)\n"
    "    time.sleep(60)\n"
)


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
    second = world.build().snapshot
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


@pytest.mark.parametrize("step", ["write_words", "write_vectors", "write_manifest", "_sync_tree", "make_live"])
def test_a_failure_at_any_step_leaves_what_was_live(world: World, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    before = current_name(world.index) or ""
    content = files(world.index.snapshot(before))

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(publish, step, fail)
        with pytest.raises(OSError, match="No space left"):
            build_again(world, 1)
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
    make_live(world.index, names[2])
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
        make_live(world.index, "another")
        assert old.read().strip() != "another"
    assert current_name(world.index) == "another"
    assert [path.name for path in world.index.root.iterdir() if path.name.startswith("CURRENT")] == ["CURRENT"]


def test_a_second_builder_is_refused_with_the_first_ones_process(world: World) -> None:
    with _holder(world) as holder:
        with pytest.raises(LockedError, match=rf"build\.lock: another build is running \(process {holder.pid}\)"):
            world.build()
        holder.terminate()
        holder.wait()
    world.build()


def test_a_killed_builders_lock_is_free(world: World) -> None:
    with _holder(world) as holder:
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    assert world.index.lock.read_text(encoding="utf-8") == f"{holder.pid}\n"
    with build_lock(world.index):
        assert world.index.lock.read_text(encoding="utf-8") == f"{os.getpid()}\n"


def test_the_lock_is_free_after_an_error(world: World) -> None:
    def fail() -> None:
        with build_lock(world.index):
            raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        fail()
    with build_lock(world.index):
        pass


def test_the_lock_does_not_nest(world: World) -> None:
    with build_lock(world.index), pytest.raises(LockedError, match=str(os.getpid())), build_lock(world.index):
        pass


def _holder(world: World) -> subprocess.Popen[str]:
    """Start a process that holds the lock, and wait until it does."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(world.index.root)], stdout=subprocess.PIPE, text=True, cwd=PROJECT
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    return holder
