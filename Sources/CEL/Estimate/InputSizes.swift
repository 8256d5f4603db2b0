/// How large the values are that an expression will be evaluated over, as far as that is known beforehand.
public struct InputSizes: Sendable {
    /// How many elements lists and maps have, and how many bytes texts, by the path that leads to them: `periods`,
    /// `plan.indicators`; `periods[].name` for a field of the elements, `periods[]` for the elements themselves; `.cells`
    /// for a field of that name, whatever it is read from.
    public var byPath: [String: ClosedRange<Int>]
    /// How many those have of which nothing else is said.
    ///
    /// Of a value whose type is not known it is how many elements, fields and bytes all its parts have together.
    public var otherwise: ClosedRange<Int>

    /// States sizes.
    public init(_ byPath: [String: ClosedRange<Int>] = [:], otherwise: ClosedRange<Int> = 0...1000) {
        self.byPath = byPath
        self.otherwise = otherwise
    }

    /// The most that anything has.
    var most: Int { byPath.values.reduce(otherwise.upperBound) { max($0, $1.upperBound) } }

    func of(_ path: String?) -> ClosedRange<Int> { path.flatMap(stated) ?? otherwise }

    /// What is said of a path, or of any field of its last name; nil where nothing is.
    func stated(_ path: String) -> ClosedRange<Int>? {
        if let known = byPath[path] { return known }
        guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        return byPath[String(path[dot...])]
    }
}
