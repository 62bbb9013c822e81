"""Votes and agreements in the state database.

A vote alone says nothing of the question. The question comes with it only where the person who asked it agreed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import and_, delete, func, select, update

from bot.chat.feedback.tables import AgreementRow, VoteRow

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session

    from bot.chat.state import Database
    from bot.model import Answer

_TENTHS = 10


class Verdict(StrEnum):
    """What a person thinks of an answer."""

    ANSWERS = "answers"
    DOES_NOT = "does not"


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote that somebody casts on the answer of a token. `own` tells whether it is an answer to their question."""

    token: str
    person: int
    verdict: Verdict
    answer: Answer
    own: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """A vote with its question, by agreement. `article` is the first hit's, None where nothing was shown."""

    number: int
    verdict: Verdict
    question: str
    language: str
    outcome: str
    confidence: int
    article: str | None
    article_language: str | None


@dataclass(frozen=True, slots=True)
class Count:
    """How many votes of a verdict there are for answers of one outcome and language."""

    verdict: Verdict
    outcome: str
    language: str
    votes: int


class Feedback:
    """Votes and agreements."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def vote(self, vote: Vote, now: datetime) -> bool:
        """Take a vote, in place of the person's earlier one on that answer; return whether the question is kept."""

        def work(session: Session) -> bool:
            agreement = session.get(AgreementRow, vote.person)
            keeps = vote.own and agreement is not None and agreement.agreed is True
            row = _vote_of(session, vote.token, vote.person) or VoteRow(token=vote.token, person=vote.person)
            _fill(row, vote, now, keeps_question=keeps)
            session.add(row)
            return keeps

        return await self._database.run(work)

    async def keep_question(self, token: str, person: int, answer: Answer) -> None:
        """Keep the question of a vote after all: its caster just agreed."""

        def work(session: Session) -> None:
            row = _vote_of(session, token, person)
            if row is not None:
                _keep_question(row, answer)

        await self._database.run(work)

    async def is_agreed(self, person: int) -> bool | None:
        """Return whether a person agreed that questions are kept; None where that was never answered."""
        row = await self._database.run(lambda session: session.get(AgreementRow, person))
        return None if row is None else row.agreed

    async def asks_first(self, person: int, now: datetime) -> bool:
        """Tell whether a person is to be asked to agree now: once in a life, so that this is noted, too."""

        def work(session: Session) -> bool:
            if session.get(AgreementRow, person) is not None:
                return False
            session.add(AgreementRow(person=person, agreed=None, created=int(now.timestamp())))
            return True

        return await self._database.run(work)

    async def agree(self, person: int, now: datetime, *, agreed: bool) -> None:
        """Note whether a person agrees; who does not any more leaves no question behind."""

        def work(session: Session) -> None:
            session.merge(AgreementRow(person=person, agreed=agreed, created=int(now.timestamp())))
            if not agreed:
                own = update(VoteRow).where(VoteRow.person == person)
                session.execute(own.values(question=None, article=None, article_language=None))

        await self._database.run(work)

    async def counts(self) -> list[Count]:
        """Return the votes by verdict, outcome and language of the question."""
        columns = (VoteRow.verdict, VoteRow.outcome, VoteRow.language)
        query = select(*columns, func.count(VoteRow.number)).group_by(*columns).order_by(*columns)

        def work(session: Session) -> list[Count]:
            return [Count(Verdict(one), outcome, language, n) for one, outcome, language, n in session.execute(query)]

        return await self._database.run(work)

    async def kept(self) -> list[Kept]:
        """Return the votes whose questions are kept, oldest first."""
        query = select(VoteRow).where(VoteRow.question.is_not(None)).order_by(VoteRow.created, VoteRow.number)
        return await self._database.run(lambda session: [_kept(row) for row in session.scalars(query)])

    async def clean_up(self, expired: datetime, oldest: datetime) -> None:
        """Make the votes on expired answers nobody's, unless their question is kept; delete those too old."""
        time = int(expired.timestamp())
        settled = update(VoteRow).where(VoteRow.created < time, VoteRow.token.is_not(None))
        person = and_(VoteRow.created < time, VoteRow.question.is_(None), VoteRow.person.is_not(None))

        def work(session: Session) -> None:
            session.execute(delete(VoteRow).where(VoteRow.created < int(oldest.timestamp())))
            session.execute(settled.values(token=None))
            session.execute(update(VoteRow).where(person).values(person=None))

        await self._database.run(work)


def _vote_of(session: Session, token: str, person: int) -> VoteRow | None:
    return session.scalars(select(VoteRow).where(VoteRow.token == token, VoteRow.person == person)).first()


def _fill(row: VoteRow, vote: Vote, now: datetime, *, keeps_question: bool) -> None:
    answer = vote.answer
    row.created, row.verdict = int(now.timestamp()), vote.verdict
    row.language, row.outcome, row.snapshot = answer.question.language, answer.outcome, answer.snapshot
    row.confidence = int(answer.confidence * _TENTHS)
    row.question = row.article = row.article_language = None
    if keeps_question:
        _keep_question(row, answer)


def _keep_question(row: VoteRow, answer: Answer) -> None:
    row.question = answer.question.text
    if answer.hits:
        first = answer.hits[0].passage.article
        row.article, row.article_language = first.id, first.language


def _kept(row: VoteRow) -> Kept:
    return Kept(
        number=row.number,
        verdict=Verdict(row.verdict),
        question=row.question or "",
        language=row.language,
        outcome=row.outcome,
        confidence=row.confidence,
        article=row.article,
        article_language=row.article_language,
    )
