import ArgumentParser
import Diagnostics
import Rules

/// The command `nap measures`.
struct MeasuresCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measures",
        abstract: "Prints what a rule pack computed for every item, as a table.",
        discussion: """
            One line for each item that the pack judges: its status, the rule that gave it, and the pack's measures. \
            With --format csv figures have all their digits, to be compared with results from elsewhere.
            """
    )

    /// How a table is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case csv
    }

    @Argument(help: "The identifier of a pack that the plan uses.")
    var pack: String

    @Option(
        name: .customLong("only"),
        parsing: .singleValue,
        help: ArgumentHelp("A measure to show, instead of all; may be repeated.", valueName: "measure")
    )
    var wanted: [String] = []

    @Option(name: .long, help: ArgumentHelp("A table for a person or for a program.", valueName: "text|csv"))
    var format: Format = .text

    @OptionGroup var assessment: AssessmentOptions

    @OptionGroup var reader: LanguageOptions

    func run() throws {
        let console = reader.console
        let value = try assessment.assess(console)
        guard let table = MeasureTable(value, pack: pack, measures: wanted) else {
            let known = value.packs.map(\.pack.id)
            console.show([
                Diagnostic(
                    "unknown-pack",
                    "the plan is not judged by \(pack)",
                    expected: "one of: \(known.joined(separator: ", "))",
                    hint: Suggestion.nearest(to: pack, among: known).map { "did you mean \($0)?" }
                )
            ])
            throw ExitStatus.input
        }
        let unknown = wanted.filter { !table.measures.contains($0) }
        guard unknown.isEmpty else {
            let known = value.packs.first { $0.pack.id == pack }.map { MeasureTable.declared(in: $0.pack) } ?? []
            console.show(
                unknown.map { name in
                    Diagnostic(
                        "unknown-measure",
                        "\(name) is no measure of \(pack)",
                        expected: "one of: \(known.joined(separator: ", "))",
                        hint: Suggestion.nearest(to: name, among: known).map { "did you mean \($0)?" }
                    )
                }
            )
            throw ExitStatus.input
        }
        switch format {
        case .text: console.write(table.text(language: reader.language, width: Console.width))
        case .csv: console.write(table.csv)
        }
    }
}
