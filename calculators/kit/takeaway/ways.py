"""The formulas of a calculator, found by following it along every way that it may take.

What it asks about its inputs is a fork. Of each result it is found out which forks make a
difference to it, and the formula asks no others.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from calculators.kit.takeaway import nodes, symbols
from calculators.kit.takeaway.bounds import Bounds
from calculators.kit.takeaway.nodes import Node, node, replaced
from calculators.kit.takeaway.symbols import UnfollowedError

MOST_RUNS = 3_000
MOST_FORKS = 40
"""So deep no formula of a person goes."""

type Decisions = frozenset[tuple[Node, bool]]
type Key = Any
type Found = Mapping[Key, Node]


@dataclass(slots=True)
class Run:
    """One way: the forks in the order they were met, and what was found at its end."""

    decisions: dict[Node, bool]
    bounds: dict[Node, Bounds]
    options: Mapping[Node, frozenset[Node]]
    asked: dict[Node, bool] = field(default_factory=dict)
    found: Found = field(default_factory=dict)
    broken: bool = False
    named: dict[Node, list[Key]] = field(default_factory=dict)

    def decide(self, condition: Node, present: bool) -> bool:
        """Whether a condition holds: what follows from the forks before, or as told, or now."""
        if condition in self.asked:
            return self.asked[condition]
        implied = self._implied(condition)
        if implied is not None:
            return implied
        if len(self.asked) > MOST_FORKS * 10:
            raise UnfollowedError("too many comparisons")
        holds = self.decisions.get(condition, present)
        self.asked[condition] = holds
        self._learn(condition, holds)
        return holds

    def _implied(self, condition: Node) -> bool | None:
        left, right, digits = condition.parts
        if left is right:
            return condition.kind == "same"
        if left in self.options:
            return self._is_last(left, right)
        more = self.asked.get(node("less", right, left, digits))
        if condition.kind == "same":
            less = self.asked.get(node("less", left, right, digits))
            if less or more:
                return False
            if less is False and more is False:
                return True
        else:
            same = self.asked.get(node("same", left, right, digits))
            if same is None:
                same = self.asked.get(node("same", right, left, digits))
            if more or same:
                return False
            if same is False and more is False:
                return True
        return self._by_bounds(condition)

    def _is_last(self, choice: Node, option: Node) -> bool | None:
        # Of the options of a choice exactly one is chosen.
        left = set(self.options[choice])
        for condition, holds in self.asked.items():
            of, other, _ = condition.parts
            if of is not choice:
                continue
            if holds:
                return other is option
            left.discard(other)
        return option in left if len(left) == 1 or option not in left else None

    def _by_bounds(self, condition: Node) -> bool | None:
        left, right, _ = condition.parts
        one, other = left.number, right.number
        if condition.kind == "less":
            if other is not None:
                return self._known(left).below(other)
            return None if one is None else self._known(right).above(one)
        limit, of = (one, right) if other is None else (other, left)
        if limit is None:
            return None
        known = self._known(of)
        return False if known.below(limit) or known.above(limit) else None

    def _known(self, of: Node) -> Bounds:
        if of.number is not None:
            return Bounds(of.number, False, of.number, False)
        return self.bounds.get(of) or Bounds(Decimal(0) if self._is_positive(of) else None)

    def _is_positive(self, of: Node) -> bool:
        # Nothing below zero comes of adding, multiplying and dividing what is not below it.
        if of.number is not None:
            return of.number >= 0
        if of.kind == "cell":
            low = self.bounds.get(of, Bounds()).low
            return low is not None and low >= 0
        if of.kind == "max":
            return any(map(self._is_positive, of.parts))
        known = {"add", "mul", "div", "min", "floor", "ceiling"}
        return of.kind in {"abs", "sqrt"} or (
            of.kind in known and all(map(self._is_positive, of.parts))
        )

    def _learn(self, condition: Node, holds: bool) -> None:
        left, right, _ = condition.parts
        of, limit = (left, right.number) if right.number is not None else (right, left.number)
        if limit is None:
            return
        known = self._known(of)
        if condition.kind == "same":
            if holds:
                self.bounds[of] = Bounds(limit, False, limit, False)
            elif known.low == limit:
                self.bounds[of] = Bounds(limit, True, known.high, known.high_open)
        elif (of is left) == holds:  # below the limit, or at most as much
            self.bounds[of] = Bounds(known.low, known.low_open, limit, holds)
        else:
            self.bounds[of] = Bounds(limit, holds, known.high, known.high_open)


class Ways:
    """All ways of `walk`, which computes with symbols and names what it finds."""

    def __init__(
        self,
        walk: Callable[[], Found],
        bounds: Mapping[Node, Bounds],
        options: Mapping[Node, frozenset[Node]],
    ) -> None:
        self._walk, self._bounds, self._options = walk, bounds, options
        self._runs: dict[Decisions, Run] = {}
        self._matters: dict[Key, set[Node]] = {}
        self.present = self._run({})

    def _run(self, decisions: dict[Node, bool]) -> Run:
        key = frozenset(decisions.items())
        if key in self._runs:
            return self._runs[key]
        if len(self._runs) >= MOST_RUNS:
            raise UnfollowedError("too many ways")
        run = Run(decisions, dict(self._bounds), self._options)
        try:
            with symbols.followed(run.decide):
                run.found = self._walk()
        except UnfollowedError:
            raise
        except Exception as error:  # nobody comes along a way that cannot be
            if not decisions:
                raise UnfollowedError("symbols are not computed with") from error
            run.broken = True
        for name, found in run.found.items():
            run.named.setdefault(found, []).append(name)
        self._runs[key] = run
        return run

    def formula(self, key: Key) -> Node:
        """The formula of what the walks name `key`; nothing where a walk does not find it."""
        return self._tree(key, {}, set())

    def namesake(self, key: Key) -> Key | None:
        """Another name of what is now found under `key`, the first one; nothing where none is."""
        first = self.present.named[self.present.found[key]][0]
        return None if first == key else first

    def _tree(self, key: Key, decisions: dict[Node, bool], met: set[Node]) -> Node:
        run = self._run(decisions)
        leaf = self._told(run, key)
        others = list(self._around(run, decisions, met, key, leaf))
        runs = [run, *(other for *_, other in others)]
        unfit = [(fork, last) for fork, last, other in others if not self._fits(leaf, other, key)]
        self._matters.setdefault(key, set()).update(last for _, last in unfit)
        for leaf in dict.fromkeys(self._told(one, key) for one in runs if not one.broken):
            if all(self._fits(leaf, other, key) for other in runs):
                return leaf
        if len(decisions) > MOST_FORKS:
            raise UnfollowedError("too many forks")
        # A choice first: its options have little else in common.
        choices = [fork for fork, _ in unfit if fork.parts[0] in self._options]
        fork = (choices or [fork for fork, _ in unfit])[0]
        met = met.union(*(one.asked for one in runs))
        trees = {
            holds: self._tree(key, side, met)
            for holds in (True, False)
            if not self._run(side := decisions | {fork: holds}).broken
        }
        if len(trees) == 1:
            return next(iter(trees.values()))
        beside = [other for other in runs if fork in other.asked and not other.broken]
        return node("if", self._named(run, fork, key, beside), trees[True], trees[False])

    def _around(
        self, run: Run, decisions: dict[Node, bool], met: set[Node], key: Key, leaf: Node
    ) -> Iterator[tuple[Node, Node, Run]]:
        # Each fork by itself where it is met first, and where it has made a difference before;
        # later all others together.
        together = []
        for fork in [fork for fork in run.asked if fork not in decisions]:
            if fork in met and fork not in self._matters[key]:
                together.append(fork)
            else:
                for last, other in self._beyond(fork, run, decisions, set(run.asked)):
                    yield fork, last, other
        yield from self._halved(together, run, decisions, key, leaf)

    def _halved(
        self, forks: list[Node], run: Run, decisions: dict[Node, bool], key: Key, leaf: Node
    ) -> Iterator[tuple[Node, Node, Run]]:
        if not forks:
            return
        if len(forks) == 1:
            for last, other in self._beyond(forks[0], run, decisions, set(run.asked)):
                yield forks[0], last, other
            return
        other = self._run(decisions | {fork: not run.asked[fork] for fork in forks})
        if (
            other.broken
            or other.asked.keys() - run.asked.keys()
            or not self._fits(leaf, other, key)
        ):
            half = len(forks) // 2
            parts = [forks[:half], forks[half:]]
        else:
            yield forks[0], forks[0], other
            # Forks that follow from others, or are not met beside them, have not been tried.
            parts = [[fork for fork in forks[1:] if fork not in other.asked]]
        for some in parts:
            yield from self._halved(some, run, decisions, key, leaf)

    def _beyond(
        self, fork: Node, run: Run, decisions: dict[Node, bool], met: set[Node]
    ) -> Iterator[tuple[Node, Run]]:
        # What is asked only on the other way may make a difference there.
        flipped = decisions | {fork: not run.asked[fork]}
        other = self._run(flipped)
        yield fork, other
        new = [one for one in other.asked if one not in met]
        for one in new:
            yield from self._beyond(one, other, flipped, met | set(new))

    def _fits(self, leaf: Node, run: Run, key: Key) -> bool:
        if run.broken:
            return True
        told = replaced(leaf, lambda one: self._value(run, one))
        return told is run.found.get(key, nodes.text(""))

    @staticmethod
    def _value(run: Run, one: Node) -> Node | None:
        return run.found.get(one.parts[0], nodes.text("")) if one.kind == "ref" else None

    def _told(self, run: Run, key: Key) -> Node:
        return self._named(run, run.found.get(key, nodes.text("")), key)

    def _named(self, run: Run, found: Node, key: Key, beside: Collection[Run] = ()) -> Node:
        # By the names of other results, not by what they are made of; in a condition by those
        # that are the same beside it.
        def name(one: Node) -> Node | None:
            if one.kind in {"cell", "number", "text"}:
                return None
            for other in run.named.get(one, ()):
                if other == key:
                    break
                if all(way.found.get(other) is one for way in beside):
                    return nodes.ref(other)
            return None

        return replaced(found, name)
