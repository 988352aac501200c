"""The ONNX project's own conformance cases for the operators that the course has, too.

The cases are collected from the installed onnx package when the tests run; none is copied. Each
brings inputs, expected outputs and a tolerance. Cases outside what our functions offer are named
in OUTSIDE with the reason. A case that a newer onnx brings is tried as well, but what comes of it
is reported as a warning, not as a failure: the course did not change, onnx did.
"""

import importlib
import pkgutil
import warnings

import numpy as np
import pytest
from onnx.backend.test.case import node as onnx_node
from onnx.helper import get_attribute_value

from course_utils.activations import (
    elu,
    gelu,
    gelu_tanh,
    leaky_relu,
    log_softmax,
    logsumexp,
    prelu,
    relu,
    sigmoid,
    silu,
    softmax,
    softplus,
    tanh,
)
from course_utils.layers import affine
from course_utils.losses import cross_entropy

# Modules of onnx's generators without underscores, which came and went with its versions.
GENERATORS = """
    elu gelu gemm leakyrelu logsoftmax prelu reducelogsumexp relu sigmoid softmax
    softmaxcrossentropy softmaxcrossentropyloss softplus swish tanh
"""

SCALED = "Gemm with alpha or beta other than 1; affine has neither"
MATRIX_BIAS = "a bias per sample; affine has one per unit"
REDUCTION = "loss per sample or summed; cross_entropy is a mean"
WEIGHTS = "classes weighted; cross_entropy weighs them alike"
IGNORED = "a label that is ignored; cross_entropy counts every sample"
NO_AXIS = "reduced over all axes or over an empty one; logsumexp wants one with entries"

OUTSIDE = {
    "test_gemm_alpha": SCALED,
    "test_gemm_beta": SCALED,
    "test_gemm_all_attributes": SCALED,
    "test_gemm_default_matrix_bias": MATRIX_BIAS,
    "test_reduce_log_sum_exp_default_axes_keepdims_example": NO_AXIS,
    "test_reduce_log_sum_exp_default_axes_keepdims_random": NO_AXIS,
    "test_reduce_log_sum_exp_empty_set": NO_AXIS,
    **{
        f"test_sce_{name}{log_prob}": reason
        for log_prob in ("", "_log_prob")
        for name, reason in {
            "none": REDUCTION,
            "none_weights": REDUCTION,
            "sum": REDUCTION,
            "NCd1d2d3d4d5_none_no_weight": REDUCTION,
            "NCd1d2d3_none_no_weight_negative_ii": REDUCTION,
            "NCd1d2d3_sum_weight_high_ii": REDUCTION,
            "mean_weight": WEIGHTS,
            "NCd1d2d3d4d5_mean_weight": WEIGHTS,
            "NCd1_mean_weight_negative_ii": WEIGHTS,
            "mean_weight_ii": WEIGHTS,
            "mean_weight_ii_3d": WEIGHTS,
            "mean_weight_ii_4d": WEIGHTS,
            "mean_no_weight_ii": IGNORED,
            "mean_no_weight_ii_3d": IGNORED,
            "mean_no_weight_ii_4d": IGNORED,
        }.items()
    },
}

COVERED_NAMES = """
    sigmoid_example sigmoid tanh_example tanh relu
    leakyrelu_example leakyrelu leakyrelu_default prelu_example prelu_broadcast
    elu_example elu elu_default gelu_tanh_1 gelu_tanh_2 gelu_default_1 gelu_default_2
    softplus_example softplus swish
    softmax_example softmax_large_number softmax_axis_0 softmax_axis_1 softmax_axis_2
    softmax_negative_axis softmax_default_axis
    logsoftmax_example_1 logsoftmax_large_number logsoftmax_axis_0 logsoftmax_axis_1
    logsoftmax_axis_2 logsoftmax_negative_axis logsoftmax_default_axis
    reduce_log_sum_exp_do_not_keepdims_example reduce_log_sum_exp_do_not_keepdims_random
    reduce_log_sum_exp_keepdims_example reduce_log_sum_exp_keepdims_random
    reduce_log_sum_exp_negative_axes_keepdims_example
    reduce_log_sum_exp_negative_axes_keepdims_random
    gemm_default_zero_bias gemm_default_no_bias gemm_default_scalar_bias
    gemm_default_single_elem_vector_bias gemm_default_vector_bias gemm_transposeA gemm_transposeB
    sce_mean sce_mean_log_prob sce_mean_3d sce_mean_3d_log_prob
"""
COVERED = {f"test_{name}" for name in COVERED_NAMES.split()}


def collect():
    """Single-node cases of our operators by name: the `_expanded` ones repeat the same numbers."""
    with warnings.catch_warnings():
        # Generating onnx's own case of an empty sum takes a logarithm of 0.
        warnings.simplefilter("ignore", RuntimeWarning)
        for module in pkgutil.iter_modules(onnx_node.__path__, f"{onnx_node.__name__}."):
            if module.name.rpartition(".")[2].replace("_", "") in GENERATORS.split():
                importlib.import_module(module.name)
    cases = [case for case in onnx_node._NodeTestCases if len(case.model.graph.node) == 1]
    return {case.name: case for case in cases if case.model.graph.node[0].op_type in OURS}


def gemm(a, b, c=0.0, alpha=1.0, beta=1.0, transA=0, transB=0):
    """Gemm through affine: the transposes, and a bias of another shape, are the test's business."""
    X, W = a.T if transA else a, b.T if transB else b
    units = W.shape[1]
    assert alpha == beta == 1.0
    return affine(X, W, np.broadcast_to(np.float32(c).reshape(-1), units))


def softmax_cross_entropy(x, y, reduction=b"mean", weights=None, ignore_index=None):
    """Classes go last and positions become samples; onnx has (samples, classes, positions...)."""
    assert reduction == b"mean"
    assert weights is None
    assert ignore_index is None
    logits = np.moveaxis(x, 1, -1).reshape(-1, x.shape[1])
    return cross_entropy(logits, y.reshape(-1)), log_softmax(x, axis=1)


def reduce_log_sum_exp(data, axes, keepdims=1):
    (axis,) = axes.tolist()
    result = logsumexp(data, axis=axis)
    return np.expand_dims(result, axis) if keepdims else result


def swish(x, alpha=1.0):
    assert alpha == 1.0
    return silu(x)


OURS = {
    "Sigmoid": sigmoid,
    "Tanh": tanh,
    "Relu": relu,
    "LeakyRelu": lambda x, alpha=0.01: leaky_relu(x, alpha),
    "PRelu": prelu,
    "Elu": elu,
    "Gelu": lambda x, approximate=b"none": gelu_tanh(x) if approximate == b"tanh" else gelu(x),
    "Softplus": softplus,
    "Swish": swish,
    "Softmax": softmax,
    "LogSoftmax": log_softmax,
    "ReduceLogSumExp": reduce_log_sum_exp,
    "Gemm": gemm,
    "SoftmaxCrossEntropyLoss": softmax_cross_entropy,
}
CASES = collect()


def hold_against_onnx(case):
    """Each expected output, within the case's own tolerance and of the same type and shape."""
    node = case.model.graph.node[0]
    attributes = {attribute.name: get_attribute_value(attribute) for attribute in node.attribute}
    assert len(case.data_sets) > 0
    for inputs, expected in case.data_sets:
        got = OURS[node.op_type](*inputs, **attributes)
        got = got if isinstance(got, tuple) else (got,)
        for ours, theirs in zip(got, expected, strict=False):
            assert ours.dtype == theirs.dtype
            assert ours.shape == theirs.shape
            np.testing.assert_allclose(ours, theirs, rtol=case.rtol, atol=case.atol)


@pytest.mark.parametrize("name", sorted(COVERED & set(CASES)))
def test_agrees_with_onnx(name):
    hold_against_onnx(CASES[name])


def test_every_operator_is_tried_in_at_least_one_case():
    """An older onnx may lack some of our cases, but not all cases of an operator."""
    tried = {CASES[name].model.graph.node[0].op_type for name in COVERED & set(CASES)}
    assert set(OURS) - tried <= {"Swish"}


def test_no_case_is_both_covered_and_outside():
    assert not COVERED & set(OUTSIDE)


def test_cases_of_a_newer_onnx_are_reported():
    """A warning in the summary names each one and says whether our function agrees with it."""
    for name in sorted(set(CASES) - COVERED - set(OUTSIDE)):
        try:
            hold_against_onnx(CASES[name])
            finding = "our function agrees: add it to COVERED"
        except Exception as error:
            finding = f"look at it, then add it to COVERED or OUTSIDE ({error!r:.200})"
        warnings.warn(f"onnx has the new case {name}; {finding}", stacklevel=1)
