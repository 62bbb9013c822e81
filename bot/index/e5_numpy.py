"""The packaged model in numpy, in 32-bit floats: the running bot's questions, and builds without torch.

Its vectors are the very ones that torch gives in 32-bit floats (cosine within 1e-12), so that a question is measured
against passages without a rounding of its own, and builds are the same whatever is installed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from bot.index.e5_linear import PackedLinear, Scratch, packed_linear
from bot.index.e5_weights import PackedRows, weights
from bot.index.e5_windows import groups, positions_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.index.e5_packed import PackedModel
    from bot.index.e5_windows import Group

    Floats = NDArray[np.float32]

_ROWS_AT_ONCE: Final = 32  # rows of the feed-forward part whose steps stay in the processor's second cache: 200 KB
# Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.26: the complementary error function as a polynomial
# in 1 / (1 + p x) times exp(-x * x), off by at most 1.5e-7, which is what 32-bit floats hold.
_ERFC_P: Final = np.float32(0.3275911)
_ERFC: Final = tuple(map(np.float32, (1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592)))


@dataclass(frozen=True, slots=True)
class _Norm:
    """A layer normalisation, in place."""

    weight: Floats
    bias: Floats
    epsilon: float

    def __call__(self, x: Floats) -> None:
        x -= x.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", x, x) / np.float32(x.shape[1])
        x *= (1 / np.sqrt(variance + np.float32(self.epsilon)))[:, None]
        x *= self.weight
        x += self.bias


@dataclass(frozen=True, slots=True)
class _Layer:
    """One layer of the encoder: attention with its normalisation, then feed-forward with its own."""

    heads: int
    projections: PackedLinear  # queries, keys and values side by side
    attention_out: PackedLinear
    attention_norm: _Norm
    wide: PackedLinear
    narrow: PackedLinear
    norm: _Norm

    def __call__(self, x: Floats, parts: list[Group], scratch: Scratch, adapted: Floats | None) -> None:
        tokens, hidden = x.shape
        projected = self.projections(x, np.empty((tokens, 3 * hidden), np.float32), scratch, adapted)
        context, step = np.empty_like(x), np.empty_like(x)
        for part in parts:
            _attend(projected, context, part, self.heads)
        x += self.attention_out(context, step, scratch, adapted)
        self.attention_norm(x)
        middle = self.wide(x, np.empty((tokens, len(self.wide.bias)), np.float32), scratch, adapted)
        _gelu(middle)
        x += self.narrow(middle, step, scratch, adapted)
        self.norm(x)


class NumpyE5:
    """The encoder. Its weights stay in 4 bits: 13 MB, and 4 MB of the adapter; the words' vectors stay in the file.

    Threads may share it.
    """

    def __init__(self, model: PackedModel) -> None:
        sizes = model.dimensions
        self.hidden = sizes.hidden
        self._words = PackedRows(model, "emb.word")
        self._positions = weights(model, "emb.pos") + weights(model, "emb.type")[0]
        self._norm = _Norm(weights(model, "emb.ln.w"), weights(model, "emb.ln.b"), sizes.epsilon)
        self._layers = [_layer(model, number) for number in range(sizes.layers)]

    def means(self, tokens: NDArray[np.int64], lengths: NDArray[np.int64], adapted: NDArray[np.bool_]) -> Floats:
        """Return the mean vector of each window, shape (windows, hidden); `tokens` holds the windows end to end.

        `adapted` tells which windows the adapter counts for.
        """
        parts = groups(lengths.tolist())
        x = self._words(tokens) + self._positions[positions_of(lengths)]
        self._norm(x)
        scratch = Scratch()
        weights_of = None if adapted.all() else np.repeat(adapted, lengths).astype(np.float32)[:, None]
        for layer in self._layers:
            layer(x, parts, scratch, weights_of)
        blocks = [x[part.start : part.stop].reshape(part.count, part.length, -1).mean(axis=1) for part in parts]
        return np.concatenate(blocks)


def _layer(model: PackedModel, number: int) -> _Layer:
    def linear(*names: str) -> PackedLinear:
        return packed_linear(model, *(f"l{number}.{name}" for name in names))

    def norm(name: str) -> _Norm:
        short = f"l{number}.{name}"
        return _Norm(weights(model, f"{short}.w"), weights(model, f"{short}.b"), model.dimensions.epsilon)

    return _Layer(
        heads=model.dimensions.heads,
        projections=linear("q", "k", "v"),
        attention_out=linear("ao"),
        attention_norm=norm("aln"),
        wide=linear("fi"),
        narrow=linear("fo"),
        norm=norm("oln"),
    )


def _attend(projected: Floats, context: Floats, part: Group, heads: int) -> None:
    """Write the attention of some windows of equal length into their rows of `context`."""
    hidden = context.shape[1]
    shape = (part.count, part.length, 3, heads, hidden // heads)
    query, key, value = projected[part.start : part.stop].reshape(shape).transpose(2, 0, 3, 1, 4)
    scores = query @ key.transpose(0, 1, 3, 2)
    scores *= np.float32((hidden // heads) ** -0.5)
    scores -= scores.max(axis=-1, keepdims=True)
    np.exp(scores, out=scores)
    scores /= scores.sum(axis=-1, keepdims=True)
    rows = context[part.start : part.stop].reshape(part.count, part.length, heads, hidden // heads)
    rows[:] = (scores @ value).transpose(0, 2, 1, 3)


def _gelu(x: Floats) -> None:
    """Apply the exact GELU, x times the normal distribution function of x, in place."""
    for start in range(0, len(x), _ROWS_AT_ONCE):
        rows = x[start : start + _ROWS_AT_ONCE]
        size = np.abs(rows)
        tail = _erfc(size * np.float32(0.5**0.5))
        tail *= size
        tail *= np.float32(0.5)
        np.maximum(rows, 0, out=rows)
        rows -= tail


def _erfc(x: Floats) -> Floats:
    """Return the complementary error function of numbers that are not negative; `x` is used up."""
    t = x * _ERFC_P
    t += 1
    np.divide(1, t, out=t)
    found = t * _ERFC[0]
    for coefficient in _ERFC[1:]:
        found += coefficient
        found *= t
    x *= x
    np.negative(x, out=x)
    found *= np.exp(x, out=x)
    return found
