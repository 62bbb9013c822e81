"""Loading: verified as a whole; a snapshot that can't be used is refused with its reason and the one before it used."""

from __future__ import annotations

import random
import re
import shutil
from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec
import numpy as np
import pytest

from bot.errors import NoSnapshotError, SnapshotError
from bot.index import layout
from bot.index import snapshot as snapshot_module
from bot.index.generations import candidates, current_name
from bot.index.manifest import Expected, Split, file_sums, read_manifest, write_manifest
from bot.index.snapshot import Refused, Snapshot, load, load_current, load_other
from tests.corpora import ARTICLES, NOW, World, write_article

if TYPE_CHECKING:
    from pathlib import Path

EXPECTED = Expected("bag@1", 64, Split(90, 140))


def live(world: World) -> Path:
    """Return the folder of the live snapshot."""
    name = current_name(world.index)
    assert name is not None
    return world.index.snapshot(name)


def build_second(world: World) -> tuple[str, str]:
    """Build a second snapshot; return the names of the first and the second."""
    first = live(world).name
    write_article(world.corpus, "en/more.md", "title: More\nlanguage: en", "One more article.")
    second = world.build(now=NOW + timedelta(hours=1)).snapshot
    return first, second


def loaded_name(world: World) -> str:
    """Load what is live; return its name."""
    snapshot = load_current(world.index, EXPECTED)
    snapshot.close()
    return snapshot.name


def test_everything_of_a_snapshot_fits_together(world: World) -> None:
    snapshot = load(live(world), EXPECTED)
    passages = snapshot.store.all_passages()
    assert len(passages) == snapshot.vectors.size == snapshot.words.size == len(snapshot.columns)
    for row, (passage, record) in enumerate(zip(passages, snapshot.columns, strict=True)):
        article = passage.article
        assert snapshot.languages[record["language"]] == article.language
        assert snapshot.publisher_names[record["publisher"]] == (article.publisher or "")
        assert record["published"] == (article.published.toordinal() if article.published else 0)
        assert record["sentences"] == len(passage.sentences)
        first = record["first_sentence"]
        for number, sentence in enumerate(passage.sentences):
            vector = world.encoder.encode_passages([f"{article.title}\n{sentence.of(article.text)}"])[0]
            assert np.allclose(snapshot.sentence_vectors.stored[first + number], vector, atol=1e-3), (row, number)
    assert {record["article"] for record in snapshot.columns} == set(range(len(ARTICLES)))
    snapshot.close()


def test_coverage_is_what_the_corpus_holds(world: World) -> None:
    snapshot = load(live(world), EXPECTED)
    coverage = snapshot.coverage
    assert coverage.snapshot == snapshot.name == live(world).name
    assert coverage.built == NOW
    assert (coverage.articles, coverage.undated) == (12, 2)
    assert (coverage.first, coverage.last) == (date(2021, 5, 4), date(2021, 6, 20))
    assert coverage.languages == {"en": 4, "es": 2, "fr": 2, "pt": 2, "ru": 2}
    assert coverage.publishers["El Correo del Valle"] == 2
    assert snapshot.publishers["Северный вестник"].ownership == "state"
    snapshot.close()


def test_one_wrong_byte_anywhere_is_refused_naming_the_file(world: World) -> None:
    """In every file of a snapshot: its first byte, its last, and five in between."""
    chosen = random.Random(7)  # noqa: S311 - the same places in every run
    for path in sorted(path for path in live(world).rglob("*") if path.is_file() and path.stat().st_size):
        content = path.read_bytes()
        for place in [0, len(content) - 1, *(chosen.randrange(len(content)) for _ in range(5))]:
            flipped = bytes([content[place] ^ (1 << chosen.randrange(8))])
            path.write_bytes(content[:place] + flipped + content[place + 1 :])
            with pytest.raises(SnapshotError, match=re.escape(path.name)):
                load(live(world), EXPECTED)
        path.write_bytes(content)
    load(live(world), EXPECTED).close()


def test_a_missing_file_is_refused_by_name(world: World) -> None:
    for path in sorted(path for path in live(world).rglob("*") if path.is_file()):
        content = path.read_bytes()
        path.unlink()
        with pytest.raises(SnapshotError, match=re.escape(path.name)):
            load(live(world), EXPECTED)
        path.write_bytes(content)


@pytest.mark.parametrize(
    ("expected", "both"),
    [
        (Expected("other@2", 64, Split(90, 140)), ("bag@1", "other@2")),
        (Expected("bag@1", 384, Split(90, 140)), ("64", "384")),
        (Expected("bag@1", 64, Split(90, 150)), ("140", "150")),
    ],
)
def test_a_foreign_snapshot_is_refused_naming_both_values(
    world: World, expected: Expected, both: tuple[str, str]
) -> None:
    with pytest.raises(SnapshotError) as caught:
        load_current(world.index, expected)
    assert all(value in str(caught.value) for value in both)


@pytest.mark.parametrize(
    ("field", "value"), [("passages", 1), ("sentences", 1), ("languages", {"en": 1}), ("passages", 10**6)]
)
def test_parts_that_do_not_belong_together_are_refused(world: World, field: str, value: object) -> None:
    """Even when every checksum fits."""
    folder = live(world)
    write_manifest(folder, msgspec.structs.replace(read_manifest(folder), **{field: value}))
    with pytest.raises(SnapshotError, match="the manifest says"):
        load(folder, EXPECTED)


def test_vectors_of_another_dimension_are_refused(world: World) -> None:
    folder = live(world)
    changed = msgspec.structs.replace(read_manifest(folder), dimension=32)
    write_manifest(folder, changed)
    with pytest.raises(SnapshotError, match="64 components of a vector, the manifest says 32"):
        load(folder, Expected("bag@1", 32, Split(90, 140)))


def test_nothing_in_a_snapshot_is_unpickled(world: World) -> None:
    """An array of objects, whose loading would run its author's code, is refused though its sum fits."""
    folder = live(world)
    np.save(folder / layout.COLUMNS, np.array([{"a": 1}], object), allow_pickle=True)
    write_manifest(folder, msgspec.structs.replace(read_manifest(folder), files=file_sums(folder)))
    with pytest.raises(SnapshotError, match=r"columns\.npy: not a readable array"):
        load(folder, EXPECTED)


def test_the_newest_snapshot_is_loaded_whatever_current_says(world: World) -> None:
    """A build that was killed before it wrote CURRENT has published all the same."""
    first, second = build_second(world)
    assert loaded_name(world) == second
    world.index.current.write_text(f"{first}\n", encoding="utf-8")
    assert loaded_name(world) == second


def test_a_refused_one_is_not_looked_into_again_until_it_changes(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    first, second = build_second(world)
    path = world.index.snapshot(second) / layout.MEANS
    content = path.read_bytes()
    path.write_bytes(content[:-1])
    refused: dict[str, Refused] = {}
    snapshot = load_other(world.index, EXPECTED, None, refused)
    assert snapshot is not None
    assert snapshot.name == first
    snapshot.close()
    with monkeypatch.context() as patch:
        patch.setattr(snapshot_module, "load", pytest.fail)
        assert load_other(world.index, EXPECTED, first, refused) is None
    assert caplog.text.count("snapshot refused") == 1
    path.write_bytes(content)
    mended = load_other(world.index, EXPECTED, first, refused)
    assert mended is not None
    assert mended.name == second
    mended.close()


def test_what_could_not_be_read_for_a_moment_is_tried_again(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = build_second(world)
    refused: dict[str, Refused] = {}

    def too_many(*_: object) -> None:
        raise SnapshotError from OSError(24, "Too many open files")

    with monkeypatch.context() as patch:
        patch.setattr(snapshot_module, "verify_files", too_many)
        assert load_other(world.index, EXPECTED, first, refused) is None
    snapshot = load_other(world.index, EXPECTED, first, refused)
    assert snapshot is not None
    assert snapshot.name == second
    snapshot.close()


def test_snapshots_replaced_while_they_are_loaded_are_looked_for_anew(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build may delete what a slow load has just listed."""
    first = live(world).name
    real_load = snapshot_module.load

    def slow_load(folder: Path, wanted: Expected) -> Snapshot:
        if folder.name == first:
            shutil.rmtree(world.index.snapshot(first))
            shutil.copytree(spare, world.index.snapshot("20990101T000000Z-00000000"))
        return real_load(folder, wanted)

    spare = shutil.copytree(live(world), world.folder / "spare")
    monkeypatch.setattr(snapshot_module, "load", slow_load)
    snapshot = load_current(world.index, EXPECTED)
    assert snapshot.coverage.articles == 12
    snapshot.close()


def test_a_closed_snapshot_gives_nothing(world: World) -> None:
    snapshot = load(live(world), EXPECTED)
    snapshot.close()
    snapshot.close()
    with pytest.raises(SnapshotError, match="closed"):
        snapshot.store.by_key("any")


@pytest.mark.parametrize("damage", ["manifest gone", "file gone", "file torn", "folder gone"])
def test_a_broken_one_falls_back_to_the_one_before(world: World, damage: str, caplog: pytest.LogCaptureFixture) -> None:
    first, second = build_second(world)
    folder = world.index.snapshot(second)
    if damage == "manifest gone":
        (folder / layout.MANIFEST).unlink()
    elif damage == "file gone":
        (folder / layout.VECTORS).unlink()
    elif damage == "file torn":
        (folder / layout.PASSAGES).write_bytes((folder / layout.PASSAGES).read_bytes()[:5000])
    else:
        shutil.rmtree(folder)
    assert loaded_name(world) == first
    assert ("snapshot refused" in caplog.text) is damage.startswith("file")


@pytest.mark.parametrize("content", [None, b"", b"\n", b"20990101T000000Z-nothing\n", b"\xff\xfe", b"../../etc"])
def test_without_a_usable_current_the_newest_is_loaded(world: World, content: bytes | None) -> None:
    _, second = build_second(world)
    if content is None:
        world.index.current.unlink()
    else:
        world.index.current.write_bytes(content)
    assert loaded_name(world) == second


def test_when_none_is_usable_every_reason_is_told(world: World) -> None:
    first, second = build_second(world)
    for name in (first, second):
        (world.index.snapshot(name) / layout.MEANS).unlink()
    with pytest.raises(SnapshotError) as caught:
        load_current(world.index, EXPECTED)
    assert not isinstance(caught.value, NoSnapshotError)
    assert first in str(caught.value)
    assert second in str(caught.value)


def test_without_any_the_message_says_how_to_build_one(tmp_path: Path) -> None:
    index = layout.IndexFolder(tmp_path / "nowhere")
    assert candidates(index) == []
    with pytest.raises(NoSnapshotError, match=r"python embed\.py"):
        load_current(index, EXPECTED)


def test_a_snapshot_that_is_still_being_written_is_no_candidate(world: World) -> None:
    """Its folder begins with a dot until it is complete and on the disk."""
    name = live(world).name
    shutil.copytree(live(world), world.index.snapshots / f".{name}-2")
    assert candidates(world.index) == [name]
