/// Classes of characters that have a name.
enum NamedClasses {
    static let digits: [CharacterSet.Span] = [0x30...0x39]
    static let spaces: [CharacterSet.Span] = [0x09...0x0A, 0x0C...0x0D, 0x20...0x20]
    static let word: [CharacterSet.Span] = [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A]

    /// A class such as `alpha` in `[[:alpha:]]`.
    static func posix(_ name: String) -> [CharacterSet.Span]? {
        switch name {
        case "alnum": [0x30...0x39, 0x41...0x5A, 0x61...0x7A]
        case "alpha": [0x41...0x5A, 0x61...0x7A]
        case "ascii": [0x00...0x7F]
        case "blank": [0x09...0x09, 0x20...0x20]
        case "cntrl": [0x00...0x1F, 0x7F...0x7F]
        case "digit": digits
        case "graph": [0x21...0x7E]
        case "lower": [0x61...0x7A]
        case "print": [0x20...0x7E]
        case "punct": [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E]
        case "space": [0x09...0x0D, 0x20...0x20]
        case "upper": [0x41...0x5A]
        case "word": word
        case "xdigit": [0x30...0x39, 0x41...0x46, 0x61...0x66]
        default: nil
        }
    }

    /// A general category or script such as `Lu`, `L` or `Cyrillic`.
    static func unicode(_ name: String) -> [CharacterSet.Span]? {
        if name == "Any" { return [CharacterSet.all] }
        if let spans = GeneralCategories.table[name] { return spans }
        return Scripts.table[name]
    }
}

/// The scalars of every general category, found once by asking for each scalar.
enum GeneralCategories {
    static let table: [String: [CharacterSet.Span]] = {
        var table: [String: [CharacterSet.Span]] = [:]
        var start: UInt32 = 0
        var current: String?
        func close(before end: UInt32) {
            guard let current, end > start else { return }
            table[current, default: []].append(start...(end - 1))
            table[String(current.prefix(1)), default: []].append(start...(end - 1))
        }
        for value in UInt32(0)...0x10FFFF {
            let name = Unicode.Scalar(value).map { abbreviation($0.properties.generalCategory) } ?? "Cs"
            guard name != current else { continue }
            close(before: value)
            start = value
            current = name
        }
        close(before: 0x110000)
        return table
    }()

    private static func abbreviation(_ category: Unicode.GeneralCategory) -> String {
        switch category {
        case .uppercaseLetter: "Lu"
        case .lowercaseLetter: "Ll"
        case .titlecaseLetter: "Lt"
        case .modifierLetter: "Lm"
        case .otherLetter: "Lo"
        case .nonspacingMark: "Mn"
        case .spacingMark: "Mc"
        case .enclosingMark: "Me"
        case .decimalNumber: "Nd"
        case .letterNumber: "Nl"
        case .otherNumber: "No"
        case .connectorPunctuation: "Pc"
        case .dashPunctuation: "Pd"
        case .openPunctuation: "Ps"
        case .closePunctuation: "Pe"
        case .initialPunctuation: "Pi"
        case .finalPunctuation: "Pf"
        case .otherPunctuation: "Po"
        case .mathSymbol: "Sm"
        case .currencySymbol: "Sc"
        case .modifierSymbol: "Sk"
        case .otherSymbol: "So"
        case .spaceSeparator: "Zs"
        case .lineSeparator: "Zl"
        case .paragraphSeparator: "Zp"
        case .control: "Cc"
        case .format: "Cf"
        case .surrogate: "Cs"
        case .privateUse: "Co"
        case .unassigned: "Cn"
        @unknown default: "Cn"
        }
    }
}
