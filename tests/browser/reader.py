"""What a reader does in a page, in his own terms."""

from playwright.sync_api import Locator, Page, Route, expect

from bundle import MODULES

LIVE = 60_000  # ms; starting Python on a busy machine
AXE = MODULES / "axe-core" / "axe.min.js"
# Rules that Material's own header, search and navigation break are judged on our part alone.
OURS = "main"


def never(_: Route) -> None:
    """Leave a request without any answer."""


class Reader:
    """A reader of the site in one tab."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url

    def open(self, path: str = "repeat-sales/") -> "Reader":
        """Open a page by its path in the site."""
        self.page.goto(self.url + path)
        return self

    def faults(self) -> dict[str, list[str]]:
        """What axe-core finds in the open page: the beginnings of bad elements by rule."""
        self.page.add_script_tag(path=AXE)
        found = self.page.evaluate("(place) => axe.run(place)", OURS)
        assert "color-contrast" in {rule["id"] for rule in found["passes"]}
        return {
            fault["id"]: [node["html"][:160] for node in fault["nodes"]]
            for fault in found["violations"]
        }

    def calculator(self, name: str = "lost_revenue", nth: int = 0) -> "Placed":
        """The nth calculator of that name on the page."""
        return Placed(self.page.locator(f"[data-calculator={name}]").nth(nth))


class Placed:
    """A calculator in a page."""

    def __init__(self, root: Locator) -> None:
        self.root = root

    def input(self, field: str) -> Locator:
        """The input of a field."""
        return self.root.locator(f"[data-field={field}] input")

    def message(self, field: str) -> Locator:
        """The place of a field's message."""
        return self.root.locator(f"[data-field={field}] [data-error]")

    def stage(self, name: str) -> Locator:
        """The line that says how far the start has come."""
        return self.root.locator(f"[data-stage={name}]")

    @property
    def headline(self) -> Locator:
        """The answer in large type."""
        return self.root.locator(".calculator__headline-value")

    @property
    def result(self) -> Locator:
        """All below the form."""
        return self.root.locator(".calculator__result")

    def wake(self) -> "Placed":
        """Come near and wait until the calculator is live."""
        self.root.locator("input").first.focus()
        expect(self.stage("ready")).to_be_visible(timeout=LIVE)
        return self

    def type(self, raw: dict[str, str]) -> None:
        """Type into fields as a person does, over what stands there."""
        for field, text in raw.items():
            self.input(field).fill(text)

    def is_current(self) -> None:
        """Wait until what is shown belongs to what is typed."""
        expect(self.root).not_to_have_attribute("data-stale", "", timeout=LIVE)

    def is_stale(self) -> None:
        """Wait until what is shown is marked as out of date."""
        expect(self.root).to_have_attribute("data-stale", "")
