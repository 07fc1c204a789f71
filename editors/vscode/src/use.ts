// The view of tags and names: how many posts have each, and which are not what they should be.

import * as vscode from "vscode";
import { lintpost, siteFolder } from "./cli";

interface Row {
  readonly label: string;
  readonly description: string;
  readonly icon: string | undefined;
  readonly children: readonly Row[];
}

interface TagWord {
  readonly word: string;
  readonly posts: number;
  readonly status: "current" | "alias" | "retired" | "unknown" | null;
  readonly use: string | null;
}

interface TagPair {
  readonly keep: string;
  readonly drop: string;
}

interface NameUse {
  readonly name: string;
  readonly posts: number;
  readonly mentions: number;
  readonly spellings: readonly { readonly text: string; readonly count: number }[];
}

abstract class UseView implements vscode.TreeDataProvider<Row> {
  private readonly changed = new vscode.EventEmitter<void>();
  private rows: Promise<readonly Row[]> | undefined;
  readonly onDidChangeTreeData = this.changed.event;

  refresh(): void {
    this.rows = undefined;
    this.changed.fire();
  }

  getTreeItem(row: Row): vscode.TreeItem {
    const { None, Collapsed } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(row.label, row.children.length ? Collapsed : None);
    item.description = row.description;
    if (row.icon) item.iconPath = new vscode.ThemeIcon(row.icon);
    return item;
  }

  async getChildren(row?: Row): Promise<Row[]> {
    if (row) return [...row.children];
    this.rows ??= this.read();
    return [...(await this.rows)];
  }

  protected abstract read(): Promise<readonly Row[]>;
}

async function json<Data>(...args: string[]): Promise<Data | undefined> {
  const folder = siteFolder();
  const result = folder ? await lintpost([...args, "--output-format", "json"], folder) : undefined;
  if (!result?.stdout) return undefined;
  try {
    return JSON.parse(result.stdout) as Data;
  } catch {
    return undefined;
  }
}

function tagDescription(tag: TagWord): string {
  if (tag.status === "unknown") return vscode.l10n.t("posts: {0}, not in tags.yml", tag.posts);
  if (tag.use) return vscode.l10n.t("posts: {0}, write {1} instead", tag.posts, tag.use);
  if (tag.status === "retired") return vscode.l10n.t("posts: {0}, retired", tag.posts);
  return vscode.l10n.t("posts: {0}", tag.posts);
}

export class TagsView extends UseView {
  protected async read(): Promise<readonly Row[]> {
    const [used, drift] = await Promise.all([
      json<{ words: TagWord[] }>("tags", "list"),
      json<{ pairs: TagPair[] }>("tags", "drift"),
    ]);
    const same = new Map<string, string>();
    for (const { keep, drop } of drift?.pairs ?? []) same.set(drop, keep);
    return (used?.words ?? []).map((tag) => {
      const other = same.get(tag.word);
      const description = tagDescription(tag);
      const isRight = tag.status === null || tag.status === "current";
      return {
        label: tag.word,
        description: other ? `${description} · ${vscode.l10n.t("may be the same as {0}", other)}` : description,
        icon: isRight && !other ? "tag" : "warning",
        children: [],
      };
    });
  }
}

export class NamesView extends UseView {
  protected async read(): Promise<readonly Row[]> {
    const found = await json<{ names: NameUse[] }>("names", "list");
    return (found?.names ?? []).filter((name) => name.posts).map((name) => ({
      label: name.name,
      description: vscode.l10n.t("posts: {0}, mentions: {1}", name.posts, name.mentions),
      icon: name.spellings.length > 1 ? "warning" : "symbol-constant",
      children: name.spellings.map((one) => ({
        label: one.text, description: `${one.count}`, icon: undefined, children: [],
      })),
    }));
  }
}
