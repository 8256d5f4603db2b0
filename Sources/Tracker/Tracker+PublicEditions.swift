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
    /// - Throws: where the file is not as it was written.
    package func publishedFigures() throws(PublishedFile.Fault) -> PublishedFigures { try publishedFile.read() }

    /// Remembers what a public edition shows, so that the next one does not give away by difference what this one withholds.
    ///
    /// - Throws: what the file system does.
    package func note(_ assessment: Assessment, after published: PublishedFigures) throws {
        try publishedFile.note(assessment, after: published)
    }

    private var publishedFile: PublishedFile { PublishedFile(Self.publishedFile(besideLedger: ledger.path)) }
}
