"""Small worlds for tests: an invented dam burst told in five languages, an encoder without a model, broken folders."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from bot.build import BuildReport, build
from bot.config import Config, CorpusConfig, IndexConfig, ModelConfig
from bot.index.encoder import open_build_encoder
from bot.index.layout import IndexFolder
from bot.index.tokens import keys

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pytest
    from numpy.typing import NDArray

    from bot.index.encoder import Encoder

NOW = datetime(2021, 7, 1, 12, tzinfo=UTC)
PROJECT = Path(__file__).parents[1]
REAL_CORPUS = PROJECT / "corpus"

SMALL_CORPUS = Path(__file__).parent / "small_corpus"


def _read_article(path: Path) -> tuple[str, str]:
    content = path.read_text(encoding="utf-8")
    if path.suffix == ".txt":
        return "", content.strip()
    head, text = content.removeprefix("---\n").split("\n---\n", 1)
    return head, text.strip()


# File name -> front matter and text. The place, the people and the events are invented.
ARTICLES = {path.relative_to(SMALL_CORPUS).as_posix(): _read_article(path) for path in sorted(SMALL_CORPUS.glob("*/*"))}
PUBLISHERS = (SMALL_CORPUS / "publishers.csv").read_text(encoding="utf-8")


def write_article(folder: Path, name: str, head: str, text: str) -> Path:
    """Write one article file; without a head it is plain text."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{head}\n---\n{text}\n" if head else f"{text}\n", encoding="utf-8")
    return path


def write_corpus(folder: Path, articles: Mapping[str, tuple[str, str]] = ARTICLES) -> Path:
    """Write articles and publishers into a folder; return it."""
    for name, (head, text) in articles.items():
        write_article(folder, name, head, text)
    (folder / "publishers.csv").write_text(PUBLISHERS, encoding="utf-8")
    return folder


def configured(corpus: Path, index: Path) -> Config:
    """Return the default configuration over these two folders."""
    return msgspec.structs.replace(Config(), corpus=CorpusConfig(path=str(corpus)), index=IndexConfig(path=str(index)))


@dataclass
class BagEncoder:
    """An encoder without a model: a text's vector is the sum of what its words hash to, so equal texts are equal.

    Words that sound alike in two languages share a direction. `encoded` holds every text that was encoded, passages
    and words alike. After `fails_after` texts it raises, as an encoder in a build that dies.
    """

    model_id: str = "bag@1"
    dimension: int = 64
    engine: str = "bag of words"
    fails_after: int | None = None
    encoded: list[str] = field(default_factory=list)

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector a text, and remember the texts."""
        return self.encode_questions(texts)

    def encode_questions(self, texts: Sequence[str], words: Sequence[str] = ()) -> NDArray[np.float32]:
        """Return one unit vector a text and word, and remember them."""
        texts = [*texts, *words]
        if self.fails_after is not None and len(self.encoded) + len(texts) > self.fails_after:
            msg = "the encoder died"
            raise RuntimeError(msg)
        self.encoded += texts
        return np.array([self._vector(text) for text in texts], np.float32).reshape(len(texts), self.dimension)

    def _vector(self, text: str) -> NDArray[np.float32]:
        total = np.full(self.dimension, 1e-3)
        for token in keys(text, "en"):
            seed = int.from_bytes(hashlib.blake2b(token.encode(), digest_size=8).digest())
            total += np.random.default_rng(seed).standard_normal(self.dimension)
        unit: NDArray[np.float32] = (total / np.linalg.norm(total)).astype(np.float32)
        return unit


@dataclass
class World:
    """A corpus and an index in a folder of their own, and an encoder without a model."""

    folder: Path
    encoder: Encoder = field(default_factory=BagEncoder)
    corpus: Path = field(default=Path())

    def __post_init__(self) -> None:
        if self.corpus == Path():
            self.corpus = self.folder / "corpus"

    @property
    def index(self) -> IndexFolder:
        """The folder of the snapshots."""
        return IndexFolder(self.folder / "index")

    @property
    def config(self) -> Config:
        """The configuration over both."""
        return configured(self.corpus, self.index.root)

    def build(self, *, rebuild: bool = False, now: datetime = NOW, config: Config | None = None) -> BuildReport:
        """Build a snapshot of the corpus as it is now."""
        return build(config or self.config, now=now, open_encoder=lambda: self.encoder, rebuild=rebuild)


def small_world(folder: Path) -> World:
    """Return a world with the articles of `ARTICLES`, not built yet."""
    write_corpus(folder / "corpus")
    return World(folder)


def real_world(shared: Path, cache: Path) -> World:
    """Return a world over the shipped corpus, built with the real encoder once for all processes of a test session.

    `shared` is the session's folder. `cache` keeps the index from session to session: the build takes from it only
    vectors whose texts and model are the same, so that it saves nothing but time.
    """
    world = World(shared / "real", corpus=REAL_CORPUS)
    world.folder.mkdir(exist_ok=True)
    with (shared / "real.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not world.index.current.exists():
            config = configured(REAL_CORPUS, cache)
            build(config, now=NOW, open_encoder=lambda: open_build_encoder(config.model))
            shutil.copytree(cache, world.index.root)
    return world


def small_real_world(shared: Path) -> World:
    """Return the small world built with the real model in numpy, once for all processes of a session."""
    world = small_world(shared / "small")
    with (shared / "small.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not world.index.current.exists():
            world.encoder = open_build_encoder(ModelConfig(engine="numpy"))
            world.build()
    return world


def shared_folder(factory: pytest.TempPathFactory) -> Path:
    """Return the folder that all processes of this test session share."""
    base = factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
