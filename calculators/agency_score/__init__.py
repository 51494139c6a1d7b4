"""Сравнение агентств: marks by eight criteria, weighted by what matters to the reader.

Source of the criteria: key `agency.criteria`; it has no weights. The marks run from 0 to 5, so
the weighted sum is a share of the most that could be had by what is known.
"""

from calculators.agency_score.chart import chart
from calculators.agency_score.model import Inputs, Outputs, compute
from calculators.agency_score.words import explain, lists, reading, tables
from calculators.kit.declaration.declare import Calculator

calculator = Calculator(
    title="Сравнение агентств",
    question="Какое агентство подходит вам больше и где его слабые места?",
    chapter="hr-agency",
    inputs=Inputs,
    outputs=Outputs,
    compute=compute,
    explain=explain,
    reading=reading,
    chart=chart,
    tables=tables,
    lists=lists,
    measure="lead",
)
