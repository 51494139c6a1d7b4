"""What is asked, what is answered, and the formulas between."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from calculators.kit.arithmetic import HUNDRED, share
from calculators.kit.declaration.declare import Output, Problems
from calculators.kit.declaration.fields import (
    Number,
    Rows,
    Text,
    assumed,
    chosen,
    money,
    percent,
    rows,
)
from calculators.kit.declaration.units import DEALS, LEADS, PERCENT, RUBLES, Unit
from calculators.kit.words.leaders import leaders
from calculators.kit.words.ways import EQUAL, NEARLY, WORDS

COUNT_MAXIMUM = Decimal(10) ** 9
UNPAID = Decimal(-1)
"""What a channel without a budget counts as beside others: less than any."""
NO_LEADS, NO_DEALS, NO_BUDGET = "лидов нет", "сделок нет", "без бюджета"


def count(label: str, unit: Unit, default: int, help: str) -> Number:
    """A cell for a whole number of leads or deals a month."""
    why = assumed(default, "новый канал")
    return Number(label, unit, why, help, Decimal(0), COUNT_MAXIMUM, whole=True)


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel in a month: ₽ spent, people who left a contact, those of them who bought."""

    name: Annotated[str, Text("Канал", chosen("", ""), longest=80, required=True)]
    budget: Annotated[Decimal, money("Бюджет", assumed(100_000, "новый канал"), "Расход за месяц.")]
    leads: Annotated[Decimal, count("Лидов", LEADS, 100, "Оставили контакт за месяц.")]
    deals: Annotated[Decimal, count("Сделок", DEALS, 5, "Сколько из этих лидов купили.")]


@dataclass(frozen=True, slots=True)
class Inputs:
    """Channels in order, ₽ per deal, percent of it that is left before advertising."""

    channels: Annotated[
        tuple[Channel, ...],
        Rows(
            "Каналы за месяц",
            Channel,
            rows(
                [
                    {"name": "Канал А", "budget": 50_000, "leads": 100, "deals": 2},
                    {"name": "Канал Б", "budget": 150_000, "leads": 100, "deals": 10},
                ],
                "дешёвый лид и дорогой лид, чтобы сравнить",
            ),
            "Бюджет — с НДС, если не берёте его к вычету. Сделки — из тех же лидов, хотя бы и "
            "через месяц.",
            item="канал",
            minimum=1,
            maximum=12,
        ),
    ]
    average_check: Annotated[
        Decimal,
        money(
            "Средний чек",
            assumed(60_000, "круглое число для примера"),
            "Сколько приносит одна сделка, без НДС.",
        ),
    ]
    margin: Annotated[
        Decimal,
        percent(
            "Рентабельность новых продаж",
            assumed(40, "у каждой ниши своя"),
            "Какая часть чека остаётся до расходов на рекламу.",
        ),
    ]


def said(outputs: "Outputs") -> str | None:
    """Which channel to call the best: none where nobody brings anything, or several the same."""
    if outputs.best is None or not outputs.leaders:
        return None
    if len(outputs.leaders) == 1:
        return outputs.best
    first, *others = outputs.best_returns
    return EQUAL if all(one == first for one in others) else NEARLY


@dataclass(frozen=True, slots=True)
class Outputs:
    """The best channel by its name; per channel ₽ per lead and deal, percents, ₽ a month.

    What a channel brings back is its profit before advertising, percent of its budget. `leaders`
    are the names of the best channel and of those near it, `best_returns` what these bring back.
    """

    best: Annotated[
        str | None,
        Output(
            "Больше прибыли на рубль", headline=True, words=WORDS, absent="лучшего нет", said=said
        ),
    ]
    total_profit: Annotated[Decimal, Output("Прибыль после рекламы за месяц", RUBLES)]
    cheapest_lead: Annotated[str | None, Output("Самый дешёвый лид", absent=NO_LEADS)]
    losing: Annotated[tuple[str, ...], Output("В минусе", words={(): "никто"})]
    lead_cost: Annotated[
        tuple[Decimal | None, ...], Output("Лид", RUBLES, absent=NO_LEADS, listed=False)
    ]
    conversion: Annotated[
        tuple[Decimal | None, ...], Output("Покупают", PERCENT, absent=NO_LEADS, listed=False)
    ]
    deal_cost: Annotated[
        tuple[Decimal | None, ...], Output("Сделка", RUBLES, absent=NO_DEALS, listed=False)
    ]
    profit: Annotated[tuple[Decimal, ...], Output("Прибыль", RUBLES, listed=False)]
    romi: Annotated[
        tuple[Decimal | None, ...], Output("На рубль", PERCENT, absent=NO_BUDGET, listed=False)
    ]
    leaders: Annotated[tuple[str, ...], Output("Лучшие", listed=False)]
    best_returns: Annotated[tuple[Decimal, ...], Output("Возвращают", PERCENT, listed=False)]


def check(inputs: Inputs) -> Problems:
    """Nobody buys who has not left a contact."""
    for index, channel in enumerate(inputs.channels):
        if channel.deals > channel.leads:
            yield f"channels.{index}.deals", "Сделок не может быть больше, чем лидов."


def divided(amount: Decimal, by: Decimal) -> Decimal | None:
    """The quotient; None by zero."""
    return amount / by if by else None


def earned(inputs: Inputs, channel: Channel) -> Decimal:
    """What a channel's deals leave before advertising, ₽."""
    return channel.deals * inputs.average_check * share(inputs.margin)


def returned(inputs: Inputs, channel: Channel) -> Decimal:
    """The same, percent of the channel's budget; `UNPAID` where it has none."""
    return earned(inputs, channel) * HUNDRED / channel.budget if channel.budget else UNPAID


def compute(inputs: Inputs) -> Outputs:
    """What a lead and a deal cost, what is left after advertising, and who brings back most."""
    channels = inputs.channels
    profit = [earned(inputs, one) - one.budget for one in channels]
    lead_cost = [divided(one.budget, one.leads) for one in channels]
    returns = [returned(inputs, one) for one in channels]
    first = leaders(returns)
    most, least = max(returns), min((cost for cost in lead_cost if cost is not None), default=None)
    return Outputs(
        best=channels[returns.index(most)].name if most >= 0 else None,
        total_profit=sum(profit, Decimal(0)),
        cheapest_lead=None if least is None else channels[lead_cost.index(least)].name,
        losing=tuple(one.name for one, left in zip(channels, profit, strict=True) if left < 0),
        lead_cost=tuple(lead_cost),
        conversion=tuple(divided(one.deals * HUNDRED, one.leads) for one in channels),
        deal_cost=tuple(divided(one.budget, one.deals) for one in channels),
        profit=tuple(profit),
        romi=tuple(
            divided(left * HUNDRED, one.budget) for left, one in zip(profit, channels, strict=True)
        ),
        leaders=tuple(channels[n].name for n in first),
        best_returns=tuple(returns[n] for n in first),
    )
