/// What machines need to know of a pattern.
struct PatternProgram: Sendable {
    let instructions: [Instruction]
    let sets: [CharacterSet]
    let groupCount: Int
    /// Whether it matches at the start of a text only.
    let isAnchored: Bool
    /// The byte that every match begins with, if there is one.
    let firstByte: UInt8?
    /// Numbers that remembered sets of states may take up.
    let memory: Int

    /// The next place where a match may begin; nil where there is none.
    @inline(__always)
    func nextStart(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
        guard let firstByte else { return index }
        var index = index
        while index < bytes.count, bytes[index] != firstByte { index += 1 }
        return index < bytes.count ? index : nil
    }
}
