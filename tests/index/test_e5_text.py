"""Cleaning texts before they are encoded."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.index.e5_packed import find_packed, read_packed
from bot.index.e5_text import MAX_CHARACTERS, MAX_QUESTION_CHARACTERS, clean_text, cut_question, packed_cleaner

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.index.e5_packed import PackedModel

_ODD = "\ud83d\ude00\0\t\n\x01\x85\u00a0\u200b\u0301\ufdfa▁<s>🜀🜁ａ﷽e\u0308й漢한글ｶﾞ\u1100\u1161"


@pytest.fixture(scope="module")
def model() -> PackedModel:
    """Return the packaged model."""
    return read_packed(find_packed())


@pytest.fixture(scope="module")
def clean(model: PackedModel) -> Callable[[str], str]:
    """Return the packaged model's cleaner."""
    return packed_cleaner(model)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\0b", "a b"),
        ("\ud83d\ude00", "😀"),
        ("a\ud83db", "a\ufffdb"),
        ("x" * 100_000, "x" * MAX_CHARACTERS),
    ],
)
def test_any_text_becomes_encodable(text: str, expected: str) -> None:
    """NULs, surrogates and enormous texts are mended, whatever the model."""
    assert clean_text(text) == expected
    clean_text(text).encode("utf-8")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        (" \t\n\u00a0\u200b ", ""),
        ("cafe\u0301  \r\n fr\u00edo", "café frío"),
        ("Ｍａｄｕｒｏ ２０１９", "Maduro 2019"),
        ("и\u0306", "й"),
        ("one <s>two</s> <mask> three", "one two three"),
        ("＜mask＞", ""),
        ("a▁▁b", "a b"),
        ("a 🜀🜁🜂 b🜀", "a 🜀 b🜀"),
        ("a\x01\x02b", "ab"),
        ("\ufdfa", unicodedata.normalize("NFKC", "\ufdfa")),
    ],
)
def test_the_packaged_model_gets_what_its_tokenizer_knows(
    clean: Callable[[str], str], text: str, expected: str
) -> None:
    """Spaces, widths, accents, special tokens and runs of unknown characters are settled before any engine."""
    assert clean(text) == expected


def test_a_long_question_is_cut() -> None:
    """Its start is kept, without the space that the cut may leave."""
    assert cut_question("Who?") == "Who?"
    assert cut_question("a " * 5000) == ("a " * (MAX_QUESTION_CHARACTERS // 2)).rstrip()


def test_every_character_is_settled(model: PackedModel, clean: Callable[[str], str]) -> None:
    """For each character of Unicode, also taken apart, the model's own normalisation has nothing left to do."""
    table = str.maketrans(dict(model.normalisation))
    characters = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
    apart = [unicodedata.normalize("NFD", character) for character in characters]
    for start in range(0, len(characters), 1000):
        once = clean(" ".join([*characters[start : start + 1000], *apart[start : start + 1000]]))
        assert once.translate(table) == once


@settings(max_examples=300, deadline=None)
@given(text=st.text(st.one_of(st.sampled_from(_ODD), st.characters()), max_size=60))
def test_cleaning_twice_changes_nothing(clean: Callable[[str], str], text: str) -> None:
    """What was cleaned is clean, has single spaces inside only, and is UTF-8."""
    once = clean(text)
    assert clean(once) == once
    assert once == once.strip()
    assert "  " not in once
    once.encode("utf-8")
