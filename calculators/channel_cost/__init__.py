"""Цена лида и цена сделки: which advertising channel brings back most of every ruble.

Not of the source: the sums, the check and the margin are the editors' assumptions. A channel is
judged by its deals; the price of a lead is half of the truth.
"""

from calculators.channel_cost.model import Inputs, Outputs, check, compute
from calculators.channel_cost.words import explain, reading, tables
from calculators.kit.declaration.declare import Calculator

calculator = Calculator(
    title="Цена лида и цена сделки",
    question="Какой рекламный канал приносит больше прибыли на рубль?",
    chapter="internet-marketer",
    inputs=Inputs,
    outputs=Outputs,
    compute=compute,
    explain=explain,
    reading=reading,
    tables=tables,
    check=check,
    measure="total_profit",
)
