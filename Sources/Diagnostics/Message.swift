/// A sentence for a person that can be said in other languages.
///
/// Written as an interpolated literal, it keeps its English pattern apart from the values in it:
/// `"agency \(id) is not declared"` has the pattern `agency {1} is not declared`, which is the key under
/// which a catalogue finds the sentence in another language.
public struct Message: Sendable, Hashable, ExpressibleByStringInterpolation, CustomStringConvertible {
    /// The English sentence with `{1}`, `{2}`, … where values go.
    public let pattern: String
    /// The values, in the order of the English sentence; in English where they are phrases themselves.
    public let arguments: [String]
    /// The values that are phrases to be translated too, by their position.
    private let phrases: [Int: Message]

    /// Collects the pattern and the values of an interpolated literal.
    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var pattern = ""
        fileprivate var arguments: [String] = []
        fileprivate var phrases: [Int: Message] = [:]

        /// Starts an empty sentence.
        public init(literalCapacity: Int, interpolationCount: Int) {
            pattern.reserveCapacity(literalCapacity + 3 * interpolationCount)
        }

        /// Adds words of the sentence itself.
        public mutating func appendLiteral(_ literal: String) { pattern += literal }

        /// Adds a value.
        public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            arguments.append(value.description)
            pattern += "{\(arguments.count)}"
        }

        /// Adds a phrase that has a translation of its own, such as *an agency*.
        public mutating func appendInterpolation(_ phrase: Message) {
            phrases[arguments.count] = phrase
            appendInterpolation(phrase.description)
        }
    }

    /// A sentence without values.
    public init(stringLiteral value: String) {
        pattern = value
        arguments = []
        phrases = [:]
    }

    /// A sentence with values.
    public init(stringInterpolation: StringInterpolation) {
        pattern = stringInterpolation.pattern
        arguments = stringInterpolation.arguments
        phrases = stringInterpolation.phrases
    }

    /// A sentence that already exists as text and is the same in every language, such as a system's own error.
    public init(verbatim text: String) {
        pattern = "{1}"
        arguments = [text]
        phrases = [:]
    }

    /// Several phrases, each with a translation of its own, one after the other.
    public init(list: [Message], separator: String = ", ") {
        pattern = list.indices.map { "{\($0 + 1)}" }.joined(separator: separator)
        arguments = list.map(\.description)
        phrases = Dictionary(uniqueKeysWithValues: list.enumerated().map { ($0.offset, $0.element) })
    }

    /// The sentence in English.
    public var description: String { text { _ in nil } }

    /// The sentence in the language of a catalogue.
    ///
    /// - Parameter translation: gives the pattern in the wanted language, or nil where it has none.
    /// - Returns: the sentence, with the values in it; in English where there is no translation.
    public func text(_ translation: (String) -> String?) -> String {
        let pattern = translation(pattern) ?? pattern
        guard !arguments.isEmpty else { return pattern }
        var result = ""
        var rest = pattern.utf8[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
            result += String(Substring(rest[..<open]))
            let after = rest.index(after: open)
            if let close = rest[after...].firstIndex(of: UInt8(ascii: "}")),
                let number = Int(String(Substring(rest[after..<close]))), arguments.indices.contains(number - 1)
            {
                result += phrases[number - 1]?.text(translation) ?? arguments[number - 1]
                rest = rest[rest.index(after: close)...]
            } else {
                result += "{"
                rest = rest[after...]
            }
        }
        return result + String(Substring(rest))
    }
}
