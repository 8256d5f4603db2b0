import Diagnostics
package import YAML

/// What a file says it is, in its line `format: …`.
package enum FileFormat: String, Sendable, CaseIterable {
    case plan = "nap-plan/1"
    case reports = "nap-reports/1"
    case reviews = "nap-reviews/1"
    case site = "nap-site/1"
    case rules = "nap-rules/1"
    case ruleTests = "nap-rule-tests/1"

    /// The format that a document names, or nil after a diagnostic.
    package static func of(_ document: Document, _ decoder: Decoder) -> FileFormat? {
        guard var fields = decoder.fields(document.root, of: "a file") else { return nil }
        return fields.required("format") { decoder.word($0, as: FileFormat.self) }
    }
}
