"""Running programs as a user would, and what each run costs."""

import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from math import ceil
from pathlib import Path

# Long work is repeated less often: as many turns as these seconds have room
# for, and at least so many.
SECONDS_FOR_TURNS = 600.0
FEWEST_TURNS = 3

# How long nothing may have happened to a file before an edit counts as done.
QUIET_SECONDS = 0.25
PATIENCE_SECONDS = 60.0
POLL_SECONDS = 0.0005


class Failure(Exception):
    """Something could not be measured; the words say what."""


@dataclass(frozen=True)
class Command:
    """A program with its arguments, the folder in which it runs, and what is
    to be put in place before it (not measured)."""

    words: list
    folder: Path
    prepare: object = None


@dataclass(frozen=True)
class Run:
    """What one run cost: wall time, time on processors, and the largest resident
    memory."""

    seconds: float
    processor: float
    peak_bytes: int
    said: str


def run(command):
    """Runs a command to its end.

    The peak is the one that the system keeps for the process. Before the
    program begins, it is that of this script, which therefore never holds a
    whole file in memory.
    """
    if command.prepare:
        command.prepare()
    read_end, write_end = os.pipe()
    begin = time.perf_counter()
    child = subprocess.Popen(
        [str(word) for word in command.words],
        cwd=command.folder,
        stdin=subprocess.DEVNULL,
        stdout=write_end,
        stderr=write_end,
        close_fds=False,
    )
    os.close(write_end)
    try:
        with os.fdopen(read_end, errors="replace") as pipe:
            said = pipe.read()
        _, status, usage = os.wait4(child.pid, 0)
    except BaseException:
        # Nothing that was begun here outlives this script.
        child.kill()
        child.wait()
        raise
    seconds = time.perf_counter() - begin
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        words = " ".join(str(word) for word in command.words[:4])
        raise Failure(f"`{words} …` ended with {child.returncode}: {said.strip()[-300:]}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit, said)


def in_turn(commands, count):
    """Runs commands in turn, so that whatever else the machine does falls on
    all of them. The first turn is not counted: it brings files into the
    system's memory and pictures into the cache, for all."""
    seconds = sum(run(command).seconds for command in commands)
    count = min(count, max(FEWEST_TURNS, int(SECONDS_FOR_TURNS / seconds)))
    turns = [[run(command) for command in commands] for _ in range(count)]
    return [Runs(list(runs)) for runs in zip(*turns)]


@dataclass(frozen=True)
class Runs:
    """Several runs of one command."""

    runs: list

    @property
    def seconds(self):
        """The median wall time."""
        return statistics.median(run.seconds for run in self.runs)

    @property
    def processor(self):
        """The median time on processors."""
        return statistics.median(run.processor for run in self.runs)

    @property
    def peak_bytes(self):
        """The median of the largest resident memory."""
        return statistics.median(run.peak_bytes for run in self.runs)

    @property
    def said(self):
        """What the last run said."""
        return self.runs[-1].said

    def __len__(self):
        return len(self.runs)


def quantile(values, share):
    """The smallest value that this share of all does not exceed."""
    return sorted(values)[max(0, ceil(share * len(values)) - 1)]


class Watcher:
    """A program that makes a PDF anew after each edit."""

    def __init__(self, command, pdf, log):
        self.pdf = pdf
        self.log = log
        with open(log, "wb") as output:
            self.child = subprocess.Popen(
                [str(word) for word in command.words],
                cwd=command.folder,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
            )

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.child.terminate()
        try:
            self.child.wait(5)
        except subprocess.TimeoutExpired:
            self.child.kill()
            self.child.wait()

    def arrival(self, before):
        """When the PDF stood whole that is not the one with the stamp
        `before`. If it is written again soon after, the later one counts."""
        begin = time.perf_counter()
        last, seen = before, None
        while seen is None or time.perf_counter() - seen < QUIET_SECONDS:
            now = stamp(self.pdf)
            if now != last and is_whole(self.pdf) and stamp(self.pdf) == now:
                last, seen = now, time.perf_counter()
            if self.child.poll() is not None:
                raise Failure(f"the watcher ended: {self.last_words()}")
            if time.perf_counter() - begin > PATIENCE_SECONDS:
                raise Failure(f"no new PDF: {self.last_words()}")
            time.sleep(POLL_SECONDS)
        return seen

    def last_words(self):
        """The end of what the program said."""
        return self.log.read_text(errors="replace").strip()[-300:]


def stamp(path):
    """What tells one state of a file from another."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size


def is_whole(pdf):
    """Whether a PDF has its end."""
    try:
        with open(pdf, "rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - 32))
            return file.read().rstrip().endswith(b"%%EOF")
    except FileNotFoundError:
        return False
