"""What holds for channels beside one another, whatever the numbers."""

from dataclasses import replace
from decimal import Decimal as D

from hypothesis import given
from hypothesis import strategies as st

from calculators.channel_cost import model
from calculators.kit.arithmetic import exact

compute = exact(model.compute)
HAIR = D("1e-30")


@st.composite
def channels(draw: st.DrawFn) -> model.Channel:
    leads = draw(st.integers(0, 1000))
    return model.Channel(
        name=draw(st.sampled_from("АБВГД")),
        budget=draw(st.integers(0, 10**6).map(D)),
        leads=D(leads),
        deals=D(draw(st.integers(0, leads))),
    )


months = st.builds(
    model.Inputs,
    channels=st.lists(channels(), min_size=1, max_size=12).map(tuple),
    average_check=st.decimals(0, 10**6, places=2),
    margin=st.decimals(0, 100, places=2),
)


@given(months)
def test_no_channel_brings_more_of_a_ruble_than_the_best(i: model.Inputs) -> None:
    o = compute(i)
    known = [(romi, channel.name) for romi, channel in zip(o.romi, i.channels, strict=True)
             if romi is not None]  # fmt: skip
    assert (o.best is None) == (not known)
    if known:
        most = max(romi for romi, _ in known)
        near = [name for romi, name in known if most - romi <= HAIR * (1 + abs(most))]
        assert o.best in near


@given(months)
def test_all_that_is_left_is_what_is_left_of_each(i: model.Inputs) -> None:
    o = compute(i)
    assert abs(o.total_profit - sum(o.profit)) <= HAIR * (1 + abs(o.total_profit))
    assert len(o.losing) == sum(left < 0 for left in o.profit)
    for channel, lead, deal in zip(i.channels, o.lead_cost, o.deal_cost, strict=True):
        assert (lead is None) == (channel.leads == 0)
        assert (deal is None) == (channel.deals == 0)
        # A deal costs as many leads as it takes to make one.
        if lead is not None and deal is not None:
            assert abs(deal * channel.deals - lead * channel.leads) <= HAIR * (1 + channel.budget)


@given(months, st.integers(2, 9))
def test_a_better_check_makes_no_lead_cheaper_and_nobody_poorer(i: model.Inputs, by: int) -> None:
    o, more = compute(i), compute(replace(i, average_check=i.average_check * by))
    assert (more.lead_cost, more.deal_cost) == (o.lead_cost, o.deal_cost)
    assert all(a >= b for a, b in zip(more.profit, o.profit, strict=True))


@given(months)
def test_the_best_is_among_those_called_so(i: model.Inputs) -> None:
    o = compute(i)
    assert not o.leaders or o.best in o.leaders
    assert len(o.best_returns) == len(o.leaders)
    # Where nothing is earned on a ruble of anybody, nobody is called the best.
    earns = any(c.budget and c.deals for c in i.channels) and i.average_check * i.margin > 0
    assert bool(o.leaders) == earns
    assert (model.said(o) is None) == (not earns)
