// Starts the language server, and shows what it and the commands find.

import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions, type ServerOptions } from "vscode-languageclient/node";
import { addName, addTag, checkSite, explainRule, fixAll, openDashboard, RULE_SCHEME, rulePages } from "./commands";
import { environment, findProgram, language } from "./program";
import { Status } from "./status";
import { NamesView, TagsView } from "./use";

/** The command that the server has run after a quick fix that leaves something to be written. */
const SELECT = "lintpost.select";

let client: LanguageClient | undefined;
let log: vscode.LogOutputChannel;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  log = vscode.window.createOutputChannel("lintpost", { log: true });
  const views = { tags: new TagsView(), names: new NamesView() };
  const refresh = () => Object.values(views).forEach((view) => view.refresh());
  const commands: Record<string, (...args: unknown[]) => unknown> = {
    checkSite, fixAll, openDashboard, explainRule, addName, addTag,
    refreshUse: refresh,
    restart: async () => { await stop(); await start(); refresh(); },
    showLog: () => log.show(),
  };
  context.subscriptions.push(
    log,
    new Status(),
    vscode.workspace.registerTextDocumentContentProvider(RULE_SCHEME, rulePages),
    vscode.window.registerTreeDataProvider("lintpost.tags", views.tags),
    vscode.window.registerTreeDataProvider("lintpost.names", views.names),
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(`lintpost.${name}`, run)),
    vscode.commands.registerCommand(SELECT, select),
    vscode.workspace.onDidGrantWorkspaceTrust(() => commands["restart"]?.()),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (["path", "uvx", "language", "codeLens"].some((key) => change.affectsConfiguration(`lintpost.${key}`))) commands["restart"]?.();
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await stop();
}

async function start(): Promise<void> {
  const program = await findProgram();
  if (!program) {
    const settings = vscode.l10n.t("Open settings");
    const text = vscode.l10n.t("lintpost was not found. Install it (pip install lintpost), or set its path.");
    void vscode.window.showWarningMessage(text, settings).then((picked) => {
      if (picked === settings) void vscode.commands.executeCommand("workbench.action.openSettings", "lintpost.path");
    });
    return;
  }
  const spoken = language();
  const server: ServerOptions = {
    command: program.command,
    args: [...program.args, "server", ...(spoken ? ["--lang", spoken] : [])],
    options: { ...(program.cwd ? { cwd: program.cwd } : {}), env: environment() },
  };
  const options: LanguageClientOptions = {
    documentSelector: [
      ...["file", "untitled"].flatMap((scheme) => ["markdown", "mdx"].map((language) => ({ scheme, language }))),
      { scheme: "file", language: "yaml", pattern: "**/{lintpost,.lintpost,tags,names}.{yml,yaml}" },
    ],
    synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher("**/*.{md,markdown,mdx,yml,yaml,toml,json}") },
    outputChannel: log,
    initializationOptions: {
      codeLens: vscode.workspace.getConfiguration("lintpost").get<boolean>("codeLens", false),
      selectCommand: SELECT,
    },
  };
  client = new LanguageClient("lintpost", "lintpost", server, options);
  try {
    await client.start();
  } catch (error) {
    log.error(String(error));
    const show = vscode.l10n.t("Show the log");
    void vscode.window.showErrorMessage(vscode.l10n.t("lintpost stopped working; the log says why."), show).then((picked) => {
      if (picked === show) log.show();
    });
  }
}

/** Select a range (of LSP) of the document that is open, so that the next keystroke takes its place. */
function select(uri: string, range: vscode.Range): void {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.uri.toString() !== vscode.Uri.parse(uri).toString()) return;
  const { start, end } = range;
  editor.selection = new vscode.Selection(start.line, start.character, end.line, end.character);
  editor.revealRange(editor.selection);
}

async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  if (running?.isRunning()) await running.stop();
}
