"""The tables of watches and corrections. Times are in seconds since 1970 (UTC)."""

from __future__ import annotations

from sqlalchemy import BigInteger, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.chat.state import Base


class KnownArticleRow(Base):
    """An article of the newest snapshot that was looked at.

    `content` is the digest of all that it says, `text` of its words alone; `since` the generation in which the article
    came, or last changed its words.
    """

    __tablename__ = "known_articles"
    __table_args__ = (Index("known_since", "since"), Index("known_text", "text"))

    article: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[bytes]
    text: Mapped[bytes]
    since: Mapped[int]


class KnownSnapshotRow(Base):
    """The newest snapshot that was looked at; `generation` counts them."""

    __tablename__ = "known_snapshot"

    number: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    generation: Mapped[int]


class WatchRow(Base):
    """A watched topic of a chat, known there by its `place` (1, 2 ...), which is given again; its number is not.

    `told` is the generation up to which all news was told or did not match: what is newer still waits. `sent` is the
    time of the last message, 0 for none. `attempts` counts the sendings of a message that is under way: not 0 at a
    start means that the bot was killed meanwhile, and that nobody knows whether the message arrived.
    """

    __tablename__ = "watches"
    __table_args__ = (
        UniqueConstraint("chat_id", "place", name="watches_place"),
        {"sqlite_autoincrement": True},
    )

    number: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(BigInteger)
    place: Mapped[int]
    topic: Mapped[int | None] = mapped_column(BigInteger)
    language: Mapped[str]
    text: Mapped[str]
    created: Mapped[int] = mapped_column(BigInteger)
    told: Mapped[int]
    sent: Mapped[int] = mapped_column(BigInteger, default=0)
    attempts: Mapped[int] = mapped_column(default=0)


class ToldRow(Base):
    """A passage that a watch told, by the digest of its words: it is not told again when its article changes."""

    __tablename__ = "watch_told"

    watch: Mapped[int] = mapped_column(ForeignKey("watches.number", ondelete="CASCADE"), primary_key=True)
    passage: Mapped[bytes] = mapped_column(primary_key=True)
    created: Mapped[int] = mapped_column(BigInteger)


class CorrectionsRow(Base):
    """What was shown of articles in an answer whose corrections are told to a chat that asked; see noted.py.

    `told`, `sent` and `attempts` are as with a watch.
    """

    __tablename__ = "corrections"
    __table_args__ = (Index("corrections_chat", "chat_id"),)

    token: Mapped[str] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    topic: Mapped[int | None] = mapped_column(BigInteger)
    language: Mapped[str]
    created: Mapped[int] = mapped_column(BigInteger)
    told: Mapped[int]
    sent: Mapped[int] = mapped_column(BigInteger, default=0)
    attempts: Mapped[int] = mapped_column(default=0)
    noted: Mapped[bytes]
