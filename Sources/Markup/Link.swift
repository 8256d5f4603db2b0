/// An address that is safe to follow: within the site, or `https:`, `http:`, `mailto:` elsewhere.
package struct Link: Hashable, Sendable {
    /// The address as it is written.
    package let address: String

    /// A page of the site by its path relative to the page that links to it, such as `../agency/mia.html#due`.
    ///
    /// - Parameter path: a relative path; a colon before the first slash would make it an address of another kind, and
    ///   two slashes at the start another host, so both are taken apart.
    package init(path: String) {
        let head = path.utf8.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
        let isUnsafe =
            head.contains(UInt8(ascii: ":")) || path.utf8.starts(with: "//".utf8) || path.utf8.contains(0x5C)
            || path.utf8.contains { $0 < 0x20 }
        address = isUnsafe ? "./" + String(decoding: path.utf8.filter(Self.isHarmless), as: UTF8.self) : path
    }

    /// An address elsewhere, or nil where it is none that may be followed.
    package init?(external address: String) {
        let lowered = address.utf8.prefix(8).map { (65...90).contains($0) ? $0 | 0x20 : $0 }
        let schemes = ["https://", "http://", "mailto:"]
        guard schemes.contains(where: { lowered.starts(with: $0.utf8) }),
            address.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != 0x5C })
        else { return nil }
        self.address = address
    }

    private static func isHarmless(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
