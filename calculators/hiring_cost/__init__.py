"""Свой найм или агентство: what one hire costs by either way, the idle weeks included.

Source of the comparison: key `hiring.compare`; it has no formula. A failed hire is counted as
its expected cost: one more search and the months paid to him, times the share of those who do
not stay.
"""

from calculators.hiring_cost.chart import chart
from calculators.hiring_cost.model import Inputs, Outputs, compute, idle
from calculators.hiring_cost.words import explain, reading, tables
from calculators.kit.declaration.declare import Calculator

calculator = Calculator(
    title="Свой найм или агентство",
    question="Что дешевле: искать человека самому или заплатить агентству?",
    chapter="hiring",
    inputs=Inputs,
    outputs=Outputs,
    compute=compute,
    explain=explain,
    reading=reading,
    chart=chart,
    tables=tables,
    idle=idle,
    measure="saving",
)
