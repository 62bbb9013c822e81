"""The packaged model for a build that may have nothing to encode: nothing of it is opened before it is needed.

Loading torch takes seconds, and most builds of a bot that follows feeds encode a few new articles, or nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.index.e5_adapter import default_model
from bot.index.encoder import DEFAULT_MODEL, open_build_encoder, packed_model_id
from bot.index.packed_encoder import PackedNumpyEncoder, prepare_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from bot.config import ModelConfig
    from bot.index.e5_packed import PackedModel
    from bot.index.encoder import Encoder

# Characters up to which a build is encoded without torch: what numpy encodes in the time that torch takes to load
# (some 8 seconds for either on 2 processors).
_FEW = 20_000


def open_lazily(config: ModelConfig) -> Encoder:
    """Return the encoder of a build, opened when the first text is encoded.

    Another model than the packaged one is opened at once: only then is it known which one it is. Raises ModelError.
    """
    if config.name != DEFAULT_MODEL:
        return open_build_encoder(config)
    return LazyEncoder(default_model(), config)


class LazyEncoder:
    """The packaged model (an `Encoder`), in numpy for few texts, else in what the configuration asks for."""

    def __init__(self, packed: PackedModel, config: ModelConfig) -> None:
        self._packed = packed
        self._config = config
        self._opened: Encoder | None = None

    @property
    def model_id(self) -> str:
        """Name of the model, its weights and its treatment of passages."""
        return packed_model_id(self._packed)

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""
        return self._packed.dimensions.hidden

    @property
    def engine(self) -> str:
        """What encoded, for the operator."""
        return self._opened.engine if self._opened else "nothing to encode"

    def prepare(self, texts: Sequence[str]) -> None:
        """Be told what a build is about to encode: all of little, or much of more."""
        if not texts:
            return
        is_little = self._config.engine == "auto" and sum(map(len, texts)) <= _FEW
        self._opened = self._numpy() if is_little else open_build_encoder(self._config)
        prepare_for(self._opened, texts)

    def encode_questions(self, texts: Sequence[str], words: Sequence[str] = ()) -> NDArray[np.float32]:
        """Return one unit vector a text, then one a word, shape (n, dimension)."""
        return self._encoder().encode_questions(texts, words)

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector a text, shape (n, dimension)."""
        return self._encoder().encode_passages(texts)

    def _encoder(self) -> Encoder:
        if self._opened is None:
            self._opened = open_build_encoder(self._config)
        return self._opened

    def _numpy(self) -> Encoder:
        return PackedNumpyEncoder(self._packed, self.model_id, self._config)
