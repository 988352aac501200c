"""A stand-in for the course's package: what a sheet imports from it is there and does nothing.

The real package holds the reference answers, so it is never in the sandbox. ``check("sigmoid")``,
``hint(...)`` and figures do nothing here. An answer that calls the course instead of computing is
told so.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

PACKAGE = "course_utils"


class CourseUnavailableError(Exception):
    """The course's own functions do not answer for a learner."""


class Nothing:
    """The result of everything that the course would do: it may be used, and comes to nothing."""

    answering = False  # set while an answer is called

    def __call__(self, *_: Any, **__: Any) -> Nothing:
        if Nothing.answering:
            raise CourseUnavailableError(
                "functions of course_utils are not there while a sheet is graded; "
                "write the answer with NumPy"
            )
        return self

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or name.startswith(("_repr_", "_ipython_")):
            raise AttributeError(name)
        return self

    def _itself(self, *_: Any) -> Nothing:
        return self

    def _yes(self, _: Any) -> bool:
        return True

    def _no(self, _: Any) -> bool:
        return False

    __getitem__ = __enter__ = __neg__ = __abs__ = _itself
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = _itself
    __rtruediv__ = __pow__ = __rpow__ = __matmul__ = __rmatmul__ = _itself
    __gt__ = __ge__ = _yes  # an accuracy that is asserted to be high
    __lt__ = __le__ = _no

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __exit__(self, *_: Any) -> None:
        return None

    def __setitem__(self, *_: Any) -> None:
        return None

    def __float__(self) -> float:
        return float("nan")

    def __round__(self, _: int = 0) -> float:
        return float("nan")

    def __format__(self, _: str) -> str:
        return "nothing"


class _Empty(ModuleType):
    """A module in which every name is bound, to nothing."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return Nothing()


class StandIn(MetaPathFinder, Loader):
    """Answers every import of the course, so that no search ever reaches an installed one."""

    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        if fullname.split(".")[0] != PACKAGE:
            return None
        return ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _Empty(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        return None


def install() -> None:
    """Put the stand-in before everything that finds modules."""
    sys.meta_path.insert(0, StandIn())
