package import Diagnostics

/// Where in the plan's files something stands.
///
/// Two are always equal: a place is no part of a value.
package struct SourceSpanReference: Hashable, Sendable {
    package var span: SourceSpan?

    package init(_ span: SourceSpan?) {
        self.span = span
    }

    package static func == (left: Self, right: Self) -> Bool { true }
    package func hash(into hasher: inout Hasher) {}
}
