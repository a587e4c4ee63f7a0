"""Holds the oracle against the rules page: its cases, its table of rules and its references."""

import json
import re

from facts import Facts
from measures import Policy
from offence import COLUMNS
from rules import IDS, RULES, Judgement, columns_suffice

OUTCOMES = ("met", "breached", "undetermined", "not-applicable")


def blocks(text):
    """Each rule's part of section 6, by id."""
    found = {}
    for block in re.split(r"^### (?=[A-Z0-9-]+: )", text, flags=re.M)[1:]:
        rule_id = block.split(":", 1)[0]
        if rule_id in found:
            raise ValueError("rule twice: " + rule_id)
        found[rule_id] = block.split("\n## ")[0]
    return found


def judge(record, lists, seen=None):
    """A case: a key that is null is a column that is lacking, one not shown is empty."""
    unknown = set(record) - set(COLUMNS)
    if unknown:
        raise ValueError(f"no such fields: {unknown}")
    cells = {c: record.get(c, "") for c in COLUMNS}
    cells = {c: v for c, v in cells.items() if v is not None}
    assessed = {r for r in IDS if columns_suffice(RULES[r].needs, cells)}
    return Judgement(Facts(cells, lists), assessed, Policy().parameters, seen)


def check_words(text, found):
    """Needs, references, table row: what was copied by hand is compared with the page."""
    faults = []
    if sorted(found) != IDS:
        faults.append(f"ids differ: {set(found) ^ set(IDS)}")
    for rule_id, block in found.items():
        rule = RULES[rule_id]
        needs = re.search(r"^needs +(.+)$", block, re.M)[1].strip()
        if needs != rule.needs:
            faults.append(f"{rule_id}: needs {rule.needs!r}, page {needs!r}")
        row = re.search(rf"^\| {rule_id} \|(.+)\|$", text, re.M)
        cells = [c.strip() for c in row[1].split("|")]
        ours = [str(rule.tier), rule.severity, "on" if rule.default else "off",
                ", ".join(rule.measures) or "none"]
        theirs = [cells[0], cells[1], cells[3], cells[4]]
        if ours != theirs:
            faults.append(f"{rule_id}: {ours}, page {theirs}")
        head = block.split("\n")[2]
        said = [f"default {'on' if rule.default else 'off'}", f"tier {rule.tier} "]
        if any(words not in head for words in said):
            faults.append(f"{rule_id}: heading line says {head!r}")
    return faults


def references_on_page(block):
    named = set()
    for inside in re.findall(r"breached\((.*?)\)", block.split("```")[1], re.S):
        named |= set(re.findall(r"[A-Z][A-Z0-9]+(?:-[A-Z0-9]+)+", inside))
    return named


def self_test(path, lists):
    with open(path, encoding="utf-8") as f:
        text = f.read()
    found = blocks(text)
    faults = check_words(text, found)
    seen, agree, total = {}, 0, 0
    for rule_id, block in found.items():
        for wanted in OUTCOMES:
            case = re.search(rf"^- {wanted}: `(\{{.*\}})`$", block, re.M)
            if not case:
                faults.append(f"{rule_id}: no case {wanted}")
                continue
            judgement = judge(json.loads(case[1]), lists, seen)
            got = judgement.outcomes.get(rule_id, "not-assessed")
            others = [r for r, o in judgement.outcomes.items()
                      if o == "breached" and RULES[r].default and r != rule_id]
            total += 1
            agree += got == wanted
            print(f"{'ok  ' if got == wanted else 'BAD '} {rule_id} {wanted}"
                  + ("" if got == wanted else f", got {got}")
                  + (f"; also breached: {', '.join(others)}" if others else ""))
    for rule_id, block in found.items():
        if references_on_page(block) != seen.get(rule_id, set()):
            faults.append(f"{rule_id}: refers to {sorted(seen.get(rule_id, []))}, "
                          f"page {sorted(references_on_page(block))}")
    on = sum(r.default for r in RULES.values())
    print(f"{agree} of {total} cases agree; {len(found)} rules, {on} on by default")
    for fault in faults:
        print("FAULT " + fault)
    return agree == total == 4 * len(IDS) and not faults
