/// One thing that is wrong, or doubtful, in an input: what, where, what was expected and how to mend it.
///
/// Problems with input are collected as diagnostics, never thrown, so that one run shows them all.
public struct Diagnostic: Sendable, Equatable {
    /// How much it matters.
    public enum Severity: String, Sendable, CaseIterable, Comparable {
        /// The input is refused.
        case error
        /// The input is taken, but is probably not what was meant.
        case warning
        /// Worth knowing; nothing to mend.
        case information

        /// Errors come before warnings, warnings before information.
        public static func < (left: Self, right: Self) -> Bool { left.order < right.order }
        private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// Another place that has to do with the problem, such as the first of two equal identifiers.
    public struct Note: Sendable, Equatable {
        /// What is there.
        public var message: Message
        /// Where.
        public var span: SourceSpan?

        /// Makes a note.
        public init(_ message: Message, at span: SourceSpan? = nil) {
            self.message = message
            self.span = span
        }
    }

    /// A stable name in kebab-case, the same in every language, such as `duplicate-key`.
    public var identifier: String
    /// How much it matters.
    public var severity: Severity
    /// What is wrong: a short sentence without a full stop.
    public var message: Message
    /// Where it is, if it has a place.
    public var span: SourceSpan?
    /// What was expected instead.
    public var expected: Message?
    /// How to mend it.
    public var hint: Message?
    /// Other places that have to do with it.
    public var notes: [Note]
    /// Replacements of text that mend it.
    public var fixIts: [FixIt]

    /// Makes a diagnostic.
    public init(
        _ identifier: String,
        _ message: Message,
        severity: Severity = .error,
        at span: SourceSpan? = nil,
        expected: Message? = nil,
        hint: Message? = nil,
        notes: [Note] = [],
        fixIts: [FixIt] = []
    ) {
        self.identifier = identifier
        self.severity = severity
        self.message = message
        self.span = span
        self.expected = expected
        self.hint = hint
        self.notes = notes
        self.fixIts = fixIts
    }
}

extension Sequence<Diagnostic> {
    /// Whether any of them is an error.
    public var hasErrors: Bool { contains { $0.severity == .error } }

    /// In the order in which a person reads the files: by file, then by place; those without a place first.
    public func inReadingOrder() -> [Diagnostic] {
        func key(_ entry: (offset: Int, element: Diagnostic)) -> (String, Int, Int) {
            let span = entry.element.span
            return (span?.source.name ?? "", span?.range.lowerBound ?? -1, entry.offset)
        }
        return enumerated().sorted { key($0) < key($1) }
            .map(\.element)
    }
}
