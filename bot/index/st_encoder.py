"""Encoding with sentence-transformers: any loaded model as an encoder, and where it runs."""

from __future__ import annotations

import importlib.util
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from bot.errors import ModelError
from bot.index import processor
from bot.index.e5_text import cut_question

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from bot.config import ModelConfig


@dataclass(frozen=True, slots=True)
class Prefixes:
    """What goes before every question and every passage."""

    question: str
    passage: str


@dataclass(frozen=True, slots=True)
class Manner:
    """How a model is used: its id, prefixes, cleaning, texts in a batch."""

    model_id: str
    prefixes: Prefixes
    clean: Callable[[str], str]
    batch_size: int


E5_PREFIXES: Final = Prefixes("query: ", "passage: ")  # from the model cards of intfloat's e5 family


@dataclass(frozen=True, slots=True)
class Place:
    """Where a model runs and in which numbers, as torch names them."""

    device: str
    dtype: str

    def __str__(self) -> str:
        short = {"bfloat16": "bf16", "float16": "fp16", "float32": "fp32"}[self.dtype]
        return f"sentence-transformers ({short}, {self.device})"


class SentenceTransformersEncoder:
    """Any SentenceTransformer as an `Encoder`.

    One call runs at a time: it uses all threads, and the tokenizers library refuses overlapping use.
    """

    def __init__(self, model: Any, manner: Manner, place: Place) -> None:
        """Wrap a loaded SentenceTransformer."""
        self._model = model
        self._manner = manner
        self._place = place
        self._dimension = int(model.get_embedding_dimension())
        self._lock = threading.Lock()

    @property
    def model_id(self) -> str:
        """The model, its weights and what goes before a passage."""
        return self._manner.model_id

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""
        return self._dimension

    @property
    def engine(self) -> str:
        """What encodes, for the operator."""
        return str(self._place)

    def encode_questions(self, texts: Sequence[str], words: Sequence[str] = ()) -> NDArray[np.float32]:
        """Return one unit vector a text, then one a word, shape (n, dimension)."""
        kinds = [[cut_question(self._manner.clean(text)) for text in kind] for kind in (texts, words)]
        encode, prefix = self._model.encode_query, self._manner.prefixes.question
        return np.concatenate(
            [self._encode(encode, kind, prefix, are_words=bool(place)) for place, kind in enumerate(kinds)]
        )

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector a text, shape (n, dimension)."""
        cleaned = [self._manner.clean(text) for text in texts]
        return self._encode(self._model.encode_document, cleaned, self._manner.prefixes.passage)

    def _encode(self, encode: Any, texts: list[str], prefix: str, *, are_words: bool = False) -> NDArray[np.float32]:
        if not texts:
            return np.empty((0, self._dimension), np.float32)
        with self._lock:
            self._make_ready(for_words=are_words)
            vectors = encode(
                texts,
                prompt=prefix,
                batch_size=self._manner.batch_size,  # of similar length: sentence-transformers sorts the texts itself
                show_progress_bar=False,
                convert_to_tensor=True,
            )
        return _unit_rows(vectors.float().cpu().numpy())

    def _make_ready(self, *, for_words: bool) -> None:
        """Be told, one call at a time, what is about to be encoded; most models encode words like questions."""


def is_installed() -> bool:
    """Whether sentence-transformers and torch are installed; imports neither."""
    return all(importlib.util.find_spec(name) for name in ("sentence_transformers", "torch"))


def require_installed(wanted: str) -> None:
    """Raise ModelError saying what to install when sentence-transformers is missing; `wanted` says what needs it."""
    if not is_installed():
        msg = f"{wanted} needs sentence-transformers, which is not installed; run: pip install 'dateline[build]'"
        raise ModelError(msg)


def choose_place(config: ModelConfig) -> Place:
    """Take the GPU when there is one; on a CPU 16-bit floats only where the processor computes with them itself."""
    device = choose_device(config)
    if device == "mps":
        return Place(device, "float32")
    native = device != "cpu" or processor.has_native_bf16(processor.processor_flags())
    return Place(device, half_precision(device) if native else "float32")


def choose_device(config: ModelConfig) -> str:
    """Take the GPU when there is one, and set the number of threads."""
    torch = _import_torch()
    if config.threads:
        torch.set_num_threads(config.threads)
    if torch.cuda.is_available():
        return "cuda"
    return "mps" if torch.backends.mps.is_available() else "cpu"


def half_precision(device: str) -> str:
    """Return the 16-bit floats of a device."""
    torch = _import_torch()
    if device == "cpu" or (device == "cuda" and torch.cuda.is_bf16_supported()):
        return "bfloat16"
    return "float16"


def _import_torch() -> Any:
    try:
        import torch  # noqa: PLC0415  only where this engine is wanted
    except (ImportError, OSError) as error:  # OSError: a shared library of torch that does not load
        msg = f"torch is installed but does not import ({error}); reinstall it with: pip install -I torch"
        raise ModelError(msg) from error
    return torch


def _unit_rows(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Scale each row to length 1; a row of zeros stays."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: NDArray[np.float32] = vectors / np.maximum(lengths, np.finfo(np.float32).tiny)
    return unit
