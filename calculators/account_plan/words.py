"""What is said about the answer: its arithmetic, its reading, its tables."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from calculators.account_plan.model import (
    LONGEST,
    MONTHS_A_YEAR,
    Inputs,
    Month,
    Outputs,
    compute,
    costs_nothing,
    purchases,
)
from calculators.kit.arithmetic import HUNDRED, share
from calculators.kit.declaration.declare import Reading, Shown, Step, Table, Worked, declarations
from calculators.kit.declaration.units import CLIENTS, MANAGERS, MONTHS, PERCENT, RUBLES
from calculators.kit.words import formats
from calculators.kit.words.working import Working, least, operand

HALF = Decimal("0.5")
CLOSELY = 8
"""Up to so many halves of a manager each smaller number is tried; of more, doubles."""
NEARLY = Decimal("0.9")
"""A sum that is not below this share of another is nearly as large."""
SAMPLE = 100
"""On how many talks a share is tried before a plan is built on it."""


def explain(i: Worked[Inputs], o: Worked[Outputs]) -> Iterator[Step]:
    """The second month whole, as the first that has clients who returned before; the totals."""
    first, second = o.months[:2]
    stays = formats.whole(HUNDRED - i.raw.monthly_loss, PERCENT)
    kept = formats.quantity(first.raw.active * share(HUNDRED - i.raw.monthly_loss), CLIENTS)
    capacity = i.managers * i.contacts_per_manager
    if i.raw.ramp_months > 2:
        capacity = capacity * 2 / i.ramp_months
    left = formats.quantity(i.raw.base - first.raw.contacted + i.raw.new_clients, CLIENTS)
    yield Step(
        "Контакты во втором месяце, не больше остатка базы",
        least(capacity, left),
        second.contacted,
    )
    yield Step("Из них вернулись", second.contacted * i.conversion, second.new)
    yield Step("Остались из вернувшихся в первом месяце", first.active * stays, kept)
    if i.raw.orders_per_year:
        pace = formats.quantity(MONTHS_A_YEAR / i.raw.orders_per_year, MONTHS)
        yield Step(
            "Между покупками одного клиента", operand(MONTHS_A_YEAR) / i.orders_per_year, pace
        )
    yield Step(*_second_orders(i.raw, kept, second.new), second.orders)
    yield Step("Выручка", second.orders * i.average_check, second.revenue)
    yield Step(
        "Прибыль после премии и окладов",
        second.revenue * (i.margin - i.bonus) - i.payroll * i.managers,
        second.profit,
    )
    yield Step("Накоплено", first.cumulative + second.profit, second.cumulative)
    if o.raw.payback_month and o.raw.payback_month > 2:
        before, paid = o.months[int(o.raw.payback_month) - 2 :][:2]
        yield Step(
            f"Накоплено к {o.raw.payback_month}-му месяцу, впервые не меньше нуля",
            before.cumulative + paid.profit,
            paid.cumulative,
        )
    yield Step("Накоплено к концу срока", o.profit_total - i.setup_cost, o.final)


def _second_orders(i: Inputs, kept: formats.Text, new: Working) -> tuple[str, Working]:
    # Those of the first month are one month old, and may not buy again yet.
    match purchases(i, 1):
        case 0 if not i.orders_per_year:
            return "Покупки: прежние больше не покупают", new
        case 0:
            return "Покупки: прежним снова покупать рано", new
        case 1:
            return "Покупки", new + kept
        case times:
            return "Покупки", new + operand(kept) * times


def by_month(number: Decimal) -> str:
    """By which month, counted from 1 to 60: «к 30-му месяцу», «ко 2-му месяцу»."""
    return f"{'ко' if number == 2 else 'к'} {number}-му месяцу"


def reading(i: Shown[Inputs], o: Shown[Outputs]) -> Reading:
    """When the money comes back, how much it takes, what becomes of it and what bends the plan."""
    if not any(month.contacted for month in o.raw.months):
        return Reading(
            f"Разговоров в этом плане нет, поэтому нет и выручки: в конце накоплено {o.final}.",
            "Впишите, сколько клиентов в базе, сколько менеджеров и со сколькими клиентами "
            "в месяц говорит каждый.",
            "Пока разговоров нет, о сроке окупаемости план ничего не скажет.",
        )
    words = _never(i, o) if o.raw.payback_month is None else _paid(i, o)
    return Reading(*words, _caution(i, o))


def _never(i: Shown[Inputs], o: Shown[Outputs]) -> tuple[str, str]:
    meaning = f"За {i.horizon} план не окупится: в конце накоплено {o.final}."
    if i.raw.margin <= i.raw.bonus:
        return meaning, (
            f"Сколько ни продавай, план не окупится: рентабельность — {i.margin}, а премия с той "
            f"же выручки — {i.bonus}. Начните с этих двух чисел."
        )
    profitable = o.months[-1].raw.profit > 0
    longer = Shown(compute(replace(i.raw, horizon=Decimal(LONGEST))), declarations(Outputs))
    if longer.raw.payback_month is not None:
        start = "Последний месяц уже прибыльный, но срока" if profitable else "Срока"
        return meaning, (
            f"{start} мало: при тех же числах вложения вернутся через {longer.payback_month}. "
            "Продлите план, прежде чем решать."
        )
    if fewer := _fewer(i, o):
        return meaning, fewer
    start = (
        "Последний месяц прибыльный, но вложений это не вернёт"
        if profitable
        else "К концу срока менеджер обходится не дешевле, чем приносит, и вложений не вернёт"
    )
    base = "" if o.raw.exhausted_month is None else "число клиентов в базе, "
    return meaning, (
        f"{start} и за {formats.whole(Decimal(LONGEST), MONTHS)}. Проверьте {base}чек, долю "
        "купивших снова и рентабельность, прежде чем нанимать."
    )


def _paid(i: Shown[Inputs], o: Shown[Outputs]) -> tuple[str, str]:
    plan, free = o.raw, o.raw.investment == 0
    fading, low = plan.final < plan.peak, _dip(o)
    again = "" if free else "снова "
    if not free:
        meaning = f"Вложения вернутся через {o.payback_month}. До этого понадобится {o.investment}."
    elif costs_nothing(plan):
        meaning = "Вкладывать не придётся."
    else:
        meaning = "Сначала вкладывать не придётся."
    if fading:
        left = "останется" if plan.final >= 0 else f"план {again}уйдёт в минус:"
        meaning += (
            f" Больше всего, {o.peak}, накопится {by_month(plan.peak_month)}: дальше работа стоит "
            f"дороже, чем приносит, и к концу срока {left} {o.final}."
        )
    else:
        started = ", запуск уже вычтен" if i.raw.setup_cost else ""
        meaning += f" За {i.horizon} накопится {o.final}{started}."
    if low is not None:
        meaning += (
            f" По пути {again}не хватит денег: {by_month(low.raw.month)} накоплено "
            f"{low.cumulative}."
        )
    if fewer := _fewer(i, o):
        return meaning, fewer
    if fading:
        return meaning, (
            f"{by_month(plan.peak_month).capitalize()} пополните базу или решите, чем ещё займётся "
            "менеджер: старая база его уже не кормит."
        )
    needed = max(plan.investment, Decimal(0) if low is None else -low.raw.cumulative)
    if needed == 0:
        return meaning, "Так бывает редко: ещё раз сверьте долю купивших снова и оклад с жизнью."
    return meaning, (
        f"Отложите {formats.quantity(needed, RUBLES)} до старта и не закрывайте направление раньше "
        "срока: повторные продажи разгоняются медленнее новых."
    )


def _dip(o: Shown[Outputs]) -> Shown[Month] | None:
    # The lowest month below zero after the payback, of a plan that comes up again.
    later: list[Shown[Month]] = o.months[int(o.raw.payback_month or 0) :]
    low = min(later, key=lambda month: month.raw.cumulative, default=None)
    return None if low is None or low.raw.cumulative >= 0 or o.raw.final < 0 else low


def _fewer(i: Shown[Inputs], o: Shown[Outputs]) -> str:
    # With too small a base, and with fewer managers, more may be left in the end.
    if o.raw.exhausted_month is None:
        return ""
    plans = {
        number: compute(replace(i.raw, managers=number)).final for number in _below(i.raw.managers)
    }
    best = max(plans, key=lambda number: plans[number], default=None)
    if best is None or plans[best] <= 0 or plans[best] * NEARLY <= o.raw.final:
        return ""
    return (
        "Базы на такую нагрузку мало, и меньше менеджеров заработали бы больше: "
        f"{formats.whole(best, MANAGERS)} — {formats.quantity(plans[best], RUBLES)} к концу срока "
        f"вместо {o.final}. Начните с меньшего или пополните базу."
    )


def _below(managers: Decimal) -> Iterator[Decimal]:
    # Smaller numbers of managers, from half a one on: of a crowd not all, yet the smallest too.
    number = HALF
    while number < managers:
        yield number
        number = number + HALF if managers <= HALF * CLOSELY else number * 2


def _caution(i: Shown[Inputs], o: Shown[Outputs]) -> str:
    talks = sum(month.contacted for month in o.raw.months)
    trial = "первой сотне разговоров" if talks > SAMPLE else "первых же разговорах"
    caution = f"План держится на доле купивших снова: проверьте её на {trial}."
    if o.raw.exhausted_month is None:
        return caution
    if i.raw.new_clients:
        return (
            f"{caution} На {o.exhausted_month}-м месяце базы впервые не хватит на полную "
            "нагрузку, хотя её и пополняют новые клиенты."
        )
    since = "Со" if o.raw.exhausted_month == 2 else "С"
    return (
        f"{caution} {since} {o.exhausted_month}-го месяца базы не хватает на полную нагрузку, "
        "а потом возвращать некого, если её не пополнят новые клиенты."
    )


def tables(_: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Table]:
    """The plan, month by month; with a unit in every cell it would be twice as wide."""
    columns = declarations(Month)
    yield Table(
        "План по месяцам",
        [f"{c.label}, ₽" if c.unit is RUBLES else c.label for c in columns.values()],
        [
            [formats.bare(getattr(month, name), column.unit) for name, column in columns.items()]
            for month in o.raw.months
        ],
    )
