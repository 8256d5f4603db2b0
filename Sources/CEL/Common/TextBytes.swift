/// Looks at the UTF-8 of texts without copying it.
enum TextBytes {
    /// Calls a body with the bytes of a text.
    @inline(__always)
    static func with<Result>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if let result = text.utf8.withContiguousStorageIfAvailable(body) { return result }
        return Array(text.utf8).withUnsafeBufferPointer(body)
    }

    @inline(__always)
    static func same(_ left: [UInt8], _ right: UnsafeBufferPointer<UInt8>) -> Bool {
        left.count == right.count && starts(right, with: left)
    }

    @inline(__always)
    static func starts(_ text: UnsafeBufferPointer<UInt8>, at start: Int = 0, with part: [UInt8]) -> Bool {
        guard start >= 0, part.count <= text.count - start else { return false }
        for index in 0..<part.count where text[start + index] != part[index] { return false }
        return true
    }
}
