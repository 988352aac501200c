"""Names that a late cell took from modules and built-ins are given back, and no others."""

from __future__ import annotations

import math
from typing import Any

from course_utils.checking.calling import LateNames


def after(*cells: str) -> tuple[LateNames, dict[str, Any]]:
    """The names after these cells, and what was noted of them on the way."""
    names: dict[str, Any] = {"__builtins__": __builtins__}
    late = LateNames()
    for cell in cells:
        exec(cell, names)
        late.after_cell(names)
    return late, names


def called(late: LateNames, names: dict[str, Any], answer: str) -> Any:
    late.before_call(answer, names)
    return names[answer]()


ROOT = "def root():\n    return math.sqrt(sum([9, 7]))"
LARGEST = "def largest():\n    return max + 1"


def test_a_module_and_a_built_in_that_were_taken_late_are_back():
    late, names = after("import math", ROOT, "math = None\nsum = 3")
    assert called(late, names, "root") == 4


def test_so_is_a_module_whose_name_was_deleted():
    late, names = after("import math", ROOT, "del math")
    assert called(late, names, "root") == 4


def test_what_was_so_when_the_answer_was_bound_stays():
    late, names = after("max = 10", LARGEST)
    assert called(late, names, "largest") == 11


def test_what_is_changed_later_has_its_last_value():
    late, names = after("max = 10", LARGEST, "max = 20")
    assert called(late, names, "largest") == 21


def test_what_the_same_cell_binds_stays():
    late, names = after("import math", f"{LARGEST}\nmax = 10")
    assert called(late, names, "largest") == 11


def test_each_answer_has_the_names_of_its_time_in_any_order():
    late, names = after("import math", ROOT, "math = sum = max = 10", LARGEST)
    for _ in range(2):
        assert called(late, names, "root") == 4
        assert called(late, names, "largest") == 11
    late.before_call("largest", names)
    assert names["math"] == 10


def test_an_answer_that_was_bound_again_has_the_names_of_its_last_time():
    late, names = after("max = 10", LARGEST, "max = 20", LARGEST)
    assert called(late, names, "largest") == 21


def test_functions_and_modules_in_their_place_stay():
    late, names = after(
        "import math", ROOT, "import cmath as math\nsum = lambda numbers: 4", "other = 3"
    )
    assert called(late, names, "root") == 2
    assert names["math"] is not math
    assert names["other"] == 3


def test_no_object_is_asked_what_it_is():
    late, names = after(
        "import math\nclass Loud:\n    @property\n    def __class__(self):\n        1 / 0",
        ROOT,
        "math = Loud()",
    )
    assert called(late, names, "root") == 4
