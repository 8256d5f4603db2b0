/// Reads a workbook as Excel writes it: Office Open XML, ECMA-376, whether transitional or strict.
struct ExcelReader {
    private let package: ZipPackage
    private let limits: SpreadsheetLimits

    init(_ package: ZipPackage, limits: SpreadsheetLimits) {
        self.package = package
        self.limits = limits
    }

    func workbook() throws(SpreadsheetFault) -> Workbook {
        let main = try relations(of: "").first { $0.kind == "officeDocument" }?.target ?? "xl/workbook.xml"
        let book = try BookPart(PartReader(package, main, limits: limits))
        let relations = try relations(of: main)
        func target(_ kind: String) -> String? { relations.first { $0.kind == kind }?.target }
        guard book.sheets.count <= limits.sheets else { throw .tooLarge(.sheets, limit: limits.sheets) }
        let strings = try target("sharedStrings").map { part throws(SpreadsheetFault) in try sharedStrings(part) } ?? []
        let formats = try target("styles")
            .map { part throws(SpreadsheetFault) in
                try NumberFormats(PartReader(package, part, limits: limits))
            }
        var builder = SheetBuilder(limits: limits)
        for sheet in book.sheets {
            // Sheets that only hold a chart have no cells.
            guard let relation = relations.first(where: { $0.id == sheet.relation }), relation.kind == "worksheet"
            else {
                continue
            }
            var part = SheetPart(
                try PartReader(package, relation.target, limits: limits),
                strings: strings,
                formats: formats ?? NumberFormats(),
                countsFrom1904: book.countsFrom1904,
                limits: limits
            )
            try part.read(into: &builder)
            try builder.endSheet(sheet.name, isHidden: sheet.isHidden)
        }
        return Workbook(sheets: builder.sheets)
    }

    // MARK: - Relations

    /// That one part needs another.
    private struct Relation {
        var id: String
        /// The last word of the address that names what kind of part it is.
        var kind: String
        /// The name of the other part.
        var target: String
    }

    private func relations(of part: String) throws(SpreadsheetFault) -> [Relation] {
        let folder = part.split(separator: "/").dropLast().joined(separator: "/")
        let file = part.split(separator: "/").last.map(String.init) ?? ""
        let own = (folder.isEmpty ? "" : folder + "/") + "_rels/\(file).rels"
        guard package.has(own) else { return [] }
        let reader = try PartReader(package, own, limits: limits)
        var relations: [Relation] = []
        while try reader.nextChild(below: 1) {
            guard reader.name == "Relationship", reader.attribute("TargetMode") != "External",
                let id = reader.attribute("Id"), let kind = reader.attribute("Type"),
                let target = reader.attribute("Target"), relations.count < limits.entries
            else { continue }
            relations.append(
                Relation(
                    id: id,
                    kind: kind.split(separator: "/").last.map(String.init) ?? "",
                    target: Self.resolve(target, in: folder)
                )
            )
        }
        return relations
    }

    /// A name as seen from a folder of the package; it never leads out of it.
    static func resolve(_ target: String, in folder: String) -> String {
        var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for part in target.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }

    // MARK: - Parts

    private func sharedStrings(_ part: String) throws(SpreadsheetFault) -> [String] {
        let reader = try PartReader(package, part, limits: limits)
        var strings: [String] = []
        var bytes = 0
        while try reader.nextChild(below: 1) {
            guard reader.name == "si" else { continue }
            var text = RichText(limit: limits.cellBytes)
            try text.read(reader)
            strings.append(text.text)
            bytes += text.text.utf8.count
            guard strings.count <= limits.strings else { throw .tooLarge(.strings, limit: limits.strings) }
            guard bytes <= limits.textBytes else { throw .tooLarge(.text, limit: limits.textBytes) }
        }
        return strings
    }
}

/// The part of a workbook that lists its sheets.
private struct BookPart {
    struct Entry {
        var name: String
        var relation: String
        var isHidden: Bool
    }

    private(set) var sheets: [Entry] = []
    private(set) var countsFrom1904 = false

    init(_ reader: PartReader) throws(SpreadsheetFault) {
        while try reader.nextChild(below: 1) {
            switch reader.name {
            case "workbookPr": countsFrom1904 = reader.isTrue("date1904")
            case "sheet":
                // Its other identifier, `sheetId`, says nothing about the part.
                guard let name = reader.attribute("name"), let relation = reader.attribute("id"), sheets.count < 10_000
                else { continue }
                let state = reader.attribute("state")
                sheets.append(Entry(name: name, relation: relation, isHidden: state != nil && state != "visible"))
            default: break
            }
        }
    }
}
