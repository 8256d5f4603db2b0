import ActionPlan

/// Looks whether a document is what its name claims: by its first and last bytes, and of packed ones by what is in them.
///
/// It keeps out what was taken by mistake, and what a program would run. It does not look for viruses.
struct AttachmentInspector {
    private let name: String
    private let bytes: [UInt8]

    init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// The type of the document.
    ///
    /// - Throws: ``AttachmentFault`` where it is none that is taken.
    func type() throws(AttachmentFault) -> Attachment.Kind {
        guard !bytes.isEmpty else { throw .empty(name: name) }
        guard let type = Attachment.Kind(fileName: name) else { throw .typeNotTaken(name: name) }
        switch type {
        case .pdf: try check(type, begins: Array("%PDF-".utf8)) { ends(with: Array("%%EOF".utf8), within: 1_024) }
        case .png:
            let end: [UInt8] = [0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]
            try check(type, begins: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { ends(with: end, within: 8) }
        case .jpeg: try check(type, begins: [0xFF, 0xD8, 0xFF]) { ends(with: [0xFF, 0xD9], within: 64) }
        case .xlsx: try checkPackage(type, part: "xl/workbook.xml")
        case .docx: try checkPackage(type, part: "word/document.xml")
        case .ods: try checkPackage(type, part: "content.xml")
        case .csv, .txt:
            guard isText else { throw .otherContent(name: name, claimed: type) }
        }
        return type
    }

    private func check(
        _ type: Attachment.Kind,
        begins start: [UInt8],
        isWhole: () -> Bool
    ) throws(AttachmentFault) {
        guard bytes.starts(with: start) else { throw .otherContent(name: name, claimed: type) }
        guard isWhole() else { throw .cutOff(name: name, type: type) }
    }

    private func ends(with end: [UInt8], within count: Int) -> Bool {
        let last = bytes.suffix(max(count, end.count))
        return last.indices.contains { last[$0...].starts(with: end) }
    }

    private func checkPackage(_ type: Attachment.Kind, part: String) throws(AttachmentFault) {
        guard bytes.starts(with: [0x50, 0x4B, 3, 4]) else { throw .otherContent(name: name, claimed: type) }
        guard let parts = ZipDirectory(bytes)?.names else { throw .cutOff(name: name, type: type) }
        guard parts.contains(part), type != .ods || isOpenDocumentSpreadsheet else {
            throw .otherContent(name: name, claimed: type)
        }
        let programs = parts.contains { part in
            let part = part.lowercased()
            return part.hasSuffix("vbaproject.bin") || part.hasPrefix("basic/") || part.hasPrefix("scripts/")
        }
        if programs { throw .withProgram(name: name) }
    }

    /// An OpenDocument file says first, and not packed, what it is.
    private var isOpenDocumentSpreadsheet: Bool {
        let head = bytes.prefix(128)
        let words = Array("mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8)
        return head.indices.contains { head[$0...].starts(with: words) }
    }

    /// No control characters but those of lines, and no markup; UTF-16 by its mark.
    private var isText: Bool {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return bytes.count.isMultiple(of: 2)
        }
        let isMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let first = bytes.dropFirst(isMark ? 3 : 0).first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        return first != UInt8(ascii: "<") && bytes.allSatisfy { $0 >= 0x20 || [0x09, 0x0A, 0x0C, 0x0D].contains($0) }
    }
}
