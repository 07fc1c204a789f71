"""The server with clients that others have written: pytest-lsp (pygls), and Neovim where it is installed."""

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
local done = vim.lsp.start_client({
  name = "lintpost", cmd = { "%s", "-m", "lintpost", "server" }, root_dir = vim.fn.getcwd(),
})
vim.cmd("edit a.md")
vim.lsp.buf_attach_client(0, done)
vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 50)
for _, one in ipairs(vim.diagnostic.get(0)) do
  print(string.format("%%d:%%d %%s %%s", one.lnum, one.col, one.code or one.user_data.lsp.code, one.source))
end
local function apply(kind)
  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = {}, only = { kind } }
  local answers = vim.lsp.buf_request_sync(0, "textDocument/codeAction", params, 20000)
  for _, answer in pairs(answers) do
    local resolved = vim.lsp.buf_request_sync(0, "codeAction/resolve", answer.result[1], 20000)
    for _, one in pairs(resolved) do
      vim.lsp.util.apply_workspace_edit(one.result.edit, "utf-16")
    end
  end
end
local fine, fault = pcall(apply, "source.fixAll.lintpost")
if not fine then print(fault) end
vim.cmd("write")
vim.lsp.stop_client(done)
vim.wait(500)
vim.cmd("quitall!")
"""


@pytest.mark.skipif(shutil.which("nvim") is None, reason="Neovim is not installed")
def test_neovim(house: Path) -> None:
    """Neovim shows the findings where it counts them (in bytes), and writes what is fixed."""
    script = house / "test.lua"
    script.write_text(NEOVIM % sys.executable)
    ran = subprocess.run(
        ["nvim", "--headless", "-u", "NONE", "-i", "NONE", "-c", f"luafile {script}"],
        cwd=house,
        capture_output=True,
        text=True,
        timeout=60,
        env={"PATH": "/usr/bin:/bin", "HOME": str(house), "PYTHONPATH": str(ROOT)},
    )
    shown = ran.stdout + ran.stderr
    assert "6:5 names/spacing lintpost" in shown, shown
    assert "Mira Soft" in (house / "a.md").read_text(), shown
