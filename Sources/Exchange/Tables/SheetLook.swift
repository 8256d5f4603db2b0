import ActionPlan
import Spreadsheet

/// How the workbooks look that are written here.
enum SheetLook {
    static let title = CellStyle()
        .with {
            $0.isBold = true
            $0.fontSize = 14
        }
    static let remark = CellStyle()
        .with {
            $0.textColor = 0x595959
            $0.wraps = true
        }
    static let heading = CellStyle()
        .with {
            $0.isBold = true
            $0.fill = 0x1F4E5F
            $0.textColor = 0xFFFFFF
            $0.hasBorder = true
            $0.wraps = true
        }
    static let group = heading.with { $0.isCentred = true }
    static let cell = CellStyle()
        .with {
            $0.hasBorder = true
            $0.wraps = true
        }
    static let given = cell.with { $0.fill = 0xF2F2F2 }
    static let crossedOut = given.with {
        $0.isCentred = true
        $0.textColor = 0x7F7F7F
    }
    static let open = cell.with {
        $0.fill = 0xFFF8D6
        $0.isLocked = false
    }
    static let openHeading = heading.with {
        $0.fill = 0xFFD966
        $0.textColor = 0x000000
    }

    /// The height, in points, of a row in which texts stand that are wrapped; nil where each fits into one line.
    ///
    /// Programs differ in whether they work it out themselves, so it is told, from how many characters a line takes.
    static func height(_ cells: [(text: String, width: Double)]) -> Double? {
        var lines = 1
        for cell in cells {
            let perLine = max(1, Int(cell.width * 1.05))
            // Most texts are short: no letter takes less than a byte.
            guard cell.text.utf8.count > perLine || cell.text.utf8.contains(0x0A) else { continue }
            let paragraphs = cell.text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
            lines = max(lines, paragraphs.map { max(1, ($0.count + perLine - 1) / perLine) }.reduce(0, +))
        }
        return lines > 1 ? min(Double(lines) * 14 + 2, 400) : nil
    }

    /// A number with so many digits after its decimal mark.
    static func number(_ decimals: Int, _ style: CellStyle = cell) -> CellStyle {
        style.with { $0.numberFormat = numberFormats[min(max(decimals, 0), numberFormats.count - 1)] }
    }

    private static let numberFormats = ["#,##0"] + (1...6).map { "#,##0." + String(repeating: "0", count: $0) }
}

extension SheetDate {
    /// A day of the calendar.
    init(_ day: Day) {
        let date = day.date
        self.init(year: date.year, month: date.month, day: date.day)
    }
}
