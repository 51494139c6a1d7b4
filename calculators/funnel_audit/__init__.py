"""Разрыв в воронке: what is lost every month because stages fall short of their targets.

Source of the example: key `audit.example`. A stage aims at its target, or at what it has where
that is more. It is judged by what its aim alone would bring back, the other stages left as they
are; all aims together bring more than these parts, since stages multiply.
"""

from calculators.funnel_audit.chart import chart
from calculators.funnel_audit.model import Inputs, Outputs, compute
from calculators.funnel_audit.words import explain, reading, tables
from calculators.kit.declaration.declare import Calculator

calculator = Calculator(
    title="Разрыв в воронке",
    question="Сколько выручки в месяц теряет воронка и на каком этапе?",
    chapter="sales-audit",
    inputs=Inputs,
    outputs=Outputs,
    compute=compute,
    explain=explain,
    reading=reading,
    chart=chart,
    tables=tables,
)
