/// How a cell looks, and whether it may be written in.
package struct CellStyle: Hashable, Sendable {
    package var isBold = false
    package var isItalic = false
    package var fontSize: Double?
    /// 0xRRGGBB.
    package var textColor: UInt32?
    /// 0xRRGGBB.
    package var fill: UInt32?
    package var hasBorder = false
    package var wraps = false
    package var isCentred = false
    /// Whether it is locked where the sheet is protected.
    package var isLocked = true
    /// Such as `dd.mm.yyyy`; as the program likes it if nil.
    package var numberFormat: String?

    package init() {}

    /// The same with something changed.
    package func with(_ change: (inout CellStyle) -> Void) -> CellStyle {
        var style = self
        change(&style)
        return style
    }
}

/// What may be written in a cell.
package struct CellValidation: Sendable {
    package var kind: Kind
    /// Shown beside the cell while it is chosen.
    package var advice: String?
    /// Shown where something else is written.
    package var refusal: String?

    package enum Kind: Sendable {
        case wholeNumber(ClosedRange<Int>)
        case number(ClosedRange<Double>)
        case date(ClosedRange<SheetDate>)
        /// One of the words in a range of cells, such as `='Words'!$A$1:$A$5`.
        case list(String)
        /// A text of at most so many characters.
        case text(length: Int)
    }

    package init(_ kind: Kind, advice: String? = nil, refusal: String? = nil) {
        self.kind = kind
        self.advice = advice
        self.refusal = refusal
    }
}

extension SheetDate: Comparable {
    package static func < (left: SheetDate, right: SheetDate) -> Bool {
        (left.year, left.month, left.day, left.seconds) < (right.year, right.month, right.day, right.seconds)
    }
}
