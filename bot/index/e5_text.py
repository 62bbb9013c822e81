"""Text as every encoder gets it: cleaned once, here, so that equal texts give equal vectors whatever the engine.

For the packaged model our tokenizer and the model's own see the same tokens because nothing is left that they treat
differently:

- the packed file's normalisation map is applied here, and applying it again changes nothing;
- the map works character by character, so letters followed by combining accents are composed here (NFC), as the
  model's own tokenizer does;
- `<s>`, `<mask>` and their like are markup to a tokenizer, never words of a text: they are taken out;
- a run of characters that no piece of the tokenizer knows is kept as its first: the model's own tokenizer fuses such
  a run into one unknown token, ours need not. (Each known character is a piece by itself, so nothing else is unknown.)
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.index.e5_packed import PackedModel

MAX_CHARACTERS: Final = 8192  # twice the longest message in Telegram, more than the longest passage: 350 words
MAX_QUESTION_CHARACTERS: Final = 512  # some 120 tokens, .15 processor seconds; gibberish more
TEXT_REVISION: Final = 1  # part of the model's id: raise it when cleaning changes what the model sees
_SPECIAL: Final = re.compile(r"</?(?:s|pad|unk|mask)>")
_SPACES: Final = re.compile(r"\s+")


def clean_text(text: str) -> str:
    """Make any string safe for any tokenizer: no lone surrogates, no NUL, at most MAX_CHARACTERS characters.

    Surrogate pairs become the character that they stand for, lone surrogates U+FFFD, NULs spaces.
    """
    joined = text[:MAX_CHARACTERS].encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return joined.replace("\0", " ")


def cut_question(cleaned: str) -> str:
    """Keep the start of a cleaned question: a person must not be able to occupy a processor with one message."""
    return cleaned[:MAX_QUESTION_CHARACTERS].rstrip()


def packed_cleaner(model: PackedModel) -> Callable[[str], str]:
    """Return the function that cleans texts for the packaged model. Its output is a fixed point of it."""
    table = str.maketrans(dict(model.normalisation))
    known = frozenset(model.piece_bytes.decode()) | {" "}

    def clean(text: str) -> str:
        return _clean(text, table, known)

    return clean


def _clean(text: str, table: Mapping[int, str], known: frozenset[str]) -> str:
    plain = unicodedata.normalize("NFC", clean_text(text).translate(table))
    words = _SPACES.sub(" ", _SPECIAL.sub(" ", plain[:MAX_CHARACTERS]))
    return _first_unknown_of_each_run(words, known).strip()


def _first_unknown_of_each_run(text: str, known: frozenset[str]) -> str:
    if known.issuperset(text):
        return text
    return "".join(c for before, c in zip(" " + text, text, strict=False) if c in known or before in known)
