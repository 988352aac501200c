"""``python -m course_utils``: the ``course`` command without its entry point."""

import sys


def main() -> None:
    """Run the command, or say in one line that this Python is too old for it."""
    if sys.version_info < (3, 10):  # noqa: UP036  (a clone can be run without being installed)
        version = ".".join(map(str, sys.version_info[:2]))
        raise SystemExit(f"The course needs Python 3.10 or newer; this is Python {version}.")
    from course_utils.cli import main as run

    run()


if __name__ == "__main__":
    main()
