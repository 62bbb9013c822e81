"""What a question means to the model: its own vector and those of its words."""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from bot.index.bodies import bodies_named
from bot.index.countries import names_country
from bot.index.terms import content_words, stem_hash, term_hash
from bot.index.tokens import bare, key
from bot.index.tokens import words as split
from bot.index.vectors import centred
from bot.periods.lexicon import LANGUAGES, lexicon
from bot.search.gathering import Gathered
from bot.search.thesaurus import packaged_thesaurus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.index.encoder import Encoder
    from bot.index.snapshot import Snapshot
    from bot.model import Question

    Floats = NDArray[np.float32]

# Words of a question that are matched; a claim of two paragraphs has more, but its longest words say what it is about.
_MOST_WORDS = 24
_MOST_CACHED = 4096
_SHORTEST_KEY = 3  # letters: "ООН" sounds "on"
_LETTERS = re.compile(r"[^\W\d_]+")
_OPENS = " \"'«„“‘(["  # stands between the end of a sentence and the first word of the next
_ENDS = ".?!…:\n¿¡"


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """The content words of a question: unit vectors, shape (words, dimension), and the hashes of their keys.

    `translated` marks countries, their capitals, international bodies and words of time, which each language has a word
    of its own for, `capitalised` what is written with a capital where no sentence begins: names, as a rule. `related`
    has the hashes of the stems that mean the same as each word, in any language (thesaurus.py).
    """

    words: tuple[str, ...]
    vectors: Floats
    keys: NDArray[np.uint64]
    translated: NDArray[np.bool_]
    capitalised: NDArray[np.bool_]
    related: tuple[NDArray[np.uint64], ...] = ()


class WordVectors:
    """Vectors of words: from the snapshot's vocabulary, else encoded and kept. Thread safe."""

    def __init__(self, encoder: Encoder) -> None:
        self._gathered = Gathered(encoder)
        self._thesaurus = packaged_thesaurus()
        self._kept: OrderedDict[str, Floats] = OrderedDict()
        self._lock = Lock()

    def understand(self, question: Question, snapshot: Snapshot) -> tuple[Floats, QuestionWords]:
        """Return a question's own vector and its content words, centred like the vocabulary's, encoded in one call."""
        language = question.language
        spellings = content_words(question.text, language)
        words = list(spellings)
        if len(words) > _MOST_WORDS:
            longest = set(sorted(words, key=len)[-_MOST_WORDS:])
            words = [word for word in words if word in longest]
        vectors = np.zeros((len(words), snapshot.manifest.dimension), np.float32)
        unknown = []
        for position, word in enumerate(words):
            row = _term_row(snapshot, stem_hash(word, language))
            if row is None:
                unknown.append(position)
            else:
                vectors[position] = snapshot.term_vectors.stored[row]
        vector, of_words = self._encoded(question.text, [spellings[words[n]] for n in unknown])
        for position, of_word in zip(unknown, of_words, strict=True):
            vectors[position] = of_word
        mean = _language_mean(snapshot, language)
        keys = np.array([_key_hash(word, language) for word in words], np.uint64)
        vectors = centred(vectors, np.zeros(len(words), np.uint16), mean)
        return vector, QuestionWords(
            tuple(words),
            vectors,
            keys,
            _translated(question.text, words, language),
            _capitalised(question.text, words),
            self._related(words, language),
        )

    def _encoded(self, text: str, words: Sequence[str]) -> tuple[Floats, list[Floats]]:
        """Return the vectors of a question and of words; only words are kept."""
        with self._lock:
            kept = {word: self._kept[word] for word in words if word in self._kept}
        missing = [word for word in words if word not in kept]
        vector, *fresh = self._gathered.encode([text], missing)
        if missing:
            kept.update(zip(missing, fresh, strict=True))
            with self._lock:
                self._kept.update((word, kept[word]) for word in missing)
                while len(self._kept) > _MOST_CACHED:
                    self._kept.popitem(last=False)
        return vector, [kept[word] for word in words]

    def _related(self, words: Sequence[str], language: str) -> tuple[NDArray[np.uint64], ...]:
        """Return what means the same as each word; one that stands alone may be of any language."""
        languages = LANGUAGES if len(words) == 1 else (language,)
        return tuple(
            np.concatenate([self._thesaurus.related(stem_hash(word, one)) for one in languages]) for word in words
        )


def _key_hash(word: str, language: str) -> int:
    """Return the hash of a word's key; 0, which no term has, for one so short that other words have it by chance."""
    found = key(word, language)
    return term_hash(found) if len(found) >= _SHORTEST_KEY or found.isdigit() else 0


def _translated(text: str, content: Sequence[str], language: str) -> NDArray[np.bool_]:
    of_time = lexicon(language).time_words if language in LANGUAGES else frozenset()
    spoken = [bare(word) for word in split(text)]
    of_bodies: set[str] = set()
    for named in bodies_named(spoken, language):
        of_bodies.update(spoken[named.first : named.first + named.words])
    return np.array([word in of_time or word in of_bodies or names_country(word, language) for word in content], bool)


def _capitalised(text: str, content: Sequence[str]) -> NDArray[np.bool_]:
    """Return which words are written with a capital inside a sentence; none where most are, as in a headline."""
    capital = {folded for match in _LETTERS.finditer(text) if _is_name(text, match) for folded in split(match.group())}
    marked = np.array([word in capital for word in content], bool)
    return marked if 2 * marked.sum() <= len(content) else np.zeros_like(marked)


def _is_name(text: str, word: re.Match[str]) -> bool:
    before = text[: word.start()].rstrip(_OPENS)
    return word.group()[0].isupper() and bool(before) and before[-1] not in _ENDS


def _term_row(snapshot: Snapshot, stem: int) -> int | None:
    row = int(np.searchsorted(snapshot.stems, np.uint64(stem)))
    return row if row < len(snapshot.stems) and int(snapshot.stems[row]) == stem else None


def _language_mean(snapshot: Snapshot, language: str) -> Floats:
    """Return the mean term vector of a language, shape (1, dimension); of all languages for one the corpus lacks."""
    if language in snapshot.languages:
        number = snapshot.languages.index(language)
        return snapshot.term_vectors.means[number : number + 1]
    return np.asarray(snapshot.term_vectors.means.mean(axis=0, keepdims=True), np.float32)
