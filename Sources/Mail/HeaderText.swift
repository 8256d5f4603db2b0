/// Texts in the head of a mail: what is not plain ASCII becomes encoded words (RFC 2047), and nothing ends the line.
enum HeaderText {
    /// A text without anything that could end a line or turn its direction: each of those becomes a blank, and several
    /// blanks one.
    static func withoutControls(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator:
                if let last = result.last, last != " " { result.append(" ") }
            default: result.append(scalar)
            }
        }
        if result.last == " " { result.removeLast() }
        return String(result)
    }

    /// A text as it may stand in a head, in lines of at most 76 characters.
    ///
    /// - Parameters:
    ///   - text: any.
    ///   - used: how many characters stand on its first line already.
    ///   - isPhrase: whether it names somebody before an address, where more characters have a meaning.
    /// - Returns: the text, further lines of which begin with a blank.
    static func encoded(_ text: String, after used: Int, asPhrase isPhrase: Bool = false) -> String {
        let text = withoutControls(text)
        guard text.utf8.allSatisfy({ isPlain($0, inPhrase: isPhrase) }), !text.contains("=?"), text.utf8.count <= 200
        else { return words(text, after: used) }
        return folded(text, after: used)
    }

    private static func isPlain(_ byte: UInt8, inPhrase: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "'"):
            true
        default: !inPhrase && byte > 0x20 && byte < 0x7F
        }
    }

    /// Plain words, a new line begun with a blank where one would be too long.
    private static func folded(_ text: String, after used: Int) -> String {
        var result = ""
        var length = used
        for word in text.split(separator: " ") {
            if !result.isEmpty {
                if length + 1 + word.utf8.count > 76 {
                    result += "\n "
                    length = 1
                } else {
                    result += " "
                    length += 1
                }
            }
            result += word
            length += word.utf8.count
        }
        return result
    }

    /// Encoded words, each of at most 75 characters and of whole scalars.
    private static func words(_ text: String, after used: Int) -> String {
        let frame = "=?UTF-8?B??=".utf8.count
        var words: [[UInt8]] = []
        var word: [UInt8] = []
        var room = 75 - used
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if frame + (word.count + bytes.count + 2) / 3 * 4 > room, !word.isEmpty {
                words.append(word)
                word = []
                room = 75
            }
            word += bytes
        }
        return (words + [word]).map { "=?UTF-8?B?\(TransferEncoding.base64($0))?=" }.joined(separator: "\n ")
    }
}
