"""The rules of sections 6A and 6B: a marker is missing, a marker is wrong.

A rule is a function of the facts `f`, of `b` (whether another rule is breached) and of the
parameters `p`; it returns its `when` and its `require`. All clauses are evaluated before they
are joined, so that every reference to another rule is really followed.
"""

from cells import every, ge, lt, no, some, sure
from offence import BYAGE, BYDEF, HARM, OTHERAGE
from rulebase import AGE, OFFENCE, SUSPECTS, from_day, rule


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


@rule("CSA-AGE-MISSING", 1, "warning", "on", f"{OFFENCE}, CSA, {AGE}",
      "csa-by-age csa-completeness")
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
