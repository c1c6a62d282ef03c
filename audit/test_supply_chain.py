"""No locked package has a known vulnerability."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PIP_AUDIT = Path(sys.executable).with_name("pip-audit")


@pytest.mark.parametrize("lock", ["site", "dev"])
def test_no_locked_package_is_known_to_be_vulnerable(lock: str) -> None:
    """Asks the database of PyPI. A package that it does not know is a fault, like one it warns of.

    Where it cannot be asked at all nothing can be said, and that too is a fault: silence is no clean
    bill.
    """
    file = ROOT / "requirements" / f"{lock}.txt"
    arguments = [
        "--require-hashes",
        "--disable-pip",
        "--format",
        "json",
        "--requirement",
        str(file),
    ]
    run = subprocess.run([PIP_AUDIT, *arguments], capture_output=True, text=True, check=False)
    found = json.loads(run.stdout)["dependencies"] if run.stdout.startswith("{") else []
    unknown = [each["name"] for each in found if "skip_reason" in each]
    if len(unknown) == len(found):
        reason = f"{lock}.txt: no vulnerability database can be asked; nothing was audited"
        pytest.fail(f"{reason}\n{run.stderr}")
    faults = {
        f"{each['name']} {each['version']}": [one["id"] for one in each["vulns"]]
        for each in found
        if each.get("vulns")
    }
    assert faults == {}
    assert unknown == []
