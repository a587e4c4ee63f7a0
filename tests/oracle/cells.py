"""Three-valued logic and the reading of single cells (rules page, sections 1, 2.1 and 2.3).

True, False and None stand for true, false and unknown.
"""

import re
from collections import namedtuple
from datetime import date
from functools import lru_cache

# Only these four and the no-break space are blank: the page names no other.
BLANKS = " \t\r\n\u00a0"

_LOWER = {ord(c): ord(c.lower()) for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_UPPER = {low: up for up, low in _LOWER.items()}


# -- three values -----------------------------------------------------------

def every(*parts):
    """Kleene "and". All parts are already evaluated, so no reference is skipped."""
    if any(p is False for p in parts):
        return False
    return None if any(p is None for p in parts) else True


def some(*parts):
    """Kleene "or"."""
    if any(p is True for p in parts):
        return True
    return None if any(p is None for p in parts) else False


def no(part):
    return None if part is None else not part


def sure(part):
    return part is True


def known(value):
    return value is not None


def lt(a, b):
    return None if a is None or b is None else a < b


def le(a, b):
    return None if a is None or b is None else a <= b


def ge(a, b):
    return None if a is None or b is None else a >= b


def eq(a, b):
    return None if a is None or b is None else a == b


# -- plain cells --------------------------------------------------------------

def trim(text):
    return text.strip(BLANKS)


def lower(text):
    """A to Z only: the Kelvin sign or a dotted capital I must stay what they are."""
    return text.translate(_LOWER)


def upper(text):
    return text.translate(_UPPER)


_DATE = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
    r"(?:T(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?)?"
)


@lru_cache(maxsize=200_000)
def read_date(text):
    """The day of a trimmed cell, or None if it is empty or no date."""
    found = _DATE.fullmatch(text)
    if not found:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


def read_whole(text, top):
    """One to three digits 0 to 9, at most `top`; else None."""
    if not re.fullmatch(r"[0-9]{1,3}", text):
        return None
    value = int(text)
    return value if value <= top else None


def age_on(born, day):
    """Whole years completed. Tuples put 28 February before a birthday on the
    29th and 1 March after it, which is what the page asks for."""
    years = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    return max(years, 0)


# -- offence codes ------------------------------------------------------------

# kind: missing, subcode, class or unreadable. number is an int (None for N100),
# bare is the number as text, which is what "the bare number" is compared with.
Code = namedtuple("Code", "kind text number bare")

MISSING = Code("missing", None, None, None)
UNREADABLE = Code("unreadable", None, None, None)


def _code(kind, digits, text_after):
    number = int(digits)
    if number == 0:
        return UNREADABLE
    bare = str(number)
    return Code(kind, bare + text_after, number, bare)


@lru_cache(maxsize=100_000)
def read_code(cell):
    """A trimmed cell of offenceCode as a Code, in the order of the table in 2.3."""
    text = cell
    if len(text) >= 3 and text.startswith('="') and text.endswith('"'):
        text = text[2:-1]
    if text.startswith("'"):
        text = text[1:]
    for blank in BLANKS:
        text = text.replace(blank, "")
    text = upper(text)

    if text == "":
        return MISSING
    if m := re.fullmatch(r"([0-9]{1,3})/([0-9]{1,2})", text):
        return _code("subcode", m[1], "/" + m[2].zfill(2))
    if re.fullmatch(r"[0-9]{4,5}", text):
        five = text.zfill(5)
        return _code("subcode", five[:3], "/" + five[3:])
    if m := re.fullmatch(r"([0-9]{1,3})([A-Z]?)", text):
        return _code("class", m[1], m[2])
    if m := re.fullmatch(r"0{0,2}4\.([1-9][0-9]?)", text):
        return Code("class", "4." + m[1], 4, "4")
    if re.fullmatch(r"N100(?:[/.][0-9]{1,2})?", text):
        return Code("class", "N100", None, None)
    return UNREADABLE


def read_class(cell):
    """A trimmed cell of offenceClass: as offenceCode, but a sub-code has no place there."""
    code = read_code(cell)
    return UNREADABLE if code.kind == "subcode" else code


def is_readable(code):
    return code.kind in ("subcode", "class")
