"""What a build learns from new articles before anything is encoded: kept in files as long as the build runs."""

from __future__ import annotations

from collections import Counter
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Self

import numpy as np

from bot.index.arrays import Spool
from bot.index.columns import COLUMN_TYPE, MENTION_TYPE
from bot.index.copies import held_runs
from bot.index.countries import countries_in, country_bits
from bot.index.terms import passage_words, sounds
from bot.index.texts import HASH_TYPE, passage_text, sentence_texts, text_hash
from bot.periods import mentioned_days

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from types import TracebackType

    from numpy.typing import NDArray

    from bot.index.lexicon import Word
    from bot.model import Article, Passage

_SPOOLS = {"term": "stems", "mention": "mentions", "sentence": "sentence_hashes"}


class Additions:
    """New passages, in the order in which they come, numbered from 0.

    `columns` has one record a passage; its languages and publishers index `languages` and `publishers` as they were
    met, and where its terms, sentences and mentions begin counts from the first new passage. `stems` holds the hashes
    of the stems of each passage, `runs` those of all articles (copies.py). Hashes and lengths (characters) are of the
    texts that will be encoded. `words` and the two counts of keys may fall below 0 where articles went.
    """

    def __init__(self, folder: Path, model: str) -> None:
        self._model = model
        self._files = ExitStack()
        self._spools = {
            name: self._files.enter_context(Spool(folder / name, dtype))
            for name, dtype in (
                ("columns", COLUMN_TYPE),
                ("passage_hashes", HASH_TYPE),
                ("passage_lengths", np.uint32),
                ("sentence_hashes", HASH_TYPE),
                ("sentence_lengths", np.uint32),
                ("stems", np.uint64),
                ("mentions", MENTION_TYPE),
                ("runs", np.uint64),
            )
        }
        self.languages: dict[str, int] = {}
        self.publishers: dict[str, int] = {}
        self.words: Counter[Word] = Counter()
        self.capital: Counter[int] = Counter()
        self.small: Counter[int] = Counter()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._files.close()

    def __len__(self) -> int:
        return len(self._spools["columns"])

    def array(self, name: str) -> NDArray[Any]:
        """Return all of one kind, memory-mapped; nothing can be added afterwards."""
        return self._spools[name].array()

    def add(self, number: int, article: Article, passages: Sequence[Passage]) -> None:
        """Add an article with its passages."""
        self._spools["runs"].extend(held_runs(number, article))
        countries = country_bits(_named_countries(article))
        for passage in passages:
            self._add(number, passage, countries)

    def take_away(self, passages: Sequence[Passage]) -> None:
        """Take the words of passages that went out of the counts."""
        for passage in passages:
            capital, small = sounds(passage)
            self.words.subtract(passage_words(passage))
            self.capital.subtract(capital)
            self.small.subtract(small)

    def _add(self, number: int, passage: Passage, countries: NDArray[np.uint8]) -> None:
        words = passage_words(passage)
        stems = list(dict.fromkeys(word.stem for word in words))
        mentions = _mentions(passage)
        capital, small = sounds(passage)
        self.words.update(words)
        self.capital.update(capital)
        self.small.update(small)
        column = self._column(number, passage)
        column["countries"] = countries
        for name, values in (("term", stems), ("mention", mentions), ("sentence", passage.sentences)):
            column[f"{name}s"] = len(values)
            column[f"first_{name}"] = len(self._spools[_SPOOLS[name]])
        self._extend("columns", column[None], COLUMN_TYPE)
        self._extend("stems", stems, np.uint64)
        self._extend("mentions", mentions, MENTION_TYPE)
        self._texts("passage", [passage_text(passage)])
        self._texts("sentence", sentence_texts(passage))

    def _column(self, number: int, passage: Passage) -> NDArray[np.void]:
        article = passage.article
        column = np.zeros((), COLUMN_TYPE)
        column["article"] = column["group"] = number
        column["language"] = self.languages.setdefault(article.language, len(self.languages))
        column["publisher"] = self.publishers.setdefault(article.publisher or "", len(self.publishers))
        column["published"] = article.published.toordinal() if article.published else 0
        return column

    def _texts(self, kind: str, texts: Sequence[str]) -> None:
        hashes = b"".join(text_hash(self._model, text) for text in texts)
        self._spools[f"{kind}_hashes"].extend(np.frombuffer(hashes, HASH_TYPE))
        self._extend(f"{kind}_lengths", [len(text) for text in texts], np.uint32)

    def _extend(self, name: str, values: Any, dtype: Any) -> None:
        self._spools[name].extend(np.array(values, dtype))


def _named_countries(article: Article) -> frozenset[str]:
    """Return the countries that an article names; "The Times of Israel" in it names its publisher."""
    told = f"{article.title}\n{article.text}"
    return countries_in(told.replace(article.publisher, " ") if article.publisher else told, article.language)


def _mentions(passage: Passage) -> list[tuple[int, int]]:
    """Return the days, months, years and other stretches that a passage mentions, as ordinals."""
    article = passage.article
    return [
        (period.first.toordinal(), period.last.toordinal())
        for period in mentioned_days(passage.text, reference=article.published, language=article.language)
        if period.first and period.last
    ]
