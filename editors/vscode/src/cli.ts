// Runs lintpost's commands, for what the language server does not do.

import { execFile } from "node:child_process";
import * as vscode from "vscode";
import { environment, findProgram, language } from "./program";

export interface Result {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

const LONGEST_OUTPUT = 256 * 1024 * 1024;

/** Undefined where lintpost is not there. Never throws: what goes wrong is in the result. */
export async function lintpost(args: readonly string[], cwd?: string): Promise<Result | undefined> {
  const program = await findProgram();
  if (!program) return undefined;
  const spoken = language();
  const all = [...program.args, ...args, ...(spoken ? ["--lang", spoken] : [])];
  const options = { cwd: cwd ?? program.cwd, env: environment(), maxBuffer: LONGEST_OUTPUT };
  return new Promise((resolve) => {
    execFile(program.command, all, options, (error, stdout, stderr) => {
      const status = error ? (typeof error.code === "number" ? error.code : 2) : 0;
      resolve({ status, stdout, stderr: stderr || (error?.message ?? "") });
    });
  });
}

/** The folder of the site that the user works in: that of the open post, else the first. */
export function siteFolder(): string | undefined {
  const active = vscode.window.activeTextEditor?.document.uri;
  const own = active ? vscode.workspace.getWorkspaceFolder(active) : undefined;
  return (own ?? vscode.workspace.workspaceFolders?.[0])?.uri.fsPath;
}

/** Show why a command failed. */
export function showFailure(result: Result | undefined): void {
  const text = result
    ? result.stderr.trim().replace(/^lintpost: /, "")
    : vscode.l10n.t("lintpost was not found. Install it (pip install lintpost), or set its path.");
  void vscode.window.showErrorMessage(vscode.l10n.t("lintpost: {0}", text));
}
