"""Builds: how fast passages are encoded beside sentence-transformers as shipped, and what share of the peak that is."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from bot.config import ModelConfig
from bot.index import c_engine, processor
from bot.index.e5_packed import Dimensions, find_packed, read_packed
from bot.index.encoder import packed_model_id
from bot.index.packed_encoder import PackedNumpyEncoder, PackedTorchEncoder, prepare_for
from tests.bench.material import corpus_index, corpus_texts, least_seconds
from tests.bench.plain import plain_model
from tests.bench.table import Goal, Row, Scale

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROUNDS = 3
_PLAIN = "SentenceTransformer.encode (fp32, batches of 32)"
_C_TEXTS = 24  # the C engine takes seconds for more
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
    yield from _beside_the_c_engine(texts[:: max(len(texts) // _C_TEXTS, 1)], numpy, packed)
    tokens = [len(bulk.tokens(text)) for text in texts]
    yield from _ceiling(tokens, best["bulk"], packed.dimensions, bulk)
    yield _tokenizer(texts, bulk, sum(tokens) / best["bulk"])


def _beside_the_c_engine(texts: list[str], numpy: PackedNumpyEncoder, packed: Any) -> Iterator[Row]:
    if c_engine.obstacle() is None:
        engine = c_engine.CEngine(packed, "c")
        best = least_seconds(
            {"c": lambda: engine.encode_passages(texts), "numpy": lambda: numpy.encode_passages(texts)}, 2
        )
        speed = {name: len(texts) / seconds for name, seconds in best.items()}
        yield Row("build without torch, again", speed["numpy"], "texts/s", speed["c"], "the C engine")


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
