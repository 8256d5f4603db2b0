package import Diagnostics

/// Reads the entries of a mapping by their keys and knows which nobody asked for.
package struct Fields {
    /// The mapping.
    package let node: Node
    private let what: StaticString
    private let decoder: Decoder
    private var asked: [StaticString] = []
    private var used: [Bool]

    init(node: Node, what: StaticString, decoder: Decoder) {
        self.node = node
        self.what = what
        self.decoder = decoder
        used = Array(repeating: false, count: node.count)
    }

    /// The value of a key, or nil where the key is not there.
    package mutating func value(_ key: StaticString) -> Node? {
        asked.append(key)
        for position in used.indices where !used[position] && node.key(position).hasText(key) {
            used[position] = true
            return node.value(position)
        }
        return nil
    }

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

    /// Says that a key is missing.
    package func missing(_ key: StaticString) {
        decoder.report(
            "missing-key",
            "\(what.description) without `\(key.description)`",
            at: node,
            expected: "a line `\(key.description): …`"
        )
    }

    /// Says of every entry that nobody asked for that its key is unknown.
    package func finish() {
        for position in used.indices where !used[position] {
            let key = node.key(position)
            let allowed = asked.map(\.description)
            let meant = Suggestion.nearest(to: key.text, among: allowed)
            decoder.report(
                "unknown-key",
                "\(key.text) is no key of \(what.description)",
                at: key,
                expected: meant == nil ? "one of: \(allowed.joined(separator: ", "))" : nil,
                hint: meant.map { "did you mean `\($0)`?" }
            )
        }
    }
}
