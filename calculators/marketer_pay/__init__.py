"""Доход маркетолога: salary, pay for leads between a threshold and a cap, and flex.

Source of the scheme: key `marketer.pay`; the threshold and the cap are the editors'. All of it
is before tax; the tax, the contributions and the minimum wage are the law's, keys `law.*`.
"""

from calculators.kit.declaration.declare import Calculator
from calculators.marketer_pay.chart import chart
from calculators.marketer_pay.model import Inputs, Outputs, check, compute
from calculators.marketer_pay.words import explain, reading, tables

calculator = Calculator(
    title="Доход маркетолога",
    question="Сколько получит маркетолог в плохой, обычный и лучший месяц?",
    chapter="internet-marketer",
    inputs=Inputs,
    outputs=Outputs,
    compute=compute,
    explain=explain,
    reading=reading,
    chart=chart,
    tables=tables,
    check=check,
)
