"""What is watched, what was told, which corrections are waited for, and what readers thought of answers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "known_articles",
        sa.Column("article", sa.String(), primary_key=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
    )
    op.create_index("known_since", "known_articles", ["since"])
    op.create_index("known_text", "known_articles", ["text"])
    op.create_table(
        "known_snapshot",
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
    )
    op.create_table(
        "watches",
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("topic", sa.BigInteger(), nullable=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.Column("sent", sa.BigInteger(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.UniqueConstraint("chat_id", "place", name="watches_place"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "watch_told",
        sa.Column("watch", sa.Integer(), sa.ForeignKey("watches.number", ondelete="CASCADE"), primary_key=True),
        sa.Column("passage", sa.LargeBinary(), primary_key=True),
        sa.Column("created", sa.BigInteger(), nullable=False),
    )
    op.create_table(
        "corrections",
        sa.Column("token", sa.String(), primary_key=True),
        sa.Column("chat_id", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("topic", sa.BigInteger(), nullable=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.Column("sent", sa.BigInteger(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("noted", sa.LargeBinary(), nullable=False),
    )
    op.create_index("corrections_chat", "corrections", ["chat_id"])
    op.create_table(
        "votes",
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("token", sa.String(), nullable=True),
        sa.Column("person", sa.BigInteger(), nullable=True),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("confidence", sa.Integer(), nullable=False),
        sa.Column("snapshot", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=True),
        sa.Column("article", sa.String(), nullable=True),
        sa.Column("article_language", sa.String(), nullable=True),
        sa.UniqueConstraint("token", "person", name="votes_once"),
    )
    op.create_index("votes_person", "votes", ["person"])
    op.create_index("votes_created", "votes", ["created"])
    op.create_table(
        "agreements",
        sa.Column("person", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("agreed", sa.Boolean(), nullable=True),
        sa.Column("created", sa.BigInteger(), nullable=False),
    )


def downgrade() -> None:
    """Drop the tables."""
    for table in (
        *("agreements", "votes", "corrections"),
        *("watch_told", "watches", "known_snapshot", "known_articles"),
    ):
        op.drop_table(table)
