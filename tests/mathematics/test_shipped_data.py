"""The data sets in the package are scikit-learn's, documented, and safe to change."""

import hashlib
import re
import runpy
from importlib import resources

import numpy as np
import pytest
from sklearn import datasets

from course_utils.data import load_breast_cancer, load_digits

LOADERS = {"breast_cancer": load_breast_cancer, "digits": load_digits}
FOLDER = resources.files("course_utils.data")
README = FOLDER.joinpath("README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", LOADERS)
class TestEachDataSet:
    def test_equals_scikit_learns(self, name):
        ours, theirs = LOADERS[name](), getattr(datasets, f"load_{name}")()
        np.testing.assert_array_equal(ours.X, theirs.data, strict=True)
        np.testing.assert_array_equal(ours.y, theirs.target)
        assert ours.feature_names == tuple(str(text) for text in theirs.feature_names)
        assert ours.target_names == tuple(str(text) for text in theirs.target_names)

    def test_is_the_file_whose_sha256_the_readme_gives(self, name):
        digest = hashlib.sha256(FOLDER.joinpath(f"{name}.npz").read_bytes()).hexdigest()
        row = next(line for line in README.splitlines() if line.startswith(f"| `{name}.npz`"))
        assert digest in row

    def test_can_be_changed_without_harm_to_the_next_reader(self, name):
        first = LOADERS[name]()
        first.X[:] = -1.0
        first.y[:] = -1
        second = LOADERS[name]()
        assert second.X.min() >= 0
        assert second.y.min() == 0

    def test_has_a_name_for_every_column_and_every_class(self, name):
        data = LOADERS[name]()
        assert len(data.feature_names) == data.X.shape[1]
        assert len(data.target_names) == len(np.unique(data.y))

    def test_is_made_by_the_command_in_the_readme(self, name, tmp_path, monkeypatch):
        """Array by array: the bytes depend on the version of zlib, the numbers must not."""
        script = tmp_path / "make.py"
        script.write_text(re.search(r"```python\n(.*?)```", README, re.S)[1], encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        runpy.run_path(str(script))
        with (
            np.load(tmp_path / f"{name}.npz", allow_pickle=False) as made,
            FOLDER.joinpath(f"{name}.npz").open("rb") as file,
            np.load(file, allow_pickle=False) as shipped,
        ):
            assert set(made) == set(shipped)
            for key in shipped:
                np.testing.assert_array_equal(made[key], shipped[key], strict=True)


class TestWhatTheNumbersMean:
    def test_malignant_is_0_and_benign_1(self):
        data = load_breast_cancer()
        assert data.target_names == ("malignant", "benign")
        np.testing.assert_array_equal(np.bincount(data.y), [212, 357])

    def test_malignant_tumours_have_the_larger_nuclei(self):
        """The coding again, from the measurements themselves."""
        data = load_breast_cancer()
        radius = data.X[:, data.feature_names.index("mean radius")]
        assert radius[data.y == 0].mean() > radius[data.y == 1].mean()

    def test_digits_are_whole_pixel_counts_up_to_16(self):
        X = load_digits().X
        assert X.shape == (1797, 64)
        assert set(np.unique(X)) == set(range(17))

    def test_the_readme_names_the_licence_and_both_sources(self):
        for text in ("CC BY 4.0", "BSD 3-Clause", "10.24432/C5DW2B", "10.24432/C50P49"):
            assert text in README

    def test_a_data_set_shows_itself_in_one_line(self):
        assert repr(load_digits()) == "DataSet('digits', 1797 samples, 64 features)"
