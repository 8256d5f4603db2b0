import Diagnostics

/// What is said about a file while it is read: what is left behind is counted by kind, so that a large file does not drown
/// the reader in equal lines.
struct IATINotes {
    private(set) var diagnostics: [Diagnostic] = []
    private var counts: [String: Int] = [:]
    private var leftBehind: [(name: String, span: SourceSpan)] = []

    /// How many lines of one kind are told.
    private static let most = 20

    mutating func add(
        _ identifier: String,
        _ message: Message,
        severity: Diagnostic.Severity = .warning,
        at span: SourceSpan?,
        expected: Message? = nil,
        hint: Message? = nil
    ) {
        counts[identifier, default: 0] += 1
        guard counts[identifier, default: 0] <= Self.most else { return }
        diagnostics.append(
            Diagnostic(identifier, message, severity: severity, at: span, expected: expected, hint: hint)
        )
    }

    /// Notes an element that a plan has no place for.
    mutating func leaveBehind(_ name: String, at span: SourceSpan) {
        counts["element " + name, default: 0] += 1
        if counts["element " + name] == 1 { leftBehind.append((name, span)) }
    }

    mutating func add(_ problem: Diagnostic) { diagnostics.append(problem) }

    /// Everything, with a word on what was not told one by one.
    var all: [Diagnostic] {
        let elements = leftBehind.map { name, span in
            Diagnostic(
                "iati-left-behind",
                "a plan has no place for <\(name)>: left behind \(counts["element " + name, default: 0]) times",
                severity: .information,
                at: span
            )
        }
        let more = counts.filter { !$0.key.hasPrefix("element ") && $0.value > Self.most }
            .sorted { $0.key < $1.key }
            .map { identifier, count in
                Diagnostic("iati-more", "\(identifier): \(count - Self.most) more of these", severity: .information)
            }
        return diagnostics + elements + more
    }
}
