"""Подрядчики или маркетолог в штате: what managing contractors costs either way.

The advertising budget itself is spent in both cases and is left out of the sums. The rule
of thumb beside the answer is the source's: key `marketer.contractors.budget`.
"""

from calculators.kit.declaration.declare import Calculator
from calculators.team_or_contractors.chart import chart
from calculators.team_or_contractors.model import Inputs, Outputs, compute
from calculators.team_or_contractors.words import explain, reading, tables

calculator = Calculator(
    title="Подрядчики или маркетолог в штате",
    question="Кому дешевле управлять подрядчиками — вам или маркетологу в штате?",
    chapter="internet-marketer",
    inputs=Inputs,
    outputs=Outputs,
    compute=compute,
    explain=explain,
    reading=reading,
    chart=chart,
    tables=tables,
    measure="saving",
)
