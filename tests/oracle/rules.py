"""The 41 rules on one record, each written by hand from its block on the rules page (section 6).

A rule is a function of the facts `f`, of `b` (whether another rule is breached) and of the
parameters `p`; it returns its `when` and its `require`. All clauses are evaluated before they
are joined, so that every reference to another rule is really followed.
"""

from collections import namedtuple
from datetime import date

from cells import eq, every, ge, is_readable, known, le, lt, no, some, sure
from facts import BYAGE, BYDEF, HARM, OTHERAGE

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


# -- 6A. A marker is missing ------------------------------------------------------

@rule("CSA-BYDEF-MISSING", 1, "warning", "on", OFFENCE + ", CSA", "csa-by-title csa-completeness")
def _(f, b, p):
    when = every(f.live, f.offence.category_is(BYDEF), not sure(f.offence.image),
                 not b("CSE-WITHOUT-CSA"))
    return when, f.is_set("CSA")


@rule("CSA-IIOC-MISSING", 1, "warning", "on", OFFENCE + ", CSA", "csa-by-title csa-completeness")
def _(f, b, p):
    when = every(f.live, sure(f.offence.image), not b("CSE-WITHOUT-CSA"))
    return when, f.is_set("CSA")


@rule("CSA-AGE-MISSING", 1, "warning", "on", f"{OFFENCE}, CSA, {AGE}", "csa-by-age csa-completeness")
def _(f, b, p):
    when = every(
        f.live,
        f.offence.category_is(BYAGE),
        f.person,
        lt(f.age_from, 18),
        not sure(ge(f.age_reported, 18)),
        not sure(every(f.is_set("DA"), ge(f.age_from, 16))),
        not b("CSE-WITHOUT-CSA"),
    )
    return when, f.is_set("CSA")


@rule("NONRECENT-UNFLAGGED", 1, "warning", "on",
      OFFENCE + ", CSA, victimBornOn, offenceFrom, reportedOn", "csa-by-age csa-completeness")
def _(f, b, p):
    when = every(
        f.live,
        f.offence.category_is(BYAGE),
        f.person,
        lt(f.age_from, 18),
        sure(ge(f.age_reported, 18)),
        not b("CSE-WITHOUT-CSA"),
    )
    return when, f.is_set("CSA")


@rule("DA-CSA-INTIMATE-16", 1, "warning", "on", f"{OFFENCE}, CSA, DA, {AGE}",
      "csa-by-age csa-completeness")
def _(f, b, p):
    when = every(
        f.live,
        f.offence.category_is(BYAGE),
        f.person,
        lt(f.age_from, 18),
        not sure(ge(f.age_reported, 18)),
        sure(every(f.is_set("DA"), ge(f.age_from, 16))),
        not b("CSE-WITHOUT-CSA"),
    )
    return when, f.is_set("CSA")


@rule("CSE-C71-MISSING", 1, "warning", "on", OFFENCE + ", CSE, recordedOn", "cse-by-title")
def _(f, b, p):
    return every(f.live, f.offence.exploitation, from_day(f, 2016, 4, 1)), f.is_set("CSE")


@rule("CSE-EXCHANGE-INDICATOR", 4, "info", "on", "CSA, CSE, narrative, recordedOn")
def _(f, b, p):
    when = every(
        f.live,
        f.is_set("CSA"),
        f.person,
        not sure(ge(f.age_from, 18)),
        f.mentions("exchange"),
        from_day(f, 2016, 4, 1),
        not b("CSE-C71-MISSING"),
        not b("LOCAL-MARKER-NO-HOFLAG"),
    )
    return when, f.is_set("CSE")


@rule("CSE-TRAFFICK-MISSING", 1, "warning", "off", f"{OFFENCE}, CSE, {AGE}, narrative, recordedOn")
def _(f, b, p):
    slavery = some(f.offence.class_is("36", "106"), f.offence.code_is("36/08", "36/11", "99/25"))
    when = every(
        f.live,
        f.person,
        lt(f.age_from, 18),
        some(f.offence.class_is("72"), every(slavery, f.mentions("sexual"))),
        from_day(f, 2016, 4, 1),
        not b("LOCAL-MARKER-NO-HOFLAG"),
        not b("CSE-EXCHANGE-INDICATOR"),
    )
    return when, f.is_set("CSE")


@rule("CSE-MULTI-SUSPECT", 4, "info", "off", f"{OFFENCE}, CSE, {AGE}, {SUSPECTS}, recordedOn")
def _(f, b, p):
    when = every(
        f.live,
        f.offence.category_is(BYDEF, BYAGE),
        not sure(f.offence.image),
        f.person,
        lt(f.age_from, 18),
        ge(f.suspects, 2),
        no(f.offence.class_is("23")),
        not sure(f.local("familial")),
        from_day(f, 2016, 4, 1),
        not b("CSE-C71-MISSING"),
        not b("LOCAL-MARKER-NO-HOFLAG"),
        not b("CSE-EXCHANGE-INDICATOR"),
        not b("CSE-TRAFFICK-MISSING"),
    )
    return when, f.is_set("CSE")


@rule("CSE-WARNING-REVIEW", 4, "info", "off", OFFENCE + ", CSE, localMarkers, recordedOn")
def _(f, b, p):
    when = every(
        f.live,
        some(f.offence.category_is(BYDEF), every(f.offence.category_is(BYAGE), lt(f.age_from, 18))),
        f.person,
        some(f.local("cse-warning"), f.local("missing")),
        from_day(f, 2016, 4, 1),
        not b("CSE-C71-MISSING"),
        not b("LOCAL-MARKER-NO-HOFLAG"),
        not b("CSE-EXCHANGE-INDICATOR"),
        not b("CSE-TRAFFICK-MISSING"),
        not b("CSE-MULTI-SUSPECT"),
    )
    return when, f.is_set("CSE")


@rule("CSE-BLACKMAIL-CHILD", 1, "warning", "off", f"{OFFENCE}, CSA, CSE, {AGE}, narrative")
def _(f, b, p):
    when = every(
        f.live,
        f.offence.class_is("35", "8R", "8L"),
        f.person,
        lt(f.age_from, 18),
        f.mentions("sexual-image"),
        not b("LOCAL-MARKER-NO-HOFLAG"),
    )
    return when, some(f.is_set("CSA"), f.is_set("CSE"))


@rule("ONLINE-15A-MISSING", 4, "warning", "off", OFFENCE + ", ONLINE, narrative, recordedOn")
def _(f, b, p):
    when = every(
        f.live,
        f.offence.code_is("71/17", "86/02", "86/10", "86/15", "88A", "88/01", "88/02"),
        f.mentions("online"),
        from_day(f, 2015, 4, 1),
    )
    return when, f.is_set("ONLINE")


@rule("CA-PHYS-MISSING", 4, "warning", "off", OFFENCE + ", CA | localMarkers")
def _(f, b, p):
    when = every(f.live, f.offence.category_is(HARM), no(f.offence.class_is("13")))
    return when, some(f.is_set("CA"), f.local("child-abuse"))


@rule("CCE-DRUGS-CHILD", 4, "info", "off",
      OFFENCE + ", CCE, MS, suspectAges, narrative, recordedOn")
def _(f, b, p):
    when = every(
        f.live,
        f.offence.class_is("92A"),
        some(f.any_suspect_age(lambda age: age < 18), every(f.person, lt(f.age_from, 18))),
        some(f.mentions("county-lines"), f.mentions("criminal-exploitation")),
        from_day(f, 2019, 7, 1),
    )
    return when, some(f.is_set("CCE"), f.is_set("MS"))


# -- 6B. A marker is wrong ----------------------------------------------------------

@rule("CSE-ADULT-VICTIM", 2, "error", "on", f"{OFFENCE}, CSE, {AGE}", "cse-correctness")
def _(f, b, p):
    when = every(
        f.live,
        f.is_set("CSE"),
        f.person,
        no(f.offence.proxy),
        not b("AGE-OFFENCE-MISMATCH"),
        not b("OFFENCE-DATE-DEFAULTED"),
        not b("CSA-ADULT-RELATIVE"),
    )
    return when, lt(f.age_from, 18)


@rule("CSA-ADULT-VICTIM", 2, "warning", "on", f"{OFFENCE}, CSA, {AGE}", "csa-correctness")
def _(f, b, p):
    when = every(
        f.live,
        f.is_set("CSA"),
        f.person,
        no(f.offence.proxy),
        not b("CSE-ADULT-VICTIM"),
        not b("AGE-OFFENCE-MISMATCH"),
        not b("OFFENCE-DATE-DEFAULTED"),
        not b("CSA-ADULT-RELATIVE"),
    )
    return when, lt(f.age_from, 18)


@rule("CSA-ADULT-RELATIVE", 2, "warning", "on", OFFENCE + ", CSA, CSE",
      "csa-correctness cse-correctness")
def _(f, b, p):
    when = every(f.live, f.offence.adult_relative, not b("AGE-OFFENCE-MISMATCH"))
    return when, every(no(f.is_set("CSA")), no(f.is_set("CSE")))


@rule("CSE-AS-CCE", 2, "warning", "on", OFFENCE + ", CSE, narrative", "cse-correctness")
def _(f, b, p):
    when = every(
        f.live,
        f.is_set("CSE"),
        f.offence.non_sexual,
        some(f.mentions("criminal-exploitation"), f.mentions("county-lines")),
        not b("CSE-ADULT-VICTIM"),
    )
    return when, f.mentions("sexual")


@rule("CSE-NONSEX-REVIEW", 4, "info", "off", OFFENCE + ", CSE, narrative, recordedOn")
def _(f, b, p):
    when = every(
        f.live,
        f.is_set("CSE"),
        f.offence.non_sexual,
        from_day(f, 2016, 4, 1),
        not b("CSE-ADULT-VICTIM"),
        not b("CSE-AS-CCE"),
    )
    return when, f.mentions("sexual")


@rule("CSA-NONSEX-PHYS", 4, "warning", "off", OFFENCE + ", CSA, narrative")
def _(f, b, p):
    when = every(
        f.live,
        f.is_set("CSA"),
        f.offence.category_is(HARM, OTHERAGE),
        no(f.offence.class_is("13", "35", "36", "106")),
        not b("CSA-ADULT-VICTIM"),
        not b("CSE-ADULT-VICTIM"),
        not b("CSE-AS-CCE"),
        not b("CSE-NONSEX-REVIEW"),
    )
    return when, f.mentions("sexual")


# -- 6C. Facts contradict one another -------------------------------------------------

@rule("CSE-WITHOUT-CSA", 1, "warning", "on", OFFENCE + ", CSA, CSE",
      "csa-by-title csa-by-age csa-completeness")
def _(f, b, p):
    adult = every(f.offence.category_is(BYAGE), f.person, ge(f.age_from, 18))
    when = every(
        f.live,
        f.offence.category_is(BYDEF, BYAGE),
        f.is_set("CSE"),
        not sure(adult),
        not b("CSE-ADULT-VICTIM"),
    )
    return when, f.is_set("CSA")


@rule("AGE-OFFENCE-MISMATCH", 2, "error", "on", f"{OFFENCE}, {AGE}", "record-coherence")
def _(f, b, p):
    when = every(
        f.live,
        f.person,
        f.offence.has_victim_bounds,
        no(f.offence.proxy),
        not b("OFFENCE-DATE-DEFAULTED"),
        not b("UNDER13-CODE-UPGRADE"),
    )
    if f.offence.status != "listed":
        return when, None
    low, high = f.offence.number("victim_min_age"), f.offence.number("victim_max_age")
    return when, every(
        low is None or ge(f.age_to, low),
        high is None or le(f.age_from, high),
    )


@rule("SEX-OFFENCE-MISMATCH", 2, "warning", "on", OFFENCE + ", victimSex")
def _(f, b, p):
    when = every(f.live, f.person, f.offence.has_victim_sex, no(f.offence.proxy))
    listed = f.offence.row["victim_sex"] or None if f.offence.row else None
    return when, eq(f.victim_sex, listed)


@rule("SUSPECT-AGE-MISMATCH", 2, "warning", "on", OFFENCE + ", suspectAges")
def _(f, b, p):
    when = every(f.live, f.offence.has_suspect_bounds, ge(f.suspects, 1))
    if f.offence.status != "listed":
        return when, None
    low, high = f.offence.number("suspect_min_age"), f.offence.number("suspect_max_age")
    return when, f.any_suspect_age(
        lambda age: (low is None or age >= low) and (high is None or age <= high))


@rule("UNDER13-CODE-UPGRADE", 2, "warning", "on", f"{OFFENCE}, {AGE}, recordedOn",
      "record-coherence")
def _(f, b, p):
    when = every(
        f.live,
        f.person,
        f.offence.class_is("19D", "19G", "17A", "20A", "22B"),
        from_day(f, 2004, 5, 1),
    )
    return when, ge(f.age_to, 13)


@rule("LEGACY-CODE-USED", 4, "info", "off", OFFENCE + ", recordedOn")
def _(f, b, p):
    when = every(f.live, f.offence.has_law_to)
    end = date.fromisoformat(f.offence.row["law_to"]) if f.offence.has_law_to else None
    return when, le(f.recorded_on, end)


@rule("CONTAINER-CODE-USED", 3, "warning", "on", OFFENCE)
def _(f, b, p):
    when = every(f.live, f.offence.subcode, f.offence.sexual_group, no(f.offence.legacy))
    return when, no(f.offence.container)


@rule("CLASS-SUBCLASS-CONFLICT", 2, "warning", "on", "offenceCode, offenceClass")
def _(f, b, p):
    code, klass = f.offence.code_read, f.offence.class_read
    row = f.lists.offences.get(code.text)
    if code.kind == "unreadable":
        comparable = None
    else:
        comparable = bool(row) and (code.kind == "class" or bool(row["parent"]))
    class_given = None if klass.kind == "unreadable" else klass.kind == "class"
    when = every(f.live, comparable, class_given)
    if not (comparable and class_given):
        return when, None
    if code.kind == "subcode":
        return when, klass.text in (row["parent"], code.bare)
    # N100 has no number, hence no bare number that anything could equal
    return when, (
        code.text == klass.text or code.text == klass.bare or klass.text == code.bare)


@rule("DA-UNDER16", 4, "info", "off", f"DA, {AGE}")
def _(f, b, p):
    return every(f.live, f.is_set("DA"), f.person), ge(f.age_to, 16)


# -- 6D. The record cannot be assessed ---------------------------------------------------

@rule("VICTIM-AGE-UNKNOWN-BYDEF", 3, "warning", "on", OFFENCE + ", victimBornOn | victimAge")
def _(f, b, p):
    when = every(f.live, f.offence.category_is(BYDEF), not sure(f.offence.image), f.person,
                 not b("DOB-IMPLAUSIBLE"))
    return when, f.age_known


@rule("VICTIM-AGE-UNKNOWN-SEX", 3, "info", "on", OFFENCE + ", victimBornOn | victimAge, CSA, CSE")
def _(f, b, p):
    when = every(f.live, f.offence.category_is(BYAGE), f.person, no(f.is_set("CSA")),
                 no(f.is_set("CSE")), not b("DOB-IMPLAUSIBLE"))
    return when, f.age_known


@rule("DOB-IMPLAUSIBLE", 3, "error", "on", "victimBornOn", "record-coherence")
def _(f, b, p):
    when = every(
        f.live,
        f.person,
        # not empty: a cell that cannot be read leaves the rule undetermined
        bool(f.cell("victimBornOn")),
        some(not sure(f.offence.non_sexual), sure(f.is_set("CSA")), sure(f.is_set("CSE"))),
    )
    return when, f.born_plausible


@rule("OFFENCE-DATE-DEFAULTED", 2, "error", "on",
      f"{OFFENCE}, {AGE}, offenceFrom, reportedOn", "record-coherence")
def _(f, b, p):
    marked = some(f.is_set("CSA"), f.is_set("CSE"))
    when = every(
        f.live,
        f.person,
        some(f.offence.category_is(BYDEF), every(f.offence.category_is(BYAGE), marked)),
        no(f.offence.proxy),
        eq(f.offence_from, f.reported_on),
    )
    return when, lt(f.age_from, 18)


@rule("UNKNOWN-CODE", 3, "info", "on", OFFENCE)
def _(f, b, p):
    code, klass = f.offence.code_read, f.offence.class_read
    unreadable = "unreadable" in (code.kind, klass.kind)
    when = every(f.live, unreadable or f.offence.status != "outside")
    watched = is_readable(code) and f.offence.watches(code)
    in_its_place = (
        not watched
        or code.text in f.lists.offences
        or (code.text == klass.bare and klass.kind == "class")
    )
    return when, not unreadable and f.offence.status == "listed" and in_its_place


# -- 6E. Markers as data --------------------------------------------------------------------

@rule("FLAG-FIELD-INVALID", 3, "error", "on", "CSE, recordedOn")
def _(f, b, p):
    when = every(f.live, from_day(f, 2016, 4, 1))
    return when, known(f.is_set("CSE")) and not f.unreadable("CSA")


@rule("LOCAL-MARKER-NO-HOFLAG", 1, "warning", "on", "localMarkers, CSA | CSE")
def _(f, b, p):
    asked = [b(r) for r in (
        "CSA-BYDEF-MISSING", "CSA-IIOC-MISSING", "CSA-AGE-MISSING", "NONRECENT-UNFLAGGED",
        "DA-CSA-INTIMATE-16", "CSE-WITHOUT-CSA")]
    cse_gap = every(f.local("cse"), not b("CSE-C71-MISSING"))
    csa_gap = every(f.local("csa"), not any(asked))
    require = every(some(no(cse_gap), f.is_set("CSE")), some(no(csa_gap), f.is_set("CSA")))
    return every(f.live, some(cse_gap, csa_gap)), require


@rule("CANCELLED-FLAGGED", 4, "info", "off", "CSA, CSE, recordType | cancelledOn")
def _(f, b, p):
    return some(f.is_set("CSA"), f.is_set("CSE")), f.live


# -- 6F. Timeliness ----------------------------------------------------------------------------

@rule("FLAG-REMOVED-AT-CLOSURE", 4, "warning", "off", "markerHistory, outcome | outcomeOn, CSA, CSE")
def _(f, b, p):
    removal = some(f.history_has("CSA", "removed"), f.history_has("CSE", "removed"))
    return every(f.live, f.closed, removal), every(no(f.lost("CSA")), no(f.lost("CSE")))


@rule("FLAG-LATE", 4, "info", "off", "markerHistory, recordedOn, CSA, CSE")
def _(f, b, p):
    def in_time(marker):
        return some(no(f.tracked(marker)), f.on_time(marker, p["lateAfterDays"]))
    when = every(f.live, some(f.tracked("CSA"), f.tracked("CSE")))
    return when, every(in_time("CSA"), in_time("CSE"))


# -- 6G. Related data ----------------------------------------------------------------------------

@rule("CSE-SUSPECT-ETHNICITY", 4, "warning", "off",
      "CSA, CSE, suspectEthnicities, suspectNationalities, recordedOn")
def _(f, b, p):
    when = every(
        f.live,
        some(f.is_set("CSE"), every(f.is_set("CSA"), ge(f.suspects, 2))),
        ge(f.suspects, 1),
        from_day(f, 2025, 7, 1),
    )
    return when, f.every_suspect_described


@rule("GROUP-CSE-UNIDENTIFIED", 4, "info", "off", f"CSE, localMarkers, {SUSPECTS}, recordedOn")
def _(f, b, p):
    when = every(f.live, f.is_set("CSE"), ge(f.suspects, 2), from_day(f, 2024, 12, 31))
    return when, f.local("group")


IDS = sorted(RULES)


class Judgement:
    """Outcomes of all assessed rules on one record; `assessed` names the rules whose columns are there.

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
