"""The vocabulary: the words of all passages with a vector each, so that words match across languages by meaning.

"muertes" finds "deaths" and "погибших": e5's vectors of single words, centred by language, are a dictionary that comes
with the model. Matching each word of a question with the nearest word of a passage is a soft BM25; on the 391 judged
questions over our corpus it lifts hit@1 from .70 (vectors of passages and sentences alone) to .77.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.index.function_words import is_content
from bot.index.tokens import key, stem, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.model import Passage

# One record a term (a stem of one language), sorted by `stem`. `stem` and `key` are hashes; `frequency` counts the
# passages that hold the key in any language; `name` says that the key is written with a capital inside sentences.
TERM_TYPE = np.dtype([("stem", "<u8"), ("key", "<u8"), ("language", "<u2"), ("frequency", "<u4"), ("name", "?")])
_CAPITALISED = re.compile(r"(?<=\S\s)[^\W\d_][^\W\d_]{2,}")
# A key is a name's when it is written with a capital at least this many times as often as without.
_NAME_RATIO = 4


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All terms of some passages.

    `spellings` has the commonest spelling of each term, in the order of `terms`;
    `passage_terms` the rows of each passage's terms, one passage after the other, `counts` how many each has.
    """

    terms: NDArray[np.void]
    spellings: list[str]
    passage_terms: NDArray[np.uint32]
    counts: NDArray[np.uint16]


def term_hash(text: str) -> int:
    """Return 64 bits that stand for a stem with its language, or for a key."""
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def stem_hash(word: str, language: str) -> int:
    """Return the hash of a folded word's stem in a language."""
    return term_hash(f"{language}:{stem(word, language)}")


def content_words(text: str, language: str) -> list[str]:
    """Return the folded words of a text that say what it is about, each once, in order."""
    return [word for word in dict.fromkeys(words(text)) if is_content(word, language)]


def build_vocabulary(passages: Sequence[Passage], languages: Sequence[str]) -> Vocabulary:
    """Collect the terms of passages, titles included."""
    spellings: dict[tuple[str, str], Counter[str]] = {}
    of_passages: list[list[tuple[str, str]]] = []
    key_frequency: Counter[str] = Counter()
    for passage in passages:
        language = passage.article.language
        found: dict[tuple[str, str], None] = {}
        for word in content_words(f"{passage.article.title}\n{passage.text}", language):
            term = (language, stem(word, language))
            spellings.setdefault(term, Counter())[word] += 1
            found[term] = None
        of_passages.append(list(found))
        key_frequency.update({key(spellings[term].most_common(1)[0][0], language) for term in found})
    commonest = {term: counter.most_common(1)[0][0] for term, counter in spellings.items()}
    ordered = sorted(commonest, key=lambda term: term_hash(f"{term[0]}:{term[1]}"))
    names = _name_keys(passages)
    row_of = {term: row for row, term in enumerate(ordered)}
    number_of = {language: number for number, language in enumerate(languages)}
    records = [_record(term, commonest[term], number_of, key_frequency, names) for term in ordered]
    return Vocabulary(
        terms=np.array(records, TERM_TYPE),
        spellings=[commonest[term] for term in ordered],
        passage_terms=np.array([row_of[term] for found in of_passages for term in found], np.uint32),
        counts=np.array([len(found) for found in of_passages], np.uint16),
    )


def _record(
    term: tuple[str, str], spelling: str, number_of: dict[str, int], frequency: Counter[str], names: frozenset[str]
) -> tuple[int, int, int, int, bool]:
    language, stemmed = term
    sound = key(spelling, language)
    return term_hash(f"{language}:{stemmed}"), term_hash(sound), number_of[language], frequency[sound], sound in names


def _name_keys(passages: Sequence[Passage]) -> frozenset[str]:
    """Return the keys that are nearly always written with a capital where no sentence begins."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for passage in passages:
        language = passage.article.language
        for sentence in passage.sentences:
            for match in _CAPITALISED.finditer(sentence.of(passage.article.text)):
                word = match.group()
                for folded in words(word)[:1]:
                    (capital if word[0].isupper() else small)[key(folded, language)] += 1
    return frozenset(sound for sound, count in capital.items() if count >= _NAME_RATIO * small[sound])
