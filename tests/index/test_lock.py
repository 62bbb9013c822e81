"""The lock: one build at a time, the second is told about the first, and the dead hold nothing."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from bot.errors import LockedError, StoreError
from bot.index.layout import IndexFolder
from bot.index.lock import build_lock
from tests.corpora import PROJECT, World

if TYPE_CHECKING:
    from pathlib import Path

HOLD = (
    "import sys, time, pathlib\n"
    "from bot.index.layout import IndexFolder\n"
    "from bot.index.lock import build_lock\n"
    "with build_lock(IndexFolder(pathlib.Path(sys.argv[1]))):\n"
    "    print('held', flush=True)\n"
    "    time.sleep(60)\n"
)
_SINCE = r"since 20\d\d-\d\d-\d\d \d\d:\d\d:\d\d UTC"


def test_a_second_builder_is_told_who_builds_and_since_when(world: World) -> None:
    with _holder(world) as holder:
        with pytest.raises(
            LockedError, match=rf"build\.lock: another build is running \(process {holder.pid}, {_SINCE}"
        ):
            world.build()
        holder.terminate()
        holder.wait()
    world.build()


def test_a_killed_builders_lock_is_free(world: World) -> None:
    """Even when its number has been given to another process: it is not the number that counts."""
    with _holder(world) as holder:
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    signed = world.index.lock.read_text(encoding="utf-8")
    assert signed.startswith(f"{holder.pid} ")
    world.index.lock.write_text(signed.replace(str(holder.pid), str(os.getppid())), encoding="utf-8")
    with build_lock(world.index):
        assert re.fullmatch(rf"{os.getpid()} {_SINCE.removeprefix('since ')}\n", world.index.lock.read_text("utf-8"))


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


def test_who_has_not_signed_yet_is_unknown(world: World) -> None:
    """Between taking the lock and signing it there is a moment."""
    with build_lock(world.index):
        world.index.lock.write_text("", encoding="utf-8")
        with pytest.raises(LockedError, match="process unknown"), build_lock(world.index):
            pass


def test_whoever_gets_the_lock_clears_away_what_a_killed_build_left(world: World) -> None:
    (world.index.snapshots / ".20200101T000000Z-dead").mkdir()
    (world.index.snapshots / ".20200101T000000Z-dead" / "vectors").write_bytes(b"x" * 1000)
    (world.index.snapshots / ".20200101T000000Z-old.gone").mkdir()
    (world.index.snapshots / ".DS_Store").write_bytes(b"x")
    with build_lock(world.index):
        assert [path.name for path in world.index.snapshots.iterdir() if path.name.startswith(".")] == [".DS_Store"]


def test_where_no_folder_can_be_made_the_error_says_so(tmp_path: Path) -> None:
    (tmp_path / "index").write_bytes(b"a file")
    with (
        pytest.raises(StoreError, match=r"index: can't be written: File exists"),
        build_lock(IndexFolder(tmp_path / "index")),
    ):
        pass


def _holder(world: World) -> subprocess.Popen[str]:
    """Start a process that holds the lock, and wait until it does."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(world.index.root)], stdout=subprocess.PIPE, text=True, cwd=PROJECT
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    return holder
