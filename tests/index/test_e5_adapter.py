"""The adapter of the packaged model: what it adds, and what is refused."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from bot.config import ModelConfig
from bot.errors import ModelError
from bot.index.e5_adapter import adapted, default_model
from bot.index.e5_linear import Scratch, packed_linear
from bot.index.e5_packed import find_packed, read_packed
from bot.index.e5_weights import weights
from bot.index.encoder import packed_model_id
from bot.index.packed_encoder import PackedNumpyEncoder, PackedTorchEncoder
from tests.index.packed_file import HIDDEN, WIDE, write_packed

if TYPE_CHECKING:
    from pathlib import Path

    from bot.index.e5_packed import PackedModel

RANK = 3
SHAPES = {"l0.q": (HIDDEN, HIDDEN), "l0.v": (HIDDEN, HIDDEN), "l0.fi": (WIDE, HIDDEN), "l0.fo": (HIDDEN, WIDE)}


@pytest.fixture
def plain(tmp_path: Path) -> PackedModel:
    return read_packed(write_packed(tmp_path / "small.bin"))


def matrices(seed: int = 3) -> dict[str, Any]:
    """Return matrices for some maps of the small model; its keys have none."""
    random = np.random.default_rng(seed)
    down = {f"{name}.down": random.normal(0, 0.3, (RANK, shape[1])) for name, shape in SHAPES.items()}
    return down | {f"{name}.up": random.normal(0, 0.3, (shape[0], RANK)) for name, shape in SHAPES.items()}


def stored(**arrays: Any) -> bytes:
    file = io.BytesIO()
    np.savez(file, **arrays)
    return file.getvalue()


@pytest.mark.parametrize("names", [("l0.q", "l0.k", "l0.v"), ("l0.ao",), ("l0.fo",)])
def test_the_product_of_two_matrices_is_added_to_the_weights(plain: PackedModel, names: tuple[str, ...]) -> None:
    """Maps side by side get each its own, one without matrices none, and tokens of single words neither."""
    given = matrices()
    model = adapted(plain, stored(**given))
    packed = np.concatenate([weights(model, f"{name}.w") for name in names])
    nothing = np.zeros((HIDDEN, HIDDEN))
    products = [given[f"{name}.up"] @ given[f"{name}.down"] if name in SHAPES else nothing for name in names]
    whole = packed + np.concatenate(products)
    bias = np.concatenate([weights(model, f"{name}.b") for name in names])
    x = np.random.default_rng(5).standard_normal((4, whole.shape[1])).astype(np.float32)
    found = packed_linear(model, *names)(x, np.empty((4, len(whole)), np.float32), Scratch())
    np.testing.assert_allclose(found, x @ whole.T + bias, atol=1e-4)
    first = np.array([[1], [0], [0], [0]], np.float32)
    found = packed_linear(model, *names)(x, np.empty((4, len(whole)), np.float32), Scratch(), first)
    np.testing.assert_allclose(found[0], x[0] @ whole.T + bias, atol=1e-4)
    np.testing.assert_allclose(found[1:], x[1:] @ packed.T + bias, atol=1e-4)


def test_both_engines_give_the_same_vectors(plain: PackedModel) -> None:
    """And others than without an adapter."""
    model = adapted(plain, stored(**matrices()))
    texts, words = ["an idea", "hale"], ["hale"]
    numpy, torch = (kind(model, "small", ModelConfig()) for kind in (PackedNumpyEncoder, PackedTorchEncoder))
    before = PackedNumpyEncoder(plain, "small", ModelConfig()).encode_questions(texts, words)
    np.testing.assert_allclose(numpy.encode_passages(texts), torch.encode_passages(texts), atol=1e-5)
    found = numpy.encode_questions(texts, words)
    np.testing.assert_allclose(found, torch.encode_questions(texts, words), atol=1e-5)
    assert np.abs(found - before).max(axis=1)[:2].min() > 0.01
    np.testing.assert_allclose(found[2], before[2], atol=1e-5)  # words go without


def test_another_adapter_is_another_model(plain: PackedModel) -> None:
    """Vectors of the one are never taken for the other's."""
    models = [plain, adapted(plain, stored(**matrices(1))), adapted(plain, stored(**matrices(2)))]
    assert len({packed_model_id(model) for model in models}) == 3


def test_the_adapter_that_comes_along_fits_the_packaged_model() -> None:
    """Every map of every layer has one, and it adds less than half of what is there."""
    model, plain = default_model(), read_packed(find_packed())
    assert set(model.adapter) == {name for name, tensor in plain.tensors.items() if tensor.quantised} - {"emb.word"}
    for name, pair in model.adapter.items():
        assert 0 < np.linalg.norm(pair.up @ pair.down) < 0.5 * np.linalg.norm(weights(plain, name))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"l0.q.down": np.zeros((RANK, HIDDEN + 1))}, "l0.q.w doesn't fit"),
        ({"l0.q.up": np.zeros((HIDDEN, RANK + 1))}, "l0.q.w doesn't fit"),
        ({"l0.q.up": np.zeros(HIDDEN)}, "l0.q.w doesn't fit"),
        ({"l9.q.down": np.zeros((RANK, HIDDEN)), "l9.q.up": np.zeros((HIDDEN, RANK))}, "l9.q.w doesn't fit"),
        ({"l0.k.down": np.zeros((RANK, HIDDEN))}, "pairs"),
        ({"extra": np.zeros(3)}, "pairs"),
        ({"l0.q.up": np.full((HIDDEN, RANK), np.nan)}, "not finite"),
        ({"l0.q.up": np.array([object()])}, "not a readable adapter"),
    ],
)
def test_what_does_not_fit_is_refused(plain: PackedModel, change: dict[str, Any], told: str) -> None:
    with pytest.raises(ModelError, match=told):
        adapted(plain, stored(**matrices() | change))


@pytest.mark.parametrize("adapter", [b"", b"no archive", stored(**matrices())[:900], stored()])
def test_a_damaged_file_is_refused(plain: PackedModel, adapter: bytes) -> None:
    with pytest.raises(ModelError, match="install dateline again"):
        adapted(plain, adapter)
