"""JSON-RPC 2.0 over byte streams."""
