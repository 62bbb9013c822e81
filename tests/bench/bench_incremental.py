"""What a build costs when little or nothing changed: `rows` for `make bench`.

The corpus is made of the sentences of the shipped one, shuffled into articles, always the same. An encoder without a
model takes the real one's place, so that encoding hides nothing of the rest. The reference is what must be done in any
case, with the libraries alone: every file is looked at, and the vectors of the passages are written once.
"""

from __future__ import annotations

import random
import resource
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import faiss
import msgspec
import numpy as np

from bot.build import build
from bot.config import Config, CorpusConfig, IndexConfig
from bot.ingest.corpus import read_corpus
from tests.bench.table import Goal, Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from bot.build import BuildReport
    from tests.bench.table import Scale

_SHIPPED = Path(__file__).parents[2] / "corpus"
_DIMENSION = 384
_SENTENCES = 22  # of an article: five passages or so
_PASSAGES = 5  # of an article, nearly
_GOAL_SIZE = 100_000
_NOW = datetime(2026, 1, 1, tzinfo=UTC)
# The first build of a larger corpus takes longer than a bench may: it splits, counts and dates every passage.
_LARGEST = 100_000


class HashingEncoder:
    """An encoder (bot/index/encoder.py) without a model: equal texts get equal vectors, at a microsecond a number."""

    model_id = "hashing@1"
    dimension = _DIMENSION
    engine = "hashing"

    def __init__(self) -> None:
        self.encoded = 0

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector a text."""
        return self.encode_questions(texts)

    def encode_questions(self, texts: Sequence[str], words: Sequence[str] = ()) -> NDArray[np.float32]:
        """Return one unit vector a text and word."""
        texts = [*texts, *words]
        self.encoded += len(texts)
        vectors = np.stack([np.random.default_rng(list(text.encode())).standard_normal(_DIMENSION) for text in texts])
        unit: NDArray[np.float32] = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
        return unit


def rows(scale: Scale) -> Iterator[Row]:
    """Measure an unchanged corpus, one changed article, and one changed date, at each size."""
    for size in scale.sizes:
        if size <= _LARGEST:
            yield from _rows(scale.scratch / str(size), size)


def _rows(folder: Path, size: int) -> Iterator[Row]:
    corpus = make_corpus(folder / "corpus", size // _PASSAGES)
    config = msgspec.structs.replace(
        Config(), corpus=CorpusConfig(path=str(corpus)), index=IndexConfig(path=str(folder / "index"))
    )
    first, seconds = _build(config, 0)
    passages, at_goal = first.passages, size == _GOAL_SIZE
    yield Row("first build, all but encoding", seconds, "s", size=size, note=f"{passages:,} passages")
    least = _least(corpus, folder, passages)
    same, seconds = _build(config, 1)
    yield Row(
        *("build of an unchanged corpus", seconds, "s", least, "look at all files, write the vectors once", size),
        goal=Goal("<=", 5) if at_goal else None,
        note=f"{same.encoded} encoded",
    )
    changes = {
        "build after one changed article": ("Something new happened in the valley.\n", "text"),
        "build after one changed date": ("date: 2019-07-01\n", "date"),
    }
    for hour, (name, (change, kind)) in enumerate(changes.items(), start=2):
        _change(corpus / "0" / "0.md", change, kind)
        report, seconds = _build(config, hour)
        yield Row(
            *(name, seconds, "s", least, "look at all files, write the vectors once", size),
            goal=Goal("<=", 10) if at_goal else None,
            note=f"{report.encoded} encoded",
        )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield Row("memory of builds without a model", peak, "MB", size=size, goal=Goal("<=", 2500))


def make_corpus(folder: Path, articles: int) -> Path:
    """Write articles of sentences of the shipped corpus, a thousand a folder, always the same."""
    chance = random.Random(1)  # noqa: S311 - not for secrets
    sentences: dict[str, list[str]] = {}
    for article, _ in read_corpus(_SHIPPED).articles:
        sentences.setdefault(article.language, []).extend(article.text.replace("\n", " ").split(". "))
    for number in range(articles):
        language = chance.choice(sorted(sentences))
        said = chance.choices(sentences[language], k=_SENTENCES)
        text = ". ".join(f"{one} ({number})" if chance.random() < 0.1 else one for one in said)
        path = folder / str(number // 1000) / f"{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        head = f"title: Report {number}\nlanguage: {language}\ndate: 2019-{number % 12 + 1:02}-15"
        path.write_text(f"---\n{head}\n---\n{text}.\n", encoding="utf-8")
    return folder


def _change(path: Path, change: str, kind: str) -> None:
    content = path.read_text(encoding="utf-8")
    if kind == "text":
        path.write_text(f"{content}\n{change}", encoding="utf-8")
    else:
        head, _, rest = content.partition("date: ")
        path.write_text(f"{head}{change}{rest.partition(chr(10))[2]}", encoding="utf-8")


def _build(config: Config, hour: int) -> tuple[BuildReport, float]:
    begun = time.perf_counter()
    report = build(config, now=_NOW + timedelta(hours=hour), open_encoder=HashingEncoder)
    return report, time.perf_counter() - begun


def _least(corpus: Path, folder: Path, passages: int) -> float:
    """Return the seconds that it takes to look at every file and to write vectors of all passages once."""
    vectors = np.zeros((passages, _DIMENSION), np.float32)
    begun = time.perf_counter()
    for path in corpus.rglob("*.md"):
        path.stat()
    index = faiss.IndexFlatIP(_DIMENSION)
    index.add(vectors)
    faiss.write_index(index, str(folder / "least.faiss"))
    return time.perf_counter() - begun
