"""Where documents and zips from outside are read: in the sandbox, one child for all of them."""

import json
from dataclasses import dataclass, field

from khlang.files.convert import bundle, convert
from khlang.files.convert.convert import Converted
from khlang.files.findings import Finding, Refused, load
from khlang.files.sandbox import Sandbox
from khlang.files.workshop import too_hard
from khlang.model.diagnostic import Severity


@dataclass(slots=True)
class Intake:
    """One for a whole folder. Both ways raise Refused for what cannot be read."""

    sandbox: Sandbox = field(default_factory=Sandbox)

    def converted(self, data: bytes, suffix: str) -> Converted:
        """A Word or PowerPoint document as Markdown."""
        return convert.load(*self._asked("convert", suffix, data))

    def unpacked(self, data: bytes) -> dict[str, bytes]:
        """The files of a zip by their paths."""
        return bundle.load(*self._asked("unpack", ".zip", data))

    def fault_of(self, data: bytes, suffix: str) -> Finding | None:
        """The first reason why a file cannot be published as it is."""
        answer, result = self.sandbox.run("examine", suffix, data)
        if answer["kind"] != "examined":
            return too_hard(answer["kind"])
        faults = (each for each in load(result).findings if each.code.severity is Severity.ERROR)
        return next(faults, None)

    def close(self) -> None:
        """Ends the child."""
        self.sandbox.close()

    def _asked(self, job: str, suffix: str, data: bytes) -> tuple[list[int], bytes]:
        answer, result = self.sandbox.run(job, suffix, data)
        if answer["kind"] == "taken in":
            index = answer["index"]
            return json.loads(result[:index]), result[index:]
        if answer["kind"] == "examined":
            raise _refused(load(result).findings[0])
        raise _refused(too_hard(answer["kind"]))


def _refused(finding: Finding) -> Refused:
    return Refused(finding.code, **finding.values)
