"""The tables of the result cache."""

FORMAT = 10
"""The version of the tables; a file of another version is replaced."""
TABLES = """
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL, used INTEGER NOT NULL, checksum INTEGER NOT NULL);
CREATE TABLE fingerprints (id INTEGER PRIMARY KEY, fingerprint TEXT UNIQUE NOT NULL, used INTEGER NOT NULL);
CREATE TABLE manifests (
    settings_id INTEGER PRIMARY KEY, common TEXT NOT NULL, manifest BLOB NOT NULL, checksum INTEGER NOT NULL
);
CREATE TABLE posts (
    settings_id INTEGER NOT NULL, path TEXT NOT NULL, size INTEGER NOT NULL, mtime INTEGER NOT NULL,
    inode INTEGER NOT NULL, ctime INTEGER NOT NULL, digest TEXT NOT NULL, facts BLOB NOT NULL,
    facts_checksum INTEGER NOT NULL, queries TEXT NOT NULL, result BLOB NOT NULL, checksum INTEGER NOT NULL,
    PRIMARY KEY (settings_id, path)
) WITHOUT ROWID;
CREATE TABLE reviews (
    settings_id INTEGER PRIMARY KEY, state TEXT NOT NULL, reviews TEXT NOT NULL, checksum INTEGER NOT NULL
);
"""
