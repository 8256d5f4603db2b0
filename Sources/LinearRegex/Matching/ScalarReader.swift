/// Reads scalars of valid UTF-8.
enum ScalarReader {
    /// The scalar that begins at a byte, and its length.
    @inline(__always)
    static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (scalar: UInt32, length: Int) {
        let first = UInt32(bytes[index])
        if first < 0x80 { return (first, 1) }
        func next(_ distance: Int) -> UInt32 {
            index + distance < bytes.count ? UInt32(bytes[index + distance]) & 0x3F : 0
        }
        if first < 0xE0 { return ((first & 0x1F) << 6 | next(1), 2) }
        if first < 0xF0 { return ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3) }
        return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
    }

    /// Which assertions hold between two bytes, as bits numbered by `Assertion.rawValue`.
    @inline(__always)
    static func assertions(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32 {
        var result: UInt32 = 0
        func set(_ assertion: Assertion) { result |= 1 << UInt32(assertion.rawValue) }
        let before = index > 0 ? bytes[index - 1] : 0x0A
        let after = index < bytes.count ? bytes[index] : 0x0A
        if index == 0 { set(.textStart) }
        if index == bytes.count { set(.textEnd) }
        if before == 0x0A { set(.lineStart) }
        if after == 0x0A { set(.lineEnd) }
        set(isWord(before) != isWord(after) ? .wordBoundary : .noWordBoundary)
        return result
    }

    @inline(__always)
    private static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x61 && byte <= 0x7A || byte >= 0x41 && byte <= 0x5A || byte >= 0x30 && byte <= 0x39 || byte == 0x5F
    }
}

extension Instruction {
    /// Whether it takes a scalar.
    @inline(__always)
    func takes(_ scalar: UInt32, _ sets: UnsafeBufferPointer<CharacterSet>) -> Bool {
        switch operation {
        case .character: UInt32(bitPattern: first) == scalar
        case .foldedCharacter: UInt32(bitPattern: first) == CaseFolding.folded(scalar)
        case .set: sets[Int(first)].contains(scalar)
        default: false
        }
    }
}
