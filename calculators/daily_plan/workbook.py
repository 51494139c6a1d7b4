"""The plan as a spreadsheet that goes on computing."""

from calculators.daily_plan.model import EARLY, LONGEST, NO_DAYS, UNASKED, Day, Inputs, Outputs
from calculators.kit.declaration.declare import Shown
from calculators.kit.takeaway.formulas import Formulas, Lines

LEFT = "({work_days}-{days_passed})"
NEEDED = f"MAX({{month_plan}}-{{done}},0)/{LEFT}"
FORECAST = "{done}/{days_passed}*{work_days}"
SHORTFALL = f"MAX({{month_plan}}-{FORECAST},0)"
DEALS = f"{SHORTFALL}*{{conversion}}"


def _late(formula: str) -> str:
    return f'IF({LEFT}=0,"{NO_DAYS}",{formula})'


def _known(formula: str) -> str:
    return f'IF({{days_passed}}=0,"{EARLY}",{formula})'


RESULTS = {
    "needed_per_day": _late(NEEDED),
    "norm": "{month_plan}/{work_days}",
    "overload": _late(f"{NEEDED}*{{work_days}}/{{month_plan}}-1"),
    "forecast": _known(FORECAST),
    "shortfall": _known(SHORTFALL),
    "lost_deals": _known(DEALS),
    "lost_revenue": _known(
        f'IF({{average_check}}>0,{DEALS}*{{average_check}},IF(ROUND({DEALS},9)>0,"{UNASKED}",0))'
    ),
}
STEPS = {
    # Before the first day there is no pace to go on with.
    "passed": (
        "IF(OR({number}=1,AND({days_passed}>0,{number}-1+{days_passed}<={work_days})),"
        '{number}-1+{days_passed},"")'
    ),
    "made": "IF({days_passed}=0,{done},{done}*{passed}/{days_passed})",
    "left": "MAX({month_plan}-{made},0)",
    "needed": 'IF({passed}={work_days},"—",{left}/({work_days}-{passed}))',
    "overload": (
        'IF({passed}={work_days},"—",{left}*{work_days}/(({work_days}-{passed})*{month_plan})-1)'
    ),
}


def formulas(_: Shown[Inputs], o: Shown[Outputs]) -> Formulas:
    """The plan as a spreadsheet computes it, with room for the longest month."""
    return Formulas(
        RESULTS,
        [
            Lines(
                title="По дням",
                row=Day,
                steps=STEPS,
                values=o.raw.days,
                room=int(LONGEST) + 1,  # after each of its days, and before the first
                formats={"passed": "0"},
            )
        ],
    )
