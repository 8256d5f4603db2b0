import ActionPlan
import ArgumentParser
import Diagnostics
import Foundation
import Ledger
import Tracker

/// Where the plan and the rule packs are.
struct PlanOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("The plan: a file, or a folder of YAML files.", valueName: "path"))
    var plan: String

    @Option(
        name: .long,
        parsing: .singleValue,
        help: ArgumentHelp("A folder with rule packs, besides `rules/`; may be repeated.", valueName: "folder")
    )
    var rules: [String] = []

    /// The plan and its packs; ends the program where anything is wrong with them.
    func workspace(_ console: Console) throws -> Workspace {
        let (workspace, diagnostics) = console.showing("Reading files") {
            Workspace.open(plan: plan, rules: RuleFolders.all(rules, plan: plan))
        }
        guard let workspace else {
            console.show(diagnostics)
            throw ExitStatus.input
        }
        return workspace
    }
}

/// The folders in which rule packs are looked for.
enum RuleFolders {
    /// Those named, `rules/` where the program is run, `rules/` beside or above the plan, and the one that came with the
    /// program.
    static func all(_ named: [String], plan: String?) -> [String] {
        let program = URL(fileURLWithPath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath()
        let installed = program.deletingLastPathComponent().appendingPathComponent("../share/nap/rules").standardized
            .path
        return named + ["rules"] + besides(plan) + [installed]
    }

    private static func besides(_ plan: String?) -> [String] {
        guard let plan else { return [] }
        let folder = URL(fileURLWithPath: plan).standardized
        return [
            folder, folder.deletingLastPathComponent(), folder.deletingLastPathComponent().deletingLastPathComponent(),
        ]
        .map { $0.appendingPathComponent("rules").path }
    }
}

/// Which ledger.
struct LedgerOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("The ledger: an SQLite file.", valueName: "file"))
    var ledger: String = "nap.sqlite"
}

/// In which language, and for whom.
struct OutputOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("Output for a person or a program.", valueName: "text|json"))
    var format: OutputFormat = .text

    @OptionGroup var reader: LanguageOptions

    var language: String { reader.language }

    var console: Console { Console(format: format, language: language) }
}

/// In which language.
struct LanguageOptions: ParsableArguments {
    @Option(
        name: .customLong("language"),
        help: ArgumentHelp("The language of the output: en, ru or tk.", valueName: "tag")
    )
    var chosen: String?

    /// The language chosen; English where none was.
    var language: String { chosen ?? "en" }

    var console: Console { Console(language: language) }

    /// The language chosen; where none was, the agency's own.
    func language(of agency: AgencyID, in plan: Plan) -> String {
        chosen ?? plan.agencies.first { $0.id == agency }?.language ?? "en"
    }
}

/// The clock, read once, here at the edge.
struct ClockOptions: ParsableArguments {
    @Option(name: .long, help: .hidden)
    var now: Moment?

    var moment: Moment { now ?? Moment(seconds: Int64(Date().timeIntervalSince1970)) }
}

extension Moment: ExpressibleByArgument {
    /// An instant as RFC 3339 has it.
    package init?(argument: String) { self.init(argument) }
}

/// A date on the command line.
enum DayArgument {
    /// The day, or a mistake of usage that says what is wanted.
    static func day(_ text: String) throws -> Day {
        if let day = Day(text) { return day }
        throw ValidationError("a date that the calendar has is wanted, such as 2021-04-29")
    }
}
