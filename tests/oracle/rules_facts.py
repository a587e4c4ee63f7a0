"""The rules of sections 6C to 6G: facts, unreadable cells, markers as data, timeliness.

They have the form that rules_markers.py describes.
"""

from datetime import date

from cells import eq, every, ge, is_readable, known, le, lt, no, some, sure
from offence import BYAGE, BYDEF
from rulebase import AGE, OFFENCE, SUSPECTS, from_day, rule


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

@rule("FLAG-REMOVED-AT-CLOSURE", 4, "warning", "off",
      "markerHistory, outcome | outcomeOn, CSA, CSE")
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
