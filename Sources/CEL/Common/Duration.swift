/// A length of time in whole nanoseconds, up to some 292 years either way.
public struct Duration: Hashable, Sendable {
    /// Its length in nanoseconds.
    public let nanoseconds: Int64

    /// A length of time.
    public init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    /// A length of time in seconds; nil where it is too long.
    public init?(seconds: Int64) {
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        guard !overflow else { return nil }
        nanoseconds = product
    }

    /// A length of time written as `1h30m`, `-1.5s`, `100ms`: decimal numbers with the units h, m, s, ms, us, ns; nil
    /// where it is malformed or too long.
    public init?(_ text: String) {
        var rest = text.utf8[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
        if rest.elementsEqual("0".utf8) {
            nanoseconds = 0
            return
        }
        guard !rest.isEmpty else { return nil }
        var total: UInt64 = 0
        while !rest.isEmpty {
            guard let part = Self.part(&rest) else { return nil }
            let (sum, overflow) = total.addingReportingOverflow(part)
            guard !overflow else { return nil }
            total = sum
        }
        if isNegative {
            guard total <= Int64.min.magnitude else { return nil }
            nanoseconds = Int64(truncatingIfNeeded: 0 &- total)
        } else {
            guard let length = Int64(exactly: total) else { return nil }
            nanoseconds = length
        }
    }

    private static func part(_ rest: inout Substring.UTF8View) -> UInt64? {
        let whole = rest.prefix { (48...57).contains($0) }
        rest = rest.dropFirst(whole.count)
        var fraction = rest.prefix(0)
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            fraction = rest.prefix { (48...57).contains($0) }
            rest = rest.dropFirst(fraction.count)
        }
        guard !whole.isEmpty || !fraction.isEmpty else { return nil }
        let unit = rest.prefix { !(48...57).contains($0) && $0 != UInt8(ascii: ".") }
        rest = rest.dropFirst(unit.count)
        let scale: UInt64
        switch String(Substring(unit)) {
        case "h": scale = 3_600_000_000_000
        case "m": scale = 60_000_000_000
        case "s": scale = 1_000_000_000
        case "ms": scale = 1_000_000
        case "us", "µs", "μs": scale = 1000
        case "ns": scale = 1
        default: return nil
        }
        guard let number = whole.isEmpty ? 0 : UInt64(String(Substring(whole))) else { return nil }
        let (product, overflow) = number.multipliedReportingOverflow(by: scale)
        guard !overflow else { return nil }
        var place = scale
        var extra: UInt64 = 0
        for digit in fraction {
            place /= 10
            extra += UInt64(digit - 48) * place
        }
        let (sum, tooLong) = product.addingReportingOverflow(extra)
        return tooLong ? nil : sum
    }
}

extension Duration: CustomStringConvertible {
    /// The length in seconds with the letter s, such as `1.5s`.
    public var description: String {
        let magnitude = nanoseconds.magnitude
        var text = (nanoseconds < 0 ? "-" : "") + String(magnitude / 1_000_000_000)
        var fraction = magnitude % 1_000_000_000
        if fraction > 0 {
            var digits = ""
            for _ in 0..<9 {
                digits = String(fraction % 10) + digits
                fraction /= 10
            }
            while digits.utf8.last == UInt8(ascii: "0") { digits.removeLast() }
            text += "." + digits
        }
        return text + "s"
    }
}
