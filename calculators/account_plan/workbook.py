"""The plan as a spreadsheet that goes on computing."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from decimal import Decimal
from itertools import accumulate
from typing import Annotated, Any

from calculators.account_plan.model import (
    ENOUGH,
    FREE,
    LONGEST,
    MONTHS_A_YEAR,
    NEVER,
    Inputs,
    Month,
    Outputs,
    capacity,
)
from calculators.kit.declaration.declare import Output, Shown, declarations
from calculators.kit.declaration.units import RUBLES
from calculators.kit.takeaway.formulas import Formulas, Lines


@dataclass(frozen=True, slots=True)
class SheetMonth(Month):
    """A month of the workbook, which finds its results by three columns more."""

    short: Annotated[Decimal, Output("Ещё не вернулось", RUBLES)]
    best: Annotated[Decimal | None, Output("Лучшее из накопленного", RUBLES, absent="")]
    lacking: Annotated[Decimal | None, Output("Базы не хватает", absent="")]


OPENING = dict.fromkeys(declarations(SheetMonth), "0") | {
    "cumulative": "-{setup_cost}",
    "short": "{setup_cost}",
    "best": '""',
    "lacking": '""',
}
CAPACITY = "{managers}*{contacts_per_manager}*IF({month}<{ramp_months},{month}/{ramp_months},1)"
AGES = "({month}-{month:above})"


def _bought(ages: str) -> str:
    # Binary fractions may miss a whole number of purchases from below.
    return f"INT(ROUND({ages}*{{orders_per_year}}/{MONTHS_A_YEAR},9))"


STEPS = {
    "month": 'IF({number}<={horizon},{number},"")',
    "contacted": (
        f"MAX(0,MIN({CAPACITY},{{base}}+{{new_clients}}*({{month}}-1)-SUM({{contacted:above}})))"
    ),
    "new": "{contacted}*{conversion}",
    "active": "{active:before}*(1-{monthly_loss})+{new}",
    "orders": (
        f"{{new}}+SUMPRODUCT({{new:above}}*(1-{{monthly_loss}})^{AGES}"
        f"*({_bought(AGES)}-{_bought(f'({AGES}-1)')}))"
    ),
    "revenue": "{orders}*{average_check}",
    "profit": "{revenue}*({margin}-{bonus})-{payroll}*{managers}",
    "cumulative": "{cumulative:before}+{profit}",
    # A spreadsheet's binary fractions miss an exact zero by less than a kopeck.
    "short": ("IF(AND(OR({month}=1,{short:before}>0),ROUND({cumulative},4)<0),-{cumulative},0)"),
    "best": "MAX({best:before},{cumulative})",
    "lacking": f'IF(ROUND({CAPACITY}-{{contacted}},6)>0,{{month}},"")',
}
# The opening row counts among the months not paid back, unless nothing was spent before them.
PAID = 'COUNTIF({short},">0")+IF({setup_cost}>0,0,1)'
NOTHING = declarations(Outputs)["payback_month"].words[FREE]
RESULTS = {
    "payback_month": (
        f'IF(ROUND(MIN({{cumulative}}),4)>=0,"{NOTHING}",IF({PAID}>{{horizon}},"{NEVER}",{PAID}))'
    ),
    "investment": "MAX({short})",
    "final": "SUM({profit})-{setup_cost}",
    "peak": "MAX({best})",
    "peak_month": "MATCH(MAX({best}),{best},0)-1",
    "exhausted_month": f'IF(COUNT({{lacking}})=0,"{ENOUGH}",MIN({{lacking}}))',
    "profit_total": "SUM({profit})",
    "revenue_total": "SUM({revenue})",
}


def formulas(i: Shown[Inputs], o: Shown[Outputs]) -> Formulas:
    """The plan as a spreadsheet computes it, with room for the longest one."""
    opening: dict[str, Any] = dict.fromkeys(OPENING, Decimal(0))
    opening |= {"cumulative": -i.raw.setup_cost, "short": i.raw.setup_cost}
    opening |= {"best": None, "lacking": None}
    return Formulas(
        results=RESULTS,
        sheets=[
            Lines(
                title="По месяцам",
                row=SheetMonth,
                opening=OPENING,
                steps=STEPS,
                values=[SheetMonth(**opening), *_sheet_months(i.raw, o.raw)],
                room=LONGEST,
                formats={"month": "0", "short": r'#,##0\ "₽";;', "lacking": "0"},
            )
        ],
        formats={"payback_month": "0"},
    )


def _sheet_months(i: Inputs, o: Outputs) -> Iterator[SheetMonth]:
    best = accumulate((month.cumulative for month in o.months), max)
    for month, most in zip(o.months, best, strict=True):
        unpaid = o.payback_month is None or month.month < o.payback_month
        yield SheetMonth(
            **asdict(month),
            short=-month.cumulative if unpaid else Decimal(0),
            best=most,
            lacking=month.month if month.contacted < capacity(i, month.month) else None,
        )
