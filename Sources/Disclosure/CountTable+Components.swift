extension CountTable {
    /// A part of a table that no sum connects with the rest.
    struct Component {
        var table: CountTable
        /// Where its figures stand in the whole table.
        var positions: [Int]
    }

    /// The parts that no sum connects, those in which nothing is protected left out: each can be solved by itself.
    ///
    /// A figure that is public already connects nothing: whatever happens beyond it, it stays what it is.
    var protectedComponents: [Component] {
        var leader = Array(figures.indices)
        func lead(_ position: Int) -> Int {
            var found = position
            while leader[found] != found { found = leader[found] }
            var step = position
            while leader[step] != found { (step, leader[step]) = (leader[step], found) }
            return found
        }
        for sum in sums {
            let members = open(in: sum)
            guard let first = members.first else { continue }
            for other in members.dropFirst() { leader[lead(other)] = lead(first) }
        }
        var groups: [Int: [Int]] = [:]
        for position in figures.indices { groups[lead(position), default: []].append(position) }
        var sumsOfGroup: [Int: [Sum]] = [:]
        for sum in sums {
            if let first = open(in: sum).first { sumsOfGroup[lead(first), default: []].append(sum) }
        }
        return groups.values.filter { group in group.contains { figures[$0].isProtected } }
            .sorted { ($0.first ?? 0) < ($1.first ?? 0) }
            .map { group in component(group, sumsOfGroup[lead(group[0])] ?? []) }
    }

    private func open(in sum: Sum) -> [Int] {
        ([sum.total] + sum.parts).filter { figures[$0].visibility != .known }
    }

    private func component(_ group: [Int], _ sums: [Sum]) -> Component {
        var component = Component(table: CountTable(publishesZero: publishesZero), positions: group)
        var places: [Int: Int] = [:]
        for position in group { places[position] = component.table.add(figures[position]) }
        for sum in sums {
            for position in [sum.total] + sum.parts where places[position] == nil {
                component.positions.append(position)
                places[position] = component.table.add(figures[position])
            }
            guard let total = places[sum.total] else { continue }
            _ = component.table.add(Sum(total: total, parts: sum.parts.compactMap { places[$0] }))
        }
        return component
    }
}
