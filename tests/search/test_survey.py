"""Surveys find what is about a topic, all of it, and not what is merely near."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from bot.model import Filters, Note, Outcome, Period, PeriodRole
from bot.search.engine import Engine
from tests.corpora import PROJECT

if TYPE_CHECKING:
    from bot.model import Answer
    from tests.corpora import World

NOW = datetime(2019, 12, 2, tzinfo=UTC)
# What topics.jsonl reaches: precision .82, recall .72, one foreign topic of three found.
PRECISION, RECALL, FOREIGN = 0.8, 0.7, 1


@pytest.fixture(scope="module")
def whole(real: World) -> Engine:
    """An engine over the shipped corpus."""
    return Engine.open(real.config)


def topics() -> list[dict[str, Any]]:
    """Return the judged topics; `names` is a pattern that every article about one must match."""
    lines = (PROJECT / "tests" / "quality" / "topics.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def articles(answer: Answer) -> set[str]:
    """Return the articles of a survey, copies included."""
    return {one.id for hit in answer.hits for one in (hit.passage.article, *hit.also)}


def test_topics_find_their_articles_and_foreign_ones_nothing(whole: Engine) -> None:
    """Over topics in five languages; an article belongs to a topic when it holds the topic's names in any language."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in (PROJECT / "corpus").glob("*.md")}
    precision, recall, foreign = [], [], 0
    for one in topics():
        found = articles(whole.survey(one["topic"], now=NOW, language=one["language"]))
        if not one["names"]:
            foreign += bool(found)
            continue
        belongs = {name for name, text in texts.items() if re.search(one["names"], text, re.IGNORECASE)}
        precision.append(len(found & belongs) / len(found) if found else 0.0)
        recall.append(len(found & belongs) / len(belongs))
    assert sum(precision) / len(precision) >= PRECISION
    assert sum(recall) / len(recall) >= RECALL
    assert foreign <= FOREIGN


def test_a_survey_has_each_article_once_and_best_first(whole: Engine) -> None:
    """More of them than an answer has, and of copies only one."""
    found = whole.survey("Guaidó", now=NOW)
    ids = [hit.passage.article.id for hit in found.hits]
    assert found.outcome is Outcome.FOUND
    assert len(ids) == len(set(ids)) > 50
    assert [hit.score for hit in found.hits] == sorted((hit.score for hit in found.hits), reverse=True)
    copies = {copy.id for hit in found.hits for copy in hit.also}
    assert copies
    assert not copies & set(ids)


def test_a_period_is_one_of_publication_and_the_undated_come_along(whole: Engine) -> None:
    """Whatever the question means by it: the timeline has nothing outside, and its reader learns of the undated."""
    found = whole.survey("Guaidó in May 2019", now=NOW)
    assert found.question.period is not None
    assert found.question.period.role is PeriodRole.PUBLISHED
    days = [hit.passage.article.published for hit in found.hits]
    assert None in days
    assert {(day.year, day.month) for day in days if day} == {(2019, 5)}


def test_the_readers_own_period_filters_alike(whole: Engine) -> None:
    period = Period(date(2019, 5, 1), date(2019, 5, 3))
    found = whole.survey("Guaidó", now=NOW, filters=Filters(period=period))
    days = {hit.passage.article.published for hit in found.hits}
    assert days - {None}
    assert all(day in period for day in days if day)


def test_a_period_changes_nothing_about_what_is_relevant(whole: Engine) -> None:
    """A quiet month does not let in what is merely near."""
    everything = {hit.passage.article.id for hit in whole.survey("Lima Group", now=NOW, language="en").hits}
    narrowed = {hit.passage.article.id for hit in whole.survey("Lima Group in July 2019", now=NOW).hits}
    assert narrowed <= everything


def test_filters_of_language_hold(whole: Engine) -> None:
    found = whole.survey("Guaidó", now=NOW, filters=Filters(languages=frozenset({"ru"})))
    assert {hit.passage.article.language for hit in found.hits} == {"ru"}


@pytest.mark.parametrize("text", ["hola", "???", "in March 2019"])
def test_what_is_no_topic_finds_nothing(whole: Engine, text: str) -> None:
    found = whole.survey(text, now=NOW)
    assert found.outcome is Outcome.NOTHING
    assert not found.hits


def test_a_period_outside_the_collection_is_said_to_be(whole: Engine) -> None:
    found = whole.survey("Lima Group in 2015", now=NOW)
    assert Note.OUTSIDE_COVERAGE in found.notes
    assert not [hit for hit in found.hits if hit.passage.article.published]


def test_every_best_sentence_lies_in_its_passage(whole: Engine) -> None:
    """So that it can be quoted to the letter."""
    for hit in whole.survey("sanctions on PDVSA oil", now=NOW).hits:
        assert hit.best_sentence in hit.passage.sentences


def test_publishers_and_their_articles_agree(whole: Engine) -> None:
    """The engine's list counts what it shows."""
    found = whole.sources()
    assert sum(one.articles for one in found) == whole.coverage.articles if whole.coverage else False
    for one in found[:20]:
        shown = whole.articles_of(one.publisher.name, 100)
        assert len(shown) == one.articles
        assert {article.publisher or "" for article in shown} <= {one.publisher.name}
