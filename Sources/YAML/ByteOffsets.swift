/// Turns libyaml's positions, which count characters, into byte offsets.
///
/// Positions come mostly in rising order, so the last one is where the search for the next begins; a position before
/// it is looked for from the nearest checkpoint.
struct ByteOffsets {
    private static let stride = 256
    private let bytes: UnsafeBufferPointer<UInt8>
    /// The byte offset of every `stride`th character; empty where every character is one byte.
    private var checkpoints: [Int32] = []
    private var lastCharacter = 0
    private var lastOffset = 0

    /// - Parameter bytes: valid UTF-8 that outlives this value.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        guard bytes.contains(where: { $0 >= 0x80 }) else { return }
        checkpoints.reserveCapacity(bytes.count / Self.stride + 1)
        var characters = 0
        for offset in bytes.indices where bytes[offset] & 0xC0 != 0x80 {
            if characters % Self.stride == 0 { checkpoints.append(Int32(offset)) }
            characters += 1
        }
    }

    /// The byte offset of a character; the end of the text for one beyond it.
    mutating func byteOffset(ofCharacter index: Int) -> Int {
        guard !checkpoints.isEmpty else { return min(index, bytes.count) }
        if index < lastCharacter || index - lastCharacter > Self.stride {
            let block = min(index / Self.stride, checkpoints.count - 1)
            lastCharacter = block * Self.stride
            lastOffset = Int(checkpoints[block])
        }
        lastOffset = offset(skipping: index - lastCharacter, from: lastOffset)
        lastCharacter = index
        return lastOffset
    }

    /// The offset of the character that comes a number of characters after the one at an offset.
    private func offset(skipping characters: Int, from start: Int) -> Int {
        var offset = start
        var remaining = characters
        guard let base = UnsafeRawPointer(bytes.baseAddress) else { return 0 }
        while remaining >= 8, offset + 8 <= bytes.count {
            let eight = base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            // A byte that continues a character has its highest bit set and the next one clear.
            let continuing = eight & (~eight &<< 1) & 0x8080_8080_8080_8080
            remaining -= 8 - continuing.nonzeroBitCount
            offset += 8
        }
        while offset < bytes.count {
            if bytes[offset] & 0xC0 != 0x80 {
                if remaining == 0 { break }
                remaining -= 1
            }
            offset += 1
        }
        return offset
    }
}
