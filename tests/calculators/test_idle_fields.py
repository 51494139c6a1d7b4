"""Fields that a form need not ask for."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.kit import read, registry, view
from tests.calculators.test_derivations import FITTING
from tests.calculators.typed import raw_inputs

WITH_IDLE = [name for name in registry.names() if list(view.result(name, {})["idle"])]


def test_some_calculator_has_idle_fields() -> None:
    assert "career_path" in WITH_IDLE


@pytest.mark.parametrize("name", WITH_IDLE)
@given(st.data())
def test_an_idle_field_changes_nothing_that_is_shown(name: str, data: st.DataObject) -> None:
    raw, other = (data.draw(raw_inputs(name, **FITTING.get(name, {}))) for _ in range(2))
    calculator = registry.get(name)
    idle = set(calculator.idle(read.inputs(calculator, raw)))
    assert idle < calculator.fields.keys()

    def shown(typed: dict[str, Any]) -> dict[str, Any]:
        return view.result(name, typed) | {"fields": {}}

    assert shown(raw) == shown({key: (other if key in idle else raw)[key] for key in raw})
