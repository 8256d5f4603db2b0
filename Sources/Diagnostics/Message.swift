/// A sentence for a person that can be said in other languages.
///
/// Written as an interpolated literal, it keeps its English pattern apart from the values in it:
/// `"agency \(id) is not declared"` has the pattern `agency {1} is not declared`, which is the key under
/// which a catalogue finds the sentence in another language.
public struct Message: Sendable, Hashable, ExpressibleByStringInterpolation, CustomStringConvertible {
    /// The English sentence with `{1}`, `{2}`, … where values go.
    public let pattern: String
    /// The values, in the order of the English sentence.
    public let arguments: [String]

    /// Collects the pattern and the values of an interpolated literal.
    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var pattern = ""
        fileprivate var arguments: [String] = []

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
    }

    /// A sentence without values.
    public init(stringLiteral value: String) {
        pattern = value
        arguments = []
    }

    /// A sentence with values.
    public init(stringInterpolation: StringInterpolation) {
        pattern = stringInterpolation.pattern
        arguments = stringInterpolation.arguments
    }

    /// A sentence that already exists as text and is the same in every language, such as a system's own error.
    public init(verbatim text: String) {
        pattern = "{1}"
        arguments = [text]
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
                result += arguments[number - 1]
                rest = rest[rest.index(after: close)...]
            } else {
                result += "{"
                rest = rest[after...]
            }
        }
        return result + String(Substring(rest))
    }
}
