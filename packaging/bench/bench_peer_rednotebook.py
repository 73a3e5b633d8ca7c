"""Adds texts to a RedNotebook journal in RedNotebook itself and searches it.

`bench_peers.py` runs this with the Python of RedNotebook, so nothing of ours is imported here. It
opens RedNotebook's own window on a folder, and then does in it what its menu does: writes on at
the end of the day's text and saves the journal. That is measured until the file of the month is
written, and until the window goes on. A search is RedNotebook's own, without the list it is shown
in. What was measured goes into a file: RedNotebook prints what it does.
"""

import importlib
import json
import sys
import time
from pathlib import Path
from types import ModuleType

UNTIL_NEXT_MS = 300


class Driver:
    """Does one thing after the other in the window, as somebody would."""

    def __init__(
        self, module: ModuleType, new_words: str, words: dict[str, str], times: int
    ) -> None:
        """Make RedNotebook's window, and note whenever it has written its files."""
        self.journal = module.Journal()
        self._save, self._storage = module.storage.save_months_to_disk, module.storage
        self._storage.save_months_to_disk = self._save_and_note
        self._new_words, self._words, self._times = new_words, words, times
        self._written = 0.0
        self.in_file: list[float] = []
        self.ready: list[float] = []
        self.search: dict[str, list[float]] = {}

    def step(self) -> bool:
        """Do the next thing; return whether there are more. The window ends with the last."""
        goes_on = False
        try:
            if len(self.ready) < self._times:
                self._add(f"{self._new_words} {len(self.ready)}")
                goes_on = True
            else:
                for name, word in self._words.items():
                    self.search[name] = [self._searched(word) for _ in range(self._times)]
        finally:  # also after an error, which must not leave the window open
            if not goes_on:
                self.journal.exit()
        return goes_on

    def _add(self, text: str) -> None:
        buffer = self.journal.frame.day_text_field.day_text_view.get_buffer()
        buffer.insert(buffer.get_end_iter(), f"\n\n{text}")
        start = time.perf_counter()
        self.journal.save_to_disk()
        self.ready.append(1000 * (time.perf_counter() - start))
        self.in_file.append(1000 * (self._written - start))

    def _save_and_note(self, *arguments: object) -> object:
        something = self._save(*arguments)
        self._written = time.perf_counter()
        return something

    def _searched(self, word: str) -> float:
        start = time.perf_counter()
        hits = self.journal.search(word, [])
        took = 1000 * (time.perf_counter() - start)
        if not any(excerpts for _, excerpts in hits):
            message = "RedNotebook does not find what was written"
            raise ValueError(message)
        return took


def main(arguments: list[str]) -> int:
    """Open the window, add and search so many times, and write down what it took."""
    program, folder, day, new_words, words, times, answer = arguments
    sys.path.insert(0, program)
    sys.argv = ["rednotebook", "--date", day, folder]  # it reads them when it is imported
    module = importlib.import_module("rednotebook.journal")
    driver = Driver(module, new_words, json.loads(words), int(times))
    module.GLib.timeout_add(UNTIL_NEXT_MS, driver.step)
    driver.journal.run(sys.argv)
    if len(driver.search) < len(json.loads(words)):
        return 1
    found = {"in_file": driver.in_file, "ready": driver.ready, "search": driver.search}
    Path(answer).write_text(json.dumps(found), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
