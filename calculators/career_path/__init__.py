"""Путь до коммерческого директора: what the next step asks for, and how many years are left.

Source of the steps and years: keys `career.*`. The skills are those of the turning points.
The editors assume that years served count off the whole path, that marketing takes no less than
the source's years from now unless every skill in it is there, and that a lower step has it ahead.
"""

from calculators.career_path.chart import chart
from calculators.career_path.model import Inputs, Outputs, check, compute, idle
from calculators.career_path.words import explain, lists, reading
from calculators.kit.declaration.declare import Calculator

calculator = Calculator(
    title="Путь до коммерческого директора",
    question="Чего не хватает для следующей ступени и сколько лет осталось?",
    chapter="career-path",
    inputs=Inputs,
    outputs=Outputs,
    compute=compute,
    explain=explain,
    reading=reading,
    chart=chart,
    lists=lists,
    check=check,
    idle=idle,
)
