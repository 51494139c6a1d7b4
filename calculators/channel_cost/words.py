"""What is said about the answer: its arithmetic, its reading, its tables."""

from collections.abc import Iterator
from functools import reduce
from operator import add

from calculators.channel_cost.model import Inputs, Outputs
from calculators.kit.declaration.declare import Reading, Shown, Step, Table, Worked
from calculators.kit.words.leaders import evenly, quoted

ENOUGH = 10
"""Deals of a channel; below it one more or less changes the order."""


def explain(i: Worked[Inputs], o: Worked[Outputs]) -> Iterator[Step]:
    """The cheapest lead; of each channel what a deal costs, what is left, how much of a ruble."""
    priced = [n for n, cost in enumerate(o.raw.lead_cost) if cost is not None]
    if priced:
        n = min(priced, key=lambda n: o.raw.lead_cost[n] or 0)
        channel = i.channels[n]
        yield Step("Самый дешёвый лид", channel.budget / channel.leads, o.lead_cost[n])
    for n, channel in enumerate(i.channels):
        name, raw = f"«{channel.raw.name}»", channel.raw
        if raw.deals:
            yield Step(f"{name}: одна сделка", channel.budget / channel.deals, o.deal_cost[n])
        left = channel.deals * i.average_check * i.margin - channel.budget
        yield Step(f"{name}: прибыль", left, o.profit[n])
        if raw.budget:
            yield Step(f"{name}: на рубль", o.profit[n] / channel.budget, o.romi[n])
    if len(i.channels) > 1:
        yield Step("Вся прибыль", reduce(add, o.profit), o.total_profit)


def reading(i: Shown[Inputs], o: Shown[Outputs]) -> Reading:
    """Which channel to trust with more, what to look at in the others, how sure that is."""
    return Reading(_meaning(i, o), _action(i, o), _caution(i))


def _paid(i: Inputs) -> list[int]:
    return [n for n, channel in enumerate(i.channels) if channel.budget]


def _meaning(i: Shown[Inputs], o: Shown[Outputs]) -> str:
    paid, names = _paid(i.raw), o.raw.leaders
    if not paid:
        return "Бюджета нет ни у одного канала: делить прибыль не на что."
    if not names:
        return _nothing(i)
    best = max(paid, key=lambda n: o.raw.romi[n] or 0)
    if len(names) > 1:
        even = evenly(o.raw.best_returns)
        said = f"{even} на рубль приносят {quoted(names)}."
    elif len(paid) == 1:
        said = f"Канал с бюджетом один, «{names[0]}»: сделка стоит {o.deal_cost[best]}."
    else:
        said = (
            f"Больше всего на рубль приносит «{names[0]}»: сделка там стоит {o.deal_cost[best]}, "
            f"после рекламы остаётся {o.profit[best]}."
        )
    return f"{said}{_lead(i, o, best)}{_losing(o.raw)}{_unpaid(i.raw)}"


def _nothing(i: Shown[Inputs]) -> str:
    # Why no channel with a budget brings anything back.
    if not any(channel.deals for channel in i.raw.channels if channel.budget):
        return "Сделок из рекламы пока нет ни в одном канале: потрачен весь бюджет."
    why = f"рентабельность — {i.margin}" if i.raw.average_check else f"чек — {i.average_check}"
    return f"Сделки есть, а прибыли с них нет: {why}."


def _lead(i: Shown[Inputs], o: Shown[Outputs], best: int) -> str:
    # The cheapest lead and the cheapest deal may be of two channels.
    costs = o.raw.lead_cost
    known = [n for n, cost in enumerate(costs) if cost is not None and i.raw.channels[n].budget]
    cheapest = min(known, key=lambda n: costs[n] or 0)
    if costs[cheapest] == costs[best] or len(o.raw.leaders) > 1:
        return ""
    deal = o.deal_cost[cheapest]
    price = f"сделка там дороже: {deal}" if i.raw.channels[cheapest].deals else "сделок там нет"
    return (
        f" Самый дешёвый лид — у канала «{i.raw.channels[cheapest].name}», "
        f"{o.lead_cost[cheapest]}, но {price}."
    )


def _losing(o: Outputs) -> str:
    if not o.losing:
        return ""
    return f" Рекламу не {'окупает' if len(o.losing) == 1 else 'окупают'} {quoted(o.losing)}."


def _unpaid(i: Inputs) -> str:
    free = [channel.name for channel in i.channels if not channel.budget]
    return f" Без бюджета и потому вне сравнения: {quoted(free)}." if free else ""


def _action(i: Shown[Inputs], o: Shown[Outputs]) -> str:
    paid, names, losing = _paid(i.raw), o.raw.leaders, o.raw.losing
    if not paid:
        return "Впишите, сколько потрачено на каждый канал за месяц."
    if not names:
        return "Проверьте, видны ли в CRM источники сделок, и впишите чек и рентабельность."
    if all(o.raw.profit[n] < 0 for n in paid):
        return "Не прибавляйте бюджет: сначала разберите, что становится с лидами после заявки."
    if len(paid) == 1:
        return "Заведите второй канал на небольшой бюджет: станет с чем сравнить."
    if len(names) > 1:
        return f"Смотрите, где можно купить ещё столько же лидов: {quoted(names)}."
    more = f"Прибавляйте бюджет «{names[0]}» понемногу: с ним лид обычно дорожает."
    if losing:
        return f"{more} Прежде чем отключать {quoted(losing)}, разберите десяток лидов оттуда."
    return more


def _caution(i: Shown[Inputs]) -> str:
    few = [one.name for one in i.raw.channels if one.budget and one.deals < ENOUGH]
    caution = "Сделка приходит позже лида: берите месяц, лиды которого уже дозрели."
    if few:
        caution = f"Меньше десяти сделок: {quoted(few)}. Разница может быть случайной. {caution}"
    return caution


def tables(i: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Table]:
    """Each channel: what a lead and a deal cost, what is left, how much of a ruble it is."""
    columns = (o.lead_cost, o.conversion, o.deal_cost, o.profit, o.romi)
    rows = [[channel.name, *cells] for channel, *cells in zip(i.channels, *columns, strict=True)]
    heads = ["Канал", "Лид", "Покупают", "Сделка", "Прибыль после рекламы", "На рубль рекламы"]
    yield Table("Каналы рядом", heads, rows)
