import Crypto

/// A random secret of 256 bits that is handed out once, in a link, a cookie or to a program.
///
/// Only its digest is kept. A plain digest is enough, since nobody can guess 256 random bits (OWASP ASVS 5.0, 6.5.2).
package struct Secret: Sendable, Equatable {
    /// What is handed out: 43 characters of the alphabet that addresses and cookies allow (RFC 4648, 5).
    package let text: String

    /// A new one.
    package init() {
        var generator = SystemRandomNumberGenerator()
        text = Self.encoded((0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }

    /// One that came from outside; nil where it cannot be one of ours.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.count == 43, text.utf8.allSatisfy({ Self.alphabet.contains($0) }) else { return nil }
        self.text = String(text)
    }

    /// What is kept of it: the SHA-256 digest, 64 hexadecimal digits.
    package var digest: String {
        SHA256.hash(data: Array(text.utf8))
            .reduce(into: "") { digits, byte in
                digits += (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
    }

    /// A value that only this secret gives for a purpose, such as the token of a form.
    package func derived(for purpose: String) -> String {
        let key = SymmetricKey(data: Array(text.utf8))
        return Self.encoded(Array(HMAC<SHA256>.authenticationCode(for: Array(purpose.utf8), using: key)))
    }

    /// Whether a text is what ``derived(for:)`` gives, found without telling by the time it takes.
    package func confirms(_ text: String, for purpose: String) -> Bool {
        let expected = SHA256.hash(data: Array(derived(for: purpose).utf8))
        return expected == SHA256.hash(data: Array(text.utf8))
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    private static func encoded(_ bytes: [UInt8]) -> String {
        var digits: [UInt8] = []
        var buffer: UInt32 = 0
        var bits = 0
        for byte in bytes {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                digits.append(alphabet[Int(buffer >> UInt32(bits)) & 63])
            }
            buffer &= (1 << UInt32(bits)) - 1
        }
        if bits > 0 { digits.append(alphabet[Int(buffer << UInt32(6 - bits)) & 63]) }
        return String(decoding: digits, as: UTF8.self)
    }
}
