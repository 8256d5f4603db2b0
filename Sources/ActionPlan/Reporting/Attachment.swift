/// What is known of a document that is kept beside the ledger: its type and size; its name is its SHA-256.
///
/// The name that its file had is not kept: it may be that of a person.
package struct Attachment: Hashable, Sendable {
    package var type: Kind
    package var byteCount: Int

    package init(type: Kind, byteCount: Int) {
        self.type = type
        self.byteCount = byteCount
    }

    /// The types of documents that are taken.
    package enum Kind: String, Sendable, CaseIterable {
        case pdf
        case png
        case jpeg
        case xlsx
        case ods
        case docx
        case csv
        case txt

        /// The type that the name of a file claims; nil where it is none of these.
        package init?(fileName: String) {
            let parts = fileName.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count > 1, let ending = parts.last?.lowercased() else { return nil }
            self.init(rawValue: ending == "jpg" ? "jpeg" : ending)
        }
    }
}
