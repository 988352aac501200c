"""Instructor guides: what instructors alone need, joined with what lessons and catalog say."""
