"""Mutation testing: one small change at a time, and whether the tests of its room notice it.

`python -m audit.mutation [--minutes N] [--rooms rules body …] [--seed N]` takes a random sample of
all mutants of a room, as many as the time allows, and prints those that no test noticed. Each is
written into a copy of the package, which a fork of a waiting pytest imports: the child process
that handles attachments sees it too, and the working tree is never touched. The tests that pass through
the changed line are asked (`audit.covering`), a few hundred first; all of the room where none does, as with
what runs when a module is loaded.

Kept tools were tried on paper: mutmut and cosmic-ray change the tree or want a session of their
own for each folder, and neither can be told to stop after ten minutes.
"""

import argparse
import ast
import copy
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from audit.covering import WHERE

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "plugins/khlang"

ROOMS = {
    "rules": ("tests/rules", "tests/privacy/test_messages.py"),
    "privacy": ("tests/privacy",),
    "body": ("tests/body", "tests/hostile/test_sanitised.py", "tests/hostile/test_benign.py"),
    "files": ("tests/files", "tests/importers"),
    "publish": ("tests/publish", "tests/app", "tests/site/test_incremental.py"),
}
"""A folder of the package, and the tests that answer for it."""

Covering = Mapping[str, Mapping[str, Sequence[str]]]

_QUIET = ("-q", "-p", "no:cacheprovider")
_NEAREST = 300  # tests that are asked first
SECONDS = 120  # of CPU: a mutant that needs more loops, which is noticed
_WAIT = 1_200  # seconds for one that stands still, on a machine that does much else

# Loads what tests need and what no mutant changes, and answers each line of arguments from a fork.
# Seconds are those of CPU, not of the clock: a busy machine must not count as a test that notices.
_NURSERY = f"""
import contextlib, importlib, json, os, resource, sys, time, pytest
for each in "hypothesis comrak nh3 lxml.etree PIL.Image pikepdf pypdfium2 docx pptx openpyxl".split():
    with contextlib.suppress(ImportError):
        importlib.import_module(each)
for line in sys.stdin:
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))
        nothing = os.open(os.devnull, os.O_RDWR)
        [os.dup2(nothing, stream) for stream in (0, 1, 2)]
        os._exit(pytest.main(json.loads(line)))
    until = time.monotonic() + {_WAIT}
    while not (ended := os.waitpid(child, os.WNOHANG))[0]:
        if time.monotonic() > until:
            os.kill(child, 9)
        time.sleep(0.05)
    print(ended[1], flush=True)
"""

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult,
    ast.Mod: ast.Add,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}


@dataclass(frozen=True)
class Mutant:
    """A module with one change. `change` says which, for the list of survivors."""

    module: Path
    line: int
    change: str
    source: str


def mutants(module: Path) -> Iterator[Mutant]:
    """All mutants of a module, in the order of its nodes."""
    tree = ast.parse(module.read_text("utf-8"))
    passed_over = _passed_over(tree)
    for at, node in enumerate(ast.walk(tree)):
        if node in passed_over:
            continue
        for number, change in enumerate(_changes(node)):
            changed = copy.deepcopy(tree)
            twin = next(each for index, each in enumerate(ast.walk(changed)) if index == at)
            new = _changes(twin)[number][1]
            _put(changed, twin, new)
            source = ast.unparse(ast.fix_missing_locations(changed))
            yield Mutant(module, getattr(node, "lineno", 0), change[0], source)


def _passed_over(tree: ast.AST) -> set[ast.AST]:
    """Docstrings, annotations, `__all__`, decorators: they change nothing that a test should see."""
    found: set[ast.AST] = set()
    for node in ast.walk(tree):
        quiet: list[ast.AST | None] = []
        if isinstance(node, ast.AnnAssign | ast.arg):
            quiet.append(node.annotation)
        elif isinstance(node, ast.FunctionDef):
            quiet += [node.returns, *node.decorator_list]
        elif isinstance(node, ast.ClassDef):
            quiet += node.decorator_list
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            quiet.append(node)
        elif isinstance(node, ast.Raise):
            quiet += [node.exc, node.cause]  # the words of an exception
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            quiet += [node, node.value]
        elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load):
            named = isinstance(node.value, ast.Name) and node.value.id[0].isupper()
            quiet.append(node if named else None)  # Callable[[int], int]
        for each in quiet:
            if each is not None:
                found.update(ast.walk(each))
    return found


def _changes(node: ast.AST) -> list[tuple[str, ast.AST]]:
    """What may become of a node, each with words for it."""
    match node:
        case ast.Compare(ops=[op]) if type(op) in _COMPARED:
            new = _COMPARED[type(op)]()
            compared = ast.Compare(node.left, [new], node.comparators)
            return [(f"{ast.unparse(node)} -> {type(new).__name__}", compared)]
        case ast.BoolOp(op=op):
            other = ast.Or() if isinstance(op, ast.And) else ast.And()
            return [
                (f"{ast.unparse(node)} -> {type(other).__name__}", ast.BoolOp(other, node.values))
            ]
        case ast.BinOp(op=op) if type(op) in _COUNTED:
            counted = ast.BinOp(node.left, _COUNTED[type(op)](), node.right)
            return [(f"{ast.unparse(node)} -> {ast.unparse(counted)}", counted)]
        case ast.UnaryOp(op=ast.Not()):
            return [(f"{ast.unparse(node)} -> without not", node.operand)]
        case ast.If() | ast.IfExp() | ast.While():
            turned = copy.copy(node)
            turned.test = ast.UnaryOp(ast.Not(), node.test)
            return [(f"if {ast.unparse(node.test)} -> if not", turned)]
        case ast.Constant(value=bool() as value):
            return [(f"{value} -> {not value}", ast.Constant(not value))]
        case ast.Constant(value=int() as value):
            return [(f"{value} -> {value + 1}", ast.Constant(value + 1))]
        case ast.Constant(value=str() as value) if value:
            return [(f"{value!r:.60} -> ~", ast.Constant(f"~{value}"))]
        case ast.Return(value=ast.AST() as value) if ast.unparse(value) != "None":
            return [(f"return {ast.unparse(value):.60} -> None", ast.Return(ast.Constant(None)))]
        case ast.Expr() | ast.Continue() | ast.Break():
            return [(f"{ast.unparse(node):.60} -> nothing", ast.Pass())]
    return []


def _put(tree: ast.AST, old: ast.AST, new: ast.AST) -> None:
    for parent in ast.walk(tree):
        for name, value in ast.iter_fields(parent):
            if value is old:
                setattr(parent, name, new)
                return
            if isinstance(value, list) and any(each is old for each in value):
                value[next(at for at, each in enumerate(value) if each is old)] = new
                return
    raise AssertionError("a node without a parent")


@dataclass(frozen=True)
class Verdict:
    """What came of the mutants of a room that there was time for."""

    room: str
    tried: int
    survivors: tuple[Mutant, ...]

    @property
    def killed(self) -> float:
        return 1 - len(self.survivors) / self.tried if self.tried else 0.0


def sample(room: str, seed: int) -> list[Mutant]:
    """All mutants of a room in a random order, the same for a seed."""
    modules = sorted((PACKAGE / room).rglob("*.py"))
    found = [each for module in modules for each in mutants(module)]
    random.Random(seed).shuffle(found)  # noqa: S311  # a sample, not a secret
    return found


def covering(room: str) -> Covering:
    """The tests of a room by the module and the line that they pass through."""
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder) / "covering.json"
        environment = os.environ | {"PYTHONPATH": f"{PACKAGE.parent}{os.pathsep}{ROOT}"}
        environment[WHERE] = str(answer)
        command = [sys.executable, "-m", "pytest", *_QUIET, "-p", "audit.covering", *ROOMS[room]]
        subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
        found: Covering = json.loads(answer.read_text("utf-8"))
    return found


class Nursery:
    """A copy of the package, and a process whose forks test it with one change each."""

    def __init__(self, copied: Path) -> None:
        shutil.copytree(PACKAGE.parent, copied)
        self._copied = copied
        environment = os.environ | {
            "PYTHONPATH": f"{copied}{os.pathsep}{ROOT}",
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        self._process = subprocess.Popen(
            [sys.executable, "-c", _NURSERY],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def notices(self, mutant: Mutant, room: str, covered: Covering) -> bool:
        """Whether a test of the room fails, or what is tested loops."""
        file = self._copied / mutant.module.relative_to(PACKAGE.parent)
        kept, times = file.read_bytes(), file.stat()
        for old in (file.parent / "__pycache__").glob(f"{file.stem}.*"):
            old.unlink()
        file.write_text(mutant.source, "utf-8")
        name = mutant.module.relative_to(PACKAGE).as_posix()
        through = covered.get(name, {}).get(str(mutant.line)) or ROOMS[room]
        try:
            return any(
                self._fails(tests) for tests in (through[:_NEAREST], through[_NEAREST:]) if tests
            )
        finally:
            file.write_bytes(kept)
            os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))

    def close(self) -> None:
        self._process.communicate()

    def _fails(self, tests: Sequence[str]) -> bool:
        assert self._process.stdin is not None  # pipes, as asked for above
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([*_QUIET, "-x", *tests]) + "\n")
        self._process.stdin.flush()
        return self._process.stdout.readline().strip() != "0"


def judge(room: str, minutes: float, seed: int = 1) -> Verdict:
    """As many mutants of a room as there is time for, on all cores."""
    covered = covering(room)
    until = time.monotonic() + 60 * minutes
    count = os.cpu_count() or 1
    nurseries: SimpleQueue[Nursery] = SimpleQueue()
    survivors: list[Mutant] = []
    tried = 0

    def attempt(mutant: Mutant) -> bool | None:
        if time.monotonic() > until:
            return None
        nursery = nurseries.get()
        try:
            return nursery.notices(mutant, room, covered)
        finally:
            nurseries.put(nursery)

    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(count) as pool:
        for number in range(count):
            nurseries.put(Nursery(Path(folder) / str(number)))
        candidates = sample(room, seed)
        for mutant, noticed in zip(candidates, pool.map(attempt, candidates), strict=True):
            tried += noticed is not None
            if noticed is False:
                survivors.append(mutant)
        for _ in range(count):
            nurseries.get().close()
    return Verdict(room, tried, tuple(survivors))


def told(verdict: Verdict) -> str:
    """The figure of a room, and its survivors one a line."""
    lines = [f"{verdict.room}: {verdict.killed:.0%} of {verdict.tried} mutants noticed"]
    for each in sorted(verdict.survivors, key=lambda each: (each.module, each.line)):
        path = each.module.relative_to(PACKAGE).as_posix()
        lines.append(f"  {path}:{each.line}: " + " ".join(each.change.split()))
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Mutation testing on a budget of time.")
    parser.add_argument("--minutes", type=float, default=10, help="for each room")
    parser.add_argument("--rooms", nargs="*", choices=tuple(ROOMS), default=tuple(ROOMS))
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    for room in given.rooms:
        print(told(judge(room, given.minutes, given.seed)), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
