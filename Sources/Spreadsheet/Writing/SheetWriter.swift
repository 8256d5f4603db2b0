import CXlsxWriter

/// Writes one sheet, whose rows and columns are counted from 1, as programs show them.
package struct SheetWriter {
    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    private let styles: WorkbookWriter
    /// As programs show it.
    package let name: String

    init(_ sheet: UnsafeMutablePointer<lxw_worksheet>, name: String, styles: WorkbookWriter) {
        self.sheet = sheet
        self.name = name
        self.styles = styles
    }

    /// How many characters a cell can hold.
    package static let longestText = 32_767

    // MARK: - Cells

    /// Writes a text, however it looks; what is longer than a cell can hold is cut off with an ellipsis.
    package func write(_ text: String, row: Int, column: Int, style: CellStyle = CellStyle()) {
        guard !text.isEmpty else { return write(blank: row, column: column, style: style) }
        worksheet_write_string(sheet, UInt32(row - 1), UInt16(column - 1), Self.fitting(text), styles.format(style))
    }

    private static func fitting(_ text: String) -> String {
        // In this format `_x0041_` stands for a letter, so that a text that has it has to be written otherwise.
        if text.utf8.contains(UInt8(ascii: "_")), text.contains("_x") {
            return cut(text.replacing("_x", with: "_x005F_x"))
        }
        return cut(text)
    }

    private static func cut(_ text: String) -> String {
        guard text.utf8.count > longestText else { return text }
        var result = String(text.unicodeScalars.prefix(longestText - 1))
        while result.utf16.count >= longestText { result.unicodeScalars.removeLast() }
        return result + "…"
    }

    package func write(_ number: Double, row: Int, column: Int, style: CellStyle = CellStyle()) {
        guard number.isFinite else { return }
        worksheet_write_number(sheet, UInt32(row - 1), UInt16(column - 1), number, styles.format(style))
    }

    package func write(_ date: SheetDate, row: Int, column: Int, style: CellStyle = CellStyle()) {
        var date = date.libraryDate
        let style = style.numberFormat == nil ? style.with { $0.numberFormat = "dd\\.mm\\.yyyy" } : style
        worksheet_write_datetime(sheet, UInt32(row - 1), UInt16(column - 1), &date, styles.format(style))
    }

    /// An empty cell that has a look.
    package func write(blank row: Int, column: Int, style: CellStyle) {
        worksheet_write_blank(sheet, UInt32(row - 1), UInt16(column - 1), styles.format(style))
    }

    /// One cell over several columns.
    package func merge(_ text: String, row: Int, columns: ClosedRange<Int>, style: CellStyle = CellStyle()) {
        guard columns.count > 1 else { return write(text, row: row, column: columns.lowerBound, style: style) }
        worksheet_merge_range(
            sheet,
            UInt32(row - 1),
            UInt16(columns.lowerBound - 1),
            UInt32(row - 1),
            UInt16(columns.upperBound - 1),
            Self.fitting(text),
            styles.format(style)
        )
    }

    /// What may be written in a cell.
    package func validate(row: Int, column: Int, _ validation: CellValidation) {
        var texts = CStrings()
        var rule = lxw_data_validation()
        rule.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
        rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
        switch validation.kind {
        case .wholeNumber(let range):
            rule.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
            rule.minimum_number = Double(range.lowerBound)
            rule.maximum_number = Double(range.upperBound)
        case .number(let range):
            rule.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
            rule.minimum_number = range.lowerBound
            rule.maximum_number = range.upperBound
        case .date(let range):
            rule.validate = UInt8(LXW_VALIDATION_TYPE_DATE.rawValue)
            rule.minimum_datetime = range.lowerBound.libraryDate
            rule.maximum_datetime = range.upperBound.libraryDate
        case .list(let range):
            rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
            rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_NONE.rawValue)
            rule.value_formula = texts.pointer(range)
        case .text(let length):
            rule.validate = UInt8(LXW_VALIDATION_TYPE_LENGTH.rawValue)
            rule.minimum_number = 0
            rule.maximum_number = Double(length)
        }
        // The library takes no message above 255 characters.
        if let advice = validation.advice { rule.input_message = texts.pointer(String(advice.prefix(250))) }
        if let refusal = validation.refusal { rule.error_message = texts.pointer(String(refusal.prefix(250))) }
        worksheet_data_validation_cell(sheet, UInt32(row - 1), UInt16(column - 1), &rule)
        texts.free()
    }

    /// Gives a look to the cells of a range in which a text stands.
    package func highlight(_ range: CellRange, where text: String, style: CellStyle) {
        var texts = CStrings()
        var rule = lxw_conditional_format()
        rule.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
        rule.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_EQUAL_TO.rawValue)
        rule.value_string = texts.pointer("\"" + text.replacing("\"", with: "\"\"") + "\"")
        rule.format = styles.format(style)
        worksheet_conditional_format_range(
            sheet,
            UInt32(range.rows.lowerBound - 1),
            UInt16(range.columns.lowerBound - 1),
            UInt32(range.rows.upperBound - 1),
            UInt16(range.columns.upperBound - 1),
            &rule
        )
        texts.free()
    }

    // MARK: - The sheet

    package func width(_ characters: Double, columns: ClosedRange<Int>) {
        worksheet_set_column(sheet, UInt16(columns.lowerBound - 1), UInt16(columns.upperBound - 1), characters, nil)
    }

    package func height(_ points: Double, row: Int) { worksheet_set_row(sheet, UInt32(row - 1), points, nil) }

    /// Keeps rows and columns in sight; the rows are repeated on every printed page.
    package func freeze(rows: Int, columns: Int = 0) {
        worksheet_freeze_panes(sheet, UInt32(rows), UInt16(columns))
        if rows > 0 { worksheet_repeat_rows(sheet, UInt32(rows - 1), UInt32(rows - 1)) }
    }

    /// Makes a table, as spreadsheet programs know it, of headings and the rows below them; without rows there is none.
    ///
    /// - Parameters:
    ///   - range: headings and rows.
    ///   - headings: one for each column, all different.
    ///   - style: of the headings.
    ///   - isFiltered: whether its rows can be filtered.
    package func table(_ range: CellRange, headings: [String], style: CellStyle, isFiltered: Bool = true) {
        guard range.rows.count > 1, headings.count == range.columns.count, Set(headings).count == headings.count else {
            return
        }
        var texts = CStrings()
        var columns = headings.map { heading in
            var column = lxw_table_column()
            column.header = texts.pointer(Self.fitting(heading))
            column.header_format = styles.format(style)
            return column
        }
        var options = lxw_table_options()
        options.no_autofilter = isFiltered ? 0 : 1
        options.no_banded_rows = 1
        options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
        options.style_type_number = 0
        columns.withUnsafeMutableBufferPointer { columns in
            var pointers = columns.indices.map { columns.baseAddress?.advanced(by: $0) } + [nil]
            pointers.withUnsafeMutableBufferPointer { pointers in
                options.columns = pointers.baseAddress
                worksheet_add_table(
                    sheet,
                    UInt32(range.rows.lowerBound - 1),
                    UInt16(range.columns.lowerBound - 1),
                    UInt32(range.rows.upperBound - 1),
                    UInt16(range.columns.upperBound - 1),
                    &options
                )
            }
        }
        texts.free()
    }

    /// Locks all cells but those whose style says otherwise.
    ///
    /// There is no password: whoever must unlock them, can.
    package func protect() {
        var options = lxw_protection()
        options.format_columns = 1
        options.format_rows = 1
        options.sort = 1
        options.autofilter = 1
        worksheet_protect(sheet, nil, &options)
    }

    package func hide() { worksheet_hide(sheet) }

    /// Shown first when the workbook is opened.
    package func activate() { worksheet_activate(sheet) }

    /// Without the lines between cells.
    package func hideGrid() { worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue)) }

    /// Printed on A4 across, all columns on one page.
    package func printAcross() {
        worksheet_set_landscape(sheet)
        worksheet_set_paper(sheet, 9)
        worksheet_fit_to_pages(sheet, 1, 0)
    }
}

/// Texts for functions of C that take pointers which they do not keep.
private struct CStrings {
    private var pointers: [UnsafeMutablePointer<CChar>] = []

    mutating func pointer(_ text: String) -> UnsafeMutablePointer<CChar> {
        let bytes = text.utf8CString
        let pointer = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
        for (offset, byte) in bytes.enumerated() { pointer[offset] = byte }
        pointers.append(pointer)
        return pointer
    }

    mutating func free() {
        for pointer in pointers { pointer.deallocate() }
        pointers = []
    }
}
