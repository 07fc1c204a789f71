// What the palette offers beyond the language server's own actions.

import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import * as path from "node:path";
import * as vscode from "vscode";
import { lintpost, showFailure, siteFolder } from "./cli";
import { environment, findProgram, language } from "./program";

const FOUND = 1;
export const RULE_SCHEME = "lintpost-rule";
const RULE = /^[a-z0-9-]+\/[a-z0-9-]+$/;

/** Check the site in a terminal: the report for people is the best list of it. */
export async function checkSite(): Promise<void> {
  const program = await findProgram();
  if (!program) return showFailure(undefined);
  const spoken = language();
  const args = [...program.args, "check", ...(spoken ? ["--lang", spoken] : [])];
  const cwd = siteFolder();
  const execution = new vscode.ProcessExecution(program.command, args, {
    ...(cwd ? { cwd } : {}),
    env: { LINTPOST_LANG: environment()["LINTPOST_LANG"] ?? "en" },
  });
  const task = new vscode.Task({ type: "lintpost" }, vscode.TaskScope.Workspace, "check", "lintpost", execution);
  task.presentationOptions = { clear: true };
  await vscode.tasks.executeTask(task);
}

/** The same as `source.fixAll.lintpost` on save. */
export async function fixAll(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return;
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  const kind = vscode.CodeActionKind.SourceFixAll.append("lintpost");
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider", document.uri, all, kind.value, 1,
  );
  for (const action of actions) {
    if (action.edit && action.kind && kind.contains(action.kind)) await vscode.workspace.applyEdit(action.edit);
  }
}

export async function openDashboard(): Promise<void> {
  const file = path.join(tmpdir(), `lintpost-${randomUUID()}.html`);
  const link = `${vscode.env.uriScheme}://file{path}:{line}:{column}`;
  const made = await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: "lintpost" }, () =>
    lintpost(["dashboard", "--output", file, "--link", link], siteFolder()),
  );
  if (made?.status !== 0) return showFailure(made);
  if (vscode.env.uiKind === vscode.UIKind.Desktop) {
    await vscode.env.openExternal(vscode.Uri.file(file));
    return;
  }
  // A browser cannot open a file of the server's: the page is shown in a panel.
  const panel = vscode.window.createWebviewPanel("lintpost.dashboard", "lintpost", vscode.ViewColumn.Active, { enableScripts: true });
  panel.webview.html = new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.file(file)));
}

/** The page of a rule: of the finding at the cursor, of `rule`, or of one that is chosen. */
export async function explainRule(rule?: unknown): Promise<void> {
  const name = typeof rule === "string" ? rule : await chosenRule();
  if (!name || !RULE.test(name)) return;
  const result = await lintpost(["rule", name], siteFolder());
  if (result?.status !== 0) return showFailure(result);
  pages.set(name, result.stdout);
  await vscode.commands.executeCommand("markdown.showPreviewToSide", vscode.Uri.from({ scheme: RULE_SCHEME, path: `/${name}.md` }));
}

const pages = new Map<string, string>();

/** The pages of rules have a scheme of their own: they are no posts that are checked, and nothing to be saved. */
export const rulePages: vscode.TextDocumentContentProvider = {
  provideTextDocumentContent: (uri) => pages.get(uri.path.slice(1, -".md".length)) ?? "",
};

async function chosenRule(): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  const here = editor
    ? vscode.languages.getDiagnostics(editor.document.uri)
        .filter((one) => one.source === "lintpost" && one.range.contains(editor.selection.active))
        .map(codeOf)
    : [];
  if (here.length === 1) return here[0];
  const listed = await lintpost(["rules", "--output-format", "json"], siteFolder());
  if (listed?.status !== 0 && listed?.status !== FOUND) {
    showFailure(listed);
    return undefined;
  }
  const { rules } = JSON.parse(listed.stdout) as { rules: { name: string; title: string }[] };
  const items = rules
    .map((one) => ({ label: one.name, description: one.title }))
    .sort((a, b) => Number(here.includes(b.label)) - Number(here.includes(a.label)));
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t("Which rule?"), matchOnDescription: true });
  return picked?.label;
}

function codeOf(one: vscode.Diagnostic): string {
  return typeof one.code === "object" ? String(one.code.value) : String(one.code ?? "");
}

export function addName(): Promise<void> {
  return add(["names", "add"], vscode.l10n.t("Name"));
}

export function addTag(): Promise<void> {
  return add(["tags", "add"], vscode.l10n.t("Tag"));
}

async function add(command: string[], prompt: string): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const selected = editor ? editor.document.getText(editor.selection).trim() : "";
  const value = selected.includes("\n") ? "" : selected;
  const word = (await vscode.window.showInputBox({ prompt, value }))?.trim();
  if (!word) return;
  const result = await lintpost([...command, "--", word], siteFolder());
  if (result?.status !== 0) return showFailure(result);
  void vscode.window.showInformationMessage(vscode.l10n.t("lintpost: {0}", result.stdout.trim()));
}
