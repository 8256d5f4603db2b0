/// Upper and lower case of single scalars.
enum CaseFolding {
    /// The scalars that differ from one in case only; itself left out where it has none.
    static func cases(of scalar: UInt32) -> [UInt32] {
        guard scalar >= 128 else {
            switch scalar {
            case 0x4B, 0x6B: return [0x4B, 0x6B, 0x212A]
            case 0x53, 0x73: return [0x53, 0x73, 0x17F]
            case 65...90: return [scalar + 32]
            case 97...122: return [scalar - 32]
            default: return []
            }
        }
        guard let unicode = Unicode.Scalar(scalar) else { return [] }
        let lower = single(unicode.properties.lowercaseMapping)
        let upper = single(unicode.properties.uppercaseMapping)
        var found: [UInt32] = []
        for candidate in [lower, upper].compactMap({ $0 }) where candidate != unicode {
            found.append(candidate.value)
            // Some have a third case: the Kelvin sign, the long s, the final sigma.
            for other in [candidate.properties.lowercaseMapping, candidate.properties.uppercaseMapping] {
                if let other = single(other), other != unicode { found.append(other.value) }
            }
        }
        if unicode.value == 0x3C3 || unicode.value == 0x3A3 { found.append(0x3C2) }
        return found
    }

    /// The one scalar that stands for all cases of a scalar.
    static func folded(_ scalar: UInt32) -> UInt32 {
        if scalar < 128 { return (65...90).contains(scalar) ? scalar + 32 : scalar }
        guard let unicode = Unicode.Scalar(scalar) else { return scalar }
        let upper = single(unicode.properties.uppercaseMapping) ?? unicode
        return (single(upper.properties.lowercaseMapping) ?? upper).value
    }

    /// The other cases of the scalars of a range; of a very large one only those of its ASCII letters.
    static func variants(_ span: CharacterSet.Span) -> [CharacterSet.Span] {
        let upper = span.upperBound - span.lowerBound > 20_000 ? min(span.upperBound, 127) : span.upperBound
        guard span.lowerBound <= upper else { return [] }
        return (span.lowerBound...upper).flatMap { cases(of: $0) }.map { $0...$0 }
    }

    private static func single(_ text: String) -> Unicode.Scalar? {
        let scalars = text.unicodeScalars
        return scalars.count == 1 ? scalars.first : nil
    }
}
