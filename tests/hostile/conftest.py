"""Every case is run under every protection; one that this machine does not offer is reported."""

from __future__ import annotations

import pytest
from attacks import SHORT

from course_utils.grading.bench import Bench
from course_utils.grading.protection import Protection, why_not


@pytest.fixture(scope="session", params=["namespaces", "landlock"])
def bench(request):
    kind = Protection(request.param)
    reason = why_not(kind)
    if reason:
        pytest.skip(f"nothing was tried under {kind.value}, which is not to be had here: {reason}")
    with Bench(kind, SHORT) as bench:
        yield bench
