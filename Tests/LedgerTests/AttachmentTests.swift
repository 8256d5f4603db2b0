import ActionPlan
import Diagnostics
import Foundation
import Testing

@testable import Ledger

@Suite("Documents are kept beside the ledger")
struct AttachmentTests {
    private let folder: Folder
    private let ledger: Ledger
    private var path: String { folder("ledger.sqlite") }
    private var store: AttachmentStore { ledger.attachments }

    init() throws {
        folder = try Folder()
        ledger = try Ledger.create(at: folder("ledger.sqlite"), planID: Sample.plan)
    }

    private func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        try Data(bytes).write(to: URL(fileURLWithPath: folder(name)))
        return folder(name)
    }

    private static let pdf = Array("%PDF-1.7\n1 0 obj\n%%EOF\n".utf8)

    /// Takes a document and a report that names it.
    private func attach(_ bytes: [UInt8] = pdf, named name: String = "order.pdf") throws -> String {
        let document = try store.candidate(try file(name, bytes))
        try store.take(document)
        var content = Sample.content(7)
        content.evidence = [
            Evidence(title: Sample.note, sha256: document.sha256, attachment: document.attachment)
        ]
        try ledger.append([Sample.report(Sample.key(), at: 1, .submitted(content))], recorded: Sample.later)
        return document.sha256
    }

    /// A ZIP file of empty parts that are stored.
    private static func package(_ parts: [String], first: String = "") -> [UInt8] {
        func number(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(value >> (8 * $0) & 255) } }
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for (position, part) in parts.enumerated() {
            let body = position == 0 ? Array(first.utf8) : []
            let offset = bytes.count
            let sizes = number(body.count, 4) + number(body.count, 4) + number(part.utf8.count, 2)
            bytes += [0x50, 0x4B, 3, 4] + number(0, 14) + sizes + number(0, 2) + Array(part.utf8) + body
            directory += [0x50, 0x4B, 1, 2] + number(0, 16) + sizes + number(0, 12) + number(offset, 4)
            directory += Array(part.utf8)
        }
        let count = number(parts.count, 2)
        return bytes + directory + [0x50, 0x4B, 5, 6] + number(0, 4) + count + count + number(directory.count, 4)
            + number(bytes.count, 4) + number(0, 2)
    }

    private static let calc = "application/vnd.oasis.opendocument.spreadsheet"
    private static let png: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0] + [0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]

    private static let good: [(String, [UInt8], ActionPlan.Attachment.Kind)] = [
        ("a.pdf", pdf, .pdf), ("a.PNG", png, .png), ("a.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 1, 0xFF, 0xD9], .jpeg),
        ("a.xlsx", package(["[Content_Types].xml", "xl/workbook.xml"]), .xlsx),
        ("a.docx", package(["[Content_Types].xml", "word/document.xml"]), .docx),
        ("a.ods", package(["mimetype", "content.xml"], first: calc), .ods),
        ("a.csv", Array("Показатель;Значение\r\n".utf8), .csv), ("a.txt", [0xCF, 0xF0, 0xE8, 0x0A], .txt),
    ]

    @Test("what is what its name says is taken", arguments: good.indices)
    func taken(place: Int) throws {
        let (name, bytes, type) = Self.good[place]
        let document = try store.candidate(try file(name, bytes))
        #expect(document.attachment == ActionPlan.Attachment(type: type, byteCount: bytes.count))
    }

    private static let bad: [(String, [UInt8], String)] = [
        ("a.pdf", [], "attachment-empty"), ("a.exe", [0x4D, 0x5A], "attachment-type"), ("pdf", pdf, "attachment-type"),
        ("a.pdf", png, "attachment-content"), ("a.png", pdf, "attachment-content"),
        ("a.pdf", Array("%PDF-1.7\n1 0 obj\n".utf8), "attachment-cut-off"),
        ("a.png", Array(png.dropLast(3)), "attachment-cut-off"),
        ("a.xlsx", package(["word/document.xml"]), "attachment-content"),
        ("a.xlsx", Array(package(["xl/workbook.xml"]).dropLast(30)), "attachment-cut-off"),
        ("a.docx", package(["word/document.xml", "word/vbaProject.bin"]), "attachment-with-program"),
        ("a.ods", package(["mimetype", "content.xml"], first: "application/zip"), "attachment-content"),
        ("a.ods", package(["mimetype", "content.xml", "Basic/x"], first: calc), "attachment-with-program"),
        ("a.txt", [0x61, 0, 0x62], "attachment-content"), ("a.csv", Array("  <html>".utf8), "attachment-content"),
    ]

    @Test("what is not what its name says, breaks off or would run is refused", arguments: bad.indices)
    func refused(place: Int) throws {
        let (name, bytes, identifier) = Self.bad[place]
        let path = try file(name, bytes)
        let error = #expect(throws: AttachmentFault.self) { try store.candidate(path) }
        #expect(error?.diagnostic.identifier == identifier)
        #expect(!FileManager.default.fileExists(atPath: store.folder))
    }

    @Test("a document above the limit is refused with its size")
    func tooLarge() throws {
        let small = AttachmentStore(besideLedger: path, limit: 20)
        let file = try file("a.pdf", Self.pdf)
        #expect(throws: AttachmentFault.tooLarge(name: "a.pdf", byteCount: Self.pdf.count, limit: 20)) {
            try small.candidate(file)
        }
    }

    @Test("a document comes back as it was, and once however often it is attached")
    func roundTrip() throws {
        let sha256 = try attach()
        _ = try? attach()
        #expect(try store.content(sha256) == Self.pdf)
        #expect(store.inventory().documents == [sha256])
        #expect(store.inventory().others.isEmpty)
        #expect(try ledger.attachmentProblems().isEmpty)
        #expect(try ledger.attachedDocuments() == [sha256: 1])
    }

    @Test("a file that changes between the check and the copy is not taken")
    func changed() throws {
        let document = try store.candidate(try file("a.pdf", Self.pdf))
        _ = try file("a.pdf", Self.pdf + Self.pdf)
        #expect(throws: AttachmentFault.changedMeanwhile(name: folder("a.pdf"))) { try store.take(document) }
        #expect(store.inventory().documents.isEmpty)
    }

    @Test("an altered, a missing, an orphaned document and what is none are told apart")
    func problems() throws {
        let sha256 = try attach()
        let kept = "\(store.folder)/\(sha256.prefix(2))/\(sha256)"
        let orphan = try store.candidate(try file("b.txt", Array("b".utf8)))
        try store.take(orphan)
        let unfinished = "\(store.folder)/\(sha256.prefix(2))/\(sha256).new-1-2"
        try Data([1]).write(to: URL(fileURLWithPath: unfinished))
        #expect(
            try ledger.attachmentProblems() == [
                .orphan(sha256: orphan.sha256), .stray(name: "\(sha256.prefix(2))/\(sha256).new-1-2"),
            ]
        )
        try Data(Self.pdf + [0x0A]).write(to: URL(fileURLWithPath: kept))
        #expect(throws: AttachmentFault.altered(sha256: sha256)) { try store.content(sha256) }
        #expect(try ledger.attachmentProblems().contains(.altered(sha256: sha256)))
        try FileManager.default.removeItem(atPath: kept)
        #expect(throws: AttachmentFault.missing(sha256: sha256)) { try store.content(sha256) }
        try ledger.close()
        let faults = try Ledger.verify(at: path).faults
        #expect(faults == [.attachment(.missing(sha256: sha256, entry: 1))])
        #expect(faults.map(\.diagnostic.identifier) == ["attachment-missing"])
    }

    @Test("backup, restore, export and import bring the documents along")
    func carried() throws {
        let sha256 = try attach()
        try ledger.backup(to: folder("backup.sqlite"))
        try ledger.export(to: folder("all.jsonl"))
        let restored = try Ledger.restore(from: folder("backup.sqlite"), to: folder("restored.sqlite"))
        #expect(try restored.attachments.content(sha256) == Self.pdf)
        let imported = try Ledger.create(
            at: folder("imported.sqlite"),
            planID: Sample.plan,
            importing: folder("all.jsonl")
        )
        #expect(try imported.attachments.content(sha256) == Self.pdf)
        #expect(try imported.checkpoint() == ledger.checkpoint())
    }

    @Test("a backup without a document that a report names is none")
    func incomplete() throws {
        let sha256 = try attach()
        try FileManager.default.removeItem(atPath: "\(store.folder)/\(sha256.prefix(2))/\(sha256)")
        #expect(throws: LedgerError.self) { try ledger.backup(to: folder("backup.sqlite")) }
        #expect(!FileManager.default.fileExists(atPath: folder("backup.sqlite")))
    }
}
