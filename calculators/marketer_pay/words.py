"""What is said about the answer: its arithmetic, its reading, its tables."""

from collections.abc import Iterator
from decimal import ROUND_CEILING

from calculators.kit.arithmetic import HUNDRED
from calculators.kit.declaration import law
from calculators.kit.declaration.declare import Reading, Shown, Step, Table, Worked
from calculators.kit.declaration.units import LEADS, PERCENT, RUBLES
from calculators.kit.words import formats
from calculators.kit.words.working import least, operand, worded
from calculators.marketer_pay.model import Inputs, Outputs, kpi_pay, leads_at

MONTHS = {
    "bad": "Плохой: до порога не хватило одного лида",
    "usual": "Обычный: как вписано",
    "best": "Лучший: потолок и все задачи",
}
NO_THRESHOLD = {"bad": "Плохой: ни одного лида"}


def pays_for_leads(inputs: Inputs) -> bool:
    """Whether the scheme pays for leads at all, however many there are."""
    return inputs.kpi_bonus > 0 and inputs.cap > 0


def explain(i: Worked[Inputs], o: Worked[Outputs]) -> Iterator[Step]:
    """Attainment, the two variable parts, the sum."""
    yield Step("План выполнен на", i.lead_fact / i.lead_plan, o.attainment)
    if o.raw.attainment < i.raw.threshold:
        # Attainment itself, rounded, may read the same as the threshold.
        under = "{} — меньше порога {}, поэтому"
        below = worded(under, i.lead_fact / i.lead_plan, i.threshold)
        yield Step("За лидов", below, o.kpi_pay)
    elif o.raw.attainment > i.raw.cap:
        yield Step("За лидов, не выше потолка", i.kpi_bonus * i.cap, o.kpi_pay)
    else:
        yield Step("За лидов", i.kpi_bonus * o.attainment, o.kpi_pay)
    done = i.tasks_done
    if i.raw.tasks_done > i.raw.tasks_planned:
        done = least(done, i.tasks_planned)
    yield Step("Flex", i.flex_fund * done / i.tasks_planned, o.flex_pay)
    yield Step("Доход до налога", i.salary + o.kpi_pay + o.flex_pay, o.total)
    whole = operand(formats.whole(HUNDRED, PERCENT))
    yield Step("На руки", o.total * (whole - i.income_tax), o.on_hand)
    yield Step("Обойдётся вам", o.total * (whole + i.contributions), o.employer_cost)
    bad, _, best = o.months
    yield Step("Плохой месяц, до налога", i.salary + o.flex_pay, bad.total)
    yield Step("Лучший месяц, до налога", i.salary + i.kpi_bonus * i.cap + i.flex_fund, best.total)


def reading(i: Shown[Inputs], o: Shown[Outputs]) -> Reading:
    """What the month paid for and where the scheme invites to cheat."""
    rates = law.rates(i.raw.income_tax, i.raw.contributions, o.raw.months[-1].total)
    return Reading(
        meaning=(
            f"{_meaning(i, o)} Весь доход — {o.total} до налога, на руки — {o.on_hand}."
            f"{_minimum(o)}"
        ),
        action=_action(o),
        caution=" ".join([_step(i), *rates]),
    )


def _meaning(i: Shown[Inputs], o: Shown[Outputs]) -> str:
    attained = f"План выполнен на {o.attainment}"
    if not pays_for_leads(i.raw):
        return f"{attained}, но за лидов по этой схеме не платят."
    if o.raw.attainment < i.raw.threshold:
        # In leads: attainment, rounded, may read the same as the threshold.
        paid_from = formats.number(leads_at(i.raw, i.raw.threshold))
        came = formats.number(i.raw.lead_fact)
        return f"Лидов пришло {came}, а порог — {paid_from}: за лидов не платят."
    if o.raw.attainment >= i.raw.cap:
        return f"{attained}: премия упёрлась в потолок {i.cap}."
    return f"{attained}, премия за лидов — {o.kpi_pay}."


def _action(o: Shown[Outputs]) -> str:
    bad, _, best = o.months
    short = law.MINIMUM_WAGE.value - bad.raw.total
    if short > 0:
        # A scheme that the law does not let stand as it is, is not one to show.
        more = formats.quantity(short.to_integral_value(ROUND_CEILING), RUBLES)
        return f"Поднимите оклад хотя бы на {more}: тогда и плохой месяц будет не меньше МРОТ."
    if bad.raw.total < best.raw.total:
        pays = f"в плохой месяц выйдет {bad.total} до налога, в лучший — {best.total}."
    else:
        pays = f"в любой месяц выйдет {best.total} до налога."
    return f"Покажите эту схему кандидату: {pays}"


def _step(i: Shown[Inputs]) -> str:
    count = "Считайте квалифицированных лидов, и пусть отметку ставит продавец"
    if not pays_for_leads(i.raw):
        return f"Без премии за лидов спрашивать за них труднее. {count}."
    if i.raw.threshold == 0:
        return f"Порога нет, платят с первого лида. {count}: иначе план доберут кем попало."
    first = leads_at(i.raw, i.raw.threshold)
    jump = formats.quantity(kpi_pay(i.raw, first * HUNDRED / i.raw.lead_plan), RUBLES)
    return f"У порога один лид меняет доход на {jump}. {count}: иначе план доберут кем попало."


def _minimum(o: Shown[Outputs]) -> str:
    wage, bad = law.MINIMUM_WAGE, o.raw.months[0]
    if o.raw.total < wage.value:
        return f" Это меньше МРОТ, {wage.dated}: за полный месяц так платить нельзя."
    if bad.total < wage.value:
        return f" В плохой месяц выйдет меньше МРОТ, {wage.dated}: придётся доплатить до него."
    return ""


def tables(i: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Table]:
    """A bad, a usual and the best month."""
    names = MONTHS | (NO_THRESHOLD if i.raw.threshold == 0 else {})
    rows = [
        [
            names[one.month],
            formats.bare(one.raw.leads, LEADS),
            one.total,
            one.on_hand,
            one.employer_cost,
        ]
        for one in o.months
    ]
    columns = ["Месяц", "Лидов", "Доход до налога", "На руки", "Обойдётся вам"]
    yield Table("Три месяца", columns, rows)
