"""Measures bogo against the stock Typst command line on the same editions.

    python3 bench/side_by_side.py [--turns 15] [--only NAME,…]

Stock Typst compiles the template in `plain/`, which an author would write by
hand for the same report, and what `bogo eject` wrote, which has the same
templates, data, fonts and standards as bogo. All run in turn, and the medians
are compared; ratios are to the plain template where there is one. Long work is
repeated less often: as many turns as fit into ten minutes, and at least three.
The table is Markdown, for docs/performance.md.
"""

import argparse
import contextlib
import os
import platform
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass

sys.dont_write_bytecode = True

import editions
import stock
from editions import BOGO, FIRST_REPORT, PLACE, ROOT, build
from processes import Command, Failure, Watcher, in_turn, quantile, run, stamp

# The field that is edited under watch: a line of a project, which stands as it
# was written in its JSON and, in Typst's text, in the ejected code.
EDITED = ("projects/1-city-brand.json", "도시브랜드 인지도 확산 사업 추진")

# How many edits are made for each turn that is asked for: a p95 needs more.
EDITS_FOR_A_TURN = 4


@dataclass(frozen=True)
class Row:
    """A line of the table: figures in words, and a ratio or value with the
    goal that it should not exceed."""

    work: str
    ours: str
    plain: str = ""
    ejected: str = ""
    value: float = None
    goal: float = None
    shown: str = "{:.2f} ×"

    def line(self):
        """The row as Markdown."""
        figures = f"| {self.work} | {self.ours} | {self.plain} | {self.ejected} |"
        if self.value is None:
            return f"{figures} | | |"
        met = "yes" if self.value <= self.goal else "**no**"
        value, goal = self.shown.format(self.value), self.shown.format(self.goal)
        return f"{figures} {value} | ≤ {goal} | {met} |"


def milliseconds(seconds):
    """A time in words."""
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1e3:.0f} ms"


def mebibytes(size):
    """A size of memory in words."""
    return f"{size / 2**20:.0f} MiB"


def megabytes(size):
    """A size of a file in words."""
    return f"{size / 1e6:.2f} MB"


def compared(work, ours, others, shown, goal):
    """A row of values, of which the ratio to the first of the others matters:
    the plain template, or, if there is none, the ejected project."""
    plain, ejected = [shown(value) if value is not None else "" for value in others]
    first = next(value for value in others if value is not None)
    return Row(work, shown(ours), plain, ejected, ours / first, goal)


def costs(work, sides, goals):
    """The rows of what a build costs: time, time on processors, and memory."""
    ours, plain, ejected = sides
    wall, processor, peak = goals

    def row(name, cost, shown, goal):
        others = [cost(own) if own else None for own in (plain, ejected)]
        return compared(name, cost(ours), others, shown, goal)

    yield row(f"{work}, {len(ours)} turns: wall", lambda own: own.seconds, milliseconds, wall)
    yield row("… user and system", lambda own: own.processor, milliseconds, processor)
    yield row("… peak memory", lambda own: own.peak_bytes, mebibytes, peak)


def output(name):
    """Where a measured program writes its PDF."""
    folder = PLACE / "out"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / name


def measure_build(typst, count):
    """The first report with prepared pictures in the cache."""
    sides = in_turn(
        [
            build(FIRST_REPORT, output("build.pdf")),
            stock.compiling(typst, editions.plain(FIRST_REPORT, "plain"), output("plain.pdf")),
            stock.compiling(typst, editions.eject(FIRST_REPORT, "build"), output("ejected.pdf")),
        ],
        count,
    )
    same_pages(sides[0], output("plain.pdf"), output("ejected.pdf"))
    yield from costs("`build`, first report", sides, (0.8, 1.0, 0.9))
    ours, theirs = in_turn(
        [Command([BOGO, "--version"], ROOT), Command([typst, "--version"], ROOT)], count
    )
    shown = [f"{start.seconds * 1e3:.1f} ms" for start in (ours, theirs)]
    yield Row("… of which the start of the process", *shown)


def measure_watch(typst, count):
    """From a save to the new PDF in its place. Each edit writes a number that
    was not there before, in place, as most editors save."""
    edition = editions.copy_of(FIRST_REPORT, "watch")
    plain = editions.plain(FIRST_REPORT, "watch-plain")
    ejected = editions.eject(edition, "watch-stock")
    file, words = EDITED
    pdfs = [output(name) for name in ("watch.pdf", "watch-plain.pdf", "watch-stock.pdf")]
    for pdf in pdfs:
        pdf.unlink(missing_ok=True)
    commands = [
        Command([BOGO, "--lang", "en", "watch", edition, "-o", pdfs[0]], ROOT),
        stock.compiling(typst, plain, pdfs[1], verb="watch"),
        stock.compiling(typst, ejected, pdfs[2], verb="watch"),
    ]
    code = ejected / "edition" / "sections" / f"{file}.typ"
    fields = [edition / file, plain / "data" / file, code]
    texts = [field.read_text(encoding="utf-8") for field in fields]
    if any(text.count(words) != 1 for text in texts):
        raise Failure(f"“{words}” does not stand once in each of {file}")
    times = [[], [], []]
    with contextlib.ExitStack() as stack:
        watchers = [
            stack.enter_context(Watcher(command, pdf, pdf.with_suffix(".log")))
            for command, pdf in zip(commands, pdfs)
        ]
        for watcher in watchers:
            watcher.arrival(None)
        for number in range(1000, 1000 + EDITS_FOR_A_TURN * count + 1):
            for side, watcher in enumerate(watchers):
                text = texts[side].replace(words, f"{words} {number}")
                times[side].append(edit(watcher, fields[side], text, replaced=side == 0))
    # The first edit warms all sides up, as the first turn of a build does.
    times = [own[1:] for own in times]
    ours, *others = [quantile(own, 0.5) for own in times]
    work = f"save → new PDF, `watch`, {len(times[0])} edits"
    yield compared(f"{work}: median", ours, others, milliseconds, 0.3)
    late = [quantile(own, 0.95) for own in times]
    shown = [milliseconds(value) for value in late]
    yield Row("… p95", *shown, late[0] * 1e3, 60, "{:.0f} ms")


def edit(watcher, field, text, replaced):
    """Saves a field's file and returns the time until the new PDF, which has
    to say something else, and may have to be another file."""
    before, content = stamp(watcher.pdf), editions.digest(watcher.pdf)
    encoded = text.encode()
    begin = time.perf_counter()
    with open(field, "wb") as file:
        file.write(encoded)
    seconds = watcher.arrival(before) - begin
    if editions.digest(watcher.pdf) == content:
        raise Failure(f"{watcher.pdf.name} is not another one after an edit")
    if replaced and stamp(watcher.pdf)[0] == before[0]:
        raise Failure(f"{watcher.pdf.name} was written over, not replaced")
    return seconds


def measure_preview(_, count):
    """A section's pages as pictures, against the whole report."""
    preview = [BOGO, "--lang", "en", "preview", "budget", FIRST_REPORT, "--format", "png"]
    ours, whole = in_turn(
        [
            Command([*preview, "-o", output("preview.png")], ROOT),
            build(FIRST_REPORT, output("preview.pdf")),
        ],
        count,
    )
    work = f"`preview budget --format png`, of `build` {len(ours)} turns"
    shown = f"{milliseconds(ours.seconds)} of {milliseconds(whole.seconds)}"
    yield Row(work, shown, value=ours.seconds / whole.seconds, goal=0.7)


def measure_photographs(typst, count):
    """Thirty photographs, first with nothing in the cache, then again."""
    edition = editions.with_photographs(True)
    project = editions.eject(edition, "photographs-stock")
    editions.use_originals(project, edition)
    cache = os.environ["BOGO_CACHE"]
    os.environ["BOGO_CACHE"] = str(editions.fresh("photographs-cache"))
    pdfs = [output("photographs.pdf"), output("photographs-stock.pdf")]
    ours, theirs = in_turn(
        [
            build(edition, pdfs[0], prepare=lambda: editions.fresh("photographs-cache")),
            stock.compiling(typst, project, pdfs[1]),
        ],
        count,
    )
    same_pages(ours, pdfs[1])
    sizes = [pdf.stat().st_size for pdf in pdfs]
    work = f"30 photographs, first build, {len(ours)} turns"
    others = [None, theirs.seconds]
    yield compared(f"{work}: wall", ours.seconds, others, milliseconds, 1.0)
    yield compared("… peak memory", ours.peak_bytes, [None, theirs.peak_bytes], mebibytes, 0.3)
    shown = [megabytes(sizes[0]), "", megabytes(sizes[1])]
    yield Row("… PDF", *shown, sizes[0] / 1e6, 8, "{:.2f} MB")
    again, without = in_turn(
        [
            build(edition, pdfs[0]),
            build(editions.with_photographs(False), output("without-photographs.pdf")),
        ],
        count,
    )
    os.environ["BOGO_CACHE"] = cache
    work = f"… second build, of one without them, {len(again)} turns"
    shown = f"{milliseconds(again.seconds)} of {milliseconds(without.seconds)}"
    yield Row(work, shown, value=again.seconds / without.seconds, goal=1.2)


def measure_bytes(typst, _):
    """The PDF of each report of the repository."""
    for report in editions.reports():
        pdfs = [output("bytes.pdf"), output("bytes-plain.pdf"), output("bytes-stock.pdf")]
        run(build(report, pdfs[0]))
        run(stock.compiling(typst, editions.eject(report, "bytes"), pdfs[2]))
        sizes = [pdfs[0].stat().st_size, None, pdfs[2].stat().st_size]
        # The plain template is made for the first report.
        if report == FIRST_REPORT:
            run(stock.compiling(typst, editions.plain(report, "bytes-plain"), pdfs[1]))
            sizes[1] = pdfs[1].stat().st_size
        ours, *others = sizes
        yield compared(f"PDF of `{report.name}`", ours, others, megabytes, 0.75)


def measure_projects(typst, count):
    """10, 100 and 1,000 projects of about five pages each."""
    for_a_page = {}
    for projects in (10, 100, 1000):
        edition = editions.with_projects(projects)
        plain = editions.plain(edition, f"projects-{projects}-plain")
        pdfs = [output("projects.pdf"), output("projects-plain.pdf")]
        inputs = [f"projects={projects}"]
        ours, theirs = in_turn(
            [build(edition, pdfs[0]), stock.compiling(typst, plain, pdfs[1], inputs=inputs)],
            count,
        )
        pages = same_pages(ours, pdfs[1])
        for_a_page[projects] = ours.seconds / pages
        work = f"{projects:,} projects, {pages:,} pages"
        yield from costs(work, (ours, theirs, None), (0.8, 1.0, 0.9))
    many, few = for_a_page[1000], for_a_page[10]
    shown = f"{many * 1e3:.2f} ms of {few * 1e3:.2f} ms"
    yield Row("time per page, of 1,000 projects and of 10", shown, value=many / few, goal=1.2)


def same_pages(ours, *stock_pdfs):
    """How many pages all sides made; they have to be as many, but for the few
    by which contents of a hundred pages differ."""
    pages, others = editions.pages_said(ours.said), [*map(editions.pages_of_stock, stock_pdfs)]
    if any(abs(own - pages) > pages // 500 for own in others):
        raise Failure(f"{pages} pages here and {others} there are not the same work")
    return pages


MEASURES = {
    "build": measure_build,
    "watch": measure_watch,
    "preview": measure_preview,
    "photographs": measure_photographs,
    "bytes": measure_bytes,
    "projects": measure_projects,
}


def machine():
    """What the figures were measured on."""
    def after_colon(file, name):
        with open(file, encoding="utf-8") as lines:
            found = [line.split(":", 1)[1].strip() for line in lines if line.startswith(name)]
        return found[0] if found else "unknown"

    try:
        processor = after_colon("/proc/cpuinfo", "model name")
        memory = f"{int(after_colon('/proc/meminfo', 'MemTotal').split()[0]) / 2**20:.1f} GiB"
    except OSError:
        processor, memory = platform.processor() or "unknown", "unknown"
    compiler = subprocess.run(["rustc", "--version"], capture_output=True, text=True, check=True)
    load = " ".join(f"{value:.2f}" for value in os.getloadavg())
    return (
        f"{processor}, {os.cpu_count()} cores, {memory} of memory, "
        f"{platform.system()} {platform.release()}, {compiler.stdout.strip()}, "
        f"profile `release`; load at the start: {load}; {time.strftime('%Y-%m-%d')}."
    )


def main():
    """Measures what is asked for. The exit code is 1 if something could not
    be measured; a goal that is missed is no failure of this script."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--turns", type=int, default=15, help="how often all sides run")
    parser.add_argument("--only", default=",".join(MEASURES), metavar="NAME,…",
                        help=f"of {', '.join(MEASURES)}")
    arguments = parser.parse_args()
    names = arguments.only.split(",")
    if unknown := set(names) - set(MEASURES):
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    if arguments.turns < 1:
        parser.error("at least one turn is needed")
    # Ended from outside, the script still ends what it has begun.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    # What is measured is what is in the repository, not an older program.
    subprocess.run(["cargo", "build", "--release"], cwd=ROOT, check=True)
    typst = stock.find()
    os.environ["BOGO_CACHE"] = str(PLACE / "cache")
    os.environ.pop("SOURCE_DATE_EPOCH", None)
    print(f"{machine()}\nMedians of `{BOGO.name}` and stock Typst {stock.version()}.\n")
    print("| work | bogo | plain | ejected | ratio or value | goal | met |")
    print("|---|---|---|---|---|---|---|")
    failed = False
    for name in names:
        try:
            for row in MEASURES[name](typst, arguments.turns):
                print(row.line(), flush=True)
        except Failure as failure:
            failed = True
            words = str(failure).replace("\n", " ").replace("|", "/")
            print(Row(f"`{name}`: not measured", words, "").line(), flush=True)
            print(f"`{name}` could not be measured: {failure}", file=sys.stderr, flush=True)
    shutil.rmtree(PLACE / "out", ignore_errors=True)
    if failed:
        print("Some of the table is missing: see above.", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
