"""Measure txtai in its own environment: `python peer_txtai.py MODEL ASKED.json` prints JSON. See bench_peers.py."""

from __future__ import annotations

import json
import sys
import time
from importlib.metadata import version
from pathlib import Path


def main(model: str, asked: str) -> None:
    """Index the texts, then search for each question; the second round of indexing counts."""
    from txtai.embeddings import Embeddings  # noqa: PLC0415

    given = json.loads(Path(asked).read_text(encoding="utf-8"))
    prompts = {"query": "query: ", "data": "passage: "}
    peer = Embeddings(path=model, method="sentence-transformers", instructions=prompts, content=False, gpu=False)
    seconds = []
    for _ in range(2):
        begun = time.perf_counter()
        peer.index(given["texts"])
        seconds.append(time.perf_counter() - begun)
    took = []
    for question in given["questions"]:
        begun = time.perf_counter()
        peer.search(question, 10)
        took.append(1000 * (time.perf_counter() - begun))
    found = {
        "version": version("txtai"),
        "texts_a_second": len(given["texts"]) / min(seconds),
        "question_ms": sorted(took)[len(took) // 2],
    }
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
