"""A terminal in memory: it draws what a program sends, and cuts its rows when it is resized, as xterm does."""

import re
import unicodedata

SEQUENCE = re.compile(r"\x1b(?:\[([?>]?)([0-9;]*)([@-~])|([78=>cM])|([()][0-9A-Za-z])|\][^\x07\x1b]*(?:\x07|\x1b\\))")


def width(letter):
    """The columns of one letter."""
    if unicodedata.combining(letter) or letter in "\u200b\u200d\ufe0f":
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


class Screen:
    def __init__(self, rows, columns):
        self.rows, self.columns = rows, columns
        self.cells = [[" "] * columns for _ in range(rows)]
        self.scrolled = []
        self.row = self.column = 0
        self.saved = (0, 0)
        self.wraps = False
        self.modes = set()
        self.pending = ""

    def resize(self, rows, columns):
        while len(self.cells) > rows and self.row > 0:
            self.scrolled.append(self.cells.pop(0))
            self.row -= 1
        self.cells = [(line + [" "] * columns)[:columns] for line in self.cells[:rows]]
        self.cells += [[" "] * columns for _ in range(rows - len(self.cells))]
        self.rows, self.columns = rows, columns
        self.row, self.column = min(self.row, rows - 1), min(self.column, columns - 1)

    def lines(self):
        """The rows as text, without the spaces at their ends."""
        return ["".join(cell for cell in row).rstrip() for row in self.cells]

    def feed(self, text):
        text = self.pending + text
        self.pending = ""
        at = 0
        while at < len(text):
            if text[at] == "\x1b":
                found = SEQUENCE.match(text, at)
                if not found:
                    if len(text) - at < 64:
                        self.pending = text[at:]
                        return
                    at += 1
                    continue
                self.sequence(found)
                at = found.end()
            else:
                self.letter(text[at])
                at += 1

    def letter(self, letter):
        if letter == "\r":
            self.column, self.wraps = 0, False
        elif letter == "\n":
            self.down()
        elif letter == "\b":
            self.column, self.wraps = max(0, self.column - 1), False
        elif letter == "\t":
            self.column = min(self.columns - 1, (self.column // 8 + 1) * 8)
        elif letter >= " ":
            self.put(letter)

    def put(self, letter):
        size = width(letter)
        if size == 0:
            at = self.column if self.wraps else max(0, self.column - 1)
            self.cells[self.row][at] += letter
            return
        if self.wraps or self.column + size > self.columns:
            self.column, self.wraps = 0, False
            self.down()
        self.cells[self.row][self.column] = letter
        if size == 2:
            self.cells[self.row][self.column + 1] = ""
        self.column += size
        if self.column >= self.columns:
            self.column, self.wraps = self.columns - 1, True

    def down(self):
        if self.row + 1 < self.rows:
            self.row += 1
            return
        self.scrolled.append(self.cells.pop(0))
        self.cells.append([" "] * self.columns)

    def sequence(self, found):
        mark, numbers, final, single = found.group(1), found.group(2), found.group(3), found.group(4)
        if single == "7":
            self.saved = (self.row, self.column)
        elif single == "8":
            self.row, self.column = self.saved
            self.wraps = False
        if not final:
            return
        values = [int(n) if n else 0 for n in (numbers or "").split(";")]
        if mark == "?":
            for value in values:
                (self.modes.add if final == "h" else self.modes.discard)(value)
            return
        self.control(final, values[0], values)

    def control(self, final, first, values):
        count = max(1, first)
        line = self.cells[self.row]
        if final == "m":
            return
        self.wraps = False
        if final == "A":
            self.row = max(0, self.row - count)
        elif final == "B":
            self.row = min(self.rows - 1, self.row + count)
        elif final == "C":
            self.column = min(self.columns - 1, self.column + count)
        elif final == "D":
            self.column = max(0, self.column - count)
        elif final == "G":
            self.column = min(self.columns - 1, count - 1)
        elif final == "H":
            column = values[1] if len(values) > 1 else 1
            self.row, self.column = min(self.rows, count) - 1, min(self.columns, max(1, column)) - 1
        elif final == "K":
            start, end = {0: (self.column, self.columns), 1: (0, self.column + 1), 2: (0, self.columns)}[first]
            line[start:end] = [" "] * (end - start)
        elif final == "J":
            self.erase(first)
        elif final == "P":
            line[self.column:] = (line[self.column + count:] + [" "] * count)[: self.columns - self.column]
        elif final == "@":
            line[self.column:] = ([" "] * count + line[self.column:])[: self.columns - self.column]
        elif final == "X":
            line[self.column:self.column + count] = [" "] * len(line[self.column:self.column + count])

    def erase(self, how):
        blank = [" "] * self.columns
        if how >= 2:
            self.cells = [blank[:] for _ in range(self.rows)]
            return
        self.cells[self.row][self.column:] = [" "] * (self.columns - self.column)
        for row in range(self.row + 1, self.rows):
            self.cells[row] = blank[:]
