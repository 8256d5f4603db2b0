/// The tokens of a Swift source that matter for finding what it says: words, marks and string literals.
struct SwiftSource {
    struct Token {
        enum Kind: Equatable {
            case word
            case mark
            /// A string literal, as a pattern: `{1}`, `{2}`, … where something is interpolated.
            case literal
        }

        var kind: Kind
        var text: String
        var line: Int
        /// How many spaces its line begins with.
        var indent: Int
    }

    private(set) var tokens: [Token] = []
    private var rest: ArraySlice<Unicode.Scalar>
    private var line = 1
    private var indent = 0
    private var isAtStart = true

    /// Reads a source.
    init(_ text: String) {
        rest = Array(text.unicodeScalars)[...]
        while let scalar = rest.first { read(scalar) }
    }

    /// All its string literals.
    var literals: [String] { tokens.filter { $0.kind == .literal }.map(\.text) }

    private mutating func read(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\n":
            line += 1
            indent = 0
            isAtStart = true
            rest.removeFirst()
        case " ":
            if isAtStart { indent += 1 }
            rest.removeFirst()
        case "/" where rest.dropFirst().first == "/": rest = rest.drop { $0 != "\n" }
        case "#" where rest.dropFirst().first == "\"": skipRawText()
        case "\"":
            rest.removeFirst()
            if rest.starts(with: "\"\"".unicodeScalars) {
                rest = rest.dropFirst(2)
                skipBlock()
            } else {
                append(.literal, literal())
            }
        case "-" where rest.dropFirst().first == ">":
            rest = rest.dropFirst(2)
            append(.mark, "->")
        case "=" where rest.dropFirst().first == "=":
            rest = rest.dropFirst(2)
            append(.mark, "==")
        case _ where Self.isWordPart(scalar):
            let word = rest.prefix(while: Self.isWordPart)
            rest = rest.dropFirst(word.count)
            append(.word, String(String.UnicodeScalarView(word)))
        default:
            rest.removeFirst()
            append(.mark, String(scalar))
        }
    }

    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar == "_" || ("0"..."9").contains(scalar)
    }

    private mutating func append(_ kind: Token.Kind, _ text: String) {
        isAtStart = false
        tokens.append(Token(kind: kind, text: text, line: line, indent: indent))
    }

    private mutating func skipRawText() {
        rest = rest.dropFirst(2)
        while let scalar = rest.popFirst(), scalar != "\"" || rest.first != "#" {}
        append(.literal, "")
    }

    /// Texts of several lines are never sentences.
    private mutating func skipBlock() {
        append(.literal, "")
        while !rest.isEmpty, !rest.starts(with: "\"\"\"".unicodeScalars) {
            if rest.removeFirst() == "\n" { line += 1 }
        }
        rest = rest.dropFirst(3)
    }

    /// Reads up to the closing quotation mark.
    private mutating func literal() -> String {
        var pattern = String.UnicodeScalarView()
        var values = 0
        while let scalar = rest.popFirst(), scalar != "\"" {
            guard scalar == "\\", let escaped = rest.popFirst() else {
                pattern.append(scalar)
                continue
            }
            switch escaped {
            case "(":
                values += 1
                pattern.append(contentsOf: "{\(values)}".unicodeScalars)
                skipInterpolation()
            case "u":
                let digits = rest.dropFirst().prefix { $0 != "}" }
                rest = rest.dropFirst(digits.count + 2)
                if let value = UInt32(String(String.UnicodeScalarView(digits)), radix: 16),
                    let scalar = Unicode.Scalar(value)
                {
                    pattern.append(scalar)
                }
            case "n": pattern.append("\n")
            default: pattern.append(escaped)
            }
        }
        return String(pattern)
    }

    private mutating func skipInterpolation() {
        var depth = 1
        while depth > 0, let scalar = rest.popFirst() {
            switch scalar {
            case "(": depth += 1
            case ")": depth -= 1
            case "\"": _ = literal()
            default: break
            }
        }
    }
}
