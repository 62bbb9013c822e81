"""The manifest: it proves itself and every other file, and refuses what the program can't use."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import msgspec
import pytest

from bot.errors import SnapshotError
from bot.index.layout import FORMAT, MANIFEST
from bot.index.manifest import (
    Expected,
    Manifest,
    Split,
    check_usable,
    file_sums,
    read_manifest,
    verify_files,
    write_manifest,
)
from bot.index.revisions import REVISIONS

if TYPE_CHECKING:
    from pathlib import Path

EXPECTED = Expected("bag@1", 64, Split(90, 140))


def manifest(folder: Path) -> Manifest:
    """Write a small folder with its manifest and return that."""
    (folder / "words").mkdir(parents=True)
    (folder / "words" / "a.idx").write_bytes(b"words")
    (folder / "vectors").write_bytes(b"\x00" * 3_000_000)
    made = Manifest(
        format=FORMAT,
        name="n",
        built="2021-07-01T12:00:00+00:00",
        model="bag@1",
        dimension=64,
        split=Split(90, 140),
        revisions=REVISIONS,
        corpus_digest="d",
        articles=2,
        passages=3,
        sentences=4,
        undated=1,
        first_published="2021-05-04",
        last_published=None,
        languages={"en": 1, "ru": 1},
        publishers={"Северный вестник": 2},
        files=file_sums(folder),
    )
    write_manifest(folder, made)
    return made


def test_what_was_written_is_read(tmp_path: Path) -> None:
    made = manifest(tmp_path)
    read = read_manifest(tmp_path)
    assert msgspec.structs.replace(read, own_sha256=made.own_sha256) == made
    assert read.own_sha256 != made.own_sha256
    check_usable(tmp_path, read, EXPECTED)
    verify_files(tmp_path, read)


def test_it_is_json_that_people_can_read(tmp_path: Path) -> None:
    manifest(tmp_path)
    content = (tmp_path / MANIFEST).read_text(encoding="utf-8")
    assert json.loads(content)["publishers"] == {"Северный вестник": 2}
    assert content.count("\n") > 20


def test_sums_are_of_all_files_but_the_manifest(tmp_path: Path) -> None:
    manifest(tmp_path)
    sums = file_sums(tmp_path)
    assert {name: sum_.bytes for name, sum_ in sums.items()} == {"vectors": 3_000_000, "words/a.idx": 5}
    assert sums["words/a.idx"].xxh3 == "c60c12bfba9935c87b3466a407f9f25e"


def test_every_single_byte_of_it_counts(tmp_path: Path) -> None:
    """Spaces and line ends too: whatever is changed, the manifest is refused."""
    manifest(tmp_path)
    path = tmp_path / MANIFEST
    content = path.read_bytes()
    for place in range(0, len(content), 7):
        path.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
        with pytest.raises(SnapshotError, match=MANIFEST):
            read_manifest(tmp_path)


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"null", b"\xff\xfe", b'{"format": "1"}', b"{" * 100_000])
def test_what_is_no_manifest_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    (tmp_path / MANIFEST).write_bytes(content)
    with pytest.raises(SnapshotError, match=MANIFEST):
        read_manifest(tmp_path)


def test_a_cut_one_is_refused(tmp_path: Path) -> None:
    manifest(tmp_path)
    content = (tmp_path / MANIFEST).read_bytes()
    for length in range(0, len(content) - 1, 41):
        (tmp_path / MANIFEST).write_bytes(content[:length])
        with pytest.raises(SnapshotError):
            read_manifest(tmp_path)


def test_a_missing_one_means_an_incomplete_snapshot(tmp_path: Path) -> None:
    with pytest.raises(SnapshotError, match="missing, so the snapshot is not complete"):
        read_manifest(tmp_path)


def test_another_format_is_refused_naming_both(tmp_path: Path) -> None:
    write_manifest(tmp_path, msgspec.structs.replace(manifest(tmp_path), format=FORMAT + 1))
    with pytest.raises(SnapshotError, match=f"format {FORMAT + 1}, this program reads format {FORMAT}"):
        read_manifest(tmp_path)


@pytest.mark.parametrize(
    ("expected", "message"),
    [
        (Expected("other@2", 64, Split(90, 140)), "model is bag@1, the configuration wants other@2"),
        (Expected("bag@1", 384, Split(90, 140)), "dimension is 64, the configuration wants 384"),
        (
            Expected("bag@1", 64, Split(80, 140)),
            r"split is Split\(words=90, max_words=140\), the configuration wants Split\(words=80, max_words=140\)",
        ),
        (
            Expected("bag@1", 64, Split(90, 140), msgspec.structs.replace(REVISIONS, tokens=99)),
            rf"made by .*tokens revision {REVISIONS.tokens},.* this program has .*tokens revision 99",
        ),
    ],
)
def test_what_the_program_cannot_use_is_refused_naming_both_values(
    tmp_path: Path, expected: Expected, message: str
) -> None:
    with pytest.raises(SnapshotError, match=message):
        check_usable(tmp_path, manifest(tmp_path), expected)


@pytest.mark.parametrize("content", [b"wordz", b"word", b"wordss", b""])
def test_a_file_that_differs_is_named(tmp_path: Path, content: bytes) -> None:
    made = manifest(tmp_path)
    (tmp_path / "words" / "a.idx").write_bytes(content)
    with pytest.raises(SnapshotError, match=rf"a\.idx: damaged \({len(content)} bytes.*the manifest says 5"):
        verify_files(tmp_path, made)


def test_a_file_that_is_missing_is_named(tmp_path: Path) -> None:
    made = manifest(tmp_path)
    (tmp_path / "vectors").unlink()
    with pytest.raises(SnapshotError, match="vectors: can't be read: No such file"):
        verify_files(tmp_path, made)
