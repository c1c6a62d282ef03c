"""The long checks of `make audit`: what takes too long for every `make test`."""
