"""What each ranking signal is worth: python -m tests.quality.ablation FOLDER ... (folders as for `bot evaluate`).

Prints hit@1, hit@5 and MRR@10 by article over all answerable questions of the folders that are judged on the project's
corpus, for each signal alone, all together, and all minus one. Uses the live index; build it first.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bot.config import find_config, load_config
from bot.evaluate import ASKED_ON, Judged, Result, read_questions, retrieval
from bot.model import Period
from bot.search.answering import best_hits
from bot.search.candidates import Candidates, find_candidates
from bot.search.engine import Engine
from bot.search.question import parse
from bot.search.rank import WEIGHTS, fuse

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_HITS = 20  # two of an article at most: ten different articles are among them


def main(folders: Sequence[str]) -> None:
    """Print the table as Markdown."""
    engine = Engine.open(load_config(find_config(None)))
    known = set(engine._live().store.article_digests())
    questions = [q for folder in folders for q in read_questions(Path(folder), known) if q.relevant]
    asked = [(question, _candidates(engine, question)) for question in questions]
    rows = [(f"{signal} alone", {signal: 1.0}) for signal in WEIGHTS]
    rows += [("all", dict(WEIGHTS))]
    rows += [(f"all but {left}", {s: w for s, w in WEIGHTS.items() if s != left}) for left in WEIGHTS]
    print(f"{len(questions)} questions\n\n| signals | hit@1 | hit@5 | MRR@10 |\n|---|---|---|---|")  # noqa: T201
    for name, weights in rows:
        figures = retrieval([_result(engine, question, found, weights) for question, found in asked])
        print(f"| {name} | {figures['hit@1']:.3f} | {figures['hit@5']:.3f} | {figures['mrr@10']:.3f} |")  # noqa: T201


def _candidates(engine: Engine, judged: Judged) -> Candidates:
    snapshot = engine._live()
    coverage = Period(snapshot.coverage.first, snapshot.coverage.last)
    question = parse(judged.text, now=ASKED_ON, coverage=coverage)
    return find_candidates(question, *engine._words.understand(question, snapshot), snapshot)


def _result(engine: Engine, question: Judged, found: Candidates, weights: Mapping[str, float]) -> Result:
    hits = best_hits(found, fuse(found, weights), engine._live(), _HITS) if len(found) else []
    articles: dict[str, None] = {}
    for hit in hits:
        articles.update(dict.fromkeys([hit.passage.article.id, *(copy.id for copy in hit.also)]))
    return Result(question, tuple(articles), 0.0, found=True)


if __name__ == "__main__":
    main(sys.argv[1:] or ["tests/quality"])
