/// Puts named things in an order in which each comes after those that it refers to.
struct DependencyOrder<Element> {
    /// The elements in order; those that lead back to themselves are left out, with all that need them.
    let sorted: [Element]
    /// Each element that leads back to itself, with the names on the way round.
    let circles: [(element: Element, way: [String])]

    init(_ elements: [Element], name: (Element) -> String, refersTo: (Element) -> [String]) {
        var remaining = elements
        var placed: Set<String> = []
        var sorted: [Element] = []
        let known = Set(elements.map(name))
        while true {
            let ready = remaining.filter { element in
                refersTo(element).allSatisfy { placed.contains($0) || !known.contains($0) }
            }
            guard !ready.isEmpty else { break }
            sorted += ready
            placed.formUnion(ready.map(name))
            remaining.removeAll { placed.contains(name($0)) }
        }
        self.sorted = sorted
        let graph = Dictionary(remaining.map { (name($0), refersTo($0)) }, uniquingKeysWith: { first, _ in first })
        circles = remaining.compactMap { element in
            Self.circle(from: name(element), graph).map { (element, $0) }
        }
    }

    /// The shortest way from a name back to itself.
    private static func circle(from start: String, _ graph: [String: [String]]) -> [String]? {
        var ways = [[start]]
        var seen: Set<String> = []
        while !ways.isEmpty {
            let way = ways.removeFirst()
            for next in graph[way.last ?? ""] ?? [] where graph[next] != nil {
                if next == start { return way + [next] }
                if seen.insert(next).inserted { ways.append(way + [next]) }
            }
        }
        return nil
    }
}
