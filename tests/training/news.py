"""What an adapter is trained on: made news with the questions that they answer, and questions that they don't."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from bot.index.e5_text import cut_question, packed_cleaner
from bot.index.e5_tokens import Tokenizer
from bot.index.st_encoder import E5_PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.index.e5_packed import PackedModel

_SENTENCE_END = re.compile(r"(?<=[.!?»”\"])\s+(?=[A-ZА-ЯÁÉÍÓÚÀÂÇÊÔÑ«“\"¿¡])")
_LONGEST = 330  # tokens of a text; passages have 120 to 200


class Made(msgspec.Struct):
    """A line of a file: a passage in `lang`, questions as [language, text, answer], and others as [language, text].

    An answer is copied to the letter from the passage.
    """

    lang: str
    title: str
    passage: str
    answered: list[tuple[str, str, str]]
    unanswered: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class News:
    """A passage in tokens, as a build encodes it: whole and sentence by sentence, each with its title.

    `answered` are questions with the number of the sentence that holds the answer, None where none holds it whole.
    """

    language: str
    passage: list[int]
    sentences: list[list[int]]
    answered: list[tuple[list[int], int | None]]
    unanswered: list[list[int]]


def read_news(folder: Path, model: PackedModel) -> Iterator[News]:
    """Yield what the .jsonl files of a folder hold, in the order of their names and lines.

    Raises ValueError naming the file and the line that is no `Made`, or lacks questions of either kind.
    """
    in_tokens = _InTokens(model)
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_bytes().splitlines(), 1):
            if line.strip():
                yield _news(_made(line, f"{path}:{number}"), in_tokens)


def _made(line: bytes, place: str) -> Made:
    try:
        made = msgspec.json.decode(line, type=Made)
    except msgspec.DecodeError as error:
        msg = f"{place}: {error}"
        raise ValueError(msg) from error
    if not (made.answered and made.unanswered):
        msg = f"{place}: a passage needs questions that it answers, and ones that it doesn't"
        raise ValueError(msg)
    return made


class _InTokens:
    def __init__(self, model: PackedModel) -> None:
        self._tokens = Tokenizer(model).tokens
        self._clean = packed_cleaner(model)
        self._frame = (model.specials.start, model.specials.end)
        self._longest = min(_LONGEST, model.dimensions.positions - len(self._frame))

    def question(self, text: str) -> list[int]:
        return self._framed(E5_PREFIXES.question + cut_question(self._clean(text)))

    def passage(self, text: str) -> list[int]:
        return self._framed(E5_PREFIXES.passage + self._clean(text))

    def _framed(self, text: str) -> list[int]:
        start, end = self._frame
        return [start, *self._tokens(text)[: self._longest], end]


def _news(made: Made, in_tokens: _InTokens) -> News:
    sentences = _SENTENCE_END.split(made.passage)
    return News(
        made.lang,
        in_tokens.passage(f"{made.title}\n{made.passage}"),
        [in_tokens.passage(f"{made.title}\n{sentence}") for sentence in sentences],
        [(in_tokens.question(text), _place(answer, sentences)) for _, text, answer in made.answered],
        [in_tokens.question(text) for _, text in made.unanswered],
    )


def _place(answer: str, sentences: list[str]) -> int | None:
    return next((number for number, sentence in enumerate(sentences) if answer in sentence), None)
