"""Рост воронки: what a few points of conversion at each stage do to the end result.

Source of the formula: key `cjm.example`; people after a stage are people before it times
its conversion, so growth of the stages multiplies. A point more weighs most where the conversion
is lowest, which says nothing of what the point costs.
"""

from calculators.cjm_uplift.chart import chart
from calculators.cjm_uplift.model import Inputs, Outputs, check, compute
from calculators.cjm_uplift.words import explain, reading, tables
from calculators.kit.declaration.declare import Calculator

calculator = Calculator(
    title="Рост воронки",
    question="Во сколько раз вырастет результат, если прибавить понемногу на каждом этапе?",
    chapter="customer-journey",
    inputs=Inputs,
    outputs=Outputs,
    compute=compute,
    explain=explain,
    reading=reading,
    chart=chart,
    tables=tables,
    check=check,
)
