import Accounts
import ActionPlan
import Crypto
import Diagnostics
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Testing
import Tracker

@testable import Portal

@Suite("Documents that are sent with reports")
struct DocumentTests {
    private static let report = "/en/report/i-trained/2021-H1"
    private static let pdf = Array("%PDF-1.7\n1 0 obj\n<script>alert(1)</script>\n%%EOF\n".utf8)
    private static let sha256 = SHA256.hash(data: pdf).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()

    private static func fields(_ more: [String: String] = [:]) -> [String: String] {
        [
            "basis": "0", "request": "r-1", "answer": "value", "value": "104", "evidence": "Order No. 14",
            "comment": "c", "evidence-keep": "yes", "action": "check",
        ]
        .merging(more) { $1 }
    }

    @Test("a document is reported by the SHA-256 that was computed of it, and kept where its sender wants that")
    func kept() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        try await service.visit { client in
            let checked = try await agency.post(
                Self.report,
                Self.fields(),
                file: ("document", "order.pdf", Self.pdf),
                client
            )
            #expect(checked.status == .ok)
            #expect(checked.text.contains(Self.sha256))
            // The file cannot be sent again by the browser: its digest goes along instead.
            let sent = try await agency.post(
                Self.report,
                Self.fields(["action": "send", "evidence-sha256": Self.sha256]),
                client
            )
            #expect(sent.status == .seeOther)
        }
        let evidence = try #require(try service.records().first?.versions.last?.content.evidence.first)
        #expect(evidence.sha256 == Self.sha256)
        #expect(evidence.attachment == Attachment(type: .pdf, byteCount: Self.pdf.count))
        #expect(try service.ledger.attachments.content(Self.sha256) == Self.pdf)
        // What waited beside the ledger is gone.
        #expect(service.portal.documents.document(Self.sha256, of: AccountID(rawValue: "a")) == nil)
        #expect(try service.ledger.attachmentProblems().isEmpty)
    }

    @Test("where no copy is wanted, the digest alone is reported")
    func digestAlone() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        try await service.visit { client in
            var fields = Self.fields(["action": "send"])
            fields["evidence-keep"] = nil
            let sent = try await agency.post(Self.report, fields, file: ("document", "order.pdf", Self.pdf), client)
            #expect(sent.status == .seeOther)
        }
        let evidence = try #require(try service.records().first?.versions.last?.content.evidence.first)
        #expect(evidence.sha256 == Self.sha256)
        #expect(evidence.attachment == nil)
        #expect(service.ledger.attachments.inventory().documents.isEmpty)
    }

    @Test(
        "what is not of a type that is taken, or not what its name says, is refused at its field (ASVS 5.2.2)",
        arguments: [
            ("page.html", "<script>alert(1)</script>"), ("order.pdf", "<html></html>"), ("order.pdf", "%PDF-1.7 cut"),
            ("run.exe", "MZ"), ("no-ending", "text"), ("notes.txt", "<html>"), ("empty.pdf", ""),
        ]
    )
    func refused(name: String, content: String) async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        try await service.visit { client in
            let answer = try await agency.post(
                Self.report,
                Self.fields(["action": "send"]),
                file: ("document", name, Array(content.utf8)),
                client
            )
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("id=\"document-problem\""))
            #expect(answer.text.contains("value=\"104\""))
        }
        #expect(try service.records().isEmpty)
    }

    @Test("a document without a title is refused: the name of a file is not kept, it may be that of a person")
    func untitled() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        try await service.visit { client in
            let answer = try await agency.post(
                Self.report,
                Self.fields(["action": "send", "evidence": ""]),
                file: ("document", "Maral Orazowa.pdf", Self.pdf),
                client
            )
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("id=\"evidence-problem\""))
        }
        #expect(try service.records().isEmpty)
    }

    @Test(
        "a document is handed out as a file to be kept, to its agency and to reviewers, and to nobody else (ASVS 5.4)"
    )
    func handedOut() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        let reviewer = try service.enter("office", .reviewer)
        let stranger = try service.enter("moe", .agency)
        try await service.visit { client in
            _ = try await agency.post(
                Self.report,
                Self.fields(["action": "send"]),
                file: ("document", "order.pdf", Self.pdf),
                client
            )
            let path = "/en/document/\(Self.sha256)"
            for visitor in [agency, reviewer] {
                let answer = try await visitor.get(path, client)
                #expect(answer.status == .ok)
                #expect(Array(answer.body.readableBytesView) == Self.pdf)
                #expect(answer.headers[.contentType] == "application/octet-stream")
                #expect(answer.headers[.contentDisposition]?.hasPrefix("attachment; filename=\"") == true)
                #expect(answer.headers[.xContentTypeOptions] == "nosniff")
            }
            #expect(try await reviewer.get("/en/review/moi/i-trained/2021-H1", client).text.contains(path))
            #expect(try await stranger.get(path, client).status == .notFound)
            for other in ["0000", "..%2F..%2Fledger.sqlite", String(repeating: "0", count: 64)] {
                #expect(try await reviewer.get("/en/document/\(other)", client).status == .notFound)
            }
        }
    }

    @Test("another agency does not get a document by naming its digest")
    func stolenDigest() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        let other = try service.enter("moe", .agency)
        try await service.visit { client in
            _ = try await agency.post(
                Self.report,
                Self.fields(["action": "send"]),
                file: ("document", "order.pdf", Self.pdf),
                client
            )
            service.advance(by: 60)
            let fields = [
                "basis": "0", "request": "r-2", "answer": "value", "value": "under-way", "evidence": "Mine",
                "comment": "c", "action": "send", "evidence-sha256": Self.sha256, "evidence-keep": "yes",
            ]
            let item = try #require(
                service.portal.workspace.plan.activities.first { $0.id.rawValue == "a2" }?.id.rawValue
            )
            let named = try await other.post("/en/report/\(item)/2021-H1", fields, client)
            #expect(named.status == .unprocessableContent || named.status == .notFound)
            #expect(try await other.get("/en/document/\(Self.sha256)", client).status == .notFound)
        }
    }

    @Test("no file of the service's own machine can be named in a form or a table (ASVS 5.3.2)")
    func ownFiles() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        let secret = FileManager.default.temporaryDirectory.appendingPathComponent("secret-\(UUID().uuidString).txt")
        try Data("a secret of the machine".utf8).write(to: secret)
        defer { try? FileManager.default.removeItem(at: secret) }
        let table =
            "item;period;value;comment;evidence;file\ni-trained;2021-H1;104;c;Order;\(secret.path)\n"
        try await service.visit { client in
            for heading in ["file", "File with the evidence", "файл"] {
                let answer = try await agency.post(
                    Self.report,
                    Self.fields(["action": "send", heading: secret.path]),
                    client
                )
                #expect(answer.status == .unprocessableContent)
            }
            let upload = try await agency.post(
                "/en/upload/send",
                ["name": "t.csv", "table": table, "request": "u"],
                client
            )
            #expect(upload.text.contains("cannot be attached in this way"))
        }
        #expect(service.ledger.attachments.inventory().documents.isEmpty)
    }

    @Test("documents that the form does not show stay with the report when another version is sent")
    func others() async throws {
        let service = try Service()
        let agency = try service.enter("moi", .agency)
        let key = ReportKey(
            item: ItemID(rawValue: "i-trained"),
            period: PeriodID(rawValue: "2021-H1"),
            agency: AgencyID(rawValue: "moi")
        )
        let titles = ["First", "Second", "Third"].map { Evidence(title: LocalizedText($0, language: "en")) }
        let content = ReportContent(
            body: .value(.number(104)),
            comment: LocalizedText("c", language: "en"),
            evidence: titles,
            provenance: .stated
        )
        let sent = try await service.tracker.submit(
            [ReportEntry(key: key, content: content)],
            by: Party(id: "moi", role: .agency),
            at: service.portal.now,
            language: "en"
        )
        #expect(!sent.diagnostics.hasErrors)
        service.advance(by: 60)
        try await service.visit { client in
            #expect(try await agency.get(Self.report, client).text.contains("Third"))
            let again = try await agency.post(
                Self.report,
                Self.fields(["action": "send", "basis": "1", "evidence": "First, mended"]),
                client
            )
            #expect(again.status == .seeOther)
        }
        let evidence = try #require(try service.records().first?.versions.last?.content.evidence)
        #expect(evidence.map { $0.title.best(for: "en").text } == ["First, mended", "Second", "Third"])
    }

    @Test("of the documents of one account the newest twenty wait, and none waits for ever")
    func stage() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("nap-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let stage = AttachmentStage(besideLedger: folder.appendingPathComponent("l.sqlite").path, limit: 1_000)
        let (mine, other) = (AccountID(rawValue: "a-1"), AccountID(rawValue: "a-2"))
        var last = ""
        for number in 0..<30 {
            last = try stage.take(Array("note \(number)".utf8), named: "n.txt", of: mine).sha256
        }
        let kept = try FileManager.default.contentsOfDirectory(atPath: "\(stage.folder)/a-1")
        #expect(kept.count == AttachmentStage.most)
        #expect(stage.document(last, of: mine) != nil)
        #expect(stage.document(last, of: other) == nil)
        #expect(throws: AttachmentFault.self) {
            try stage.take([UInt8](repeating: 0x20, count: 1_001), named: "n.txt", of: mine)
        }
        stage.removeOld(at: Int64(Date().timeIntervalSince1970) + AttachmentStage.lifetime + 60)
        #expect(stage.document(last, of: mine) == nil)
    }
}
