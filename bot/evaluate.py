"""Measuring retrieval on a folder of judged questions.

Two layouts: `questions.jsonl` (and `unanswerable.jsonl`) whose judgements name files of a corpus folder, and the
BEIR-like one of `corpus.jsonl`, `queries.jsonl`, `qrels.tsv`. What is ranked and judged are articles. Metrics: hit@k is
the share of questions with a relevant article among the first k; MRR@10 and nDCG@10 (binary gains) as in BEIR; AUROC is
the chance that an answerable question gets a higher confidence than an unanswerable one (ties count half).
"""

from __future__ import annotations

import hashlib
import json
import math
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import msgspec

from bot.build import build_from, publishers_path
from bot.errors import CorpusError
from bot.index.encoder import open_build_encoder
from bot.index.layout import IndexFolder
from bot.index.lock import build_lock
from bot.ingest.corpus import Corpus, read_corpus
from bot.ingest.language import detect_article_language
from bot.ingest.publishers import read_publishers
from bot.model import Article
from bot.search.engine import Engine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bot.config import Config
    from bot.model import Answer, Publisher

# Hits asked for a question: two of an article at most, so that ten different articles are among them.
_HITS = 20
_DEPTH = 10  # of MRR and nDCG
_LAYOUTS = "a folder holds questions.jsonl, or corpus.jsonl, queries.jsonl and qrels.tsv"
# The day on which the questions count as asked, so that figures do not change with the calendar.
ASKED_ON = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Judged:
    """A question with the ids of the articles that answer it; none for an unanswerable one."""

    id: str
    text: str
    language: str
    kind: str
    relevant: frozenset[str]


@dataclass(frozen=True, slots=True)
class Result:
    """What came back for a question: article ids, best first, and the answer's confidence and outcome."""

    question: Judged
    articles: tuple[str, ...]
    confidence: float
    found: bool


def evaluate_command(config: Config, folder: str, *, corpus: str | None, as_json: bool, out: IO[str]) -> int:
    """Measure and print; return the exit status."""
    root = Path(folder)
    if (root / "corpus.jsonl").is_file():
        articles, publishers = read_beir_corpus(root / "corpus.jsonl"), []
        questions = read_beir_questions(root)
    else:
        path = corpus or config.corpus.path
        config = msgspec.structs.replace(config, corpus=msgspec.structs.replace(config.corpus, path=path))
        articles, publishers = read_corpus(Path(path)), read_publishers(publishers_path(config))
        questions = read_questions(root, {article.id for article, _ in articles.articles})
    engine = _engine_over(articles, publishers, config, root)
    results = ask_all(engine, questions)
    report = measure(results)
    out.write(json.dumps(report, ensure_ascii=False) + "\n" if as_json else table(report))
    return 0


def ask_all(engine: Engine, questions: Iterable[Judged]) -> list[Result]:
    """Ask every question and keep which articles came back."""
    return [_result(question, engine.ask(question.text, now=ASKED_ON, limit=_HITS)) for question in questions]


def _result(question: Judged, answer: Answer) -> Result:
    articles: dict[str, None] = {}
    for hit in answer.hits:
        articles.setdefault(hit.passage.article.id)
        for copy in hit.also:
            articles.setdefault(copy.id)
    return Result(question, tuple(articles), answer.confidence, answer.outcome.value == "found")


def _engine_over(corpus: Corpus, publishers: Sequence[Publisher], config: Config, folder: Path) -> Engine:
    """Return an engine over an index of its own, kept beside the live one so that a second run encodes nothing."""
    name = hashlib.blake2b(str(folder.resolve()).encode(), digest_size=6).hexdigest()
    path = str(Path(config.index.path) / "evaluation" / f"{folder.resolve().name}-{name}")
    config = msgspec.structs.replace(config, index=msgspec.structs.replace(config.index, path=path))
    encoder = open_build_encoder(config.model)
    with build_lock(IndexFolder(Path(path))):
        build_from(corpus, publishers, config, now=datetime.now(UTC), encoder=encoder)
    return Engine.open(config)


def read_questions(folder: Path, known: set[str]) -> list[Judged]:
    """Read `questions.jsonl` and `unanswerable.jsonl`. Raises CorpusError for a judged file that the corpus lacks."""
    questions = [
        Judged(str(q["id"]), q["question"], q["language"], q["kind"], frozenset(q["relevant"]))
        for q in _lines(folder / "questions.jsonl", "id", "question", "language", "kind", "relevant")
    ]
    for question in questions:
        if missing := question.relevant - known:
            msg = f"{folder / 'questions.jsonl'}: {question.id} names {min(missing)}, which the corpus lacks"
            raise CorpusError(msg)
    unanswerable = folder / "unanswerable.jsonl"
    return questions + [
        Judged(str(q["id"]), q["question"], q["language"], "unanswerable", frozenset())
        for q in (_lines(unanswerable, "id", "question", "language") if unanswerable.is_file() else ())
    ]


def read_beir_questions(folder: Path) -> list[Judged]:
    """Read `queries.jsonl`, `qrels.tsv` and, where there is one, `unanswerable.jsonl`."""
    relevant = _read_qrels(folder / "qrels.tsv")
    questions = [
        Judged(str(q["_id"]), q["text"], q.get("lang", "und"), "question", frozenset(relevant.get(str(q["_id"]), ())))
        for q in _lines(folder / "queries.jsonl", "_id", "text")
    ]
    unanswerable = folder / "unanswerable.jsonl"
    return [question for question in questions if question.relevant] + [
        Judged(str(q["_id"]), q["text"], q.get("lang", "und"), "unanswerable", frozenset())
        for q in (_lines(unanswerable, "_id", "text") if unanswerable.is_file() else ())
    ]


def _read_qrels(path: Path) -> dict[str, set[str]]:
    """Return the relevant documents of each query from lines of query, document and score; the first is a header."""
    relevant: dict[str, set[str]] = {}
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError as error:
        msg = f"{path}: missing; {_LAYOUTS}"
        raise CorpusError(msg) from error
    for number, line in enumerate(lines[1:], start=2):
        try:
            query, document, score = line.split("\t")
            wanted = float(score) > 0
        except ValueError as error:
            msg = f"{path}: line {number}: wanted query, document and score with tabs between them"
            raise CorpusError(msg) from error
        if wanted:
            relevant.setdefault(query, set()).add(document)
    return relevant


def read_beir_corpus(path: Path) -> Corpus:
    """Read a `corpus.jsonl`; empty texts are left out. A language that is not given is detected once for all."""
    rows = [row for row in _lines(path, "_id", "text") if row["text"].strip()]
    if not rows:
        msg = f"{path}: holds no text"
        raise CorpusError(msg)
    default = detect_article_language(" ".join(row["text"] for row in rows[:20]))
    articles = [
        (_beir_article(row, default), hashlib.blake2b(row["text"].encode(), digest_size=16).digest()) for row in rows
    ]
    return Corpus(tuple(articles), ())


def _beir_article(row: dict[str, Any], language: str) -> Article:
    day = row.get("date")
    return Article(
        id=str(row["_id"]),
        title=row.get("title") or "",
        text=row["text"],
        language=row.get("lang") or language,
        publisher=row.get("source") or None,
        published=date.fromisoformat(day[:10]) if day else None,
    )


def _lines(path: Path, *keys: str) -> list[dict[str, Any]]:
    """Read lines of JSON objects. Raises CorpusError naming the line that is none or lacks one of the keys."""
    try:
        lines = path.read_bytes().splitlines()
    except FileNotFoundError as error:
        msg = f"{path}: missing; {_LAYOUTS}"
        raise CorpusError(msg) from error
    return [_object(path, number, line, keys) for number, line in enumerate(lines, start=1) if line.strip()]


def _object(path: Path, number: int, line: bytes, keys: tuple[str, ...]) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        msg = f"{path}: line {number}: not JSON: {error}"
        raise CorpusError(msg) from error
    missing = [key for key in keys if not isinstance(row, dict) or key not in row]
    if missing or not isinstance(row, dict):
        msg = f"{path}: line {number}: wanted an object with {', '.join(keys)}; {', '.join(missing)} missing"
        raise CorpusError(msg)
    return row


def measure(results: Sequence[Result]) -> dict[str, Any]:
    """Return all figures: overall, by kind and by language."""
    answerable = [result for result in results if result.question.relevant]
    unanswerable = [result for result in results if not result.question.relevant]
    report: dict[str, Any] = {
        "all": retrieval(answerable),
        "kinds": _grouped(answerable, lambda result: result.question.kind),
        "languages": _grouped(answerable, lambda result: result.question.language),
    }
    if answerable and unanswerable:
        report["unanswerable"] = refusal(answerable, unanswerable)
    return report


def _grouped(results: Sequence[Result], key: Callable[[Result], str]) -> dict[str, dict[str, float]]:
    groups = sorted({key(result) for result in results})
    return {group: retrieval([result for result in results if key(result) == group]) for group in groups}


def retrieval(results: Sequence[Result]) -> dict[str, float]:
    """Return hit@1, hit@3, hit@5, MRR@10, nDCG@10 and the number of questions."""
    ranks = [_rank(result) for result in results]
    count = max(len(results), 1)
    return {
        "questions": len(results),
        **{f"hit@{k}": sum(rank <= k for rank in ranks) / count for k in (1, 3, 5)},
        "mrr@10": sum(1 / rank for rank in ranks if rank <= _DEPTH) / count,
        "ndcg@10": sum(map(_ndcg, results)) / count,
    }


def _rank(result: Result) -> float:
    """Return the rank of the first relevant article, counted from 1; infinite where none came back."""
    places = (place for place, article in enumerate(result.articles, 1) if article in result.question.relevant)
    return next(places, math.inf)


def _ndcg(result: Result) -> float:
    relevant = result.question.relevant
    gains = (1 / math.log2(place + 1) for place, a in enumerate(result.articles[:_DEPTH], 1) if a in relevant)
    ideal = sum(1 / math.log2(place + 1) for place in range(1, min(len(relevant), _DEPTH) + 1))
    return sum(gains) / ideal


def refusal(answerable: Sequence[Result], unanswerable: Sequence[Result]) -> dict[str, float]:
    """Return the AUROC of the confidence, and at the threshold in force the shares refused of either kind."""
    return {
        "questions": len(unanswerable),
        "auroc": auroc([r.confidence for r in answerable], [r.confidence for r in unanswerable]),
        "answerable_refused": sum(not r.found for r in answerable) / len(answerable),
        "unanswerable_refused": sum(not r.found for r in unanswerable) / len(unanswerable),
    }


def auroc(positive: Sequence[float], negative: Sequence[float]) -> float:
    """Return the chance that a positive score is higher than a negative one; ties count half."""
    ordered = sorted([(score, 1) for score in positive] + [(score, 0) for score in negative])
    wins, below, at = 0.0, 0, 0
    while at < len(ordered):
        end = at
        while end < len(ordered) and ordered[end][0] == ordered[at][0]:
            end += 1
        positives = sum(label for _, label in ordered[at:end])
        negatives = end - at - positives
        wins += positives * (below + negatives / 2)
        below += negatives
        at = end
    return wins / (len(positive) * len(negative))


def table(report: dict[str, Any]) -> str:
    """Return the figures as a table for a terminal."""
    rows = [("all", report["all"]), *report["kinds"].items(), *report["languages"].items()]
    columns = ("questions", "hit@1", "hit@3", "hit@5", "mrr@10", "ndcg@10")
    lines = [f"{'':16}" + "".join(f"{column:>11}" for column in columns)]
    lines += [
        f"{name:16}{figures['questions']:>11}" + "".join(f"{figures[column]:>11.3f}" for column in columns[1:])
        for name, figures in rows
    ]
    if "unanswerable" in report:
        figures = report["unanswerable"]
        lines.append(
            f"{figures['questions']} unanswerable: AUROC {figures['auroc']:.3f}; refused"
            f" {figures['unanswerable_refused']:.1%} of them and {figures['answerable_refused']:.1%} of the others"
        )
    return "\n".join(lines) + "\n"
