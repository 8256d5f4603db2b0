/// The part of a workbook that holds the cells of one sheet.
struct SheetPart {
    private let reader: PartReader
    private let strings: [String]
    private let formats: NumberFormats
    private let countsFrom1904: Bool
    private let limits: SpreadsheetLimits
    private var place = CellAddress(row: 0, column: 0)

    init(
        _ reader: PartReader,
        strings: [String],
        formats: NumberFormats,
        countsFrom1904: Bool,
        limits: SpreadsheetLimits
    ) {
        self.reader = reader
        self.strings = strings
        self.formats = formats
        self.countsFrom1904 = countsFrom1904
        self.limits = limits
    }

    mutating func read(into builder: inout SheetBuilder) throws(SpreadsheetFault) {
        while try reader.nextChild(below: 1) {
            switch reader.name {
            case "row":
                let number = reader.number("r") ?? place.row + 1
                place = CellAddress(row: min(max(1, number), limits.rows + 1), column: 0)
            case "c": try readCell(into: &builder)
            case "mergeCell":
                if let range = reader.attribute("ref").flatMap({ CellRange($0) }) { try builder.merge(range) }
            case "extLst": try reader.skipElement()
            default: break
            }
        }
    }

    /// The type that a cell names: what its value is to be taken for.
    private enum Kind {
        case number
        case shared
        case text
        case truth
        case fault
        case date
    }

    private mutating func readCell(into builder: inout SheetBuilder) throws(SpreadsheetFault) {
        var kind = Kind.number
        var style = 0
        place.column += 1
        for attribute in reader.attributes {
            switch attribute.name {
            case "r": if let address = CellAddress(attribute.value) { place = address }
            case "s": style = Int(attribute.value) ?? 0
            case "t":
                switch attribute.value {
                case "s": kind = .shared
                case "str", "inlineStr": kind = .text
                case "b": kind = .truth
                case "e": kind = .fault
                case "d": kind = .date
                default: kind = .number
                }
            default: break
            }
        }
        let depth = reader.depth
        var hasFormula = false
        var value: String?
        while try reader.nextChild(below: depth) {
            switch reader.name {
            case "v": value = try reader.elementText()
            case "f":
                hasFormula = true
                try reader.skipElement()
            case "is":
                var text = RichText(limit: limits.cellBytes)
                try text.read(reader)
                value = text.text
            default: try reader.skipElement()
            }
        }
        guard let value, !value.isEmpty else {
            // An empty text is a value that a formula can have.
            if hasFormula, kind != .text { try builder.add(.uncomputed, at: place) }
            return
        }
        guard value.utf8.count <= limits.cellBytes else { throw .tooLarge(.text, limit: limits.cellBytes) }
        if let content = content(value, kind, style) { try builder.add(content, at: place) }
    }

    private func content(_ value: String, _ kind: Kind, _ style: Int) -> CellContent? {
        switch kind {
        case .shared:
            guard let index = Int(value), strings.indices.contains(index) else { return .fault("#REF!") }
            return .text(strings[index])
        case .text: return .text(RichText.unescaped(value))
        case .truth: return .truth(value == "1" || value == "true")
        case .fault: return .fault(value)
        case .date: return SheetDate(iso: value).map { .date($0) } ?? .text(value)
        case .number:
            guard let number = Double(value), number.isFinite else { return .text(value) }
            switch formats[style] {
            case .plain: return .number(number)
            case .percentage: return .percentage(number)
            case .date: return SheetDate(serial: number, from1904: countsFrom1904).map { .date($0) } ?? .number(number)
            }
        }
    }
}
