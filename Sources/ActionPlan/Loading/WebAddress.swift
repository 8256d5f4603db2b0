import Diagnostics
import YAML

/// Addresses of the web, in a form that is safe to link to.
package enum WebAddress {
    /// An address that begins with `https://` or `http://`, without spaces or control characters.
    package static func isValid(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard text.hasPrefix("https://") || text.hasPrefix("http://"), bytes.count <= 2048, bytes.count > 10 else {
            return false
        }
        return bytes.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "<") }
    }

    static func decode(_ node: Node, _ base: Decoder) -> String? {
        base.parsed(node, expected: "an address that begins with https:// or http://") { isValid($0) ? $0 : nil }
    }
}
