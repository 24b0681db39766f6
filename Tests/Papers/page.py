"""What is wrong with an HTML page for readers who hear it, enlarge it or see no colours: faults(PATH) lists it.

It holds what the checks of axe-core that concern such papers hold: language, title, landmark, order of headings, heads of
tables with their scope, names of pictures and of parts that scroll, identifiers, contrast, no scripts and nothing from
outside. With Chromium the page is also opened, and whatever it puts on its console is a fault.
"""
import html.parser
import os
import re
import shutil
import subprocess
import tempfile

VOID = {"meta", "hr", "br", "link", "img", "input", "path", "rect", "line", "circle"}
HEADING = re.compile("h[1-6]$")


class Node:
    def __init__(self, tag, attributes, parent):
        self.tag, self.parent, self.nodes, self.words = tag, parent, [], ""
        self.attributes = dict(attributes)

    def all(self, *tags):
        for node in self.nodes:
            if not tags or node.tag in tags:
                yield node
            yield from node.all(*tags)

    @property
    def text(self):
        return self.words + "".join(node.text for node in self.nodes)

    def get(self, name):
        return self.attributes.get(name)


class Tree(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.root = self.at = Node("", [], None)
        self.faults = []
        self.feed(text)
        if self.at is not self.root:
            self.faults.append(f"<{self.at.tag}> is not closed")

    def handle_starttag(self, tag, attributes):
        if len(dict(attributes)) < len(attributes):
            self.faults.append(f"<{tag}> has an attribute twice")
        node = Node(tag, attributes, self.at)
        self.at.nodes.append(node)
        if tag not in VOID:
            self.at = node

    def handle_startendtag(self, tag, attributes):
        self.at.nodes.append(Node(tag, attributes, self.at))

    def handle_endtag(self, tag):
        if self.at.tag != tag:
            self.faults.append(f"</{tag}> closes <{self.at.tag}>")
        elif self.at.parent:
            self.at = self.at.parent

    def handle_data(self, words):
        self.at.words += words


def luminance(colour):
    colour = colour.lstrip("#")
    colour = "".join(2 * letter for letter in colour) if len(colour) == 3 else colour
    parts = [int(colour[at:at + 2], 16) / 255 for at in (0, 2, 4)]
    parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    light, dark = sorted([luminance(one), luminance(other)], reverse=True)
    return (light + 0.05) / (dark + 0.05)


def frame(tree):
    page = next(tree.all("html"), None)
    if page is None or page.get("lang") not in ("vi", "en"):
        yield "the page has no language"
    titles = [node for node in tree.all("title") if node.parent.tag == "head"]
    if len(titles) != 1 or not titles[0].text.strip():
        yield "the page has no title"
    views = [node.get("content") or "" for node in tree.all("meta") if node.get("name") == "viewport"]
    if not views or re.search("user-scalable=no|maximum-scale", views[0]):
        yield "the page cannot be enlarged"
    mains = list(tree.all("main"))
    if len(mains) != 1:
        yield f"{len(mains)} parts are the main one"
    body = next(tree.all("body"), Node("", [], None))
    if body.words.strip() or any(node.tag != "main" for node in body.nodes):
        yield "text stands outside the main part"


def outline(tree):
    levels = [int(node.tag[1]) for node in tree.all() if HEADING.match(node.tag)]
    if levels[:1] != [1]:
        yield "the first heading is not of level 1"
    for before, level in zip(levels, levels[1:]):
        if level > before + 1:
            yield f"a heading of level {level} follows one of level {before}"
    for node in tree.all():
        if HEADING.match(node.tag) and not node.text.strip():
            yield f"<{node.tag}> is empty"
    for node in tree.all("ul", "ol"):
        if any(inner.tag != "li" for inner in node.nodes) or not node.nodes:
            yield f"<{node.tag}> holds something else than items"
    for node in tree.all("dl"):
        if [inner.tag for inner in node.nodes] != ["dt", "dd"] * (len(node.nodes) // 2):
            yield "<dl> does not pair labels with values"


def tables(tree):
    for table in tree.all("table"):
        around = table.parent
        name = around.get("aria-label") if around.tag == "div" else None
        if not name or around.get("tabindex") != "0" or around.get("role") not in ("group", "region"):
            yield "a table scrolls, but keys do not reach it or it has no name"
        caption = next(table.all("caption"), None)
        if caption is not None and not caption.text.strip():
            yield "a caption is empty"
        heads = [cell for part in table.all("thead") for cell in part.all("th", "td")]
        if not heads:
            yield f"the table {name} has no head"
        for cell in heads:
            if cell.tag != "th" or cell.get("scope") not in ("col", "colgroup"):
                yield f"a heading of the table {name} has no scope"
        for cell in (cell for part in table.all("tbody") for cell in part.all("th")):
            if cell.get("scope") != "row":
                yield f"a row's name in the table {name} has no scope"
        yield from widths(table, name)


def widths(table, name):
    """Every row has as many cells as the table has columns, those that reach over several rows counted."""
    open_cells, wide = {}, None
    for row in table.all("tr"):
        columns = sum(1 for left in open_cells.values() if left > 0)
        open_cells = {at: left - 1 for at, left in open_cells.items() if left > 1}
        for cell in row.nodes:
            span = int(cell.get("colspan") or 1)
            columns += span
            if int(cell.get("rowspan") or 1) > 1:
                open_cells[(id(cell))] = int(cell.get("rowspan")) - 1
        if wide is not None and columns != wide:
            yield f"a row of the table {name} has {columns} cells, not {wide}"
        wide = wide or columns


def pictures(tree):
    known = {node.get("id"): node for node in tree.all() if node.get("id")}
    for picture in tree.all("svg"):
        if picture.get("role") != "img":
            yield "a picture does not say that it is one"
        names = (picture.get("aria-labelledby") or "").split()
        if len(names) != 2 or any(name not in known or not known[name].text.strip() for name in names):
            yield "a picture has no title or no words for who does not see it"
        if [node.tag for node in picture.nodes[:2]] != ["title", "desc"]:
            yield "a picture does not begin with its title"
    for picture in tree.all("img"):
        if not picture.get("alt"):
            yield "a picture has no words"


def names(tree):
    seen = set()
    for node in tree.all():
        name = node.get("id")
        if name in seen and name:
            yield f"two parts are called {name}"
        seen.add(name)
        for attribute in node.attributes:
            if attribute.startswith("on") or attribute in ("src", "href", "xlink:href"):
                yield f"<{node.tag}> has {attribute}"
        if node.tag in ("script", "iframe", "object", "embed", "link", "base", "form"):
            yield f"<{node.tag}> does not belong into a paper"


def colours(tree):
    """Letters, and what bars and lines are drawn with, against the white of the page."""
    sheet = "".join(node.words for node in tree.all("style"))
    for rule, body in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet):
        for colour in re.findall(r"(?<![-\w])color:\s*(#[0-9a-fA-F]{3,6})", body):
            if contrast(colour, "#fff") < 4.5:
                yield f"{rule.strip()} writes in {colour}, too light on white"
    for mark in tree.all("text"):
        if contrast(mark.get("fill") or "#000", "#fff") < 4.5:
            yield f"a chart writes in {mark.get('fill')}"
        if float(mark.get("font-size") or 13) < 10:
            yield "letters of a chart are too small"
    for mark in tree.all("path", "circle"):
        stroke = mark.get("stroke") or mark.get("fill")
        if stroke and stroke != "none" and mark.get("fill") == "none" and contrast(stroke, "#fff") < 2:
            yield f"a line of a chart is drawn in {stroke}, too light on white"


def faults(path):
    with open(path, encoding="utf-8") as file:
        parsed = Tree(file.read())
    found = list(parsed.faults)
    for check in (frame, outline, tables, pictures, names, colours):
        found += check(parsed.root)
    return found


def console(path):
    """What Chromium says of the page; `None` where there is no Chromium."""
    program = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)
    if not program:
        return None
    with tempfile.TemporaryDirectory() as home:
        words = [program, "--headless", "--disable-gpu", "--no-sandbox", "--no-first-run", f"--user-data-dir={home}",
                 "--enable-logging=stderr", "--v=0", "--virtual-time-budget=2000", "--dump-dom", f"file://{os.path.abspath(path)}"]
        done = subprocess.run(words, capture_output=True, text=True, timeout=120, check=False)
    if "</html>" not in done.stdout:
        return [f"Chromium did not show the page: {done.stderr[-300:]}"]
    said = [line for line in done.stderr.split("\n") if "CONSOLE" in line]
    return said + ([] if "<main>" in done.stdout else ["the main part is missing in Chromium"])
