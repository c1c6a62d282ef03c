"""axe-core in a page: what it finds against WCAG 2.2 AA and good practice, in a line each."""

from pathlib import Path

from playwright.sync_api import Page

SOURCE = (Path(__file__).parents[1] / "vendored/axe-core/axe.min.js").read_text("utf-8")
_RUN = """async (only) => {
  const options = { resultTypes: ["violations"], ...(only && { runOnly: only }) };
  const { violations } = await axe.run(document, options);
  return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")}`));
}"""
COLORS = ["color-contrast", "link-in-text-block"]
"""Rules that see the palette: all that can differ between light and dark."""


def violations(page: Page, only: list[str] | None = None) -> list[str]:
    """Of the page as it stands. The script is brought in beside the policy, which stays in force."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(SOURCE)
    found: list[str] = page.evaluate(_RUN, only)
    return found
