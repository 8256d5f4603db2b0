package import Diagnostics

/// Why an XML text is not read on: it is not well-formed, holds what is refused, or is too large.
package struct XMLProblem: Error, Sendable {
    /// What is wrong, and where.
    package var diagnostic: Diagnostic

    init(_ identifier: String, _ message: Message, at span: SourceSpan?, expected: Message? = nil, hint: Message? = nil)
    {
        diagnostic = Diagnostic(identifier, message, at: span, expected: expected, hint: hint)
    }
}
