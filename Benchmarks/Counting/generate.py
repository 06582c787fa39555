#!/usr/bin/env python3
"""Makes up exports of a sign-on form: the same bytes for the same arguments.

    generate.py RECORDS PREFIX [--formats csv,ndjson,json,csv.gz] [--organizations N]

Names of people and organizations are put together from syllables. Some organizations sign far more often than others, and
many are written in several ways; comments hold delimiters, quotes and line ends.
"""

import argparse
import bisect
import csv
import gzip
import io
import itertools
import json
import random

FIELDS = [
    "Timestamp", "First name", "Last name", "Email", "Organization", "Organization type", "Country", "City", "Comments",
    "Publish?",
]
SYLLABLES = "ka ro mi ta el an du vor sch ler ben ton ham ric lo ve sta gra min do ra ne su li pa ter gol wen".split()
PATTERNS = [
    "University of {}", "Universidad de {}", "Université de {}", "{} Foundation", "Fundación {}", "{} e.V.", "{} GmbH",
    "{} Trade Union Federation", "Asociación {} de Derechos", "{} Women's Association", "Friends of {}", "{} 大学",
    "Институт {}", "جامعة {}", "{} & Partners", "The {} Project", "{}, Inc", '"{}" Cooperative', "{} City Council",
]
COUNTRIES = [
    "United States", "USA", "Germany", "Deutschland", "France", "Spain", "España", "United Kingdom", "UK", "Canada",
    "Mexico", "México", "Brazil", "Brasil", "Argentina", "India", "日本", "Россия", "Italy", "Portugal", "Kenya",
    "Nigeria", "South Africa", "Côte d'Ivoire", "Korea, Republic of", "Việt Nam", "",
]
TYPES = ["NGO", "Academic institution", "Company", "Government", "Trade union", "Religious organization", "Other", ""]
WORDS = "we fully support this important initiative because climate justice matters now and très important ¡adelante!".split()


def word(source):
    return "".join(source.choice(SYLLABLES) for _ in range(source.randint(2, 4))).capitalize()


def spellings(source, count):
    """Organizations as people write them, with how often each is meant."""
    texts, weights = [], []
    for rank in range(count):
        name = source.choice(PATTERNS).format(word(source) + (" " + word(source) if source.random() < 0.45 else ""))
        forms = [name]
        while len(forms) < 6 and source.random() < 0.55:
            forms.append(source.choice([name.upper(), name.lower(), "The " + name, name + ".", name + " "]))
        for form in forms:
            texts.append(form)
            weights.append(1 / (rank + 8) ** 0.95 / len(forms))
    return texts, list(itertools.accumulate(weights))


def comments(source, count):
    made = []
    for _ in range(count):
        text = " ".join(source.choices(WORDS, k=source.randint(3, 30)))
        if source.random() < 0.4:
            text = text.replace(" and", ", and").replace(" we", "\nwe")
        made.append(f'They said "{text[:20]}": {text}' if source.random() < 0.1 else text)
    return made


def records(count, organizations):
    source = random.Random(7)
    texts, weights = spellings(source, organizations)
    first = [word(source) for _ in range(1500)]
    last = [word(source) for _ in range(4000)]
    cities = [word(source) for _ in range(6000)]
    remarks = comments(source, 5000)
    country_weights = list(itertools.accumulate(1 / (rank + 1) ** 0.8 for rank in range(len(COUNTRIES))))
    seconds = 0
    for number in range(count):
        seconds += source.randrange(6)
        day, time = divmod(seconds, 86400)
        name = last[int(source.random() ** 1.5 * len(last))]
        yield [
            f"2024-{1 + day // 28 % 12:02}-{1 + day % 28:02} {time // 3600:02}:{time // 60 % 60:02}:{time % 60:02}",
            first[int(source.random() ** 1.5 * len(first))],
            name,
            f"{name.lower()}{number}@example.org",
            texts[bisect.bisect(weights, source.random() * weights[-1])],
            source.choice(TYPES),
            COUNTRIES[bisect.bisect(country_weights, source.random() * country_weights[-1])],
            source.choice(cities),
            source.choice(remarks) if source.random() < 0.2 else "",
            "No" if source.random() < 0.12 else "Yes",
        ]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("records", type=int)
    parser.add_argument("prefix")
    parser.add_argument("--formats", default="csv")
    parser.add_argument("--organizations", type=int, default=220_000)
    options = parser.parse_args()
    for form in options.formats.split(","):
        path = f"{options.prefix}.{form}"
        raw = gzip.GzipFile(path, "wb", mtime=0) if form.endswith(".gz") else open(path, "wb")
        with io.TextIOWrapper(raw, encoding="utf-8", newline="") as file:
            if form.startswith("csv"):
                writer = csv.writer(file, lineterminator="\n")
                writer.writerow(FIELDS)
                writer.writerows(records(options.records, options.organizations))
                continue
            file.write("[" if form == "json" else "")
            for number, record in enumerate(records(options.records, options.organizations)):
                separator = "" if number == 0 else ",\n" if form == "json" else "\n"
                file.write(separator + json.dumps(dict(zip(FIELDS, record)), ensure_ascii=False, separators=(",", ":")))
            file.write("]\n" if form == "json" else "\n")


if __name__ == "__main__":
    main()
