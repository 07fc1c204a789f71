"""The checks, a folder for each family. `contract.check.Check` says what a check is, `registry` lists them."""
