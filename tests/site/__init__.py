"""Tests of built sites."""  # noqa: A005  # always imported as tests.site
