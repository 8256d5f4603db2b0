package import ActionPlan
import Diagnostics
import Foundation
import Ledger

/// Looks at the documents that reports bring or name.
struct AttachmentIntake {
    private let store: AttachmentStore

    /// - Parameter store: where documents are kept.
    init(_ store: AttachmentStore) {
        self.store = store
    }

    /// The reports with what is known of their documents, what is to be kept, and what is wrong with it.
    ///
    /// Nothing is kept yet. Evidence that names by its SHA-256 a document that is kept already is taken to be it.
    func look(
        at entries: [ReportEntry]
    ) -> (entries: [ReportEntry], documents: [AttachmentStore.Candidate], diagnostics: [Diagnostic]) {
        var entries = entries
        var documents: [AttachmentStore.Candidate] = []
        var diagnostics: [Diagnostic] = []
        for position in entries.indices {
            for place in entries[position].content.evidence.indices {
                var evidence = entries[position].content.evidence[place]
                if let path = entries[position].files[place] {
                    do throws(AttachmentFault) {
                        let document = try candidate(path, evidence.sha256)
                        documents.append(document)
                        evidence.sha256 = document.sha256
                        evidence.attachment = document.attachment
                    } catch {
                        var diagnostic = error.diagnostic
                        diagnostic.span = entries[position].place(of: .evidence)
                        diagnostics.append(diagnostic)
                    }
                } else if let sha256 = evidence.sha256 {
                    evidence.attachment = store.attachment(sha256)
                }
                entries[position].content.evidence[place] = evidence
            }
        }
        return (entries, documents, diagnostics)
    }

    private func candidate(_ path: String, _ wanted: String?) throws(AttachmentFault) -> AttachmentStore.Candidate {
        let document = try store.candidate(path)
        if let wanted, wanted != document.sha256 {
            throw .otherDigest(name: (path as NSString).lastPathComponent, found: document.sha256)
        }
        return document
    }
}

extension ReportEntry {
    /// The same, with its files looked for beside the file of reports.
    package func findingFiles(beside path: String) -> ReportEntry {
        var entry = self
        let folder = (path as NSString).deletingLastPathComponent
        entry.files = files.mapValues { name in
            name.hasPrefix("/") || folder.isEmpty ? name : (folder as NSString).appendingPathComponent(name)
        }
        return entry
    }
}
