import Diagnostics

extension Notes {
    /// Notes an element that a plan has no place for.
    mutating func leaveBehind(_ name: String, at span: SourceSpan) {
        gather("iati-left-behind", of: name, at: span) { "a plan has no place for <\(name)>: left behind \($0) times" }
    }
}
