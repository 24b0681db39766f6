// Starts `sen lsp` and gives VS Code what it answers. It needs no package but VS Code itself.
"use strict";

const { spawn } = require("child_process");
const vscode = require("vscode");

let server; // The running program, with what it still owes an answer.
let findings;
let restarts = 0;

/** Cuts the program's output into messages. */
function reader(take) {
  let buffer = Buffer.alloc(0);
  return (bytes) => {
    buffer = Buffer.concat([buffer, bytes]);
    while (true) {
      const end = buffer.indexOf("\r\n\r\n");
      if (end < 0) return;
      const length = Number(/Content-Length: *(\d+)/i.exec(buffer.toString("ascii", 0, end))?.[1] ?? 0);
      if (buffer.length < end + 4 + length) return;
      const message = buffer.toString("utf8", end + 4, end + 4 + length);
      buffer = buffer.subarray(end + 4 + length);
      take(JSON.parse(message));
    }
  };
}

function send(message) {
  if (!server?.process.stdin.writable) return;
  const bytes = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }), "utf8");
  server.process.stdin.write(`Content-Length: ${bytes.length}\r\n\r\n`);
  server.process.stdin.write(bytes);
}

/** Asks the server; the answer is undefined when it refuses or goes away. */
function ask(method, params) {
  if (!server) return Promise.resolve(undefined);
  const id = ++server.last;
  return new Promise((resolve) => {
    server.waiting.set(id, resolve);
    send({ id, method, params });
  });
}

function receive(message) {
  if (message.method === "textDocument/publishDiagnostics") return publish(message.params);
  const resolve = server?.waiting.get(message.id);
  if (!resolve) return;
  server.waiting.delete(message.id);
  if (message.error && message.error.code === -32803) vscode.window.setStatusBarMessage(`Sen: ${message.error.message}`, 8000);
  resolve(message.error ? undefined : message.result ?? undefined);
}

async function start() {
  const settings = vscode.workspace.getConfiguration("sen");
  const database = settings.get("database");
  const words = database ? ["--database", database, "lsp"] : ["lsp"];
  const child = spawn(settings.get("program"), words, { stdio: ["pipe", "pipe", "pipe"] });
  const own = (server = { process: child, last: 0, waiting: new Map() });
  child.stdout.on("data", reader(receive));
  child.stdin.on("error", () => {});
  child.on("error", (error) => vscode.window.showErrorMessage(`Sen: ${settings.get("program")}: ${error.message}`));
  child.on("close", () => {
    for (const resolve of own.waiting.values()) resolve(undefined);
    if (server !== own) return;
    server = undefined;
    findings.clear();
    if (++restarts <= 3) start();
  });
  await ask("initialize", { processId: process.pid, rootUri: null, locale: vscode.env.language, capabilities: {} });
  send({ method: "initialized", params: {} });
  vscode.workspace.textDocuments.forEach(opened);
}

async function stop() {
  const old = server;
  if (!old) return;
  await ask("shutdown", null);
  send({ method: "exit", params: null });
  server = undefined;
  setTimeout(() => old.process.kill(), 2000).unref();
}

// Texts

const isSen = (document) => document.languageId === "sen";
const named = (document) => ({ textDocument: { uri: document.uri.toString() } });
const at = ({ line, character }) => ({ line, character });
const from = ({ start, end }) => ({ start: at(start), end: at(end) });
const placed = (document, position) => ({ ...named(document), position: at(position) });

function opened(document) {
  if (!isSen(document)) return;
  const { version } = document;
  const text = document.getText();
  send({
    method: "textDocument/didOpen",
    params: { textDocument: { uri: document.uri.toString(), languageId: "sen", version, text } },
  });
}

function changed(event) {
  if (!isSen(event.document) || event.contentChanges.length === 0) return;
  const textDocument = { uri: event.document.uri.toString(), version: event.document.version };
  const contentChanges = event.contentChanges.map(({ range, text }) => ({ range: from(range), text }));
  send({ method: "textDocument/didChange", params: { textDocument, contentChanges } });
}

function told(method) {
  return (document) => isSen(document) && send({ method: `textDocument/${method}`, params: named(document) });
}

// Answers as VS Code has them

const rangeOf = ({ start, end }) => new vscode.Range(start.line, start.character, end.line, end.character);
const locationOf = ({ uri, range }) => new vscode.Location(vscode.Uri.parse(uri), rangeOf(range));
const editOf = ({ range, newText }) => vscode.TextEdit.replace(rangeOf(range), newText);

function diagnosticOf(one) {
  const diagnostic = new vscode.Diagnostic(rangeOf(one.range), one.message, one.severity - 1);
  diagnostic.code = one.code;
  diagnostic.source = one.source;
  diagnostic.tags = one.tags;
  diagnostic.relatedInformation = one.relatedInformation?.map(
    ({ location, message }) => new vscode.DiagnosticRelatedInformation(locationOf(location), message));
  return diagnostic;
}

function publish({ uri, diagnostics }) {
  findings.set(vscode.Uri.parse(uri), diagnostics.map(diagnosticOf));
}

function workspaceEditOf({ changes }) {
  const edit = new vscode.WorkspaceEdit();
  for (const [uri, edits] of Object.entries(changes)) edit.set(vscode.Uri.parse(uri), edits.map(editOf));
  return edit;
}

async function complete(document, position) {
  const answer = await ask("textDocument/completion", placed(document, position));
  const items = (answer?.items ?? []).map((one) => {
    const item = new vscode.CompletionItem({ label: one.label, description: one.detail }, one.kind - 1);
    item.range = rangeOf(one.textEdit.range);
    item.insertText = one.textEdit.newText;
    item.filterText = one.filterText;
    item.sortText = one.sortText;
    return item;
  });
  return new vscode.CompletionList(items, answer?.isIncomplete ?? false);
}

async function hover(document, position) {
  const answer = await ask("textDocument/hover", placed(document, position));
  return answer && new vscode.Hover(new vscode.MarkdownString(answer.contents.value), rangeOf(answer.range));
}

async function signature(document, position) {
  const answer = await ask("textDocument/signatureHelp", placed(document, position));
  if (!answer) return undefined;
  const help = new vscode.SignatureHelp();
  help.signatures = answer.signatures.map((one) => new vscode.SignatureInformation(one.label));
  help.activeSignature = 0;
  return help;
}

async function actions(document, range) {
  const answer = await ask("textDocument/codeAction", { ...named(document), range: from(range), context: { diagnostics: [] } });
  return (answer ?? []).map((one) => {
    const action = new vscode.CodeAction(one.title, vscode.CodeActionKind.QuickFix);
    action.edit = workspaceEditOf(one.edit);
    action.diagnostics = one.diagnostics.map(diagnosticOf);
    action.isPreferred = one.isPreferred;
    return action;
  });
}

async function format(document) {
  return (await ask("textDocument/formatting", named(document)))?.map(editOf);
}

async function define(document, position) {
  const answer = await ask("textDocument/definition", placed(document, position));
  return answer && locationOf(answer);
}

async function references(document, position, context) {
  return (await ask("textDocument/references", { ...placed(document, position), context }))?.map(locationOf);
}

async function rename(document, position, newName) {
  const answer = await ask("textDocument/rename", { ...placed(document, position), newName });
  return answer && workspaceEditOf(answer);
}

async function symbols(document) {
  const answer = await ask("textDocument/documentSymbol", named(document));
  return answer?.map((one) =>
    new vscode.DocumentSymbol(one.name, "", one.kind - 1, rangeOf(one.range), rangeOf(one.selectionRange)));
}

exports.activate = async (context) => {
  findings = vscode.languages.createDiagnosticCollection("sen");
  const { languages, workspace } = vscode;
  const which = { language: "sen" };
  context.subscriptions.push(
    findings,
    workspace.onDidOpenTextDocument(opened),
    workspace.onDidChangeTextDocument(changed),
    workspace.onDidSaveTextDocument(told("didSave")),
    workspace.onDidCloseTextDocument((document) => {
      told("didClose")(document);
      findings.delete(document.uri);
    }),
    languages.registerCompletionItemProvider(which, { provideCompletionItems: complete }, " ", ":", "$", ".", "|", '"'),
    languages.registerHoverProvider(which, { provideHover: hover }),
    languages.registerSignatureHelpProvider(which, { provideSignatureHelp: signature }, "(", " "),
    languages.registerCodeActionsProvider(which, { provideCodeActions: actions }),
    languages.registerDocumentFormattingEditProvider(which, { provideDocumentFormattingEdits: format }),
    languages.registerDefinitionProvider(which, { provideDefinition: define }),
    languages.registerReferenceProvider(which, { provideReferences: references }),
    languages.registerRenameProvider(which, { provideRenameEdits: rename }),
    languages.registerDocumentSymbolProvider(which, { provideDocumentSymbols: symbols }),
    workspace.onDidChangeConfiguration(async (event) => {
      if (!event.affectsConfiguration("sen")) return;
      await stop();
      restarts = 0;
      await start();
    }),
  );
  await start();
};

exports.deactivate = stop;
