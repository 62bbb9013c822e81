"""Building: its report counts right, and whatever goes wrong leaves what was live as it was."""

from __future__ import annotations

import signal
import subprocess
import sys
from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec
import pytest

from bot.build import build, publishers_path
from bot.config import CorpusConfig
from bot.errors import CorpusError, LockedError, ModelError
from bot.index.generations import current_name
from bot.index.lock import build_lock
from tests.corpora import ARTICLES, NOW, PROJECT, BagEncoder, World, small_world, write_article

if TYPE_CHECKING:
    from pathlib import Path

# Builds with a slow encoder: half way it prints how many texts are encoded and kept, and waits to be killed.
SLOW_BUILD = """
import sys, time
from pathlib import Path
import bot.build
from tests.corpora import BagEncoder, World

class Slow(BagEncoder):
    def encode_questions(self, texts, words=()):
        if len(self.encoded) > 12:
            print(len(self.encoded), flush=True)
            time.sleep(60)
        return super().encode_questions(texts, words)

bot.index.encoding.CHUNK = 4
World(Path(sys.argv[1]), encoder=Slow()).build()
"""


@pytest.fixture
def world(tmp_path: Path) -> World:
    """The small world, not built yet."""
    return small_world(tmp_path)


def files(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its content."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_first_build_counts_everything(world: World) -> None:
    (world.corpus / "broken.md").write_bytes(b"\xff")
    report = world.build()
    assert (report.articles, report.added, report.changed, report.removed) == (len(ARTICLES), len(ARTICLES), 0, 0)
    assert report.skipped == (("broken.md", "not UTF-8 at byte 0; save it as UTF-8"),)
    assert report.languages == {"en": 4, "es": 2, "fr": 2, "pt": 2, "ru": 2}
    assert (report.dated, report.undated) == (10, 2)
    assert report.passages >= report.articles
    assert report.sentences > report.passages
    assert report.encoded > report.passages
    assert report.reused == 11  # what the copied article shares with the first one
    assert report.snapshot == current_name(world.index)
    assert report.engine == "bag of words"
    assert report.seconds > 0


def test_the_next_build_counts_what_was_added_changed_and_removed(world: World) -> None:
    first = world.build()
    same = world.build(now=NOW + timedelta(hours=1))
    assert (same.added, same.changed, same.removed, same.encoded) == (0, 0, 0, 0)
    assert same.reused > first.passages + first.sentences
    write_article(world.corpus, "en/new.md", "title: New\nlanguage: en", "Something new.")
    write_article(world.corpus, "es/luto.md", *ARTICLES["es/luto.md"][:1], "Otro texto, muy distinto.")
    (world.corpus / "fr/ecoles.md").unlink()
    (world.corpus / "ru/sud.md").rename(world.corpus / "ru/process.md")
    report = world.build(now=NOW + timedelta(hours=2))
    assert (report.articles, report.added, report.changed, report.removed) == (len(ARTICLES), 2, 1, 2)


def test_progress_is_told_in_order_and_ends_with_everything_done(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.index.encoding.CHUNK", 10)
    told: list[tuple[str, int, int]] = []
    build(world.config, now=NOW, open_encoder=BagEncoder, progress=lambda *step: told.append(step))
    stages = list(dict.fromkeys(stage for stage, _, _ in told))
    assert stages[0] == "read"
    assert stages[-1] == "publish"
    assert "encode" in stages
    assert told[-1] == ("publish", 1, 1)
    assert all(0 <= done <= total for _, done, total in told)
    assert ("read", len(ARTICLES), len(ARTICLES)) in told


def test_the_encoder_is_opened_once_and_only_for_a_corpus_that_can_be_read(world: World) -> None:
    opened: list[BagEncoder] = []

    def open_encoder() -> BagEncoder:
        opened.append(BagEncoder())
        return opened[-1]

    empty = msgspec.structs.replace(world.config, corpus=CorpusConfig(path=str(world.folder / "nowhere")))
    with pytest.raises(CorpusError, match="nowhere: no such folder"):
        build(empty, now=NOW, open_encoder=open_encoder)
    assert not opened
    build(world.config, now=NOW, open_encoder=open_encoder)
    assert len(opened) == 1


def fail_to_open() -> BagEncoder:
    """Fail as a model does that is not there."""
    msg = "no such model"
    raise ModelError(msg)


def test_whatever_fails_the_live_snapshot_stays(world: World) -> None:
    world.build()
    before = files(world.index.root)
    del before["build.lock"], before["readings.sqlite"]
    with pytest.raises(ModelError, match="no such model"):
        build(world.config, now=NOW, open_encoder=fail_to_open)
    with pytest.raises(RuntimeError, match="the encoder died"):
        build(world.config, now=NOW, open_encoder=lambda: BagEncoder("bag@2", fails_after=3))
    (world.corpus / "publishers.csv").write_text("name\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"publishers\.csv: line 1"):
        world.build()
    for path in world.corpus.rglob("*.*"):
        path.unlink()
    with pytest.raises(CorpusError, match="not one readable article"):
        world.build()
    after = files(world.index.root)
    assert {name: content for name, content in after.items() if name in before} == before
    assert {name.partition("/")[0] for name in after.keys() - before.keys()} <= {
        "build.lock",
        "building",
        "readings.sqlite",
    }


def test_a_killed_build_goes_on_where_it_was_killed(world: World) -> None:
    """With SIGKILL in the middle of encoding: what was encoded is not encoded again, and the lock is free."""
    worker = subprocess.Popen(
        [sys.executable, "-c", SLOW_BUILD, str(world.folder)], stdout=subprocess.PIPE, text=True, cwd=PROJECT
    )
    assert worker.stdout is not None
    kept = int(worker.stdout.readline())
    with pytest.raises(LockedError, match=f"process {worker.pid}"):
        world.build()
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    worker.stdout.close()
    assert current_name(world.index) is None
    complete = small_world(world.folder / "other").build()
    report = world.build()
    assert report.encoded == complete.encoded - kept
    assert kept > 12
    assert report.snapshot == current_name(world.index)
    assert not world.index.building.exists()


def test_a_second_build_is_refused_before_it_reads_anything(world: World) -> None:
    with build_lock(world.index), pytest.raises(LockedError):
        build(world.config, now=NOW, open_encoder=fail_to_open)


def test_texts_without_words_can_be_built(tmp_path: Path) -> None:
    world = World(tmp_path)
    write_article(world.corpus, "a.md", "title: 😀", "😀 😀")
    assert world.build().passages == 1


def test_publishers_stand_beside_the_articles_unless_configured(world: World) -> None:
    assert publishers_path(world.config) == world.corpus / "publishers.csv"
    (world.corpus / "publishers.csv").unlink()
    world.build()
    elsewhere = msgspec.structs.replace(
        world.config, corpus=CorpusConfig(path=str(world.corpus), publishers=str(world.folder / "who.csv"))
    )
    with pytest.raises(CorpusError, match=r"who\.csv: no such file"):
        publishers_path(elsewhere)
    (world.folder / "who.csv").write_text("", encoding="utf-8")
    assert publishers_path(elsewhere) == world.folder / "who.csv"
