"""The language server: JSON-RPC over standard input and output, on the engine."""
