"""Vectors: centred by language, searched exactly, filtered exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import SnapshotError
from bot.index import vectors as module
from bot.index.vectors import VectorIndex, centred, language_means, write_vectors

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

RANDOM = np.random.default_rng(7)
DIMENSION = 24


def unit(count: int) -> NDArray[np.float32]:
    """Return random unit vectors."""
    vectors = RANDOM.standard_normal((count, DIMENSION))
    found: NDArray[np.float32] = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
    return found


VECTORS = unit(500)


@pytest.fixture(scope="module", params=["full floats", "half floats", "codes"])
def index(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> VectorIndex:
    """An index over `VECTORS`, in each form that finds all of so few."""
    path = tmp_path_factory.mktemp("vectors") / "v.faiss"
    with pytest.MonkeyPatch.context() as patch:
        if request.param != "full floats":
            patch.setattr(module, "_FULL_FLOATS_UP_TO", 100)
        if request.param == "codes":
            patch.setattr(module, "_COMPARED_UP_TO", 100)
        write_vectors(path, len(VECTORS), DIMENSION, VECTORS.__getitem__)
    return VectorIndex(path)


@settings(deadline=None)
@given(rows=st.sets(st.integers(0, 499), min_size=1), limit=st.integers(1, 600), question=st.integers(0, 499))
def test_the_nearest_allowed_vectors_come_best_first(
    index: VectorIndex, rows: set[int], limit: int, question: int
) -> None:
    vector = VECTORS[question]
    allowed = np.array(sorted(rows), np.int64)
    found, scores = index.search(vector, limit, np.isin(np.arange(len(VECTORS)), allowed))
    true = VECTORS[allowed] @ vector
    assert len(found) == min(limit, len(rows))
    assert set(found.tolist()) <= rows
    assert np.allclose(scores, np.sort(true)[::-1][: len(found)], atol=2e-3)
    assert np.allclose(scores, VECTORS[found] @ vector, atol=2e-3)


def test_without_a_filter_everything_is_searched(index: VectorIndex) -> None:
    found, scores = index.search(VECTORS[3], 500)
    assert sorted(found.tolist()) == list(range(500))
    assert found[0] == 3
    assert list(scores) == sorted(scores, reverse=True)


def test_no_row_allowed_finds_none(index: VectorIndex) -> None:
    found, scores = index.search(VECTORS[0], 10, np.zeros(len(VECTORS), bool))
    assert (len(found), len(scores)) == (0, 0)


def test_scores_of_given_rows_come_in_their_order(index: VectorIndex) -> None:
    rows = np.array([400, 3, 77], np.int64)
    assert np.allclose(index.scores(VECTORS[3], rows), VECTORS[rows] @ VECTORS[3], atol=2e-3)
    assert len(index.scores(VECTORS[3], np.zeros(0, np.int64))) == 0


def test_size_and_dimension(index: VectorIndex) -> None:
    assert (index.size, index.dimension) == (500, DIMENSION)


def test_means_are_of_each_language_and_zero_for_one_without_vectors() -> None:
    languages = np.array([0, 2, 0, 2], np.uint16)
    means = language_means(VECTORS[:4], languages, 3)
    assert np.allclose(means[0], (VECTORS[0] + VECTORS[2]) / 2, atol=1e-6)
    assert np.allclose(means[2], (VECTORS[1] + VECTORS[3]) / 2, atol=1e-6)
    assert not means[1].any()


def test_centring_takes_away_what_a_language_has_in_common() -> None:
    """A vector that all of one language share no longer tells that language's passages from others."""
    shift = 3 * unit(1)[0]
    languages = np.array([0] * 250 + [1] * 250, np.uint16)
    shifted = VECTORS + np.where(languages[:, None] == 1, shift, 0).astype(np.float32)
    found = centred(shifted, languages, language_means(shifted, languages, 2))
    plain = centred(VECTORS, languages, language_means(VECTORS, languages, 2))
    assert np.allclose(found, plain, atol=1e-4)
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)


def test_the_only_passage_of_a_language_stays_a_number() -> None:
    """Its vector is its language's mean: what is left is nothing, and must not become NaN."""
    languages = np.array([0], np.uint16)
    found = centred(VECTORS[:1], languages, language_means(VECTORS[:1], languages, 1))
    assert np.isfinite(found).all()


@pytest.mark.parametrize("content", [b"", b"garbage", b"IxFI" + b"\xff" * 64])
def test_a_file_that_is_no_index_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "v.faiss"
    path.write_bytes(content)
    with pytest.raises(SnapshotError, match=r"v\.faiss"):
        VectorIndex(path)


def test_a_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(SnapshotError, match=r"v\.faiss"):
        VectorIndex(tmp_path / "v.faiss")


def test_no_vectors_can_be_written_and_searched(tmp_path: Path) -> None:
    write_vectors(tmp_path / "v.faiss", 0, DIMENSION, VECTORS.__getitem__)
    found, _ = VectorIndex(tmp_path / "v.faiss").search(VECTORS[0], 5)
    assert len(found) == 0


def test_codes_name_so_many_that_little_is_missed(tmp_path: Path) -> None:
    """With and without a filter; what they name is compared exactly, and what they miss is measured."""
    vectors = unit(5_000)
    with pytest.MonkeyPatch.context() as patch:
        for limit in ("_FULL_FLOATS_UP_TO", "_COMPARED_UP_TO"):
            patch.setattr(module, limit, 100)
        patch.setattr(module, "_NAMED", 50)
        patch.setattr(module, "_NAMED_FOR_EACH", 5)
        told = write_vectors(tmp_path / "v.faiss", len(vectors), DIMENSION, vectors.__getitem__)
        index = VectorIndex(tmp_path / "v.faiss")
        every_third = np.arange(len(vectors)) % 3 == 0
        for allowed in (None, every_third):
            scores = vectors[:50] @ vectors.T - (0 if allowed is None else 9 * ~allowed)
            true = np.argsort(-scores, axis=1)[:, :10]
            found = [index.search(vector, 10, allowed) for vector in vectors[:50]]
            same = [np.isin(rows, best).mean() for (rows, _), best in zip(found, true, strict=True)]
            assert 0.9 < np.mean(same) <= 1
            for vector, (rows, scores_found) in zip(vectors, found, strict=False):
                assert np.allclose(scores_found, vectors[rows] @ vector, atol=2e-3)
                assert allowed is None or allowed[rows].all()
    assert told is not None
    assert 0.9 < told <= 1


def test_codes_of_an_odd_number_of_components(tmp_path: Path) -> None:
    """They take one component each."""
    vectors = unit(500)[:, :23].copy()
    with pytest.MonkeyPatch.context() as patch:
        for limit in ("_FULL_FLOATS_UP_TO", "_COMPARED_UP_TO"):
            patch.setattr(module, limit, 100)
        write_vectors(tmp_path / "v.faiss", len(vectors), 23, vectors.__getitem__)
    assert VectorIndex(tmp_path / "v.faiss").search(vectors[7], 1)[0].tolist() == [7]


@pytest.fixture(scope="module")
def inverted(tmp_path_factory: pytest.TempPathFactory) -> tuple[VectorIndex, float | None]:
    """An inverted file over `VECTORS`, as only very large indexes are, and its measured recall."""
    path = tmp_path_factory.mktemp("vectors") / "v.faiss"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_FULL_FLOATS_UP_TO", 50)
        patch.setattr(module, "_COMPARED_UP_TO", 100)
        patch.setattr(module, "_LOOKED_AT_UP_TO", 100)
        patch.setattr(module, "_LISTS", 0.5)
        recall = write_vectors(path, len(VECTORS), DIMENSION, VECTORS.__getitem__)
    return VectorIndex(path), recall


def test_an_index_that_is_not_exact_says_how_much_it_finds(inverted: tuple[VectorIndex, float | None]) -> None:
    index, told = inverted
    true = np.argsort(-(VECTORS @ VECTORS.T), axis=1)[:200, :10]
    found = [index.search(VECTORS[row], 10)[0] for row in range(200)]
    measured = np.mean(
        [len(set(one.tolist()) & set(other.tolist())) / 10 for one, other in zip(found, true, strict=True)]
    )
    assert told is not None
    assert told >= 0.95
    assert abs(measured - told) < 0.05


def test_a_filter_costs_an_inverted_file_nothing(inverted: tuple[VectorIndex, float | None]) -> None:
    """The narrower the filter, the more lists are searched."""
    index, _ = inverted
    allowed = np.zeros(len(VECTORS), bool)
    allowed[::50] = True
    for question in VECTORS[:50]:
        found, scores = index.search(question, 5, allowed)
        true = np.flatnonzero(allowed)[np.argsort(-(VECTORS[allowed] @ question))[:5]]
        assert len(set(found.tolist()) & set(true.tolist())) >= 4
        assert allowed[found].all()
        assert np.allclose(scores, index.scores(question, found), atol=2e-2)


def test_exact_indexes_tell_no_recall(tmp_path: Path) -> None:
    assert write_vectors(tmp_path / "v.faiss", len(VECTORS), DIMENSION, VECTORS.__getitem__) is None
