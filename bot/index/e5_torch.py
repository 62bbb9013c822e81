"""The packaged model as a SentenceTransformer, assembled in memory from the packed file.

Importing this module imports torch (a second or two, hundreds of megabytes): only the sentence-transformers
encoder does, and only when it is opened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import torch
import transformers
from sentence_transformers import SentenceTransformer
from sentence_transformers.base.modules import InputModule, Normalize
from tokenizers import Tokenizer, models, pre_tokenizers
from torch.nn.utils.rnn import pad_sequence

from bot.index.e5_packed import pieces, weights

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.index.e5_packed import PackedModel, SpecialTokens

_FRAME: Final = 2  # the start and end tokens of a window
_WINDOWS_AT_ONCE: Final = 64  # bounds the memory for a batch of very long texts: 64 x 512 tokens
_LINEAR_NAMES: Final = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "aln": "attention.output.LayerNorm",
    "oln": "output.LayerNorm",
}
_EMBEDDING_NAMES: Final = {
    "emb.word": "word_embeddings.weight",
    "emb.pos": "position_embeddings.weight",
    "emb.type": "token_type_embeddings.weight",
    "emb.ln.w": "LayerNorm.weight",
    "emb.ln.b": "LayerNorm.bias",
}


class PackedE5(InputModule):  # type: ignore[misc]  # mypy does not follow sentence-transformers
    """Tokens, BERT and mean pooling of the packaged model, in the way of its C engine.

    A text of more than 510 tokens is encoded in windows of 510 without overlap, each framed by the start and end
    tokens; its vector is the windows' mean weighted by their tokens (`embed_n` in e5.c). Texts come cleaned by
    `e5_text.packed_cleaner`.
    """

    def __init__(self, bert: Any, tokenizer: Tokenizer, specials: SpecialTokens, positions: int) -> None:
        super().__init__()
        self.bert = bert
        self.tokenizer = tokenizer
        self._specials = specials
        self._window = positions - _FRAME

    def preprocess(self, inputs: Sequence[str], prompt: str | None = None, **_options: Any) -> dict[str, Any]:
        """Return the windows of all texts, padded, with the index of the text and the number of tokens of each."""
        encodings = self.tokenizer.encode_batch_fast([(prompt or "") + text for text in inputs])
        windows = [(owner, part) for owner, found in enumerate(encodings) for part in self._windows(found.ids)]
        framed = [torch.tensor([self._specials.start, *part, self._specials.end]) for _, part in windows]
        lengths = torch.tensor([len(ids) for ids in framed])
        ids = pad_sequence(framed, batch_first=True, padding_value=self._specials.padding)
        return {
            "input_ids": ids,
            "attention_mask": (torch.arange(ids.shape[1]) < lengths[:, None]).long(),
            "owners": torch.tensor([owner for owner, _ in windows]),
        }

    def forward(self, features: dict[str, Any]) -> dict[str, Any]:
        """Add `sentence_embedding`, shape (texts, hidden), in 32-bit floats and not yet of unit length."""
        owners, masks = features["owners"], features["attention_mask"]
        rows = torch.arange(len(owners), device=owners.device).split(_WINDOWS_AT_ONCE)
        means = torch.cat([self._means(features["input_ids"][part], masks[part]) for part in rows])
        share = (masks.sum(1) - _FRAME).clamp(min=1).float()[:, None]
        texts = int(owners[-1]) + 1  # every text has at least one window
        features["sentence_embedding"] = means.new_zeros(texts, means.shape[1]).index_add_(0, owners, means * share)
        return features

    def get_embedding_dimension(self) -> int:
        """Return the numbers in a vector."""
        return int(self.bert.config.hidden_size)

    def save(self, output_path: str, *_options: Any, **_more_options: Any) -> None:
        """Refuse: the packed file is this model's only stored form."""
        msg = f"the packaged model is not saved to {output_path}: open it from the packed file"
        raise NotImplementedError(msg)

    def _windows(self, ids: list[int]) -> Iterator[list[int]]:
        for start in range(0, max(len(ids), 1), self._window):
            yield ids[start : start + self._window]

    def _means(self, ids: Any, mask: Any) -> Any:
        states = self.bert(input_ids=ids, attention_mask=mask).last_hidden_state.float()
        weight = mask[:, :, None].float()
        return (states * weight).sum(1) / weight.sum(1)


def assemble(model: PackedModel, device: str, dtype: str) -> SentenceTransformer:
    """Build the SentenceTransformer, its weights in `dtype` ("float32", "bfloat16", "float16").

    Nothing is read but the packed file, nothing is written, nothing goes to the network.
    """
    transformers.utils.logging.disable_progress_bar()
    module = PackedE5(
        _bert(model, getattr(torch, dtype)), _tokenizer(model), model.specials, model.dimensions.positions
    )
    return SentenceTransformer(modules=[module, Normalize()], device=device, local_files_only=True)


def _tokenizer(model: PackedModel) -> Tokenizer:
    """Return the Unigram tokenizer, without normaliser (texts come normalised) and without the framing tokens."""
    tokenizer = Tokenizer(models.Unigram(pieces(model), unk_id=model.specials.unknown, byte_fallback=False))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    return tokenizer


def _bert(model: PackedModel, dtype: torch.dtype) -> Any:
    sizes = model.dimensions
    config = transformers.BertConfig(
        vocab_size=sizes.vocabulary,
        hidden_size=sizes.hidden,
        num_hidden_layers=sizes.layers,
        num_attention_heads=sizes.heads,
        intermediate_size=sizes.feed_forward,
        max_position_embeddings=sizes.positions,
        type_vocab_size=sizes.token_types,
        layer_norm_eps=sizes.epsilon,
        pad_token_id=model.specials.padding,
    )
    state = {_torch_name(name): torch.from_numpy(weights(model, name)).to(dtype) for name in model.tensors}
    return transformers.BertModel.from_pretrained(
        None, config=config, state_dict=state, dtype=dtype, add_pooling_layer=False
    ).eval()


def _torch_name(name: str) -> str:
    """Translate a tensor's name in the packed file into that of transformers' BertModel."""
    if name in _EMBEDDING_NAMES:
        return f"embeddings.{_EMBEDDING_NAMES[name]}"
    layer, short, kind = name.split(".")
    parameter = "weight" if kind == "w" else "bias"
    return f"encoder.layer.{layer.removeprefix('l')}.{_LINEAR_NAMES[short]}.{parameter}"
