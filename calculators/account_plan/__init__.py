"""Бизнес-план аккаунтинга: month by month, when work on the client base pays back.

Source of the question: key `repeat.when`; its own example is lost, so every number here
is the editors' assumption. Clients who returned in one month are a cohort: each of them buys in
that month and then at an even pace, the first purchase among those of the year.
"""

from calculators.account_plan.chart import chart
from calculators.account_plan.model import PRESETS, Inputs, Outputs, compute
from calculators.account_plan.words import explain, reading, tables
from calculators.kit.declaration.declare import Calculator

calculator = Calculator(
    title="Бизнес-план аккаунтинга",
    question="Через сколько месяцев окупится отдельный менеджер по работе с базой?",
    chapter="repeat-sales",
    inputs=Inputs,
    outputs=Outputs,
    compute=compute,
    explain=explain,
    reading=reading,
    chart=chart,
    tables=tables,
    presets=PRESETS,
    never=lambda inputs: inputs.horizon + 1,
)
