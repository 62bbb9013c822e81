"""What the screens of settings show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from bot.chat.i18n import Catalogue
    from bot.chat.settings.preferences import Preferences
    from bot.chat.settings.values import Settings
    from bot.model import Coverage


@dataclass(frozen=True, slots=True)
class View:
    """What counts in the chat, what the collection holds, and when it is."""

    preferences: Preferences
    coverage: Coverage | None
    now: datetime

    @property
    def ui(self) -> Catalogue:
        """The reader's catalogue."""
        return self.preferences.ui

    @property
    def settings(self) -> Settings:
        """The settings as they are."""
        return self.preferences.settings
