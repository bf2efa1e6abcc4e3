import DictumKit

/// One reason to take a name for an entity that was named before. Rules are asked in order, the surest first: the
/// sieve architecture of Raghunathan et al., “A Multi-Pass Sieve for Coreference Resolution” (EMNLP 2010).
protocol ClusterRule: Sendable {
  /// The index of the cluster that the name belongs to.
  ///
  /// - Parameter candidates: the clusters that share something with the name, in order.
  func cluster(for form: NameForm, at place: NamePlace, in clusters: [EntityCluster], _ candidates: [Int]) -> Int?
}

/// Where a name stands.
struct NamePlace {
  /// The cluster of the mention right before it, when only an opening parenthesis stands between: “Republic of Korea
  /// (ROK”.
  var definedBy: Int?
}

/// The same name again.
struct SameName: ClusterRule {
  func cluster(for form: NameForm, at place: NamePlace, in clusters: [EntityCluster], _ candidates: [Int]) -> Int? {
    candidates.last {
      clusters[$0].has(form.key) && clusters[$0].type == form.type
    }
  }
}

/// An acronym right behind the name that it stands for: “Republic of Korea (ROK)”.
struct DefinedAcronym: ClusterRule {
  func cluster(for form: NameForm, at place: NamePlace, in clusters: [EntityCluster], _ candidates: [Int]) -> Int? {
    guard form.isAcronym, let index = place.definedBy else { return nil }
    let acronym = form.words[0]
    let fits = clusters[index].forms.contains { candidate in
      candidate.words.count > 1
        && (candidate.initials.contains(acronym) || candidate.initials.contains { acronym.hasPrefix($0) })
    }
    return fits ? index : nil
  }
}

/// A country's code or short form beside its name: “US” and “United States”, from ICU's territory names.
struct TerritoryName: ClusterRule {
  let territories: Territories

  func cluster(for form: NameForm, at place: NamePlace, in clusters: [EntityCluster], _ candidates: [Int]) -> Int? {
    guard form.type == .location, let code = territories.code(of: form) else { return nil }
    return candidates.last { index in
      clusters[index].type == .location && clusters[index].forms.contains { territories.code(of: $0) == code }
    }
  }
}

/// An acronym somewhere after the name that it abbreviates.
struct LaterAcronym: ClusterRule {
  func cluster(for form: NameForm, at place: NamePlace, in clusters: [EntityCluster], _ candidates: [Int]) -> Int? {
    guard form.isAcronym, form.type == .organization, form.words[0].count > 2 else { return nil }
    return candidates.last { index in
      clusters[index].type == form.type
        && clusters[index].forms.contains { $0.words.count > 1 && $0.initials.contains(form.words[0]) }
    }
  }
}

/// Part of a person's name: “Blinken” after “Antony J. Blinken”, in either name order. Among namesakes the one named
/// last is meant, unless a first name says otherwise.
struct PartOfPersonName: ClusterRule {
  func cluster(for form: NameForm, at place: NamePlace, in clusters: [EntityCluster], _ candidates: [Int]) -> Int? {
    guard form.type == .person else { return nil }
    let names = form.personNames
    guard !names.isEmpty else { return nil }
    let people = candidates.filter { index in
      clusters[index].type == .person && clusters[index].forms.contains { fits(names, $0.personNames) }
    }
    return people.max { (clusters[$0].mentions.last ?? 0) < (clusters[$1].mentions.last ?? 0) }
  }

  private func fits(_ names: [String], _ known: [String]) -> Bool {
    if names.count == 1 && known.count > 1 { return known.first == names[0] || known.last == names[0] }
    if known.count == 1 && names.count > 1 { return names.first == known[0] || names.last == known[0] }
    guard names.count > 1, known.count > 1 else { return false }
    if names.count == 2 && known.count == 2 { return names == known || names == known.reversed() }
    let shorter = names.count < known.count ? names : known
    let longer = names.count < known.count ? known : names
    return shorter.allSatisfy(longer.contains) && (shorter.last == longer.last || shorter.first == longer.first)
  }
}

/// One of several surnames: “Maldonado” after “Luis Maldonado Matute”, “Ip” after “Regina Ip Lau Suk-yee”. Where two people
/// have it, nobody is meant.
struct MiddleOfPersonName: ClusterRule {
  func cluster(for form: NameForm, at place: NamePlace, in clusters: [EntityCluster], _ candidates: [Int]) -> Int? {
    guard form.type == .person, form.personNames.count == 1 else { return nil }
    let name = form.personNames[0]
    let people = candidates.filter { index in
      clusters[index].type == .person
        && clusters[index].forms.contains { $0.personNames.count > 2 && $0.personNames.contains(name) }
    }
    return people.count == 1 ? people[0] : nil
  }
}

/// The beginning or the end of a body's name: “Amnesty” after “Amnesty International”.
struct PartOfBodyName: ClusterRule {
  func cluster(for form: NameForm, at place: NamePlace, in clusters: [EntityCluster], _ candidates: [Int]) -> Int? {
    guard form.type == .organization, form.words.count == 1, !form.isAcronym, form.words[0].count > 3 else {
      return nil
    }
    return candidates.last { index in
      clusters[index].type == .organization
        && clusters[index].forms.contains { $0.words.count > 1 && $0.words.first == form.words[0] }
    }
  }
}
