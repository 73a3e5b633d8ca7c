import errno
import os
import stat
from pathlib import Path

import pytest

from resilience_desktop.domain.progress import Progress
from resilience_desktop.errors import CancelledError, NotWrittenError
from resilience_desktop.services.write_file import write_file, write_new_files


def test_that_a_file_is_written_whole_and_for_its_owner_only(tmp_path):
    path = tmp_path / "journal-summary.pdf"
    path.write_bytes(b"old and longer")
    write_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_that_a_file_whose_writing_is_stopped_is_as_it_was(tmp_path, monkeypatch):
    path, progress = tmp_path / "journal-summary.pdf", Progress()
    path.write_bytes(b"old")
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: progress.cancel())
        with pytest.raises(CancelledError):
            write_file(path, b"new", progress)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
    write_file(path, b"new", late := Progress())
    assert path.read_bytes() == b"new"
    assert not late.cancel()


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "the disk is full"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "read-only"),
        (errno.ENOENT, "the folder is not there any more"),
        (errno.EISDIR, "a folder has this name"),
        (errno.ENAMETOOLONG, "its name is too long"),
        (errno.EIO, "this place could not be written to"),
    ],
)
def test_that_a_failed_write_says_why_and_leaves_the_old_file(tmp_path, monkeypatch, code, reason):
    path = tmp_path / "journal-summary.pdf"
    path.write_bytes(b"old")

    def fail(_):
        raise OSError(code, "CANARY")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(NotWrittenError, match=reason) as caught:
        write_file(path, b"new")
    assert str(caught.value).startswith("The file could not be saved: ")
    assert str(caught.value).endswith(". Choose another place.")
    assert "CANARY" not in str(caught.value)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_that_a_missing_folder_and_a_folder_in_the_way_are_told(tmp_path):
    with pytest.raises(NotWrittenError, match="the folder is not there"):
        write_file(tmp_path / "gone" / "a.pdf", b"x")
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(NotWrittenError):
        write_file(tmp_path / "a.pdf", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


@pytest.mark.parametrize("name", ["journal.db", "journal.keys"])
def test_that_a_report_never_overwrites_a_journal(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"the journal")
    with pytest.raises(NotWrittenError, match="own file"):
        write_file(path, b"a report")
    assert path.read_bytes() == b"the journal"


def test_that_several_files_are_written_together(tmp_path):
    files = {tmp_path / f"page-{n}.png": bytes([n]) for n in range(3)}
    write_new_files(files)
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == files


def test_that_of_several_files_none_is_written_over_one_that_is_there(tmp_path):
    (tmp_path / "page-2.png").write_bytes(b"old")
    with pytest.raises(NotWrittenError, match=r"“page-2\.png” is there already"):
        write_new_files({tmp_path / f"page-{n}.png": b"new" for n in (1, 2)})
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


@pytest.mark.parametrize("done", [0, 1])
def test_that_of_several_files_none_is_left_when_one_cannot_be_written(tmp_path, monkeypatch, done):
    moved = []

    def replace(path, target, real=Path.replace):
        if len(moved) == done:
            raise OSError(errno.ENOSPC, "CANARY")
        moved.append(real(path, target))

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(NotWrittenError, match="the disk is full"):
        write_new_files({tmp_path / f"page-{n}.png": b"new" for n in (1, 2)})
    assert list(tmp_path.iterdir()) == []


def test_that_of_several_files_none_is_left_when_it_is_stopped(tmp_path):
    progress = Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        write_new_files({tmp_path / f"page-{n}.png": b"new" for n in (1, 2)}, progress)
    assert list(tmp_path.iterdir()) == []
