/// The languages that a browser asks for, best first (RFC 9110, 12.5.4).
struct AcceptedLanguages: Sendable, Equatable {
    let tags: [String]

    init(_ field: String?) {
        let ranges = (field ?? "").utf8.count <= 500 ? (field ?? "").split(separator: ",").prefix(20) : []
        tags = ranges.enumerated()
            .compactMap { position, range -> (tag: String, quality: Double, position: Int)? in
                let parts = range.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
                guard let tag = parts.first, !tag.isEmpty else { return nil }
                let quality = parts.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
                return quality > 0 ? (tag, quality, position) : nil
            }
            .sorted { ($1.quality, $0.position) < ($0.quality, $1.position) }
            .map(\.tag)
    }

    /// The first of ours that is asked for, by its first part; ours come in the order in which we prefer them.
    func best(of ours: [String]) -> String {
        for tag in tags {
            let primary = tag.split(separator: "-").first.map(String.init) ?? tag
            if let found = ours.first(where: { $0.lowercased() == tag || $0.lowercased() == primary }) { return found }
        }
        return ours.first ?? "en"
    }
}
