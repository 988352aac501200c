"""What every public function of the mathematics does alike: types, arguments, docstrings."""

import inspect
import re
from fractions import Fraction

import numpy as np
import pytest

from course_utils import activations, layers, losses, numerics
from course_utils.activations import ACTIVATIONS

Z = np.array([[-1.5, 0.0, 2.0], [0.25, 40.0, -3.0]])
P = np.array([[0.2, 0.5, 0.3], [0.1, 0.1, 0.8]])
W = np.array([[1.0, -2.0], [0.5, 0.25], [3.0, 1.0]])
B = np.array([0.5, -0.5])
G = np.array([[1.0, -1.0], [0.5, 2.0]])
T = np.array([[0.0, 1.0, 0.5], [1.0, 0.0, 0.25]])
LABELS = np.array([2, 0])

# Every public function that answers with an array or number in the type of its float arguments.
CALLS = {
    **dict.fromkeys(ACTIVATIONS, (Z,)),
    **{f"{name}_derivative": (Z,) for name in ACTIVATIONS},
    "logit": (P,),
    "prelu": (Z, B[:1]),
    "prelu_derivative": (Z, B[:1]),
    "softmax": (Z,),
    "log_softmax": (Z,),
    "logsumexp": (Z,),
    "softmax_jacobian": (Z[0],),
    "softmax_vjp": (P, Z),
    "log_softmax_vjp": (P, Z),
    "affine": (Z, W, B),
    "affine_backward": (G, Z, W),
    "relu_backward": (Z, Z),
    "binary_cross_entropy": (Z, T),
    "binary_cross_entropy_gradient": (Z, T),
    "squared_error_after_sigmoid": (Z, T),
    "squared_error_after_sigmoid_gradient": (Z, T),
    "cross_entropy": (Z, LABELS),
    "cross_entropy_gradient": (Z, LABELS),
}
OTHERS = {
    "central_difference",
    "forward",
    "backward",
    "he_std",
    "numerical_gradient",
    "numerical_jacobian",
    "relative_error",
    "smooth_labels",
    "xavier_std",
}


def public_functions():
    """Functions that a lesson may import from the four modules."""
    found = {name: getattr(activations, name) for name in activations.__all__}
    for module in (layers, losses, numerics):
        members = inspect.getmembers(module, inspect.isfunction)
        found |= {name: f for name, f in members if f.__module__ == module.__name__}
    return {
        name: f for name, f in found.items() if inspect.isfunction(f) and not name.startswith("_")
    }


FUNCTIONS = public_functions()


def outputs(name, arguments):
    with np.errstate(all="raise", under="ignore"):
        result = FUNCTIONS[name](*arguments)
    return result if isinstance(result, tuple) else (result,)


def floats_as(dtype, arguments):
    return [v.astype(dtype) if v.dtype.kind == "f" else v for v in arguments]


def test_every_public_function_is_held_to_these_manners():
    assert set(FUNCTIONS) == set(CALLS) | OTHERS


@pytest.mark.parametrize("name", CALLS)
class TestTypes:
    @pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
    def test_the_floating_type_is_kept(self, name, dtype):
        got = outputs(name, floats_as(dtype, CALLS[name]))
        assert {value.dtype for value in got} == {np.dtype(dtype)}

    def test_the_other_byte_order_is_understood(self, name):
        swapped = [v.astype(v.dtype.newbyteorder()) for v in CALLS[name]]
        for got, expected in zip(outputs(name, swapped), outputs(name, CALLS[name]), strict=True):
            np.testing.assert_array_equal(got, expected, strict=True)
            assert got.dtype.isnative

    def test_lists_serve_as_well_as_arrays(self, name):
        listed = [v.tolist() for v in CALLS[name]]
        for got, expected in zip(outputs(name, listed), outputs(name, CALLS[name]), strict=True):
            np.testing.assert_array_equal(got, expected, strict=True)

    def test_float32_values_are_the_float64_ones_rounded(self, name):
        narrow = floats_as(np.float32, CALLS[name])
        wide = floats_as(np.float64, narrow)
        for got, expected in zip(outputs(name, narrow), outputs(name, wide), strict=True):
            np.testing.assert_array_equal(got, expected.astype(np.float32))


@pytest.mark.parametrize("name", CALLS)
class TestArguments:
    def test_may_be_given_by_name(self, name):
        named = dict(zip(inspect.signature(FUNCTIONS[name]).parameters, CALLS[name], strict=False))
        by_name = FUNCTIONS[name](**named)
        by_name = by_name if isinstance(by_name, tuple) else (by_name,)
        for got, expected in zip(by_name, outputs(name, CALLS[name]), strict=True):
            np.testing.assert_array_equal(got, expected, strict=True)

    def test_are_never_modified_and_may_be_read_only(self, name):
        arguments = [v.copy() for v in CALLS[name]]
        for v in arguments:
            v.flags.writeable = False
        outputs(name, arguments)
        for v, original in zip(arguments, CALLS[name], strict=True):
            np.testing.assert_array_equal(v, original)

    def test_share_no_memory_with_the_answer(self, name):
        arguments = [v.copy() for v in CALLS[name]]
        for got in outputs(name, arguments):
            assert not any(np.shares_memory(got, v) for v in arguments)
            assert np.ndim(got) == 0 or got.flags.writeable

    def test_may_have_any_memory_layout(self, name):
        strided = []
        for v in CALLS[name]:
            holder = np.zeros(tuple(2 * n for n in v.shape), v.dtype, order="F")
            window = holder[tuple(slice(None, None, -2) for _ in v.shape)]
            window[...] = v
            strided.append(window)
        for got, expected in zip(outputs(name, strided), outputs(name, CALLS[name]), strict=True):
            np.testing.assert_allclose(got, expected, rtol=1e-14)

    def test_that_are_not_real_numbers_are_refused_by_name(self, name):
        for bad in (CALLS[name][0].astype(complex), np.full(CALLS[name][0].shape, "1")):
            with pytest.raises(
                ValueError, match=rf"^{name}: \w+ must hold real numbers, got dtype"
            ):
                outputs(name, [bad, *CALLS[name][1:]])

    def test_with_ragged_rows_are_refused_by_name(self, name):
        with pytest.raises(ValueError, match=rf"^{name}: \w+ must be a number or a regular array"):
            outputs(name, [[[1.0, 2.0], [3.0]], *CALLS[name][1:]])


ELEMENTWISE = [*ACTIVATIONS, *(f"{name}_derivative" for name in ACTIVATIONS)]


@pytest.mark.parametrize("name", ELEMENTWISE)
class TestElementwise:
    @pytest.mark.parametrize("shape", [(), (1,), (0,), (2, 0), (3,), (2, 3, 4)])
    def test_shapes_are_kept(self, name, shape):
        assert outputs(name, [np.ones(shape)])[0].shape == shape

    @pytest.mark.parametrize(
        "one", [1, 1.0, True, np.int8(1), np.float64(1), np.array(1), Fraction(1)]
    )
    def test_a_plain_number_gives_a_float64_scalar(self, name, one):
        got = FUNCTIONS[name](one)
        assert isinstance(got, np.float64)
        assert got == FUNCTIONS[name](np.array([1.0]))[0]

    def test_integers_are_read_as_float64_before_anything_else(self, name):
        """-z on unsigned integers and |z| on the smallest integer would wrap around."""
        for numbers in (np.array([1, 2], np.uint8), np.array([-128, 127], np.int8)):
            expected = FUNCTIONS[name](numbers.astype(np.float64))
            np.testing.assert_array_equal(FUNCTIONS[name](numbers), expected, strict=True)

    def test_integers_of_python_may_be_larger_than_an_int64(self, name):
        assert FUNCTIONS[name](-(10**300)) == FUNCTIONS[name](-1e300)

    def test_None_is_refused(self, name):
        with pytest.raises(ValueError, match="must hold real numbers, got dtype object"):
            FUNCTIONS[name](None)


@pytest.mark.parametrize("name", FUNCTIONS)
class TestDocstrings:
    def test_have_every_section_in_order(self, name):
        titles = re.findall(r"^(\w+)\n-+$", inspect.getdoc(FUNCTIONS[name]), re.M)
        assert titles == ["Parameters", "Returns", "Raises", "Notes"]

    def test_describe_every_parameter(self, name):
        section = inspect.getdoc(FUNCTIONS[name]).split("Returns\n")[0]
        described = re.findall(r"^(\w+(?:, \w+)*) : \S", section, re.M)
        names = [one for line in described for one in line.split(", ")]
        assert names == list(inspect.signature(FUNCTIONS[name]).parameters)

    def test_begin_with_one_sentence_that_fits_the_line(self, name):
        first, blank = inspect.getdoc(FUNCTIONS[name]).splitlines()[:2]
        assert first.endswith(".")
        assert blank == ""

    def test_say_what_becomes_of_nan_and_where_it_comes_from(self, name):
        notes = inspect.getdoc(FUNCTIONS[name]).split("Notes\n")[1]
        assert "nan" in inspect.getdoc(FUNCTIONS[name])
        assert re.search(r'^Source: .*\(\d{4}\), "', notes, re.M)
