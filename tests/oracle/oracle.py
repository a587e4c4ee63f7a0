"""A second reading of the rules page: checks a canonical CSV and writes what it found as JSON.

    python3 oracle.py EXTRACT.csv --offences CSV --terms JSON --local-markers JSON --out FILE
    python3 oracle.py --self-test RULES.md
"""

import argparse
import csv
import json
import os
import sys

sys.dont_write_bytecode = True

from cells import read_date, trim  # noqa: E402
from checks import Checks  # noqa: E402
from facts import Facts  # noqa: E402
from measures import Policy, Tally  # noqa: E402
from offence import CHOICES, Lists  # noqa: E402
from rules import Judgement  # noqa: E402


def read_extract(path):
    """The header, then one dict a record. Short rows have empty cells; blank lines are none."""
    csv.field_size_limit(10_000_000)
    with open(path, encoding="utf-8-sig", newline="") as f:
        rows = csv.reader(f)
        header = [trim(name) for name in next(rows, [])]
        yield header
        for row in rows:
            if row:
                row += [""] * (len(header) - len(row))
                yield dict(zip(header, row))


def check(path, lists, policy, as_at):
    records = read_extract(path)
    columns = frozenset(next(records))
    tally, checks = Tally(columns, policy), Checks(columns)
    for cells in records:
        facts = Facts(cells, lists)
        tally.add(Judgement(facts, tally.assessed, policy.parameters))
        checks.add(facts)
    return {
        "records": tally.records,
        "rules": tally.rules,
        "measures": tally.measures,
        "checks": checks.results(as_at),
        "outcomes": tally.outcomes,
        "severities": tally.severities,
    }


def data_options(parser):
    parser.add_argument("--data", metavar="DIR", help="holds the next three by their own names")
    parser.add_argument("--offences", help="offence-codes.csv")
    parser.add_argument("--terms", help="terms.json")
    parser.add_argument("--local-markers", help="local-markers.json")


def data_paths(args, parser, beside=None):
    folder, paths = args.data or beside, []
    for value, name in ((args.offences, "offence-codes.csv"), (args.terms, "terms.json"),
                        (args.local_markers, "local-markers.json")):
        if value is None and folder is None:
            parser.error("say --data, or --offences, --terms and --local-markers")
        paths.append(value or os.path.join(folder, name))
    return paths


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("extract", nargs="?")
    data_options(parser)
    parser.add_argument("--policy")
    parser.add_argument("--csa-mandatory-from", metavar="DATE")
    parser.add_argument("--late-after-days", type=int, metavar="N")
    parser.add_argument("--as-at", metavar="DATE", help="without it the last month is left out")
    parser.add_argument("--all-on", action="store_true", help="turn every rule on")
    parser.add_argument("--choice", action="append", default=[], metavar="NAME=on|off",
                        help="an open reading: " + ", ".join(CHOICES))
    parser.add_argument("--out")
    parser.add_argument("--self-test", metavar="RULES_MD")
    args = parser.parse_args()

    for choice in args.choice:
        name, _, value = choice.partition("=")
        if name not in CHOICES or value not in ("on", "off"):
            parser.error("--choice: " + choice)
        CHOICES[name] = value == "on"

    # the page keeps its data beside itself, so the self-test looks there
    beside = os.path.dirname(args.self_test) or "." if args.self_test else None
    lists = Lists(*data_paths(args, parser, beside))

    if args.self_test:
        from selftest import self_test
        sys.exit(0 if self_test(args.self_test, lists) else 1)

    if not args.extract or not args.out:
        parser.error("an extract and --out are needed")
    as_at = read_date(args.as_at) if args.as_at else None
    if args.as_at and as_at is None:
        parser.error("--as-at is not a date")
    policy = Policy(args.policy, args.csa_mandatory_from, args.late_after_days, args.all_on)
    result = check(args.extract, lists, policy, as_at)
    with open(args.out, "w", encoding="utf-8") as f:
        json.dump(result, f, separators=(",", ":"))
        f.write("\n")


if __name__ == "__main__":
    main()
