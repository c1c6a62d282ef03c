"""Settings of the archive: samples, `as_of`, severities, the year of today."""

from collections.abc import Iterator

from khlang.model.codes import ALL
from khlang.model.codes import archive as codes
from khlang.model.diagnostic import Code, Diagnostic, Severity, report
from khlang.rules.context import Context

TARGETS = "targets.yml"


def check(context: Context) -> Iterator[Diagnostic]:
    """What would make every page say something untrue."""
    corpus = context.corpus
    samples = sum(item.front.sample for item in corpus.items)
    real = len(corpus.items) - samples
    if corpus.targets.as_of is not None and real:
        yield report(codes.AS_OF_WITH_REAL_ITEMS, context.place(TARGETS, "as_of"), count=real)
    if samples and real:
        first = next(item for item in corpus.items if item.front.sample)
        yield report(codes.SAMPLES_AMONG_REAL, first.place("sample"), count=samples)
    for code in corpus.targets.severities:
        place = context.place(TARGETS, f"severities.{code}")
        if code not in ALL:
            yield report(codes.SEVERITY_OF_UNKNOWN_CODE, place, code=code)
        elif not may_change(ALL[code]):
            yield report(codes.SEVERITY_FIXED, place, code=code)
    if context.progress.now is None:
        place = context.place(TARGETS, "years")
        yield report(codes.NO_TARGETS_FOR_TODAY, place, year=context.progress.current)


def may_change(code: Code) -> bool:
    """Errors stand, since a page cannot be made of such a file; everything else is a choice."""
    return code.severity is not Severity.ERROR
