"""Where the torture happens: a small corpus that changes, its index, and an encoder that notes what it encodes."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bot.build import build
from bot.config import ModelConfig
from bot.index.encoder import open_build_encoder, open_question_encoder
from bot.index.layout import MANIFEST, WITHDRAWN, IndexFolder
from bot.index.manifest import Expected, expected
from bot.index.texts import text_hash, word_hash
from bot.search.engine import Engine
from tests.corpora import BagEncoder, configured, write_article, write_corpus

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from bot.config import Config
    from bot.index.encoder import Encoder

QUESTIONS = (
    "Which bishop asked for justice?",
    "Сколько погибших?",
    "¿Quién preside la comisión?",
    "Combien de morts ?",
)


class NotingEncoder:
    """Passes everything on to an encoder, and notes in a file which texts were encoded, each before it is returned."""

    def __init__(self, encoder: Encoder, notes: Path) -> None:
        self._encoder = encoder
        self._notes = os.open(notes, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        self.model_id, self.dimension, self.engine = encoder.model_id, encoder.dimension, encoder.engine

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Encode and note the texts under the hashes that vectors are kept by."""
        vectors = self._encoder.encode_passages(texts)
        self._note(text_hash(self.model_id, text) for text in texts)
        return vectors

    def encode_questions(self, texts: Sequence[str], words: Sequence[str] = ()) -> NDArray[np.float32]:
        """Encode and note the words under the hashes that vectors are kept by."""
        vectors = self._encoder.encode_questions(texts, words)
        self._note(word_hash(self.model_id, word) for word in words)
        return vectors

    def _note(self, hashes: Iterable[bytes]) -> None:
        os.write(self._notes, "".join(one.hex() + "\n" for one in hashes).encode())


@dataclass(frozen=True)
class Ground:
    """The folders of one torture. `real` takes the packaged model (without torch), else the bag of words."""

    folder: Path
    real: bool = False

    @property
    def index(self) -> IndexFolder:
        """The index under fire."""
        return IndexFolder(self.folder / "index")

    @property
    def config(self) -> Config:
        """The configuration over the corpus and the index."""
        return configured(self.folder / "corpus", self.index.root)

    @property
    def notes(self) -> Path:
        """What was encoded since the file was last emptied."""
        return self.folder / "encoded"

    def encoder(self) -> Encoder:
        """Open what a build encodes with; in the process that uses it."""
        plain = open_build_encoder(ModelConfig(engine="numpy")) if self.real else BagEncoder()
        return NotingEncoder(plain, self.notes)

    def engine_encoder(self) -> Encoder:
        """Open what encodes questions; in the process that uses it."""
        return open_question_encoder(ModelConfig(engine="numpy")) if self.real else self.encoder()

    def wanted(self) -> Expected:
        """Return what snapshots must be."""
        return expected(self.config, self.engine_encoder())

    def build(self) -> str:
        """Build and publish; return the snapshot's name."""
        return build(self.config, now=datetime.now(UTC), open_encoder=self.encoder).snapshot

    def engine(self) -> Engine:
        """Open an engine over the index, with what is live loaded."""
        engine = Engine(self.index, self.engine_encoder(), self.config)
        engine.refresh()
        return engine


def lay_out(folder: Path, *, real: bool = False) -> Ground:
    """Write the corpus; nothing is built yet."""
    write_corpus(folder / "corpus")
    return Ground(folder, real)


def change(ground: Ground, chosen: random.Random) -> None:
    """Change the corpus as an editor would: a few articles come, change or go."""
    number = chosen.randrange(8)
    path = ground.folder / "corpus" / "en" / f"more-{number}.md"
    if path.exists() and chosen.random() < 1 / 3:
        path.unlink()
        return
    sentences = [f"Pump {chosen.randrange(10_000)} of district {number} runs again." for _ in range(6)]
    write_article(ground.folder / "corpus", f"en/more-{number}.md", "title: Pumps\nlanguage: en", " ".join(sentences))


def newest_complete(ground: Ground) -> str | None:
    """Return the name of the newest complete snapshot that was not withdrawn, found without the code under test."""
    names = [path.name for path in ground.index.snapshots.glob("[0-9]*") if _stands(path)]
    return max(names, key=lambda name: (name[:16], int([*name.split("-"), "1"][2])), default=None)


def _stands(folder: Path) -> bool:
    return (folder / MANIFEST).exists() and not (folder / WITHDRAWN).exists()


def size_of(folder: Path) -> int:
    """Return the bytes below a folder; what several names share counts once."""
    files = {(about.st_dev, about.st_ino): about.st_size for about in map(Path.lstat, folder.rglob("*"))}
    return sum(files.values())


def snapshot_size(ground: Ground) -> int:
    """Return the bytes of the largest snapshot."""
    return max((size_of(path) for path in ground.index.snapshots.glob("[0-9]*")), default=0)


def kept_hashes(ground: Ground) -> set[str]:
    """Return the hashes of all texts with a vector: in the live snapshot, what was rolled back, or the journal."""
    import sqlite3  # noqa: PLC0415 - only the parent looks

    kept: set[str] = set()
    for folder in ground.index.snapshots.glob("[0-9]*"):
        if folder.name == newest_complete(ground) or ((folder / MANIFEST).exists() and not _stands(folder)):
            for path in folder.glob("*hash*.npy"):
                kept.update(bytes(row).hex() for row in np.load(path, mmap_mode="r"))
    for path in ground.index.building.glob("*.sqlite"):
        journal = sqlite3.connect(path)
        tables = [name for (name,) in journal.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        kept.update(row.hex() for table in tables for (row,) in journal.execute(f"SELECT hash FROM {table}"))  # noqa: S608
        journal.close()
    return kept
