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
}
