package import Diagnostics

/// Reads a spreadsheet: XLSX as Excel, LibreOffice and other programs write it, or ODS.
package struct WorkbookReader {
    private let limits: SpreadsheetLimits

    package init(limits: SpreadsheetLimits = SpreadsheetLimits()) {
        self.limits = limits
    }

    /// The endings of names of files that it reads.
    package static let endings = [".xlsx", ".xlsm", ".ods"]

    /// What is written in a spreadsheet.
    ///
    /// Formulas are never evaluated: their values are those that the program saved. Macros, links, pictures and styles are
    /// passed over.
    ///
    /// - Parameter file: the bytes.
    /// - Returns: the workbook, or nil where it cannot be read; and what is wrong.
    package func read(_ file: SourceText) -> (workbook: Workbook?, diagnostics: [Diagnostic]) {
        do throws(SpreadsheetFault) {
            return (try workbook(file.bytes), [])
        } catch {
            return (nil, [error.diagnostic(file.name)])
        }
    }

    private func workbook(_ bytes: [UInt8]) throws(SpreadsheetFault) -> Workbook {
        let package = try ZipPackage(bytes, limits: limits)
        let workbook =
            package.has("content.xml") && package.has("mimetype")
            ? try OpenDocumentReader(package, limits: limits).workbook()
            : try ExcelReader(package, limits: limits).workbook()
        guard workbook.sheets.contains(where: { !$0.rows.isEmpty }) else { throw .noSheets }
        return workbook
    }
}
