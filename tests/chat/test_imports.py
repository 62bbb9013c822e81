"""What the running bot must not load."""

from __future__ import annotations

import subprocess
import sys


def test_the_chat_loads_neither_the_index_nor_a_training_library() -> None:
    """They come with the engine that is handed in; most of a bot's memory would be theirs."""
    code = "import sys, bot.chat.app; print([name for name in ('torch', 'faiss', 'numpy') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"
