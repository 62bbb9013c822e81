"""The word index: what holds a token is found, ranked by BM25, in its own language only."""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.errors import SnapshotError
from bot.index.lexical import KEYS, STEMS, Within, WordIndex, update_words
from bot.index.tokens import keys, stems
from bot.ingest.split import SplitSettings, split
from bot.model import Article, Passage

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = {
    "en": "The dam burst in the night.",
    "es": "La presa de Markov se rompió de noche.",
    "ru": "Плотина Маркова прорвалась ночью.",
    "fr": "Le national barrage a cédé.",
    "und": "dam dam dam national",
}


def passages() -> list[Passage]:
    """Return one passage a language, in the order of `TEXTS`."""
    articles = [Article(f"{code}.md", f"Title{code}", text, code) for code, text in TEXTS.items()]
    return [split(article, SplitSettings())[0] for article in articles]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> WordIndex:
    """An index over one passage a language."""
    folder = tmp_path_factory.mktemp("words") / "words"
    update_words(folder, None, (), enumerate(passages()))
    return WordIndex(folder)


def test_every_passage_is_found_by_each_of_its_words(index: WordIndex) -> None:
    for row, passage in enumerate(passages()):
        for token in stems(passage.text, passage.article.language):
            assert row in index.search(STEMS, [token], 10)


def test_words_of_the_title_find_the_passage(index: WordIndex) -> None:
    assert set(index.search(KEYS, keys("Titlees", "es"), 10)) >= {1}
    assert set(index.search(STEMS, stems("titlees", "es"), 10)) == {1}


def test_filters_are_part_of_the_search(tmp_path: Path) -> None:
    """However narrow the filter and however many better passages it leaves out, the best that pass are found."""
    day = date(2021, 5, 1)
    articles = [
        Article(f"{n}.md", "Dam", "The dam broke. " * (3 if n < 40 else 1), "en" if n % 2 else "es", f"P{n}", None)
        for n in range(50)
    ]
    articles += [Article("dated.md", "Dam", "The dam broke long ago.", "en", None, day)]
    update_words(tmp_path / "words", None, (), enumerate([split(article, SplitSettings())[0] for article in articles]))
    index = WordIndex(tmp_path / "words")
    tokens = keys("broke", "en")
    assert set(index.search(KEYS, tokens, 3, Within(publishers=frozenset({"P44", "P45", "P46"})))) == {44, 45, 46}
    narrow = Within(frozenset({"en"}), frozenset({"P44", "P45", "P46"}))
    assert set(index.search(KEYS, tokens, 3, narrow)) == {45}
    ordinal = day.toordinal()
    assert set(index.search(KEYS, tokens, 3, Within(published=(ordinal, ordinal)))) == {50}
    assert index.search(KEYS, tokens, 3, Within(published=(ordinal + 1, ordinal + 9))) == {}
    assert set(index.search(KEYS, tokens, 60, Within(publishers=frozenset({""})))) == {50}
    free = index.search(KEYS, tokens, 60)
    assert index.search(KEYS, tokens, 60, Within(frozenset({"en"}))) == {
        row: free[row] for row in free if row % 2 or row == 50
    }


def test_stems_are_of_one_language(index: WordIndex) -> None:
    assert set(index.search(STEMS, stems("dam", "en"), 10)) == {0}
    assert set(index.search(STEMS, stems("national", "en"), 10)) == set()


def test_keys_cross_scripts(index: WordIndex) -> None:
    assert set(index.search(KEYS, keys("Markov", "en"), 10)) == {1, 2}


def test_scores_are_bm25(index: WordIndex) -> None:
    """As computed by hand for a token that one of five passages holds once, with k1 1.2 and b 0.75."""
    counts = [len(stems(f"{p.article.title}\n{p.text}", p.article.language)) for p in passages()]
    idf = math.log(1 + (5 - 1 + 0.5) / (1 + 0.5))
    tf = 1 * 2.2 / (1 + 1.2 * (0.25 + 0.75 * counts[0] / (sum(counts) / 5)))
    assert index.search(STEMS, stems("burst", "en"), 10) == {0: pytest.approx(idf * tf, rel=0.02)}


def test_a_token_twice_in_a_question_counts_once(index: WordIndex) -> None:
    assert index.search(STEMS, ["en:dam", "en:dam"], 10) == index.search(STEMS, ["en:dam"], 10)


def test_the_limit_keeps_the_best(index: WordIndex) -> None:
    tokens = keys("night national Markov dams", "en")
    everything = index.search(KEYS, tokens, 10)
    best = index.search(KEYS, tokens, 1)
    assert len(everything) > 1
    assert max(everything.values()) == next(iter(best.values()))


def test_no_tokens_and_unknown_tokens_find_nothing(index: WordIndex) -> None:
    assert index.search(STEMS, [], 10) == {}
    assert index.search(STEMS, ["en:zebra"], 10) == {}


@pytest.mark.parametrize("token", ["en:" + "x" * 10_000, 'en:"', "AND", "en:*", "en:\\", "en:ё", "\u202e", "en: "])
def test_odd_tokens_are_no_query_language(index: WordIndex, token: str) -> None:
    assert index.search(STEMS, [token], 10) == {}


def test_size(index: WordIndex) -> None:
    assert index.size == len(TEXTS)


def test_an_index_taken_over_has_lost_the_rows_that_went_and_shares_no_file(tmp_path: Path) -> None:
    """Also where nothing comes instead; what went is found by no word, and a row that changed only by its new ones."""
    held = passages()
    update_words(tmp_path / "first", None, (), enumerate(held))
    update_words(tmp_path / "fewer", tmp_path / "first", [1], [])
    update_words(tmp_path / "changed", tmp_path / "first", [0, 1], [(0, held[1])])
    fewer, changed = WordIndex(tmp_path / "fewer"), WordIndex(tmp_path / "changed")
    assert (fewer.size, changed.size) == (len(held) - 1, len(held) - 1)
    tokens = stems(held[1].text, held[1].article.language)
    assert 1 not in fewer.search(STEMS, tokens, 100)
    assert 0 in changed.search(STEMS, tokens, 100)
    assert all(path.stat().st_nlink == 1 for path in (tmp_path / "changed").iterdir())


def test_a_folder_that_is_no_index_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(SnapshotError, match=str(tmp_path)):
        WordIndex(tmp_path)
    with pytest.raises(SnapshotError, match="nowhere"):
        WordIndex(tmp_path / "nowhere")
