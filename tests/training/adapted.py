"""The packaged model in torch with an adapter that can be trained."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import torch
from torch import nn
from torch.nn import functional

from bot.index.e5_adapter import DOWN, UP
from bot.index.e5_torch import MAPS, Embedding, layers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.index.e5_packed import LowRank, PackedModel

_RANK = 8
_DROPPED = 0.1  # share of the numbers that a layer adds which are left out while training
_TOKENS_AT_ONCE = 4096
NEVER = -1e4  # a score that leaves nothing after a softmax


class AdaptedLinear(nn.Module):  # type: ignore[misc]  # mypy does not follow torch
    """Linear maps side by side, unchanging, each with a product of two small matrices added that is trained."""

    def __init__(self, linear: Any, maps: int) -> None:
        super().__init__()
        self.weight, self.bias = (each.detach().to(torch.bfloat16) for each in (linear.weight, linear.bias))
        outputs, inputs = self.weight.shape
        self.down = nn.Parameter(torch.randn(maps, _RANK, inputs) / math.sqrt(inputs))
        self.up = nn.Parameter(torch.zeros(maps, outputs // maps, _RANK))

    def begin(self, place: int, pair: LowRank) -> None:
        """Take the matrices of the map at `place` from an adapter of the same rank."""
        with torch.no_grad():
            self.down[place] = torch.from_numpy(pair.down)
            self.up[place] = torch.from_numpy(pair.up)

    def forward(self, x: Any) -> Any:
        """Map `x`, shape (..., inputs), with the adapted weights."""
        up, down = torch.block_diag(*self.up).to(x.dtype), self.down.flatten(0, 1).to(x.dtype)
        return _Adapted.apply(x.flatten(0, -2), self.weight, self.bias, up, down).unflatten(0, x.shape[:-1])


class _Adapted(torch.autograd.Function):  # type: ignore[misc]  # mypy does not follow torch
    """A linear map with the weights `weight + up @ down`, of which only the last two have gradients.

    torch by itself would work out the gradient of the sum first, which costs as much as the map.
    """

    @staticmethod
    def forward(  # noqa: PLR0913, PLR0917 - what torch takes
        ctx: Any, x: Any, weight: Any, bias: Any, up: Any, down: Any
    ) -> Any:
        adapted = torch.addmm(weight, up, down)
        ctx.save_for_backward(x, adapted, up, down)
        return torch.addmm(bias, x, adapted.T)

    @staticmethod
    def backward(ctx: Any, grown: Any) -> Any:
        x, adapted, up, down = ctx.saved_tensors
        return grown @ adapted, None, None, grown.T @ (x @ down.T), (grown @ up).T @ x


class AdaptedE5(nn.Module):  # type: ignore[misc]  # mypy does not follow torch
    """The encoder; only its adapter has gradients. It begins with the model's, of the same rank, if that has one."""

    def __init__(self, model: PackedModel) -> None:
        super().__init__()
        self._padding = model.specials.padding
        self.embedding, self.layers = Embedding(model), layers(model)
        self.requires_grad_(requires_grad=False)
        for number, layer in enumerate(self.layers):
            for module, maps in MAPS.items():
                linear = AdaptedLinear(getattr(layer, module), len(maps))
                for place, name in enumerate(maps):
                    if (pair := model.adapter.get(f"l{number}.{name}.w")) is not None:
                        linear.begin(place, pair)
                setattr(layer, module, linear)

    def vectors(self, texts: Sequence[list[int]]) -> Any:
        """Return one unit vector a text (its framed tokens), shape (texts, hidden)."""
        order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
        found = []
        for part in _parts(order, texts):
            with torch.autocast("cpu", torch.bfloat16):
                found.append(self._means([texts[place] for place in part]))
        return torch.cat(found)[torch.argsort(torch.tensor(order))]

    def adapter(self) -> dict[str, Any]:
        """Return the trained matrices under the names that `bot.index.e5_adapter` reads."""
        return {
            f"l{number}.{name}{part}": matrices[place].detach().clone()
            for number, layer in enumerate(self.layers)
            for module, names in MAPS.items()
            for part, matrices in ((DOWN, getattr(layer, module).down), (UP, getattr(layer, module).up))
            for place, name in enumerate(names)
        }

    def _means(self, texts: list[list[int]]) -> Any:
        longest = len(texts[-1])
        tokens = torch.tensor([text + [self._padding] * (longest - len(text)) for text in texts])
        held = torch.arange(longest)[None] < torch.tensor([len(text) for text in texts])[:, None]
        x = self.embedding(tokens, torch.arange(longest)[None].expand_as(tokens)).to(torch.bfloat16)
        hidden = torch.zeros(len(texts), 1, 1, longest, dtype=torch.bfloat16).masked_fill(~held[:, None, None], NEVER)
        for layer in self.layers:
            x = layer.attention_norm(x + self._dropped(_attended(layer, x, hidden))).to(torch.bfloat16)
            middle = functional.gelu(layer.wide(x))
            x = layer.norm(x + self._dropped(layer.narrow(middle))).to(torch.bfloat16)
        weights = held[..., None].float()
        return functional.normalize((x.float() * weights).sum(1) / weights.sum(1), dim=-1)

    def _dropped(self, x: Any) -> Any:
        """Leave out the same numbers for all tokens of a text."""
        if not self.training:
            return x
        kept = torch.rand(x.shape[0], 1, x.shape[2]) > _DROPPED
        return x * (kept / (1 - _DROPPED)).to(x.dtype)


def _attended(layer: Any, x: Any, hidden: Any) -> Any:
    texts, tokens, width = x.shape
    projected = layer.projections(x).view(texts, tokens, 3, layer.heads, -1)
    query, key, value = projected.permute(2, 0, 3, 1, 4)
    scores = (query * (width // layer.heads) ** -0.5) @ key.transpose(2, 3) + hidden
    shares = torch.softmax(scores, -1, dtype=torch.bfloat16)
    return layer.attention_out((shares @ value).transpose(1, 2).reshape(texts, tokens, width))


def _parts(order: Sequence[int], texts: Sequence[list[int]]) -> Iterator[list[int]]:
    """Yield texts of like length together, so many that their padded tokens stay within what is encoded at once."""
    part: list[int] = []
    for place in order:
        if part and (len(part) + 1) * len(texts[place]) > _TOKENS_AT_ONCE:
            yield part
            part = []
        part.append(place)
    if part:
        yield part
