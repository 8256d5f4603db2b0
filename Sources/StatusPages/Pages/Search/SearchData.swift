import ActionPlan
import Language

/// The names of all items as a script reads them: a list of lists, which holds nothing that could be executed.
///
/// It is a script of its own, not JSON, since a page that is opened from a folder may load no other file.
struct SearchData: Sendable {
    let bytes: [UInt8]

    init(_ context: PageContext) {
        let names = context.site.names(in: context.language).names
        var bytes = Array("globalThis.napNames=[\n".utf8)
        bytes.reserveCapacity(names.count * 120)
        for (position, name) in names.enumerated() {
            if position > 0 { bytes += ",\n".utf8 }
            bytes.append(UInt8(ascii: "["))
            let texts = [
                name.address.path, context.words.name(of: name.kind), name.code ?? "", name.text.text,
                name.text.language == context.language ? "" : name.text.language,
            ]
            for (position, text) in texts.enumerated() {
                if position > 0 { bytes.append(UInt8(ascii: ",")) }
                Self.append(text, to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        }
        bytes += "\n];\n".utf8
        self.bytes = bytes
    }

    /// Appends a text as a JSON string; of controls, also those that turn the writing direction, nothing is kept.
    private static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": bytes += "\\\"".utf8
            case "\\": bytes += "\\\\".utf8
            case "<": bytes += "\\u003C".utf8
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{202A}"..."\u{202E}",
                "\u{2066}"..."\u{2069}":
                bytes.append(UInt8(ascii: " "))
            default: bytes += String(scalar).utf8
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
