"""Measures bogo against the stock Typst command line on the same editions.

    python3 bench/side_by_side.py [--pairs 15] [--only NAME,…]

Both sides get the same templates, data, fonts and standards: the stock one
compiles what `bogo eject` wrote. They run in turn, and the medians are
compared. Long work is repeated less often: as many pairs as fit into ten
minutes, and at least three. The table is Markdown, for docs/performance.md.
"""

import argparse
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
from processes import Command, Failure, Watcher, pairs, quantile, run, stamp

# The field that is edited under watch: a line of a project, which stands in
# its resolved data as it was written.
EDITED = ("projects/1-city-brand.json", "도시브랜드 인지도 확산 사업 추진")

# How many edits are made for each pair that is asked for: a p95 needs more.
EDITS_FOR_A_PAIR = 4


@dataclass(frozen=True)
class Row:
    """A line of the table: figures in words, and a ratio or value with the
    goal that it should not exceed."""

    work: str
    ours: str
    theirs: str
    value: float = None
    goal: float = None
    shown: str = "{:.2f} ×"

    def line(self):
        """The row as Markdown."""
        if self.value is None:
            return f"| {self.work} | {self.ours} | {self.theirs} | | | |"
        met = "yes" if self.value <= self.goal else "**no**"
        value, goal = self.shown.format(self.value), self.shown.format(self.goal)
        return f"| {self.work} | {self.ours} | {self.theirs} | {value} | ≤ {goal} | {met} |"


def milliseconds(seconds):
    """A time in words."""
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1e3:.0f} ms"


def mebibytes(size):
    """A size of memory in words."""
    return f"{size / 2**20:.0f} MiB"


def megabytes(size):
    """A size of a file in words."""
    return f"{size / 1e6:.2f} MB"


def compared(work, ours, theirs, shown, goal):
    """A row of two values, of which the ratio matters."""
    return Row(work, shown(ours), shown(theirs), ours / theirs, goal)


def output(name):
    """Where a measured program writes its PDF."""
    folder = PLACE / "out"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / name


def measure_build(typst, count):
    """The first report with prepared pictures in the cache."""
    project = editions.eject(FIRST_REPORT, "build")
    ours, theirs = pairs(
        build(FIRST_REPORT, output("build.pdf")),
        stock.compiling(typst, project, output("build-stock.pdf")),
        count,
    )
    work = f"`build`, first report, {len(ours)} pairs"
    yield compared(f"{work}: wall", ours.seconds, theirs.seconds, milliseconds, 0.5)
    yield compared("… peak memory", ours.peak_bytes, theirs.peak_bytes, mebibytes, 0.8)
    starts = pairs(Command([BOGO, "--version"], ROOT), Command([typst, "--version"], ROOT), count)
    shown = [f"{start.seconds * 1e3:.1f} ms" for start in starts]
    yield Row("… of which the start of the process", *shown)


def measure_watch(typst, count):
    """From a save to the new PDF in its place. Each edit writes a number that
    was not there before, in place, as most editors save."""
    edition = editions.copy_of(FIRST_REPORT, "watch")
    project = editions.eject(edition, "watch-stock")
    file, words = EDITED
    pdfs = [output("watch.pdf"), output("watch-stock.pdf")]
    for pdf in pdfs:
        pdf.unlink(missing_ok=True)
    commands = [
        Command([BOGO, "--lang", "en", "watch", edition, "-o", pdfs[0]], ROOT),
        stock.compiling(typst, project, pdfs[1], verb="watch"),
    ]
    fields = [edition / file, project / "edition" / "sections" / file]
    texts = [field.read_text(encoding="utf-8") for field in fields]
    if any(text.count(words) != 1 for text in texts):
        raise Failure(f"“{words}” does not stand once in both of {file}")
    times = [[], []]
    with (
        Watcher(commands[0], pdfs[0], output("watch.log")) as first,
        Watcher(commands[1], pdfs[1], output("watch-stock.log")) as second,
    ):
        for watcher in (first, second):
            watcher.arrival(None)
        for number in range(1000, 1000 + EDITS_FOR_A_PAIR * count + 1):
            for side, watcher in enumerate((first, second)):
                text = texts[side].replace(words, f"{words} {number}")
                times[side].append(edit(watcher, fields[side], text, replaced=side == 0))
    # The first edit warms both sides up, as the first pair of a build does.
    ours, theirs = times[0][1:], times[1][1:]
    work = f"save → new PDF, `watch`, {len(ours)} edits"
    for name, share, goal in (("median", 0.5, 0.35), ("p95", 0.95, None)):
        row = (quantile(ours, share), quantile(theirs, share))
        if goal:
            yield compared(f"{work}: {name}", *row, milliseconds, goal)
        else:
            shown = [milliseconds(value) for value in row]
            yield Row(f"… {name}", *shown, row[0] * 1e3, 80, "{:.0f} ms")


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
    ours, whole = pairs(
        Command([*preview, "-o", output("preview.png")], ROOT),
        build(FIRST_REPORT, output("preview.pdf")),
        count,
    )
    work = f"`preview budget --format png` against `build`, {len(ours)} pairs"
    yield compared(work, ours.seconds, whole.seconds, milliseconds, 0.7)


def measure_photographs(typst, count):
    """Thirty photographs, first with nothing in the cache, then again."""
    edition = editions.with_photographs(True)
    project = editions.eject(edition, "photographs-stock")
    editions.use_originals(project, edition)
    cache = os.environ["BOGO_CACHE"]
    os.environ["BOGO_CACHE"] = str(editions.fresh("photographs-cache"))
    pdfs = [output("photographs.pdf"), output("photographs-stock.pdf")]
    ours, theirs = pairs(
        build(edition, pdfs[0], prepare=lambda: editions.fresh("photographs-cache")),
        stock.compiling(typst, project, pdfs[1]),
        count,
    )
    same_pages(ours, pdfs[1])
    sizes = [pdf.stat().st_size for pdf in pdfs]
    work = f"30 photographs, first build, {len(ours)} pairs"
    yield compared(f"{work}: wall", ours.seconds, theirs.seconds, milliseconds, 1.0)
    yield compared("… peak memory", ours.peak_bytes, theirs.peak_bytes, mebibytes, 0.3)
    shown = [megabytes(size) for size in sizes]
    yield Row("… PDF", *shown, sizes[0] / 1e6, 8, "{:.2f} MB")
    again, without = pairs(
        build(edition, pdfs[0]),
        build(editions.with_photographs(False), output("without-photographs.pdf")),
        count,
    )
    os.environ["BOGO_CACHE"] = cache
    work = f"… second build against one without them, {len(again)} pairs"
    yield compared(work, again.seconds, without.seconds, milliseconds, 1.2)


def measure_bytes(typst, _):
    """The PDF of each report of the repository."""
    for report in editions.reports():
        project = editions.eject(report, "bytes")
        pdfs = [output("bytes.pdf"), output("bytes-stock.pdf")]
        run(build(report, pdfs[0]))
        run(stock.compiling(typst, project, pdfs[1]))
        sizes = [pdf.stat().st_size for pdf in pdfs]
        yield compared(f"PDF of `{report.name}`", *sizes, megabytes, 0.8)


def measure_projects(typst, count):
    """10, 100 and 1,000 projects of about five pages each."""
    for_a_page = {}
    for projects in (10, 100, 1000):
        edition = editions.with_projects(projects)
        project = editions.eject(edition, f"projects-{projects}-stock")
        pdfs = [output("projects.pdf"), output("projects-stock.pdf")]
        ours, theirs = pairs(
            build(edition, pdfs[0]), stock.compiling(typst, project, pdfs[1]), count
        )
        pages = same_pages(ours, pdfs[1])
        for_a_page[projects] = ours.seconds / pages
        work = f"{projects:,} projects, {pages:,} pages, {len(ours)} pairs"
        yield compared(f"{work}: wall", ours.seconds, theirs.seconds, milliseconds, 0.7)
        # Both have the same pages, so that this is the ratio for a page, too.
        yield compared("… peak memory", ours.peak_bytes, theirs.peak_bytes, mebibytes, 1.0)
    many, few = for_a_page[1000], for_a_page[10]
    shown = [f"{many * 1e3:.2f} ms", f"{few * 1e3:.2f} ms"]
    yield Row("time per page, 1,000 projects against 10", *shown, many / few, 1.2)


def same_pages(ours, stock_pdf):
    """How many pages both sides made; they have to be as many."""
    pages, others = editions.pages_said(ours.said), editions.pages_of_stock(stock_pdf)
    if pages != others:
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
    parser.add_argument("--pairs", type=int, default=15, help="how often each pair is run")
    parser.add_argument("--only", default=",".join(MEASURES), metavar="NAME,…",
                        help=f"of {', '.join(MEASURES)}")
    arguments = parser.parse_args()
    names = arguments.only.split(",")
    if unknown := set(names) - set(MEASURES):
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    if arguments.pairs < 1:
        parser.error("at least one pair is needed")
    # Ended from outside, the script still ends what it has begun.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    # What is measured is what is in the repository, not an older program.
    subprocess.run(["cargo", "build", "--release"], cwd=ROOT, check=True)
    typst = stock.find()
    os.environ["BOGO_CACHE"] = str(PLACE / "cache")
    os.environ.pop("SOURCE_DATE_EPOCH", None)
    print(f"{machine()}\nMedians of `{BOGO.name}` and stock Typst {stock.version()}.\n")
    print("| work | bogo | stock | ratio or value | goal | met |\n|---|---|---|---|---|---|")
    failed = False
    for name in names:
        try:
            for row in MEASURES[name](typst, arguments.pairs):
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
