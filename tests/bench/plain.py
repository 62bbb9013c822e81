"""The plain reference: the packaged weights in sentence-transformers and FAISS as anybody would use them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bot.index.e5_packed import find_packed, pieces, read_packed
from bot.index.e5_weights import weights

if TYPE_CHECKING:
    from pathlib import Path

    from bot.index.e5_packed import PackedModel

_EMBEDDINGS = {
    "emb.word": "word_embeddings.weight",
    "emb.pos": "position_embeddings.weight",
    "emb.type": "token_type_embeddings.weight",
    "emb.ln.w": "LayerNorm.weight",
    "emb.ln.b": "LayerNorm.bias",
}
_LINEAR = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "aln": "attention.output.LayerNorm",
    "oln": "output.LayerNorm",
}
_PROMPTS = {"query": "query: ", "document": "passage: "}


def plain_model(folder: Path) -> Any:
    """Write the packaged weights as a standard model into `folder` and open it: 32-bit floats, batches of 32."""
    import transformers  # noqa: PLC0415  # only the benches need these
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer  # noqa: PLC0415

    transformers.utils.logging.set_verbosity_error()  # it tells of a pooler that nothing uses
    transformers.utils.logging.disable_progress_bar()
    if not (folder / "modules.json").exists():
        packed = read_packed(find_packed())
        _write_bert(packed, folder / "bert")
        _write_tokenizer(packed, folder / "bert")
        modules = [Transformer(str(folder / "bert"), max_seq_length=packed.dimensions.positions)]
        pooling = Pooling(packed.dimensions.hidden, "mean")
        SentenceTransformer(modules=[*modules, pooling, Normalize()], prompts=_PROMPTS, device="cpu").save(str(folder))
    return SentenceTransformer(str(folder), device="cpu")


def _write_bert(packed: PackedModel, folder: Path) -> None:
    import torch  # noqa: PLC0415
    import transformers  # noqa: PLC0415

    sizes = packed.dimensions
    config = transformers.BertConfig(
        vocab_size=sizes.vocabulary,
        hidden_size=sizes.hidden,
        num_hidden_layers=sizes.layers,
        num_attention_heads=sizes.heads,
        intermediate_size=sizes.feed_forward,
        max_position_embeddings=sizes.positions,
        type_vocab_size=sizes.token_types,
        layer_norm_eps=sizes.epsilon,
        pad_token_id=packed.specials.padding,
    )
    bert = transformers.BertModel(config, add_pooling_layer=False)
    bert.load_state_dict({_standard_name(name): torch.from_numpy(weights(packed, name)) for name in packed.tensors})
    bert.save_pretrained(folder)


def _standard_name(name: str) -> str:
    """Translate a tensor's name in the packed file into that of transformers' BertModel."""
    if name in _EMBEDDINGS:
        return f"embeddings.{_EMBEDDINGS[name]}"
    layer, short, kind = name.split(".")
    return f"encoder.layer.{layer.removeprefix('l')}.{_LINEAR[short]}.{'weight' if kind == 'w' else 'bias'}"


def _write_tokenizer(packed: PackedModel, folder: Path) -> None:
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors  # noqa: PLC0415
    from transformers import PreTrainedTokenizerFast  # noqa: PLC0415

    scored = list(zip(map(bytes.decode, pieces(packed)), packed.piece_scores.tolist(), strict=True))
    tokenizer = Tokenizer(models.Unigram(scored, unk_id=packed.specials.unknown, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Replace(Regex(r"\s+"), " ")])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    ends = [("<s>", packed.specials.start), ("</s>", packed.specials.end)]
    tokenizer.post_processor = processors.TemplateProcessing(single="<s> $A </s>", special_tokens=ends)
    special = {"bos_token": "<s>", "eos_token": "</s>", "pad_token": "<pad>", "unk_token": "<unk>"}
    PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, model_max_length=packed.dimensions.positions, **special
    ).save_pretrained(folder)
    config = folder / "tokenizer_config.json"
    config.write_text(json.dumps(json.loads(config.read_text(encoding="utf-8")), indent=1), encoding="utf-8")
