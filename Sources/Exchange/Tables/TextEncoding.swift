package import Diagnostics
import Foundation

/// Makes UTF-8 of the bytes of a text file, whatever program saved it, and says aloud what it took them for.
package enum TextEncoding {
    /// The text of a file.
    ///
    /// A byte order mark decides; then UTF-8, where the bytes are valid; else Windows-1251 or Windows-1250, whichever the
    /// letters speak for: Cyrillic fills whole words with bytes above 0x7F, Turkmen has single ones among Latin letters.
    /// Windows-1251 cannot hold Turkmen letters: programs write a question mark for each, and that is pointed out in
    /// whatever encoding it comes.
    ///
    /// - Parameter source: the bytes.
    /// - Returns: the text in UTF-8 without byte order mark, or nil where it is no text; and what was assumed.
    package static func decode(_ source: SourceText) -> (source: SourceText?, diagnostics: [Diagnostic]) {
        let bytes = source.bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            return decode(SourceText(name: source.name, bytes: Array(bytes[3...])))
        }
        if bytes.starts(with: [0xFF, 0xFE]) { return transcode(source, .utf16LittleEndian, skipping: 2, "UTF-16") }
        if bytes.starts(with: [0xFE, 0xFF]) { return transcode(source, .utf16BigEndian, skipping: 2, "UTF-16") }
        if let zero = bytes.firstIndex(of: 0) {
            let problem = Diagnostic(
                "binary-file",
                "\(source.name) is not a text: it holds a zero byte",
                at: SourceSpan(source, zero..<(zero + 1)),
                expected: "a table saved as CSV",
                hint: "in the spreadsheet program, choose “Save as” and “CSV UTF-8”"
            )
            return (nil, [problem])
        }
        if String(validating: bytes, as: UTF8.self) != nil { return (source, lostLetters(source)) }
        return looksCyrillic(bytes)
            ? transcode(source, .windowsCP1251, skipping: 0, "Windows-1251")
            : transcode(source, .windowsCP1250, skipping: 0, "Windows-1250")
    }

    private static func transcode(
        _ source: SourceText,
        _ encoding: String.Encoding,
        skipping count: Int,
        _ name: String
    ) -> (SourceText?, [Diagnostic]) {
        guard let text = String(data: Data(source.bytes[count...]), encoding: encoding) else {
            let problem = Diagnostic(
                "wrong-encoding",
                "\(source.name) is neither UTF-8 nor \(name)",
                expected: "a text in UTF-8",
                hint: "in the spreadsheet program, choose “Save as” and “CSV UTF-8”"
            )
            return (nil, [problem])
        }
        let decoded = SourceText(name: source.name, text: text)
        var diagnostics = [
            Diagnostic(
                "encoding-assumed",
                "\(source.name) is not UTF-8 and was read as \(name)",
                severity: .information,
                hint: "if letters look wrong, save it as “CSV UTF-8”"
            )
        ]
        diagnostics += lostLetters(decoded)
        return (decoded, diagnostics)
    }

    private static func looksCyrillic(_ bytes: [UInt8]) -> Bool {
        var runs = 0
        var high = 0
        var before: UInt8 = 0
        for byte in bytes {
            if byte >= 0x80 {
                high += 1
                if before < 0x80 { runs += 1 }
            }
            before = byte
        }
        return high >= 2 * runs
    }

    /// Says where a letter was lost; nothing where none seems to be.
    private static func lostLetters(_ source: SourceText) -> [Diagnostic] {
        guard let place = lostLetter(source.bytes) else { return [] }
        return [
            Diagnostic(
                "letters-lost",
                "a question mark inside a word: letters were lost when the file was saved; Windows-1251 has no Turkmen letters, Windows-1250 and UTF-8 have them",
                severity: .warning,
                at: SourceSpan(source, place..<(place + 1)),
                hint: "save the table again as “CSV UTF-8”"
            )
        ]
    }

    /// A question mark between two letters, in a word that is no address.
    private static func lostLetter(_ bytes: [UInt8]) -> Int? {
        func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (65...90).contains(byte & 0xDF) }
        func isAddress(_ byte: UInt8) -> Bool { [0x23, 0x2F, 0x3A, 0x3D, 0x40].contains(byte) }
        var word = 0
        var found: Int?
        for place in bytes.indices {
            let byte = bytes[place]
            if byte <= 0x20 || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") {
                if let found { return found }
                word = place + 1
            } else if isAddress(byte) {
                found = nil
                word = bytes.count
            } else if byte == UInt8(ascii: "?"), place > word, place + 1 < bytes.count, isLetter(bytes[place - 1]),
                isLetter(bytes[place + 1])
            {
                found = found ?? place
            }
        }
        return found
    }
}
