package import ActionPlan
import Exchange
package import Rules

/// An assessment as a Frictionless data package: tables as CSV, and `datapackage.json`, which says of every column what
/// stands in it (Data Package and Table Schema, version 1).
///
/// It holds what the assessment holds: the public edition withholds small counts. The same assessment gives the same bytes.
package struct DataPackage: Sendable {
    private let assessment: Assessment
    private let branding: Branding
    private let isTagged: Bool

    /// - Parameters:
    ///   - assessment: where the plan stands.
    ///   - branding: who publishes it, and under which licence.
    ///   - isTagged: whether a row of HXL tags stands below the headings of each table.
    package init(_ assessment: Assessment, branding: Branding = Branding(), isTagged: Bool = false) {
        self.assessment = assessment
        self.branding = branding
        self.isTagged = isTagged
    }

    /// The files, `datapackage.json` first.
    package var files: [DataFile] {
        let tables = AssessmentTables(assessment)
        let written = [
            tables.items, tables.indicators, tables.figures, tables.verdicts, tables.findings, tables.agencies,
        ]
        .map { ($0, DataFile(path: "data/\($0.name).csv", bytes: $0.csv(.openData, tagged: isTagged))) }
        return [DataFile(path: "datapackage.json", bytes: descriptor(written))] + written.map(\.1)
    }

    // MARK: - The descriptor

    private func descriptor(_ tables: [(DataTable, DataFile)]) -> [UInt8] {
        let plan = assessment.plan.plan
        var writer = JSONWriter()
        writer.object { writer in
            writer.string("profile", "tabular-data-package")
            writer.string("name", plan.id)
            writer.string("title", best(plan.title))
            writer.string("description", plan.description.map(best))
            writer.string("version", plan.version)
            writer.string("created", assessment.knownAt.description)
            writer.string("homepage", branding.address)
            if let licence = branding.licence {
                writer.array("licenses", [licence]) { writer, licence in
                    writer.object { writer in
                        writer.string("name", Self.name(best(licence.title)))
                        writer.string("path", licence.url)
                        writer.string("title", best(licence.title))
                    }
                }
            }
            if let publisher = branding.publisher {
                writer.array("contributors", [publisher]) { writer, publisher in
                    writer.object { writer in
                        writer.string("title", best(publisher))
                        writer.string("role", "publisher")
                        writer.string("email", branding.contact?.email)
                    }
                }
            }
            if !plan.sources.isEmpty {
                writer.array("sources", plan.sources) { writer, source in
                    writer.object { writer in
                        writer.string("title", best(source.title))
                        writer.string("path", source.url)
                    }
                }
            }
            // Not of the standard, which allows further keys.
            writer.string("edition", assessment.edition.rawValue)
            writer.string("as_of", assessment.asOf.description)
            writer.flag("illustrative", assessment.overall.isIllustrative)
            writer.array("resources", tables, linewise: true, resource)
        }
        writer.newline()
        return writer.bytes
    }

    private func resource(_ writer: inout JSONWriter, _ written: (table: DataTable, file: DataFile)) {
        writer.object { writer in
            writer.string("name", written.table.name)
            writer.string("path", written.file.path)
            writer.string("profile", "tabular-data-resource")
            writer.string("title", written.table.title)
            writer.string("format", "csv")
            writer.string("mediatype", "text/csv")
            writer.string("encoding", "utf-8")
            writer.integer("bytes", written.file.bytes.count)
            writer.object("dialect") { writer in
                writer.string("delimiter", ",")
                writer.string("lineTerminator", "\r\n")
                writer.string("quoteChar", "\"")
                writer.flag("doubleQuote", true)
                writer.flag("header", true)
                // The row of tags begins with one, and no other row does: the first cell of each is an identifier or word.
                if isTagged { writer.string("commentChar", "#") }
            }
            writer.object("schema") { writer in
                writer.array("fields", written.table.columns) { writer, column in field(column, &writer) }
                writer.array("missingValues", [""]) { $0.string($1) }
                if let key = written.table.columns.first(where: { $0.role == .key }) {
                    writer.string("primaryKey", key.name)
                }
                keys(written.table, &writer)
            }
        }
    }

    private func field(_ column: DataTable.Column, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.string("name", column.name)
            switch column.kind {
            case .text: writer.string("type", "string")
            case .number: writer.string("type", "number")
            case .integer: writer.string("type", "integer")
            case .day: writer.string("type", "date")
            case .flag:
                writer.string("type", "boolean")
                writer.array("trueValues", ["yes"]) { $0.string($1) }
                writer.array("falseValues", ["no"]) { $0.string($1) }
            }
            writer.string("description", column.description)
            writer.string("hxl", column.tag)
            if column.role == .key {
                writer.object("constraints") { writer in
                    writer.flag("required", true)
                    writer.flag("unique", true)
                }
            }
        }
    }

    private func keys(_ table: DataTable, _ writer: inout JSONWriter) {
        let links = table.columns.compactMap { column -> (name: String, table: String)? in
            guard case .names(let other) = column.role else { return nil }
            // By its standard, a table that refers to itself says so with an empty name.
            return (column.name, other == table.name ? "" : other)
        }
        guard !links.isEmpty else { return }
        writer.array("foreignKeys", links) { writer, link in
            writer.object { writer in
                writer.string("fields", link.name)
                writer.object("reference") { writer in
                    writer.string("resource", link.table)
                    writer.string("fields", "id")
                }
            }
        }
    }

    private func best(_ text: LocalizedText) -> String {
        text.best(for: assessment.plan.plan.languages.first ?? "en").text
    }

    /// A licence's name as the standard wants it: Latin letters, digits and `.`, `-`, `_`.
    private static func name(_ title: String) -> String {
        let name = title.unicodeScalars
            .map { scalar in
                switch scalar {
                case "a"..."z", "A"..."Z", "0"..."9", ".", "-", "_": String(scalar)
                default: "-"
                }
            }
            .joined()
        return name.utf8.contains { $0 != UInt8(ascii: "-") } ? name : "licence"
    }
}
