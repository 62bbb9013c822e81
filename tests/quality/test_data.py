"""The judged data itself: a wrong file name or a doubled question would make every figure measured with it wrong."""

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

HERE = Path(__file__).parent
CORPUS = HERE.parents[1] / "corpus"
LANGUAGES = ("en", "es", "ru", "pt", "fr")
KINDS = {"fact", "number", "who-said", "when", "perspective", "date-filter", "cross-lingual"}
REASONS = {"plausible", "off-topic", "smalltalk", "injection", "gibberish"}
LABELS = {"copy", "same-event", "different"}
COPIED_WORDS = 5  # this many words in a row shared with a digest are its wording, not a name in it
OWN_LANGUAGE_AT_MOST = 1 / 3  # share of the relevant digests that may be in a cross-lingual question's own language

Judged = dict[str, Any]  # one line of a JSON Lines file: foreign data, whose shape the first test checks


@cache
def read_lines(name: str) -> tuple[Judged, ...]:
    """Read a JSON Lines file that lies beside this one."""
    return tuple(json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines())


def questions() -> tuple[Judged, ...]:
    """Return the questions that the corpus answers."""
    return read_lines("questions.jsonl")


def unanswerable() -> tuple[Judged, ...]:
    """Return the questions that it does not."""
    return read_lines("unanswerable.jsonl")


def pairs() -> list[list[str]]:
    """Return the rows of `pairs.tsv`: article, article, label."""
    lines = (HERE / "pairs.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


@cache
def digests() -> dict[str, tuple[Judged, str]]:
    """Return front matter and text of every digest, by file name."""
    split = {path.name: path.read_text(encoding="utf-8").split("---\n", 2) for path in CORPUS.glob("*.md")}
    return {name: (yaml.safe_load(parts[1]), parts[2]) for name, parts in split.items() if len(parts) == 3}


def runs_of_words(text: str) -> set[tuple[str, ...]]:
    """Return every run of `COPIED_WORDS` words, in lower case."""
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + COPIED_WORDS]) for i in range(len(words) - COPIED_WORDS + 1)}


def readme_counts() -> list[Counter[str]]:
    """Return, table by table, what the README says there is: counts by "language column", without the sums."""
    tables: list[Counter[str]] = []
    columns: list[str] = []
    for line in (HERE / "README.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if cells[0] == "language":
            columns = cells[1:-1]
            tables.append(Counter())
        elif tables and cells[0] in LANGUAGES:
            tables[-1].update({f"{cells[0]} {name}": int(n) for name, n in zip(columns, cells[1:-1], strict=True)})
    return tables


def own_language_share(question: Judged) -> float:
    """Return the share of relevant digests written in the question's language."""
    languages = [digests()[name][0]["language"] for name in question["relevant"]]
    return languages.count(question["language"]) / len(languages)


def test_every_line_has_the_layout() -> None:
    """A missing or misspelt key is found here, not in the middle of an evaluation."""
    answered = {"id", "question", "language", "kind", "answer", "relevant", "partial"}
    assert [q for q in questions() if set(q) != answered] == []
    assert [q for q in unanswerable() if set(q) != {"id", "question", "language", "why", "partial"}] == []
    assert [q["id"] for q in questions() if not q["question"].strip() or not q["answer"].strip()] == []


def test_ids_are_unique() -> None:
    """Reports name questions by id, over both files."""
    ids = Counter(q["id"] for q in (*questions(), *unanswerable()))
    assert [name for name, times in ids.items() if times > 1] == []


def test_no_question_equals_another() -> None:
    """Letter case, spaces and punctuation do not make another question."""
    plain = Counter(" ".join(re.findall(r"\w+", q["question"].lower())) for q in (*questions(), *unanswerable()))
    assert [text for text, times in plain.items() if times > 1] == []


def test_languages_kinds_and_reasons_are_known() -> None:
    """A figure a language or kind is only right when nobody invents another spelling."""
    assert {q["language"] for q in (*questions(), *unanswerable())} == set(LANGUAGES)
    assert {q["kind"] for q in questions()} == KINDS
    assert {q["why"].split(":", 1)[0] for q in unanswerable()} == REASONS


def test_every_digest_named_exists() -> None:
    """A judgement about a file that is gone could never be met."""
    named = {(q["id"], name) for q in questions() for name in (*q["relevant"], *q["partial"])}
    named |= {(q["id"], name) for q in unanswerable() for name in q["partial"]}
    named |= {("pairs.tsv", name) for row in pairs() for name in row[:2]}
    assert sorted((where, name) for where, name in named if name not in digests()) == []


def test_relevant_is_named_once_and_apart_from_partial() -> None:
    """Each question has an answering digest, and none is judged twice."""
    assert [q["id"] for q in questions() if not q["relevant"]] == []
    judged = {q["id"]: Counter((*q["relevant"], *q["partial"])) for q in questions()}
    assert [(name, judgement) for name, judgement in judged.items() if max(judgement.values()) > 1] == []


def test_questions_use_their_own_words() -> None:
    """A question that repeats its digest would measure the finding of equal words."""
    copied = [
        q["id"]
        for q in questions()
        for name in q["relevant"]
        if runs_of_words(q["question"]) & runs_of_words(digests()[name][1])
    ]
    assert copied == []


def test_cross_lingual_questions_are_cross_lingual() -> None:
    """Few or none of their digests are in the question's language."""
    cross = [q for q in questions() if q["kind"] == "cross-lingual"]
    assert [(q["id"], q["relevant"]) for q in cross if own_language_share(q) > OWN_LANGUAGE_AT_MOST] == []
    assert min(Counter(q["language"] for q in cross)[language] for language in LANGUAGES) >= 10


def test_a_question_with_a_date_has_a_dated_answer() -> None:
    """An undated digest is never shown as inside a period, so it alone could not answer."""
    dated = [q for q in questions() if q["kind"] == "date-filter"]
    assert [q["id"] for q in dated if not any(digests()[name][0].get("date") for name in q["relevant"])] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_enough_questions(language: str) -> None:
    """A share measured on fewer questions would swing by several points with one of them."""
    assert sum(q["language"] == language for q in questions()) >= 30
    assert sum(q["language"] == language for q in unanswerable()) >= 14


def test_questions_spread_over_the_corpus() -> None:
    """A gate that looks at a corner of the corpus misses what breaks elsewhere."""
    answering = {name for q in questions() for name in q["relevant"]}
    assert len(answering) >= 0.9 * len(digests())
    assert sum(q["why"].startswith("plausible") for q in unanswerable()) >= 40


def test_pairs_are_well_formed() -> None:
    """Three columns, a known label, two different articles in order, no pair twice."""
    assert [row for row in pairs() if len(row) != 3 or row[2] not in LABELS or row[0] >= row[1]] == []
    assert [pair for pair, times in Counter(tuple(row[:2]) for row in pairs()).items() if times > 1] == []


def test_pairs_hold_enough_of_each_label() -> None:
    """The corpus has few copies; what looks like one and is none must outnumber them."""
    labels = Counter(row[2] for row in pairs())
    assert labels["copy"] >= 8
    assert labels["same-event"] >= 30
    assert labels["different"] >= 30


def test_the_readme_counts_what_is_there() -> None:
    """Whoever adds a question updates the tables that describe the set."""
    by_kind = Counter(f"{q['language']} {q['kind']}" for q in questions())
    by_reason = Counter(f"{q['language']} {q['why'].split(':', 1)[0]}" for q in unanswerable())
    assert readme_counts() == [by_kind, by_reason]
