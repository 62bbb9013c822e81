"""The error tree. Every error says what is wrong, where, and what to do.

DatelineError
├── ConfigError            a key, type or value of the configuration
├── ArticleError           one file that can't be read as an article (skipped, counted, reported)
│   ├── AddressError       an address that may not be fetched
│   └── FetchError         an address that can't be fetched
├── CorpusError            the corpus as a whole: no such folder, not one readable article
├── ModelError             the embedding model can't be loaded
└── StoreError
    ├── SnapshotError      a snapshot that can't be used: broken, foreign, of another format or model
    │   └── NoSnapshotError    there is no snapshot yet
    ├── LockedError        another build holds the lock
    └── VerbatimError      a passage that is not a substring of its article at its offsets
"""

from __future__ import annotations


class DatelineError(Exception):
    """Base of every error that Dateline raises on purpose."""


class ConfigError(DatelineError):
    """A key, type or value of the configuration is wrong; the message names it and what is allowed."""


class ArticleError(DatelineError):
    """One file can't be read as an article. `path` is relative to the corpus, `reason` one clause."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class AddressError(ArticleError):
    """An address that is not fetched: malformed, of another scheme or port, or leading inside a network."""


class FetchError(ArticleError):
    """An address that can't be fetched.

    `path` is the address, `reason` one clause. `status` is the server's, where it answered with an error;
    `retry_after` the header of that name; `is_temporary` tells whether trying later can help.
    """

    def __init__(
        self,
        address: str,
        reason: str,
        *,
        status: int | None = None,
        retry_after: str | None = None,
        lasting: bool = False,
    ) -> None:
        super().__init__(address, reason)
        self.status = status
        self.retry_after = retry_after
        self.is_temporary = not lasting


class CorpusError(DatelineError):
    """The corpus as a whole can't be used."""


class ModelError(DatelineError):
    """The embedding model can't be loaded, or gives what it should not."""


class StoreError(DatelineError):
    """Base of the errors about the index on disk."""


class SnapshotError(StoreError):
    """A snapshot can't be used; the message names the file and the reason."""


class NoSnapshotError(SnapshotError):
    """There is no snapshot to answer from yet."""


class LockedError(StoreError):
    """Another build holds the lock; the message says who."""


class VerbatimError(StoreError):
    """A passage is not the substring of its article that its offsets claim."""
