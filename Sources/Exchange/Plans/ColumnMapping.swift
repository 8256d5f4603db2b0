package import Diagnostics
import YAML

/// Which column of a published table is what, as a file that people can correct.
package struct ColumnMapping: Sendable {
    package var entries: [Entry]

    package struct Entry: Sendable, Equatable {
        package var heading: String
        package var column: PlanColumn
    }

    private static let format = "nap-columns/1"

    package init(entries: [Entry]) { self.entries = entries }

    /// The column that a heading names; nil where the mapping does not know it.
    func column(_ heading: String) -> PlanColumn? {
        let wanted = ReportColumn.fold(heading)
        return entries.first { ReportColumn.fold($0.heading) == wanted }?.column
    }

    /// The file.
    package var text: String {
        let kinds = PlanColumn.allCases.map(\.rawValue).joined(separator: ", ")
        return """
            # Which column of the table is what. Correct it and run the import again with --columns and this file.
            # A column is one of: \(kinds).
            format: \(Self.format)
            columns:

            """
                + entries.map { "  - {heading: \(YAMLText.quoted($0.heading)), is: \($0.column.rawValue)}\n" }.joined()
    }

    /// Reads the file.
    package static func read(_ source: SourceText) -> (mapping: ColumnMapping?, diagnostics: [Diagnostic]) {
        let decoder = Decoder()
        let (document, problems) = Document.parse(source)
        for problem in problems { decoder.report(problem) }
        var entries: [Entry] = []
        if let document, var fields = decoder.fields(document.root, of: "a file") {
            _ = fields.required("format") { node in
                decoder.parsed(node, expected: "`format: nap-columns/1`") { $0 == Self.format ? $0 : nil }
            }
            entries = fields.list("columns") { node in
                guard var entry = decoder.fields(node, of: "a column") else { return nil }
                let heading = entry.required("heading", decoder.string)
                let column = entry.required("is") { decoder.word($0, as: PlanColumn.self) }
                entry.finish()
                guard let heading, let column else { return nil }
                return Entry(heading: heading, column: column)
            }
            fields.finish()
        }
        let diagnostics = decoder.diagnostics.inReadingOrder()
        return (diagnostics.hasErrors ? nil : ColumnMapping(entries: entries), diagnostics)
    }
}
