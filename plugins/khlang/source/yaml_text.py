"""Values as YAML text, quoted wherever a plain word could be read as something else.

JSON is YAML, so a quoted value is written as JSON; only `source` knows a YAML library.
"""

import json
import re
from typing import Any

_PLAIN = re.compile(r"[a-z][a-z0-9.-]*|[ก-ฮเ-ไ][ก-ฮะ-ฺเ-๎ ]*[ก-ฮะ-ฺเ-๎]")
_WORDS_OF_YAML = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}


def yaml_value(value: Any) -> str:
    """`mueang`, `2564`, `"ขุดหนอง: ห้าขั้นตอน"`, `[infographic, "Clip VDO"]`."""
    if isinstance(value, list):
        return f"[{', '.join(map(yaml_value, value))}]"
    if isinstance(value, str) and _PLAIN.fullmatch(value) and value not in _WORDS_OF_YAML:
        return value
    return json.dumps(value, ensure_ascii=False)
