"""The one exception that is meant to be read by a person."""


class CourseError(Exception):
    """Something could not be done; the text is one line that says what, why and what to do."""
