"""The developer's commands, which must explain themselves on any machine."""

from __future__ import annotations

import importlib
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
LOCK = PACKAGING / "requirements.lock"


def canonical(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def name_of(requirement):
    return canonical(re.match(r"[\w.-]+", requirement).group())


def locked_requirements():
    """Return each requirement of the lock with its hashes, as one line."""
    lines = LOCK.read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.fixture
def dev(monkeypatch):
    monkeypatch.syspath_prepend(str(PACKAGING))
    return SimpleNamespace(
        main=importlib.import_module("dev"),
        environment=importlib.import_module("dev_environment"),
        libraries=importlib.import_module("dev_libraries"),
        DevError=importlib.import_module("dev_errors").DevError,
    )


@pytest.fixture
def machine(dev, monkeypatch):
    """Stand in for the machine: writes down what would be started, and answers as told."""
    fake = FakeMachine()
    monkeypatch.setattr(subprocess, "run", fake.run)
    monkeypatch.setattr(dev.main.os, "execv", lambda _path, command: fake.become(command))
    monkeypatch.setattr(dev.main.os, "chdir", lambda _folder: None)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")  # undoes what the test command sets
    return fake


class FakeMachine:
    def __init__(self):
        self.started = []
        self.missing_libraries = []
        self.makes_venvs = True
        self.failures = {}

    def run(self, command, **_options):
        command = [str(part) for part in command]
        self.started.append(command)
        for words, said in self.failures.items():
            if words in " ".join(command):
                return SimpleNamespace(returncode=1, stdout=said, stderr=said)
        if command[1:3] == ["-m", "venv"]:
            self._make_venv(Path(command[3]))
        return SimpleNamespace(returncode=0, stdout=self._answer(command), stderr=b"")

    def become(self, command):
        self.run(command)
        raise SystemExit(0)

    def joined(self):
        return [" ".join(command) for command in self.started]

    def _answer(self, command):
        if "ctypes" in " ".join(command):
            return json.dumps(self.missing_libraries).encode()
        if "ensurepip" in " ".join(command):
            answer = {
                "version": [3, 12],
                "identity": "3.12.1 in /opt/python",
                "executable": "/opt/python/bin/python3",
                "makes_venvs": self.makes_venvs,
            }
            return json.dumps(answer).encode()
        return b""

    @staticmethod
    def _make_venv(folder):
        for python in (folder / "bin" / "python", folder / "Scripts" / "python.exe"):
            python.parent.mkdir(parents=True)
            python.touch()


@pytest.fixture
def checkout(dev, tmp_path):
    """Make a checkout with nothing but what setting up reads, and return its environment."""
    root = tmp_path / "a folder with spaces, é"
    (root / "packaging").mkdir(parents=True)
    (root / "packaging" / "requirements.lock").write_text("numpy==1\n", encoding="utf-8")
    (root / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    return dev.environment.Environment(root)


def on_linux_with_apt(dev, monkeypatch, *, root):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(dev.libraries, "is_root", lambda: root)
    monkeypatch.setattr(dev.libraries.shutil, "which", lambda name: "/usr/bin/" + name)


def test_that_every_locked_package_has_hashes():
    requirements = locked_requirements()
    assert len(requirements) > 40
    for requirement in requirements:
        assert "==" in requirement
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", requirement), requirement


def test_that_the_lock_names_no_package_index():
    text = LOCK.read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*--?(?!hash=)\w", text, flags=re.MULTILINE)


def test_that_the_lock_covers_what_the_project_needs():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    needed = (
        project["project"]["dependencies"]
        + project["dependency-groups"]["dev"]
        + project["build-system"]["requires"]
        + ["editables"]
    )
    locked = {name_of(requirement) for requirement in locked_requirements()}
    assert {name_of(requirement) for requirement in needed} <= locked


def test_that_the_packaging_folder_does_not_hide_the_packaging_library():
    assert not (PACKAGING / "__init__.py").exists()


def test_that_help_names_every_command(dev, capsys):
    assert dev.main.main(["--help"]) == 0
    said = capsys.readouterr().out
    assert all(f"\n  {name} " in said for name in dev.main.COMMANDS)


def test_that_an_unknown_command_is_answered_with_a_sentence(dev, capsys):
    assert dev.main.main(["fly"]) == 1
    assert "no command 'fly'" in capsys.readouterr().err


def test_that_the_help_works_from_any_folder(tmp_path):
    done = subprocess.run(
        [sys.executable, str(PACKAGING / "dev.py"), "--help"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("Usage:")


def test_that_the_first_use_sets_up_and_the_second_starts_only_the_wanted_program(
    dev, machine, checkout
):
    checkout.prepare()
    assert any("--require-hashes" in command for command in machine.joined())
    assert any("--no-build-isolation" in command for command in machine.joined())

    machine.started.clear()
    with pytest.raises(SystemExit):
        dev.main.run(checkout, ["--demo"])
    wanted = [str(checkout.python), "-m", "resilience_desktop", "--demo"]
    assert machine.started == [wanted]


def test_that_an_interrupted_setup_is_made_anew(dev, machine, checkout):
    machine.failures = {"--no-build-isolation": b"ERROR: interrupted"}
    with pytest.raises(dev.DevError):
        checkout.prepare()
    machine.failures = {}
    machine.started.clear()

    checkout.prepare()
    assert any("-m venv" in command for command in machine.joined())


def test_that_a_new_lock_means_a_new_environment(machine, checkout):
    checkout.prepare()
    left_over = checkout.folder / "left-over"
    left_over.touch()
    checkout.lock.write_text("numpy==2\n", encoding="utf-8")
    checkout.prepare()
    assert not left_over.exists()


def test_that_a_changed_project_file_only_reinstalls_the_project(machine, checkout):
    checkout.prepare()
    machine.started.clear()
    (checkout.root / "pyproject.toml").write_text("[project]\nname='x'\n", encoding="utf-8")
    checkout.prepare()
    pip_calls = [command for command in machine.joined() if "-m pip" in command]
    assert len(pip_calls) == 1
    assert "--no-build-isolation" in pip_calls[0]


def test_that_a_moved_checkout_gets_a_new_environment(dev, machine, checkout):
    checkout.prepare()
    machine.started.clear()
    moved = checkout.root.rename(checkout.root.with_name("moved"))
    dev.environment.Environment(moved).prepare()
    assert any("-m venv" in command for command in machine.joined())


def test_that_tests_run_without_a_screen_and_on_several_cores(dev, machine, checkout, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    checkout.prepare()
    with pytest.raises(SystemExit):
        dev.main.test(checkout, ["-k", "mood"])
    assert dev.main.os.environ["QT_QPA_PLATFORM"] == "offscreen"
    assert machine.started[-1][1:] == ["-m", "pytest", "-q", "-n", "auto", "-k", "mood"]


def test_that_check_runs_all_checkers_and_names_the_one_that_failed(dev, machine, checkout, capfd):
    checkout.prepare()
    machine.failures = {"-m mypy": b""}
    assert dev.main.check(checkout, []) == 1
    assert "lint-imports" in machine.joined()[-1]
    assert capfd.readouterr().out.splitlines()[-1] == "Found something: mypy"

    machine.failures = {}
    assert dev.main.check(checkout, []) == 0


def test_that_a_python_that_is_too_old_is_answered_with_a_sentence(
    dev, machine, checkout, monkeypatch
):
    monkeypatch.setattr(sys, "version_info", (3, 8, 18))
    monkeypatch.setattr(dev.environment.shutil, "which", lambda _name: None)
    with pytest.raises(dev.DevError, match=r"needs Python 3\.11 to 3\.14; this is Python 3\.8"):
        checkout.prepare()
    assert not checkout.folder.exists()


def test_that_a_newer_python_on_the_path_is_used_in_place_of_one_too_old(
    dev, machine, checkout, monkeypatch
):
    monkeypatch.setattr(sys, "version_info", (3, 8, 18))
    which = {"python3.12": "/opt/python/bin/python3.12"}.get
    monkeypatch.setattr(dev.environment.shutil, "which", which)
    checkout.prepare()
    assert ["/opt/python/bin/python3", "-m", "venv", str(checkout.folder)] in machine.started

    machine.started.clear()
    checkout.prepare()
    assert machine.started == []


def test_that_a_missing_venv_module_is_answered_with_a_sentence(
    dev, machine, checkout, monkeypatch
):
    machine.makes_venvs = False
    on_linux_with_apt(dev, monkeypatch, root=False)
    with pytest.raises(dev.DevError, match="lacks the venv module") as raised:
        checkout.prepare()
    assert "apt-get install --yes python3-venv" in str(raised.value)


def test_that_no_network_is_answered_with_a_sentence(dev, machine, checkout):
    machine.failures = {
        "--require-hashes": b"WARNING: Retrying after connection broken by "
        b"'NewConnectionError(...)'\nERROR: No matching distribution found for numpy==1"
    }
    with pytest.raises(dev.DevError, match="no network"):
        checkout.prepare()


def test_that_a_machine_without_builds_is_told_what_is_supported(dev, machine, checkout):
    machine.failures = {"--require-hashes": b"ERROR: No matching distribution found for pyside6"}
    with pytest.raises(dev.DevError, match="no build for this machine"):
        checkout.prepare()


def test_that_errors_of_setting_up_are_shown_without_a_traceback(
    dev, machine, checkout, monkeypatch, capsys
):
    machine.makes_venvs = False
    monkeypatch.setattr(dev.main, "Environment", lambda _root: checkout)
    assert dev.main.main(["run"]) == 1
    said = capsys.readouterr().err
    assert "lacks the venv module" in said
    assert "Traceback" not in said


def test_that_a_missing_library_is_answered_with_one_command_when_not_root(
    dev, machine, monkeypatch
):
    on_linux_with_apt(dev, monkeypatch, root=False)
    machine.missing_libraries = ["libEGL.so.1", "libxcb-cursor.so.0"]
    with pytest.raises(dev.DevError) as raised:
        dev.libraries.ensure_libraries("python3")
    command = "sudo apt-get install --yes --no-install-recommends libegl1 libxcb-cursor0"
    assert str(raised.value).count("apt-get") == 1
    assert command in str(raised.value)


def test_that_a_missing_library_is_installed_when_root(dev, machine, monkeypatch):
    on_linux_with_apt(dev, monkeypatch, root=True)
    looks = iter([["libEGL.so.1"], []])
    monkeypatch.setattr(dev.libraries, "missing_libraries", lambda _python: next(looks))
    dev.libraries.ensure_libraries("python3")
    assert [command[:2] for command in machine.started] == [
        ["apt-get", "update"],
        ["apt-get", "install"],
    ]
    assert machine.started[-1][-1] == "libegl1"


def test_that_one_package_unknown_to_apt_does_not_stop_the_others(dev, machine, monkeypatch):
    on_linux_with_apt(dev, monkeypatch, root=True)
    machine.missing_libraries = ["libEGL.so.1", "libGL.so.1"]
    machine.failures = {"libegl1": b""}
    with pytest.raises(dev.DevError, match="Still missing"):
        dev.libraries.ensure_libraries("python3")
    installs = [command for command in machine.joined() if command.startswith("apt-get install")]
    assert [command.split("--no-install-recommends ")[1] for command in installs] == [
        "libegl1 libgl1",
        "libegl1",
        "libgl1",
    ]


def test_that_a_linux_without_apt_is_told_what_is_missing_and_goes_on(
    dev, machine, monkeypatch, capsys
):
    on_linux_with_apt(dev, monkeypatch, root=True)
    monkeypatch.setattr(dev.libraries.shutil, "which", lambda _name: None)
    machine.missing_libraries = ["libEGL.so.1"]
    dev.libraries.ensure_libraries("python3")
    assert "libEGL.so.1" in capsys.readouterr().err


def test_that_strace_is_installed_when_root(dev, machine, monkeypatch):
    on_linux_with_apt(dev, monkeypatch, root=True)
    monkeypatch.setattr(dev.libraries.shutil, "which", lambda name: name != "strace")
    dev.libraries.ensure_strace()
    assert machine.started[-1][:2] == ["apt-get", "install"]
    assert machine.started[-1][-1] == "strace"


def test_that_trials_run_without_strace_when_not_root(dev, machine, monkeypatch, capsys):
    on_linux_with_apt(dev, monkeypatch, root=False)
    monkeypatch.setattr(dev.libraries.shutil, "which", lambda name: name != "strace")
    dev.libraries.ensure_strace()
    assert machine.started == []
    assert "strace is missing" in capsys.readouterr().err


def test_that_strace_is_not_installed_twice(dev, machine, monkeypatch):
    on_linux_with_apt(dev, monkeypatch, root=True)
    dev.libraries.ensure_strace()
    assert machine.started == []
