/// Makes a tree of a pattern in RE2's syntax.
struct PatternParser {
    struct Flags {
        var foldsCase = false
        var isMultiline = false
        var dotMatchesNewline = false
        var isUngreedy = false
    }

    var scalars: [Unicode.Scalar]
    /// Where each scalar begins in the pattern's UTF-8, and where the last one ends.
    let offsets: [Int]
    var index = 0
    var flags = Flags()
    private var depth = 0
    private let limits: PatternLimits
    private(set) var names: [String?] = []
    private(set) var sets: [CharacterSet] = []
    private var setNumbers: [CharacterSet: Int] = [:]

    init(_ text: String, limits: PatternLimits) throws(PatternError) {
        guard text.utf8.count <= limits.length else { throw PatternError(.tooLarge, 0..<text.utf8.count) }
        scalars = Array(text.unicodeScalars)
        var offsets = [0]
        offsets.reserveCapacity(scalars.count + 1)
        for scalar in scalars { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
        self.offsets = offsets
        self.limits = limits
    }

    mutating func parse() throws(PatternError) -> PatternNode {
        let node = try alternatives()
        guard index == scalars.count else { throw error(.unexpectedParenthesis, index..<(index + 1)) }
        return node
    }

    func error(_ kind: PatternError.Kind, _ range: Range<Int>) -> PatternError {
        let last = offsets.count - 1
        return PatternError(kind, offsets[min(range.lowerBound, last)]..<offsets[min(range.upperBound, last)])
    }

    // MARK: - Scalars

    var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    func peek(_ distance: Int) -> Unicode.Scalar? {
        index + distance < scalars.count ? scalars[index + distance] : nil
    }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard current == scalar else { return false }
        index += 1
        return true
    }

    // MARK: - Grammar

    private mutating func alternatives() throws(PatternError) -> PatternNode {
        depth += 1
        defer { depth -= 1 }
        guard depth <= limits.nesting else { throw error(.tooDeep, index..<(index + 1)) }
        var branches = [try sequence()]
        while take("|") { branches.append(try sequence()) }
        return branches.count == 1 ? branches[0] : .alternatives(branches)
    }

    private mutating func sequence() throws(PatternError) -> PatternNode {
        var parts: [PatternNode] = []
        var isRepeated = false
        while let scalar = current, scalar != "|", scalar != ")" {
            let start = index
            if let bounds = try repetition() {
                guard let last = parts.popLast(), !isRepeated else { throw error(.invalidRepetition, start..<index) }
                let isGreedy = take("?") == flags.isUngreedy
                parts.append(.repetition(last, least: bounds.least, most: bounds.most, isGreedy: isGreedy))
                isRepeated = true
            } else if scalar == "\\", peek(1) == "Q" {
                quotation(into: &parts)
                isRepeated = false
            } else if let part = try atom() {
                parts.append(part)
                isRepeated = false
            }
        }
        return parts.count == 1 ? parts[0] : parts.isEmpty ? .empty : .sequence(parts)
    }

    /// `\Q…\E`: everything in it stands for itself.
    private mutating func quotation(into parts: inout [PatternNode]) {
        index += 2
        while let scalar = current {
            if scalar == "\\", peek(1) == "E" {
                index += 2
                return
            }
            parts.append(character(scalar))
            index += 1
        }
    }

    mutating func character(_ scalar: Unicode.Scalar) -> PatternNode {
        guard flags.foldsCase else { return .character(scalar.value) }
        let set = CharacterSet([scalar.value...scalar.value]).foldingCase
        return set.spans == [scalar.value...scalar.value] ? .character(scalar.value) : node(set)
    }

    /// A character of a set; equal sets are kept once.
    mutating func node(_ set: CharacterSet) -> PatternNode {
        let number = setNumbers[set] ?? sets.count
        if number == sets.count {
            sets.append(set)
            setNumbers[set] = number
        }
        return .set(number)
    }

    /// How often what stands before is repeated; nil where no repetition stands here.
    private mutating func repetition() throws(PatternError) -> (least: Int, most: Int?)? {
        let start = index
        switch current {
        case "*":
            index += 1
            return (0, nil)
        case "+":
            index += 1
            return (1, nil)
        case "?":
            index += 1
            return (0, 1)
        case "{":
            index += 1
            guard let least = number() else {
                index = start
                return nil
            }
            var most: Int? = least
            if take(",") { most = current == "}" ? nil : number() ?? -1 }
            guard most != -1, take("}") else {
                index = start
                return nil
            }
            guard least <= 1000, most ?? 0 <= 1000, most.map({ $0 >= least }) ?? true else {
                throw error(.invalidCount, start..<index)
            }
            return (least, most)
        default: return nil
        }
    }

    /// A number without needless zeros.
    private mutating func number() -> Int? {
        if current == "0", let next = peek(1), ("0"..."9").contains(next) { return nil }
        var value: Int?
        while let digit = current, ("0"..."9").contains(digit) {
            value = min((value ?? 0) * 10 + Int(digit.value - 48), 100_000)
            index += 1
        }
        return value
    }

    /// A part that can be repeated; nil for a group that only sets flags.
    private mutating func atom() throws(PatternError) -> PatternNode? {
        let start = index
        guard let scalar = current else { return nil }
        switch scalar {
        case "(": return try group()
        case "[": return node(try bracket())
        case "\\": return try escape()
        case ".":
            index += 1
            return node(CharacterSet(flags.dotMatchesNewline ? [CharacterSet.all] : [0...9, 11...0x10FFFF]))
        case "^":
            index += 1
            return .assertion(flags.isMultiline ? .lineStart : .textStart)
        case "$":
            index += 1
            return .assertion(flags.isMultiline ? .lineEnd : .textEnd)
        default:
            index = start + 1
            return character(scalar)
        }
    }

    // MARK: - Groups

    private mutating func group() throws(PatternError) -> PatternNode? {
        let start = index
        index += 1
        let outer = flags
        var number: Int?
        if take("?") {
            if current == "P" && peek(1) == "<" || current == "<" && peek(1) != "=" && peek(1) != "!" {
                number = try name(start)
            } else if try groupFlags(start) {
                return nil
            }
        } else {
            names.append(nil)
            number = names.count
        }
        let inner = try alternatives()
        guard take(")") else { throw error(.missingParenthesis, start..<(start + 1)) }
        flags = outer
        return number.map { .group(inner, index: $0) } ?? inner
    }

    private mutating func name(_ start: Int) throws(PatternError) -> Int {
        _ = take("P")
        index += 1
        var name = ""
        while let scalar = current, scalar != ">" {
            name.unicodeScalars.append(scalar)
            index += 1
        }
        let isWord =
            !name.isEmpty
            && name.unicodeScalars.allSatisfy { scalar in NamedClasses.word.contains { $0.contains(scalar.value) } }
        guard take(">"), isWord, !names.contains(name) else { throw error(.invalidName, start..<index) }
        names.append(name)
        return names.count
    }

    /// Reads `i`, `m`, `s`, `U` and their negations.
    ///
    /// - Returns: whether the group ends here, so that the flags hold for what follows it.
    private mutating func groupFlags(_ start: Int) throws(PatternError) -> Bool {
        var value = true
        var count = 0
        while let scalar = current {
            index += 1
            switch scalar {
            case "i": flags.foldsCase = value
            case "m": flags.isMultiline = value
            case "s": flags.dotMatchesNewline = value
            case "U": flags.isUngreedy = value
            case "-" where value:
                value = false
                count = -1
            case ":" where value || count > 0: return false
            case ")" where value || count > 0: return true
            default: throw error(.invalidGroup, start..<index)
            }
            count += 1
        }
        throw error(.missingParenthesis, start..<(start + 1))
    }
}
