/// The names of the parts of a ZIP file, from the directory at its end.
struct ZipDirectory {
    private(set) var names: [String] = []

    private static let end: [UInt8] = [0x50, 0x4B, 5, 6]
    private static let entry: [UInt8] = [0x50, 0x4B, 1, 2]
    private static let endLength = 22
    private static let entryLength = 46
    private static let longestComment = 65_535

    /// Nil where the directory is not there whole.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= Self.endLength else { return nil }
        let last = bytes.count - Self.endLength
        let range = (max(0, last - Self.longestComment)...last).reversed()
        guard let end = range.first(where: { bytes[$0...].starts(with: Self.end) }) else { return nil }
        func number(_ offset: Int, _ length: Int) -> Int {
            (0..<length).reversed().reduce(0) { $0 << 8 | Int(bytes[offset + $1]) }
        }
        let count = number(end + 10, 2)
        var position = number(end + 16, 4)
        for _ in 0..<count {
            guard position + Self.entryLength <= end, bytes[position...].starts(with: Self.entry) else { return nil }
            let length = number(position + 28, 2)
            let start = position + Self.entryLength
            guard start + length <= end else { return nil }
            names.append(String(decoding: bytes[start..<(start + length)], as: UTF8.self))
            position = start + length + number(position + 30, 2) + number(position + 32, 2)
        }
    }
}
