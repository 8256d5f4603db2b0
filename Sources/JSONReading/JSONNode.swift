/// A value of a JSON text, with where it stands.
package struct JSONNode: Sendable {
    package var value: Value
    /// The bytes that it covers.
    package var range: Range<Int>

    package init(value: Value, range: Range<Int>) {
        self.value = value
        self.range = range
    }

    package indirect enum Value: Sendable {
        case null
        case boolean(Bool)
        case number(Double)
        case string(String)
        case array([JSONNode])
        case object([Member])
    }

    package struct Member: Sendable {
        package var key: String
        package var node: JSONNode

        package init(key: String, node: JSONNode) {
            self.key = key
            self.node = node
        }
    }

    /// What stands under a key of an object.
    package subscript(key: String) -> JSONNode? {
        guard case .object(let members) = value else { return nil }
        return members.first { $0.key == key }?.node
    }

    /// What it is, where it is of the kind.
    package var string: String? { if case .string(let text) = value { text } else { nil } }
    package var number: Double? { if case .number(let number) = value { number } else { nil } }
    package var boolean: Bool? { if case .boolean(let flag) = value { flag } else { nil } }
    package var elements: [JSONNode] { if case .array(let elements) = value { elements } else { [] } }
    package var members: [Member] { if case .object(let members) = value { members } else { [] } }
}
