package import Diagnostics

/// The nodes of one YAML document, kept flat: a node is a position, its children are a slice.
package final class Document: Sendable {
    /// The file it was read from.
    package let source: SourceText
    let records: [Record]
    let children: [Int32]
    /// Decoded text of scalars that do not stand in the source letter for letter.
    let decoded: [UInt8]

    struct Record: Sendable {
        var kind: Node.Kind
        var style: Node.Style
        var start: Int32
        var end: Int32
        /// Of a scalar: where its text is; at or beyond the source's length, in `decoded`.
        var first: Int32
        /// Of a scalar: the length of its text; of a collection: how many children it has (keys and values both).
        var count: Int32
    }

    init(source: SourceText, records: [Record], children: [Int32], decoded: [UInt8]) {
        self.source = source
        self.records = records
        self.children = children
        self.decoded = decoded
    }

    /// The node that all others are in.
    package var root: Node { Node(document: self, index: Int32(records.count - 1)) }
}
