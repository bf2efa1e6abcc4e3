"""Texts in, reports out, over one process that stays."""

from __future__ import annotations

import atexit
import contextlib
import json
import subprocess
import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping, Sized
from typing import TYPE_CHECKING, Any, Literal

from dictum.errors import DictumError
from dictum.program import pipeline_file, program
from dictum.report import Report

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

Article = str | Mapping[str, Any]
OnError = Literal["raise", "return"]


class Analyser:
    """A `dictum stream` process with its models loaded; it ends with the `with` block, or with Python."""

    def __init__(self, pipeline: str | Path = "news", *, jobs: int = 1) -> None:
        self.pipeline = pipeline_file(pipeline)
        self._messages = tempfile.TemporaryFile()  # noqa: SIM115
        command = [program(), "stream", self.pipeline, "--jobs", str(jobs)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._messages)
        # The program holds no more lines back than eight a job; two more are always on their way.
        self._ahead = 8 * jobs + 2
        self._lock = threading.Lock()
        self._number = 0
        atexit.register(self.close)

    def __enter__(self) -> Analyser:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def is_running(self) -> bool:
        """Whether the process is still there."""
        return self._process.poll() is None

    def close(self) -> None:
        """End the process."""
        atexit.unregister(self.close)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        self._process.kill()
        self._process.wait()
        self._messages.close()

    def analyse(
        self, texts: Iterable[Article], *, progress: bool = False, errors: OnError = "raise"
    ) -> Iterator[Report | DictumError]:
        """Give a report for each text, in order, while later ones are on their way.

        A text is a string, or a mapping with `text` and, if known, `id`, `title`, `date`, `url`, `language`, `author`,
        `site` and layers in the report's own shape. With `errors="return"`, a text that cannot be analysed gives a
        `DictumError` in its place; otherwise it is raised, and the texts after it are lost.
        """
        texts = _with_progress(texts) if progress else texts
        with self._lock:
            waiting = 0
            try:
                for article in texts:
                    self._send(article)
                    waiting += 1
                    if waiting > self._ahead:
                        waiting -= 1
                        yield self._receive(errors)
                while waiting:
                    waiting -= 1
                    yield self._receive(errors)
            finally:
                # Answers nobody asks for any more must not be taken for those of the next texts.
                for _ in range(waiting):
                    with contextlib.suppress(DictumError):
                        self._receive("return")

    def _send(self, article: Article) -> None:
        content = {"text": article} if isinstance(article, str) else dict(article)
        content.setdefault("id", f"text-{self._number}")
        self._number += 1
        line = json.dumps(content, ensure_ascii=True).encode() + b"\n"
        try:
            if self._process.stdin is None:
                raise self._ended()
            self._process.stdin.write(line)
            self._process.stdin.flush()
        except (OSError, ValueError):
            raise self._ended() from None

    def _receive(self, errors: OnError) -> Report | DictumError:
        line = self._process.stdout.readline() if self._process.stdout else b""
        if not line.endswith(b"\n"):
            raise self._ended()
        content = json.loads(line)
        if "error" not in content:
            return Report(content)
        found = content["error"]
        error = DictumError(found["code"], found["message"], id=content["id"], stage=found["stage"])
        if errors == "raise":
            raise error
        return error

    def _ended(self) -> DictumError:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=5)
        self._messages.seek(0)
        return DictumError.from_output(self._messages.read().decode(errors="replace"), self._process.returncode or 0)


_running: dict[tuple[str, int], Analyser] = {}


def analyse(
    texts: Iterable[Article] | str,
    pipeline: str | Path = "news",
    *,
    jobs: int = 1,
    progress: bool = False,
    errors: OnError = "raise",
) -> Iterator[Report | DictumError]:
    """Analyse texts with a pipeline: a file, or the name of one that comes with Dictum.

    The process is started at the first call and kept for the next one with the same pipeline. See `Analyser.analyse`.
    """
    key = (str(pipeline), jobs)
    running = _running.get(key)
    if running is None or not running.is_running:
        running = _running[key] = Analyser(pipeline, jobs=jobs)
    return running.analyse([texts] if isinstance(texts, str) else texts, progress=progress, errors=errors)


def _with_progress(texts: Iterable[Article]) -> Iterable[Article]:
    from tqdm.auto import tqdm

    total = len(texts) if isinstance(texts, Sized) else None
    shown: Iterable[Article] = tqdm(texts, total=total, unit="article")
    return shown
