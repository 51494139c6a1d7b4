"""The comparison as a spreadsheet that goes on computing."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from calculators.channel_cost.model import (
    NO_BUDGET,
    NO_DEALS,
    NO_LEADS,
    UNPAID,
    Inputs,
    Outputs,
    returned,
)
from calculators.kit.declaration.declare import Output, Shown, declarations
from calculators.kit.declaration.units import PERCENT, RUBLES
from calculators.kit.takeaway.formulas import Formulas, Lines
from calculators.kit.words.leaders import are_near
from calculators.kit.words.ways import EQUAL, NEARLY, WORDS


@dataclass(frozen=True, slots=True)
class Judged:
    """A channel as given: its prices, what it leaves, and whether it is among the best."""

    order: Annotated[Decimal, Output("№")]
    channel: Annotated[str, Output("Канал")]
    lead: Annotated[Decimal | None, Output("Лид", RUBLES, absent=NO_LEADS)]
    bought: Annotated[Decimal | None, Output("Покупают", PERCENT, absent=NO_LEADS)]
    deal: Annotated[Decimal | None, Output("Сделка", RUBLES, absent=NO_DEALS)]
    left: Annotated[Decimal, Output("Прибыль после рекламы", RUBLES)]
    ruble: Annotated[Decimal | None, Output("На рубль рекламы", PERCENT, absent=NO_BUDGET)]
    returns: Annotated[Decimal, Output("Вернулось до рекламы", PERCENT)]
    leading: Annotated[Decimal, Output("Среди лучших")]
    below: Annotated[str, Output("В минусе")]


BUDGET, LEADS, DEALS = "{channels_budget}", "{channels_leads}", "{channels_deals}"
EARNED = f"{DEALS}*{{average_check}}*{{margin}}"
STEPS = {
    "order": "{number}",
    "channel": "{channels_name}",
    "lead": f'IF({LEADS}=0,"{NO_LEADS}",{BUDGET}/{LEADS})',
    "bought": f'IF({LEADS}=0,"{NO_LEADS}",{DEALS}/{LEADS})',
    "deal": f'IF({DEALS}=0,"{NO_DEALS}",{BUDGET}/{DEALS})',
    "left": f"{EARNED}-{BUDGET}",
    "ruble": f'IF({BUDGET}=0,"{NO_BUDGET}",{{left}}/{BUDGET})',
    # Binary fractions may tell equal ones apart.
    "returns": f"IF({BUDGET}=0,{UNPAID / 100},ROUND({EARNED}/{BUDGET},9))",
    "leading": (
        "IF({returns}>0,IF(ROUND(MAX({returns:whole})-{returns},9)<=ROUND({returns}/10,9),1,0),0)"
    ),
    "below": (
        '{below:before}&IF(ROUND({left},4)<0,IF({below:before}="","","; ")&{channels_name},"")'
    ),
}
FIRST = {"below": 'IF(ROUND({left},4)<0,{channels_name},"")'}
ABSENT = declarations(Outputs)["best"].absent
NOBODY = declarations(Outputs)["losing"].words[()]
SAME = "SUMPRODUCT(({leading}=1)*({returns}=MAX({returns})))=SUM({leading})"


def formulas(i: Shown[Inputs], o: Shown[Outputs]) -> Formulas:
    """The channels as a spreadsheet compares them."""
    losing = f"INDEX({{below}},{len(i.raw.channels)})"
    results = {
        "best": (
            f'IF(SUM({{leading}})=0,"{ABSENT}",IF(SUM({{leading}})=1,'
            "INDEX({channel},MATCH(MAX({returns}),{returns},0)),"
            f'IF({SAME},"{WORDS[EQUAL]}","{WORDS[NEARLY]}")))'
        ),
        "total_profit": "SUM({left})",
        "cheapest_lead": (
            f'IF(COUNT({{lead}})=0,"{NO_LEADS}",INDEX({{channel}},MATCH(MIN({{lead}}),{{lead}},0)))'
        ),
        "losing": f'IF({losing}="","{NOBODY}",{losing})',
    }
    values = list(_judged(i.raw, o.raw))
    return Formulas(
        results, [Lines("По каналам", Judged, STEPS, values, first=FIRST, widths=(5, 30))]
    )


def _judged(i: Inputs, o: Outputs) -> Iterator[Judged]:
    returns = [returned(i, channel) for channel in i.channels]
    below: list[str] = []
    for n, channel in enumerate(i.channels):
        below += [channel.name] * (o.profit[n] < 0)
        yield Judged(
            order=Decimal(n + 1),
            channel=channel.name,
            lead=o.lead_cost[n],
            bought=o.conversion[n],
            deal=o.deal_cost[n],
            left=o.profit[n],
            ruble=o.romi[n],
            returns=returns[n],
            leading=Decimal(returns[n] > 0 and are_near(returns[n], max(returns))),
            below="; ".join(below),
        )
