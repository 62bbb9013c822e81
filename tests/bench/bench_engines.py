"""Builds with and without torch over our corpus: the same hits for every judged question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.build import build
from bot.config import ModelConfig
from bot.index.e5_packed import find_packed, read_packed
from bot.index.encoder import packed_model_id
from bot.index.packed_encoder import PackedNumpyEncoder
from bot.search.engine import Engine
from tests.bench.material import NOW, config_for, corpus_index, judged_questions
from tests.bench.table import Goal, Row, Scale

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.model import Answer

_SHOWN = 3


def rows(scale: Scale) -> Iterator[Row]:
    """Compare the answers of two indexes, hit by hit."""
    packed = read_packed(find_packed())
    built = corpus_index(scale.shared)
    other = config_for(scale.scratch)
    build(other, now=NOW, open_encoder=lambda: PackedNumpyEncoder(packed, packed_model_id(packed), ModelConfig()))
    one, two = Engine.open(built.config), Engine.open(other)
    questions = judged_questions()[:: 4 if scale.quick else 1]
    pairs = [(one.ask(question, now=NOW), two.ask(question, now=NOW)) for question in questions]
    for name, count, goal in (("first hit", 1, 100), ("hits shown", _SHOWN, 100), ("ten hits", 10, 99)):
        same = sum(_hits(a, count) == _hits(b, count) for a, b in pairs) / len(pairs)
        yield Row(
            f"torch or not: same {name}",
            100 * same,
            "%",
            goal=Goal(">=", goal),
            note=f"of {len(pairs)} judged questions",
        )
    apart = max(abs(a.confidence - b.confidence) for a, b in pairs)
    yield Row("torch or not: confidence apart at most", apart, "", goal=Goal("<=", 0.01))


def _hits(answer: Answer, count: int) -> list[tuple[str, int]]:
    return [(hit.passage.key, hit.best_sentence.start) for hit in answer.hits[:count]]
