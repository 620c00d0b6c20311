"""What is wrong with a field of JSON, in words; by the kinds of error of pydantic."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from communetui.strings.language import Language, Words, language

if TYPE_CHECKING:
    from collections.abc import Mapping

_WANTED: Final[Mapping[str, Words[str]]] = {
    "missing": Words("bắt buộc phải có", "is required"),
    "extra_forbidden": Words("không có trường này", "there is no such field"),
    "string_type": Words("phải là chữ", "must be text"),
    "string_unicode": Words("có ký tự không hợp lệ", "holds characters that are no text"),
    "string_pattern_mismatch": Words("không đúng dạng", "has the wrong form"),
    "string_too_short": Words("không được để trống", "must not be empty"),
    "int_type": Words("phải là số nguyên", "must be a whole number"),
    "int_parsing": Words("phải là số nguyên", "must be a whole number"),
    "int_parsing_size": Words("số quá lớn", "the number is too large"),
    "int_from_float": Words("phải là số nguyên", "must be a whole number"),
    "bool_type": Words("phải là true hoặc false", "must be true or false"),
    "bool_parsing": Words("phải là true hoặc false", "must be true or false"),
    "greater_than_equal": Words("phải từ {ge} trở lên", "must be {ge} or more"),
    "less_than_equal": Words("phải từ {le} trở xuống", "must be {le} or less"),
    "enum": Words("phải là một trong: {expected}", "must be one of: {expected}"),
    "literal_error": Words("phải là một trong: {expected}", "must be one of: {expected}"),
    "tuple_type": Words("phải là một danh sách", "must be a list"),
    "list_type": Words("phải là một danh sách", "must be a list"),
    "dict_type": Words("phải là một đối tượng", "must be an object"),
    "model_type": Words("phải là một đối tượng", "must be an object"),
    "model_attributes_type": Words("phải là một đối tượng", "must be an object"),
    "date_type": Words("phải là ngày, ví dụ 2026-11-23", "must be a date such as 2026-11-23"),
    "datetime_type": Words(
        "phải là thời điểm, ví dụ 2026-11-23T14:05:00+07:00", "must be an instant such as 2026-11-23T14:05:00+07:00"
    ),
}
_DATES: Final = Words(
    "không phải ngày giờ có thật, dạng đúng: 2026-11-23T14:05:00+07:00",
    "is no real date and time; the form is 2026-11-23T14:05:00+07:00",
)
_OWN: Final[Mapping[str, Words[str]]] = {
    "give either procedure_code or procedure": Words(
        "phải có đúng một trong hai: procedure_code hoặc procedure", "give either procedure_code or procedure"
    ),
}
_OTHER: Final = Words("giá trị không hợp lệ", "the value is not valid")


def field_problem(kind: str, facts: Mapping[str, Any], message: str) -> str:
    """What is wrong, in the language of now; `message` is pydantic's own English."""
    if kind.startswith(("datetime_", "date_")) and not kind.endswith("_type"):
        return _DATES()
    if kind == "value_error":
        own = _OWN.get(str(facts.get("error", "")))
        return own() if own else _OTHER()
    words = _WANTED.get(kind)
    if words is None:
        return _OTHER() if language() is Language.VI else message
    told = {name: str(value) for name, value in facts.items()}
    told["expected"] = told.get("expected", "").replace(" or ", ", ")
    return words().format_map(told)
