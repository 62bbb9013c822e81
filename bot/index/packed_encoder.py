"""The packaged model for builds: in sentence-transformers, its precision measured, or in numpy without them."""

from __future__ import annotations

import logging
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

import numpy as np
from threadpoolctl import threadpool_limits

from bot.index import processor
from bot.index.e5_numpy import NumpyE5
from bot.index.e5_text import cut_question, packed_cleaner
from bot.index.e5_tokens import Tokenizer
from bot.index.e5_windows import joined, lay_out, passes
from bot.index.st_encoder import (
    E5_PREFIXES,
    Manner,
    Place,
    SentenceTransformersEncoder,
    choose_device,
    half_precision,
    require_installed,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from numpy.typing import NDArray

    from bot.config import ModelConfig
    from bot.index.e5_packed import PackedModel

_TOKENS_A_TEXT: Final = 32  # `batch_size` texts of this many tokens go through the layers at once: 1,024 by default
# Characters from which a build is long: some 500,000 tokens, two minutes in 32-bit floats on 2 processors. Shorter
# builds keep 32 bits, and so give the same index whatever is installed; the shipped corpus has a quarter of it.
_LONG_BUILD: Final = 2_000_000
# Characters of a single call that show bulk encoding to an encoder that was not told of a build: 250 passages.
_BULK_CALL: Final = 120_000
_TEXTS_A_CALL: Final = 4096  # bounds the memory of tokens and vectors in flight
_SAMPLES: Final = (2_000, 12_000)  # characters of the real texts that a probe encodes: a taste, then 3,000 tokens
_ROUNDS: Final = 2  # of the second sample; the faster one counts
_MUST_GAIN: Final = 1.2  # times as fast as 32 bits, or the rounding is not worth it

_log = logging.getLogger(__name__)


@runtime_checkable
class PreparesForBuilds(Protocol):
    """An encoder that can make ready for much work."""

    def prepare(self, texts: Sequence[str]) -> None:
        """Be told all texts that a build is about to encode, to choose how."""


def prepare_for(encoder: object, texts: Sequence[str]) -> None:
    """Tell an encoder what a build is about to encode, where it wants to know."""
    if isinstance(encoder, PreparesForBuilds):
        encoder.prepare(texts)


class PackedTorchEncoder(SentenceTransformersEncoder):
    """The packaged model in sentence-transformers (an `Encoder`).

    32-bit floats, until a long build measures that shorter ones are faster here.
    """

    def __init__(self, model: PackedModel, model_id: str, config: ModelConfig) -> None:
        """Assemble the model. Raises ModelError when the libraries are missing."""
        require_installed("the packaged model through sentence-transformers")
        device = choose_device(config)
        from bot.index.e5_torch import FULL, assemble  # noqa: PLC0415  imports torch

        assembled, self._module = assemble(
            model, device, config.batch_size * _TOKENS_A_TEXT, config.threads or processor.usable_processors()
        )
        manner = Manner(model_id, E5_PREFIXES, packed_cleaner(model), _TEXTS_A_CALL)
        super().__init__(assembled, manner, Place(device, FULL))
        self._is_ready = False

    @property
    def precision(self) -> str:
        """The floats that it computes with, as torch names them."""
        return self._place.dtype

    def tokens(self, text: str) -> list[int]:
        """Return the tokens of a passage, without those that frame it."""
        return self._module.tokens(self._manner.prefixes.passage + self._manner.clean(text))

    def prepare(self, texts: Sequence[str]) -> None:
        """Choose the floats for a build: measured on a sample of its texts where it is long, else 32 bits."""
        self._is_ready = True
        if sum(map(len, texts)) >= _LONG_BUILD:
            self._choose(texts)

    def _make_ready(self, *, for_words: bool) -> None:
        self._module.adapted = not for_words

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector a text, shape (n, dimension)."""
        if not self._is_ready and sum(map(len, texts)) >= _BULK_CALL:
            self._is_ready = True
            self._choose(texts)
        return super().encode_passages(texts)

    def _choose(self, texts: Sequence[str]) -> None:
        full, half = self._place.dtype, half_precision(self._place.device)
        gain = 0.0
        for characters in _SAMPLES:
            gain = self._gain(full, half, _sample(texts, characters))
            if gain < 1:  # without hardware for it, half precision can take fifty times as long: no second look
                break
        precision = half if gain >= _MUST_GAIN else full
        self._module.use(precision)
        self._place = Place(self._place.device, precision)
        _log.info("A long build: %s is %.1f times as fast as %s here; it takes %s.", half, gain, full, precision)

    def _gain(self, full: str, half: str, sample: Sequence[str]) -> float:
        """Return how many times as fast half precision is."""
        seconds = dict.fromkeys((full, half), float("inf"))
        for _ in range(_ROUNDS):
            for precision in seconds:
                self._module.use(precision)
                begun = time.perf_counter()
                super().encode_passages(sample)
                seconds[precision] = min(seconds[precision], time.perf_counter() - begun)
        return seconds[full] / seconds[half]


def _sample(texts: Sequence[str], characters: int) -> Sequence[str]:
    """Return evenly spread texts of about so many characters, at least one."""
    mean = max(sum(map(len, texts)) / len(texts), 1)
    wanted = max(round(characters / mean), 1)
    return texts[:: max(len(texts) // wanted, 1)][:wanted]


class PackedNumpyEncoder:
    """The packaged model in numpy (an `Encoder`): no torch, 32-bit floats, 30 MB.

    Passages take all processors: each works on texts of its own, its matrix products on one thread, so that nothing
    waits for anything. Questions are encoded by the thread that asks, all of one call in one pass: the weights are
    unpacked once for all of them, which is half of what a single question costs.
    """

    def __init__(self, model: PackedModel, model_id: str, config: ModelConfig) -> None:
        """Read the weights. From then on matrix products of this process take one thread each."""
        threadpool_limits(1, user_api="blas")
        self._e5 = NumpyE5(model)
        self._model = model
        self._model_id = model_id
        self._tokenizer = Tokenizer(model)
        self._clean = packed_cleaner(model)
        self._budget = config.batch_size * _TOKENS_A_TEXT
        self._threads = config.threads or processor.usable_processors()

    @property
    def model_id(self) -> str:
        """The model and its weights; the same for every engine that runs them."""
        return self._model_id

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""
        return self._e5.hidden

    @property
    def engine(self) -> str:
        """What encodes, for the operator."""
        return "numpy (fp32, cpu)"

    def encode_questions(self, texts: Sequence[str], words: Sequence[str] = ()) -> NDArray[np.float32]:
        """Return one unit vector a text, then one a word, shape (n, dimension)."""
        cleaned = [cut_question(self._clean(text)) for text in (*texts, *words)]
        return self._vectors(cleaned, E5_PREFIXES.question, map, adapted=np.arange(len(cleaned)) < len(texts))

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector a text, shape (n, dimension)."""
        vectors = np.empty((len(texts), self.dimension), np.float32)
        with ThreadPoolExecutor(self._threads) as pool:
            for start in range(0, len(texts), _TEXTS_A_CALL):
                part = [self._clean(text) for text in texts[start : start + _TEXTS_A_CALL]]
                vectors[start : start + len(part)] = self._vectors(
                    part, E5_PREFIXES.passage, pool.map, adapted=np.ones(len(part), bool)
                )
        return vectors

    def _vectors(
        self,
        texts: Sequence[str],
        prefix: str,
        each: Callable[..., Iterable[NDArray[np.float32]]],
        *,
        adapted: NDArray[np.bool_],
    ) -> NDArray[np.float32]:
        """Return the vectors of cleaned texts; `each` maps a function over the passes that they make.

        `adapted` tells which texts the adapter counts for.
        """
        if not texts:
            return np.empty((0, self.dimension), np.float32)
        tokens = [self._tokenizer.tokens(prefix + text) for text in texts]
        windows = lay_out(tokens, self._model.specials, self._model.dimensions.positions)

        def means(cut: tuple[slice, slice]) -> NDArray[np.float32]:
            of_windows, of_tokens = cut
            return self._e5.means(
                windows.tokens[of_tokens], windows.lengths[of_windows], adapted[windows.owners[of_windows]]
            )

        done = list(each(means, passes(windows.lengths.tolist(), self._budget)))
        return joined(np.concatenate(done), windows, len(texts))
