import Foundation
import Testing

@Suite("What falls to the secretariat, at the command line")
struct OfficeTests {
    private let program: Program
    private let ledger = ["--ledger", "nap.sqlite"]

    init() throws {
        program = try Program()
        let made = try program.run(["init"] + Array(program.common().dropLast(2)))
        #expect(made.status == 0, "\(made.errors)")
    }

    private func nap(_ arguments: String..., now: String = "2021-07-10T10:00:00+05:00") throws -> Program.Result {
        try program.run(arguments + program.common(now: now))
    }

    @Test("a period is closed and opened again by the secretariat, with a reason, and nothing comes in meanwhile")
    func periods() throws {
        try program.write("Item;Period;Value;Comment\ni-trained;2021-H1;95;x\n", to: "t.csv")
        #expect(try nap("period", "lock", "2021-H1", "--by", "moi").status == 0)
        let locked = try nap("submit", "t.csv", "--agency", "moi", now: "2021-07-11T10:00:00+05:00")
        #expect(locked.status == 1)
        #expect(locked.errors.contains("закрыт с 10\u{A0}июля\u{A0}2021\u{A0}г., 05:00:00 UTC"), "\(locked.errors)")
        let again = try nap("period", "lock", "2021-H1", "--by", "moi", now: "2021-07-11T10:00:00+05:00")
        #expect(again.status == 1 && again.errors.contains("[illegal-transition]"), "\(again.errors)")
        let why = ["--by", "moi", "--reason", "late figures"]
        let opened = try program.run(
            ["period", "unlock", "2021-H1"] + why + program.common(now: "2021-07-12T10:00:00+05:00")
        )
        #expect(opened.status == 0, "\(opened.errors)")
        let listed = try program.run(["period", "list"] + ledger).output
        #expect(listed == "2021-H1  unlocked  12\u{A0}July\u{A0}2021, 05:00:00 UTC\n")
    }

    @Test("a period that the plan does not have is not closed, and an agency closes none")
    func refusedPeriods() throws {
        let unknown = try nap("period", "lock", "2021-H3", "--by", "moi")
        #expect(unknown.status == 1 && unknown.errors.contains("[unknown-period]"), "\(unknown.errors)")
        let agency = try nap("period", "lock", "2021-H1", "--by", "moi", "--role", "agency")
        #expect(agency.status == 1 && agency.errors.contains("[not-the-office]"), "\(agency.errors)")
    }

    @Test("a decision is kept with who has to act, and names nothing that the plan does not have")
    func decisions() throws {
        let decision = ["decision", "add", "Publish the manual", "--meeting", "2021-07-09", "--by", "moi"]
        let about = ["--item", "i-manual", "--responsible", "moe", "--due", "2021-09-01"]
        let made = try program.run(decision + about + program.common())
        #expect(made.status == 0, "\(made.errors)")
        let strange = try program.run(decision + ["--item", "i-manuel"] + program.common())
        #expect(strange.status == 1 && strange.errors.contains("did you mean i-manual?"), "\(strange.errors)")
        let listed = try program.run(["decision", "list"] + ledger).output
        #expect(listed == "2021-07-09  Publish the manual (i-manual, moe, ≤ 1\u{A0}Sep\u{A0}2021)  [1]\n")
    }

    @Test("an assessment is frozen for a meeting by a body of the plan")
    func frozen() throws {
        let frozen = try nap("assess", "--as-of", "2021-07-10", "--frozen-for", "2021-07-20", "--by", "moi")
        #expect(frozen.status == 0, "\(frozen.errors)")
        #expect(try program.run(["ledger", "export", "all.jsonl"] + ledger).status == 0)
        let lines = try String(contentsOfFile: program.path("all.jsonl"), encoding: .utf8)
        #expect(lines.contains(#""purpose":"frozen""#) && lines.contains(#""meeting":"2021-07-20""#), "\(lines)")
        #expect(try nap("assess", "--frozen-for", "2021-07-20").status == 2)
    }

    @Test("what was known at an instant is judged without what came later, though the day is the same")
    func knownAt() throws {
        try program.write("Item;Period;Value;Comment\ni-trained;2021-H1;95;x\n", to: "t.csv")
        let taken = try nap("submit", "t.csv", "--agency", "moi")
        #expect(taken.status == 0, "\(taken.errors)")
        func received(_ instant: String) throws -> Bool {
            let assessed = try nap("assess", "--format", "json", "--as-of", "2021-07-01", "--known-at", instant)
            #expect(assessed.status == 0, "\(assessed.errors)")
            return assessed.output.contains(#""report":"submitted""#)
        }
        #expect(try !received("2021-07-10T09:59:59+05:00"))
        #expect(try received("2021-07-10T10:00:00+05:00"))
    }
}
