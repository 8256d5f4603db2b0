/// A number with a decimal point and at most two digits after it, as SVG reads it, the same on every machine.
struct Decimal {
    private let hundredths: Int64

    /// What is no number, or no place on any drawing, becomes zero.
    init(_ value: Double) { hundredths = value.isFinite && abs(value) < 1e12 ? Int64((value * 100).rounded()) : 0 }

    var text: String { withBytes { String(decoding: $0, as: UTF8.self) } }

    /// Its digits, written from the last to the first.
    func withBytes<Result>(_ use: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { buffer in
            var start = buffer.count
            func put(_ byte: UInt8) {
                start -= 1
                buffer[start] = byte
            }
            var rest = hundredths.magnitude
            let fraction = rest % 100
            rest /= 100
            if fraction > 0 {
                if fraction % 10 > 0 { put(UInt8(ascii: "0") + UInt8(fraction % 10)) }
                put(UInt8(ascii: "0") + UInt8(fraction / 10))
                put(UInt8(ascii: "."))
            }
            repeat {
                put(UInt8(ascii: "0") + UInt8(rest % 10))
                rest /= 10
            } while rest > 0
            if hundredths < 0 { put(UInt8(ascii: "-")) }
            return use(UnsafeBufferPointer(rebasing: buffer[start...]))
        }
    }
}
