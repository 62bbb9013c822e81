"""Keeps the token and what people write out of the log, whoever logs it.

httpx logs addresses with the token in them, and python-telegram-bot logs updates and raw answers of the server when
something is wrong with them: none of that may reach a log file.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

from contextlib import contextmanager

# These log what they were handed: updates, parameters, responses. Their templates stay, their arguments go.
_TALKATIVE = ("telegram.Bot", "telegram.ext.ExtBot", "telegram.ext.Application", "telegram.request", "sqlalchemy")
# Loggers that repeat addresses (with the token) or contents below this level.
_QUIET = ("httpx", "httpcore", "telegram", "sqlalchemy", "alembic", "asyncio")
# An exception of telegram.request that quotes the response it could not read.
_RESPONSE = re.compile(r"Parsing the server response .*? failed", re.DOTALL)


class Discretion(logging.Filter):
    """Rewrites each record so that neither the token nor chat content is left in it. Drops no record."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self._token = token
        self._formatter = logging.Formatter()

    def filter(self, record: logging.LogRecord) -> bool:
        """Redact the message and the traceback of a record in place."""
        if record.name.startswith(_TALKATIVE) and record.args:
            record.msg, record.args = _without_arguments(str(record.msg)), None
        message = record.getMessage()
        clean = self._redacted(message)
        if clean != message:
            record.msg, record.args = clean, None
        if record.exc_info and record.exc_info[1] is not None:
            record.exc_text = self._redacted(self._formatter.formatException(record.exc_info))
        return True

    def _redacted(self, text: str) -> str:
        return _RESPONSE.sub("(a response that is not JSON)", text.replace(self._token, "<token>"))


def _without_arguments(template: str) -> str:
    """Return a log template with its placeholders blanked."""
    return re.sub(r"%[-+ #0-9.]*[a-zA-Z]", "…", template)


def discreet(token: str) -> AbstractContextManager[None]:
    """Guard every handler of the root logger while the bot runs, and quieten the libraries that repeat contents."""
    return _guarded(Discretion(token))


@contextmanager
def _guarded(discretion: Discretion) -> Iterator[None]:
    handlers = list(logging.getLogger().handlers)
    levels = {name: logging.getLogger(name).level for name in _QUIET}
    for handler in handlers:
        handler.addFilter(discretion)
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    try:
        yield
    finally:
        for handler in handlers:
            handler.removeFilter(discretion)
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)
