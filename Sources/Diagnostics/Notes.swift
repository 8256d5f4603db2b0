/// What is said about files while they are read: of one kind only the first are told one by one, so that a large file
/// does not drown the reader in equal lines.
package struct Notes: Sendable {
    private var diagnostics: [Diagnostic] = []
    private var counts: [String: Int] = [:]
    private var gathered: [(span: SourceSpan, identifier: String, count: Int, message: @Sendable (Int) -> Message)] = []
    private var places: [String: Int] = [:]

    private static let most = 20

    /// Nothing was said yet.
    package init() {}

    /// Says something, unless enough of its kind was said.
    package mutating func add(
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

    /// Says what others have found, all of it.
    package mutating func add(_ problems: [Diagnostic]) { diagnostics += problems }

    /// Gathers what is said in one line at the end, with the place where it stood first.
    ///
    /// - Parameters:
    ///   - identifier: the kind of the line.
    ///   - subject: what is counted together.
    ///   - span: where it stands this time.
    ///   - message: what is said of a number of them.
    package mutating func gather(
        _ identifier: String,
        of subject: String,
        at span: SourceSpan,
        _ message: @escaping @Sendable (Int) -> Message
    ) {
        let key = identifier + " " + subject
        if let place = places[key] {
            gathered[place].count += 1
        } else {
            places[key] = gathered.count
            gathered.append((span, identifier, 1, message))
        }
    }

    /// Whether any of it is an error.
    package var hasErrors: Bool { diagnostics.hasErrors }

    /// Everything, with a word on what was not told one by one.
    package var all: [Diagnostic] {
        diagnostics
            + gathered.map { line in
                Diagnostic(line.identifier, line.message(line.count), severity: .information, at: line.span)
            }
            + counts.filter { $0.value > Self.most }.sorted { $0.key < $1.key }
            .map { identifier, count in
                Diagnostic("more-of-these", "\(identifier): \(count - Self.most) more of these", severity: .information)
            }
    }
}
