"""Matching, against its definition written down word by word, passage by passage."""

from __future__ import annotations

import math
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.index.centred_rows import CentredRows
from bot.index.columns import COLUMN_TYPE, place
from bot.index.row_file import RowFile
from bot.index.terms import TERM_TYPE
from bot.index.vectors import centred
from bot.search.matching import Matches, Nearness, match
from bot.search.understanding import QuestionWords

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from bot.index.snapshot import Snapshot

CHANCE = np.random.default_rng(3)
DIMENSION = 16
TERMS = 40
KEYS = 8  # fewer than terms: some share one
MEANS = np.zeros((2, DIMENSION), np.float32)


def unit(count: int) -> NDArray[np.float32]:
    """Return random unit vectors."""
    vectors = CHANCE.standard_normal((count, DIMENSION)).astype(np.float32)
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """What matching looks at of a snapshot: 30 passages of 12 articles, some without a word."""
    path: Path = tmp_path_factory.mktemp("terms") / "v.npy"
    np.save(path, unit(TERMS).astype(np.float16))
    terms = np.zeros(TERMS, TERM_TYPE)
    terms["stem"] = np.arange(TERMS)
    terms["key"] = CHANCE.integers(0, KEYS, TERMS)
    terms["frequency"] = CHANCE.integers(1, 20, TERMS)
    terms["name"] = CHANCE.random(TERMS) < 0.5
    columns = np.zeros(30, COLUMN_TYPE)
    columns["article"] = np.sort(CHANCE.integers(0, 12, 30))
    place(columns, "terms", CHANCE.integers(1, 9, 30).astype(np.uint16))
    languages = np.zeros(TERMS, np.uint16)
    made = SimpleNamespace(
        terms=terms,
        stems=terms["stem"],
        columns=columns,
        passage_terms=CHANCE.integers(0, TERMS, int(columns["terms"].sum())).astype(np.uint32),
        term_vectors=CentredRows(RowFile(path), languages, MEANS, TERMS),
    )
    return cast("Snapshot", made)


def asked(
    words: list[str], keys: list[int], translated: list[bool] | None = None, related: list[list[int]] | None = None
) -> QuestionWords:
    """Return a question's words with vectors by chance; `related` has the stems of each word's notion."""
    is_translated = np.array(translated or [False] * len(words), bool)
    no_capitals = np.zeros(len(words), bool)
    same_notion = tuple(np.array(stems, np.uint64) for stems in related or [[]] * len(words))
    vectors, hashes = unit(len(words)), np.array(keys, np.uint64)
    return QuestionWords(tuple(words), vectors, hashes, is_translated, no_capitals, same_notion)


@settings(deadline=None, max_examples=60)
@given(
    rows=st.lists(st.integers(0, 29), min_size=1, unique=True),
    words=st.lists(
        st.tuples(
            st.sampled_from(["maduro", "142", "oil"]),
            st.integers(0, KEYS + 2),
            st.booleans(),
            st.lists(st.integers(0, TERMS + 5), max_size=5),
        ),
        max_size=6,
    ),
)
def test_words_names_and_numbers_are_what_they_are_defined_as(
    snapshot: Snapshot, rows: list[int], words: list[tuple[str, int, bool, list[int]]]
) -> None:
    question = asked(
        [word for word, *_ in words],
        [key for _, key, _, _ in words],
        [translated for _, _, translated, _ in words],
        [related for *_, related in words],
    )
    found = match(question, snapshot.columns[rows], snapshot)
    for signal, wanted in defined(question, rows, snapshot).items():
        np.testing.assert_allclose(getattr(found, signal), wanted, atol=2e-3, err_msg=signal)


def defined(question: QuestionWords, rows: list[int], snapshot: Snapshot) -> dict[str, list[float]]:
    """Return the signals of some passages as the module describes them."""
    vectors = centred(np.stack([snapshot.term_vectors.stored[n] for n in range(TERMS)]), np.zeros(TERMS, int), MEANS)
    held = {row: terms_of(row, snapshot) for row in rows}
    keys = {row: {int(snapshot.terms["key"][term]) for term in held[row]} for row in rows}
    everything = {term for terms in held.values() for term in terms}

    def near(word: int, term: int) -> float:
        cosine = float(question.vectors[word] @ vectors[term])
        same = int(snapshot.terms["key"][term]) == int(question.keys[word])
        notion = int(snapshot.stems[term]) in question.related[word].tolist()
        return min(1.0, max(0.0, (max(cosine, 0.9 if same else -1, 0.6 if notion else -1) - 0.2) / 0.8) / 0.5)

    def idf(count: float, total: int) -> float:
        return math.log(1 + (total - count + 0.5) / (count + 0.5))

    count = range(len(question.words))
    nearest = {row: [max(near(word, term) for term in held[row]) for word in count] for row in rows}
    weights = [idf(sum(nearest[row][word] for row in rows), len(rows)) for word in count]
    result: dict[str, list[float]] = {
        "words": [
            sum(w * n for w, n in zip(weights, nearest[row], strict=True)) / max(sum(weights), 1e-6) for row in rows
        ]
    }
    article = snapshot.columns["article"]
    mine = {row: [other for other in rows if article[other] == article[row]] for row in rows}
    own = [word for word in count if not question.translated[word]]
    result["weakest"] = [
        min((max(nearest[other][word] for other in mine[row]) for word in own), default=1.0 if question.words else 0.0)
        for row in rows
    ]
    for kind in ("names", "numbers"):
        chosen = {}
        for word in count:
            sharing = [term for term in everything if int(snapshot.terms["key"][term]) == int(question.keys[word])]
            is_number = question.words[word].isdigit()
            is_name = not question.translated[word] and any(snapshot.terms["name"][term] for term in sharing)
            if sharing and (is_number if kind == "numbers" else is_name and not is_number):
                most = max(int(snapshot.terms["frequency"][term]) for term in sharing)
                chosen[word] = idf(most, len(snapshot.columns))
        where = {
            row: set().union(*(keys[other] for other in mine[row])) if kind == "names" else keys[row] for row in rows
        }
        result[kind] = [
            sum(weight for word, weight in chosen.items() if int(question.keys[word]) in where[row])
            / (sum(chosen.values()) + 3)
            for row in rows
        ]
        if kind == "names":
            result["missing_names"] = [
                sum(weight for word, weight in chosen.items() if int(question.keys[word]) not in where[row])
                for row in rows
            ]
    return result


def terms_of(row: int, snapshot: Snapshot) -> list[int]:
    """Return the terms of a passage."""
    first = int(snapshot.columns["first_term"][row])
    own: list[int] = snapshot.passage_terms[first : first + int(snapshot.columns["terms"][row])].tolist()
    return own


def test_a_question_without_words_and_no_passages_match_nothing(snapshot: Snapshot) -> None:
    for found in (
        match(asked([], []), snapshot.columns, snapshot),
        match(asked(["oil"], [1]), snapshot.columns[:0], snapshot),
    ):
        assert isinstance(found, Matches)
        assert not any(part.any() for part in (found.words, found.names, found.numbers))
        assert found.nearness.of(np.array([3], np.uint64)).sum() == 0


def test_nearness_is_of_the_terms_asked_for_and_nothing_for_any_other() -> None:
    nearness = Nearness(np.array([2, 5, 9], np.uint64), np.array([[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]], np.float32))
    found = nearness.of(np.array([9, 3, 2, 0, 10], np.uint64))
    wanted = np.array([[0.5, 0.6], [0, 0], [0.1, 0.2], [0, 0], [0, 0]], np.float32)
    np.testing.assert_array_equal(found, wanted)
