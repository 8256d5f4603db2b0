import CXlsxWriter
import Foundation

/// Writes a workbook as XLSX: the same calls give the same bytes, whenever and wherever.
///
/// Texts are written as texts: one that looks like a formula is none, and no program computes it.
package final class WorkbookWriter {
    private let folder: URL
    private let path: String
    private var workbook: UnsafeMutablePointer<lxw_workbook>?
    private var names = SheetNames()
    private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
    /// The styles used last: cells of one row take turns in a few, and comparing is cheaper than hashing.
    private var recent: [(style: CellStyle, format: UnsafeMutablePointer<lxw_format>)] = []
    private var oldest = 0

    /// - Parameters:
    ///   - title: of the document.
    ///   - date: the day that the document names as that of its making; no clock is read.
    /// - Throws: ``WorkbookError`` where there is no room for temporary files.
    package init(title: String, date: SheetDate) throws(WorkbookError) {
        folder = try Self.privateFolder()
        path = folder.appendingPathComponent("book.xlsx").path
        workbook = folder.path.withMutableCString { folder in
            var options = lxw_workbook_options()
            options.tmpdir = folder
            return workbook_new_opt(path, &options)
        }
        guard let workbook else {
            try? FileManager.default.removeItem(at: folder)
            throw WorkbookError(reason: "no workbook can be begun in \(folder.path)")
        }
        title.withMutableCString { title in
            var properties = lxw_doc_properties()
            properties.title = title
            properties.created = date.unixTime
            workbook_set_properties(workbook, &properties)
        }
    }

    deinit {
        // A workbook that was never finished still holds its temporary files.
        if let workbook { lxw_workbook_free(workbook) }
        try? FileManager.default.removeItem(at: folder)
    }

    /// A folder that nobody else can look into: what is exported may not be for everybody.
    private static func privateFolder() throws(WorkbookError) -> URL {
        let base = FileManager.default.temporaryDirectory
        let folder = base.appendingPathComponent("nap-" + UUID().uuidString)
        do {
            try FileManager.default.createDirectory(
                at: folder,
                withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw WorkbookError(reason: "no folder can be made in \(base.path)")
        }
        return folder
    }

    /// Adds a sheet; its name is made one that programs take.
    package func sheet(_ name: String) throws(WorkbookError) -> SheetWriter {
        let name = names.name(for: name)
        guard let workbook, let sheet = workbook_add_worksheet(workbook, name) else {
            throw WorkbookError(reason: "no sheet \(name) can be added")
        }
        return SheetWriter(sheet, name: name, styles: self)
    }

    /// Ends the workbook: its bytes.
    package func finish() throws(WorkbookError) -> [UInt8] {
        guard let finished = workbook else { throw WorkbookError(reason: "it is finished already") }
        workbook = nil
        let result = workbook_close(finished)
        guard result == LXW_NO_ERROR else {
            throw WorkbookError(reason: String(cString: lxw_strerror(result)))
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw WorkbookError(reason: "\(path) cannot be read")
        }
        return Array(data)
    }

    /// The format of a style, made once.
    func format(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format>? {
        for entry in recent where entry.style == style { return entry.format }
        guard let format = formats[style] ?? newFormat(style) else { return nil }
        if recent.count < 8 {
            recent.append((style, format))
        } else {
            recent[oldest] = (style, format)
            oldest = (oldest + 1) % recent.count
        }
        return format
    }

    private func newFormat(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format>? {
        guard let workbook, let format = workbook_add_format(workbook) else { return nil }
        if style.isBold { format_set_bold(format) }
        if style.isItalic { format_set_italic(format) }
        if let size = style.fontSize { format_set_font_size(format, size) }
        if let color = style.textColor { format_set_font_color(format, color) }
        if let color = style.fill {
            format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
            format_set_fg_color(format, color)
            // What conditional formats take as the colour of a fill.
            format_set_bg_color(format, color)
        }
        if style.hasBorder {
            format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_border_color(format, 0xBFBFBF)
        }
        if style.wraps { format_set_text_wrap(format) }
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        if style.isCentred { format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue)) }
        if !style.isLocked { format_set_unlocked(format) }
        if let code = style.numberFormat { format_set_num_format(format, code) }
        formats[style] = format
        return format
    }
}

extension String {
    /// The text for a function of C that does not say it leaves it alone.
    func withMutableCString<Result>(_ body: (UnsafeMutablePointer<CChar>?) -> Result) -> Result {
        var bytes = utf8CString
        return bytes.withUnsafeMutableBufferPointer { body($0.baseAddress) }
    }
}

extension SheetDate {
    /// Seconds since 1970, as if at Greenwich.
    var unixTime: Int {
        let years = month <= 2 ? year - 1 : year
        let era = (years >= 0 ? years : years - 399) / 400
        let yearOfEra = years - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return (era * 146_097 + dayOfEra - 719_468) * 86_400 + seconds
    }

    var libraryDate: lxw_datetime {
        lxw_datetime(
            year: Int32(year),
            month: Int32(month),
            day: Int32(day),
            hour: Int32(seconds / 3600),
            min: Int32(seconds / 60 % 60),
            sec: Double(seconds % 60)
        )
    }
}
