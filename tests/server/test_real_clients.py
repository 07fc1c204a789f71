"""The server with clients that others have written: pytest-lsp (pygls), and Neovim and Emacs where they are installed."""

import re
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

from tests.conftest import ROOT

POST = "---\ntitle: A\ntags: [law, law]\ndate: 2026-05-01\n---\n\n😀 MiraSoft and **Hoshi **here.\n"
SERVER = ClientServerConfig(server_command=[sys.executable, "-m", "lintpost", "server"])


def _write(folder: Path) -> Path:
    (folder / ".git").mkdir()
    (folder / "lintpost.yml").write_text("lang: en\nnames: names.yml\ntags: tags.yml\n")
    (folder / "names.yml").write_text("names:\n  - {name: Mira Soft}\n")
    (folder / "tags.yml").write_text("tags: [law, science]\n")
    (folder / "a.md").write_text(POST)
    return folder


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A small site."""
    return _write(tmp_path)


async def _session(
    client: LanguageClient, house: Path, capabilities: types.ClientCapabilities
) -> types.InitializeResult:
    folder = types.WorkspaceFolder(uri=house.as_uri(), name="site")
    return await client.initialize_session(
        types.InitializeParams(capabilities=capabilities, workspace_folders=[folder])
    )


@pytest_lsp.fixture(config=SERVER)
async def neovim(lsp_client: LanguageClient, house: Path) -> AsyncIterator[None]:
    """A client with the capabilities of Neovim, which takes what the server publishes."""
    await _session(lsp_client, house, client_capabilities("neovim"))
    yield
    await lsp_client.shutdown_session()


@pytest_lsp.fixture(config=SERVER)
async def vscode(lsp_client: LanguageClient, house: Path) -> AsyncIterator[None]:
    """A client with the capabilities of VS Code, which pulls, and lets the server register what it watches."""

    @lsp_client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def _register(_params: types.RegistrationParams) -> None:
        """Agree."""

    await _session(lsp_client, house, client_capabilities("visual-studio-code"))
    yield
    await lsp_client.shutdown_session()


def _open(client: LanguageClient, house: Path) -> str:
    uri = (house / "a.md").as_uri()
    item = types.TextDocumentItem(uri=uri, language_id="markdown", version=1, text=POST)
    client.text_document_did_open(types.DidOpenTextDocumentParams(text_document=item))
    return uri


@pytest.mark.asyncio
async def test_published_diagnostics_and_actions(neovim: LanguageClient, house: Path) -> None:
    uri = _open(neovim, house)
    await neovim.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    found = {one.code: one for one in neovim.diagnostics[uri]}
    assert {"names/spacing", "tags/duplicate", "bold/rendering"} & set(found)
    spacing = found["names/spacing"]
    assert spacing.range.start == types.Position(line=6, character=5), "Neovim counts in UTF-8"
    actions = await neovim.text_document_code_action_async(
        types.CodeActionParams(
            text_document=types.TextDocumentIdentifier(uri=uri),
            range=spacing.range,
            context=types.CodeActionContext(diagnostics=[spacing]),
        )
    )
    assert actions is not None
    assert actions[0].title == "Change “MiraSoft” to “Mira Soft”"


@pytest.mark.asyncio
async def test_pulled_diagnostics_and_completion(vscode: LanguageClient, house: Path) -> None:
    uri = _open(vscode, house)
    document = types.TextDocumentIdentifier(uri=uri)
    report = await vscode.text_document_diagnostic_async(
        types.DocumentDiagnosticParams(text_document=document)
    )
    assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
    assert "names/spacing" in [one.code for one in report.items]
    completed = await vscode.text_document_completion_async(
        types.CompletionParams(
            text_document=document, position=types.Position(line=2, character=12)
        )
    )
    assert isinstance(completed, types.CompletionList)
    assert [one.label for one in completed.items] == ["science"]
    hovered = await vscode.text_document_hover_async(
        types.HoverParams(text_document=document, position=types.Position(line=2, character=8))
    )
    assert hovered is not None
    assert isinstance(hovered.contents, types.MarkupContent)
    assert "**law**" in hovered.contents.value


NEOVIM = """
vim.cmd("filetype on")
vim.cmd("edit a.md")
vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 50)
for _, one in ipairs(vim.diagnostic.get(0)) do
  print(string.format("%d:%d %s %s", one.lnum, one.col, one.code or one.user_data.lsp.code, one.source))
end
vim.cmd("write")
vim.lsp.stop_client(vim.lsp.get_active_clients())
vim.wait(500)
vim.cmd("quitall!")
"""


def _documented(language: str, *words: str) -> str:
    """The configurations of docs/editors.md in a language that have these words, one each."""
    page = (ROOT / "docs" / "editors.md").read_text("utf-8")
    blocks = re.findall(rf"```{language}\n(.*?)```", page, re.DOTALL)
    return "\n".join(next(block for block in blocks if word in block) for word in words)


def _ran(house: Path, *command: str) -> str:
    """What an editor prints in the house, where `lintpost` is this one."""
    ran = subprocess.run(
        command,
        cwd=house,
        capture_output=True,
        text=True,
        timeout=90,
        env={
            "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
            "HOME": str(house),
            "PYTHONPATH": str(ROOT),
            "LC_ALL": "C.UTF-8",
        },
    )
    return ran.stdout + ran.stderr


@pytest.mark.skipif(shutil.which("nvim") is None, reason="Neovim is not installed")
def test_neovim(house: Path) -> None:
    """Neovim shows the findings where it counts them (in bytes), and writes what is fixed."""
    script = house / "test.lua"
    script.write_text(_documented("lua", "start_client", "BufWritePre") + NEOVIM)
    shown = _ran(house, "nvim", "--headless", "-u", "NONE", "-i", "NONE", "-c", f"luafile {script}")
    assert "6:5 names/spacing lintpost" in shown, shown
    assert "Mira Soft" in (house / "a.md").read_text(), shown


EMACS_BEFORE = """
(setq make-backup-files nil create-lockfiles nil eglot-sync-connect 20)
(require 'package)
(package-initialize)
(require 'eglot)
(require 'markdown-mode)
"""
EMACS_AFTER = """
(find-file "a.md")
(run-hooks 'post-command-hook)
(let ((until (+ (float-time) 30)))
  (while (and (< (float-time) until) (not (flymake-diagnostics)))
    (flymake-start)
    (accept-process-output nil 0.1)))
(dolist (one (flymake-diagnostics))
  (princ (format "%s: %s\\n" (buffer-substring (flymake-diagnostic-beg one) (flymake-diagnostic-end one))
                 (flymake-diagnostic-text one))))
(set-buffer-modified-p t)
(save-buffer)
(eglot-shutdown (eglot-current-server))
"""


def _has_eglot() -> bool:
    """Whether there is an Emacs with eglot and a mode for Markdown."""
    if shutil.which("emacs") is None:
        return False
    load = (
        "(progn (require 'package) (package-initialize) (require 'eglot) (require 'markdown-mode))"
    )
    return subprocess.run(["emacs", "--batch", "--eval", load], capture_output=True).returncode == 0


@pytest.mark.skipif(not _has_eglot(), reason="Emacs with eglot and markdown-mode is not installed")
def test_emacs(house: Path) -> None:
    """Flymake shows the findings where they are, behind an emoji, too; what is safe is fixed and written."""
    script = house / "test.el"
    config = _documented("elisp", "eglot-server-programs", "before-save-hook")
    script.write_text(EMACS_BEFORE + config + EMACS_AFTER)
    shown = _ran(house, "emacs", "--batch", "-l", str(script))
    assert "MiraSoft: lintpost [names/spacing]" in shown, shown
    assert "😀 Mira Soft and **Hoshi **here" in (house / "a.md").read_text(), shown
