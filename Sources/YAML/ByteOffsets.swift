/// Turns libyaml's positions, which count characters, into byte offsets.
struct ByteOffsets {
    private static let stride = 256
    /// The byte offset of every `stride`th character; empty where every character is one byte.
    private var checkpoints: [Int32] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.contains(where: { $0 >= 0x80 }) else { return }
        checkpoints.reserveCapacity(bytes.count / Self.stride + 1)
        var characters = 0
        for offset in bytes.indices where bytes[offset] & 0xC0 != 0x80 {
            if characters % Self.stride == 0 { checkpoints.append(Int32(offset)) }
            characters += 1
        }
    }

    func byteOffset(ofCharacter index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        guard !checkpoints.isEmpty else { return min(index, bytes.count) }
        let block = min(index / Self.stride, checkpoints.count - 1)
        var offset = Int(checkpoints[block])
        var remaining = index - block * Self.stride
        while remaining > 0, offset < bytes.count {
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            remaining -= 1
        }
        return offset
    }
}
