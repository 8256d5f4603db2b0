/// A version of a pack: major, minor and patch number.
package struct SemanticVersion: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let major: Int
    package let minor: Int
    package let patch: Int

    /// A version written as `1`, `1.2` or `1.2.3`; nil where it is malformed.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { UInt16($0) }
        guard (1...3).contains(parts.count), let major = parts[0] else { return nil }
        guard let minor = parts.count > 1 ? parts[1] : 0, let patch = parts.count > 2 ? parts[2] : 0 else { return nil }
        self.major = Int(major)
        self.minor = Int(minor)
        self.patch = Int(patch)
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
    }

    /// Whether this version can stand in for the one asked for: same first number, and not older.
    package func satisfies(_ wanted: SemanticVersion) -> Bool { major == wanted.major && self >= wanted }

    package var description: String { "\(major).\(minor).\(patch)" }
}
