import Crypto
import Exchange
package import Rules

/// An assessment as a file for others: whatever it holds was in the assessment, so that the public one leaks nothing.
package struct AssessmentFile: Sendable {
    package var name: String
    package var bytes: [UInt8]
    /// SHA-256, 64 hexadecimal digits.
    package var sha256: String

    private init(_ name: String, _ bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        sha256 = SHA256.hexadecimal(bytes)
    }

    /// The whole as JSON, and tables of items, verdicts, figures and findings as CSV.
    package static func all(of assessment: Assessment) -> [AssessmentFile] {
        let tables = AssessmentTables(assessment)
        return [
            AssessmentFile("assessment.json", AssessmentJSON.bytes(of: assessment, traces: false))
        ]
            + [tables.items, tables.verdicts, tables.figures, tables.findings]
            .map { AssessmentFile("\($0.name).csv", $0.csv(.spreadsheet)) }
    }
}
