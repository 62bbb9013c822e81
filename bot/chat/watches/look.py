"""One look for news: at which snapshot, at what time, and who may be told something now."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from bot.chat.context import Context, Services
    from bot.chat.settings.preferences import Preferences


@dataclass(frozen=True, slots=True)
class Look:
    """A look for news in a snapshot, which is the so many-th that was looked at.

    Whoever got a message after `silent_since` is left in peace. `fresh` keeps the new articles by generation.
    """

    context: Context
    snapshot: str
    generation: int
    now: datetime
    silent_since: datetime
    fresh: dict[int, frozenset[str]] = field(default_factory=dict)

    @property
    def services(self) -> Services:
        """The services of the running bot."""
        return self.context.services

    async def fresh_since(self, told: int) -> frozenset[str]:
        """Return the articles that are news to whoever was told up to a generation."""
        if told not in self.fresh:
            self.fresh[told] = await self.services.known.fresh_since(told)
        return self.fresh[told]

    async def preferences(self, chat_id: int, language: str) -> Preferences:
        """Return what a chat has set, and in which language it is spoken to: the one of its request by default."""
        return await self.services.preferences(chat_id, chat_id if chat_id > 0 else None, language)

    async def breathe(self) -> None:
        """Let readers' questions go first."""
        await asyncio.sleep(self.services.rhythm.between_news)
