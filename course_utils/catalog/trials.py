"""The trials of lesson 06: which claims are tried together, and on which experiments."""

from __future__ import annotations

from course_utils.catalog.claims import by_slug
from course_utils.catalog.claims_bends import BENDS, CURVES
from course_utils.catalog.claims_relu import LEAKS, RECTIFIERS
from course_utils.catalog.claims_softmax import CLASSES

CLAIMS = by_slug([*BENDS, *CURVES, *RECTIFIERS, *LEAKS, *CLASSES])
