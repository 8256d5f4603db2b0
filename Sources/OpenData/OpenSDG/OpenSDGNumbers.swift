import ActionPlan

/// Under which number of three parts an indicator stands on a platform that orders all by goal, target and indicator.
///
/// Those of the printed plan where all indicators have such, each its own; else by their places in the tree.
struct OpenSDGNumbers: Sendable {
    private let numbers: [ItemID: [String]]

    init(_ index: PlanIndex) {
        numbers = Self.printed(index.plan) ?? Self.counted(index)
    }

    subscript(_ item: ItemID) -> [String]? { numbers[item] }

    private static func printed(_ plan: Plan) -> [ItemID: [String]]? {
        var taken: Set<[String]> = []
        var numbers: [ItemID: [String]] = [:]
        for indicator in plan.indicators {
            let parts = (indicator.code ?? "").split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            let isNumber =
                parts.count >= 3 && parts.count <= 6
                && parts.allSatisfy { part in
                    (1...4).contains(part.utf8.count)
                        && part.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) }
                }
            guard isNumber, taken.insert(parts).inserted else { return nil }
            numbers[indicator.id] = parts
        }
        return numbers
    }

    private static func counted(_ index: PlanIndex) -> [ItemID: [String]] {
        var numbers: [ItemID: [String]] = [:]
        var targets: [String: [ItemID]] = [:]
        var counts: [[String]: Int] = [:]
        for indicator in index.plan.indicators {
            let path = index.ancestors(of: indicator.id)
            let goal = path.first.flatMap { first in index.roots.firstIndex { $0.id == first } } ?? 0
            let name = String(goal + 1)
            let parent = indicator.parent
            if !targets[name, default: []].contains(parent) { targets[name, default: []].append(parent) }
            let target = String((targets[name]?.firstIndex(of: parent) ?? 0) + 1)
            counts[[name, target], default: 0] += 1
            numbers[indicator.id] = [name, target, String(counts[[name, target], default: 0])]
        }
        return numbers
    }

    /// The titles of the goal and of the target under which an indicator stands.
    func titles(of item: ItemID, _ index: PlanIndex) -> (goal: LocalizedText?, target: LocalizedText?) {
        let path = index.ancestors(of: item)
        return (path.first.flatMap { index.title(of: $0) }, path.last.flatMap { index.title(of: $0) })
    }
}
