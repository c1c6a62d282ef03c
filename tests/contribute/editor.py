"""Files as a desk editor hands them to a JSON Schema.

Neither PyYAML's loaders nor plain strings would do: YAML 1.1 makes `2021-07-05` a date and `no` a
flag, and with strings alone no number of ours would be one. Editors read YAML 1.2: null, flags
and numbers are resolved, everything else stays the text that was typed.
"""

import re
from pathlib import Path
from typing import Any

import yaml

_CORE_SCHEMA = (
    ("null", r"(?:~|null|Null|NULL|)", ["~", "n", "N", ""]),
    ("bool", r"(?:true|True|TRUE|false|False|FALSE)", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", list("-+.0123456789")),
)


class _Loader(yaml.SafeLoader):
    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  # PyYAML keeps them on the class


for _name, _pattern, _first in _CORE_SCHEMA:
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_name}", re.compile(f"^{_pattern}$"), _first)


def read_yaml(text: str) -> Any:
    loader = _Loader(text)
    try:
        return loader.get_single_data()
    finally:
        loader.dispose()


def read_front_matter(file: Path) -> Any:
    return read_yaml(file.read_text("utf-8").split("\n---\n")[0].removeprefix("---\n"))
