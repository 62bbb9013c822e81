"""What one person and one chat may ask: so many questions a minute, one friendly sentence, then silence."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from aiolimiter import AsyncLimiter

if TYPE_CHECKING:
    from collections.abc import Hashable

    from bot.config import LimitsConfig

_MINUTE = 60.0
_LIGHT = 3  # of what costs little, so many times as much as questions is let in
_GROUP_PER_MINUTE = 20  # Telegram lets a bot send no more to one group, so more questions could never be answered
_KEPT = 10_000  # people and chats whose buckets are kept, the least recently seen go first; about 5 MB
_RELAXED = 0.5  # after a refusal the sentence is due again once half of the bucket is free


class Verdict(Enum):
    """Whether a question is let in."""

    ADMIT = auto()
    WARN = auto()  # too many: say so once
    IGNORE = auto()  # too many, and it was said


@dataclass(slots=True)
class _Bucket:
    limiter: AsyncLimiter
    warned: bool = False

    def relax(self) -> None:
        if self.warned and self.limiter.has_capacity(self.limiter.max_rate * _RELAXED):
            self.warned = False


class QuestionLimits:
    """Leaky buckets for people and chats. Belongs to one event loop."""

    def __init__(self, config: LimitsConfig) -> None:
        self._config = config
        self._buckets: OrderedDict[Hashable, _Bucket] = OrderedDict()

    async def admit(self, person: int, chat: int) -> Verdict:
        """Count a question of a person in a chat (a negative id is a group), and say whether to answer it."""
        per_chat = self._config.per_chat_per_minute
        buckets = [
            self._bucket(("person", person), self._config.per_person_per_minute),
            self._bucket(("chat", chat), per_chat if chat > 0 else min(per_chat, _GROUP_PER_MINUTE)),
        ]
        for bucket in buckets:
            bucket.relax()
        full = [bucket for bucket in buckets if not bucket.limiter.has_capacity()]
        if full:
            return _refuse(full)
        for bucket in buckets:
            await bucket.limiter.acquire()  # has capacity: does not wait
        return Verdict.ADMIT

    async def admit_inline(self, person: int) -> bool:
        """Count an inline query. Every keystroke may send one, so three times as many are let in."""
        return await self._admit_light("inline", person)

    async def admit_press(self, person: int) -> bool:
        """Count a button that asks no question, such as one of the settings: three times as many are let in."""
        return await self._admit_light("press", person)

    async def _admit_light(self, kind: str, person: int) -> bool:
        bucket = self._bucket((kind, person), _LIGHT * self._config.per_person_per_minute)
        if not bucket.limiter.has_capacity():
            return False
        await bucket.limiter.acquire()
        return True

    def _bucket(self, key: Hashable, per_minute: int) -> _Bucket:
        bucket = self._buckets.pop(key, None) or _Bucket(AsyncLimiter(per_minute, _MINUTE))
        self._buckets[key] = bucket
        if len(self._buckets) > _KEPT:
            self._buckets.popitem(last=False)
        return bucket


def _refuse(full: list[_Bucket]) -> Verdict:
    verdict = Verdict.IGNORE if all(bucket.warned for bucket in full) else Verdict.WARN
    for bucket in full:
        bucket.warned = True
    return verdict
