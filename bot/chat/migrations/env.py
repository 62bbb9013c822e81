"""Alembic's entry point: migrates over the connection that `bot.chat.state` hands over."""

from __future__ import annotations

from alembic import context

from bot.chat.state import Base


def _upgrade() -> None:
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=Base.metadata,
        render_as_batch=True,  # SQLite can't alter most things in place
    )
    with context.begin_transaction():
        context.run_migrations()


_upgrade()
