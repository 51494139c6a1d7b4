"""Дневной план: what a month's plan asks for every day, and what putting off comes to.

Source of the thought: key `owner.6`; every number is the editors' assumption. The forecast goes on
as fast as the days so far.
"""

from calculators.daily_plan.chart import chart
from calculators.daily_plan.model import Inputs, Outputs, check, compute
from calculators.daily_plan.words import explain, reading, tables
from calculators.kit.declaration.declare import Calculator

calculator = Calculator(
    title="Дневной план",
    question="Сколько нужно делать в день, чтобы выполнить план, и что будет, если не догонять?",
    chapter="owner-mistakes",
    inputs=Inputs,
    outputs=Outputs,
    compute=compute,
    explain=explain,
    reading=reading,
    chart=chart,
    tables=tables,
    check=check,
)
