import ActionPlan
import Diagnostics

/// What is not in order among the documents beside a ledger.
package enum AttachmentProblem: Hashable, Sendable {
    /// A report names a document that is not there; the first entry that does is given.
    case missing(sha256: String, entry: Int)
    /// What is kept is not what was attached.
    case altered(sha256: String)
    /// A document that no report names: a report that was to name it was not taken, or it is yet to come.
    case orphan(sha256: String)
    /// A file that is no document.
    case stray(name: String)

    /// Whether something is lost; else something is too much.
    package var isLoss: Bool {
        switch self {
        case .missing, .altered: true
        case .orphan, .stray: false
        }
    }
}

extension Ledger {
    /// The documents beside the ledger.
    package var attachments: AttachmentStore { AttachmentStore(besideLedger: path) }

    /// Documents whose reports are not sent yet.
    package var stagedAttachments: AttachmentStage { AttachmentStage(besideLedger: path) }

    /// The documents that reports name, each with the number of the first entry that does.
    package func attachedDocuments() throws(LedgerError) -> [String: Int] {
        var documents: [String: Int] = [:]
        try forEachEntry { entry, _ in
            for sha256 in entry.event.attachedDocuments where documents[sha256] == nil {
                documents[sha256] = entry.number
            }
        }
        return documents
    }

    /// What is not in order among the documents.
    package func attachmentProblems() throws(LedgerError) -> [AttachmentProblem] {
        let named = try attachedDocuments()
        let store = attachments
        let (kept, others) = store.inventory()
        var problems: [AttachmentProblem] = []
        for (sha256, entry) in named.sorted(by: { $0.value < $1.value }) where !kept.contains(sha256) {
            problems.append(.missing(sha256: sha256, entry: entry))
        }
        for sha256 in kept {
            if (try? store.content(sha256)) == nil {
                problems.append(.altered(sha256: sha256))
            } else if named[sha256] == nil {
                problems.append(.orphan(sha256: sha256))
            }
        }
        return problems + others.map { .stray(name: $0) }
    }

    /// Copies the documents that reports name beside another file; what fails leaves none there.
    func copyAttachments(besideFile path: String) throws(LedgerError) {
        try Self.copyAttachments(Array(attachedDocuments().keys.sorted()), from: attachments, besideFile: path)
    }

    static func copyAttachments(
        _ documents: [String],
        from store: AttachmentStore,
        besideFile path: String
    ) throws(LedgerError) {
        let copy = AttachmentStore(besideLedger: path)
        do throws(AttachmentFault) {
            try store.copy(documents, to: copy)
        } catch {
            throw .damaged(path: store.folder, detail: error.diagnostic.message)
        }
    }
}

extension LedgerEvent {
    /// The SHA-256 of each document beside the ledger that it names.
    var attachedDocuments: [String] {
        guard case .report(let event) = self, let content = event.action.content else { return [] }
        return content.evidence.filter { $0.attachment != nil }.compactMap(\.sha256)
    }
}
