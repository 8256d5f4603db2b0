/// An address to which mail can be sent, with the name of whoever reads it.
///
/// Nothing in it can end a line of a mail's head or add another address: such addresses cannot be made.
package struct MailAddress: Hashable, Sendable {
    /// Whom; empty where nobody is named.
    package let name: String
    /// The address alone, such as `maral@example.org`.
    package let address: String

    /// An address, or nil where the text is none that this program sends mail to.
    ///
    /// Taken are printable ASCII characters without those that have a meaning in a mail's head (RFC 5322, 3.2.3); quoted
    /// local parts and addresses in brackets are not.
    ///
    /// - Parameters:
    ///   - address: such as `maral@example.org`.
    ///   - name: of a person or service; its control characters are taken out.
    package init?(_ address: String, name: String = "") {
        let halves = address.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard halves.count == 2, (1...64).contains(halves[0].count), (1...190).contains(halves[1].count),
            address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !Self.special.contains($0) }),
            // A program could take it for an option.
            halves[0].first != UInt8(ascii: "-"), Self.isHost(Substring(halves[1]))
        else { return nil }
        self.address = address
        self.name = HeaderText.withoutControls(name)
    }

    /// The part after the @.
    package var host: String { String(address.split(separator: "@")[1]) }

    private static let special = Array("<>,;:\"()[]\\".utf8)

    private static func isHost(_ text: Substring) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false)
            .allSatisfy { label in
                !label.isEmpty
                    && label.utf8.allSatisfy { byte in
                        switch byte {
                        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                            true
                        default: false
                        }
                    }
            }
    }

    /// How it stands in the field of a head that begins with `name: `.
    func field(_ name: String) -> String {
        guard !self.name.isEmpty else { return address }
        let words = HeaderText.encoded(self.name, after: name.utf8.count + 2, asPhrase: true)
        let last = words.split(separator: "\n").last?.utf8.count ?? 0
        let isLong = last + (words.contains("\n") ? 0 : name.utf8.count + 2) + address.utf8.count + 3 > 76
        return words + (isLong ? "\n " : " ") + "<\(address)>"
    }
}
