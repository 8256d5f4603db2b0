import ActionPlan

/// Writes JSON of which there is one form only: fixed order of keys, no white space, shortest escapes.
struct CanonicalWriter {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    init() { bytes.reserveCapacity(512) }

    mutating func object(_ write: (inout CanonicalWriter) -> Void) {
        bracketed(UInt8(ascii: "{"), UInt8(ascii: "}"), write)
    }

    mutating func array(_ write: (inout CanonicalWriter) -> Void) {
        bracketed(UInt8(ascii: "["), UInt8(ascii: "]"), write)
    }

    mutating func key(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    mutating func key(_ name: String) {
        separate()
        quote(name)
        bytes.append(UInt8(ascii: ":"))
    }

    mutating func string(_ text: String) {
        separate()
        quote(text)
        needsComma = true
    }

    /// An instant written as `2020-07-14T05:30:00Z`.
    mutating func moment(_ moment: Moment) {
        let day = moment.day(at: .zero)
        let date = day.date
        guard (0...9_999).contains(date.year) else { return string(moment.description) }
        let seconds = Int(moment.seconds - Int64(day.number) * 86_400)
        separate()
        bytes.append(UInt8(ascii: "\""))
        digits(date.year / 100, then: nil)
        digits(date.year % 100, then: UInt8(ascii: "-"))
        digits(date.month, then: UInt8(ascii: "-"))
        digits(date.day, then: UInt8(ascii: "T"))
        digits(seconds / 3_600, then: UInt8(ascii: ":"))
        digits(seconds / 60 % 60, then: UInt8(ascii: ":"))
        digits(seconds % 60, then: UInt8(ascii: "Z"))
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    private mutating func digits(_ value: Int, then mark: UInt8?) {
        bytes.append(UInt8(ascii: "0") + UInt8(value / 10))
        bytes.append(UInt8(ascii: "0") + UInt8(value % 10))
        if let mark { bytes.append(mark) }
    }

    mutating func integer(_ value: Int) { literal(String(value)) }

    mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }

    mutating func number(_ value: Double) { literal(Self.text(of: value)) }

    /// The shortest digits that read back as the number; whole numbers below 2⁵³ without a point.
    static func text(of value: Double) -> String {
        if value.magnitude < 9_007_199_254_740_992, value == value.rounded(), !(value == 0 && value.sign == .minus) {
            return String(Int(value))
        }
        return value.description
    }

    mutating func field(_ name: StaticString, _ text: String?) {
        guard let text else { return }
        key(name)
        string(text)
    }

    mutating func field(_ name: StaticString, _ text: LocalizedText?) {
        guard let text else { return }
        key(name)
        object { writer in
            for entry in text.entries {
                writer.key(entry.language)
                writer.string(entry.text)
            }
        }
    }

    private mutating func bracketed(_ open: UInt8, _ close: UInt8, _ write: (inout CanonicalWriter) -> Void) {
        separate()
        bytes.append(open)
        write(&self)
        bytes.append(close)
        needsComma = true
    }

    private mutating func literal(_ text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = false
    }

    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { units in
            if units.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
                bytes.append(contentsOf: units)
                return
            }
            for unit in units {
                switch unit {
                case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                    bytes.append(UInt8(ascii: "\\"))
                    bytes.append(unit)
                case 0..<0x20:
                    bytes.append(contentsOf: "\\u00".utf8)
                    bytes.append(UInt8(ascii: "0") + unit >> 4)
                    bytes.append(Self.hexadecimal[Int(unit & 15)])
                default: bytes.append(unit)
                }
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static let hexadecimal = Array("0123456789abcdef".utf8)
}
