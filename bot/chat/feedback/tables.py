"""The tables of feedback. Times are in seconds since 1970 (UTC)."""

from __future__ import annotations

from sqlalchemy import BigInteger, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.chat.state import Base


class VoteRow(Base):
    """What a person thinks of an answer: `verdict` is "answers" or "does not".

    `confidence` is the answer's, in tenths rounded down. Token and person make the vote changeable, and go when the
    answer's buttons expire; only with a question, which is kept by agreement, the person stays. `article` is the id of
    the first hit's article, kept with the question only.
    """

    __tablename__ = "votes"
    __table_args__ = (
        UniqueConstraint("token", "person", name="votes_once"),
        Index("votes_person", "person"),
        Index("votes_created", "created"),
    )

    number: Mapped[int] = mapped_column(primary_key=True)
    token: Mapped[str | None]
    person: Mapped[int | None] = mapped_column(BigInteger)
    created: Mapped[int] = mapped_column(BigInteger)
    verdict: Mapped[str]
    language: Mapped[str]
    outcome: Mapped[str]
    confidence: Mapped[int]
    snapshot: Mapped[str]
    question: Mapped[str | None]
    article: Mapped[str | None]
    article_language: Mapped[str | None]


class AgreementRow(Base):
    """Whether a person agreed that questions are kept with their votes; None: was asked, has not answered yet."""

    __tablename__ = "agreements"

    person: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    agreed: Mapped[bool | None]
    created: Mapped[int] = mapped_column(BigInteger)
