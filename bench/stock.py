"""The stock Typst command line of the version that bogo is built with."""

import os
import re
import shutil
import subprocess

from editions import ROOT
from processes import Command, Failure

BUILT = ROOT / "target" / "stock"

# The same fonts, features and standards as `bogo build` has.
OPTIONS = [
    "--root", ".", "--font-path", "fonts", "--ignore-system-fonts",
    "--features", "a11y-extras", "--pdf-standard", "a-2a,ua-1",
]


def version():
    """The version of Typst in `Cargo.lock`."""
    lock = (ROOT / "Cargo.lock").read_text(encoding="utf-8")
    return re.search(r'name = "typst"\nversion = "([^"]+)"', lock).group(1)


def find():
    """The stock command line: `$TYPST`, the one on the path, or the one that
    was built for this; else it is built."""
    wanted = version()
    built = BUILT / "bin" / "typst"
    for program in [os.environ.get("TYPST"), shutil.which("typst"), built]:
        if program and said_version(program) == wanted:
            return str(program)
    print(f"No stock Typst {wanted} is at hand (TYPST, PATH, {built}).", flush=True)
    print("It is built now, once; that takes a quarter of an hour or more.", flush=True)
    crate = ["typst-cli", "--version", wanted, "--locked"]
    done = subprocess.run(["cargo", "install", *crate, "--root", BUILT], cwd=ROOT, check=False)
    if done.returncode != 0:
        raise Failure("the stock Typst could not be built")
    return str(built)


def said_version(program):
    """What a program says its version is."""
    try:
        done = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    except OSError:
        return None
    words = done.stdout.split()
    return words[1] if len(words) > 1 else None


def compiling(typst, project, pdf, verb="compile", inputs=()):
    """The command that compiles a project."""
    given = [word for value in inputs for word in ("--input", value)]
    return Command([typst, verb, *OPTIONS, *given, "main.typ", pdf], project)
