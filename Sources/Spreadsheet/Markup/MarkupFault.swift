/// Why an XML document is not read further.
struct MarkupFault: Error, Equatable {
    var reason: Reason
    /// Bytes from the start of the document.
    var offset: Int

    enum Reason: Hashable, Sendable {
        /// The document ends in the middle.
        case unexpectedEnd
        case malformed
        /// An element is closed by the name of another.
        case mismatchedTag
        /// A document type is declared.
        case documentType
        /// An entity that XML does not have by itself.
        case unknownEntity
        /// It is not in UTF-8.
        case encoding
        /// A character that XML does not allow.
        case controlCharacter
        case tooDeep
        /// A name, value or text is too long.
        case tooLong
        /// An element has too many attributes.
        case tooMany
        /// What the document is read from failed or reached a limit.
        case source
    }

    init(_ reason: Reason, at offset: Int) {
        self.reason = reason
        self.offset = offset
    }
}
