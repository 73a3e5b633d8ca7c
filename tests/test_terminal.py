import io

import pytest

from resilience_desktop import cli, terminal
from resilience_desktop.terminal import told_on


class Terminal(io.StringIO):
    encoding = "ascii"

    def isatty(self):
        return True

    def screen(self):
        """Return what is left to see on the last line."""
        line = ""
        for part in self.getvalue().split("\r"):
            line = part + line[len(part) :]
        return line.rstrip()


@pytest.fixture
def impatient(monkeypatch):
    monkeypatch.setattr(terminal, "_PATIENCE_S", 0)
    monkeypatch.setattr(terminal, "_PAUSE_S", 0)


def test_that_a_terminal_says_how_far_work_is_and_is_clean_afterwards(impatient):
    screen, seen = Terminal(), []
    with told_on(screen) as progress:
        progress.stage("Reading what is in it", until=0.5)
        seen.extend(screen.screen() for _ in progress.each("ab"))
        progress.stage("Übrig")
        progress.tell(1, 1)
        seen.append(screen.screen())
    assert seen == [
        "Reading what is in it  0 %",
        "Reading what is in it  25 %",
        r"\xdcbrig  100 %",
    ]
    assert screen.screen() == ""
    assert screen.getvalue().endswith("\r")


def test_that_short_work_says_nothing():
    screen = Terminal()
    with told_on(screen) as progress:
        list(progress.each(range(1000)))
    assert screen.getvalue() == ""


@pytest.mark.parametrize("stream", [None, io.StringIO()])
def test_that_nothing_is_told_where_nobody_looks(impatient, stream):
    with told_on(stream) as progress:
        list(progress.each("ab"))
    assert progress.fraction == 1
    assert stream is None or stream.getvalue() == ""


def test_that_a_terminal_that_has_gone_does_not_stop_the_work(impatient, monkeypatch):
    screen = Terminal()

    def gone(_words):
        raise OSError

    monkeypatch.setattr(screen, "write", gone)
    with told_on(screen) as progress:
        list(progress.each("ab"))
    assert progress.fraction == 1


def test_that_the_line_is_gone_when_work_is_interrupted(impatient):
    screen = Terminal()

    def interrupted():
        with told_on(screen) as progress:
            progress.tell(1, 2)
            assert screen.screen().strip() == "50 %"
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert screen.screen() == ""


@pytest.mark.parametrize(("options", "told"), [([], True), (["--json"], False)])
def test_that_commands_tell_people_and_not_programs(
    impatient, folder, tmp_path, monkeypatch, capsys, options, told
):
    table = tmp_path / "daylio.csv"
    table.write_text("full_date,mood,activities\n2026-05-01,good,walk\n", encoding="utf-8")
    screen = Terminal()
    monkeypatch.setattr("sys.stderr", screen)
    place = ["--journal", str(folder), *options]
    for words in (
        ["create", "--no-passphrase"],
        ["import", str(table)],
        ["export", "--to", str(tmp_path / "x.json")],
        ["verify"],
    ):
        assert cli.run(cli.parser().parse_args([*place, *words])) == 0
    for words in ("Reading the file", "Adding what is new", "Writing the file", "Checking"):
        assert (words in screen.getvalue()) == told
    assert screen.screen() == ""
