"""What crosses the trust line arrives as what it was, and nothing else is let in."""

from __future__ import annotations

import io
import json
import struct
from contextlib import suppress

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_utils.catalog import SHEETS
from course_utils.checking.engine import check
from course_utils.checking.verdict import Outcome, Status
from course_utils.grading.inside.frames import (
    LARGEST,
    TICKET,
    BreachError,
    packed,
    parsed,
    received,
    told,
)
from course_utils.grading.inside.reading import Foreign, Reader
from course_utils.grading.inside.writing import Writer, layout_of
from course_utils.grading.replies import outcome_in, outcomes_in


def only_value(raw, node):
    """The one value that all the bytes hold."""
    reader = Reader(raw)
    value = reader.part(node)
    reader.finish()
    return value


def crossed(value):
    """The value after it has gone through a frame."""
    writer = Writer()
    node = writer.node(value)
    stream = io.BytesIO(packed(told({"value": node}), writer.raw))
    _, header, raw = received(stream.read)
    return only_value(raw, parsed(header)["value"])


class TestPlainValues:
    @pytest.mark.parametrize(
        "value",
        [None, ..., True, 0, -17, 2**70, 0.1, -0.0, 1e-310, float("inf"), "text", "ä\n", [], ()],
    )
    def test_arrive_as_they_were(self, value):
        arrived = crossed(value)
        assert type(arrived) is type(value)
        assert repr(arrived) == repr(value)

    def test_nested_ones_keep_their_containers(self):
        value = {"a": [1, (2.5, None)], "b": {"c": ...}, 3: [0.5, 1.5]}
        assert crossed(value) == value

    @pytest.mark.parametrize("kind", ["bool", "int64", "float32", "float64", "complex128"])
    @pytest.mark.parametrize("shape", [(), (0,), (3,), (2, 3), (2, 0, 3)])
    def test_arrays_keep_type_shape_and_numbers(self, kind, shape):
        array = (np.arange(np.prod(shape, dtype=int)) % 5).reshape(shape).astype(kind)
        arrived = crossed(array)
        assert (arrived.dtype, arrived.shape) == (array.dtype, array.shape)
        np.testing.assert_array_equal(arrived, array)

    @pytest.mark.parametrize("lay", [np.ascontiguousarray, np.asfortranarray, lambda a: a[:, ::2]])
    @pytest.mark.parametrize("writeable", [True, False])
    def test_arrays_keep_how_they_lie_in_memory(self, lay, writeable):
        array = lay(np.arange(12.0).reshape(3, 4))
        array.setflags(write=writeable)
        arrived = crossed(array)
        assert layout_of(arrived) == layout_of(array)
        assert arrived.flags.writeable is writeable

    def test_subclasses_arrive_as_what_they_are_made_of(self):
        class Liar(list):
            def __iter__(self):
                return iter([42])

        assert crossed(Liar([1, 2])) == [1, 2]
        assert type(crossed(np.ma.masked_array([1.0], [True]))) is np.ndarray

    def test_other_objects_arrive_as_the_name_of_their_class(self):
        arrived = crossed(1j)
        assert isinstance(arrived, Foreign)
        assert type(arrived).__name__ == "complex"

    def test_what_is_too_large_arrives_as_its_shape(self):
        arrived = crossed(np.broadcast_to(0.5, (2**20, 2**20)))
        assert "(1048576, 1048576)" in type(arrived).__name__

    def test_a_bool_is_made_of_0_and_1_whatever_its_bytes(self):
        arrived = only_value(b"\x02\x00", ["array", "bool", [2], "C", True])
        assert arrived.view(np.uint8).tolist() == [1, 0]


class TestFrames:
    @pytest.mark.parametrize(
        ("header", "raw", "text"),
        [
            (LARGEST, 1, b""),
            (2**32 - 1, 2**32 - 1, b""),
            (2, 0, b"[]"),
            (3, 0, b"NaN"),
            (9, 0, b'{"a":NaN}'),
            (2, 0, b"\xff\xfe"),
            (100_000, 0, b"[" * 100_000),
        ],
    )
    def test_that_break_the_rules_are_refused(self, header, raw, text):
        data = struct.pack("!II", header, raw) + bytes(TICKET) + text
        with pytest.raises(BreachError):
            parsed(received(io.BytesIO(data).read)[1])


NAMES = st.sampled_from(sorted(Reader.BUILDERS))
TYPES = st.sampled_from(["float64", "bool", "O"])
NODES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=6)
        | st.tuples(NAMES, inner).map(list)
        | st.tuples(st.just("array"), TYPES, inner, inner).map(list)
    ),
    max_leaves=20,
)


@given(node=NODES, raw=st.binary(max_size=64))
@settings(max_examples=200, deadline=None)
def test_whatever_a_node_says_it_is_a_value_or_a_breach(node, raw):
    try:
        only_value(raw, node)
    except BreachError:
        return


@given(
    header=st.dictionaries(
        st.sampled_from(["kind", "value", "flags", "modified", "error", "message", "where"]),
        st.sampled_from(["missing", "raised", "returned", "signature", ["none"], [], [0], 5, None])
        | NODES,
    ),
    raw=st.binary(max_size=16),
)
@settings(max_examples=200, deadline=None)
def test_whatever_a_reply_says_it_is_an_outcome_or_a_breach(header, raw):
    for judge in (
        lambda: outcome_in(json.dumps(header).encode(), raw, 1),
        lambda: outcomes_in(json.dumps({"done": [header, header]}).encode(), raw, [1, 1]),
        lambda: outcomes_in(json.dumps({"done": header.get("kind")}).encode(), raw, [1, 1]),
    ):
        with suppress(BreachError):
            judge()


SIZES = st.lists(st.integers(0, 4), max_size=4)


def filled(shape, kind, fill):
    with np.errstate(all="ignore"):
        return np.full(shape, fill).astype(kind)


NUMBERS = st.builds(
    filled,
    SIZES,
    st.sampled_from(["float64", "float32", "int64", "bool", "complex128", "U3", "O"]),
    st.sampled_from([0, 1, 0.5, -1, 1e300, float("nan"), float("inf")]),
)
ANSWERS = st.recursive(
    NUMBERS | st.none() | st.integers() | st.floats() | st.text(max_size=3) | st.just(1j),
    lambda inner: (
        st.lists(inner, max_size=5)
        | st.tuples(inner, inner, inner, inner)
        | st.dictionaries(st.text(max_size=3) | st.integers(), inner, max_size=3)
    ),
    max_leaves=12,
)
TRAINS = "repaired_gain"  # its judge trains a network for every new number: a few will do
EVERY = {exercise.name: exercise for sheet in SHEETS.values() for exercise in sheet}
EXERCISES = [exercise for name, exercise in EVERY.items() if name != TRAINS]


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.name)
@given(answer=ANSWERS)
@settings(max_examples=25, deadline=None)
def test_no_value_that_crosses_is_a_fault_of_ours(exercise, answer):
    """Whatever comes back, the judge finds something to say of it."""
    arrived = crossed(answer)
    verdict = check(exercise, lambda arguments: Outcome("returned", arrived))
    assert verdict.status is not Status.GRADER_ERROR, verdict.message


@pytest.mark.parametrize(
    "answer", [None, "3", 1j, [], [1, 2], {}, 10**400, float("nan"), -1, 1e300]
)
def test_nor_is_a_gain_that_no_network_was_made_for(answer):
    verdict = check(EVERY[TRAINS], lambda arguments: Outcome("returned", crossed(answer)))
    assert verdict.status in (Status.FAILED, Status.NOT_ATTEMPTED)
