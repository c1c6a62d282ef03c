"""What keeps an edition from being published, told to people."""


class NotPublished(Exception):  # noqa: N818  # the published site is whole: nothing went wrong with it
    """Nothing was published, and the site that readers see is as it was. Thai, then English."""

    def __init__(self, thai: str, english: str) -> None:
        super().__init__(f"{thai} | {english}")
