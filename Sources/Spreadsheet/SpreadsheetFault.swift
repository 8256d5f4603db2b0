import Diagnostics

/// Why a spreadsheet is not read.
enum SpreadsheetFault: Error, Equatable {
    /// It is no package at all, or a damaged one.
    case notAPackage
    /// An old Excel file, or one protected by a password: both begin with the same bytes.
    case compoundFile
    case encrypted
    case missingPart(String)
    case damagedPart(String)
    case tooLarge(Quantity, limit: Int)
    case badMarkup(String, MarkupFault.Reason)
    case noSheets

    enum Quantity: String {
        case bytes
        case entries
        case expansion
        case sheets
        case rows
        case columns
        case cells
        case strings
        case text
        case mergedRanges

        var noun: Message {
            switch self {
            case .bytes: "bytes"
            case .entries: "files inside it"
            case .expansion: "bytes when it is unpacked"
            case .sheets: "sheets"
            case .rows: "rows"
            case .columns: "columns"
            case .cells: "cells"
            case .strings: "texts"
            case .text: "bytes of text"
            case .mergedRanges: "merged ranges"
            }
        }
    }
}

extension SpreadsheetFault {
    /// In words.
    func diagnostic(_ file: String) -> Diagnostic {
        switch self {
        case .notAPackage:
            Diagnostic(
                "no-spreadsheet",
                "\(file) is no spreadsheet, or it is damaged",
                expected: "a workbook saved as XLSX or ODS",
                hint: "open it in the spreadsheet program and save it again as “Excel Workbook (.xlsx)”"
            )
        case .compoundFile:
            Diagnostic(
                "old-spreadsheet",
                "\(file) is an old Excel file (.xls), or it is protected by a password",
                expected: "a workbook saved as XLSX, without password",
                hint: "open it in the spreadsheet program and save it as “Excel Workbook (.xlsx)” without password"
            )
        case .encrypted:
            Diagnostic(
                "encrypted-spreadsheet",
                "\(file) is protected by a password",
                hint: "open it in the spreadsheet program and save it without password"
            )
        case .missingPart(let part):
            Diagnostic(
                "spreadsheet-incomplete",
                "\(file) lacks the part \(part)",
                expected: "a workbook saved as XLSX or ODS",
                hint: "open it in the spreadsheet program and save it again"
            )
        case .damagedPart(let part):
            Diagnostic(
                "spreadsheet-damaged",
                "\(file) is damaged: the part \(part) cannot be unpacked",
                hint: "send the file again, or open it in the spreadsheet program and save it again"
            )
        case .tooLarge(let quantity, let limit):
            Diagnostic(
                "spreadsheet-too-large",
                "\(file) holds more than is taken",
                expected: "at most \(limit) \(quantity.noun)",
                hint: "divide it, or remove what is not needed"
            )
        case .badMarkup(let part, let reason):
            Diagnostic(
                "spreadsheet-damaged",
                "\(file) is damaged: the part \(part) cannot be read: \(reason.message)",
                hint: "open it in the spreadsheet program and save it again"
            )
        case .noSheets:
            Diagnostic(
                "empty-file",
                "\(file) holds nothing",
                expected: "a line of headings, and rows below it"
            )
        }
    }
}

extension MarkupFault.Reason {
    /// In words.
    var message: Message {
        switch self {
        case .unexpectedEnd: "the document ends in the middle"
        case .malformed: "it is not well-formed"
        case .mismatchedTag: "an element is closed by the name of another"
        case .documentType: "it declares a document type, which is never needed here and can do harm"
        case .unknownEntity: "it names an entity that XML does not have by itself"
        case .encoding: "it is not in UTF-8"
        case .controlCharacter: "it holds a character that XML does not allow"
        case .tooDeep: "elements are nested too deeply"
        case .tooLong: "a name, value or text in it is too long"
        case .tooMany: "an element has too many attributes"
        case .source: "it cannot be unpacked"
        }
    }
}
