import CXlsxWriter
import Foundation
import Spreadsheet

/// Writes the cells of a workbook again by calls of libxlsxwriter alone: what writing costs at the least.
struct BareWorkbook {
    private let workbook: Workbook
    /// The columns of each sheet's rows that are empty; they have a border too.
    private let blanks: [[[Int]]]

    init(_ workbook: Workbook) {
        self.workbook = workbook
        blanks = workbook.sheets.map { sheet in
            sheet.rows.map { row in
                let filled = Set(row.cells.map(\.column))
                return (1...(row.cells.last?.column ?? 1)).filter { !filled.contains($0) }
            }
        }
    }

    /// The bytes of the file.
    func write() -> Int {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("bare-\(UUID().uuidString).xlsx").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        guard let book = workbook_new(path) else { return 0 }
        let format = workbook_add_format(book)
        format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
        let dates = workbook_add_format(book)
        format_set_num_format(dates, "dd.mm.yyyy")
        for (sheet, blanks) in zip(workbook.sheets, blanks) {
            let target = workbook_add_worksheet(book, nil)
            for (row, blanks) in zip(sheet.rows, blanks) {
                for column in blanks {
                    worksheet_write_blank(target, UInt32(row.number - 1), UInt16(column - 1), format)
                }
                for cell in row.cells {
                    let (line, column) = (UInt32(row.number - 1), UInt16(cell.column - 1))
                    switch cell.content {
                    case .text(let text): worksheet_write_string(target, line, column, text, format)
                    case .number(let number), .percentage(let number):
                        worksheet_write_number(target, line, column, number, format)
                    case .date(let date):
                        var date = lxw_datetime(
                            year: Int32(date.year),
                            month: Int32(date.month),
                            day: Int32(date.day),
                            hour: 0,
                            min: 0,
                            sec: 0
                        )
                        worksheet_write_datetime(target, line, column, &date, dates)
                    case .truth, .fault, .uncomputed: break
                    }
                }
            }
        }
        workbook_close(book)
        return FileManager.default.contents(atPath: path)?.count ?? 0
    }
}
