"""A peer with the same weights: txtai, in an environment of its own (`make bench-peer` makes it); else nothing."""

from __future__ import annotations

import json
import os
import subprocess
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bot.config import ModelConfig
from bot.index.e5_packed import find_packed, read_packed
from bot.index.encoder import packed_model_id
from bot.index.packed_encoder import PackedTorchEncoder
from bot.search.engine import Engine
from tests.bench.material import (
    NOW,
    corpus_index,
    corpus_texts,
    judged_questions,
    least_seconds,
    median,
    milliseconds,
)
from tests.bench.plain import plain_model
from tests.bench.table import Row, Scale
from tests.corpora import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator

_PYTHON = "DATELINE_PEER_PYTHON"  # the Python of an environment with txtai
_DEFAULT = PROJECT / ".venv-peer" / "bin" / "python"
_SCRIPT = Path(__file__).with_name("peer_txtai.py")


def rows(scale: Scale) -> Iterator[Row]:
    """Measure encoding and questions beside txtai; the two run one after the other, each with all processors."""
    python = Path(os.environ.get(_PYTHON, _DEFAULT))
    if not python.is_file():
        return
    built = corpus_index(scale.shared)
    texts = corpus_texts(scale.scratch)[:: 16 if scale.quick else 3]
    questions = judged_questions()[:: 8 if scale.quick else 1]
    plain_model(scale.shared / "plain")
    asked = scale.scratch / "asked.json"
    asked.write_text(json.dumps({"texts": texts, "questions": questions}), encoding="utf-8")
    command = [str(python), str(_SCRIPT), str(scale.shared / "plain"), str(asked)]
    peer = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    packed = read_packed(find_packed())
    encoder = PackedTorchEncoder(packed, packed_model_id(packed), ModelConfig())
    encoder.encode_passages(texts)  # what the first call loads and measures
    seconds = least_seconds({"ours": lambda: encoder.encode_passages(texts)}, 2)["ours"]
    name = f"txtai {peer['version']}, same weights"
    yield Row("encoding beside a peer", len(texts) / seconds, "texts/s", peer["texts_a_second"], name)
    engine = Engine.open(built.config)
    took = [milliseconds(partial(engine.ask, question, now=NOW)) for question in questions]
    yield Row(
        "a question beside a peer, median", median(took), "ms", peer["question_ms"], name, note="peer: vectors only"
    )
