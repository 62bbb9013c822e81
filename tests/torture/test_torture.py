"""The torture itself, in small: it runs, and it finds what it looks for."""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING

import pytest

from bot.index import layout
from bot.index.generations import candidates
from tests.torture import ground as grounds
from tests.torture.damage import UndetectedError, corrupt_all
from tests.torture.fire import BrokenError, Fire
from tests.torture.ground import change, lay_out

if TYPE_CHECKING:
    from pathlib import Path

    from bot.index.manifest import Manifest
    from tests.torture.ground import Ground


@pytest.fixture
def ground(tmp_path: Path) -> Ground:
    """An index with two snapshots."""
    ground = lay_out(tmp_path)
    ground.build()
    change(ground, random.Random(1))  # noqa: S311 - repeatable
    ground.build()
    return ground


def test_changed_bytes_are_refused_in_every_file_and_harmless_in_current(ground: Ground) -> None:
    """`make torture` does a thousand for each file, this a few."""
    figures = corrupt_all(ground, random.Random(2), 8)  # noqa: S311 - repeatable
    folder = ground.index.snapshot(candidates(ground.index)[0])
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    empty = {name for name in files if not (folder / name).stat().st_size}
    by_builds = set(figures["never read to answer, refused by builds"])
    assert set(figures["refused, by file"]) | by_builds == files - empty
    assert by_builds <= layout.BUILD_ONLY
    assert figures["refused"] == 8 * len(files - empty - by_builds)
    assert figures["harmless changes of CURRENT"] == 8


def test_a_loader_that_does_not_verify_is_found_out(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    def trusting(_: Path, __: Manifest) -> None:
        return

    monkeypatch.setattr("bot.index.snapshot.verify_files", trusting)
    with pytest.raises(UndetectedError, match="the snapshot was loaded"):
        corrupt_all(ground, random.Random(3), 4)  # noqa: S311 - repeatable


def test_texts_that_are_encoded_again_are_found_out(ground: Ground) -> None:
    fire = Fire(ground, random.Random(4))  # noqa: S311 - repeatable
    ground.notes.write_text("ab\ncd\n", encoding="ascii")
    with pytest.raises(BrokenError, match="1 texts were encoded again"):
        fire._check_encoded({"cd", "ef"})


def test_another_snapshot_than_the_newest_is_found_out(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    fire = Fire(ground, random.Random(5))  # noqa: S311 - repeatable
    fire._check(ground)
    monkeypatch.setattr("tests.torture.fire.newest_complete", lambda _: "another")
    with pytest.raises(BrokenError, match="the newest complete snapshot is another"):
        fire._check(ground)


def test_orphans_that_grow_are_found_out(ground: Ground) -> None:
    fire = Fire(ground, random.Random(6))  # noqa: S311 - repeatable
    for number in range(6):
        live = ground.index.snapshot(candidates(ground.index)[0])
        shutil.copytree(live, ground.index.snapshots / f".orphan-{number}")
    with pytest.raises(BrokenError, match="bytes in the index folder"):
        fire._check(ground)


def test_every_kept_vector_is_known_by_its_hash(ground: Ground) -> None:
    """What `_check_encoded` compares with: without it the check could not fail."""
    noted = set(ground.notes.read_text(encoding="ascii").split())
    assert len(noted) > 100
    assert noted <= grounds.kept_hashes(ground)
