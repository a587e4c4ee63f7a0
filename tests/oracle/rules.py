"""The 41 rules of the page together, and their outcomes on one record."""

import rules_facts  # noqa: F401  (importing fills the register)
import rules_markers  # noqa: F401
from rulebase import OFFENCE, RULES, columns_suffice  # noqa: F401

IDS = sorted(RULES)


class Judgement:
    """The outcomes of the assessed rules (those whose columns are there) on one record.

    References are followed on demand, so a cycle shows as a rule met while it is being judged.
    """

    LETTER = {"not-applicable": "n", "undetermined": "u", "met": "m", "breached": "b"}

    def __init__(self, facts, assessed, parameters, seen_references=None):
        self.facts, self.assessed, self.parameters = facts, assessed, parameters
        self.outcomes, self._open, self._seen = {}, [], seen_references
        for rule_id in IDS:
            if rule_id in assessed:
                self._outcome(rule_id)

    def breached(self, rule_id):
        if self._seen is not None and self._open:
            self._seen.setdefault(self._open[-1], set()).add(rule_id)
        return rule_id in self.assessed and self._outcome(rule_id) == "breached"

    def _outcome(self, rule_id):
        if rule_id in self.outcomes:
            return self.outcomes[rule_id]
        if rule_id in self._open:
            raise ValueError("cycle of references at " + rule_id)
        self._open.append(rule_id)
        when, require = RULES[rule_id].judge(self.facts, self.breached, self.parameters)
        self._open.pop()
        if when is False:
            outcome = "not-applicable"
        elif when is None or require is None:
            outcome = "undetermined"
        else:
            outcome = "met" if require else "breached"
        self.outcomes[rule_id] = outcome
        return outcome

    def letters(self):
        return "".join(
            self.LETTER[self.outcomes[r]] if r in self.outcomes else "-" for r in IDS)
