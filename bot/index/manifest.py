"""The manifest: what a snapshot says of itself, and the checksums that prove the rest of it whole.

Files are summed with XXH3 (128 bits): at 42 GB/s on one core, against 4.6 (BLAKE3), 4.4 (CRC-32C) and 1.2 (SHA-256),
reading the files is all that a load waits for. It detects damage, not forgery: who can write a file of the index can
write the manifest too.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

import msgspec
import xxhash

from bot.errors import SnapshotError
from bot.index.layout import FORMAT, MANIFEST
from bot.index.revisions import REVISIONS, Revisions

if TYPE_CHECKING:
    from pathlib import Path

    from bot.config import Config
    from bot.index.encoder import Encoder

_CHUNK = 1 << 20  # bytes read at once
_NO_SUM = "0" * 64  # what stands for the manifest's own sum while it is computed
_OWN_SUM = re.compile(rb'"own_sha256": "([0-9a-f]{64})"')


class FileSum(msgspec.Struct, frozen=True):
    """Size in bytes and XXH3 (128 bits, hexadecimal) of one file."""

    bytes: int
    xxh3: str


class Split(msgspec.Struct, frozen=True):
    """The split settings that the passages were cut with, in words."""

    words: int
    max_words: int


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a snapshot holds and how it was made.

    Dates are ISO 8601; `files` maps relative paths to their sums. `recall` was measured when the vectors were indexed,
    None where that is exact. `own_sha256` is the sum of the manifest itself, computed with zeros in its own place.
    """

    format: int
    name: str
    built: str
    model: str
    dimension: int
    split: Split
    revisions: Revisions
    corpus_digest: str
    articles: int
    passages: int
    sentences: int
    undated: int
    first_published: str | None
    last_published: str | None
    languages: dict[str, int]
    publishers: dict[str, int]
    files: dict[str, FileSum]
    recall: float | None = None
    own_sha256: str = _NO_SUM


class Expected(msgspec.Struct, frozen=True):
    """What the running program can use: a snapshot of anything else is refused."""

    model: str
    dimension: int
    split: Split
    revisions: Revisions = REVISIONS


def expected(config: Config, encoder: Encoder) -> Expected:
    """Return what a snapshot must be for this configuration and encoder."""
    return Expected(encoder.model_id, encoder.dimension, Split(config.passages.words, config.passages.max_words))


def file_sums(folder: Path) -> dict[str, FileSum]:
    """Return the sums of every file below a folder, by relative path, the manifest left out."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path != folder / MANIFEST)
    return {path.relative_to(folder).as_posix(): _sum(path) for path in files}


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest; it must be the last file of a snapshot to be written."""
    unsigned = msgspec.structs.replace(manifest, own_sha256=_NO_SUM)
    content = msgspec.json.format(msgspec.json.encode(unsigned), indent=2) + b"\n"
    own = hashlib.sha256(content).hexdigest()
    (folder / MANIFEST).write_bytes(_OWN_SUM.sub(f'"own_sha256": "{own}"'.encode(), content))


def read_manifest(folder: Path) -> Manifest:
    """Read a manifest. Raises SnapshotError where there is none, or a damaged one, or one of another format."""
    path = folder / MANIFEST
    try:
        content = path.read_bytes()
        format_ = msgspec.json.decode(content, type=dict[str, object]).get("format")
    except FileNotFoundError as error:
        msg = f"{path}: missing, so the snapshot is not complete"
        raise SnapshotError(msg) from error
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        msg = f"{path}: can't be read: {error}"
        raise SnapshotError(msg) from error
    if format_ != FORMAT:
        msg = f"{path}: format {format_}, this program reads format {FORMAT}; build again with embed.py"
        raise SnapshotError(msg)
    _check_own_sum(path, content)
    try:
        return msgspec.json.decode(content, type=Manifest)
    except msgspec.ValidationError as error:
        msg = f"{path}: {error}"
        raise SnapshotError(msg) from error


def _check_own_sum(path: Path, content: bytes) -> None:
    match = _OWN_SUM.search(content)
    unsigned = content[: match.start(1)] + _NO_SUM.encode() + content[match.end(1) :] if match else content
    if match is None or hashlib.sha256(unsigned).hexdigest().encode() != match[1]:
        msg = f"{path}: damaged, its own checksum does not fit; build again with embed.py"
        raise SnapshotError(msg)


def check_usable(folder: Path, manifest: Manifest, expected: Expected) -> None:
    """Refuse a snapshot of another model, dimension, split or revision. Raises SnapshotError naming both values."""
    pairs = (
        ("model", manifest.model, expected.model),
        ("dimension", manifest.dimension, expected.dimension),
        ("split", manifest.split, expected.split),
    )
    for what, has, wanted in pairs:
        if has != wanted:
            msg = f"{folder}: {what} is {has}, the configuration wants {wanted}; build again with embed.py"
            raise SnapshotError(msg)
    if manifest.revisions != expected.revisions:
        msg = f"{folder}: made by {manifest.revisions}, this program has {expected.revisions}; build again"
        raise SnapshotError(msg)


def verify_files(folder: Path, manifest: Manifest) -> None:
    """Compare every file with its sum. Raises SnapshotError naming the first file that differs or is missing."""
    for name, wanted in manifest.files.items():
        path = folder / name
        try:
            found = _sum(path)
        except OSError as error:
            msg = f"{path}: can't be read: {error.strerror}"
            raise SnapshotError(msg) from error
        if found != wanted:
            msg = (
                f"{path}: damaged ({found.bytes} bytes, sum {found.xxh3[:12]}; the manifest says {wanted.bytes}, "
                f"{wanted.xxh3[:12]})"
            )
            raise SnapshotError(msg)


def _sum(path: Path) -> FileSum:
    digest = xxhash.xxh3_128()
    size = 0
    buffer = memoryview(bytearray(_CHUNK))
    with path.open("rb", buffering=0) as file:
        while count := file.readinto(buffer):
            digest.update(buffer[:count])
            size += count
    return FileSum(size, digest.hexdigest())
