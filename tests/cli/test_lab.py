"""`course lab`: where JupyterLab opens, with which settings and which connection."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from course_utils.cli import course
from course_utils.lab.launch import CONFIG_FOLDER, config_path, connection, find_notebook

SETTINGS = CONFIG_FOLDER / "labconfig" / "default_setting_overrides.json"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course with a start page, a lesson and a sheet; the working directory lies within it."""
    for name in ("notebooks/00_start_here", "notebooks/02_demo", "exercises/02_demo"):
        path = tmp_path / f"{name}.ipynb"
        path.parent.mkdir(exist_ok=True)
        path.touch()
    monkeypatch.chdir(tmp_path / "exercises")
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", "")
    return tmp_path


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The arguments of each JupyterLab that would have been started."""
    from jupyterlab.labapp import LabApp

    calls: list[list[str]] = []
    monkeypatch.setattr(LabApp, "launch_instance", calls.append)
    return calls


def lab(*arguments: str):
    return CliRunner().invoke(course, ["lab", *arguments])


class TestLab:
    def test_opens_the_start_page_on_the_courses_root(self, root, started):
        assert lab().exit_code == 0
        assert f"--ServerApp.root_dir={root}" in started[0]
        assert "--LabApp.default_url=/lab/tree/notebooks/00_start_here.ipynb" in started[0]

    @pytest.mark.parametrize(
        ("named", "opened"),
        [
            ("00_start_here", "notebooks/00_start_here.ipynb"),
            ("02_demo", "exercises/02_demo.ipynb"),  # the one in the working directory
            ("notebooks/02_demo.ipynb", "notebooks/02_demo.ipynb"),
            ("../notebooks/02_demo", "notebooks/02_demo.ipynb"),
        ],
    )
    def test_opens_a_notebook_by_name_or_path(self, root, started, named, opened):
        lab(named)
        assert f"--LabApp.default_url=/lab/tree/{opened}" in started[0]

    def test_finds_no_notebook_outside_the_course(self, root):
        (root.parent / "other.ipynb").touch()
        assert find_notebook(root, str(root.parent / "other.ipynb")) is None

    def test_passes_its_options_and_what_follows_two_dashes(self, root, started):
        lab("--no-browser", "--port", "9999", "--", "--ServerApp.token=x", "--debug")
        assert started[0][-4:] == [
            "--no-browser",
            "--ServerApp.port=9999",
            "--ServerApp.token=x",
            "--debug",
        ]

    def test_is_started_for_root_too_with_a_notice(self, root, started, monkeypatch):
        monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
        result = lab()
        assert result.exit_code == 0
        assert "--allow-root" in started[0]
        assert "You are root" in result.stderr
        assert result.stderr.count("\n") == 1

    @pytest.mark.parametrize("said", ["--allow-root", "--ServerApp.allow_root=True"])
    def test_says_nothing_to_root_who_asked_for_it(self, root, started, monkeypatch, said):
        monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
        result = lab("--", said)
        assert started[0].count("--allow-root") == (said == "--allow-root")
        assert result.stderr == ""

    def test_leaves_everybody_else_alone(self, root, started, monkeypatch):
        monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
        assert lab().stderr == ""
        assert "--allow-root" not in started[0]

    def test_says_so_where_the_start_page_is_not_built(self, root, started):
        (root / "notebooks" / "00_start_here.ipynb").unlink()
        result = lab()
        assert result.exit_code == 1
        assert "course build" in result.stderr

    def test_says_so_where_jupyterlab_is_missing(self, root, monkeypatch):
        monkeypatch.setitem(sys.modules, "jupyterlab.labapp", None)
        result = lab()
        assert result.exit_code == 1
        assert "pip install jupyterlab" in result.stderr
        assert result.stderr.count("\n") == 1


class TestSettings:
    def test_are_found_by_jupyterlab(self, monkeypatch):
        from jupyter_server.services.config.manager import ConfigManager

        monkeypatch.setenv("JUPYTER_CONFIG_PATH", config_path({}))
        found = ConfigManager(config_dir_name="labconfig").get("default_setting_overrides")
        assert found == json.loads(SETTINGS.read_text(encoding="utf-8"))

    def test_come_before_a_path_that_is_already_set(self):
        joined = config_path({"JUPYTER_CONFIG_PATH": "elsewhere"})
        assert joined == os.pathsep.join([str(CONFIG_FOLDER), "elsewhere"])

    def test_are_settings_that_this_jupyterlab_has(self):
        from jupyterlab.commands import get_app_dir

        schemas = Path(get_app_dir()) / "schemas"
        for plugin, values in json.loads(SETTINGS.read_text(encoding="utf-8")).items():
            package, name = plugin.split(":")
            schema = json.loads((schemas / package / f"{name}.json").read_text(encoding="utf-8"))
            assert set(values) <= set(schema["properties"]), plugin

    def test_are_shipped_with_the_package(self):
        """pyproject.toml installs the same file where JupyterLab looks by itself."""
        project = Path(__file__).parents[2]
        text = (project / "pyproject.toml").read_text(encoding="utf-8")
        assert (
            f'"{SETTINGS.relative_to(project).as_posix()}" = "share/jupyter/lab/settings/' in text
        )


class TestTheConnection:
    def test_is_given_to_jupyter_server(self):
        (option,) = connection(progress=pytest.fail)
        assert option == (
            "--ServerApp.kernel_websocket_connection_class="
            "course_utils.lab.connection.PromptConnection"
        )

    def test_is_accepted_by_jupyter_server(self):
        from jupyter_server.serverapp import ServerApp

        name = connection(progress=pytest.fail)[0].split("=")[1]
        server = ServerApp(kernel_websocket_connection_class=name)
        assert server.kernel_websocket_connection_class.__name__ == "PromptConnection"

    def test_tells_the_socket_not_to_wait_before_it_connects(self, monkeypatch):
        from course_utils.lab.connection import PromptConnection, ZMQChannelsWebsocketConnection

        said: list[object] = []

        class Handler:
            def set_nodelay(self, value: bool) -> None:
                said.append(value)

        monkeypatch.setattr(PromptConnection, "websocket_handler", Handler())
        monkeypatch.setattr(
            ZMQChannelsWebsocketConnection, "connect", lambda self: said.append("connected")
        )
        PromptConnection.connect(PromptConnection.__new__(PromptConnection))
        assert said == [True, "connected"]

    def test_is_done_without_where_jupyter_server_is_another(self, monkeypatch):
        module = "jupyter_server.services.kernels.connection.channels"
        monkeypatch.setitem(sys.modules, module, None)
        monkeypatch.delitem(sys.modules, "course_utils.lab.connection", raising=False)
        said: list[str] = []
        assert connection(said.append) == []
        assert len(said) == 1
        assert said[0].startswith("Widgets will be less smooth")
