"""Firefox and WebKitGTK, each driven by the standard that it speaks: WebDriver BiDi and WebDriver.

https://www.w3.org/TR/webdriver-bidi/, https://www.w3.org/TR/webdriver2/. Both take the same actions of mouse
and keys, so that a reader is written once, for both.
"""

import itertools
import json
import os
import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from websockets.sync.client import connect

SIZE = {"width": 1280, "height": 900}
PATIENCE = 60
KEYS = {"Tab": "\ue004", "Enter": "\ue007", "Control": "\ue009", "Escape": "\ue00c", "ArrowDown": "\ue015"}

# The middle of what is seen of an element, once it is in view and nothing moves.
MIDDLE = """(() => {
  const element = [...document.querySelectorAll(%s)].find((one) => one.checkVisibility());
  if (!element) return null;
  element.scrollIntoView({ block: "center", behavior: "instant" });
  const { left, top, width, height } = element.getBoundingClientRect();
  return [Math.round(left + Math.min(width, 40) / 2), Math.round(top + height / 2)];
})()"""


@dataclass(frozen=True)
class Reader:
    """A person at a browser: `go` opens an address, `look` evaluates an expression, `act` uses the hands."""

    go: Callable[[str], object]
    look: Callable[[str], Any]
    act: Callable[[list[dict[str, object]]], object]

    def wait(self, expression: str) -> Any:  # noqa: ANN401 (whatever JSON can say)
        """Return what an expression gives as soon as that counts as true."""
        deadline = time.monotonic() + PATIENCE
        while not (value := self.look(expression)):
            assert time.monotonic() < deadline, expression
            time.sleep(0.05)
        return value

    def see(self, selector: str) -> str:
        """Return the text of the first element that can be seen, as soon as there is one."""
        visible = (
            f"[...document.querySelectorAll({json.dumps(selector)})].find((one) => one.checkVisibility())"
        )
        text: str = self.wait(f"(() => {{ const one = {visible}; return one && ` ${{one.textContent}}` }})()")
        return text.strip()

    def click(self, selector: str) -> None:
        """Click an element as soon as it can be seen."""
        x, y = self.wait(MIDDLE % json.dumps(selector))
        steps = [{"type": "pointerMove", "x": x, "y": y}, {"type": "pointerDown", "button": 0}]
        steps.append({"type": "pointerUp", "button": 0})
        self.act([{"type": "pointer", "id": "mouse", "actions": steps}])

    def press(self, *keys: str) -> None:
        """Press keys together."""
        values = [KEYS.get(key, key) for key in keys]
        steps = [{"type": "keyDown", "value": value} for value in values]
        steps += [{"type": "keyUp", "value": value} for value in reversed(values)]
        self.act([{"type": "key", "id": "keyboard", "actions": steps}])

    def type(self, text: str) -> None:
        """Press the keys of a text, one after the other."""
        for character in text:
            self.press(character)

    def choose(self, selector: str, beginning: str) -> None:
        """Choose from a list by the keyboard, by how the choice begins."""
        self.wait(f"document.querySelector({json.dumps(selector)}).focus() ?? true")
        self.type(beginning)


@contextmanager
def start(command: list[str], **options: Any) -> Iterator[subprocess.Popen[str]]:  # noqa: ANN401 (Popen's own)
    """Run a program until it is needed no more."""
    with subprocess.Popen(command, text=True, **options) as process:
        try:
            yield process
        finally:
            process.terminate()


@contextmanager
def open_firefox(folder: Path) -> Iterator[Reader]:
    """Start Firefox with a new profile in a folder."""
    firefox = shutil.which("firefox-esr") or shutil.which("firefox")
    if not firefox:
        raise FileNotFoundError("Firefox is missing: install it so that the command firefox is found.")
    command = [
        firefox,
        "--headless",
        "--new-instance",
        "--profile",
        str(folder),
        "--remote-debugging-port",
        "0",
    ]
    with start(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL) as process:
        found = (re.search(r"BiDi listening on (ws:\S+)", line) for line in process.stderr or [])
        address = next(filter(None, found))[1]
        with connect(f"{address}/session", max_size=None) as channel:
            numbers = itertools.count()

            def call(method: str, **parameters: object) -> dict[str, Any]:
                number = next(numbers)
                channel.send(json.dumps({"id": number, "method": method, "params": parameters}))
                while (answer := json.loads(channel.recv(PATIENCE))).get("id") != number:
                    pass
                assert "result" in answer, answer
                result: dict[str, Any] = answer["result"]
                return result

            def look(expression: str) -> Any:  # noqa: ANN401 (whatever JSON can say)
                text = f"JSON.stringify({expression}) ?? 'null'"
                found = call("script.evaluate", expression=text, target={"context": tab}, awaitPromise=True)
                return json.loads(found["result"]["value"])

            call("session.new", capabilities={})
            tab = call("browsingContext.create", type="tab")["context"]
            call("browsingContext.setViewport", context=tab, viewport=SIZE)
            yield Reader(
                go=lambda url: call("browsingContext.navigate", context=tab, url=url, wait="complete"),
                look=look,
                act=lambda actions: call("input.performActions", context=tab, actions=actions),
            )
            call("browser.close")


@contextmanager
def open_display() -> Iterator[str]:
    """Start a display that nobody sees; WebKitGTK draws on one only."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]
    with start(command, pass_fds=[writing], stderr=subprocess.DEVNULL), os.fdopen(reading) as numbers:
        os.close(writing)
        yield f":{numbers.readline().strip()}"


@contextmanager
def open_webkit(folder: Path) -> Iterator[Reader]:
    """Start WebKitGTK's own small browser, which keeps what it keeps in a folder."""
    if not shutil.which("WebKitWebDriver") or not shutil.which("Xvfb"):
        raise FileNotFoundError("WebKitGTK is missing: on Debian, install webkit2gtk-driver and xvfb.")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with open_display() as display:
        own = {**os.environ, "DISPLAY": display, "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
        quiet = subprocess.DEVNULL
        with start(["WebKitWebDriver", f"--port={port}"], env=own, stdout=quiet, stderr=quiet):
            wait_for(port)
            yield from _open_session(f"http://127.0.0.1:{port}/session")


def wait_for(port: int) -> None:
    """Wait until something listens at a port."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            assert time.monotonic() < deadline
            time.sleep(0.05)


def _open_session(sessions: str) -> Iterator[Reader]:
    def call(path: str, method: str = "POST", **parameters: object) -> Any:  # noqa: ANN401 (whatever JSON can say)
        request = urllib.request.Request(sessions + path, json.dumps(parameters).encode(), method=method)
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as response:
                return json.load(response)["value"]
        except urllib.error.HTTPError as error:
            raise AssertionError(error.read().decode()) from error

    session = f"/{call('', capabilities={})['sessionId']}"
    call(f"{session}/window/rect", **SIZE)
    yield Reader(
        go=lambda url: call(f"{session}/url", url=url),
        look=lambda expression: call(f"{session}/execute/sync", script=f"return {expression}", args=[]),
        act=lambda actions: call(f"{session}/actions", actions=actions),
    )
    call(session, "DELETE")
