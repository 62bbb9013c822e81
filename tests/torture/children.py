"""Processes to be killed: forked from one that has imported everything, so that three hundred of them take minutes.

A child dies at a random time or at a random one of its file operations: the first finds long stretches, the second the
short ones between two renames.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

# Audit events of Python that change or name something on disk; libraries write beneath them, which times find.
_OPERATIONS = frozenset(
    {"open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.truncate", "os.link", "shutil.rmtree", "os.listdir"}
    | {"sqlite3.connect", "os.scandir", "shutil.copyfile", "fcntl.flock"}
)
FAILED = 70


@dataclass
class Child:
    """A forked process, and the pipe that its last words come through."""

    pid: int
    pipe: int
    status: int | None = None

    def kill(self, after: float = 0.0) -> bool:
        """Kill it after so many seconds, unless it ends before; return whether it was killed."""
        until = time.monotonic() + after
        while time.monotonic() < until and self.is_running():
            time.sleep(0.0005)
        if self.is_running():
            os.kill(self.pid, signal.SIGKILL)
        return self.wait() == -signal.SIGKILL

    def end(self) -> None:
        """Ask it to end."""
        if self.is_running():
            os.kill(self.pid, signal.SIGTERM)

    def wait(self) -> int:
        """Wait for its end; return its exit status, negative for a signal."""
        if self.status is None:
            _, status = os.waitpid(self.pid, 0)
            self.status = os.waitstatus_to_exitcode(status)
        return self.status

    def said(self) -> Any:
        """Return what the function returned, once it has ended. Raises RuntimeError with its traceback."""
        with os.fdopen(self.pipe, "rb") as pipe:
            words = pipe.read()
        if self.wait() == FAILED or not words:
            msg = f"a process ended with status {self.status}: {words.decode()}"
            raise RuntimeError(msg)
        return json.loads(words)

    def forget(self) -> None:
        """Close the pipe of a process whose words nobody needs."""
        os.close(self.pipe)

    def is_running(self) -> bool:
        """Whether it has not ended yet."""
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
        return self.status is None


def start(function: Callable[[], Any], *, dies_at: int = 0) -> Child:
    """Run a function in a process of its own, which kills itself at its n-th file operation; 0: it does not."""
    reading, writing = os.pipe()
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})  # until the child says what it wants to do about it
    pid = os.fork()
    if pid:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
        os.close(writing)
        return Child(pid, reading)
    os.close(reading)
    status = FAILED
    try:
        if dies_at:
            _die_at(dies_at)
        os.write(writing, json.dumps(function()).encode())
        status = 0
    except BaseException:  # noqa: BLE001 - the parent raises it
        os.write(writing, traceback.format_exc().encode())
    finally:
        os._exit(status)


def result(function: Callable[[], Any]) -> Any:
    """Run a function in a process of its own and return what it returns."""
    return start(function).said()


def count_operations(function: Callable[[], Any]) -> int:
    """Return how many file operations a function does, counted in a process of its own."""

    def counted() -> int:
        counts = [0]
        sys.addaudithook(lambda event, _: counts.__setitem__(0, counts[0] + (event in _OPERATIONS)))
        function()
        return counts[0]

    return int(result(counted))


def _die_at(number: int) -> None:
    left = [number]

    def watch(event: str, _: object) -> None:
        if event in _OPERATIONS:
            left[0] -= 1
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
