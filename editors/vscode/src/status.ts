// The status bar: how many findings the open post has.

import * as vscode from "vscode";

const LANGUAGES = ["markdown", "mdx"];

export class Status implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem("lintpost.status", vscode.StatusBarAlignment.Left, 10);
  private readonly listeners = [
    vscode.window.onDidChangeActiveTextEditor(() => this.show()),
    vscode.languages.onDidChangeDiagnostics(() => this.show()),
  ];

  constructor() {
    this.item.name = "lintpost";
    this.item.command = "workbench.actions.view.problems";
    this.show();
  }

  dispose(): void {
    this.item.dispose();
    for (const listener of this.listeners) listener.dispose();
  }

  private show(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !LANGUAGES.includes(document.languageId)) {
      this.item.hide();
      return;
    }
    const own = vscode.languages.getDiagnostics(document.uri).filter((one) => one.source === "lintpost");
    const count = (severity: vscode.DiagnosticSeverity) => own.filter((one) => one.severity === severity).length;
    const errors = count(vscode.DiagnosticSeverity.Error);
    const warnings = count(vscode.DiagnosticSeverity.Warning);
    const notes = own.length - errors - warnings;
    this.item.text = `$(checklist) ${errors} · ${warnings} · ${notes}`;
    this.item.tooltip = own.length
      ? vscode.l10n.t("{0} findings in this post: {1} errors, {2} warnings, {3} notes", own.length, errors, warnings, notes)
      : vscode.l10n.t("No findings in this post");
    this.item.show();
  }
}
