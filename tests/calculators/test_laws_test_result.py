"""What holds for two versions compared, whatever the numbers."""

from decimal import Decimal as D

from hypothesis import given
from hypothesis import strategies as st

from calculators import test_result as versions
from calculators.kit.arithmetic import exact

compute = exact(versions.compute)
people = st.integers(1, 10**6)
seen = people.flatmap(lambda of: st.tuples(st.just(D(of)), st.integers(0, of).map(D)))
# No part of a conversion is lost, so that what is compared is the same to the last digit.
round_people = st.sampled_from([10**power for power in range(1, 7)])
HAIR = D("1e-40")


def of(a: tuple[D, D], b: tuple[D, D]) -> versions.Outputs:
    return compute(versions.Inputs(*a, *b))


@given(seen, seen)
def test_what_is_seen_lies_within_its_interval_and_that_within_its_bounds(
    a: tuple[D, D], b: tuple[D, D]
) -> None:
    found = of(a, b)
    assert -HAIR <= found.interval_a.low <= found.conversion_a + HAIR
    assert found.conversion_a - HAIR <= found.interval_a.high <= 100 + HAIR
    assert -100 - HAIR <= found.interval.low <= found.difference + HAIR
    assert found.difference - HAIR <= found.interval.high <= 100 + HAIR


@given(seen, seen)
def test_versions_that_change_places_change_signs_and_nothing_else(
    a: tuple[D, D], b: tuple[D, D]
) -> None:
    one, other = of(a, b), of(b, a)
    assert one.difference == other.difference.copy_negate()
    assert one.interval.low == other.interval.high.copy_negate()
    assert one.interval.high == other.interval.low.copy_negate()
    turned = {"better": "worse", "worse": "better", "unclear": "unclear"}
    assert other.verdict == turned[one.verdict]
    assert one.needed == other.needed


@given(seen, seen)
def test_a_verdict_is_an_interval_on_one_side_of_nothing(a: tuple[D, D], b: tuple[D, D]) -> None:
    found = of(a, b)
    sides = (found.interval.low > 0, found.interval.high < 0)
    verdicts = {(True, False): "better", (False, True): "worse", (False, False): "unclear"}
    assert found.verdict == verdicts[sides]
    assert (found.needed is None) == (found.difference == 0)


@given(st.data(), round_people, st.integers(2, 10))
def test_the_same_shares_of_more_people_are_known_closer_and_need_as_many(
    data: st.DataObject, people: int, times: int
) -> None:
    results = [data.draw(st.integers(0, people)) for _ in range(2)]
    few = [(D(people), D(found)) for found in results]
    many = [(D(people * times), D(found * times)) for found in results]
    one, other = of(few[0], few[1]), of(many[0], many[1])
    assert other.interval.high - other.interval.low < one.interval.high - one.interval.low
    assert one.needed == other.needed


def test_without_any_result_the_interval_begins_at_nothing_itself() -> None:
    # x = 0: the root of (3,841459 ÷ 2)², which is taken off 3,841459 ÷ 2.
    assert of((D(500), D(0)), (D(500), D(500))).interval_a.low == 0
    assert of((D(500), D(0)), (D(500), D(500))).interval_b.high == 100
