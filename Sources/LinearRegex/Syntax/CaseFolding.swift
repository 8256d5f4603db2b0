/// Upper and lower case of single scalars, as Unicode's simple case folding has it.
enum CaseFolding {
    /// The scalars that differ in case only from scalars of a set.
    static func variants(of set: CharacterSet) -> [CharacterSet.Span] {
        let isASCII = set.spans.allSatisfy { $0.upperBound < 0x80 }
        var found: [CharacterSet.Span] = []
        for family in isASCII ? asciiFamilies : families where family.contains(where: set.contains) {
            found += family.map { $0...$0 }
        }
        return found
    }

    /// The letters of ASCII with what else has them as its case: the Kelvin sign and the long s.
    private static let asciiFamilies: [[UInt32]] = (UInt32(0x61)...0x7A)
        .map { letter in
            switch letter {
            case 0x6B: [letter, letter - 32, 0x212A]
            case 0x73: [letter, letter - 32, 0x17F]
            default: [letter, letter - 32]
            }
        }

    /// All scalars that have a case, with those that differ from them in case only; found once by asking for each scalar.
    private static let families: [[UInt32]] = {
        var leaders: [UInt32: UInt32] = [:]
        func leader(_ scalar: UInt32) -> UInt32 {
            var scalar = scalar
            while let next = leaders[scalar], next != scalar { scalar = next }
            return scalar
        }
        for value in UInt32(0x41)...0x1FFFF {
            // The Turkic i with and without its dot belong to no family: they fold in Turkic languages only.
            guard value != 0x130, value != 0x131, let scalar = Unicode.Scalar(value),
                scalar.properties.changesWhenCaseMapped || scalar.properties.changesWhenCaseFolded
            else { continue }
            for mapping in [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping] {
                guard let other = single(mapping)?.value, other != value else { continue }
                let (first, second) = (leader(value), leader(other))
                leaders[max(first, second)] = min(first, second)
                leaders[min(first, second)] = min(first, second)
            }
        }
        // They differ in nothing but have no case of one scalar.
        for (first, second) in [(0x390, 0x1FD3), (0x3B0, 0x1FE3), (0xFB05, 0xFB06)] as [(UInt32, UInt32)] {
            leaders[first] = first
            leaders[second] = first
        }
        var families: [UInt32: [UInt32]] = [:]
        for scalar in leaders.keys.sorted() { families[leader(scalar), default: []].append(scalar) }
        return families.keys.sorted().compactMap { families[$0] }
    }()

    private static func single(_ text: String) -> Unicode.Scalar? {
        let scalars = text.unicodeScalars
        return scalars.count == 1 ? scalars.first : nil
    }
}
