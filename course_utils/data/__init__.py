"""The data sets that ship with the course; nothing is downloaded. Sources: README.md beside this.

Each call reads the file again (a few milliseconds) and returns new arrays, so changing them harms
no other notebook cell. What is made from a seed instead (spirals, moons, XOR) is in `generated`.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from course_utils.data.generated import (
    DIGITS_HELD_OUT,
    Samples,
    Split,
    centred,
    moons,
    pooled,
    spirals,
    split,
    xor,
)

__all__ = [
    "DataSet",
    "Samples",
    "Split",
    "centred",
    "load_breast_cancer",
    "load_digits",
    "moons",
    "pooled",
    "spirals",
    "split",
    "split_digits",
    "xor",
]


@dataclass(frozen=True, eq=False)
class DataSet:
    """One data set for classification.

    X : ndarray of float64, (samples, features); what a column means is in feature_names
    y : ndarray of int64, (samples,); class numbers from 0, whose meaning is in target_names
    feature_names : one name per column of X
    target_names : one name per class, so that target_names[y[i]] names the class of sample i
    description : what was measured, in which units, and where it comes from
    """

    name: str
    X: NDArray[np.float64]
    y: NDArray[np.int64]
    feature_names: tuple[str, ...]
    target_names: tuple[str, ...]
    description: str

    def __repr__(self) -> str:
        samples, features = self.X.shape
        return f"DataSet({self.name!r}, {samples} samples, {features} features)"


def load_breast_cancer() -> DataSet:
    """Breast Cancer Wisconsin (Diagnostic): 569 tumours, 30 features, two classes.

    Returns
    -------
    DataSet
        X : (569, 30). Ten measures of the cell nuclei in a microscope image (radius, texture,
        perimeter, area, smoothness, compactness, concavity, concave points, symmetry, fractal
        dimension), each as its mean, its standard error and its "worst" value (the mean of the
        three largest). The source does not name the unit of length; the columns' means differ by a
        factor of more than 200,000, so standardise them.
        y : (569,). 0 is malignant (212 tumours), 1 is benign (357): the 1 of a sigmoid trained on
        these labels is the probability that a tumour is benign.

    Raises
    ------
    FileNotFoundError
        If the installation lacks the data file.

    Notes
    -----
    No value is missing.
    Source: Wolberg, Mangasarian, Street and Street (1993), "Breast Cancer Wisconsin (Diagnostic)",
    UCI Machine Learning Repository, https://doi.org/10.24432/C5DW2B.
    """
    return _load(
        "breast_cancer",
        "Measures of cell nuclei in images of fine needle aspirates of breast masses, 569 x 30; "
        "0 malignant, 1 benign. UCI Machine Learning Repository, doi:10.24432/C5DW2B, CC BY 4.0.",
    )


def load_digits() -> DataSet:
    """Optical Recognition of Handwritten Digits (its test set): 1797 images of 8 x 8, ten classes.

    Returns
    -------
    DataSet
        X : (1797, 64). One image per row, its pixels row by row from the top left, each an integer
        from 0 (blank) to 16 (full): the number of dark pixels in a 4 x 4 block of the original
        bitmap. X.reshape(-1, 8, 8) gives the images. The pixels are not centred on 0.
        y : (1797,). The digit itself, 0 to 9; 174 to 183 images of each.

    Raises
    ------
    FileNotFoundError
        If the installation lacks the data file.

    Notes
    -----
    No value is missing.
    Source: Alpaydin and Kaynak (1998), "Optical Recognition of Handwritten Digits", UCI Machine
    Learning Repository, https://doi.org/10.24432/C50P49.
    """
    return _load(
        "digits",
        "Handwritten digits, 1797 images of 8 x 8 pixels from 0 (blank) to 16 (full); the class "
        "is the digit. UCI Machine Learning Repository, doi:10.24432/C50P49, CC BY 4.0.",
    )


def split_digits(
    centring: str = "none", scale: float = 16.0, seed: int = 0, held_out: int = DIGITS_HELD_OUT
) -> Split:
    """The digits in two parts, 1437 images to train on and 360 held out.

    Parameters
    ----------
    centring : str
        "none", "mean" (subtract each pixel's mean over the training part) or "standard" (also
        divide by its standard deviation).
    scale : float
        Pixels are divided by it first: 16 gives values from 0 to 1, 1 leaves them at 0 to 16.
    seed : int
        Of the shuffling.
    held_out : int
        Images in the second part.
    """
    digits = load_digits()
    return centred(split(digits.X / scale, digits.y, held_out, seed), centring)


def _load(name: str, description: str) -> DataSet:
    with (
        resources.files(__name__).joinpath(f"{name}.npz").open("rb") as file,
        np.load(file, allow_pickle=False) as arrays,
    ):
        return DataSet(
            name=name,
            X=arrays["X"].astype(np.float64),
            y=arrays["y"].astype(np.int64),
            feature_names=_texts(arrays["feature_names"]),
            target_names=_texts(arrays["target_names"]),
            description=description,
        )


def _texts(names: NDArray[Any]) -> tuple[str, ...]:
    return tuple(str(name) for name in names)
