"""Questions from the terminal: one, a conversation, or lines of JSON for scripts."""

from __future__ import annotations

import json
import textwrap
import time
from datetime import UTC, datetime
from typing import IO, TYPE_CHECKING, Any

from bot.model import Note, Outcome, PeriodRequest
from bot.search.engine import Engine
from bot.search.independence import independent
from bot.search.rank import weights_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.config import Config
    from bot.model import Answer, Article, Hit
    from bot.search.independence import PublisherOf

_WIDTH = 100
_JSON_HITS = 10
_NOTES = {
    Note.OUTSIDE_COVERAGE: "The dates asked for lie outside the collection.",
    Note.AMBIGUOUS_DATE: "The date can be read in two ways and was left aside; write its month as a word.",
    Note.UNDATED_LEFT_OUT: "Articles without a date are left out.",
    Note.ONE_SIDE: "All that was found on this comes from one side.",
    Note.NO_LANGUAGE: "Nothing in the collection is in the language of the question.",
}


def ask_one(config: Config, question: str, out: IO[str], *, now: datetime, explain: bool = False) -> int:
    """Answer one question as text; return the exit status."""
    engine = Engine.open(config)
    answer = engine.ask(question, now=now)
    out.write("\n".join(answer_lines(answer, config.answers.hits, engine.publisher)) + "\n")
    if explain:
        out.write("\n" + "\n".join(explain_lines(answer)) + "\n")
    return 0


def chat(config: Config, source: IO[str], out: IO[str]) -> int:
    """Answer question after question until the input ends; return the exit status."""
    engine = Engine.open(config)
    prompt = "\nask (an empty line ends): " if source.isatty() else ""
    while True:
        out.write(prompt)
        out.flush()
        line = source.readline()
        if not line.strip():
            return 0
        answer = engine.ask(line, now=datetime.now(UTC))
        out.write("\n" + "\n".join(answer_lines(answer, config.answers.hits, engine.publisher)) + "\n")


def ask_lines(config: Config, source: IO[bytes], out: IO[str], *, now: datetime) -> int:
    """Answer lines of JSON with lines of JSON, in their order; return 1 where a line could not be read.

    A line that is no question gets {"id": ..., "error": ...} and stops nothing.
    """
    engine = Engine.open(config)
    status = 0
    for number, line in enumerate(source, start=1):
        if not line.strip():
            continue
        try:
            id_, question, language = _read_line(line)
        except (ValueError, RecursionError) as error:  # the latter for absurd nesting
            status = 1
            reply: dict[str, Any] = {"id": None, "error": f"line {number}: {error}"}
        else:
            started = time.perf_counter()
            answer = engine.ask(question, now=now, language=language, limit=_JSON_HITS)
            milliseconds = (time.perf_counter() - started) * 1000
            reply = answer_json(id_, answer, milliseconds)
        out.write(json.dumps(reply, ensure_ascii=False) + "\n")
        out.flush()
    return status


def _read_line(line: bytes) -> tuple[object, str, str | None]:
    raw = json.loads(line)
    if not isinstance(raw, dict) or not isinstance(raw.get("question"), str):
        msg = 'wanted an object {"id": ..., "question": "text"[, "language": "en"]}'
        raise ValueError(msg)  # noqa: TRY004 - one error for whatever is wrong with the line
    language = raw.get("language")
    return raw.get("id"), raw["question"], language if isinstance(language, str) else None


def answer_json(id_: object, answer: Answer, milliseconds: float) -> dict[str, Any]:
    """Return the stable JSON form of an answer, as README.md documents it."""
    return {
        "id": id_,
        "outcome": answer.outcome.value,
        "confidence": round(answer.confidence, 4),
        "period": _period_json(answer.question.period),
        "hits": [_hit_json(hit) for hit in answer.hits[:_JSON_HITS]],
        "ms": round(milliseconds, 1),
    }


def _period_json(request: PeriodRequest | None) -> dict[str, str | None] | None:
    if request is None:
        return None
    period = request.period
    return {
        "from": period.first.isoformat() if period.first else None,
        "to": period.last.isoformat() if period.last else None,
        "role": request.role.value,
    }


def _hit_json(hit: Hit) -> dict[str, Any]:
    article, span = hit.passage.article, hit.passage.span
    return {
        "article": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "date": article.published.isoformat() if article.published else None,
        "language": article.language,
        "url": article.url,
        "text": hit.passage.text,
        "best_sentence": hit.best_sentence.of(article.text),
        "start": span.start,
        "end": span.end,
        "score": round(hit.score, 4),
        "also": [_copy_json(copy) for copy in hit.also],
    }


def _copy_json(copy: Article) -> dict[str, str | None]:
    published = copy.published.isoformat() if copy.published else None
    return {"article": copy.id, "publisher": copy.publisher, "date": published}


def answer_lines(answer: Answer, shown: int, publisher_of: PublisherOf) -> list[str]:
    """Return an answer as lines for a terminal: its first `shown` hits, who stands behind them, what else to know."""
    if answer.outcome is Outcome.NOTHING:
        return ["Nothing here answers that. Ask about the events that the corpus covers."]
    hits = answer.hits[:shown]
    lines = [_head(answer, hits, publisher_of)]
    for number, hit in enumerate(hits, start=1):
        lines += ["", *_hit_lines(number, hit, publisher_of)]
    for note in answer.notes:
        lines += ["", _NOTES[note]]
    request = answer.question.period
    if request is not None:
        lines += ["", f"Period understood: {request.period.first or '...'} to {request.period.last or '...'}."]
    return lines


def _head(answer: Answer, hits: Sequence[Hit], publisher_of: PublisherOf) -> str:
    if answer.outcome is Outcome.NEAREST:
        return "No passage answers this. The nearest ones:"
    behind = independent(hits, publisher_of)
    unknown = "" if behind.all_known else ", and some unknown"
    return f"Passages: {len(hits)}. Independent publishers behind them: {behind.known}{unknown}."


def _hit_lines(number: int, hit: Hit, publisher_of: PublisherOf) -> list[str]:
    article = hit.passage.article
    facts = [_source(article, publisher_of), article.published.isoformat() if article.published else "date unknown"]
    facts += ["digest"] if article.is_digest else []
    facts += [f"in {article.language}"]
    facts += [f"text of {article.agency}"] if article.agency else []
    facts += ["another side"] if hit.other_side else []
    head = f"{number}. {', '.join(facts)}"
    text = textwrap.fill(hit.passage.text, _WIDTH, initial_indent="   ", subsequent_indent="   ")
    also = [f"   also: {', '.join(copy.publisher or copy.id for copy in hit.also)}"] if hit.also else []
    return [head, text, *also, *([f"   {article.url}"] if article.url else [])]


def _source(article: Article, publisher_of: PublisherOf) -> str:
    """Return the publisher with owner and country; what is not known of them is said to be."""
    if article.publisher is None:
        return "publisher unknown"
    known = publisher_of(article.publisher)
    owner = known.ownership if known and known.ownership != "unknown" else "owner unknown"
    country = (known.country if known else None) or "country unknown"
    return f"{article.publisher} ({owner}, {country})"


def explain_lines(answer: Answer) -> list[str]:
    """Return what was understood, what each signal gave, what was moved and what was collapsed."""
    question = answer.question
    request = question.period
    period = f"{request.period.first} to {request.period.last} ({request.role})" if request else "none"
    lines = [
        f"outcome {answer.outcome}, confidence {answer.confidence:.3f}, snapshot {answer.snapshot}",
        f"language {question.language}, intent {question.intent}, period {period}",
        *(f"note: {note}" for note in answer.notes),
        "score = " + " + ".join(f"{weight:g} {name}" for name, weight in weights_for(question).items()),
    ]
    for number, hit in enumerate(answer.hits, start=1):
        signals = "  ".join(f"{name} {value:.3f}" for name, value in hit.signals.items())
        lines.append(f"{number:2}. {hit.score:.3f}  {hit.passage.article.id} #{hit.passage.position}  {signals}")
        lines += _why_here(hit, answer.hits[number:])
        lines += [f"      collapsed: {copy.id}, {_copy_line(copy)}" for copy in hit.also]
    return lines


def _why_here(hit: Hit, behind: Sequence[Hit]) -> list[str]:
    """Return why a hit stands before better ones; nothing but its side and its figures moves one."""
    if hit.other_side:
        return ["      moved up: from elsewhere than the hits before it"]
    if any(other.score > hit.score for other in behind if not other.other_side):
        return ["      moved up: gives another figure than a hit before it"]
    return []


def _copy_line(copy: Article) -> str:
    day = copy.published.isoformat() if copy.published else "date unknown"
    return f"{copy.publisher or 'publisher unknown'}, {day}"
