"""Where everything of an index is on disk: the one place that names the files.

index/
  CURRENT                 name of the live snapshot, replaced atomically, see generations.py
  build.lock              held while a build or a rollback runs
  readings.sqlite         what was read from the corpus, so that only changed files are read again
  building/               what an unfinished build has encoded so far
  snapshots/.NAME/        a snapshot that is being written, or deleted
  snapshots/NAME/         one immutable generation that shares no file with another
    manifest.json         written last
    withdrawn             only there once a rollback has withdrawn the snapshot
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 4  # raised whenever a file below changes its meaning

MANIFEST = "manifest.json"
WITHDRAWN = "withdrawn"  # an empty file, no part of the snapshot
PASSAGES = "passages.sqlite"  # articles, passages, publishers
WORDS = "words"  # folder of the tantivy index
VECTORS = "vectors.faiss"  # centred vectors of passages
PASSAGE_VECTORS = "passages.npy"  # the encoder's own vectors of passages, half floats: reused by the next build
SENTENCE_VECTORS = "sentences.npy"  # the encoder's own vectors of sentences, half floats
PASSAGE_HASHES = "passages.hash.npy"  # of the encoded texts, 16 bytes each
SENTENCE_HASHES = "sentences.hash.npy"
COLUMNS = "columns.npy"  # one record a passage, see columns.py
BACKGROUND_VECTORS = "background.npy"  # of the sentences of background.py
BACKGROUND_HASHES = "background.hash.npy"
TERMS = "terms.npy"  # the vocabulary, see terms.py
TERM_VECTORS = "terms.vectors.npy"  # the encoder's own vectors of the terms, half floats
TERM_HASHES = "terms.hash.npy"
PASSAGE_TERMS = "passages.terms.npy"  # rows of the terms of each passage, one passage after the other
MENTIONS = "mentions.npy"  # days that passages mention, see columns.py, one passage after the other
RUNS = "runs.npy"  # runs of words of all articles, see copies.py
LEXICON = "lexicon.sqlite"  # counts of words, see lexicon.py
MEANS = "means.npy"  # mean vectors of languages: (3, languages, dimension), of passages, sentences, terms
# What only builds read: it need not be whole to answer questions.
BUILD_ONLY = frozenset(
    {
        *(PASSAGE_VECTORS, PASSAGE_HASHES, SENTENCE_HASHES, TERM_HASHES, BACKGROUND_VECTORS, BACKGROUND_HASHES),
        *(RUNS, LEXICON),
    }
)


@dataclass(frozen=True, slots=True)
class IndexFolder:
    """The paths of an index folder."""

    root: Path

    @property
    def current(self) -> Path:
        """The file that names the live snapshot."""
        return self.root / "CURRENT"

    @property
    def lock(self) -> Path:
        """The file that a running build locks."""
        return self.root / "build.lock"

    @property
    def snapshots(self) -> Path:
        """The folder of all snapshots."""
        return self.root / "snapshots"

    @property
    def readings(self) -> Path:
        """The file that remembers what was read from the corpus."""
        return self.root / "readings.sqlite"

    @property
    def building(self) -> Path:
        """The folder of the build at work."""
        return self.root / "building"

    def snapshot(self, name: str) -> Path:
        """The folder of one snapshot."""
        return self.snapshots / name
