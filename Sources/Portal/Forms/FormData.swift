/// What a form sent, by the names of its fields, in their order.
struct FormData: Sendable, Equatable {
    private(set) var fields: [(name: String, value: String)]

    /// How many fields a form may have.
    static let fieldLimit = 4_000

    init(_ fields: [(name: String, value: String)] = []) {
        self.fields = fields
    }

    /// The form in a body of the type `application/x-www-form-urlencoded`; nil where it is none, or too large.
    init?(urlEncoded body: some Collection<UInt8>) {
        fields = []
        guard !body.isEmpty else { return }
        for pair in body.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: true) {
            guard fields.count < Self.fieldLimit else { return nil }
            let halves = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentEncoding.decoded(bytes: halves[0], plusIsBlank: true),
                let value = PercentEncoding.decoded(bytes: halves.dropFirst().joined(), plusIsBlank: true)
            else { return nil }
            fields.append((name, value))
        }
    }

    /// The first value of a field; nil where there is none, or it is blank.
    subscript(_ name: String) -> String? {
        guard let value = fields.first(where: { $0.name == name })?.value else { return nil }
        let trimmed = Self.trimmed(value)
        return trimmed.isEmpty ? nil : trimmed
    }

    /// The form as a body of the type `application/x-www-form-urlencoded`.
    var urlEncoded: String {
        fields.map { "\(PercentEncoding.encoded($0.name))=\(PercentEncoding.encoded($0.value))" }.joined(separator: "&")
    }

    /// The form without some of its fields.
    func without(_ names: Set<String>) -> FormData { FormData(fields.filter { !names.contains($0.name) }) }

    /// All values of a field.
    func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    /// Puts a value in place of all that a field had.
    mutating func set(_ name: String, _ value: String) {
        fields.removeAll { $0.name == name }
        fields.append((name, value))
    }

    static func == (left: Self, right: Self) -> Bool {
        left.fields.elementsEqual(right.fields) { $0.name == $1.name && $0.value == $1.value }
    }

    private static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }
}
