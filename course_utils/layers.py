"""Affine layers, small networks made of them, and the standard deviations to start them with."""

from __future__ import annotations

import difflib
import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from course_utils.activations import ACTIVATIONS, Activation, relu_derivative
from course_utils.arrays import (
    Float64Array,
    FloatArray,
    FloatType,
    check_same_shape,
    finite_number,
    positive_number,
    product,
    read_real,
    round_to,
)


class LayerCache(NamedTuple):
    """What one layer remembers of its forward pass: its inputs and its pre-activations."""

    inputs: FloatArray
    z: FloatArray


class Gradients(NamedTuple):
    """Gradients of a loss: with respect to the network's inputs, and per layer, first one first."""

    inputs: FloatArray
    weights: list[FloatArray]
    biases: list[FloatArray]


def affine(X: ArrayLike, W: ArrayLike, b: ArrayLike) -> FloatArray:
    """Affine map of a batch: XW + b.

    Parameters
    ----------
    X : array_like of real numbers, (samples, inputs)
        One sample per row.
    W : array_like of real numbers, (inputs, units)
        Weights, one unit per column.
    b : array_like of real numbers, (units,)
        Biases.

    Returns
    -------
    ndarray, (samples, units); float32 where all arguments are float32, else float64
        Pre-activations.

    Raises
    ------
    ValueError
        If an argument does not hold real numbers, or the shapes do not fit each other.

    Notes
    -----
    A result beyond the largest float becomes inf, without a warning. nan spreads along its row.
    Source: Goodfellow, Bengio and Courville (2016), "Deep Learning", section 6.1.
    """
    inputs, weights, biases, dtypes = _read_affine(X, W, b, "affine")
    return round_to(product(inputs, weights) + biases, *dtypes)


def affine_backward(
    upstream: ArrayLike, X: ArrayLike, W: ArrayLike
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Gradients of a loss through XW + b: (G W^T, X^T G, column sums of G).

    Parameters
    ----------
    upstream : array_like of real numbers, (samples, units)
        G, the gradient of the loss with respect to XW + b.
    X : array_like of real numbers, (samples, inputs)
        The inputs that `affine` was given.
    W : array_like of real numbers, (inputs, units)
        The weights that `affine` was given.

    Returns
    -------
    (dX, dW, db) : ndarrays, (samples, inputs), (inputs, units) and (units,)
        float32 where all arguments are float32, else float64. The samples are summed: a mean
        belongs in upstream.

    Raises
    ------
    ValueError
        If an argument does not hold real numbers, or the shapes do not fit each other.

    Notes
    -----
    The biases themselves are not needed. nan in upstream spreads to what it touches.
    Source: Rumelhart, Hinton and Williams (1986), "Learning representations by back-propagating
    errors".
    """
    G, G_type = read_real(upstream, "affine_backward: upstream")
    inputs, weights, dtypes = _read_pair(X, W, "affine_backward")
    expected = (inputs.shape[0], weights.shape[1])
    if G.shape != expected:
        raise ValueError(
            f"affine_backward: upstream has shape {G.shape} but XW + b has shape {expected}; "
            "they must be the same."
        )
    gradients = product(G, weights.T), product(inputs.T, G), G.sum(axis=0)
    dX, dW, db = (round_to(gradient, G_type, *dtypes) for gradient in gradients)
    return dX, dW, db


def relu_backward(upstream: ArrayLike, z: ArrayLike) -> FloatArray:
    """Gradient of a loss through ReLU, elementwise: upstream where z > 0, else 0.

    Parameters
    ----------
    upstream : array_like of real numbers, any shape
        Gradient of the loss with respect to relu(z).
    z : array_like of real numbers, same shape
        Pre-activations.

    Returns
    -------
    ndarray, same shape; float32 where both arguments are float32, else float64
        Gradient of the loss with respect to z.

    Raises
    ------
    ValueError
        If an argument does not hold real numbers, or the shapes differ.

    Notes
    -----
    At z = 0 the gradient is 0, as in `relu_derivative`. nan stays nan.
    Source: Glorot, Bordes and Bengio (2011), "Deep sparse rectifier neural networks".
    """
    G, G_type = read_real(upstream, "relu_backward: upstream")
    pre_activations, z_type = read_real(z, "relu_backward: z")
    check_same_shape(G, "upstream", pre_activations, "z", "relu_backward")
    return round_to(G * relu_derivative(pre_activations), G_type, z_type)


def forward(
    X: ArrayLike,
    weights: Sequence[ArrayLike],
    biases: Sequence[ArrayLike],
    activation: str | Activation = "relu",
) -> tuple[FloatArray, list[LayerCache]]:
    """Forward pass of a network: H <- f(HW + b) for every layer, without f after the last.

    Parameters
    ----------
    X : array_like of real numbers, (samples, inputs)
        One sample per row.
    weights : sequence of array_like, (inputs, units) each
        One matrix per layer, first layer first; at least one.
    biases : sequence of array_like, (units,) each
        One vector per layer.
    activation : str or Activation
        f: a name in ACTIVATIONS, or a pair of a function and its derivative.

    Returns
    -------
    logits : ndarray, (samples, units of the last layer)
        float32 where all arguments are float32, else float64.
    caches : list of LayerCache
        Inputs and pre-activations per layer, first layer first, for `backward`.

    Raises
    ------
    ValueError
        If a layer's shapes do not fit (the message names the layer, counted from 1), weights and
        biases differ in number, there is no layer, or the activation is unknown.

    Notes
    -----
    nan in a sample spreads to that sample's logits.
    Source: Rumelhart, Hinton and Williams (1986), "Learning representations by back-propagating
    errors".
    """
    f = _activation(activation, "forward").function
    _check_depth("forward", weights=weights, biases=biases)
    caches: list[LayerCache] = []
    inputs: ArrayLike = X
    for layer, (W, b) in enumerate(zip(weights, biases, strict=True), start=1):
        H, W64, b64, dtypes = _read_affine(inputs, W, b, f"forward, layer {layer}")
        z = round_to(product(H, W64) + b64, *dtypes)
        caches.append(LayerCache(np.asarray(inputs), z))
        inputs = f(z)
    return caches[-1].z, caches


def backward(
    upstream: ArrayLike,
    caches: Sequence[LayerCache],
    weights: Sequence[ArrayLike],
    activation: str | Activation = "relu",
) -> Gradients:
    """Backward pass of a network: D <- (D W^T) * f'(z), from the last layer to the first.

    Parameters
    ----------
    upstream : array_like of real numbers, (samples, units of the last layer)
        D, the gradient of the loss with respect to the logits.
    caches : sequence of LayerCache
        As returned by `forward`.
    weights : sequence of array_like, (inputs, units) each
        The weights that `forward` was given.
    activation : str or Activation
        The activation that `forward` was given.

    Returns
    -------
    Gradients
        inputs, (samples, inputs); weights and biases, lists in the shapes of the network's own.

    Raises
    ------
    ValueError
        If shapes do not fit, caches and weights differ in number, there is no layer, or the
        activation is unknown.

    Notes
    -----
    The samples are summed: a mean belongs in upstream. At a kink the derivative of the
    activation decides (0 for ReLU). nan in upstream spreads to what it touches.
    Source: Rumelhart, Hinton and Williams (1986), "Learning representations by back-propagating
    errors".
    """
    f_derivative = _activation(activation, "backward").derivative
    _check_depth("backward", weights=weights, caches=caches)
    D: ArrayLike = upstream
    dWs: list[FloatArray] = []
    dbs: list[FloatArray] = []
    for layer in reversed(range(len(caches))):
        dX, dW, db = affine_backward(D, caches[layer].inputs, weights[layer])
        dWs.insert(0, dW)
        dbs.insert(0, db)
        D = dX * f_derivative(caches[layer - 1].z) if layer else dX
    return Gradients(inputs=dX, weights=dWs, biases=dbs)


def xavier_std(fan_in: float, fan_out: float) -> float:
    """Standard deviation of Xavier (Glorot) initial weights: sqrt(2 / (fan_in + fan_out)).

    Parameters
    ----------
    fan_in : int
        Number of inputs of the layer, above 0.
    fan_out : int
        Number of units of the layer, above 0.

    Returns
    -------
    float
        Dimensionless, above 0.

    Raises
    ------
    ValueError
        If either is not a finite number above 0 (nan included).

    Notes
    -----
    Keeps variances about equal forwards and backwards where the activation's slope is about 1
    and its values are centred, as for tanh near 0.
    Source: Glorot and Bengio (2010), "Understanding the difficulty of training deep feedforward
    neural networks".
    """
    inputs = positive_number(fan_in, "xavier_std: fan_in")
    outputs = positive_number(fan_out, "xavier_std: fan_out")
    return math.sqrt(2.0 / (inputs + outputs))


def he_std(fan_in: float, negative_slope: float = 0.0) -> float:
    """Standard deviation of He initial weights: sqrt(2 / ((1 + negative_slope^2) fan_in)).

    Parameters
    ----------
    fan_in : int
        Number of inputs of the layer, above 0.
    negative_slope : float
        Slope of the leaky ReLU left of zero, any finite number; 0 for ReLU.

    Returns
    -------
    float
        Dimensionless, above 0.

    Raises
    ------
    ValueError
        If fan_in is not a finite number above 0 or negative_slope is not one finite number (nan
        included).

    Notes
    -----
    sqrt(1 + negative_slope^2) is taken as a hypotenuse, which cannot overflow.
    Source: He, Zhang, Ren and Sun (2015), "Delving deep into rectifiers: surpassing human-level
    performance on ImageNet classification".
    """
    inputs = positive_number(fan_in, "he_std: fan_in")
    slope = finite_number(negative_slope, "he_std: negative_slope")
    return math.sqrt(2.0 / inputs) / math.hypot(1.0, slope)


def _read_pair(
    X: ArrayLike, W: ArrayLike, where: str
) -> tuple[Float64Array, Float64Array, tuple[FloatType, FloatType]]:
    inputs, X_type = read_real(X, f"{where}: X")
    weights, W_type = read_real(W, f"{where}: W")
    if inputs.ndim != 2:
        raise ValueError(
            f"{where}: X must have shape (samples, inputs), got {inputs.shape}; "
            "give a single sample as a row, x[np.newaxis, :]."
        )
    if weights.ndim != 2:
        raise ValueError(f"{where}: W must have shape (inputs, units), got {weights.shape}.")
    if inputs.shape[1] != weights.shape[0]:
        raise ValueError(
            f"{where}: X has {inputs.shape[1]} features (shape {inputs.shape}) but W expects "
            f"{weights.shape[0]} (shape {weights.shape}); W must be (features_in, features_out)."
        )
    return inputs, weights, (X_type, W_type)


def _read_affine(
    X: ArrayLike, W: ArrayLike, b: ArrayLike, where: str
) -> tuple[Float64Array, Float64Array, Float64Array, tuple[FloatType, ...]]:
    inputs, weights, dtypes = _read_pair(X, W, where)
    biases, b_type = read_real(b, f"{where}: b")
    if biases.shape != (weights.shape[1],):
        raise ValueError(
            f"{where}: b has shape {biases.shape} but W has {weights.shape[1]} units (shape "
            f"{weights.shape}); b must be ({weights.shape[1]},), one bias per unit."
        )
    return inputs, weights, biases, (*dtypes, b_type)


def _activation(activation: str | Activation, where: str) -> Activation:
    if not isinstance(activation, str):
        return Activation(*activation)
    if activation not in ACTIVATIONS:
        close = difflib.get_close_matches(activation, ACTIVATIONS, n=1)
        advice = f"did you mean {close[0]!r}?" if close else f"known are {', '.join(ACTIVATIONS)}."
        raise ValueError(f"{where}: there is no activation named {activation!r}; {advice}")
    return ACTIVATIONS[activation]


def _check_depth(
    where: str,
    weights: Sequence[ArrayLike],
    **others: Sequence[ArrayLike] | Sequence[LayerCache],
) -> None:
    if len(weights) == 0:
        raise ValueError(f"{where}: weights is empty; a network has at least one layer.")
    for name, values in others.items():
        if len(values) != len(weights):
            raise ValueError(
                f"{where}: got {len(weights)} weights but {len(values)} {name}; "
                "every layer needs one of each."
            )
