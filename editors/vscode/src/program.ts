// Finds the lintpost program: the one that is set, that of the workspace's environment, the PATH's, or uvx.

import { constants } from "node:fs";
import { access } from "node:fs/promises";
import * as path from "node:path";
import * as vscode from "vscode";

export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string | undefined;
}

const WINDOWS = process.platform === "win32";
const ENVIRONMENTS = [".venv", "venv"];

async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, WINDOWS ? constants.F_OK : constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function onPath(name: string): Promise<string | undefined> {
  for (const folder of (process.env["PATH"] ?? "").split(path.delimiter)) {
    const file = path.join(folder, WINDOWS ? `${name}.exe` : name);
    if (folder && (await isProgram(file))) return file;
  }
  return undefined;
}

/** Undefined where there is none. An environment of a folder that is not trusted is not run. */
export async function findProgram(): Promise<Program | undefined> {
  const settings = vscode.workspace.getConfiguration("lintpost");
  const cwd = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  const chosen = settings.get<string>("path", "").trim();
  if (chosen) return { command: cwd ? path.resolve(cwd, chosen) : chosen, args: [], cwd };
  if (vscode.workspace.isTrusted) {
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      for (const name of ENVIRONMENTS) {
        const file = path.join(folder.uri.fsPath, name, WINDOWS ? "Scripts/lintpost.exe" : "bin/lintpost");
        if (await isProgram(file)) return { command: file, args: [], cwd };
      }
    }
  }
  const installed = await onPath("lintpost");
  if (installed) return { command: installed, args: [], cwd };
  const uvx = settings.get<boolean>("uvx", true) ? await onPath("uvx") : undefined;
  return uvx ? { command: uvx, args: ["--from", "lintpost[ja]", "lintpost"], cwd } : undefined;
}

/** The language that lintpost speaks; undefined leaves it to lintpost.yml. */
export function language(): "ja" | "en" | undefined {
  const chosen = vscode.workspace.getConfiguration("lintpost").get<string>("language", "auto");
  return chosen === "ja" || chosen === "en" ? chosen : undefined;
}

/** The environment of lintpost: where neither the settings nor lintpost.yml say, the editor's language. */
export function environment(): NodeJS.ProcessEnv {
  const own = vscode.env.language.toLowerCase().startsWith("ja") ? "ja" : "en";
  return { ...process.env, LINTPOST_LANG: own };
}
