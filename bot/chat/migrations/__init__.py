"""Alembic's migrations of the state database; `bot.chat.state` runs them at the start."""
