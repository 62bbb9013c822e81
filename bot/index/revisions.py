"""The versions of our own code whose work is kept in a snapshot.

The model and the split settings are part of a snapshot's identity, but the same settings under changed code cut other
passages and make other words: a snapshot of an older revision is refused, and nothing of it but vectors, which are
kept under their text, is taken over by the next build. `tests/index/test_revisions.py` fails when such code changes
what it makes and the number here was not raised.
"""

from __future__ import annotations

from typing import Final

import msgspec


class Revisions(msgspec.Struct, frozen=True):
    """One number each: `split` for ingest/split.py, `tokens` for tokens.py and terms.py, `mentions` for periods.

    `countries` is that of countries.py and bodies.py; 0 is a snapshot from before there were any.
    """

    split: int
    tokens: int
    mentions: int
    countries: int = 0

    def __str__(self) -> str:
        return (
            f"split revision {self.split}, tokens revision {self.tokens}, mentions revision {self.mentions}, "
            f"countries revision {self.countries}"
        )


REVISIONS: Final = Revisions(split=2, tokens=4, mentions=7, countries=3)
