"""A program on a terminal: in memory, or in tmux, which folds its rows when it is resized."""

import codecs
import fcntl
import os
import pty
import re
import select
import shlex
import signal
import struct
import subprocess
import tempfile
import termios
import time

from screen import Screen

PROMPT = "> "


class Session:
    """A program on a terminal in memory."""

    folds = False

    def __init__(self, command, home, rows=24, columns=80, environment=None):
        self.screen = Screen(rows, columns)
        self.raw = b""
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.status = None
        values = {"HOME": home, "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": os.environ["PATH"]}
        values.update(environment or {})
        self.started = time.monotonic()
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execvpe(command[0], command, {k: v for k, v in values.items() if v is not None})
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def pump(self, seconds=0.0):
        """Draws what the program has sent; gives whether it sent anything."""
        ready, _, _ = select.select([self.terminal], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self.terminal, 65536)
        except OSError:
            data = b""
        self.raw += data
        self.screen.feed(self.decoder.decode(data))
        return bool(data)

    def settle(self, quiet=0.15):
        """Waits until the program has been silent for a while."""
        while self.pump(quiet):
            pass
        return self

    def wait(self, condition, what, seconds=5.0):
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                raise AssertionError(f"{what} did not come; the screen shows:\n" + self.picture())
            self.pump(0.02)
        return self

    def sees(self, text, seconds=5.0):
        return self.wait(lambda: text in self.text(), f"‘{text}’", seconds)

    def at_prompt(self, seconds=10.0):
        """Waits for an empty prompt at the cursor."""
        self.wait(lambda: self.before_cursor().rstrip().endswith(PROMPT.strip()), "the prompt", seconds)
        self.prompt = self.before_cursor().rstrip()
        return self

    def send(self, text):
        data = text if isinstance(text, bytes) else text.encode()
        while data:
            sent = os.write(self.terminal, data[:512])
            data = data[sent:]
            self.pump(0)
        return self

    def resize(self, rows, columns):
        self.screen.resize(rows, columns)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        return self.settle()

    def lines(self):
        self.pump(0)
        return self.screen.lines()

    def cursor(self):
        return self.screen.row, self.screen.column

    def text(self):
        return "\n".join(self.lines())

    def picture(self):
        return "\n".join(f"  |{line}" for line in self.lines() if line)

    def before_cursor(self):
        row, column = self.cursor()
        return "".join(self.screen.cells[row][:column])

    def typed(self):
        """What stands behind the prompt in the cursor's row."""
        row, _ = self.cursor()
        return re.split("> ?", self.lines()[row], maxsplit=1)[-1]

    def prompts(self):
        """How many rows begin with a prompt."""
        return sum(1 for line in self.lines() if line.startswith(self.prompt))

    def echoes(self):
        return bool(termios.tcgetattr(self.terminal)[3] & termios.ECHO)

    def kill(self, number):
        os.kill(self.process, number)

    def ended(self, seconds=5.0):
        """Waits for the end; gives the exit status, negative for a signal."""
        end = time.monotonic() + seconds
        while self.status is None:
            try:
                while self.pump(0):
                    pass
            except OSError:
                pass
            done, status = os.waitpid(self.process, os.WNOHANG)
            if done:
                self.status = os.waitstatus_to_exitcode(status)
            elif time.monotonic() > end:
                raise AssertionError("the program did not end; the screen shows:\n" + self.picture())
            else:
                time.sleep(0.01)
        return self.status

    def close(self):
        if self.status is None:
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
        os.close(self.terminal)


class TmuxSession:
    """A program in tmux."""

    folds = True

    def __init__(self, command, home, rows=24, columns=80, environment=None):
        self.socket = tempfile.mktemp(prefix="sen-terminal-")
        values = {"HOME": home, "LANG": "C.UTF-8"}
        values.update(environment or {})
        words = ["env"] + [f"{k}={v}" for k, v in values.items()] + list(command)
        self.tmux("-f", "/dev/null", "new-session", "-d", "-x", str(columns), "-y", str(rows), shlex.join(words))
        self.tmux("set-option", "-g", "status", "off")
        self.tmux("resize-window", "-x", str(columns), "-y", str(rows))

    def tmux(self, *arguments):
        return subprocess.run(["tmux", "-u", "-S", self.socket, *arguments], capture_output=True, text=True).stdout

    def settle(self, quiet=0.3):
        time.sleep(quiet)
        return self

    wait, sees, at_prompt = Session.wait, Session.sees, Session.at_prompt
    text, picture, typed, prompts = Session.text, Session.picture, Session.typed, Session.prompts

    def pump(self, seconds=0.0):
        time.sleep(seconds)

    def send(self, text):
        for part in text.splitlines(keepends=True) if "\x1b" not in text else [text]:
            self.tmux("send-keys", "-H", *[f"{byte:02x}" for byte in part.encode()])
        return self

    def resize(self, rows, columns):
        self.tmux("resize-window", "-x", str(columns), "-y", str(rows))
        return self.settle()

    def lines(self):
        return [line.rstrip() for line in self.tmux("capture-pane", "-p").split("\n")[:-1]]

    def cursor(self):
        row, column = self.tmux("display-message", "-p", "#{cursor_y} #{cursor_x}").split()
        return int(row), int(column)

    def before_cursor(self):
        row, column = self.cursor()
        lines = self.lines()
        return lines[row].ljust(column)[:column] if row < len(lines) else ""

    def close(self):
        self.tmux("kill-server")
        if os.path.exists(self.socket):
            os.unlink(self.socket)
