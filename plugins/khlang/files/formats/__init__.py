"""One module a family of file types, each with `examine` and `clean`. Runs in the child process only."""
