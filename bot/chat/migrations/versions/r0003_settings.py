"""What people and groups have set."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table: a row for each chat that has set anything; a person's private chat has the person's id."""
    op.create_table(
        "settings",
        sa.Column("chat_id", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("changed", sa.BigInteger(), nullable=False),
        sa.Column("chosen", sa.String(), nullable=False),
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("settings")
