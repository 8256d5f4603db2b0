/// What stands beside a place between characters, as far as assertions ask.
enum Neighbour: Int {
    /// The text begins or ends here.
    case edge
    case newline
    case wordCharacter
    case other

    /// What a scalar is, or the byte that begins it.
    @inline(__always)
    init(_ scalar: UInt32) {
        let isWord =
            scalar >= 0x61 && scalar <= 0x7A || scalar >= 0x41 && scalar <= 0x5A || scalar >= 0x30 && scalar <= 0x39
            || scalar == 0x5F
        self = isWord ? .wordCharacter : scalar == 0x0A ? .newline : .other
    }

    /// Which assertions hold between two neighbours, as bits numbered by `Assertion.rawValue`.
    @inline(__always)
    static func assertions(before: Neighbour, after: Neighbour) -> UInt32 {
        var result: UInt32 = 0
        func set(_ assertion: Assertion) { result |= 1 << UInt32(assertion.rawValue) }
        if before == .edge { set(.textStart) }
        if after == .edge { set(.textEnd) }
        if before == .edge || before == .newline { set(.lineStart) }
        if after == .edge || after == .newline { set(.lineEnd) }
        set((before == .wordCharacter) != (after == .wordCharacter) ? .wordBoundary : .noWordBoundary)
        return result
    }

    /// Which assertions hold before a byte.
    @inline(__always)
    static func assertions(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32 {
        assertions(
            before: index > 0 ? Neighbour(UInt32(bytes[index - 1])) : .edge,
            after: index < bytes.count ? Neighbour(UInt32(bytes[index])) : .edge
        )
    }
}
