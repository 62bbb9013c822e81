"""The packaged model as a SentenceTransformer, assembled in memory from the packed file.

Importing this module imports torch (a second or two, hundreds of megabytes): only the sentence-transformers
encoder does, and only when it is opened.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import torch
import transformers
from sentence_transformers import SentenceTransformer
from sentence_transformers.base.modules import InputModule, Normalize
from torch import nn
from torch.nn import functional

from bot.index.e5_adapter import added
from bot.index.e5_tokens import Tokenizer
from bot.index.e5_weights import weights
from bot.index.e5_windows import FRAME, groups, lay_out, passes, positions_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.index.e5_packed import PackedModel
    from bot.index.e5_windows import Group

FULL: Final = "float32"  # the precision that equals the build without torch
# Modules of a layer, and what the packed file calls their parts.
MAPS: Final = {"projections": ("q", "k", "v"), "attention_out": ("ao",), "wide": ("fi",), "narrow": ("fo",)}
_NORMS: Final = {"attention_norm": ("aln",), "norm": ("oln",)}


class PackedE5(InputModule):  # type: ignore[misc]  # mypy does not follow sentence-transformers
    """Tokens, encoder and mean pooling of the packaged model, without padding.

    The windows of all texts of a batch lie end to end, the longest first, and go through the layers `budget` tokens at
    a time: linear maps see them as one matrix, attention takes those of equal length together. `precision` names the
    floats of the linear maps and of attention; the words' vectors and the pooling are always 32 bits. Texts come
    cleaned by `e5_text.packed_cleaner`. `adapted` tells whether the adapter counts (not for words, e5_adapter.py).

    On processors each of `threads` takes a pass of its own, and torch gets one thread: threads that share a matrix wait
    for one another hundreds of times a pass, which beside a busy neighbour made a build ten times slower.
    """

    def __init__(self, model: PackedModel, budget: int, threads: int) -> None:
        super().__init__()
        self._pool = ThreadPoolExecutor(threads, "encode", torch.set_num_threads, (1,))
        self.precision = FULL
        self.adapted = True
        self._budget = budget
        self.tokens = Tokenizer(model).tokens
        self._specials = model.specials
        self._sizes = model.dimensions
        self._embedding = Embedding(model)
        self._layers = nn.ModuleDict({_in(FULL): layers(model)})

    def use(self, precision: str) -> None:
        """Compute in "float32", "bfloat16" or "float16" from now on; the converted weights are kept."""
        if _in(precision) not in self._layers:
            self._layers[_in(precision)] = deepcopy(self._layers[_in(FULL)]).to(getattr(torch, precision))
        self.precision = precision

    def preprocess(self, inputs: Sequence[str], prompt: str | None = None, **_options: Any) -> dict[str, Any]:
        """Return the windows of all texts, end to end, with the lengths and the owners of each."""
        windows = lay_out(
            [self.tokens((prompt or "") + text) for text in inputs], self._specials, self._sizes.positions
        )
        return {
            "input_ids": torch.from_numpy(windows.tokens),
            "positions": torch.from_numpy(positions_of(windows.lengths)),
            "lengths": torch.from_numpy(windows.lengths),
            "owners": torch.from_numpy(windows.owners),
        }

    def forward(self, features: dict[str, Any]) -> dict[str, Any]:
        """Add `sentence_embedding`, shape (texts, hidden), in 32-bit floats and not yet of unit length."""
        owners, lengths = features["owners"], features["lengths"]
        of_windows = lengths.tolist()

        def means(cut: tuple[slice, slice]) -> Any:
            windows, tokens = cut
            return self._means(
                features["input_ids"][tokens], features["positions"][tokens], groups(of_windows[windows])
            )

        spread = self._pool.map if lengths.device.type == "cpu" else map  # a GPU takes one pass after the other
        weighted = (
            torch.cat(list(spread(means, passes(of_windows, self._budget))))
            * (lengths - FRAME).clamp(min=1).float()[:, None]
        )
        texts = int(owners.max()) + 1  # every text has at least one window
        features["sentence_embedding"] = weighted.new_zeros(texts, weighted.shape[1]).index_add_(0, owners, weighted)
        return features

    def get_embedding_dimension(self) -> int:
        """Return the numbers in a vector."""
        return self._sizes.hidden

    def save(self, output_path: str, *_options: Any, **_more_options: Any) -> None:
        """Refuse: the packed file is this model's only stored form."""
        msg = f"the packaged model is not saved to {output_path}: open it from the packed file"
        raise NotImplementedError(msg)

    @torch.inference_mode()  # type: ignore[untyped-decorator]  # mypy does not follow torch; each thread has its own mode
    def _means(self, tokens: Any, positions: Any, parts: list[Group]) -> Any:
        x = self._embedding(tokens, positions).to(getattr(torch, self.precision))
        for layer in self._layers[_in(self.precision)]:
            x = layer(x, parts, adapted=self.adapted)
        return torch.cat(
            [x[part.start : part.stop].float().view(part.count, part.length, -1).mean(1) for part in parts]
        )


class _Linear(nn.Linear):  # type: ignore[misc]  # mypy does not follow torch
    """A linear map with what the adapter adds: the product of `down` and `up`, of shapes (inputs, ranks) and so on."""

    def __init__(self, inputs: int, outputs: int, added: tuple[NDArray[np.float32], NDArray[np.float32]]) -> None:
        super().__init__(inputs, outputs)
        self.register_buffer("down", torch.from_numpy(added[0]), persistent=False)
        self.register_buffer("up", torch.from_numpy(added[1]), persistent=False)

    def forward(self, x: Any, *, adapted: bool) -> Any:
        """Map `x`, shape (tokens, inputs), with or without what the adapter adds."""
        plain = super().forward(x)
        return plain.addmm_(x @ self.down, self.up) if adapted and len(self.up) else plain


class Embedding(nn.Module):  # type: ignore[misc]  # mypy does not follow torch
    """Vectors of words and positions, added and normalised."""

    def __init__(self, model: PackedModel) -> None:
        super().__init__()
        self.register_buffer("words", _tensor(model, "emb.word"))
        self.register_buffer("positions", _tensor(model, "emb.pos") + _tensor(model, "emb.type")[0])
        self.norm = nn.LayerNorm(model.dimensions.hidden, model.dimensions.epsilon)
        self.norm.load_state_dict({"weight": _tensor(model, "emb.ln.w"), "bias": _tensor(model, "emb.ln.b")})

    def forward(self, tokens: Any, positions: Any) -> Any:
        """Return one vector a token, of the tokens' shape and one axis more, in 32-bit floats."""
        return self.norm(self.words[tokens] + self.positions[positions])


class _Layer(nn.Module):  # type: ignore[misc]  # mypy does not follow torch
    """One layer of the encoder: attention with its normalisation, then feed-forward with its own."""

    def __init__(self, model: PackedModel, number: int) -> None:
        super().__init__()
        sizes = model.dimensions
        hidden, wide = sizes.hidden, sizes.feed_forward
        added = {module: _added(model, number, names) for module, names in MAPS.items()}
        self.heads = sizes.heads
        self.projections = _Linear(hidden, 3 * hidden, added["projections"])  # queries, keys and values side by side
        self.attention_out = _Linear(hidden, hidden, added["attention_out"])
        self.attention_norm = nn.LayerNorm(hidden, sizes.epsilon)
        self.wide = _Linear(hidden, wide, added["wide"])
        self.narrow = _Linear(wide, hidden, added["narrow"])
        self.norm = nn.LayerNorm(hidden, sizes.epsilon)

    def forward(self, x: Any, parts: list[Group], *, adapted: bool) -> Any:
        context = self._context(self.projections(x, adapted=adapted), parts)
        x = self.attention_norm(self.attention_out(context, adapted=adapted).add_(x))
        # In place: a fresh 12 MB for each step costs more in page faults than the step itself.
        middle = torch.ops.aten.gelu_(self.wide(x, adapted=adapted))
        return self.norm(self.narrow(middle, adapted=adapted).add_(x))

    def _context(self, projected: Any, parts: list[Group]) -> Any:
        hidden = projected.shape[1] // 3
        context = projected.new_empty(projected.shape[0], hidden)
        for part in parts:
            shape = (part.count, part.length, 3, self.heads, hidden // self.heads)
            query, key, value = projected[part.start : part.stop].view(shape).permute(2, 0, 3, 1, 4)
            found = functional.scaled_dot_product_attention(query, key, value)
            context[part.start : part.stop].view(shape[0], shape[1], *shape[3:]).copy_(found.transpose(1, 2))
        return context


def assemble(model: PackedModel, device: str, budget: int, threads: int) -> tuple[SentenceTransformer, PackedE5]:
    """Build the SentenceTransformer in 32-bit floats, and return it with its module that knows the precision.

    `budget` is the number of tokens that go through the layers at once, in each of `threads`. Nothing is read but the
    packed file, nothing is written, nothing goes to the network.
    """
    transformers.utils.logging.disable_progress_bar()
    module = PackedE5(model, budget, threads).eval()
    return SentenceTransformer(modules=[module, Normalize()], device=device, local_files_only=True), module


def _in(precision: str) -> str:
    """Return the name of the layers in a precision ("float32" alone is a method of every torch module)."""
    return f"in_{precision}"


def layers(model: PackedModel) -> nn.ModuleList:
    """Return the layers in 32-bit floats, from the first to the last, with the adapter of the model."""
    return nn.ModuleList(_layer(model, number) for number in range(model.dimensions.layers))


def _layer(model: PackedModel, number: int) -> _Layer:
    layer = _Layer(model, number)
    layer.load_state_dict(
        {
            f"{module}.{parameter}": torch.cat([_tensor(model, f"l{number}.{name}.{parameter[0]}") for name in packed])
            for module, packed in (MAPS | _NORMS).items()
            for parameter in ("weight", "bias")
        }
    )
    return layer


def _added(model: PackedModel, number: int, names: Sequence[str]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    return added(model, [f"l{number}.{name}" for name in names])


def _tensor(model: PackedModel, name: str) -> Any:
    return torch.from_numpy(np.ascontiguousarray(weights(model, name)))
