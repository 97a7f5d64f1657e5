"""The editions that are measured: those of the repository, and generated
ones."""

import hashlib
import json
import re
import shutil
from pathlib import Path

from processes import Command, Failure, run

ROOT = Path(__file__).resolve().parent.parent
PLACE = ROOT / "target" / "bench"
BOGO = ROOT / "target" / "release" / "bogo"
FIRST_REPORT = ROOT / "content" / "2024-q3"
PHOTOGRAPHS = 30

# So many headings with an item, a note and a table make about five pages.
PARTS_OF_A_PROJECT = 13

# What a page object of an uncompressed PDF says.
PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")


def reports():
    """The editions of the repository."""
    return sorted(path.parent for path in (ROOT / "content").glob("*/report.json"))


def fresh(name):
    """An empty folder for measurements."""
    folder = PLACE / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def copy_of(edition, name):
    """A copy of an edition that may be edited."""
    folder = fresh(name) / edition.name
    shutil.copytree(edition, folder)
    return folder


def eject(edition, name):
    """An edition as a project for the stock compiler."""
    project = fresh(name) / "project"
    run(Command([BOGO, "eject", edition, project], ROOT))
    return project


def plain(edition, name):
    """An edition as data of the template that an author would write by hand:
    its own JSON, its prepared pictures, and all faces."""
    pictures = eject(edition, f"{name}-pictures") / "edition" / "pictures"
    project = fresh(name) / "project"
    shutil.copytree(ROOT / "bench" / "plain", project)
    shutil.copytree(ROOT / "fonts", project / "fonts")
    shutil.copytree(edition, project / "data")
    for prepared in filter(Path.is_file, pictures.rglob("*")):
        picture = prepared.parent.relative_to(pictures).with_suffix("")
        place = project / "data" / "pictures" / picture
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(prepared, place)
    return project


def build(edition, pdf, prepare=None):
    """The command that builds an edition."""
    return Command([BOGO, "--lang", "en", "build", edition, "-o", pdf], ROOT, prepare)


def pages_said(said):
    """How many pages `bogo build` says that there are."""
    found = re.search(r"(\d+) pages", said)
    if not found:
        raise Failure(f"no number of pages in: {said.strip()[-200:]}")
    return int(found.group(1))


def pages_of_stock(pdf):
    """How many pages a PDF of the stock compiler has. It keeps its objects
    uncompressed, so that they can be counted; the file is read in pieces."""
    count, rest = 0, b""
    with open(pdf, "rb") as file:
        while piece := file.read(1 << 20):
            # What may go on in the next piece is left for that.
            piece = rest + piece
            cut = max(0, len(piece) - 32)
            count += sum(1 for found in PAGE.finditer(piece) if found.start() < cut)
            rest = piece[cut:]
    return count + len(PAGE.findall(rest))


def digest(file):
    """A hash of a file, which is read in pieces."""
    with open(file, "rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def with_projects(count):
    """An edition of so many projects of about five pages."""
    folder = fresh(f"projects-{count}") / "edition"
    write(folder / "report.json", {
        "title": "보기", "date": "2026-09-30",
        "organisation": "보기시", "department": "보기과",
        "contents": "sections", "numbering": {"project": "1-①"},
        "chapters": [
            {"title": "목록", "sections": [{"body": [{"kind": "project_list"}]}]},
            {"title": "주요사업", "sections": ["projects/"]},
        ],
    })
    for number in range(1, count + 1):
        write(folder / "projects" / f"{number}.json", {
            "number": number,
            "title": f"{number}번째 사업",
            "body": [part(number, index) for index in range(1, PARTS_OF_A_PROJECT + 1)],
        })
    return checked(folder)


def checked(edition):
    """A generated edition, once nothing is wrong with it: one with errors
    would be refused in no time, and that measured."""
    run(Command([BOGO, "--lang", "en", "check", "--no-pages", edition], ROOT))
    return edition


def part(project, index):
    """A part of a project; no two are the same, so that no layout can be used
    twice."""
    return {"text": f"추진실적 {project}-{index}", "body": [
        {"label": "사업기간", "period": {"from": "2026-01", "to": "2026-12"}},
        {
            "text": f"주민 {project * 7 + index:,}명이 참여하는 사업을 넓혀 생활 속 불편을 덜고 "
                    "다음 해의 계획에 반영함",
            "body": [
                f"현장 의견 {project + index:,}건 수렴",
                {"kind": "note", "text": f"일정은 {(index - 1) % 12 + 1}월에 바뀔 수 있음"},
            ],
        },
        {"kind": "table", "unit": "건", "head": [["구분", "접수", "처리"]], "rows": [
            ["상반기", 120 + project, 118 + index],
            ["하반기", 98 + index, "-"],
        ]},
    ]}


def photographs():
    """The folder of thirty different photographs, made once."""
    folder = PLACE / "photographs"
    if len(list(folder.glob("*.jpg"))) != PHOTOGRAPHS:
        folder.mkdir(parents=True, exist_ok=True)
        helper = ["cargo", "run", "--release", "--quiet", "--example", "photographs"]
        run(Command([*helper, "--", folder, PHOTOGRAPHS], ROOT))
    return folder


def with_photographs(shown):
    """An edition with the photographs, three in a row, or the same without."""
    folder = fresh("with-photographs" if shown else "without-photographs") / "edition"
    run(Command([BOGO, "init", folder], ROOT))
    rows = [{"kind": "pictures", "photos": [photo(number) for number in range(first, first + 3)]}
            for first in range(0, PHOTOGRAPHS, 3)]
    write(folder / "projects" / "1-example.json", {
        "number": 1, "title": "사진",
        "body": [{"text": "사진", "body": ["사진 서른 장", *(rows if shown else [])]}],
    })
    if shown:
        shutil.copytree(photographs(), folder / "images", dirs_exist_ok=True)
    return checked(folder)


def photo(number):
    """One photograph of the edition."""
    return {"file": f"images/{number}.jpg", "alt": "사진", "caption": str(number)}


def use_originals(project, edition):
    """Puts an edition's own pictures in place of the prepared ones of its
    ejected project: what a user of the stock compiler would have."""
    pictures = project / "edition" / "pictures"
    for prepared in filter(Path.is_file, pictures.rglob("*")):
        shutil.copyfile(edition / prepared.parent.relative_to(pictures), prepared)


def write(file, value):
    """Writes a JSON file and its folder."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")
