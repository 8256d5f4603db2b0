package import ActionPlan

/// Writes JSON as bytes, keys in the order in which they are given; one line per element of the arrays that ask for it.
package struct JSONWriter {
    package private(set) var bytes: [UInt8] = []
    private var needsComma = false

    package init() {}

    // MARK: - Fields

    package mutating func object(_ key: StaticString, _ fields: (inout JSONWriter) -> Void) {
        name(key)
        object(fields)
    }

    package mutating func array<Element>(
        _ key: StaticString,
        _ elements: some Sequence<Element>,
        linewise: Bool = false,
        _ write: (inout JSONWriter, Element) -> Void
    ) {
        name(key)
        array(elements, linewise: linewise, write)
    }

    package mutating func string(_ key: StaticString, _ text: String) {
        name(key)
        string(text)
    }

    /// Nothing where there is no text; so with the other optional values.
    package mutating func string(_ key: StaticString, _ text: String?) {
        if let text { string(key, text) }
    }

    package mutating func integer(_ key: StaticString, _ number: Int) {
        name(key)
        integer(number)
    }

    package mutating func number(_ key: StaticString, _ number: Double) {
        name(key)
        self.number(number)
    }

    package mutating func number(_ key: StaticString, _ number: Double?) {
        if let number { self.number(key, number) }
    }

    package mutating func flag(_ key: StaticString, _ flag: Bool) {
        name(key)
        self.flag(flag)
    }

    /// A field whose key is itself a value, such as the name of a parameter.
    package mutating func field(_ key: String, _ write: (inout JSONWriter) -> Void) {
        string(key)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
        write(&self)
    }

    private mutating func name(_ key: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        key.withUTF8Buffer { bytes += $0 }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    // MARK: - Values

    package mutating func object(_ fields: (inout JSONWriter) -> Void) {
        open(UInt8(ascii: "{"))
        fields(&self)
        close(UInt8(ascii: "}"))
    }

    /// An array of elements that `write` writes.
    package mutating func array<Element>(
        _ elements: some Sequence<Element>,
        linewise: Bool = false,
        _ write: (inout JSONWriter, Element) -> Void
    ) {
        open(UInt8(ascii: "["))
        var isEmpty = true
        for element in elements {
            if linewise {
                if needsComma { bytes.append(UInt8(ascii: ",")) }
                needsComma = false
                newline()
            }
            write(&self, element)
            isEmpty = false
        }
        if linewise, !isEmpty { newline() }
        close(UInt8(ascii: "]"))
    }

    package mutating func string(_ text: String) {
        separate()
        quote(text)
    }

    package mutating func integer(_ number: Int) {
        separate()
        bytes += String(number).utf8
    }

    /// A number in the shortest form that reads back the same; whole numbers without a fraction.
    package mutating func number(_ number: Double) {
        separate()
        if number == 0 {
            bytes.append(UInt8(ascii: "0"))
        } else if number == number.rounded(), abs(number) < 1e15 {
            bytes += String(Int64(number)).utf8
        } else {
            bytes += (number.isFinite ? number.description : "null").utf8
        }
    }

    package mutating func flag(_ flag: Bool) {
        separate()
        bytes += (flag ? "true" : "false").utf8
    }

    package mutating func null() {
        separate()
        bytes += "null".utf8
    }

    package mutating func newline() { bytes.append(UInt8(ascii: "\n")) }

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): bytes += "\\\"".utf8
            case UInt8(ascii: "\\"): bytes += "\\\\".utf8
            case UInt8(ascii: "\n"): bytes += "\\n".utf8
            case UInt8(ascii: "\r"): bytes += "\\r".utf8
            case UInt8(ascii: "\t"): bytes += "\\t".utf8
            case 0..<0x20, 0x7F:
                let digits = String(byte, radix: 16)
                bytes += "\\u00".utf8
                bytes += (digits.utf8.count == 1 ? "0\(digits)" : digits).utf8
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

extension JSONWriter {
    /// A text with its languages, in the order in which they were written.
    package mutating func text(_ key: StaticString, _ text: LocalizedText?) {
        guard let text else { return }
        object(key) { writer in
            for entry in text.entries { writer.field(entry.language) { $0.string(entry.text) } }
        }
    }

    package mutating func value(_ key: StaticString, _ value: FactValue) {
        name(key)
        self.value(value)
    }

    /// A value as traces show it; days as `2021-04-29`.
    package mutating func value(_ value: FactValue) {
        switch value {
        case .number(let number): self.number(number)
        case .integer(let number): integer(Int(number))
        case .text(let text): string(text)
        case .boolean(let flag): self.flag(flag)
        case .day(let day): string(day.description)
        case .list(let elements): array(elements) { $0.value($1) }
        case .absent: null()
        }
    }

    /// Named values, in their order.
    package mutating func measures(_ key: StaticString, _ measures: [MeasuredValue]) {
        guard !measures.isEmpty else { return }
        object(key) { writer in
            for measure in measures { writer.field(measure.id) { $0.value(measure.value) } }
        }
    }
}
