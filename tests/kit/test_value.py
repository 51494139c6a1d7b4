"""What a chapter quotes of a calculator."""

import pytest

from calculators.kit import view


def test_an_input_or_an_output_is_quoted_with_its_unit() -> None:
    assert view.value("cjm_uplift", {}, "reach") == "10\u00a0000\u00a0человек"
    # 10 000 × 7,5 % × 5 % × 25 % − 10 000 × 5 % × 4 % × 20 % = 9,375 − 4 = 5,375
    assert view.value("cjm_uplift", {}, "added_results").startswith("5,38")


def test_a_column_of_a_row_is_quoted_by_the_row_s_number() -> None:
    assert view.value("cjm_uplift", {}, "stages.0.name") == "Показ → переход"
    assert view.value("cjm_uplift", {}, "stages.2.uplift") == "5\u00a0п.\u00a0п."


def test_one_of_a_list_is_quoted_by_its_number() -> None:
    # 10 000 × 5 % = 500
    assert view.value("cjm_uplift", {}, "before.0") == "500\u00a0человек"


def test_a_name_that_the_calculator_lacks_is_refused_with_those_it_has() -> None:
    with pytest.raises(KeyError, match=r"'steps'.*reach, stages"):
        view.value("cjm_uplift", {}, "steps.0.name")
