/// Questions about texts.
enum Texts {
    static let overloads: [Overload] = [
        question("contains") { text, part in part.isEmpty || contains(text, part) },
        question("startsWith") { $0.starts(with: $1) },
        question("endsWith") { $0.suffix($1.count).elementsEqual($1) },
    ]

    private static func question(
        _ name: String,
        _ answer: @escaping @Sendable (String.UTF8View, String.UTF8View) -> Bool
    ) -> Overload {
        Overload(member: name, [.string, .string], .bool) { (values) throws(EvaluationError) in
            guard case .string(let text) = values[0], case .string(let part) = values[1] else { return .bool(false) }
            return .bool(answer(text.utf8, part.utf8))
        }
    }

    /// Looks for a part by its first byte, so that a long text takes time in proportion to its length in all but made-up cases.
    private static func contains(_ text: String.UTF8View, _ part: String.UTF8View) -> Bool {
        guard let first = part.first else { return true }
        var rest = text[...]
        while let position = rest.firstIndex(of: first) {
            rest = rest[position...]
            if rest.starts(with: part) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}
