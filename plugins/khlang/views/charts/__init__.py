"""Charts as typed data: every place and length is worked out here, a template only draws.

Lives here: one module a kind of chart. Each chart has a `summary` that says what the drawing says,
and a `table` with its figures. May import: `progress`, `model`, `thai`, `views.tables`. To add one:
a module here, and a macro in `site/templates/charts.html`.
"""
