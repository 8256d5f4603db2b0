import Diagnostics

/// What is said about files while they are read: of one kind only the first are told one by one, so that a large file
/// does not drown the reader in equal lines.
struct Notes {
    private(set) var diagnostics: [Diagnostic] = []
    private var counts: [String: Int] = [:]

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

    mutating func add(_ problems: [Diagnostic]) { diagnostics += problems }

    /// Everything, with a word on what was not told one by one.
    var all: [Diagnostic] {
        diagnostics
            + counts.filter { $0.value > Self.most }.sorted { $0.key < $1.key }
            .map { identifier, count in
                Diagnostic("more-of-these", "\(identifier): \(count - Self.most) more of these", severity: .information)
            }
    }
}
