extension PatternParser {
    /// An escape outside brackets.
    mutating func escape() throws(PatternError) -> PatternNode {
        let start = index
        switch peek(1) {
        case "A": return assertion(.textStart)
        case "z": return assertion(.textEnd)
        case "b": return assertion(.wordBoundary)
        case "B": return assertion(.noWordBoundary)
        default: break
        }
        if let set = try namedClass() { return node(set) }
        index = start
        return character(try escapedScalar())
    }

    private mutating func assertion(_ assertion: Assertion) -> PatternNode {
        index += 2
        return .assertion(assertion)
    }

    /// `\d`, `\pL`, `\P{Greek}` and the like; nil, and nothing read, where none stands here.
    private mutating func namedClass() throws(PatternError) -> CharacterSet? {
        guard current == "\\", let letter = peek(1) else { return nil }
        switch letter {
        case "d", "D": return perl(NamedClasses.digits, isInverted: letter == "D")
        case "s", "S": return perl(NamedClasses.spaces, isInverted: letter == "S")
        case "w", "W": return perl(NamedClasses.word, isInverted: letter == "W")
        case "p", "P": return try unicodeClass(isInverted: letter == "P")
        default: return nil
        }
    }

    private mutating func perl(_ spans: [CharacterSet.Span], isInverted: Bool) -> CharacterSet {
        index += 2
        return named(spans, isInverted: isInverted)
    }

    /// A class with a name, or all that is not in it in any case.
    private func named(_ spans: [CharacterSet.Span], isInverted: Bool) -> CharacterSet {
        let set = flags.foldsCase ? CharacterSet(spans).foldingCase : CharacterSet(spans)
        return isInverted ? set.inverted : set
    }

    private mutating func unicodeClass(isInverted: Bool) throws(PatternError) -> CharacterSet {
        let start = index
        index += 2
        var name = ""
        var isInverted = isInverted
        if take("{") {
            if take("^") { isInverted.toggle() }
            while let scalar = current, scalar != "}" {
                name.unicodeScalars.append(scalar)
                index += 1
            }
            guard take("}") else { throw error(.unknownClass, start..<index) }
        } else if let scalar = current {
            index += 1
            name.unicodeScalars.append(scalar)
        }
        guard let spans = NamedClasses.unicode(name) else { throw error(.unknownClass, start..<index) }
        return named(spans, isInverted: isInverted)
    }

    /// The one character that an escape stands for.
    private mutating func escapedScalar() throws(PatternError) -> Unicode.Scalar {
        let start = index
        index += 1
        guard let letter = current else { throw error(.invalidEscape, start..<index) }
        index += 1
        switch letter {
        case "a": return "\u{07}"
        case "f": return "\u{0C}"
        case "t": return "\t"
        case "n": return "\n"
        case "r": return "\r"
        case "v": return "\u{0B}"
        case "x": return try hexadecimal(start)
        case "0"..."7":
            // One digit other than 0 would be a back reference.
            if letter == "0" || current.map({ ("0"..."7").contains($0) }) ?? false { return octal(letter) }
        default:
            let value = letter.value
            let isWord = NamedClasses.word.contains { $0.contains(value) }
            if value < 128, !isWord || letter == "_" { return letter }
        }
        throw error(.invalidEscape, start..<index)
    }

    private mutating func octal(_ first: Unicode.Scalar) -> Unicode.Scalar {
        var value = first.value - 48
        var count = 1
        while count < 3, let digit = current, ("0"..."7").contains(digit) {
            value = value * 8 + digit.value - 48
            index += 1
            count += 1
        }
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    private mutating func hexadecimal(_ start: Int) throws(PatternError) -> Unicode.Scalar {
        let isBraced = take("{")
        var digits = ""
        while let digit = current, digits.utf8.count < (isBraced ? 8 : 2), digit.properties.isASCIIHexDigit {
            digits.unicodeScalars.append(digit)
            index += 1
        }
        guard isBraced ? take("}") && !digits.isEmpty : digits.utf8.count == 2,
            let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
        else { throw error(.invalidEscape, start..<index) }
        return scalar
    }

    // MARK: - Brackets

    /// `[a-z]` and the like.
    mutating func bracket() throws(PatternError) -> CharacterSet {
        let start = index
        index += 1
        let isInverted = take("^")
        var spans: [CharacterSet.Span] = []
        var isFirst = true
        while current != "]" || isFirst {
            isFirst = false
            guard current != nil else { throw error(.missingBracket, start..<(start + 1)) }
            if current == "[", peek(1) == ":", let named = try posixClass() {
                spans += named
            } else if let named = try namedClass() {
                spans += named.spans
            } else {
                let span = try span(start)
                spans += flags.foldsCase ? CharacterSet([span]).foldingCase.spans : [span]
            }
        }
        index += 1
        let set = CharacterSet(spans)
        return isInverted ? set.inverted : set
    }

    private mutating func span(_ bracket: Int) throws(PatternError) -> CharacterSet.Span {
        let start = index
        let first = try classScalar(bracket)
        guard current == "-", let after = peek(1), after != "]" else { return first.value...first.value }
        index += 1
        let last = try classScalar(bracket)
        guard first.value <= last.value else { throw error(.invalidRange, start..<index) }
        return first.value...last.value
    }

    private mutating func classScalar(_ bracket: Int) throws(PatternError) -> Unicode.Scalar {
        guard let scalar = current else { throw error(.missingBracket, bracket..<(bracket + 1)) }
        if scalar == "\\" { return try escapedScalar() }
        index += 1
        return scalar
    }

    /// `[:alpha:]`; nil, and nothing read, where `:]` is missing.
    private mutating func posixClass() throws(PatternError) -> [CharacterSet.Span]? {
        let start = index
        var end = index + 2
        while end + 1 < scalars.count, scalars[end] != ":" || scalars[end + 1] != "]" { end += 1 }
        guard end + 1 < scalars.count else { return nil }
        var name = String(String.UnicodeScalarView(scalars[(index + 2)..<end]))
        let isInverted = name.hasPrefix("^")
        if isInverted { name.removeFirst() }
        index = end + 2
        guard let spans = NamedClasses.posix(name) else { throw error(.unknownClass, start..<index) }
        return named(spans, isInverted: isInverted).spans
    }
}
