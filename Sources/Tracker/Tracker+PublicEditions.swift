package import ActionPlan
import Diagnostics
package import Disclosure
import Foundation
import Ledger
package import Rules

extension Tracker {
    /// Where counts that public editions have shown are remembered, beside a ledger.
    package static func publishedFile(besideLedger path: String) -> String { "\(path).published.csv" }

    /// What public editions have shown so far; nothing where there was none.
    ///
    /// - Throws: what the file system does, or ``PublishedFigures``' fault where the file is not as it was written.
    package func publishedFigures() throws -> PublishedFigures {
        let path = Self.publishedFile(besideLedger: ledger.path)
        guard FileManager.default.fileExists(atPath: path) else { return PublishedFigures() }
        return try PublishedFigures(text: String(contentsOfFile: path, encoding: .utf8))
    }

    /// Remembers what a public edition shows, so that the next one does not give away by difference what this one withholds.
    ///
    /// - Throws: what the file system does.
    package func note(_ assessment: Assessment, after published: PublishedFigures) throws {
        var figures = published
        figures.add(assessment)
        guard figures != published else { return }
        let path = Self.publishedFile(besideLedger: ledger.path)
        try Data(figures.text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    }
}
