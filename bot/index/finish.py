"""From a draft to a snapshot: its vectors are filled in, and the files are written that are searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.index import layout
from bot.index.arrays import Joined, ragged, write_taken, written
from bot.index.background import background_texts, means_with_prior
from bot.index.encoding import Wanted, encode_all
from bot.index.lexical import update_words
from bot.index.passages import PassageStore
from bot.index.terms import count_keys
from bot.index.texts import HASH_TYPE, passage_text, sentence_texts, text_hash, word_hash
from bot.index.vectors import centred, language_means, write_vectors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from bot.index.draft import Draft, Settled
    from bot.index.encoder import Encoder
    from bot.index.reuse import Reuse
    from bot.model import Passage

    Halves = NDArray[np.float16]
    Rows = NDArray[np.int64]

# Share of the rows of a word index that may change before it is written anew: what tantivy deleted still takes room and
# counts in its statistics.
_WORDS_ANEW = 0.1
_READ_AT_ONCE = 256  # passages


def fill_vectors(
    draft: Draft, settled: Settled, encoder: Encoder, reuse: Reuse, progress: Callable[[int, int], None]
) -> tuple[int, int]:
    """Write the encoder's own vectors of all texts; return how many were encoded and how many were there already.

    Progress is told as (texts encoded, texts to encode).
    """
    folder, work, dimension = draft.folder, draft.work, encoder.dimension
    hashes = {name: draft.added.array(f"{name}_hashes") for name in ("passage", "sentence")}
    lengths = {name: draft.added.array(f"{name}_lengths") for name in ("passage", "sentence")}
    background, words = background_texts(), settled.spellings
    np.save(folder / layout.BACKGROUND_HASHES, _hashes(text_hash(encoder.model_id, text) for text in background))
    np.save(folder / layout.TERM_HASHES, _hashes(word_hash(encoder.model_id, word) for word in words))
    source = _Texts(draft, settled)
    try:
        with (
            written(work / "passages.npy", (len(hashes["passage"]), dimension), np.float16) as passages,
            written(work / "sentences.npy", (len(hashes["sentence"]), dimension), np.float16) as sentences,
            written(folder / layout.BACKGROUND_VECTORS, (len(background), dimension), np.float16) as for_background,
            written(folder / layout.TERM_VECTORS, (len(words), dimension), np.float16) as for_words,
        ):
            wanted = (
                Wanted(hashes["passage"], lengths["passage"], source.passages, passages),
                Wanted(hashes["sentence"], lengths["sentence"], source.sentences, sentences),
                _listed(np.load(folder / layout.BACKGROUND_HASHES), background, for_background),
                _listed(np.load(folder / layout.TERM_HASHES), words, for_words, are_words=True),
            )
            return encode_all(wanted, encoder, reuse, progress)
    finally:
        source.close()


def write_files(draft: Draft, settled: Settled) -> float | None:
    """Write everything that is searched; return the recall of the vector index where it is not exact."""
    folder, before, rows = draft.folder, draft.before, settled.rows
    _write_terms(draft, settled)
    _write_own_vectors(draft, settled)
    columns, languages = settled.columns, tuple(settled.facts.languages)
    np.save(folder / layout.COLUMNS, columns)
    mentions = ragged(settled.joined["first_mention"][rows.origin], columns["mentions"])
    write_taken(folder / layout.MENTIONS, Joined(before.mentions, draft.added.array("mentions")), mentions)
    _write_words(draft, settled)
    of_passages = columns["language"]
    passages, sentences, terms, background = (
        np.load(folder / name, mmap_mode="r")
        for name in (
            layout.PASSAGE_VECTORS,
            layout.SENTENCE_VECTORS,
            layout.TERM_VECTORS,
            layout.BACKGROUND_VECTORS,
        )
    )
    for_background = background.astype(np.float32)
    means = means_with_prior(passages, of_passages, languages, for_background)
    of_sentences = np.repeat(of_passages, columns["sentences"])
    of_sentence = means_with_prior(sentences, of_sentences, languages, for_background)
    of_term = language_means(terms, settled.terms["language"], len(languages))
    np.save(folder / layout.MEANS, np.stack([means, of_sentence, of_term]))
    return write_vectors(
        folder / layout.VECTORS,
        len(columns),
        passages.shape[1],
        lambda wanted: centred(passages[wanted], of_passages[wanted], means),
    )


def _write_terms(draft: Draft, settled: Settled) -> None:
    """Write the vocabulary and the terms of each passage."""
    old, new = draft.before, draft.added.array("stems")
    stems = np.ascontiguousarray(settled.terms["stem"])
    row_of = np.searchsorted(stems, old.terms["stem"]).astype(np.uint32)
    joined = Joined(row_of[old.passage_terms], np.searchsorted(stems, new).astype(np.uint32))
    wanted = ragged(settled.joined["first_term"][settled.rows.origin], settled.columns["terms"])
    write_taken(draft.folder / layout.PASSAGE_TERMS, joined, wanted)
    passage_terms = np.load(draft.folder / layout.PASSAGE_TERMS, mmap_mode="r")
    count_keys(settled.terms, passage_terms, settled.columns["terms"])
    np.save(draft.folder / layout.TERMS, settled.terms)


def _write_own_vectors(draft: Draft, settled: Settled) -> None:
    """Write the encoder's own vectors of passages and sentences, each with the hash of its text."""
    folder, before, origin = draft.folder, draft.before, settled.rows.origin
    sentences = ragged(settled.joined["first_sentence"][origin], settled.columns["sentences"])
    for rows, names, old, kind in (
        (origin, (layout.PASSAGE_HASHES, layout.PASSAGE_VECTORS), before.passage_hashes, "passage"),
        (sentences, (layout.SENTENCE_HASHES, layout.SENTENCE_VECTORS), before.sentence_hashes, "sentence"),
    ):
        old_vectors = before.passage_vectors if kind == "passage" else before.sentence_vectors
        write_taken(folder / names[0], Joined(old, draft.added.array(f"{kind}_hashes")), rows)
        new_vectors = np.load(draft.work / f"{kind}s.npy", mmap_mode="r")
        write_taken(folder / names[1], Joined(old_vectors, new_vectors), rows)


def _write_words(draft: Draft, settled: Settled) -> None:
    before, rows = draft.before.folder, settled.rows
    changed = rows.changed
    if before is None or len(changed) + len(rows.vacated) > _WORDS_ANEW * max(len(rows), 1):
        update_words(draft.folder / layout.WORDS, None, (), _passages(draft, np.arange(len(rows))))
    else:
        update_words(
            draft.folder / layout.WORDS, before / layout.WORDS, rows.vacated.tolist(), _passages(draft, changed)
        )


def _passages(draft: Draft, rows: Rows) -> Iterator[tuple[int, Passage]]:
    store = PassageStore(draft.folder / layout.PASSAGES)
    try:
        for start in range(0, len(rows), _READ_AT_ONCE):
            part = rows[start : start + _READ_AT_ONCE].tolist()
            yield from zip(part, store.by_rows(part), strict=True)
    finally:
        store.close()


class _Texts:
    """The texts of new passages and sentences, read from the draft."""

    def __init__(self, draft: Draft, settled: Settled) -> None:
        self._store = PassageStore(draft.folder / layout.PASSAGES)
        self._rows = settled.rows.rows_of_added(len(draft.added))
        counts = draft.added.array("columns")["sentences"].astype(np.int64)
        self._first_sentence = np.cumsum(counts) - counts

    def passages(self, numbers: Rows) -> list[str]:
        """Return what is encoded for new passages."""
        return [passage_text(passage) for passage in self._passages(numbers)]

    def sentences(self, numbers: Rows) -> list[str]:
        """Return what is encoded for new sentences, numbered through all new passages."""
        owners = np.searchsorted(self._first_sentence, numbers, side="right") - 1
        places = numbers - self._first_sentence[owners]
        passages = self._passages(owners)
        return [sentence_texts(passage)[at] for passage, at in zip(passages, places.tolist(), strict=True)]

    def close(self) -> None:
        """Close the file."""
        self._store.close()

    def _passages(self, numbers: Rows) -> list[Passage]:
        return self._store.by_rows(self._rows[numbers].tolist())


def _listed(hashes: NDArray[np.void], texts: Sequence[str], out: Halves, *, are_words: bool = False) -> Wanted:
    lengths = np.array([len(text) for text in texts], np.uint32)
    return Wanted(hashes, lengths, lambda rows: [texts[row] for row in rows], out, are_words=are_words)


def _hashes(found: Iterator[bytes]) -> NDArray[np.void]:
    return np.frombuffer(b"".join(found), HASH_TYPE)
