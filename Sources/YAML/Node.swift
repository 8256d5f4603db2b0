package import Diagnostics

/// A node of a document: a scalar, a sequence or a mapping, and where it stands.
package struct Node: Sendable {
    package let document: Document
    let index: Int32

    package enum Kind: UInt8, Sendable {
        case scalar
        case sequence
        case mapping
    }

    /// How a scalar, or a collection, is written.
    package enum Style: UInt8, Sendable {
        case plain
        case singleQuoted
        case doubleQuoted
        case literal
        case folded
        case block
        case flow
    }

    private var record: Document.Record { document.records[Int(index)] }

    package var kind: Kind { record.kind }
    package var style: Style { record.style }

    /// What it covers in the source, quotes included; of a block collection up to its last entry.
    package var range: Range<Int> { Int(record.start)..<Int(record.end) }
    /// What it covers in the source.
    package var span: SourceSpan { SourceSpan(document.source, range) }

    /// How many entries a collection has.
    package var count: Int { kind == .mapping ? Int(record.count) / 2 : kind == .sequence ? Int(record.count) : 0 }

    /// An element of a sequence.
    package func element(_ position: Int) -> Node { child(position) }
    /// A key of a mapping.
    package func key(_ position: Int) -> Node { child(2 * position) }
    /// The value that belongs to a key of a mapping.
    package func value(_ position: Int) -> Node { child(2 * position + 1) }

    /// The elements of a sequence; none of anything else.
    package var elements: [Node] { kind == .sequence ? (0..<count).map(element) : [] }

    /// The value of a key of a mapping; nil where it is not there, or this is no mapping.
    package func value(ofKey key: StaticString) -> Node? { position(ofKey: key).map(value) }

    /// Where in a mapping a key stands; nil where it is not there, or this is no mapping.
    func position(ofKey key: StaticString) -> Int? {
        let record = record
        guard record.kind == .mapping else { return nil }
        for position in 0..<(Int(record.count) / 2) {
            let length = document.records[Int(document.children[Int(record.first) + 2 * position])].count
            if Int(length) == key.utf8CodeUnitCount, self.key(position).hasText(key) { return position }
        }
        return nil
    }

    private func child(_ offset: Int) -> Node {
        Node(document: document, index: document.children[Int(record.first) + offset])
    }

    /// The text of a scalar; empty for a collection.
    package var text: String { withUTF8 { String(decoding: $0, as: UTF8.self) } }

    /// Whether it is nothing: an empty plain scalar, `~` or `null`.
    package var isNull: Bool {
        guard kind == .scalar, style == .plain else { return false }
        return withUTF8 { bytes in
            bytes.isEmpty || bytes.elementsEqual("~".utf8) || bytes.elementsEqual("null".utf8)
                || bytes.elementsEqual("Null".utf8) || bytes.elementsEqual("NULL".utf8)
        }
    }

    /// Gives the bytes of a scalar's text; none for a collection.
    package func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let record = record
        guard record.kind == .scalar else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
        let first = Int(record.first)
        let count = Int(record.count)
        let bytes = document.source.bytes
        if first < bytes.count {
            return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[first..<(first + count)])) }
        }
        let offset = first - bytes.count
        return document.decoded.withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[offset..<(offset + count)]))
        }
    }

    /// Whether a scalar's text is the given one.
    func hasText(_ other: StaticString) -> Bool {
        withUTF8 { bytes in
            bytes.count == other.utf8CodeUnitCount
                && bytes.elementsEqual(UnsafeBufferPointer(start: other.utf8Start, count: other.utf8CodeUnitCount))
        }
    }
}
