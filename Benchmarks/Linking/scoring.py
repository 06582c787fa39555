"""Figures on a grouping of labelled rows, from the contingency table."""

from collections import Counter


def pairs(count):
    return count * (count - 1) // 2


def score(truth, groups):
    """Pairwise precision, recall and F1, and by how many per cent the groups outnumber the organizations.

    >>> score(["a", "a", "a", "b", "b"], [0, 0, 1, 1, 2])
    {'precision': 0.5, 'recall': 0.25, 'f1': 0.3333333333333333, 'count_error_percent': 50.0}
    """
    entities, found = Counter(truth), Counter(groups)
    together = sum(pairs(count) for count in Counter(zip(truth, groups)).values())
    in_groups = sum(pairs(count) for count in found.values())
    in_truth = sum(pairs(count) for count in entities.values())
    precision = together / in_groups if in_groups else 1.0
    recall = together / in_truth if in_truth else 1.0
    return {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / (precision + recall) if precision + recall else 0.0,
        "count_error_percent": 100 * (len(found) - len(entities)) / len(entities) if entities else 0.0,
    }
