/// How the text of a mail is written, so that every machine on the way lets it pass (RFC 2045, 6).
enum TransferEncoding: String {
    case quotedPrintable = "quoted-printable"
    case base64

    /// The encoding in which a text is shorter; of equals the one that people can read.
    static func best(for text: String) -> TransferEncoding {
        let plain = text.utf8.count { $0 < 0x80 }
        let other = text.utf8.count - plain
        return plain + 3 * other <= text.utf8.count * 4 / 3 ? .quotedPrintable : .base64
    }

    /// A text, whose lines end with a line feed, in lines of at most 76 characters.
    func lines(_ text: String) -> String {
        switch self {
        case .quotedPrintable: Self.quotedPrintable(text)
        case .base64: Self.wrapped(Self.base64(Self.withCarriageReturns(text)))
        }
    }

    /// Inside base64 lines end as they do on the way (RFC 2045, 6.8).
    private static func withCarriageReturns(_ text: String) -> [UInt8] {
        text.utf8.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    }

    private static func quotedPrintable(_ text: String) -> String {
        var lines: [String] = []
        for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            var written = ""
            for (position, byte) in line.enumerated() {
                let isLast = position == line.count - 1
                let isBlank = byte == 0x20 || byte == 0x09
                let isPlain = byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "=") || isBlank && !isLast
                // A dot alone ends a mail on some ways, and a line that begins with `From ` is changed on others.
                let isRisky = position == 0 && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "F"))
                let piece = isPlain && !isRisky ? String(UnicodeScalar(byte)) : "=" + hexadecimal(byte)
                if written.utf8.count + piece.utf8.count > 75 {
                    lines.append(written + "=")
                    written = ""
                }
                written += piece
            }
            lines.append(written)
        }
        return lines.joined(separator: "\n")
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }

    static func base64(_ bytes: [UInt8]) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var digits: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let padded = Array(group) + Array(repeating: 0, count: 3 - group.count)
            let number = Int(padded[0]) << 16 | Int(padded[1]) << 8 | Int(padded[2])
            for place in 0..<4 {
                digits.append(place <= group.count ? letters[number >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
            }
        }
        return String(decoding: digits, as: UTF8.self)
    }

    private static func wrapped(_ digits: String) -> String {
        let bytes = Array(digits.utf8)
        return stride(from: 0, to: bytes.count, by: 76)
            .map { String(decoding: bytes[$0..<min($0 + 76, bytes.count)], as: UTF8.self) }
            .joined(separator: "\n")
    }
}
