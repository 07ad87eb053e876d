"""A folder in, a local web server's address out: it serves as a host of the guide would, compressed and typed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from calculators.calls import call

TYPES = {
    ".mjs": "text/javascript",
    ".js": "text/javascript",
    ".wasm": "application/wasm",
    ".zip": "application/zip",
    ".whl": "application/zip",
}

# Files that a host lets browsers keep, as `_headers` says of them: those named by what they hold.
KEPT = re.compile(r"/release-\w+/|-[0-9a-f]{12}\.\w+$|\.[0-9a-f]{8}\.min\.\w+$")
AXE = Path(__file__).parents[1] / "node_modules" / "axe-core" / "axe.min.js"
# Where `Hosted` serves it, so that a browser reads it once and not for every page anew.
AXE_PATH = "/axe.min.js"


@contextmanager
def serve(folder: Path, handler: type[Handler] | None = None) -> Iterator[str]:
    """Serve `folder` on a free port of this machine until the block ends; gives the address, no slash at its end."""
    server = Quiet(("127.0.0.1", 0), partial(handler or Handler, directory=str(folder)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class Quiet(ThreadingHTTPServer):
    """A server that says nothing when a browser leaves in the middle of an answer."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A page that is left cuts its requests off; that is not a failure."""


class Handler(SimpleHTTPRequestHandler):
    """Sends `name.br` for `name` where the browser takes it, and the types that modules and WebAssembly need."""

    protocol_version = "HTTP/1.1"
    extensions_map = SimpleHTTPRequestHandler.extensions_map | TYPES

    def do_GET(self) -> None:
        """Answer with the compressed copy where there is one."""
        plain = Path(self.translate_path(self.path))
        plain = plain / "index.html" if plain.is_dir() else plain
        packed = plain.with_name(f"{plain.name}.br")
        if "br" not in self.headers.get("Accept-Encoding", "") or not packed.is_file():
            super().do_GET()
            return
        content = packed.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(plain))
        self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Keep requests out of the tests' output."""


class Hosted(Handler):
    """A host of the guide that lets browsers keep what never changes, and has axe beside the pages.

    Its search knows nothing, for to read the index takes each page a third of a second. The search is used in
    `tests/browser/test_content_security_policy.py`, on a host of its own.
    """

    def do_GET(self) -> None:
        """Answer as ever, but for those two."""
        if self.path == AXE_PATH:
            self.send("text/javascript", AXE.read_bytes())
        elif self.path.endswith("/search_index.json"):
            settings = {"lang": ["en"], "separator": " ", "pipeline": [], "fields": {"text": {"boost": 1}}}
            nothing = {"config": settings, "docs": []}
            self.send("application/json", json.dumps(nothing).encode())
        else:
            super().do_GET()

    def send(self, kind: str, content: bytes) -> None:
        """Answer with this."""
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def end_headers(self) -> None:
        """Let what is named by its content be kept."""
        if self.path == AXE_PATH or KEPT.search(self.path):
            self.send_header("Cache-Control", "public, max-age=31536000, immutable")
        super().end_headers()


class Native(Hosted):
    """The same host, but for the calculators' thread: its questions are answered by the same modules in this process.

    For what a page does with answers: to start Python in the browser for each of hundreds of pages would show no more.
    """

    def do_GET(self) -> None:
        """Answer as that host does, but with another script for the thread."""
        if re.search(r"/calculator/worker\.mjs$", self.path):
            self.send("text/javascript", THREAD)
        else:
            super().do_GET()

    def do_POST(self) -> None:
        """Answer a question."""
        name, question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        try:
            self.send("application/json", call(name, json.dumps(question)).encode())
        except Exception as problem:  # as the calculators' own thread does: the page is told, and the thread lives
            self.send_error(500, type(problem).__name__)


# It says what the calculators' own thread says, holds the same lock, and is there a little later.
THREAD = b"""addEventListener("message", async ({ data }) => {
  if ("start" in data) {
    navigator.locks.request(data.start.alive, () => { postMessage({ alive: true }); return new Promise(() => {}); });
    postMessage({ arrived: 1e6, total: 3e6 });
    return setTimeout(() => postMessage({ ready: true }), 100);
  }
  const response = await fetch("/asked", { method: "POST", body: JSON.stringify([data.call, data.question]) });
  const told = response.ok ? { answer: await response.text() } : { broken: response.statusText };
  postMessage({ id: data.id, ...told });
})"""
