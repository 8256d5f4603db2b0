import Foundation
import Testing

@Suite("What was reported can be proven years later")
struct ProofTests {
    private let program: Program
    private let key: String

    init() throws {
        program = try Program()
        let reports = """
            format: nap-reports/1
            plan: small
            agency: moi
            submitted: 2021-07-10T10:00+05:00
            reports:
              - {item: i-trained, period: 2021-H1, value: 95}
              - {item: i-stage, period: 2021-H1, value: drafted}
            """
        try FileManager.default.createDirectory(
            atPath: program.path("plan"),
            withIntermediateDirectories: true
        )
        try FileManager.default.moveItem(atPath: program.path("plan.yaml"), toPath: program.path("plan/plan.yaml"))
        try program.write(reports, to: "plan/reports/2021-h1.yaml")
        let rules = Program.root.appendingPathComponent("rules").path
        let loaded = try program.nap("load", "plan", "--ledger", "a.sqlite", "--rules", rules)
        #expect(loaded.status == 0, "\(loaded.errors)")
        let made = try program.nap("ledger", "key", "--name", "secretariat.example.org", "--out", "secret.key")
        key = made.output.trimmingCharacters(in: .newlines)
    }

    private func receipt(_ name: String = "receipt.txt") throws {
        let result = try program.nap(
            "receipt",
            "i-trained",
            "--period",
            "2021-H1",
            "--agency",
            "moi",
            "--key",
            "secret.key",
            "--ledger",
            "a.sqlite",
            "--out",
            name
        )
        #expect(result.status == 0, "\(result.errors)")
    }

    @Test("a receipt is checked with the public key alone, and not when anything in it was altered")
    func receipts() throws {
        try receipt()
        try FileManager.default.removeItem(atPath: program.path("a.sqlite"))
        let good = try program.nap("verify", "receipt.txt", "--key", key)
        #expect(good.status == 0, "\(good.errors)")
        #expect(good.output.contains("moi: submitted i-trained 2021-H1 = 95"))
        let text = try String(contentsOfFile: program.path("receipt.txt"), encoding: .utf8)
        try program.write(text.replacing(":95", with: ":96"), to: "forged.txt")
        #expect(try program.nap("verify", "forged.txt", "--key", key).status == 1)
        let other = try program.nap("ledger", "key", "--name", "secretariat.example.org", "--out", "other.key").output
        let strange = try program.nap("verify", "receipt.txt", "--key", other.trimmingCharacters(in: .newlines))
        #expect(strange.status == 1)
    }

    @Test("the secret key can be read by its owner only, and is never overwritten")
    func secret() throws {
        let attributes = try FileManager.default.attributesOfItem(atPath: program.path("secret.key"))
        #expect((attributes[.posixPermissions] as? Int) == 0o600)
        #expect(try program.nap("ledger", "key", "--name", "x", "--out", "secret.key").status == 3)
    }

    @Test("a ledger that was cut off after a checkpoint is found out")
    func checkpoint() throws {
        let note = try program.nap("ledger", "checkpoint", "--key", "secret.key", "--ledger", "a.sqlite").output
        try program.write(note, to: "checkpoint.txt")
        let kept = ["--checkpoint", "checkpoint.txt", "--key", key]
        #expect(try program.run(["ledger", "verify", "--ledger", "a.sqlite"] + kept).status == 0)
        #expect(try program.nap("ledger", "export", "all.jsonl", "--ledger", "a.sqlite").status == 0)
        let lines = try String(contentsOfFile: program.path("all.jsonl"), encoding: .utf8).split(separator: "\n")
        try program.write(lines.dropLast().joined(separator: "\n") + "\n", to: "cut.jsonl")
        #expect(
            try program.nap("ledger", "import", "cut.jsonl", "--plan-id", "small", "--ledger", "b.sqlite").status == 0
        )
        let cut = try program.run(["ledger", "verify", "--ledger", "b.sqlite"] + kept)
        #expect(cut.status == 1)
        #expect(cut.errors.contains("[entries-lost]"), "\(cut.errors)")
    }

    @Test(
        "whoever kept a checkpoint gets a proof that the ledger only grew since, and checks it with the public key alone"
    )
    func consistency() throws {
        let keyed = ["--key", "secret.key", "--ledger", "a.sqlite"]
        try program.write(try program.run(["ledger", "checkpoint"] + keyed).output, to: "old.txt")
        let proof = try program.run(["ledger", "consistency", "old.txt"] + keyed)
        #expect(proof.status == 0, "\(proof.errors)")
        try program.write(proof.output, to: "proof.txt")
        let good = try program.nap("verify", "proof.txt", "--key", key)
        #expect(good.status == 0, "\(good.errors)")
        #expect(good.output.contains("holds all that it held with 2, unchanged"), "\(good.output)")
        try program.write(
            proof.output.replacing("nap-ledger/small\n2\n", with: "nap-ledger/small\n3\n"),
            to: "forged.txt"
        )
        #expect(try program.nap("verify", "forged.txt", "--key", key).status == 1)
        try program.write("nap-consistency/1\n", to: "none.txt")
        #expect(try program.nap("verify", "none.txt", "--key", key).errors.contains("[not-a-proof]"))
        let export = try program.nap("ledger", "export", "all.jsonl", "--ledger", "a.sqlite")
        #expect(export.status == 0)
        let lines = try String(contentsOfFile: program.path("all.jsonl"), encoding: .utf8).split(separator: "\n")
        try program.write(lines.dropLast().joined(separator: "\n") + "\n", to: "cut.jsonl")
        #expect(
            try program.nap("ledger", "import", "cut.jsonl", "--plan-id", "small", "--ledger", "b.sqlite").status == 0
        )
        let cut = try program.nap("ledger", "consistency", "old.txt", "--key", "secret.key", "--ledger", "b.sqlite")
        #expect(cut.status == 1)
        #expect(cut.errors.contains("[not-consistent]"), "\(cut.errors)")
    }

    @Test("a backup is restored with every entry, and neither replaces a file")
    func backup() throws {
        #expect(try program.nap("backup", "b.sqlite", "--ledger", "a.sqlite").status == 0)
        #expect(try program.nap("backup", "b.sqlite", "--ledger", "a.sqlite").status == 1)
        #expect(try program.nap("restore", "b.sqlite", "--ledger", "c.sqlite").status == 0)
        let first = try program.nap("ledger", "verify", "--ledger", "a.sqlite").output
        let second = try program.nap("ledger", "verify", "--ledger", "c.sqlite").output
        #expect(first.split(separator: "\n").last == second.split(separator: "\n").last)
        #expect(first.contains("2\u{A0}entries"))
    }

    @Test("the life of a figure is told in the reader's language")
    func history() throws {
        let told = try program.nap("history", "i-trained", "--ledger", "a.sqlite", "--language", "ru")
        #expect(
            told.output.contains("i-trained\n\n2021-H1 · moi\n  10.07.2021, 05:00 UTC  представлено: 95  [1]\n"),
            "\(told.output)"
        )
        #expect(try program.nap("history", "i-nothing", "--ledger", "a.sqlite").status == 1)
    }

    @Test("where the plan is at hand, the life of a figure names everything as people do, each thing once")
    func historyInWords() throws {
        let plan = ["--plan", "plan", "--rules", Program.root.appendingPathComponent("rules").path]
        let told = try program.run(["history", "i-trained", "--ledger", "a.sqlite"] + plan).output
        #expect(told.hasPrefix("People trained (i-trained)\n"), "\(told)")
        #expect(told.contains("\nfirst half of 2021 · Interior\n"), "\(told)")
        #expect(told.contains("10\u{A0}Jul\u{A0}2021, 05:00  submitted: 95 (persons)"), "\(told)")
        #expect(!told.contains("moi"))
    }

    @Test("whoever sends reports gets receipts at once, and the same again for the same sending")
    func receiptOfSubmission() throws {
        try program.write(SmallPlan.text, to: "plan.yaml")
        let made = try program.run(["init"] + Array(program.common().dropLast(2)))
        #expect(made.status == 0, "\(made.errors)")
        try program.write("minutes\n", to: "minutes.txt")
        try program.write(
            """
            format: nap-reports/1
            plan: small
            agency: moi
            reports:
              - {item: i-trained, period: 2021-H1, value: 95, comment: x, evidence: [{title: List, file: minutes.txt}]}
              - {item: i-stage, period: 2021-H1, value: drafted}
            """,
            to: "reports.yaml"
        )
        let sending = [
            "submit", "reports.yaml", "--agency", "moi", "--language", "en", "--idempotency-key", "july", "--key",
            "secret.key", "--receipt",
        ]
        let first = try program.run(sending + ["a.txt"] + program.common())
        #expect(first.status == 0, "\(first.errors)")
        let again = try program.run(sending + ["b.txt"] + program.common())
        #expect(again.status == 0)
        #expect(again.errors.contains("nothing is stored twice"))
        let receipts = try ["a.txt", "b.txt"].map { try String(contentsOfFile: program.path($0), encoding: .utf8) }
        #expect(receipts[0] == receipts[1])
        let verified = try program.nap("verify", "a.txt", "--key", key)
        #expect(verified.status == 0, "\(verified.errors)")
        #expect(
            verified.output.contains("moi: submitted i-trained 2021-H1 = 95") && verified.output.contains("i-stage"),
            "\(verified.output)"
        )
        try program.write(receipts[0].replacing(":95", with: ":96"), to: "forged.txt")
        #expect(try program.nap("verify", "forged.txt", "--key", key).status == 1)
        try program.write("", to: "empty.txt")
        #expect(try program.nap("verify", "empty.txt", "--key", key).status == 1)

        let listed = try program.nap("evidence", "list", "--ledger", "nap.sqlite").output
        let sha256 = try #require(listed.split(separator: " ").first.map(String.init))
        #expect(listed.contains("txt  8  1"))
        #expect(try program.nap("evidence", "get", sha256, "--out", "back.txt", "--ledger", "nap.sqlite").status == 0)
        #expect(try String(contentsOfFile: program.path("back.txt"), encoding: .utf8) == "minutes\n")
        #expect(try program.nap("evidence", "add", "secret.key", "--ledger", "nap.sqlite").status == 1)
        let sound = try program.nap("ledger", "verify", "--ledger", "nap.sqlite")
        #expect(sound.status == 0, "\(sound.errors)")
        #expect(sound.output.contains("every bit of the file"))
        let stored = program.path("nap.sqlite.attachments/\(sha256.prefix(2))/\(sha256)")
        try FileManager.default.removeItem(atPath: stored)
        let lost = try program.nap("ledger", "verify", "--ledger", "nap.sqlite")
        #expect(lost.status == 1)
        #expect(lost.errors.contains("[attachment-missing]"))
    }
}
