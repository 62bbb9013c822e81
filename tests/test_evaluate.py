"""Measuring: the figures are those that a hand computes, and a wrong folder is refused by line."""

from __future__ import annotations

import io
import json
import math
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.config import Config, CorpusConfig, IndexConfig, ModelConfig
from bot.errors import CorpusError
from bot.evaluate import (
    Judged,
    Result,
    auroc,
    evaluate_command,
    measure,
    read_beir_corpus,
    read_beir_questions,
    read_questions,
    refusal,
    retrieval,
    table,
)
from tests.corpora import ARTICLES, write_corpus

if TYPE_CHECKING:
    from pathlib import Path

FEW = {name: ARTICLES[name] for name in ("es/luto.md", "ru/sud.md", "fr/assurances.md")}


def result(relevant: str, found: str, *, confidence: float = 0.5, shown: bool = True, language: str = "en") -> Result:
    """Return the result of a question whose relevant and found articles are letters."""
    question = Judged(relevant or "-", "?", language, "fact", frozenset(relevant))
    return Result(question, tuple(found), confidence, shown)


def write_lines(path: Path, *rows: Any) -> None:
    """Write JSON Lines."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def test_figures_by_hand() -> None:
    """First at rank 1, 2, 6, 11 and never."""
    results = [
        result("a", "abc"),
        result("b", "abc"),
        result("f", "abcdefg"),
        result("k", "abcdefghijk"),
        result("z", "abc"),
    ]
    figures = retrieval(results)
    assert figures["questions"] == 5
    assert figures["hit@1"] == pytest.approx(1 / 5)
    assert figures["hit@3"] == pytest.approx(2 / 5)
    assert figures["hit@5"] == pytest.approx(2 / 5)
    assert figures["mrr@10"] == pytest.approx((1 + 1 / 2 + 1 / 6) / 5)
    assert figures["ndcg@10"] == pytest.approx((1 + 1 / math.log2(3) + 1 / math.log2(7)) / 5)


def test_ndcg_counts_every_relevant_article_against_the_best_possible() -> None:
    gained = 1 / math.log2(2) + 1 / math.log2(4)
    ideal = 1 / math.log2(2) + 1 / math.log2(3) + 1 / math.log2(4)
    assert retrieval([result("acz", "abc")])["ndcg@10"] == pytest.approx(gained / ideal)
    assert retrieval([result("abcdefghijkl", "abcdefghijkl")])["ndcg@10"] == pytest.approx(1)
    assert retrieval([result("ab", "")])["ndcg@10"] == 0


def test_auroc_by_hand() -> None:
    assert auroc([0.9, 0.8], [0.1, 0.2]) == 1
    assert auroc([0.1], [0.9]) == 0
    assert auroc([0.5, 0.5], [0.5]) == 0.5
    assert auroc([0.9, 0.5, 0.3], [0.5, 0.3]) == pytest.approx((2 + 1.5 + 0.5) / 6)


SCORES = st.lists(st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0]), min_size=1, max_size=20)


@settings(deadline=None)
@given(SCORES, SCORES)
def test_auroc_is_the_share_of_pairs_in_order(positive: list[float], negative: list[float]) -> None:
    pairs = [(p > n) + (p == n) / 2 for p in positive for n in negative]
    assert auroc(positive, negative) == pytest.approx(sum(pairs) / len(pairs))


def test_refusals_are_shares_of_either_kind() -> None:
    answerable = [result("a", "a", confidence=0.9), result("a", "a", confidence=0.2, shown=False)]
    unanswerable = [result("", "a", confidence=0.3, shown=False), result("", "a", confidence=0.1, shown=False)]
    figures = refusal(answerable, unanswerable)
    assert figures == {"questions": 2, "auroc": 0.75, "answerable_refused": 0.5, "unanswerable_refused": 1.0}


def test_figures_are_told_by_kind_and_language() -> None:
    report = measure([result("a", "a"), result("a", "b", language="ru"), result("", "a")])
    assert report["all"]["hit@1"] == 0.5
    assert {language: figures["hit@1"] for language, figures in report["languages"].items()} == {"en": 1, "ru": 0}
    assert report["kinds"]["fact"]["questions"] == 2
    assert report["unanswerable"]["questions"] == 1
    shown = table(report)
    assert "hit@1" in shown
    assert "1 unanswerable: AUROC 0.500" in shown


def test_only_unanswerable_questions_or_none_still_give_a_report() -> None:
    assert measure([result("", "a")])["all"]["questions"] == 0
    assert table(measure([]))


def config(folder: Path) -> Config:
    """Return a configuration with an index of its own and numpy."""
    return msgspec.structs.replace(
        Config(),
        corpus=CorpusConfig(path=str(folder / "corpus")),
        index=IndexConfig(path=str(folder / "index")),
        model=ModelConfig(engine="numpy"),
    )


def evaluated(folder: Path, judged: str) -> dict[str, Any]:
    """Return the figures of a folder of judged questions."""
    out = io.StringIO()
    assert evaluate_command(config(folder), str(folder / judged), corpus=None, as_json=True, out=out) == 0
    report: dict[str, Any] = json.loads(out.getvalue())
    return report


def test_a_folder_of_questions_about_a_corpus_is_measured(tmp_path: Path) -> None:
    write_corpus(tmp_path / "corpus", FEW)
    (tmp_path / "judged").mkdir()
    write_lines(
        tmp_path / "judged" / "questions.jsonl",
        {"id": 1, "question": "Which bishop spoke?", "language": "en", "kind": "who", "relevant": ["es/luto.md"]},
        {
            "id": 2,
            "question": "Сколько лет просит прокурор?",
            "language": "ru",
            "kind": "how",
            "relevant": ["ru/sud.md"],
        },
    )
    write_lines(tmp_path / "judged" / "unanswerable.jsonl", {"id": 3, "question": "Who won the cup?", "language": "en"})
    report = evaluated(tmp_path, "judged")
    assert report["all"] == {"questions": 2, "hit@1": 1, "hit@3": 1, "hit@5": 1, "mrr@10": 1, "ndcg@10": 1}
    assert set(report["kinds"]) == {"who", "how"}
    assert report["unanswerable"]["auroc"] in {0.0, 0.5, 1.0}
    assert not (tmp_path / "index" / "CURRENT").exists()  # the live index is left alone
    assert (tmp_path / "index" / "evaluation").is_dir()


def test_a_folder_in_the_layout_of_beir_is_measured(tmp_path: Path) -> None:
    folder = tmp_path / "beir"
    folder.mkdir()
    texts = {name: text for name, (_, text) in FEW.items()}
    write_lines(
        folder / "corpus.jsonl",
        *(
            {"_id": name, "title": "", "text": text, "lang": name[:2], "date": "2021-05-07"}
            for name, text in texts.items()
        ),
        {"_id": "empty", "title": "x", "text": "  "},
    )
    write_lines(
        folder / "queries.jsonl",
        {"_id": "q1", "text": "Which bishop spoke?", "lang": "en"},
        {"_id": "q2", "text": "unjudged", "lang": "en"},
    )
    (folder / "qrels.tsv").write_text(
        "query-id\tcorpus-id\tscore\nq1\tes/luto.md\t1\nq1\tru/sud.md\t0\n", encoding="utf-8"
    )
    report = evaluated(tmp_path, "beir")
    assert report["all"]["questions"] == 1
    assert report["all"]["hit@1"] == 1
    assert "unanswerable" not in report


def test_a_language_that_a_corpus_does_not_give_is_detected(tmp_path: Path) -> None:
    write_lines(tmp_path / "corpus.jsonl", {"_id": 1, "text": ARTICLES["ru/sud.md"][1]})
    ((article, _),) = read_beir_corpus(tmp_path / "corpus.jsonl").articles
    assert (article.id, article.language, article.published) == ("1", "ru", None)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"id": 1}', r"questions\.jsonl: line 2: wanted an object with id, question.*; question, language"),
        ("[]", r"questions\.jsonl: line 2: wanted an object"),
        ("{", r"questions\.jsonl: line 2: not JSON"),
        (
            '{"id": 7, "question": "?", "language": "en", "kind": "k", "relevant": ["no.md"]}',
            r"questions\.jsonl: 7 names no\.md, which the corpus lacks",
        ),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, line: str, message: str) -> None:
    good = '{"id": 1, "question": "?", "language": "en", "kind": "k", "relevant": ["a.md"]}'
    (tmp_path / "questions.jsonl").write_text(f"{good}\n{line}\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=message):
        read_questions(tmp_path, {"a.md"})


def test_a_folder_without_questions_says_what_it_should_hold(tmp_path: Path) -> None:
    with pytest.raises(
        CorpusError, match=r"questions\.jsonl: missing; a folder holds questions\.jsonl, or corpus\.jsonl"
    ):
        read_questions(tmp_path, set())
    with pytest.raises(CorpusError, match=r"qrels\.tsv: missing"):
        read_beir_questions(tmp_path)


@pytest.mark.parametrize("line", ["q1 d1 1", "q1\td1", "q1\td1\tyes", "q1\tQ0\td1\t1"])
def test_a_wrong_judgement_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "qrels.tsv").write_text(f"query-id\tcorpus-id\tscore\n{line}\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"qrels\.tsv: line 2: wanted query, document and score"):
        read_beir_questions(tmp_path)


def test_a_corpus_without_text_is_refused(tmp_path: Path) -> None:
    write_lines(tmp_path / "corpus.jsonl", {"_id": 1, "text": " "})
    with pytest.raises(CorpusError, match="holds no text"):
        read_beir_corpus(tmp_path / "corpus.jsonl")
