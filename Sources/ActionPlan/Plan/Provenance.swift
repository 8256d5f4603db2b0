/// Whether something is known from a source, is an agency's own statement, or stands as an illustration.
package enum Provenance: Hashable, Sendable {
    /// Known from one of the plan's sources.
    case documented(source: String, note: LocalizedText?)
    /// Made up to show how the tracker works; it must never pass for what a body said or did.
    case illustrative(note: LocalizedText?)
    /// What a reporting agency itself says; the ledger knows who and when.
    case stated

    /// Whether it must bear the mark of an illustration wherever it is shown.
    package var isIllustrative: Bool {
        if case .illustrative = self { true } else { false }
    }
}

/// A publication that documents facts.
package struct Source: Hashable, Sendable {
    package var id: String
    package var title: LocalizedText
    package var publisher: LocalizedText?
    package var date: Day?
    package var url: String?

    /// A publication.
    package init(
        id: String,
        title: LocalizedText,
        publisher: LocalizedText? = nil,
        date: Day? = nil,
        url: String? = nil
    ) {
        self.id = id
        self.title = title
        self.publisher = publisher
        self.date = date
        self.url = url
    }
}
