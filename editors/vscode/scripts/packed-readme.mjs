// Writes the README of the package, without pictures: vsce takes only those that have an address on the web, and
// the project has none yet.

import { readFileSync, writeFileSync } from "node:fs";

const PICTURE = /\n\n? *!\[[^\]]*\]\([^)]*\)\n?/g;
writeFileSync("dist/README.md", readFileSync("README.md", "utf8").replace(PICTURE, "\n"));
