"""What is known of a number."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Bounds:
    """What is known of a number; `open` where it is not the bound itself."""

    low: Decimal | None = None
    low_open: bool = False
    high: Decimal | None = None
    high_open: bool = False

    def below(self, limit: Decimal) -> bool | None:
        """Whether the number is below `limit`, where that is certain."""
        if self.high is not None and (self.high, not self.high_open) < (limit, True):
            return True
        return False if self.low is not None and self.low >= limit else None

    def above(self, limit: Decimal) -> bool | None:
        """Whether the number is above `limit`, where that is certain."""
        if self.low is not None and (self.low > limit or (self.low == limit and self.low_open)):
            return True
        return False if self.high is not None and self.high <= limit else None
