/// A mail to one reader: plain text in UTF-8, written as MIME has it.
package struct MailMessage: Hashable, Sendable {
    package var from: MailAddress
    package var to: MailAddress
    package var subject: String
    /// Lines that end with a line feed.
    package var text: String
    /// The tag of the language that it is written in.
    package var language: String
    /// When it was written.
    package var written: MailDate
    /// Letters, digits, dots and dashes that name it; the same mail written again has the same name.
    package var id: String
    /// Where its reader can say that she wants no more of them, an address of the web; nil where she cannot.
    package var optOut: String?

    package init(
        from: MailAddress,
        to: MailAddress,
        subject: String,
        text: String,
        language: String,
        written: MailDate,
        id: String,
        optOut: String? = nil
    ) {
        self.from = from
        self.to = to
        self.subject = subject
        self.text = text
        self.language = language
        self.written = written
        self.id = id
        self.optOut = optOut
    }

    /// The mail as it is handed on.
    ///
    /// - Parameter lineEnd: a line feed for programs of the same machine, both characters for files and networks.
    /// - Returns: head and text, all of it ASCII.
    package func bytes(lineEnd: LineEnd) -> [UInt8] {
        let encoding = TransferEncoding.best(for: text)
        var head = [
            "From: \(from.field("From"))",
            "To: \(to.field("To"))",
            "Subject: \(HeaderText.encoded(subject, after: 9))",
            "Date: \(written.text)",
            "Message-ID: <\(Self.atom(id))@\(from.host)>",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: \(encoding.rawValue)",
            "Content-Language: \(Self.atom(language))",
            // So that nobody's notice of absence answers it (RFC 3834, 5).
            "Auto-Submitted: auto-generated",
        ]
        if let optOut, Self.isAddress(optOut) {
            // RFC 2369, 3.2, and RFC 8058, 3.1.
            head.append("List-Unsubscribe: <\(optOut)>")
            head.append("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
        }
        let whole = head.joined(separator: "\n") + "\n\n" + encoding.lines(text) + "\n"
        switch lineEnd {
        case .lineFeed: return Array(whole.utf8)
        case .carriageReturnLineFeed: return whole.utf8.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
        }
    }

    package enum LineEnd: Sendable {
        case lineFeed
        case carriageReturnLineFeed
    }

    /// What may stand in a name without quotes.
    private static func atom(_ text: String) -> String {
        let bytes = text.utf8.filter { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
                true
            default: false
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isAddress(_ text: String) -> Bool {
        (text.hasPrefix("https://") || text.hasPrefix("http://")) && text.utf8.count <= 500
            && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
    }
}
