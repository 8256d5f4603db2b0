import ActionPlan
import Foundation
import Ledger
import Testing
import TransparencyLog

@Suite("An entry can be proven without the ledger")
struct ProvingTests {
    private let folder: Folder
    private let ledger: Ledger
    private let signer: NoteSigner

    init() throws {
        folder = try Folder()
        ledger = try Ledger.create(at: folder("ledger.sqlite"), planID: Sample.plan)
        signer = try #require(NoteSigner(name: "ledger.example", privateKey: Array(repeating: 9, count: 32)))
    }

    private func append(_ count: Int) throws {
        let start = try ledger.count()
        let events = (start..<(start + count)).map { Sample.submitted(Double($0), Sample.key("i\($0)")) }
        try ledger.append(events, recorded: Sample.later)
    }

    @Test("a receipt of every entry holds, also across stored levels of the tree")
    func receipts() throws {
        try append(700)
        for number in [1, 2, 255, 256, 257, 511, 512, 513, 699, 700] {
            let text = try ledger.receipt(for: number, signedBy: signer).description
            let (entry, checkpoint) = try Receipt(text).verify(planID: Sample.plan, with: [signer.verifier])
            #expect(entry.number == number)
            #expect(checkpoint.size == 700)
        }
        #expect(throws: LedgerError.noEntry(number: 701, count: 700)) { try ledger.receipt(for: 701, signedBy: signer) }
        #expect(throws: LedgerError.noEntry(number: 0, count: 700)) { try ledger.receipt(for: 0, signedBy: signer) }
    }

    @Test("the receipt for what was just appended is the one that is read later, and holds")
    func receiptsOfAppended() throws {
        for (round, count) in [1, 1, 2, 5, 247, 1, 3, 1].enumerated() {
            let start = try ledger.count()
            let events = (start..<(start + count)).map { Sample.submitted(Double($0), Sample.key("i\($0)")) }
            let submission = Submission(sender: "moi", key: "r-\(round)", body: [])
            let appended = try ledger.append(events, recorded: Sample.later, submission: submission)
            let receipt = try ledger.receipt(for: appended, signedBy: signer)
            let size = start + count
            let later = try ledger.receipt(for: size, atSize: size, signedBy: signer)
            #expect(receipt == later)
            let found = try receipt.verify(planID: Sample.plan, with: [signer.verifier])
            #expect(found.entry.number == size)
            let again = try ledger.append(events, recorded: Sample.later, submission: submission)
            #expect(again.isRepetition)
            let reread = try ledger.receipt(for: again, signedBy: signer)
            #expect(reread == receipt)
        }
    }

    @Test("receipts of one entry at one size are equal, however the ledger has grown since")
    func equalReceipts() throws {
        try append(3)
        let before = try ledger.receipt(for: 2, signedBy: signer)
        try append(5)
        let after = try ledger.receipt(for: 2, atSize: 3, signedBy: signer)
        #expect(before.bytes == after.bytes)
        #expect(before.proof.path == after.proof.path)
        #expect(before.proof.checkpoint.text == after.proof.checkpoint.text)
    }

    @Test("that the ledger only grew between two checkpoints is proven offline, whatever their sizes")
    func onlyGrew() throws {
        func checkpoint() throws -> (checkpoint: Checkpoint, note: SignedNote) {
            let note = try ledger.checkpoint(signedBy: signer)
            return (try Checkpoint(note, verifiedBy: [signer.verifier]), note)
        }
        var kept = [try checkpoint()]
        for count in [1, 15, 1, 240, 44, 299] {
            try append(count)
            kept.append(try checkpoint())
        }
        for (place, older) in kept.enumerated() {
            for newer in kept[place...] {
                let text = try #require(try ledger.consistency(of: older, with: newer, signedBy: signer)).description
                let proven = try #require(ConsistencyFile(text)).verify(with: [signer.verifier])
                #expect(proven.older == older.checkpoint && proven.newer == newer.checkpoint)
            }
        }
        #expect(try ledger.consistency(of: kept[6], with: kept[2], signedBy: signer) == nil)
        let whole = try #require(try ledger.consistency(of: kept[3], with: nil, signedBy: signer))
        #expect(try whole.verify(with: [signer.verifier]).newer.size == 600)
        let swapped = ConsistencyFile(path: Array(whole.path.reversed()), older: whole.older, newer: whole.newer)
        #expect(throws: ConsistencyFile.Fault.notConsistent) { try swapped.verify(with: [signer.verifier]) }
        for line in whole.description.split(separator: "\n").dropLast() {
            let cut = whole.description.replacing(line + "\n", with: "", maxReplacements: 1)
            let proven = try? ConsistencyFile(cut)?.verify(with: [signer.verifier])
            #expect(proven == nil, "without \(line)")
        }
    }

    @Test("a receipt of another key, another plan or another entry proves nothing")
    func wrongReceipts() throws {
        try append(3)
        let receipt = try ledger.receipt(for: 2, signedBy: signer)
        let stranger = try #require(NoteSigner(name: "ledger.example"))
        #expect(throws: Receipt.Fault.checkpoint(.unsigned)) { try receipt.verify(with: [stranger.verifier]) }
        #expect(throws: Receipt.Fault.otherLedger("nap-ledger/test-plan")) {
            try receipt.verify(planID: "other", with: [signer.verifier])
        }
        let changed = receipt.description.replacing("{\"number\":1}", with: "{\"number\":2}")
        #expect(changed != receipt.description)
        #expect(throws: Receipt.Fault.notIncluded) { try Receipt(changed).verify(with: [signer.verifier]) }
        for text in ["", "nap-receipt/1\n", "nap-receipt/2" + receipt.description.dropFirst(13)] {
            #expect(throws: Receipt.Fault.malformed) { try Receipt(text) }
        }
    }

    @Test("no changed bit of a receipt leaves it valid")
    func singleBits() throws {
        try append(3)
        let bytes = Array(try ledger.receipt(for: 2, signedBy: signer).description.utf8)
        for place in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[place] ^= 1 << UInt8(bit)
                guard let text = String(validating: changed, as: UTF8.self) else { continue }
                #expect(throws: Receipt.Fault.self) { try Receipt(text).verify(with: [signer.verifier]) }
            }
        }
    }

    @Test("between any two sizes the ledger proves that it only grew")
    func consistency() throws {
        try append(300)
        let sizes = [1, 2, 100, 255, 256, 257, 300]
        for old in sizes {
            for new in sizes where old <= new {
                let proof = try #require(try ledger.consistencyProof(from: old, to: new))
                let oldRoot = try ledger.checkpoint(atSize: old).root
                #expect(proof.proves(oldRoot, beginning: try ledger.checkpoint(atSize: new).root))
            }
        }
        #expect(try ledger.consistencyProof(from: 1, to: 301) == nil)
        #expect(try ledger.inclusionProof(of: 301, atSize: 301) == nil)
    }

    @Test("a backup made while others write is sound, and what is restored has every entry of it")
    func backup() async throws {
        try append(100)
        let ledger = ledger
        let copy = folder("backup.sqlite")
        let writer = Task.detached {
            for number in 100..<400 {
                try ledger.append([Sample.submitted(1, Sample.key("i\(number)"))], recorded: Sample.later)
            }
        }
        let verification = try ledger.backup(to: copy)
        try await writer.value
        #expect(verification.isSound)
        #expect((100...400).contains(verification.count))
        #expect(try ledger.checkpoint(atSize: verification.count).root == verification.root)
        #expect(throws: LedgerError.exists(path: copy)) { try ledger.backup(to: copy) }

        let restored = try Ledger.restore(from: copy, to: folder("restored.sqlite"), planID: Sample.plan)
        var originals: [[UInt8]] = []
        try ledger.forEachEntry { _, bytes in originals.append(bytes) }
        var restoredEntries: [[UInt8]] = []
        try restored.forEachEntry { _, bytes in restoredEntries.append(bytes) }
        #expect(restoredEntries == Array(originals.prefix(verification.count)))
        try await restored.append([Sample.submitted(1, Sample.key("later"))], recorded: Sample.later)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names.filter { $0.contains("new") } == [])
    }

    @Test("a damaged backup is not restored")
    func damagedBackup() throws {
        try append(100)
        let copy = folder("backup.sqlite")
        try ledger.backup(to: copy)
        var bytes = try Data(contentsOf: URL(fileURLWithPath: copy))
        let place = try #require(bytes.range(of: Data("\"number\":50,".utf8))).lowerBound
        bytes[place + 11] ^= 1
        try bytes.write(to: URL(fileURLWithPath: copy))
        let target = folder("restored.sqlite")
        #expect(throws: LedgerError.self) { try Ledger.restore(from: copy, to: target) }
        #expect(!FileManager.default.fileExists(atPath: target))
    }

    @Test("an export imported into an empty ledger gives the same entries and the same root")
    func exchange() throws {
        let events = Sample.everyKind + (0..<300).map { Sample.submitted(1, Sample.key("x\($0)"), at: 30) }
        try ledger.append(events, recorded: Sample.later, submission: Submission(sender: "a", key: "b", sha256: "cc"))
        try ledger.export(to: folder("all.jsonl"))
        let copy = try Ledger.create(at: folder("copy.sqlite"), planID: Sample.plan, importing: folder("all.jsonl"))
        #expect(try copy.checkpoint() == ledger.checkpoint())
        #expect(try copy.verify().isSound)
        #expect(try copy.snapshot(knownAt: Sample.later) == ledger.snapshot(knownAt: Sample.later))
        try copy.append([Sample.submitted(1, Sample.key("later"), at: 31)], recorded: Sample.later)
    }

    @Test("an import that is cut in the middle, reordered or of another plan makes no ledger")
    func badImports() throws {
        try append(5)
        try ledger.export(to: folder("all.jsonl"))
        let lines = try String(contentsOfFile: folder("all.jsonl"), encoding: .utf8).split(separator: "\n")
        let target = folder("copy.sqlite")
        func importing(_ lines: [Substring]) throws -> LedgerError? {
            let file = folder("bad.jsonl")
            try lines.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
            return #expect(throws: LedgerError.self) {
                try Ledger.create(at: target, planID: Sample.plan, importing: file)
            }
        }
        let file = folder("bad.jsonl")
        #expect(try importing([]) == .notAnExport(path: file, line: 1))
        #expect(try importing([lines[0], lines[2], lines[1]]) == .notAnExport(path: file, line: 2))
        #expect(try importing([lines[0], lines[1], lines[2].dropLast()]) == .notAnExport(path: file, line: 3))
        #expect(
            try importing(["{\"format\":\"nap-ledger/1\",\"plan\":\"other\"}"]) == .notAnExport(path: file, line: 1)
        )
        #expect(!FileManager.default.fileExists(atPath: target))
        #expect(throws: LedgerError.missing(path: folder("none"))) {
            try Ledger.create(at: target, planID: Sample.plan, importing: folder("none"))
        }
    }
}
