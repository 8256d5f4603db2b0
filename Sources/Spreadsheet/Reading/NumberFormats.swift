/// How a workbook shows numbers: what tells a date and a percentage from a plain number.
struct NumberFormats: Equatable {
    enum Kind {
        case plain
        case date
        case percentage
    }

    private var kinds: [Kind] = []

    init() {}

    /// Of a cell whose style has a number; plain where there is no such style.
    subscript(_ style: Int) -> Kind { kinds.indices.contains(style) ? kinds[style] : .plain }

    /// Reads `styles.xml`.
    init(_ reader: PartReader) throws(SpreadsheetFault) {
        var custom: [Int: Kind] = [:]
        while true {
            switch try reader.next() {
            case .start:
                switch reader.name {
                case "numFmt":
                    if let id = reader.number("numFmtId"), let code = reader.attribute("formatCode") {
                        custom[id] = Self.kind(ofCode: code)
                    }
                case "cellXfs":
                    let depth = reader.depth
                    while try reader.nextChild(below: depth) {
                        guard reader.name == "xf", reader.depth == depth + 1 else { continue }
                        guard kinds.count < 65_536 else { continue }
                        let id = reader.number("numFmtId") ?? 0
                        kinds.append(custom[id] ?? Self.kind(ofBuiltIn: id))
                    }
                default: break
                }
            case .end, .text: break
            case .endOfDocument: return
            }
        }
    }

    /// The formats that every workbook has without saying so (ECMA-376, part 1, 18.8.30).
    private static func kind(ofBuiltIn id: Int) -> Kind {
        switch id {
        case 9, 10: .percentage
        case 14...22, 27...36, 45...47, 50...58: .date
        default: .plain
        }
    }

    /// By the letters in a format that stand for something.
    static func kind(ofCode code: String) -> Kind {
        var isQuoted = false
        var isBracketed = false
        var isEscaped = false
        for byte in code.utf8 {
            if isEscaped {
                isEscaped = false
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case _ where isQuoted: break
            case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): isEscaped = true
            case UInt8(ascii: "["): isBracketed = true
            case UInt8(ascii: "]"): isBracketed = false
            case _ where isBracketed: break
            // Colours and conditions stand in brackets, "General" has an e but none of these.
            case UInt8(ascii: "d"), UInt8(ascii: "D"), UInt8(ascii: "m"), UInt8(ascii: "M"), UInt8(ascii: "y"),
                UInt8(ascii: "Y"), UInt8(ascii: "h"), UInt8(ascii: "H"):
                return .date
            case UInt8(ascii: "%"): return .percentage
            // What follows is for negative numbers.
            case UInt8(ascii: ";"): return .plain
            default: break
            }
        }
        return .plain
    }
}
