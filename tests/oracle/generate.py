"""Writes a canonical CSV of synthetic records full of edge cases; the same seed, the same bytes.

    python3 generate.py --rows 50000 --seed 1 --data DIR --out FILE.csv [--columns a,b,c]

DIR holds offence-codes.csv, terms.json and local-markers.json. With --table it also judges the
records and prints how often each rule has each outcome.
"""

import argparse
import csv
import random
import sys
from datetime import date, timedelta

sys.dont_write_bytecode = True

from cells import read_class, read_code, read_date, trim  # noqa: E402
from offence import COLUMNS, MARKERS, Lists, Offence, normalised  # noqa: E402
from gencells import TURNS, Cells  # noqa: E402
from measures import Policy  # noqa: E402
from oracle import check, data_options, data_paths  # noqa: E402
from scenarios import SCENARIOS, TEEN  # noqa: E402

# Where the records of one extract lean, so that the checks on a whole extract can speak.
MOODS = ("none", "break", "exclusive", "age-at-report", "all-set", "unreadable-codes")

NOISY = [c for c in COLUMNS if c not in ("crimeReference", "force", "team")]


class Generator:
    def __init__(self, seed, lists, mood="none", open_too=True):
        self.rng = random.Random(seed)
        self.cells = Cells(self.rng, lists, open_too)
        self.lists, self.mood, self.open_too = lists, mood, open_too
        self.pools = {}
        for name, s in SCENARIOS.items():
            codes = s["codes"]
            self.pools[name] = codes if isinstance(codes, list) else [
                code for code, row in lists.offences.items() if codes(row)]
        self.names = list(SCENARIOS)
        self.weights = [SCENARIOS[n]["weight"] for n in self.names]

    def record(self, number):
        c, rng = self.cells, self.rng
        name = rng.choices(self.names, self.weights)[0]
        s = SCENARIOS[name]
        cells = dict.fromkeys(COLUMNS, "")
        cells["crimeReference"] = f"SYN{number:07d}"
        cells["force"] = c.pick("E23000037", "E23000037", "E23000099", "")
        cells["team"] = c.pick("Team A", "Team B", "")
        code = rng.choice(self.pools[name])
        cells["offenceCode"] = c.padded(rng.choice(s["raw"])) if "raw" in s else c.code(code)
        if c.chance(s.get("classed", 0.12)):
            cells["offenceClass"] = c.odd_class(code)
        recorded = self.dates(cells, s)
        self.victim(cells, s, code)
        self.markers(cells, s)
        self.around(cells, s, recorded)
        for column, values in s.get("own", {}).items():
            cells[column] = rng.choice(values)
        self.noise(cells, code)
        self.lean(cells)
        if not self.open_too:
            self.settle(cells)
        return cells

    def dates(self, cells, s):
        c, rng = self.cells, self.rng
        if s.get("recent"):
            recorded = c.pick(c.near(date(2025, 7, 1), 1), date(2025, 7, 1) + timedelta(
                days=rng.randint(0, 400)), date(2025, 7, 1) - timedelta(days=rng.randint(0, 200)))
        elif s.get("early") and c.chance(0.5):
            recorded = c.pick(c.near(date(2004, 4, 30)), date(rng.randint(1990, 2004), 3, 1))
        elif c.chance(0.15):
            recorded = c.near(s["turn"] if "turn" in s and c.chance(0.8) else rng.choice(TURNS))
        else:
            recorded = date(2022, 1, 1) + timedelta(days=rng.randint(0, 1600))
        reported = recorded - timedelta(days=c.pick(0, 0, 0, 1, 2, 10, -1))
        start = reported - timedelta(days=c.pick(0, 1, 1, 5, 30, 200, 400))
        if s.get("same_day") and c.chance(0.75):
            start = reported
        if s.get("leap"):
            # the day on which somebody born on 29 February comes of age, or the day before
            self.leap_born = date(c.pick(2000, 2004, 2008, 2012), 2, 29)
            year = self.leap_born.year + c.pick(13, 16, 18, 18, 17, 14)
            start = date(year, 3, 1) - timedelta(days=c.pick(0, 1, 1, 2))
            recorded = max(start, date(2016, 6, 1)) + timedelta(days=5)
            reported = recorded - timedelta(days=1)
        if s.get("newborn"):
            start = reported = c.pick(recorded, recorded - timedelta(days=1))
        if s.get("apart"):
            start = reported - timedelta(days=rng.randint(300, 365 * 40))
        if c.chance(0.06):
            leap = rng.choice([2000, 2004, 2008, 2012, 2016, 2020, 2024, 2019, 2023, 2025])
            start = date(leap, 2, 28) + timedelta(days=rng.randint(0, 2))
        cells["recordedOn"] = c.day(recorded)
        cells["reportedOn"] = c.day(reported)
        cells["offenceFrom"] = c.day(start)
        if c.chance(0.3):
            cells["offenceTo"] = c.day(start + timedelta(days=c.pick(0, 0, 1, 3, 30, 366, 800, -1)))
        self.start, self.reported, self.recorded = start, reported, recorded
        return recorded

    def victim(self, cells, s, code):
        c, rng = self.cells, self.rng
        low, high = rng.choice(s.get("ages") or [TEEN])
        age = rng.randint(low, high)
        row = self.lists.offences.get(code)
        if row and c.chance(0.3):
            bounds = [int(row[k]) for k in ("victim_min_age", "victim_max_age") if row[k]]
            if bounds:
                age = max(0, rng.choice(bounds) + c.pick(0, 0, 1, -1))
        birthday = self.start
        near = c.chance(0.2)
        if near and c.chance(0.5):
            age = c.pick(13, 16, 18)
        if s.get("span") or near:
            birthday = self.start + timedelta(days=c.pick(-1, 0, 1, 2, 20, 300))
            if (s.get("span") or near) and c.chance(0.8 if s.get("span") else 0.3):
                end = birthday + timedelta(days=c.pick(-1, 0, 1))
                cells["offenceTo"] = c.day(max(self.start, end))
        else:
            birthday = self.start - timedelta(days=rng.randint(1, 364))
        year = max(birthday.year - age, 1)
        if c.chance(0.08) or (birthday.month, birthday.day) == (2, 29):
            # a leap-day birth, where the year allows one
            year -= year % 4
            born = date(year, 2, 29) if year % 100 else date(year, 3, 1)
        else:
            born = birthday.replace(year=year)
        if s.get("leap"):
            born = self.leap_born
        if s.get("newborn"):
            born = c.pick(self.recorded, self.reported, self.start)
        if s.get("odd_birth"):
            far = self.start.replace(day=1)
            born = c.pick(
                date(1900, 1, 1), date(1900, 12, 31), date(1901, 1, 1), date(1899, 6, 1),
                date(1901, 1, 1), date(1900, 12, 31),
                self.recorded, self.reported, self.recorded + timedelta(days=1), self.start,
                self.start + timedelta(days=1), self.start - timedelta(days=1), self.recorded,
                far.replace(year=max(far.year - 111, 1901)), self.reported,
                far.replace(year=max(far.year - 110, 1901)))
        if c.chance(0.8):
            cells["victimBornOn"] = c.day(born)
        if c.chance(0.35 if cells["victimBornOn"] else 0.6):
            cells["victimAge"] = c.age(max(0, age + c.pick(0, 0, 0, 1, -1)))
        cells["victimSex"] = c.padded(c.pick("F", "M", "f", "m", "", "X", "U"))
        cells["victimType"] = c.victim_type() if c.chance(0.06) else c.pick("", "person", "Person")

    def markers(self, cells, s):
        likely = dict(CSA=0.45, CSE=0.2, CA=0.1, CCE=0.05, DA=0.1, ONLINE=0.15, MS=0.05, HBA=0.03)
        likely.update(s.get("yes", {}))
        for marker in MARKERS:
            cells[marker] = self.cells.marker(likely[marker])

    def around(self, cells, s, recorded):
        c, rng = self.cells, self.rng
        closed = None
        if s.get("closed") or c.chance(0.2):
            closed = recorded + timedelta(days=rng.randint(0, 200))
            cells["outcomeOn"] = c.day(closed) if c.chance(0.75) else ""
            cells["outcome"] = c.pick("1", "8", "22", "0", "", "23", "16", "01", "x")
        if s.get("closed") or s.get("history") or c.chance(0.1):
            cells["markerHistory"] = c.history(recorded, closed)
        if s.get("suspects") or c.chance(0.15):
            c.suspects(cells, c.pick(1, 1, 2, 2, 3, 0))
        texts = s.get("text", [])
        if texts and c.chance(0.85):
            cells["narrative"] = c.narrative(texts, 0.6)
        elif c.chance(0.3):
            cells["narrative"] = c.narrative(rng.sample(sorted(c.terms), 2), 0.3)
        if c.chance(0.01):
            # halves of a term, one in each text: each text is read alone
            one, two = c.pick(("county", "line"), ("live", "stream"), ("nude", "image"),
                              ("drug", "debt"), ("cash", "for"), ("intimate", "image"))
            cells["narrative"], cells["localMarkers"] = c.pick(
                ("x " + one, two + " y"), ("-", one + ";" + two), (one, two))
            return self.standing(cells, s, recorded)
        kinds = s.get("local", [])
        if kinds and c.chance(0.6):
            cells["localMarkers"] = c.local([rng.choice(kinds) for _ in range(c.pick(1, 1, 2))])
        elif c.chance(0.08):
            cells["localMarkers"] = c.local(rng.sample(sorted(c.kinds), c.pick(0, 1, 2)))
        self.standing(cells, s, recorded)

    def standing(self, cells, s, recorded):
        c = self.cells
        if s.get("not_live"):
            cells["recordType"] = c.record_type()
            if c.chance(0.4):
                cells["cancelledOn"] = c.pick(c.day(recorded + timedelta(days=9)), c.bad_date())

    def noise(self, cells, code):
        """Now and then one cell or two become empty, unreadable or something else."""
        c, rng = self.cells, self.rng
        for _ in range(c.pick(0, 0, 1, 1, 2)):
            column = rng.choice(NOISY)
            if c.chance(0.4):
                cells[column] = c.pick("", "", " ", "\u00a0")
            elif column == "offenceCode":
                cells[column] = c.odd_code()
            elif column == "offenceClass":
                cells[column] = c.odd_class(code)
            elif column.endswith("On") or column in ("offenceFrom", "offenceTo"):
                cells[column] = c.pick(c.bad_date(), c.day(c.near(self.start, 500)))
            elif column == "recordType":
                cells[column] = c.record_type()
            elif column == "victimType":
                cells[column] = c.victim_type()
            elif column in ("victimAge", "outcome", "suspectCount", "suspectAges"):
                cells[column] = c.bad_age()
            elif column in MARKERS:
                cells[column] = c.marker(0.4)
            elif column == "localMarkers":
                cells[column] = c.local(rng.sample(sorted(c.kinds), 2))
            elif column == "narrative":
                cells[column] = c.narrative(sorted(c.terms), 0.3)

    def lean(self, cells):
        """The mood of the extract."""
        c = self.cells
        if self.mood == "break" and cells["force"] == "E23000037":
            day = read_date(trim(cells["recordedOn"]))
            if day and date(2024, 3, 1) <= day < date(2024, 9, 1) and c.chance(0.75):
                cells["CSA"] = ""
            if day and (day.year, day.month) == (2025, 5):
                cells["CSE"] = "Y"
        elif self.mood == "exclusive" and cells["CSE"].strip() in ("Y", "y"):
            cells["CSA"] = ""
        elif self.mood == "age-at-report":
            born, day = read_date(trim(cells["victimBornOn"])), read_date(trim(cells["reportedOn"]))
            if born and day and day >= born:
                years = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
                cells["victimAge"] = str(years)
        elif self.mood == "all-set":
            cells["HBA"], cells["MS"] = "Y", ""
        elif self.mood == "unreadable-codes" and c.chance(0.1):
            cells["offenceCode"], cells["offenceClass"] = "19-Jul", ""

    def settle(self, cells):
        """Leaves out what only shows in the whole record: local markers that speak differently
        as written and normalised, and a birth on the day of the report of an unknown offence."""
        for part in trim(cells["localMarkers"]).split(";"):
            if self.lists.found_in(part) != self.lists.found_in(normalised(part)):
                cells["localMarkers"] = ""
        born = read_date(trim(cells["victimBornOn"]))
        days = [read_date(trim(cells[k])) for k in ("recordedOn", "reportedOn")]
        if born and born in days:
            offence = Offence(self.lists, read_code(trim(cells["offenceCode"])),
                              read_class(trim(cells["offenceClass"])))
            if offence.status == "unknown":
                cells["victimBornOn"] = ""


def print_table(path, lists):
    """Each rule should see each outcome often, or a comparison proves little about it."""
    found = check(path, lists, Policy(all_on=True), None)
    keys = ("notApplicable", "undetermined", "met", "breached")
    print(f"{'rule':26}" + "".join(f"{k:>15}" for k in keys))
    for rule_id, counts in found["rules"].items():
        few = "  <- fewer than 20" if min(counts[k] for k in keys) < 20 else ""
        print(f"{rule_id:26}" + "".join(f"{counts[k]:15}" for k in keys) + few)
    lowest = min((c[k], r, k) for r, c in found["rules"].items() for k in keys)
    print("lowest: {} ({}, {})".format(*lowest))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rows", type=int, required=True)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--columns", help="only these, in this order; default all")
    data_options(parser)
    parser.add_argument("--mood", choices=MOODS, default="none")
    parser.add_argument("--settled", action="store_true",
                        help="leave out what the page leaves open (README.md)")
    parser.add_argument("--table", action="store_true", help="print the outcomes of each rule")
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    columns = args.columns.split(",") if args.columns else list(COLUMNS)
    if unknown := set(columns) - set(COLUMNS):
        parser.error("no such columns: " + ", ".join(sorted(unknown)))
    lists = Lists(*data_paths(args, parser))
    generator = Generator(args.seed, lists, args.mood, not args.settled)
    with open(args.out, "w", encoding="utf-8", newline="") as f:
        # CRLF as terminator makes the writer quote lone CRs too
        out = csv.writer(f, lineterminator="\r\n")
        out.writerow(columns)
        for number in range(1, args.rows + 1):
            record = generator.record(number)
            out.writerow([record[c] for c in columns])
    if args.table:
        print_table(args.out, lists)


if __name__ == "__main__":
    main()
