"""Opening JupyterLab on the course."""
