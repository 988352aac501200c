"""From percent scripts to notebooks, exercises and solutions, and to exported HTML."""
