#!/usr/bin/env python3
"""Runs the tools for scripts from outside: fmt, check, test, lsp, and what editors are given.

    Tests/CommandLine/tools.py [--only WORD] PROGRAM
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import time

from editor import Editor
from program import Cases, LeftOut, check, findings

case = Cases()
editors = pathlib.Path(__file__).resolve().parents[2] / "Editors"

UNTIDY = 'list   units|where name="a"   # đếm\n\n\n\nif 1=1 then\nlog info "x  y"\nend'
TIDY = 'list units | where name = "a" # đếm\n\nif 1 = 1 then\n  log info "x  y"\nend\n'


@case("fmt: files, standard input, --check, permissions, links")
def formats(place):
    path = place.write("a.sen", UNTIDY)
    path.chmod(0o640)
    (place.folder / "link.sen").symlink_to(path)
    answer = place.run("fmt", "--check", path)
    check(answer.status == 1 and answer.out.splitlines() == [str(path)], "the file is named, status 1", answer)
    check(path.read_text() == UNTIDY, "nothing is written")
    answer = place.run("fmt", place.folder / "link.sen")
    check(answer.status == 0 and not answer.out and not answer.err, "silence", answer)
    check(path.read_text() == TIDY, "the usual form", path.read_text())
    check(path.stat().st_mode & 0o777 == 0o640, "the permissions it had", oct(path.stat().st_mode))
    check((place.folder / "link.sen").is_symlink(), "the link is one")
    before = path.stat().st_mtime_ns
    answer = place.run("fmt", path)
    check(answer.status == 0 and path.stat().st_mtime_ns == before, "a tidy file is left alone", answer)
    check(place.run("fmt", path, "--check").status == 0, "status 0 when nothing would change")
    answer = place.run("fmt", "-", input=UNTIDY)
    check(answer.status == 0 and answer.out == TIDY, "standard input", answer)
    check(place.run("fmt", "--check", "-", input=UNTIDY).status == 1, "standard input is checked")
    check(not place.database.exists(), "no database is touched", place.files())


@case("fmt: what does not read stays as it is, status 2; other files are formatted; folders")
def format_refuses(place):
    (place.folder / "lib").mkdir()
    bad, good = place.write("lib/bad.sen", "list units |\n"), place.write("lib/good.sen", UNTIDY)
    place.write("lib/other.txt", UNTIDY)
    answer = place.run("--errors", "json", "fmt", place.folder / "lib")
    check(answer.status == 2 and findings(answer)[0]["file"].endswith("bad.sen"), "the findings", answer)
    check(bad.read_text() == "list units |\n" and good.read_text() == TIDY, "only what reads is written")
    check((place.folder / "lib/other.txt").read_text() == UNTIDY, "only scripts")
    check(place.run("fmt", place.folder / "none.sen").status == 2, "a file that is missing")
    check(place.run("fmt").status == 2, "no file")
    place.write("latin.sen", b'log info "\xff"\n')
    check(place.run("fmt", place.folder / "latin.sen").status == 2, "no UTF-8")


@case("check: several files, folders, standard input, JSON")
def checks(place):
    bad, good = place.write("bad.sen", "regster unit X\n"), place.write("good.sen", "list units\n")
    answer = place.run("--errors", "json", "check", good, bad)
    check(answer.status == 2 and {one["file"] for one in findings(answer)} == {str(bad)}, "the findings", answer)
    check(place.run("check", good).status == 0, "nothing to find")
    check(place.run("check", place.folder).status == 2, "a folder")
    answer = place.run("check", "-", input="regster unit X\n")
    check(answer.status == 2 and "stdin" in answer.err, "standard input", answer)
    check(place.run("check", "-", input="list units\n").status == 0, "standard input without findings")


SESSION = "> list units | count\n0\n> register unit A \"A\" kind: th\nwrong\nlines\n> list units | count\n1\n"


@case("test: cases, differences with their places, folders, --update")
def transcripts(place):
    (place.folder / "t/deep").mkdir(parents=True)
    path = place.write("t/deep/a.session", SESSION)
    place.write("t/b.md", "# B\n\n```session\n> list units | count\n0\n```\n")
    place.write("t/c.txt", "> nothing\n")
    answer = place.run("test", "t")
    check(answer.status == 1, "status 1", answer)
    check("t/deep/a.session:3: register unit A" in answer.out, "the place", answer)
    check("    - wrong" in answer.out and "    + Registered A A." in answer.out, "the difference", answer)
    check(answer.out.splitlines()[-1] == "4 cases, 1 failed", "the sum", answer)
    answer = place.run("test", "--update", "t")
    check(answer.status == 0 and answer.out.splitlines()[0] == "t/deep/a.session", "the file that was written", answer)
    check("wrong" not in path.read_text() and "Registered A A." in path.read_text(), "its answers", path.read_text())
    answer = place.run("test", "t/b.md", path)
    check(answer.status == 0 and answer.out == "4 cases, 0 failed\n", "all pass", answer)
    check(place.run("test").status == 2, "no file")
    (place.folder / "Plugins").symlink_to(editors.parent / "Plugins")
    answer = place.run("test", editors.parent / "Tests/Sessions")
    count = int(answer.out.split()[-4])
    check(answer.status == 0 and count >= 300, "the project's own sessions", answer)
    check(place.run("test", "none.session").status == 1, "a file that is missing")


LIBRARY = 'def half(x: number) -> number\n  return $x / 2\nend\n'
SCRIPT = 'use "lib.sen"\nlet ẵ😀x = list units | sort by nmae\nlog info "😀 {half(count($ẵ))}"\n'


@case("lsp: opens a file, mends it, completes, explains, formats, goes to a definition")
def editing(place):
    place.office()
    entries = place.entries()
    place.write("lib.sen", LIBRARY)
    path = place.write("a.sen", "")
    editor = Editor(place, database=True)
    abilities = editor.begin()["capabilities"]
    check(abilities["hoverProvider"] and abilities["textDocumentSync"]["change"] == 2, "abilities", abilities)
    uri = editor.open(path, SCRIPT.replace("😀x", ""))
    [finding] = editor.findings(uri)
    check(finding["code"] == "unknown-column" and finding["range"]["start"] == {"line": 1, "character": 29}, finding)
    actions = editor.ask("textDocument/codeAction",
                         {"textDocument": {"uri": uri}, "range": finding["range"], "context": {"diagnostics": [finding]}})
    editor.change(uri, actions[0]["edit"]["changes"][uri])
    check(editor.findings(uri) == [], "it is mended", editor.told)
    hover = editor.ask("textDocument/hover", editor.at(uri, 1, 12))
    check("list units" in hover["contents"]["value"], "help of the command", hover)
    definition = editor.ask("textDocument/definition", editor.at(uri, 2, 15))
    check(definition["uri"] == (place.folder / "lib.sen").as_uri() and definition["range"]["start"]["line"] == 0,
          "the definition", definition)
    edits = editor.ask("textDocument/rename", editor.at(uri, 2, 15, newName="nửa"))["changes"]
    check(sorted(edits) == sorted([uri, (place.folder / "lib.sen").as_uri()]), "other names in both files", edits)
    edits = editor.ask("textDocument/formatting", {"textDocument": {"uri": uri}, "options": {}})
    check(edits == [], "it has its usual form", edits)
    end = {"start": {"line": 3, "character": 0}, "end": {"line": 3, "character": 0}}
    editor.change(uri, [{"range": end, "newText": "show  unit "}])
    items = editor.ask("textDocument/completion", editor.at(uri, 3, 11))["items"]
    check({"SGD-HP", "NGO-QUYEN"} <= {item["label"] for item in items}, "codes of the database", items)
    editor.change(uri, [{"range": {"start": {"line": 3, "character": 11}, "end": {"line": 3, "character": 11}},
                         "newText": "SGD-HP"}])
    [edit] = editor.ask("textDocument/formatting", {"textDocument": {"uri": uri}, "options": {}})
    check(edit["newText"].endswith("\nshow unit SGD-HP\n"), "the usual form", edit)
    check(editor.end() == 0, "status 0", editor.process.stderr.read())
    check(place.entries() == entries, "nothing was written")


@case("lsp: without a database, in Vietnamese")
def vietnamese(place):
    editor = Editor(place, locale="vi")
    editor.begin()
    uri = editor.open(place.write("a.sen", ""), "regster unit HP-001\nshow unit HP-999\n")
    found = editor.findings(uri)
    check(all(one["code"] != "unknown-code" for one in found), "codes are not checked", found)
    check("không phải" in found[0]["message"], "Vietnamese", found)
    check(editor.end() == 0 and place.files() == ["a.sen"], "no file but the one", place.files())


@case("lsp: what is no message does no harm")
def nonsense(place):
    editor = Editor(place)
    check(editor.ask("textDocument/hover", {}, whole=True)["error"]["code"] == -32002, "initialize comes first")
    editor.begin()
    for data, code in ((b"Content-Length: x\r\n\r\n", -32700), (b"Content-Length: 3\r\n\r\n{a}", -32700),
                       (b'Content-Length: 4\r\n\r\n"\xff\xfe"', -32700), (b"Content-Length: 2\r\n\r\n[]", -32600),
                       (b"Content-Length: %d\r\n\r\n" % (1 << 27) + b" " * (1 << 27), -32700),
                       (b"Content-Length: 2000000\r\n\r\n" + b"[" * 2000000, -32700)):
        editor.send_bytes(data)
        answer = editor.message()
        check(answer["error"]["code"] == code, f"the code {code}", data[:40], answer)
    check(editor.ask("nothing/at-all", {}, whole=True)["error"]["code"] == -32601, "an unknown method")
    editor.notify("nothing/at-all", {"a": [1, {"b": None}]})
    check(editor.end() == 0, "it goes on to its end")
    editor = Editor(place)
    editor.begin()
    editor.process.stdin.close()
    editor.process.wait(10)
    check(editor.process.returncode == 1, "an editor that goes away", editor.process.returncode)


@case("lsp: a long script does not make it slow")
def long_script(place):
    editor = Editor(place)
    editor.begin()
    lines = [f'let n{i} = list units | where kind = thpt | group by under with n = count()' for i in range(2000)]
    lines += [f"log info \"{{count($n{i})}}\"" for i in range(2000)]
    uri = editor.open(place.write("a.sen", ""), "\n".join(lines) + "\nlist un")
    times = []
    for method in ("completion", "hover", "signatureHelp"):
        started = time.monotonic()
        editor.ask("textDocument/" + method, editor.at(uri, 4000, 7))
        times.append(f"{method} {time.monotonic() - started:.2f} s")
    started = time.monotonic()
    editor.findings(uri)
    print("          " + ", ".join(times) + f", findings {time.monotonic() - started:.2f} s")
    check(editor.end() == 0, "it ends")


def expressions(grammar):
    """All expressions of a TextMate grammar."""
    if isinstance(grammar, dict):
        for name, value in grammar.items():
            if name in ("match", "begin", "end", "firstLineMatch"):
                yield value
            yield from expressions(value)
    elif isinstance(grammar, list):
        for value in grammar:
            yield from expressions(value)


@case("VS Code: the package and the grammar are sound")
def extension(place):
    package = json.loads((editors / "vscode/package.json").read_text())
    contributes = package["contributes"]
    for path in [package["main"], *(one["path"] for one in contributes["grammars"]),
                 *(one["configuration"] for one in contributes["languages"])]:
        check((editors / "vscode" / path).exists(), f"{path} is there")
    json.loads((editors / "vscode/language-configuration.json").read_text())
    text = (editors / "vscode/syntaxes/sen.tmLanguage.json").read_text()
    grammar = json.loads(text)
    check(place.run("grammar").out == text, "the grammar is that of the program")
    for expression in expressions(grammar):
        re.compile(expression)
    included = set(re.findall(r'"include": ?"#(\w+)"', text))
    check(included <= set(grammar["repository"]), "all that is included is there", included)
    repository = grammar["repository"]
    command = [re.compile(one["match"]) for one in repository["command"]["patterns"]]
    for line, word in (("register unit HP-012", "register unit"), ("let x = list units", "list units"),
                       ("$t | save \"a.csv\"", "save")):
        found = [match.group(1) for one in command for match in one.finditer(line)]
        check(found == [word], f"the command in ‘{line}’", found)
    check(re.search(repository["label"]["match"], "x kind: thpt").group(1) == "kind:", "a label")
    check(re.search(repository["variable"]["match"], "{$ẵ.tên}").group(1) == "$ẵ.tên", "a variable")
    check(re.search(repository["verb"]["match"], "$t | sort  by x").group(1) == "sort  by", "a verb")


MOCK = """
const answers = {}, told = {};
const place = (line, character) => ({ line, character });
const collect = (name) => (...words) => { answers[name] = words[1]; return {}; };
class Many { constructor(...parts) { this.parts = parts; } }
const vscode = {
  Range: class { constructor(a, b, c, d) { this.start = place(a, b); this.end = place(c, d); } toJSON() { return [this.start, this.end]; } },
  Uri: { parse: (text) => ({ toString: () => text }) },
  Diagnostic: class { constructor(range, message, severity) { Object.assign(this, { range, message, severity }); } },
  TextEdit: { replace: (range, text) => ({ range, text }) }, CodeActionKind: { QuickFix: "quickfix" },
  WorkspaceEdit: class { constructor() { this.all = []; } set(uri, edits) { this.all.push([uri.toString(), edits]); } },
  CodeAction: class { constructor(title) { this.title = title; } }, CompletionItem: class { constructor(label, kind) { this.label = label; } },
  CompletionList: class { constructor(items) { this.items = items; } }, Hover: Many, MarkdownString: Many, Location: Many,
  SignatureHelp: Many, SignatureInformation: Many, DocumentSymbol: Many, DiagnosticRelatedInformation: Many,
  env: { language: "vi" },
  window: { showErrorMessage: (text) => { console.error(text); process.exit(1); }, setStatusBarMessage() {} },
  languages: new Proxy({}, { get: (_, name) => name === "createDiagnosticCollection"
    ? () => ({ set: (uri, list) => { told[uri.toString()] = list; }, clear() {}, delete() {} }) : collect(name) }),
  workspace: new Proxy({ textDocuments: [] }, { get: (whole, name) => name === "textDocuments" ? whole.textDocuments
    : name === "getConfiguration" ? () => ({ get: (key) => key === "program" ? process.argv[2] : "" })
    : (hear) => { whole[name + "!"] = hear; return {}; } }),
};
const load = require("module")._load;
require("module")._load = (name, ...rest) => name === "vscode" ? vscode : load(name, ...rest);
const extension = require(process.argv[3]);
const document = { languageId: "sen", version: 1, uri: vscode.Uri.parse("file:///a.sen"), getText: () => "list units | sort by nmae" };
vscode.workspace.textDocuments.push(document);
(async () => {
  await extension.activate({ subscriptions: [] });
  while (!told["file:///a.sen"]) await new Promise((go) => setTimeout(go, 20));
  const completion = await answers.registerCompletionItemProvider.provideCompletionItems(document, place(0, 7));
  const actions = await answers.registerCodeActionsProvider.provideCodeActions(document, new vscode.Range(0, 22, 0, 23));
  const hover = await answers.registerHoverProvider.provideHover(document, place(0, 2));
  console.log(JSON.stringify({ finding: told["file:///a.sen"][0].message, labels: completion.items.map((one) => one.label.label),
    edit: actions[0].edit.all[0][1][0].text, hover: hover.parts[0].parts[0] }));
  await extension.deactivate();
})();
"""


@case("VS Code: the extension speaks with the program")
def extension_runs(place):
    if not shutil.which("node"):
        raise LeftOut("no node")
    mock = place.write("mock.js", MOCK)
    run = subprocess.run(["node", mock, place.program, editors / "vscode/extension.js"], capture_output=True, text=True,
                         timeout=60, env={**place.environment, "HOME": str(place.folder)})
    check(run.returncode == 0 and run.stdout, "an answer", run.stdout, run.stderr)
    seen = json.loads(run.stdout)
    check("nmae" in seen["finding"] and "Không" in seen["finding"], "the finding, in Vietnamese", seen)
    check(seen["labels"] == ["unit changes", "unit labels", "units"] and seen["edit"] == "name" and "list units" in seen["hover"], "answers", seen)


if __name__ == "__main__":
    case.main(__doc__)
