"""What the tests of fetching share: a fetcher that may reach loopback, and its errors."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING, Any

import pytest

from bot.errors import FetchError
from bot.ingest.fetch import Fetcher, FetchLimits
from tests.feeds.badserver import LOOPBACK_ALLOWED

if TYPE_CHECKING:
    from tests.feeds.badserver import BadServer

LIMIT = 200_000  # bytes of a body
USER_AGENT = "Dateline/test (+mailto:desk@example.org)"
_NO_CERTIFICATES = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # reading the system's takes longer than a test
PATIENCE = 120.0  # seconds: far more than loopback needs


def make_fetcher(server: BadServer, seconds: float = PATIENCE, **options: Any) -> Fetcher:
    """Return a fetcher that finds every host at the server."""
    limits = FetchLimits(seconds=seconds, max_bytes=LIMIT, redirects=5)
    chosen = {"rules": LOOPBACK_ALLOWED, "resolve": server.resolve, "ssl_context": _NO_CERTIFICATES, **options}
    return Fetcher(limits, USER_AGENT, **chosen)


async def failure(fetcher: Fetcher, address: str, **options: Any) -> FetchError:
    """Return the error that fetching an address ends with."""
    with pytest.raises(FetchError) as caught:
        await fetcher.get(address, **options)
    return caught.value
