"""Candidates: what the filters allow, and nothing else."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bot.model import Filters, Period
from bot.search.candidates import allowed_rows, find_candidates
from bot.search.question import parse

if TYPE_CHECKING:
    from bot.index.snapshot import Snapshot
    from bot.model import Article
    from bot.search.engine import Engine

MAY = Period(date(2021, 5, 1), date(2021, 5, 31))


@pytest.fixture(scope="module")
def snapshot(engine: Engine) -> Snapshot:
    """The small world's snapshot."""
    return engine._live()


def allowed(snapshot: Snapshot, filters: Filters, hard: Period | None = None) -> set[str]:
    """Return the ids of the articles whose passages pass."""
    mask = allowed_rows(snapshot, filters, hard)
    assert mask is not None
    return {passage.article.id for passage in snapshot.store.by_rows(np.flatnonzero(mask).tolist())}


def wanted(snapshot: Snapshot, filters: Filters, hard: Period | None = None) -> set[str]:
    """Return the same, worked out article by article."""

    def ownership(article: Article) -> str:
        known = snapshot.publishers.get(article.publisher or "")
        return known.ownership if known else "unknown"

    def passes(article: Article) -> bool:
        day = article.published
        return (
            (not filters.languages or article.language in filters.languages)
            and (not filters.publishers or article.publisher in filters.publishers)
            and article.publisher not in filters.without_publishers
            and ownership(article) not in filters.without_ownership
            and all(period is None or (day is not None and day in period) for period in (filters.period, hard))
        )

    return {passage.article.id for passage in snapshot.store.all_passages() if passes(passage.article)}


@pytest.mark.parametrize(
    ("filters", "hard"),
    [
        (Filters(languages=frozenset({"es"})), None),
        (Filters(languages=frozenset({"es", "ru"})), None),
        (Filters(languages=frozenset({"xx"})), None),
        (Filters(publishers=frozenset({"Северный вестник"})), None),
        (Filters(publishers=frozenset({"Nobody"})), None),
        (Filters(without_publishers=frozenset({"Северный вестник"})), None),
        (Filters(without_ownership=frozenset({"state"})), None),
        (Filters(without_ownership=frozenset({"unknown"})), None),
        (Filters(without_ownership=frozenset({"state", "private"}), without_publishers=frozenset({"Nobody"})), MAY),
        (Filters(period=MAY), None),
        (Filters(period=Period(date(2021, 6, 1), None)), None),
        (Filters(period=Period(None, date(2021, 5, 4))), None),
        (Filters(), MAY),
        (Filters(period=Period(date(2021, 5, 5), None)), Period(None, date(2021, 5, 7))),
        (Filters(period=MAY, languages=frozenset({"en", "fr"}), publishers=frozenset({"Northern Mail"})), None),
    ],
)
def test_exactly_the_articles_that_pass_every_filter_are_allowed(
    snapshot: Snapshot, filters: Filters, hard: Period | None
) -> None:
    assert allowed(snapshot, filters, hard) == wanted(snapshot, filters, hard)


def test_without_a_filter_nothing_is_worked_out(snapshot: Snapshot) -> None:
    assert allowed_rows(snapshot, Filters(), None) is None


def test_undated_articles_never_pass_a_period(snapshot: Snapshot) -> None:
    everything = Period(date(1, 1, 1), date(9999, 12, 31))
    assert "en/undated.md" not in allowed(snapshot, Filters(period=everything))
    assert np.count_nonzero(snapshot.columns["published"] == 0) > 0


@pytest.mark.parametrize("languages", [{"en"}, {"es"}, {"ru", "fr"}, {"en", "es"}, {"xx"}])
@pytest.mark.parametrize("text", ["What happened in the valley?", "¿Qué pasó en el valle?"])
def test_what_is_proposed_passes_the_filters_and_nothing_else_is_lost(
    engine: Engine, snapshot: Snapshot, languages: set[str], text: str
) -> None:
    """Whether the question is in a language that passes or not: so small a corpus is proposed as a whole."""
    filters = Filters(languages=frozenset(languages))
    question = parse(text, now=datetime(2021, 6, 1, tzinfo=UTC), filters=filters)
    found = find_candidates(question, *engine._words.understand(question, snapshot), snapshot)
    wanted_rows = np.isin(snapshot.languages, list(languages))[snapshot.columns["language"]]
    assert found.rows.tolist() == np.flatnonzero(wanted_rows).tolist()
    assert {len(values) for values in found.signals.values()} <= {len(found)}
