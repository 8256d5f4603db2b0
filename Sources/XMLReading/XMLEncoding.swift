package import Diagnostics
import Foundation

/// Makes UTF-8 of the bytes of an XML text (XML 1.0, appendix F): a byte order mark decides, then what the text declares
/// of itself, else it is UTF-8.
package enum XMLEncoding {
    /// The text in UTF-8 without byte order mark.
    ///
    /// - Throws: where the bytes are not in the encoding that they are said to be in, or that is not known.
    package static func decode(_ source: SourceText) throws(XMLProblem) -> SourceText {
        let bytes = source.bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            return try checked(SourceText(name: source.name, bytes: Array(bytes[3...])))
        }
        if bytes.starts(with: [0xFF, 0xFE]) { return try transcode(source, .utf16LittleEndian, 2, "UTF-16") }
        if bytes.starts(with: [0xFE, 0xFF]) { return try transcode(source, .utf16BigEndian, 2, "UTF-16") }
        if bytes.starts(with: [0x3C, 0x00]) { return try transcode(source, .utf16LittleEndian, 0, "UTF-16") }
        if bytes.starts(with: [0x00, 0x3C]) { return try transcode(source, .utf16BigEndian, 0, "UTF-16") }
        guard let name = declared(bytes) else { return try checked(source) }
        if name == "utf-8" || name == "utf8" || name == "us-ascii" { return try checked(source) }
        guard let encoding = known[name] else {
            throw XMLProblem(
                "xml-unknown-encoding",
                "\(source.name) says that it is written in \(name), which is not read",
                at: SourceSpan(source, 0..<0),
                expected: "UTF-8",
                hint: "save it in UTF-8"
            )
        }
        // Files that say one thing and are UTF-8 all the same are more common than the other way round.
        if String(validating: bytes, as: UTF8.self) != nil { return source }
        return try transcode(source, encoding, 0, name)
    }

    private static let known: [String: String.Encoding] = [
        "iso-8859-1": .isoLatin1, "latin1": .isoLatin1, "iso-8859-2": .isoLatin2, "windows-1250": .windowsCP1250,
        "windows-1251": .windowsCP1251, "windows-1252": .windowsCP1252, "windows-1254": .windowsCP1254,
        "utf-16": .utf16,
    ]

    /// The encoding in `<?xml … encoding="…"?>`, in small letters.
    private static func declared(_ bytes: [UInt8]) -> String? {
        guard bytes.starts(with: "<?xml".utf8) else { return nil }
        let head = String(decoding: bytes.prefix(256).prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self)
        guard let place = head.firstRange(of: "encoding") else { return nil }
        let parts = head[place.upperBound...].split(omittingEmptySubsequences: false) { $0 == "\"" || $0 == "'" }
        return parts.count > 1 ? parts[1].lowercased() : nil
    }

    private static func checked(_ source: SourceText) throws(XMLProblem) -> SourceText {
        if String(validating: source.bytes, as: UTF8.self) != nil { return source }
        // Found again bytewise for its place: rare, so it may take its time.
        var place = 0
        var decoder = UTF8()
        var iterator = source.bytes.makeIterator()
        decoding: while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): place += UTF8.width(scalar)
            case .emptyInput, .error: break decoding
            }
        }
        throw XMLProblem(
            "xml-wrong-encoding",
            "\(source.name) is not in UTF-8",
            at: SourceSpan(source, place..<min(place + 1, source.bytes.count)),
            expected: "UTF-8, or `encoding` in its first line",
            hint: "save it in UTF-8"
        )
    }

    private static func transcode(
        _ source: SourceText,
        _ encoding: String.Encoding,
        _ skipped: Int,
        _ name: String
    ) throws(XMLProblem) -> SourceText {
        guard let text = String(data: Data(source.bytes.dropFirst(skipped)), encoding: encoding) else {
            throw XMLProblem(
                "xml-wrong-encoding",
                "\(source.name) is not in \(name)",
                at: SourceSpan(source, 0..<0),
                expected: "UTF-8, or `encoding` in its first line",
                hint: "save it in UTF-8"
            )
        }
        return SourceText(name: source.name, text: text)
    }
}
