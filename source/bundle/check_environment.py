"""Does the course work here? Needs nothing but Python: run it before anything is installed.

It looks at Python's version, at the packages that the course needs, and at every file of this copy.
Ends with exit code 0 if all is well, else 1.
"""

import hashlib
import importlib.metadata
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
OLDEST = (3, 10)


def needed():
    """The packages that pyproject.toml names, with the oldest version that will do."""
    text = (HERE / "pyproject.toml").read_text(encoding="utf-8")
    listed = re.search(r"^dependencies = \[(.*?)^\]", text, re.DOTALL | re.MULTILINE).group(1)
    return re.findall(r'"([\w.-]+)>=([\d.]+)"', listed)


def numbers(version):
    """A version as numbers that can be compared."""
    return [int(part) for part in re.findall(r"\d+", version)[:3]]


def packages():
    """What is wrong with the packages."""
    for name, oldest in needed():
        try:
            version = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            yield f"{name} is missing"
            continue
        if numbers(version) < numbers(oldest):
            yield f"{name} is {version}, the course needs {oldest} or newer"


def files():
    """What is wrong with the files. Your own sheets and lessons may differ; they are yours."""
    for line in (HERE / "MANIFEST.sha256").read_text(encoding="utf-8").splitlines():
        wanted, name = line.split("  ", 1)
        path = HERE / name
        if not path.is_file():
            yield f"{name} is missing; unpack the course again"
            continue
        changed = hashlib.sha256(path.read_bytes()).hexdigest() != wanted
        if changed and not name.endswith(".ipynb"):
            yield f"{name} is not as it was given out; unpack the course again"


def main():
    """Print what was found."""
    troubles = []
    if sys.version_info < OLDEST:
        found = ".".join(map(str, sys.version_info[:3]))
        wanted = ".".join(map(str, OLDEST))
        troubles.append(f"this is Python {found}, the course needs {wanted} or newer")
    lacking = list(packages())
    if lacking:
        lacking.append("README.md has the one line that installs them all in an environment")
    troubles += [*lacking, *files()]
    for trouble in troubles:
        print(trouble)
    print("Something is missing." if troubles else "The course can be used here: course lab")
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(main())
