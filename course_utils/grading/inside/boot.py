"""Loading the one file of the worker that lives elsewhere."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location


def load(calling: str) -> None:
    """Make course_utils/checking/calling.py importable here, without the package that it is in."""
    spec = spec_from_file_location(f"{__package__}.calling", calling)
    if spec is None or spec.loader is None:
        raise ImportError(calling)
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
