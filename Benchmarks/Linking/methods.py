"""How each peer groups names: a function from names and countries to a group for each of them.

Every peer runs with its documented defaults, without labels. Equal names are given to it once.
"""

import unicodedata
from collections import Counter, defaultdict


class Groups:
    """Sets of names that grow together."""

    def __init__(self, count):
        self.parents = list(range(count))

    def root(self, item):
        while self.parents[item] != item:
            self.parents[item] = self.parents[self.parents[item]]
            item = self.parents[item]
        return item

    def join(self, left, right):
        left, right = self.root(left), self.root(right)
        self.parents[max(left, right)] = min(left, right)

    def all(self):
        return [self.root(item) for item in range(len(self.parents))]


def folded(name):
    """Lower case without marks, as OpenRefine's keyers begin: trimmed, punctuation and controls deleted."""
    decomposed = unicodedata.normalize("NFKD", name.strip().lower())
    return "".join(c for c in decomposed if unicodedata.category(c)[0] not in "MPC" or c.isspace())


def by_key(names, key):
    """Names of one key are one group; a name with an empty key stands alone."""
    numbers = {}
    return [numbers.setdefault(key(name) or ("alone", index), index) for index, name in enumerate(names)]


def openrefine_fingerprint(names, countries):
    """OpenRefine's fingerprint: words sorted, each once."""
    return by_key(names, lambda name: " ".join(sorted(set(folded(name).split()))))


def openrefine_ngram_fingerprint(names, countries):
    """OpenRefine's n-gram fingerprint with its default size of 2: pairs of letters sorted, each once."""

    def key(name):
        letters = "".join(folded(name).split())
        return "".join(sorted({letters[start : start + 2] for start in range(len(letters) - 1)}))

    return by_key(names, key)


def expanded(values, groups_of):
    """Groups of distinct values as groups of all values."""
    distinct = list(dict.fromkeys(values))
    places = {value: place for place, value in enumerate(distinct)}
    groups = groups_of(distinct)
    return [groups[places[value]] for value in values]


def string_grouper(names, countries):
    """string_grouper at its default similarity of .8: cosine of letter trigrams."""
    import pandas
    from string_grouper import group_similar_strings

    def groups(distinct):
        found = group_similar_strings(pandas.Series(distinct), pandas.Series(range(len(distinct))))
        return list(found.iloc[:, 0])

    return expanded(names, groups)


def rapidfuzz_in_countries(names, countries, scorer, cutoff, normalize):
    """All pairs of names within a country (blank is one) of at least that likeness, chained."""
    import numpy
    from rapidfuzz.process import cdist

    def groups(distinct):
        joined = Groups(len(distinct))
        blocks = defaultdict(list)
        for place, (_, country) in enumerate(distinct):
            blocks[country].append(place)
        for block in blocks.values():
            texts = [normalize(distinct[place][0]) for place in block]
            for start in range(0, len(texts), 500):
                likeness = cdist(
                    texts[start : start + 500], texts[start:], scorer=scorer, score_cutoff=cutoff,
                    dtype=numpy.uint8, workers=-1,
                )
                for left, right in zip(*numpy.nonzero(likeness)):
                    joined.join(block[start + left], block[start + right])
        return joined.all()

    return expanded(list(zip(names, countries)), groups)


def rapidfuzz_token_set(names, countries):
    from rapidfuzz import fuzz, utils

    return rapidfuzz_in_countries(names, countries, fuzz.token_set_ratio, 90, utils.default_process)


def rapidfuzz_token_sort(names, countries):
    from rapidfuzz import fuzz, utils

    return rapidfuzz_in_countries(names, countries, fuzz.token_sort_ratio, 90, utils.default_process)


def splink(names, countries):
    """Splink without labels: likeness of names and words in common with term frequencies, and the country.

    Blocked on each of the two rarest words, as blocks on the first letters hold too many names that begin with the
    same common word; trained by random sampling and expectation maximisation; clustered from a probability of .95.
    """
    import logging

    import pandas
    import splink.comparison_library as comparisons
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    logging.disable(logging.WARNING)

    def groups(distinct):
        words = [sorted(set(folded(name).split())) for name, _ in distinct]
        frequencies = Counter(word for name in words for word in name)
        rare = [sorted(name, key=lambda word: (frequencies[word], word)) + ["", ""] for name in words]
        table = pandas.DataFrame(
            {
                "unique_id": range(len(distinct)),
                "name": [folded(name) for name, _ in distinct],
                "fingerprint": [" ".join(name) for name in words],
                "words": words,
                "rarest": [name[0] or None for name in rare],
                "second": [name[1] or None for name in rare],
                "country": [country or None for _, country in distinct],
            }
        )
        settings = SettingsCreator(
            link_type="dedupe_only",
            comparisons=[
                comparisons.JaroWinklerAtThresholds("name", [0.95, 0.9, 0.8]).configure(
                    term_frequency_adjustments=True
                ),
                comparisons.ArrayIntersectAtSizes("words", [4, 3, 2, 1]),
                comparisons.ExactMatch("country"),
            ],
            blocking_rules_to_generate_predictions=[block_on("rarest"), block_on("second"), block_on("fingerprint")],
        )
        linker = Linker(DuckDBAPI().register(table), settings)
        linker.training.estimate_probability_two_random_records_match([block_on("fingerprint")], recall=0.6)
        linker.training.estimate_u_using_random_sampling(max_pairs=1e7, seed=1)
        linker.training.estimate_parameters_using_expectation_maximisation(block_on("rarest"))
        linker.training.estimate_parameters_using_expectation_maximisation(block_on("second"))
        predictions = linker.inference.predict(threshold_match_probability=0.5)
        clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(predictions, 0.95)
        found = clusters.as_pandas_dataframe()
        cluster_of = dict(zip(found["unique_id"], found["cluster_id"]))
        return [cluster_of[place] for place in range(len(distinct))]

    return expanded(list(zip(names, countries)), groups)


METHODS = {
    "openrefine-fingerprint": openrefine_fingerprint,
    "openrefine-ngram-fingerprint": openrefine_ngram_fingerprint,
    "string_grouper": string_grouper,
    "rapidfuzz-token-set": rapidfuzz_token_set,
    "rapidfuzz-token-sort": rapidfuzz_token_sort,
    "splink": splink,
}
