"""Матрица задач: what an audit found, in four lists, and the few tasks to take up now.

Source of the lists and of their order: key `audit.matrix`. That a few are taken at a time, and
how many, is an assumption: forty tasks taken up at once are none.
"""

from calculators.audit_backlog.chart import chart
from calculators.audit_backlog.model import Inputs, Outputs, compute
from calculators.audit_backlog.words import document, explain, lists, reading
from calculators.kit.declaration.declare import Calculator

calculator = Calculator(
    title="Матрица задач",
    question="Какие задачи после аудита взять в работу первыми?",
    chapter="sales-audit",
    inputs=Inputs,
    outputs=Outputs,
    compute=compute,
    explain=explain,
    reading=reading,
    chart=chart,
    lists=lists,
    document=document,
)
