"""What administrators are about to do with articles, and the audit log of what they did."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "drafts",
        sa.Column("token", sa.String(), primary_key=True),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("asking", sa.String(), nullable=True),
        sa.Column("draft", sa.LargeBinary(), nullable=False),
    )
    op.create_index("drafts_chat", "drafts", ["chat_id"])
    op.create_table(
        "acts",
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("time", sa.BigInteger(), nullable=False),
        sa.Column("administrator", sa.BigInteger(), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
    )


def downgrade() -> None:
    """Drop both tables."""
    op.drop_table("acts")
    op.drop_table("drafts")
