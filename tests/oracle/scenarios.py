"""What the generator's records are about: each scenario aims at the outcomes of a rule or two."""

from datetime import date

from gencells import OUTSIDE, TURNS, UNLISTED_WATCHED, UNREADABLE_CODES
from offence import BYAGE, BYDEF, HARM, OTHERAGE


def sexual(row):
    return row["category"] in (BYDEF, BYAGE)


# What a scenario fixes; the rest of a record is drawn at large, and noise comes last.
# codes: a function of a row of the list, or a list of codes. ages: at the offence.
# yes: how likely each marker is set. text: term lists, and how likely a term of each is.
# local: kinds of local markers. own: fields with a fixed choice of values.
CHILD, TEEN, ADULT = (0, 12), (13, 17), (18, 70)
SCENARIOS = {
    "bydef": dict(weight=5, codes=lambda r: r["category"] == BYDEF, ages=[CHILD, TEEN, TEEN]),
    "byage": dict(weight=6, codes=lambda r: r["category"] == BYAGE, ages=[TEEN, TEEN, ADULT],
                  yes=dict(DA=0.3)),
    "image": dict(weight=2, codes=["86/02", "86/10", "86/15", "71/16", "86", "86/12"],
                  yes=dict(ONLINE=0.4), text=["online", "sexual"],
                  own=dict(victimType=["state", ""])),
    "nonrecent": dict(weight=4, codes=sexual,
                      ages=[CHILD, TEEN, TEEN], apart=True),
    "intimate": dict(weight=2, codes=lambda r: r["category"] == BYAGE, ages=[(15, 18)],
                     yes=dict(DA=0.9, CSA=0.4)),
    "exploitation": dict(turn=TURNS[2], weight=2, ages=[CHILD, TEEN], yes=dict(CSA=0.7, CSE=0.4),
                         codes=lambda r: r["exploitation_by_definition"] == "yes"),
    "exchange": dict(turn=TURNS[2], weight=3, codes=sexual, ages=[TEEN],
                     yes=dict(CSA=0.85, CSE=0.25), text=["exchange"], local=["cse"]),
    "traffick": dict(turn=TURNS[2], weight=3, classed=0.35, ages=[TEEN, ADULT],
                     codes=["72/01", "72", "72/00", "36/01", "36", "106", "36/08", "36/08", "36/11",
                            "36/11", "99/25", "99/25", "36/03", "106/05", "72/99"],
                     yes=dict(CSE=0.3, CSA=0.3), text=["sexual"]),
    "multi": dict(turn=TURNS[2], weight=3, codes=sexual, ages=[TEEN],
                  yes=dict(CSA=0.6, CSE=0.3), suspects=True, local=["familial", "group"]),
    "warning": dict(turn=TURNS[2], weight=3, codes=sexual, ages=[TEEN],
                    yes=dict(CSA=0.6, CSE=0.3), local=["cse-warning", "missing"]),
    "blackmail": dict(weight=3, codes=["35", "8R", "8L", "35/01", "35", "8Q"], ages=[TEEN, ADULT],
                      yes=dict(CSA=0.2, CSE=0.2), text=["sexual-image"]),
    "online": dict(turn=TURNS[1], weight=3, ages=[(8, 16)], yes=dict(ONLINE=0.4), text=["online"],
                   codes=["71/17", "86/02", "86/10", "86/15", "88A", "88/01", "88/02"]),
    "harm": dict(weight=3, codes=lambda r: r["category"] in (
        HARM, OTHERAGE), ages=[(0, 2), CHILD, TEEN],
        yes=dict(CA=0.4, CSA=0.4), text=["sexual"], local=["child-abuse"]),
    "drugs": dict(turn=TURNS[3], weight=3, codes=["92A", "92A", "92/50", "92A"], ages=[TEEN, ADULT],
                  yes=dict(CCE=0.3, MS=0.2, CSE=0.2),
                  text=["county-lines", "criminal-exploitation"],
                  suspects=True),
    "adult": dict(weight=4, codes=sexual, ages=[ADULT],
                  yes=dict(CSA=0.5, CSE=0.4)),
    "relative": dict(weight=2, codes=["23/12", "23/13"], ages=[(16, 19), ADULT],
                     yes=dict(CSA=0.3, CSE=0.3)),
    "as-cce": dict(weight=3, codes=["92A", "36/01", "8N", "13/02", "28/03", "24/17", "5D"],
                   ages=[TEEN], yes=dict(CSE=0.85, CCE=0.3),
                   text=["criminal-exploitation", "county-lines", "sexual"]),
    "birthday": dict(weight=3, codes=lambda r: r["victim_min_age"] or r["victim_max_age"],
                     ages=[(11, 18)], span=True),
    "under13": dict(turn=TURNS[0], weight=2, ages=[(11, 14)], span=True,
                    codes=["19D", "19G", "17A", "20A", "22B", "19/07", "20/05", "22/06", "17/15",
                           "22/12"]),
    "suspect-age": dict(weight=3, codes=lambda r: r["suspect_min_age"] or r["suspect_max_age"],
                        ages=[CHILD, TEEN], suspects=True),
    "legacy": dict(weight=2, codes=lambda r: r["legacy"] == "yes", ages=[CHILD, TEEN, ADULT],
                   early=True),
    "container": dict(weight=2, codes=lambda r: r["container"] == "yes" or r["code"] == "86",
                      ages=[TEEN, ADULT]),
    "conflict": dict(weight=4, codes=lambda r: r["level"] == "class" or r["parent"] != "",
                     ages=[TEEN, ADULT], classed=0.9),
    "codes": dict(weight=4, codes=UNLISTED_WATCHED + ["N100"] * 6, ages=[TEEN, ADULT], classed=0.7),
    "unreadable": dict(weight=2, raw=UNREADABLE_CODES, codes=["19E"], ages=[TEEN, ADULT],
                       classed=0.7),
    "outside": dict(weight=2, codes=OUTSIDE, ages=[ADULT, TEEN], yes=dict(CSA=0.2, CSE=0.2)),
    "born": dict(weight=4, codes=lambda r: True, ages=[(0, 1), ADULT], odd_birth=True),
    "newborn": dict(weight=3, codes=lambda r: r["category"] in (
        HARM, OTHERAGE, BYDEF), ages=[(0, 0)], newborn=True,
        yes=dict(CSA=0.5), text=["sexual"]),
    "leap": dict(weight=3, ages=[TEEN], leap=True, codes=lambda r: r["group"] == "sexual"),
    "defaulted": dict(weight=3, codes=sexual, ages=[ADULT, TEEN],
                      same_day=True, yes=dict(CSA=0.6, CSE=0.3)),
    "local": dict(weight=3, codes=lambda r: True, ages=[TEEN], local=["csa", "cse"],
                  yes=dict(CSA=0.5, CSE=0.5)),
    "not-live": dict(weight=3, codes=lambda r: True, ages=[TEEN], yes=dict(CSA=0.5), not_live=True),
    "closure": dict(weight=4, codes=lambda r: r["group"] == "sexual", ages=[TEEN], closed=True,
                    yes=dict(CSA=0.4, CSE=0.4)),
    "late": dict(weight=3, codes=lambda r: r["group"] == "sexual", ages=[TEEN], history=True,
                 yes=dict(CSA=0.5, CSE=0.4)),
    "ethnicity": dict(weight=3, codes=lambda r: r["group"] == "sexual", ages=[TEEN],
                      suspects=True, recent=True, yes=dict(CSA=0.7, CSE=0.6), local=["group"]),
    "group": dict(weight=2, turn=date(2024, 12, 31), codes=lambda r: r["group"] == "sexual",
                  ages=[TEEN], suspects=True, yes=dict(CSE=0.8), local=["group", "group", "cse"]),
}
