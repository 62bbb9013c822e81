"""A process with disk trouble, for test_disk.py: `python -m tests.index.disk_trouble KIND FOLDER` prints JSON.

It runs apart because limits and identities hold for a whole process.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import sys
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.build import build
from bot.errors import DatelineError
from bot.index.manifest import expected
from bot.index.rollback import roll_back
from bot.search.engine import Engine
from tests.corpora import NOW, World, small_world, write_article

if TYPE_CHECKING:
    from collections.abc import Callable

QUESTION = "Which bishop asked for justice?"
_NOBODY = 65534
# Bytes that a file may have: too few for the lock, the journal, the passages, the vectors, the words, ... in turn.
_LIMITS = (0, 10, 1_000, 5_000, 9_000, 20_000, 30_000, 45_000, 60_000, 80_000, 200_000, resource.RLIM_INFINITY)


def full(world: World) -> list[dict[str, Any]]:
    """Build again and again under limits of a file's size: what a full disk does, at another place each time."""
    found = []
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    for number, limit in enumerate(_LIMITS):
        change(world, number)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
        outcome = tried(partial(built, world, number))
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        found.append({"limit": limit, **outcome, **seen(world)})
    return found


def read_only(world: World) -> list[dict[str, Any]]:
    """Build, roll back and serve where nothing can be written."""
    change(world, 1)
    world.build(now=NOW + timedelta(days=1))
    change(world, 2)
    for path in (world.index.root, *world.index.root.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    if not os.geteuid():  # permissions do not bind root
        os.seteuid(_NOBODY)
    try:
        build = tried(lambda: world.build(now=NOW + timedelta(days=2)).snapshot)
        back = tried(lambda: roll_back(world.index, expected(world.config, world.encoder)).live)
        return [{"act": "build", **build, **seen(world)}, {"act": "rollback", **back, **seen(world)}]
    finally:
        os.seteuid(os.getuid())
        for path in (world.index.root, *world.index.root.rglob("*")):
            path.chmod(0o755)


def vanished(world: World) -> list[dict[str, Any]]:
    """Build without the corpus: gone, empty, a file in its place, and gone while it is read."""
    found = []
    for name, vanish in _VANISHINGS.items():
        aside = world.folder / "aside"
        world.corpus.rename(aside)
        outcome = vanish(world, aside)
        found.append({"how": name, **outcome, **seen(world)})
        if world.corpus.is_file():
            world.corpus.unlink()
        shutil.rmtree(world.corpus, ignore_errors=True)
        aside.rename(world.corpus)
    return found


def _gone(world: World, _: Path) -> dict[str, Any]:
    return tried(lambda: world.build().snapshot)


def _empty(world: World, _: Path) -> dict[str, Any]:
    world.corpus.mkdir()
    return tried(lambda: world.build().snapshot)


def _file(world: World, _: Path) -> dict[str, Any]:
    world.corpus.write_bytes(b"")
    return tried(lambda: world.build().snapshot)


def _while_read(world: World, aside: Path) -> dict[str, Any]:
    """Let the corpus go once its first files were read."""
    aside.rename(world.corpus)

    def progress(stage: str, done: int, _: int) -> None:
        if stage == "read" and done and world.corpus.exists():
            world.corpus.rename(aside)

    def act() -> str:
        return build(world.config, now=NOW, open_encoder=lambda: world.encoder, progress=progress).snapshot

    change(world, 7)
    return tried(act)


_VANISHINGS = {"gone": _gone, "empty": _empty, "a file": _file, "while read": _while_read}


def change(world: World, number: int) -> None:
    """Add an article."""
    text = " ".join(f"Canal {number * 10 + n} of the valley was dug." for n in range(3))
    write_article(world.corpus, f"en/canal-{number}.md", "title: Canals\nlanguage: en", text)


def built(world: World, number: int) -> str:
    """Build; return the snapshot's name."""
    return world.build(now=NOW + timedelta(days=1 + number)).snapshot


def tried(act: Callable[[], str]) -> dict[str, Any]:
    """Do something; return what it returned, or the kind and the words of its error. Others than ours are raised."""
    try:
        return {"done": act()}
    except DatelineError as error:
        return {"kind": type(error).__name__, "error": str(error)}


def seen(world: World) -> dict[str, Any]:
    """Start an engine as a bot does; return what serves and how many hits there are."""
    engine = Engine(world.index, world.encoder, world.config)
    engine.refresh()
    answer = engine.ask(QUESTION, now=NOW)
    engine.close()
    return {"live": answer.snapshot, "hits": len(answer.hits)}


if __name__ == "__main__":
    folder = Path(sys.argv[2])
    small = small_world(folder)
    first = small.build().snapshot
    seen(small)
    print(json.dumps([first, {"full": full, "read-only": read_only, "vanished": vanished}[sys.argv[1]](small)]))  # noqa: T201
