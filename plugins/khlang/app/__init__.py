"""The composition root: opens a repository folder at a date.

Lives here: what both front doors need, put together once. May import everything below `cli` and
`site`. To add a service of the whole archive: a property of `Workspace`.
"""

from khlang.app.workspace import (
    Archive,
    Changed,
    NotPublishable,
    Opening,
    Workspace,
    open_workspace,
)

__all__ = ["Archive", "Changed", "NotPublishable", "Opening", "Workspace", "open_workspace"]
