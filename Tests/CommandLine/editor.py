"""An editor that speaks with ‘sen lsp’ over pipes."""

import json
import select
import time

from program import check


class Editor:
    def __init__(self, place, *options, database=False, locale="en"):
        self.process = place.start(*options, "lsp", stdin=-1, database=database)
        self.count = 0
        self.seen = b""
        self.told = {}
        self.locale = locale
        self.versions = {}

    def begin(self):
        answer = self.ask("initialize", {"processId": None, "rootUri": None, "locale": self.locale, "capabilities": {}})
        self.notify("initialized", {})
        return answer

    def send_bytes(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send(self, message):
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.send_bytes(b"Content-Length: %d\r\n\r\n" % len(data) + data)

    def notify(self, method, parameters):
        self.send({"method": method, "params": parameters})

    def ask(self, method, parameters, whole=False):
        """The result of a request; with ‘whole’, the message of the answer."""
        self.count += 1
        self.send({"id": self.count, "method": method, "params": parameters})
        while True:
            message = self.message()
            if message.get("id") == self.count:
                if whole:
                    return message
                check("error" not in message, f"an answer to {method}", message)
                return message["result"]

    def message(self, seconds=20):
        """The next message; findings are kept by the way."""
        end = time.monotonic() + seconds
        while True:
            head, mark, rest = self.seen.partition(b"\r\n\r\n")
            if mark:
                length = int(head.split(b":")[1])
                if len(rest) >= length:
                    self.seen = rest[length:]
                    message = json.loads(rest[:length])
                    if message.get("method") == "textDocument/publishDiagnostics":
                        self.told[message["params"]["uri"]] = message["params"]
                    return message
            ready, _, _ = select.select([self.process.stdout], [], [], max(0, end - time.monotonic()))
            check(ready, "a message in time", self.seen)
            data = self.process.stdout.read1(1 << 16)
            check(data, "a program that goes on", self.seen, self.process.poll())
            self.seen += data

    def open(self, path, text):
        uri = path.as_uri()
        self.versions[uri] = 1
        self.told.pop(uri, None)
        document = {"uri": uri, "languageId": "sen", "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document})
        return uri

    def change(self, uri, edits):
        """Sends changes of ranges, the last place first."""
        self.versions[uri] += 1
        self.told.pop(uri, None)
        edits = sorted(edits, key=lambda edit: (edit["range"]["start"]["line"], edit["range"]["start"]["character"]))
        changes = [{"range": edit["range"], "text": edit["newText"]} for edit in reversed(edits)]
        self.notify("textDocument/didChange",
                    {"textDocument": {"uri": uri, "version": self.versions[uri]}, "contentChanges": changes})

    def findings(self, uri):
        while self.told.get(uri, {}).get("version") != self.versions[uri]:
            self.message()
        return self.told[uri]["diagnostics"]

    def at(self, uri, line, character, **more):
        return {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}, **more}

    def end(self):
        """Ends the server as an editor does; gives its status."""
        self.ask("shutdown", None)
        self.notify("exit", None)
        self.process.wait(10)
        return self.process.returncode
