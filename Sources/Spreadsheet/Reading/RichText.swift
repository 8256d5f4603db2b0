/// Texts of cells as workbooks hold them: whole, or in runs that differ in their looks.
struct RichText {
    private(set) var text = ""
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    /// Reads the element that has just begun, `si` or `is`.
    ///
    /// Raised digits stay raised: the mark of a footnote behind a figure must not become part of it.
    mutating func read(_ reader: PartReader) throws(SpreadsheetFault) {
        let depth = reader.depth
        var isRaised = false
        while try reader.nextChild(below: depth) {
            switch reader.name {
            case "r": isRaised = false
            case "vertAlign": isRaised = reader.attribute("val") == "superscript"
            case "rPh": try reader.skipElement()
            case "t":
                let run = Self.unescaped(try reader.elementText())
                text += isRaised ? Self.raised(run) : run
                guard text.utf8.count <= limit else { throw .tooLarge(.text, limit: limit) }
            default: break
            }
        }
    }

    /// With raised digits for plain ones.
    static func raised(_ text: String) -> String {
        let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars)
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let value = Int(scalar.value) - 0x30
            result.append(digits.indices.contains(value) ? digits[value] : scalar)
        }
        return String(result)
    }

    /// With the characters that `_x000D_` and its like stand for.
    static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "_")), text.contains("_x") else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var place = 0
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "_"), place + 6 < bytes.count, bytes[place + 1] == UInt8(ascii: "x"),
                bytes[place + 6] == UInt8(ascii: "_"),
                let code = UInt32(String(decoding: bytes[(place + 2)..<(place + 6)], as: UTF8.self), radix: 16),
                let scalar = Unicode.Scalar(code)
            {
                result += Array(String(Character(scalar)).utf8)
                place += 7
            } else {
                result.append(bytes[place])
                place += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
