import CLibYAML
import Diagnostics
import Foundation

/// Turns libyaml's events into a document, without recursion, so that no nesting can exhaust a stack.
struct Composer {
    private let source: SourceText
    private let limits: YAMLLimits
    private var records: [Document.Record] = []
    private var children: [Int32] = []
    private var decoded: [UInt8] = []
    private var open: [OpenCollection] = []
    /// The members of all open collections, the innermost last.
    private var members: [Int32] = []
    private var anchors: [String: Anchor] = [:]
    private var diagnostics: [Diagnostic] = []
    private var documents = 0
    private var root: Int32?
    /// What has been read so far, what aliases stand for counted each time; see `YAMLLimits.nodes`.
    private var expanded = 0

    private struct OpenCollection {
        var kind: Node.Kind
        var style: Node.Style
        var start: Int
        /// Where its members begin in `members`.
        var first: Int
        var anchor: String?
        /// What had been read before it.
        var expandedBefore: Int
    }

    private enum Anchor {
        case open
        /// A node, and how much an alias of it stands for.
        case complete(Int32, weight: Int)
    }

    init(source: SourceText, limits: YAMLLimits) {
        self.source = source
        self.limits = limits
    }

    mutating func compose() -> (Document?, [Diagnostic]) {
        let completed = source.bytes.withUnsafeBufferPointer { run(on: $0) }
        if completed, documents == 0 || root == nil, !diagnostics.hasErrors {
            diagnostics.append(
                Diagnostic(
                    "empty-file",
                    "\(source.name) holds nothing",
                    at: SourceSpan(source, 0..<0),
                    expected: "a mapping, such as `format: nap-plan/1`"
                )
            )
        }
        guard completed, let root, !diagnostics.hasErrors else { return (nil, diagnostics) }
        if Int(root) != records.count - 1 {
            records.append(records[Int(root)])
        }
        return (Document(source: source, records: records, children: children, decoded: decoded), diagnostics)
    }

    private mutating func run(on bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let mark = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
        let text = UnsafeBufferPointer(rebasing: bytes[mark...])
        var offsets = ByteOffsets(text)
        var parser = yaml_parser_t()
        guard yaml_parser_initialize(&parser) == 1 else {
            diagnostics.append(Diagnostic("out-of-memory", "not enough memory to read \(source.name)"))
            return false
        }
        defer { yaml_parser_delete(&parser) }
        yaml_parser_set_input_string(&parser, text.baseAddress, text.count)
        yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
        records.reserveCapacity(bytes.count / 16)
        children.reserveCapacity(bytes.count / 16)
        var event = yaml_event_t()
        while true {
            guard yaml_parser_parse(&parser, &event) == 1 else {
                let place = offsets.byteOffset(ofCharacter: Int(parser.problem_mark.index)) + mark
                let context = offsets.byteOffset(ofCharacter: Int(parser.context_mark.index)) + mark
                diagnostics.append(SyntaxProblem.diagnostic(parser, source: source, place: place, context: context))
                return false
            }
            defer { yaml_event_delete(&event) }
            if event.type == YAML_STREAM_END_EVENT { return true }
            let start = offsets.byteOffset(ofCharacter: Int(event.start_mark.index)) + mark
            let end = offsets.byteOffset(ofCharacter: Int(event.end_mark.index)) + mark
            guard handle(&event, bytes: bytes, range: start..<max(start, end)) else { return false }
        }
    }

    /// - Returns: whether to go on.
    private mutating func handle(
        _ event: inout yaml_event_t,
        bytes: UnsafeBufferPointer<UInt8>,
        range: Range<Int>
    ) -> Bool {
        switch event.type {
        case YAML_SCALAR_EVENT: return scalar(event.data.scalar, bytes: bytes, range: range)
        case YAML_SEQUENCE_START_EVENT:
            let data = event.data.sequence_start
            let style: Node.Style = data.style == YAML_FLOW_SEQUENCE_STYLE ? .flow : .block
            return begin(.sequence, style, range, tag: data.tag, anchor: data.anchor)
        case YAML_MAPPING_START_EVENT:
            let data = event.data.mapping_start
            let style: Node.Style = data.style == YAML_FLOW_MAPPING_STYLE ? .flow : .block
            return begin(.mapping, style, range, tag: data.tag, anchor: data.anchor)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return end(range)
        case YAML_ALIAS_EVENT: return alias(String(cString: event.data.alias.anchor), range)
        case YAML_DOCUMENT_START_EVENT: return beginDocument(range)
        default: return true
        }
    }

    private mutating func beginDocument(_ range: Range<Int>) -> Bool {
        documents += 1
        guard documents > 1 else { return true }
        report(
            "several-documents",
            "a second document begins here",
            range,
            expected: "one document in a file",
            hint: "remove the line `---`, or put the second document into a file of its own"
        )
        return false
    }

    private mutating func scalar(
        _ data: yaml_event_t.__Unnamed_union_data.__Unnamed_struct_scalar,
        bytes: UnsafeBufferPointer<UInt8>,
        range: Range<Int>
    ) -> Bool {
        if let tag = data.tag { refuse(tag: tag, range) }
        let length = data.length
        guard length <= limits.scalar else {
            report("scalar-too-long", "a text of \(length) bytes", range, expected: "at most \(limits.scalar) bytes")
            return false
        }
        let style: Node.Style =
            switch data.style {
            case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
            case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
            case YAML_LITERAL_SCALAR_STYLE: .literal
            case YAML_FOLDED_SCALAR_STYLE: .folded
            default: .plain
            }
        let quotes = style == .singleQuoted || style == .doubleQuoted ? 1 : 0
        let verbatim = range.lowerBound + quotes
        var first = bytes.count + decoded.count
        if length > 0, let value = data.value {
            if range.count == length + 2 * quotes, let base = bytes.baseAddress,
                memcmp(base + verbatim, value, length) == 0
            {
                first = verbatim
            } else {
                decoded.append(contentsOf: UnsafeBufferPointer(start: value, count: length))
            }
        }
        let weight = 1 + length / YAMLLimits.bytesThatCountAsNode
        expanded += weight
        return append(
            Document.Record(
                kind: .scalar,
                style: style,
                start: Int32(range.lowerBound),
                end: Int32(range.upperBound),
                first: Int32(first),
                count: Int32(length)
            ),
            weight: weight,
            anchor: data.anchor.map { String(cString: $0) }
        )
    }

    private mutating func begin(
        _ kind: Node.Kind,
        _ style: Node.Style,
        _ range: Range<Int>,
        tag: UnsafeMutablePointer<yaml_char_t>?,
        anchor: UnsafeMutablePointer<yaml_char_t>?
    ) -> Bool {
        if let tag { refuse(tag: tag, range) }
        guard open.count < limits.depth else {
            report("too-deep", "nesting deeper than \(limits.depth) levels", range, expected: "a flatter structure")
            return false
        }
        let name = anchor.map { String(cString: $0) }
        if let name { anchors[name] = .open }
        open.append(
            OpenCollection(
                kind: kind,
                style: style,
                start: range.lowerBound,
                first: members.count,
                anchor: name,
                expandedBefore: expanded
            )
        )
        expanded += 1
        return true
    }

    private mutating func end(_ range: Range<Int>) -> Bool {
        guard let collection = open.popLast() else { return false }
        if collection.kind == .mapping { checkKeys(from: collection.first) }
        // A block collection's end mark stands at the next token: it ends where its last entry ends.
        let end: Int32 =
            collection.style == .flow || members.count == collection.first
            ? Int32(range.upperBound) : members.last.map { records[Int($0)].end } ?? Int32(range.upperBound)
        let record = Document.Record(
            kind: collection.kind,
            style: collection.style,
            start: Int32(collection.start),
            end: max(end, Int32(collection.start)),
            first: Int32(children.count),
            count: Int32(members.count - collection.first)
        )
        children.append(contentsOf: members[collection.first...])
        members.removeSubrange(collection.first...)
        return append(record, weight: expanded - collection.expandedBefore, anchor: collection.anchor)
    }

    private mutating func alias(_ name: String, _ range: Range<Int>) -> Bool {
        if let parent = open.last, parent.kind == .mapping, (members.count - parent.first) % 2 == 0 {
            report("alias-as-key", "*\(name) stands as a key", range, expected: "a key written out")
            return false
        }
        switch anchors[name] {
        case .complete(let node, let weight):
            expanded += weight
            return attach(node, range)
        case .open:
            report("recursive-alias", "*\(name) stands inside what it names", range, hint: "write the value out")
        case nil:
            report(
                "unknown-anchor",
                "nothing before this is named &\(name)",
                range,
                hint: "put quotes around a text that begins with *"
            )
        }
        return false
    }

    private mutating func append(_ record: Document.Record, weight: Int, anchor: String?) -> Bool {
        let index = Int32(records.count)
        records.append(record)
        if let anchor { anchors[anchor] = .complete(index, weight: weight) }
        return attach(index, Int(record.start)..<Int(record.end))
    }

    private mutating func attach(_ index: Int32, _ range: Range<Int>) -> Bool {
        guard expanded <= limits.nodes else {
            report(
                "too-many-nodes",
                "more than \(limits.nodes) values, what aliases stand for counted each time",
                range,
                hint: "split the file, and write out what aliases repeat"
            )
            return false
        }
        if open.isEmpty { root = index } else { members.append(index) }
        return true
    }

    private mutating func refuse(tag: UnsafeMutablePointer<yaml_char_t>, _ range: Range<Int>) {
        let written = source.text(in: range).prefix { !$0.isWhitespace }
        report(
            "tag-not-supported",
            "the tag \(written.isEmpty ? String(cString: tag) : String(written)) has no meaning here",
            range,
            expected: "a value without a tag",
            hint: "what kind of value it is follows from its key; put quotes around a text that begins with !"
        )
    }

    private mutating func report(
        _ identifier: String,
        _ message: Message,
        _ range: Range<Int>,
        expected: Message? = nil,
        hint: Message? = nil,
        notes: [Diagnostic.Note] = []
    ) {
        diagnostics.append(
            Diagnostic(
                identifier,
                message,
                at: SourceSpan(source, range),
                expected: expected,
                hint: hint,
                notes: notes
            )
        )
    }
}

extension Composer {
    /// Mappings with more keys are checked for equal ones by hashing.
    private static let keysComparedInPairs = 24

    /// Refuses keys that are no scalars or stand twice, and puts merged mappings (`<<`) in.
    ///
    /// - Parameter first: where the members of the mapping, which is the innermost, begin.
    private mutating func checkKeys(from first: Int) {
        var isPlain = (members.count - first) / 2 <= Self.keysComparedInPairs
        var position = first
        while isPlain, position < members.count {
            let key = members[position]
            isPlain = records[Int(key)].kind == .scalar && !isMergeKey(key)
            var other = first
            while isPlain, other < position {
                isPlain = !haveSameText(key, members[other])
                other += 2
            }
            position += 2
        }
        if !isPlain { checkKeysThoroughly(from: first) }
    }

    /// Where several keys of an element of a list stand twice, a `- ` was probably forgotten: that is one mistake.
    private mutating func reportRepeated(_ keys: [(key: Int32, first: Int32)]) {
        let isOneMistake = keys.count > 1 && open.last?.kind == .sequence
        for (key, first) in isOneMistake ? Array(keys.prefix(1)) : keys {
            report(
                "duplicate-key",
                "the key \(String(decoding: bytes(key), as: UTF8.self)) stands here a second time",
                span(key),
                hint: isOneMistake ? "begin the entry with `- ` if it is the next of a list" : "keep one of the two",
                notes: [Diagnostic.Note("it stands here first", at: SourceSpan(source, span(first)))]
            )
        }
    }

    private mutating func checkKeysThoroughly(from first: Int) {
        var merged: [Int32] = []
        var seen: [ArraySlice<UInt8>: Int32] = [:]
        var kept: [Int32] = []
        var repeated: [(key: Int32, first: Int32)] = []
        for position in stride(from: first, to: members.count - 1, by: 2) {
            let key = members[position]
            guard records[Int(key)].kind == .scalar else {
                report("key-not-a-text", "a key that is a collection", span(key), expected: "a word as key")
                continue
            }
            if isMergeKey(key) {
                merged += mergeSources(members[position + 1])
                continue
            }
            let text = bytes(key)
            if let first = seen[text] {
                repeated.append((key, first))
            } else {
                seen[text] = key
            }
            kept += [key, members[position + 1]]
        }
        reportRepeated(repeated)
        for mapping in merged {
            let record = records[Int(mapping)]
            // Putting entries in is more work than reading them: it counts as such.
            expanded += 10 * Int(record.count)
            guard expanded <= limits.nodes else { break }
            for entry in 0..<(Int(record.count) / 2) {
                let key = children[Int(record.first) + 2 * entry]
                let text = bytes(key)
                guard seen[text] == nil else { continue }
                seen[text] = key
                kept += [key, children[Int(record.first) + 2 * entry + 1]]
            }
        }
        members.removeSubrange(first...)
        members += kept
    }

    private mutating func mergeSources(_ value: Int32) -> [Int32] {
        let record = records[Int(value)]
        switch record.kind {
        case .mapping: return [value]
        case .sequence:
            let elements = children[Int(record.first)..<(Int(record.first) + Int(record.count))]
            let mappings = elements.filter { records[Int($0)].kind == .mapping }
            if mappings.count == elements.count { return Array(mappings) }
        case .scalar: break
        }
        report("bad-merge", "<< merges something that is no mapping", span(value), expected: "an alias of a mapping")
        return []
    }

    private func span(_ index: Int32) -> Range<Int> {
        Int(records[Int(index)].start)..<Int(records[Int(index)].end)
    }

    private func bytes(_ index: Int32) -> ArraySlice<UInt8> {
        let record = records[Int(index)]
        let first = Int(record.first)
        let count = Int(record.count)
        if first < source.bytes.count { return source.bytes[first..<(first + count)] }
        return decoded[(first - source.bytes.count)..<(first - source.bytes.count + count)]
    }

    private func isMergeKey(_ key: Int32) -> Bool {
        let record = records[Int(key)]
        return record.count == 2 && record.style == .plain && bytes(key).elementsEqual("<<".utf8)
    }

    private func haveSameText(_ left: Int32, _ right: Int32) -> Bool {
        records[Int(left)].count == records[Int(right)].count && bytes(left).elementsEqual(bytes(right))
    }
}
