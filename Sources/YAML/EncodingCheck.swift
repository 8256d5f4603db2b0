import Diagnostics

/// Refuses what cannot be a YAML text at all, and says what it seems to be instead.
enum EncodingCheck {
    static func problem(with source: SourceText, limits: YAMLLimits) -> Diagnostic? {
        let bytes = source.bytes
        if bytes.count > limits.size {
            return Diagnostic(
                "file-too-large",
                "\(source.name) has \(bytes.count) bytes",
                expected: "at most \(limits.size) bytes",
                hint: "split it into several files in one folder"
            )
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || hasUTF16Zeros(bytes) {
            return wrongEncoding(source, "\(source.name) seems to be UTF-16, as some programs save “Unicode”", at: 0)
        }
        if let offset = bytes.firstIndex(of: 0) {
            return Diagnostic(
                "binary-file",
                "\(source.name) is not a text: it holds a zero byte",
                at: SourceSpan(source, offset..<(offset + 1)),
                expected: "a YAML text in UTF-8",
                hint: "is it a spreadsheet, a picture or an archive?"
            )
        }
        guard let offset = firstInvalidByte(bytes) else { return nil }
        if looksLikeWindows1251(bytes) {
            return wrongEncoding(source, "\(source.name) is not UTF-8; it seems to be Windows-1251", at: offset)
        }
        return wrongEncoding(source, "\(source.name) is not UTF-8", at: offset)
    }

    /// Whether every second of the first bytes is zero, as in Latin text in UTF-16.
    private static func hasUTF16Zeros(_ bytes: [UInt8]) -> Bool {
        let start = bytes.prefix(8)
        guard start.count == 8 else { return false }
        return [0, 1]
            .contains { parity in
                start.enumerated().allSatisfy { ($0.offset % 2 == parity) == ($0.element == 0) }
            }
    }

    /// Whether nearly all bytes that are no ASCII are the letters that Russian has there in Windows-1251.
    private static func looksLikeWindows1251(_ bytes: [UInt8]) -> Bool {
        let high = bytes.lazy.filter { $0 >= 0x80 }
        let letters = high.count { $0 >= 0xC0 || $0 == 0xA8 || $0 == 0xB8 }
        return letters >= 4 && letters * 10 >= high.count * 9
    }

    private static func wrongEncoding(_ source: SourceText, _ message: Message, at offset: Int) -> Diagnostic {
        Diagnostic(
            "wrong-encoding",
            message,
            at: SourceSpan(source, offset..<(offset + 1)),
            expected: "a text in UTF-8",
            hint: "save the file again and choose UTF-8 as its encoding"
        )
    }

    /// The first byte that no UTF-8 text has at its place.
    private static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                if byte < 0x80 {
                    index += 1
                    continue
                }
                let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
                guard byte >= 0xC2, byte <= 0xF4, index + length <= bytes.count else { return index }
                for offset in 1..<length where bytes[index + offset] & 0xC0 != 0x80 { return index }
                let second = bytes[index + 1]
                switch byte {
                case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90,
                    0xF4 where second > 0x8F:
                    return index
                default: index += length
                }
            }
            return nil
        }
    }
}
