package import Diagnostics

/// Reads the entries of a mapping by their keys and knows which nobody asked for.
package struct Fields {
    /// The mapping.
    package let node: Node
    private let what: Message
    private let decoder: Decoder
    private var asked: [StaticString] = []
    private var used: [Bool]

    init(node: Node, what: Message, decoder: Decoder) {
        self.node = node
        self.what = what
        self.decoder = decoder
        used = Array(repeating: false, count: node.count)
        asked.reserveCapacity(16)
    }

    /// The value of a key, or nil where the key is not there.
    package mutating func value(_ key: StaticString) -> Node? {
        asked.append(key)
        guard let position = node.position(ofKey: key) else { return nil }
        used[position] = true
        return node.value(position)
    }

    /// Where a key stands, or nil where it is not there.
    package func key(_ key: StaticString) -> Node? { node.position(ofKey: key).map(node.key) }

    /// What a function makes of the value of a key; nil where the key is not there.
    package mutating func optional<Value>(_ key: StaticString, _ decode: (Node) -> Value?) -> Value? {
        value(key).flatMap(decode)
    }

    /// What a function makes of the value of a key that must be there.
    package mutating func required<Value>(_ key: StaticString, _ decode: (Node) -> Value?) -> Value? {
        guard let node = value(key) else {
            missing(key)
            return nil
        }
        return decode(node)
    }

    /// What a function makes of each element of the list under a key; none where the key is not there.
    package mutating func list<Element>(_ key: StaticString, _ decode: (Node) -> Element?) -> [Element] {
        value(key).map { decoder.list($0, decode) } ?? []
    }

    /// Says that a key is missing; nothing where it is there, and what is wrong with its value has been said.
    package func missing(_ key: StaticString, oneOf words: [String] = [], hint: Message? = nil) {
        guard node.position(ofKey: key) == nil else { return }
        decoder.report(
            "missing-key",
            "\(what) without `\(key.description)`",
            at: node,
            expected: words.isEmpty
                ? "a line `\(key.description): …`"
                : "a line `\(key.description): …` with one of: \(words.joined(separator: ", "))",
            hint: hint
        )
    }

    /// Says of every entry that nobody asked for that its key is unknown.
    package func finish() {
        guard used.contains(false) else { return }
        var allowed: [String] = []
        for key in asked.map(\.description) where !allowed.contains(key) { allowed.append(key) }
        for position in used.indices where !used[position] {
            let key = node.key(position)
            let meant = Suggestion.nearest(to: key.text, among: allowed)
            decoder.report(
                "unknown-key",
                "\(key.text) is no key of \(what)",
                at: key,
                expected: meant == nil ? "one of: \(allowed.joined(separator: ", "))" : nil,
                hint: decimalMeant(at: position) ?? meant.map { "did you mean `\($0)`?" }
            )
        }
    }

    /// What is to be written where a decimal comma has split a number into a value and a key, as in `{value: 1,5}`.
    private func decimalMeant(at position: Int) -> Message? {
        guard node.style == .flow, position > 0, node.value(position).isNull else { return nil }
        let whole = node.value(position - 1).text
        let fraction = node.key(position).text
        guard Decoder.isNumber(whole), fraction.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return "write \(whole).\(fraction): between braces a comma begins the next entry"
    }
}
