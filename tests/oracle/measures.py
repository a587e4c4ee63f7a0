"""Policy, severities of findings and measures (rules page, section 3)."""

import json

from cells import read_date, sure
from offence import BYAGE, BYDEF
from rules import IDS, RULES, columns_suffice

SEVERITIES = ("error", "warning", "info")


class Policy:
    """What a force changed: {"rules": {id: off | on | severity}, "parameters": {...}}."""

    def __init__(self, path=None, csa_mandatory_from=None, late_after_days=None, all_on=False):
        given = {"rules": {}, "parameters": {}}
        if path:
            with open(path, encoding="utf-8-sig") as f:
                given.update(json.load(f))
        self.named = given["rules"]
        for rule_id, value in self.named.items():
            if rule_id not in RULES:
                raise ValueError("policy names no rule: " + rule_id)
            if value not in ("on", "off") + SEVERITIES:
                raise ValueError(f"policy value of {rule_id}: {value}")
        parameters = dict(given["parameters"])
        if csa_mandatory_from:
            parameters["csaMandatoryFrom"] = csa_mandatory_from
        if late_after_days is not None:
            parameters["lateAfterDays"] = late_after_days
        mandatory = parameters.get("csaMandatoryFrom")
        self.csa_mandatory_from = read_date(mandatory) if mandatory else None
        if mandatory and self.csa_mandatory_from is None:
            raise ValueError("csaMandatoryFrom is not a date")
        self.parameters = {"lateAfterDays": parameters.get("lateAfterDays", 28)}
        self.all_on = all_on

    def is_on(self, rule_id):
        if self.all_on:
            return True
        value = self.named.get(rule_id)
        return RULES[rule_id].default if value is None else value != "off"

    def severity(self, rule_id, f):
        """Of a finding: what the policy says, else the rule's with its four changes."""
        value = self.named.get(rule_id)
        if value in SEVERITIES:
            return value
        severity = RULES[rule_id].severity
        if rule_id == "CSA-BYDEF-MISSING":
            since = self.csa_mandatory_from
            if since and f.recorded_on and f.recorded_on >= since:
                return "error"
        if rule_id in ("CSE-ADULT-VICTIM", "AGE-OFFENCE-MISMATCH", "OFFENCE-DATE-DEFAULTED"):
            if f.born_on is None:
                return "warning"
        if rule_id == "AGE-OFFENCE-MISMATCH" and f.offence.row["confidence"] != "high":
            return "warning"
        if rule_id == "OFFENCE-DATE-DEFAULTED" and not sure(f.offence.category_is(BYDEF)):
            return "warning"
        return severity


# Which records a measure looks at; a measure without an entry looks at all.
SCOPE = {
    "csa-by-title": lambda f: sure(f.offence.category_is(BYDEF)),
    "csa-by-age": lambda f: sure(f.offence.category_is(BYAGE)),
    "csa-correctness": lambda f: sure(f.is_set("CSA")) and not sure(f.offence.non_sexual),
    "cse-correctness": lambda f: sure(f.is_set("CSE")),
    "record-coherence": lambda f: sure(f.offence.category_is(BYDEF, BYAGE)),
}

PARTS = ("csa-completeness", "cse-by-title", "csa-correctness", "cse-correctness")

MEASURES = (
    "csa-by-title", "csa-by-age", "csa-completeness", "cse-by-title", "csa-correctness",
    "cse-correctness", "record-coherence", "marker-compliance",
)


def worst(outcomes):
    for outcome in ("breached", "undetermined", "met"):
        if outcome in outcomes:
            return outcome
    return None


def measures_of(judgement, running):
    """The outcome of each measure on one record (None: not counted). `running`: on and assessed."""
    f, result = judgement.facts, {}
    for measure in MEASURES[:-1]:
        inside = SCOPE.get(measure, lambda f: True)(f)
        result[measure] = worst([
            judgement.outcomes[r] for r in running if measure in RULES[r].measures
        ]) if inside else None
    result["marker-compliance"] = worst([result[m] for m in PARTS])
    return result


class Tally:
    """Counts of rules and measures over an extract, and what is kept of each record."""

    def __init__(self, columns, policy):
        self.policy = policy
        self.assessed = {r for r in IDS if columns_suffice(RULES[r].needs, columns)}
        self.running = [r for r in IDS if r in self.assessed and policy.is_on(r)]
        self.rules = {}
        for r in IDS:
            # a lacking column is said first: the page makes it no matter of being on
            state = "on" if r in self.running else (
                "off" if r in self.assessed else "not-assessed")
            self.rules[r] = dict(
                state=state, notApplicable=0, undetermined=0, met=0, breached=0)
        self.measures = {m: dict(met=0, breached=0, undetermined=0) for m in MEASURES}
        self.records, self.outcomes, self.severities = 0, [], []

    def add(self, judgement):
        self.records += 1
        findings = {}
        for r in self.running:
            outcome = judgement.outcomes[r]
            key = "notApplicable" if outcome == "not-applicable" else outcome
            self.rules[r][key] += 1
            if outcome == "breached":
                findings[r] = self.policy.severity(r, judgement.facts)
        for measure, outcome in measures_of(judgement, self.running).items():
            if outcome:
                self.measures[measure][outcome] += 1
        self.outcomes.append(judgement.letters())
        self.severities.append(findings)
