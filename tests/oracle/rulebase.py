"""What a rule is and which columns it needs (rules page, section 3)."""

from collections import namedtuple
from datetime import date

from cells import ge

Rule = namedtuple("Rule", "id tier severity default needs measures judge")

RULES = {}

OFFENCE = "offenceCode | offenceClass"
AGE = "victimAge | victimBornOn + offenceFrom"
SUSPECTS = "suspectCount | suspectAges | suspectEthnicities | suspectNationalities"


def rule(rule_id, tier, severity, default, needs, measures=""):
    def keep(judge):
        RULES[rule_id] = Rule(
            rule_id, tier, severity, default == "on", needs, tuple(measures.split()), judge)
        return judge
    return keep


def columns_suffice(needs, columns):
    """`,` is "and", `|` is "or", `+` binds closest."""
    return all(
        any(all(c.strip() in columns for c in group.split("+")) for group in need.split("|"))
        for need in needs.split(",")
    )


def from_day(f, year, month, day):
    return ge(f.recorded_on, date(year, month, day))
