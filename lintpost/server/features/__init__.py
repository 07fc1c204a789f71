"""What the server does for a client, one module each."""
