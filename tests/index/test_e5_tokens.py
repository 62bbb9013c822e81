"""The packaged model's tokenizer against the library's own, and its memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tokenizers import Tokenizer as LibraryTokenizer
from tokenizers import models, pre_tokenizers

from bot.index import e5_tokens
from bot.index.e5_packed import find_packed, pieces, read_packed
from bot.index.e5_text import packed_cleaner
from bot.index.e5_tokens import Tokenizer
from tests.index.test_encoder import TEXTS

if TYPE_CHECKING:
    from bot.index.e5_packed import PackedModel


@pytest.fixture(scope="module")
def packed() -> PackedModel:
    """Return the packaged model."""
    return read_packed(find_packed())


def test_tokens_are_those_of_the_tokenizers_library(packed: PackedModel) -> None:
    """For five languages, mixed scripts and whatever a keyboard sends, after a prefix; an empty text is one space."""
    scored = list(zip(map(bytes.decode, pieces(packed)), packed.piece_scores.tolist(), strict=True))
    library = LibraryTokenizer(models.Unigram(scored, unk_id=packed.specials.unknown, byte_fallback=False))
    library.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    ours, clean = Tokenizer(packed), packed_cleaner(packed)
    for text in TEXTS:
        dressed = f"passage: {clean(text)}"
        assert ours.tokens(dressed) == library.encode(dressed).ids, text[:80]


def test_a_text_split_again_has_the_same_tokens(packed: PackedModel, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether its words are remembered, or forgotten because there were too many."""
    monkeypatch.setattr(e5_tokens, "_REMEMBERED", 3)
    tokenizer = Tokenizer(packed)
    text = "Who pays for the trucks that wait at the bridge?"
    first = tokenizer.tokens(text)
    assert first == tokenizer.tokens(text) == Tokenizer(packed).tokens(text)
    assert len(tokenizer._words) <= 3


def test_markup_of_the_tokenizer_is_no_piece(packed: PackedModel) -> None:
    """The ids that frame and pad are never given to text."""
    special = {packed.specials.start, packed.specials.end, packed.specials.padding}
    assert not special & set(Tokenizer(packed).tokens("<s> <pad> </s> words"))
