"""The commands: one module each, put together in `main`. Knows today; does no work of its own.

May import everything below. Commands import what they need inside their function, so that
`khlang --help` answers at once. To add one: a module with a click command, one line in `main`.
"""

from khlang.cli.language import speak_thai

speak_thai()  # before any command is put together: click asks for its words then
