"""Finding the folder of the course from wherever a notebook was opened."""

from __future__ import annotations

import pytest

from course_utils import places


@pytest.fixture
def course(tmp_path):
    for folder in ("notebooks", "exercises/deep"):
        (tmp_path / "course" / folder).mkdir(parents=True)
    return tmp_path / "course"


def test_it_is_found_upwards_from_the_working_directory(course, monkeypatch):
    monkeypatch.chdir(course / "exercises" / "deep")
    assert places.course_root() == course


def test_it_is_found_upwards_from_a_given_folder(course):
    assert places.course_root(course / "notebooks") == course


def test_it_is_found_around_the_package_otherwise(course, tmp_path, monkeypatch):
    monkeypatch.setattr(places, "__file__", str(course / "course_utils" / "places.py"))
    assert places.course_root(tmp_path) == course


def test_without_one_the_message_says_where_was_looked(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "__file__", str(tmp_path / "places.py"))
    with pytest.raises(FileNotFoundError, match="no folder with notebooks/ and exercises/"):
        places.course_root(tmp_path)
