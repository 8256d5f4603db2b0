import ArgumentParser
import Diagnostics
import Foundation
import OpenData
import YAML

/// The command `nap import open-sdg`.
struct ImportOpenSDGCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open-sdg",
        abstract: "Makes a plan and its past reports of the data folder of an Open SDG platform.",
        discussion: """
            The folder has meta/ (a file for each indicator) and data/ (its figures). What a plan cannot take is listed with \
            its place. `nap load FOLDER` then makes a ledger of the reports.
            """
    )

    @Argument(help: "The folder of data.")
    var folder: String

    @Option(name: .long, help: ArgumentHelp("The language of the metadata; English if left out.", valueName: "tag"))
    var textLanguage = "en"

    @OptionGroup var target: ImportedFolder
    @OptionGroup var output: OutputOptions
    @OptionGroup var clock: ClockOptions

    /// How many bytes all files may have.
    private static let limit = 256 << 20

    func validate() throws {
        guard (2...8).contains(textLanguage.utf8.count),
            textLanguage.utf8.allSatisfy({ (97...122).contains($0) || $0 == 45 })
        else { throw ValidationError("a language is a tag such as en") }
    }

    func run() throws {
        let console = output.console
        let name = URL(fileURLWithPath: folder).standardized.lastPathComponent
        let reader = OpenSDGImport(name: name, language: textLanguage, now: clock.moment)
        let outcome = try console.showing("Reading files") { reader.read(try files(console)) }
        try target.write(outcome.plan, outcome.reports, outcome.diagnostics, of: folder, console)
    }

    /// The files below the folders that matter, by their paths in order.
    private func files(_ console: Console) throws -> [SourceText] {
        var paths: [String] = []
        for part in ["meta", "data", "translations"] {
            let walk = FileManager.default.enumerator(atPath: "\(folder)/\(part)")
            while let found = walk?.nextObject() as? String {
                if [".md", ".yml", ".yaml", ".csv"].contains(where: found.hasSuffix) {
                    paths.append("\(part)/\(found)")
                }
                guard paths.count <= OpenSDGImport.fileLimit else { throw tooLarge(console) }
            }
        }
        var total = 0
        return try paths.sorted()
            .map { path in
                let (source, problem) = SourceFile.read("\(folder)/\(path)", limit: 32 << 20)
                guard let source else {
                    console.show(problem.map { [$0] } ?? [])
                    throw ExitStatus.input
                }
                total += source.bytes.count
                guard total <= Self.limit else { throw tooLarge(console) }
                return SourceText(name: path, bytes: source.bytes)
            }
    }

    private func tooLarge(_ console: Console) -> ExitCode {
        console.show([
            Diagnostic(
                "folder-too-large",
                "\(folder) is too large",
                expected: "at most \(OpenSDGImport.fileLimit) files with \(Self.limit >> 20) MB"
            )
        ])
        return ExitStatus.input
    }
}
