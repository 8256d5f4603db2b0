import ActionPlan
import ArgumentParser
import Diagnostics
import Foundation
import Ledger
import Rules
import Tracker

/// The command `nap rules diff`.
struct RulesDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Shows which verdicts on a plan another version of a rule pack would change, and why.",
        discussion: """
            OLD and NEW are identifiers of packs, or folders with a pack.yaml, such as a copy in which a threshold was \
            changed. Parameters that the plan sets for the old pack hold for both.
            """
    )

    @Argument(help: "The pack as it is.")
    var old: String

    @Argument(help: "The pack as it would be.")
    var new: String

    @OptionGroup var assessment: AssessmentOptions

    @Option(name: .long, help: ArgumentHelp("The language of the output: en, ru or tk.", valueName: "tag"))
    var language: String = "en"

    func run() throws {
        let console = Console(language: language)
        let workspace = try assessment.plan.workspace(console)
        let library = RulePackLibrary(folders: RuleFolders.all(assessment.plan.rules, plan: assessment.plan.plan))
        let before = try pack(old, library, console)
        let after = try pack(new, library, console)
        let plan = workspace.plan
        let day = assessment.asOf ?? workspace.day(of: assessment.clock.moment)
        let endOfDay = Moment(seconds: Moment(startOf: day + 1, at: plan.utcOffset).seconds - 1)
        let snapshot = try LedgerAccess(console: console)
            .attempt { () throws(LedgerError) in
                try Ledger.open(at: assessment.ledger.ledger, planID: plan.id, access: .readOnly)
                    .snapshot(knownAt: endOfDay)
            }
        let results = try [before, after]
            .map { pack in
                try assess(plan, with: pack, insteadOf: before.id, library, snapshot, day, console)
            }
        let difference = PackDifference.between((results[0], before.id), (results[1], after.id))
        console.write(
            PackDifferenceText.text(of: difference, in: results[1], language: language, width: Console.width)
        )
    }

    private func pack(_ name: String, _ library: RulePackLibrary, _ console: Console) throws -> RulePack {
        guard FileManager.default.fileExists(atPath: "\(name)/pack.yaml") else {
            return try library.packs([name], console)[0]
        }
        let (pack, problems) = RulePackLoader.load(name) { library.pack($0)?.statuses }
        guard let pack else {
            console.show(problems)
            throw ExitStatus.input
        }
        return pack
    }

    /// The plan judged with a pack in the place of another; where the plan does not use that, beside the others.
    private func assess(
        _ plan: Plan,
        with pack: RulePack,
        insteadOf replaced: String,
        _ library: RulePackLibrary,
        _ snapshot: Snapshot,
        _ day: Day,
        _ console: Console
    ) throws -> Assessment {
        var plan = plan
        let former = plan.rules.first { $0.pack == replaced } ?? plan.rules.first
        if let former {
            var use = former
            use.pack = pack.id
            use.version = pack.version.description
            if former.pack != replaced { use.parameters = [:] }
            use.parameters = use.parameters.filter { name, _ in pack.parameters.contains { $0.id == name } }
            plan.rules.removeAll { $0.pack == replaced || $0.pack == pack.id }
            plan.rules.append(use)
        }
        plan.headline = plan.headline.map { $0 == replaced ? pack.id : $0 }
        let (assessor, problems) = Assessor.prepare(
            plan,
            find: { $0 == pack.id ? pack : library.pack($0) },
            library: library,
            digest: { _ in "" }
        )
        guard let assessor else {
            console.show(library.diagnostics + problems)
            throw ExitStatus.input
        }
        return assessor.assess(snapshot, asOf: day)
    }
}
