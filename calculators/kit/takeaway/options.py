"""Answers to a choice that are not said yet."""

from collections.abc import Mapping
from typing import Self

from calculators.kit.takeaway import nodes
from calculators.kit.takeaway.nodes import Node, node
from calculators.kit.takeaway.symbols import EXACTLY, decide


class Option(str):
    """A key of a choice, not said which: whoever follows says it when it is asked for."""

    __slots__ = ("node", "options", "present")
    node: Node
    options: Mapping[str, str]
    present: str

    def __new__(cls, present: str, node: Node, options: Mapping[str, str]) -> Self:
        self = super().__new__(cls, "\ue000")  # a key of no choice
        self.node, self.options, self.present = node, options, present
        return self

    @property
    def key(self) -> str:
        """The key that it is said to be."""
        *first, last = self.options
        return next((key for key in first if self == key), last)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Option) or other not in self.options:
            return isinstance(other, Option) and self.key == other.key
        condition = node("same", self.node, nodes.text(self.options[str(other)]), EXACTLY)
        return decide(condition, self.present == other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self.key)

    def __str__(self) -> str:
        return self.key

    def __format__(self, form: str) -> str:
        return format(self.key, form)
