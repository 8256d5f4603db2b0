import CZip
import Diagnostics
import Foundation

@testable import Spreadsheet

/// Makes ZIP archives and workbooks for tests.
enum Archive {
    /// An archive with some files.
    static func zip(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: path) }
        guard let archive = zip_open(path, ZIP_CREATE, nil) else { return [] }
        // libzip reads what it packs when it closes the archive.
        var buffers: [UnsafeMutableRawBufferPointer] = []
        defer { for buffer in buffers { buffer.deallocate() } }
        for file in files {
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, file.bytes.count), alignment: 1)
            buffer.copyBytes(from: file.bytes)
            buffers.append(buffer)
            let source = zip_source_buffer(archive, buffer.baseAddress, UInt64(file.bytes.count), 0)
            zip_file_add(archive, file.name, source, 0)
        }
        zip_close(archive)
        return FileManager.default.contents(atPath: path).map(Array.init) ?? []
    }

    /// A workbook with one sheet, `xl/worksheets/sheet1.xml`, and whatever parts are given besides or instead.
    static func workbook(sheet: String, _ parts: [String: String] = [:]) -> [UInt8] {
        let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        var all = [
            "_rels/.rels":
                #"<Relationships><Relationship Id="r" Type="\#(relations)/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
            "xl/workbook.xml":
                #"<workbook xmlns:r="\#(relations)"><sheets><sheet name="Лист 1" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
            "xl/_rels/workbook.xml.rels": """
            <Relationships><Relationship Id="rId1" Type="\(relations)/worksheet" Target="worksheets/sheet1.xml"/>\
            <Relationship Id="rId2" Type="\(relations)/sharedStrings" Target="/xl/sharedStrings.xml"/>\
            <Relationship Id="rId3" Type="\(relations)/styles" Target="./styles.xml"/></Relationships>
            """,
            "xl/sharedStrings.xml": "<sst/>",
            "xl/styles.xml": "<styleSheet/>",
            "xl/worksheets/sheet1.xml": "<worksheet><sheetData>\(sheet)</sheetData></worksheet>",
        ]
        all.merge(parts) { $1 }
        return zip(all.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) })
    }

    static func read(
        _ bytes: [UInt8],
        limits: SpreadsheetLimits = SpreadsheetLimits()
    ) -> (workbook: Workbook?, diagnostics: [Diagnostic]) {
        WorkbookReader(limits: limits).read(SourceText(name: "t.xlsx", bytes: bytes))
    }
}

extension Sheet {
    /// What stands in a cell.
    subscript(_ address: String) -> CellContent? {
        guard let address = CellAddress(address) else { return nil }
        return rows.first { $0.number == address.row }?.cells.first { $0.column == address.column }?.content
    }
}
