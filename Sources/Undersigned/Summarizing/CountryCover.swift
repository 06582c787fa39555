/// The smallest set of countries from which every group of organizations can be given one: a hitting set.
///
/// Exact by branch and bound while that takes no more than `stepLimit` steps, which hundreds of proposals between
/// countries that nobody else stands for would not reach; beyond that a lower bound: groups that share no country need
/// one each.
struct CountryCover {
  /// The countries that one future organization can have; with nothing in it, it need not count for any.
  typealias Choices = Set<CountryCode?>

  static let stepLimit = 50_000

  private var fixed: Set<CountryCode>
  /// For each group its partitions, for each of them the choices of what becomes one; nothing that is settled.
  private var open: [[[[CountryCode]]]] = []

  /// - Parameters:
  ///   - fixed: Countries that stand whatever happens.
  ///   - groups: For each group its partitions, for each of them the choices of each cluster.
  init(fixed: Set<CountryCode>, groups: [[[Choices]]]) {
    self.fixed = fixed
    var remaining = groups
    // A group with one way to end up and one country to have adds to what is fixed, which may settle others.
    var changed = true
    while changed {
      changed = false
      remaining = remaining.compactMap { group in
        let needs = group.map { $0.filter { !isFree($0) } }
        if needs.contains(where: \.isEmpty) { return nil }
        return needs
      }
      for group in remaining where group.count == 1 {
        for choices in group[0] where choices.count == 1 {
          if let only = choices.first, let country = only, self.fixed.insert(country).inserted { changed = true }
        }
      }
    }
    var seen: Set<[[[CountryCode]]]> = []
    open = remaining.map { $0.map { $0.map { $0.compactMap { $0 }.sorted() } } }.filter { seen.insert($0).inserted }
  }

  private func isFree(_ choices: Choices) -> Bool {
    choices.contains(nil) || choices.contains { $0.map(fixed.contains) ?? true }
  }

  /// The number of countries in the smallest cover.
  var fewest: Int {
    var best = Int.max
    var steps = 0
    search(0, [], &best, &steps)
    return fixed.count + (steps > CountryCover.stepLimit ? disjointGroups : best)
  }

  /// Tries every way to give the groups from `index` on their countries.
  private func search(_ index: Int, _ chosen: Set<CountryCode>, _ best: inout Int, _ steps: inout Int) {
    steps += 1
    guard chosen.count < best, steps <= CountryCover.stepLimit else { return }
    guard index < open.count else {
      best = chosen.count
      return
    }
    for partition in open[index] { assign(partition[...], index, chosen, &best, &steps) }
  }

  private func assign(
    _ clusters: ArraySlice<[CountryCode]>, _ index: Int, _ chosen: Set<CountryCode>, _ best: inout Int,
    _ steps: inout Int
  ) {
    steps += 1
    guard chosen.count < best, steps <= CountryCover.stepLimit else { return }
    guard let choices = clusters.first else { return search(index + 1, chosen, &best, &steps) }
    if choices.contains(where: chosen.contains) {
      return assign(clusters.dropFirst(), index, chosen, &best, &steps)
    }
    for country in choices { assign(clusters.dropFirst(), index, chosen.union([country]), &best, &steps) }
  }

  /// How many groups share no country with one another, as far as taking the first that fits finds them.
  private var disjointGroups: Int {
    var taken: Set<CountryCode> = []
    var count = 0
    for group in open {
      let countries = Set(group.joined().joined())
      if taken.isDisjoint(with: countries) {
        taken.formUnion(countries)
        count += 1
      }
    }
    return count
  }
}
