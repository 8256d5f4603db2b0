import ActionPlan
import ArgumentParser
import Diagnostics
import Exchange
import Foundation
import Spreadsheet
import YAML

/// The command `nap import plan`.
struct ImportPlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Makes the draft of a plan of a table, as governments publish plans.",
        discussion: """
            The table (XLSX, ODS, CSV or TSV) has a line of headings such as objective, activity, responsible, deadline, \
            indicator, target, in any of several languages. Into the folder go plan.yaml, import/columns.yaml, which says \
            what each column was taken for, and import/questions.md, the list of what a human has to decide.
            """
    )

    @Argument(help: "The table.")
    var file: String

    @Option(name: .long, help: ArgumentHelp("The folder of the new plan.", valueName: "folder"))
    var out: String

    @Option(
        name: .long,
        help: ArgumentHelp("Which column is what: a corrected import/columns.yaml.", valueName: "file")
    )
    var columns: String?

    @Option(
        name: .long,
        help: ArgumentHelp("The plan's identifier; made of the file's name if left out.", valueName: "id")
    )
    var id: String?

    @Option(name: .long, help: ArgumentHelp("The plan's title; the file's name if left out.", valueName: "text"))
    var title: String?

    @Option(
        name: .long,
        help: ArgumentHelp("The language of the table; told by its letters if left out.", valueName: "tag")
    )
    var textLanguage: String?

    @Option(name: .long, help: ArgumentHelp("The plan's first day.", valueName: "date"), transform: DayArgument.day)
    var start: Day?

    @Option(name: .long, help: ArgumentHelp("The plan's last day.", valueName: "date"), transform: DayArgument.day)
    var end: Day?

    @Flag(name: .long, help: "Tell what would be written, and write nothing.")
    var dryRun = false

    @OptionGroup var reader: LanguageOptions

    func run() throws {
        let console = reader.console
        var options = PlanTableReader.Options()
        options.id = id
        options.title = title
        options.language = textLanguage
        options.start = start
        options.end = end
        options.mapping = try columns.map { try mapping($0, console) }
        let source = try source(file, console)
        let table = PlanTableReader(URL(fileURLWithPath: file).lastPathComponent, options: options)
        let (draft, diagnostics) = console.showing("Reading files") { self.draft(of: source, table) }
        console.show(diagnostics.inReadingOrder())
        guard let draft, !diagnostics.hasErrors else {
            console.note("Nothing was stored.")
            throw ExitStatus.input
        }
        if !dryRun { try write(draft, console) }
        let count = draft.objectives.map(\.activities.count).reduce(0, +)
        let activities = console.counted(count, "activity / activities")
        let questions = console.counted(draft.questions.count, "question / questions")
        console.note("\(out): \(activities), \(questions) for a human")
    }

    private func draft(of source: SourceText, _ table: PlanTableReader) -> (PlanDraft?, [Diagnostic]) {
        var (tables, diagnostics) = tables(in: source, table)
        guard !diagnostics.hasErrors else { return (nil, diagnostics) }
        let (draft, problems) = table.draft(tables)
        diagnostics += problems
        if let draft { diagnostics += check(draft) }
        return (draft, diagnostics)
    }

    private func source(_ path: String, _ console: Console) throws -> SourceText {
        let (source, problem) = SourceFile.read(path, limit: CSVReader.Limits().bytes)
        if let problem { console.show([problem]) }
        guard let source else { throw ExitStatus.input }
        return source
    }

    private func mapping(_ path: String, _ console: Console) throws -> ColumnMapping {
        let (mapping, diagnostics) = ColumnMapping.read(try source(path, console))
        console.show(diagnostics)
        guard let mapping else { throw ExitStatus.input }
        return mapping
    }

    private func tables(
        in source: SourceText,
        _ reader: PlanTableReader
    ) -> (tables: [Table], diagnostics: [Diagnostic]) {
        guard WorkbookReader.endings.contains(where: { file.lowercased().hasSuffix($0) }) else {
            let (table, diagnostics) = CSVReader().read(source)
            return (table.map { [$0] } ?? [], diagnostics)
        }
        let (workbook, diagnostics) = WorkbookReader().read(source)
        guard let workbook else { return ([], diagnostics) }
        let (tables, problems) = reader.tables(in: workbook)
        return (tables, diagnostics + problems)
    }

    /// What speaks against the draft as a plan: nothing, or it would not be written.
    private func check(_ draft: PlanDraft) -> [Diagnostic] {
        let source = SourceText(name: "\(out)/plan.yaml", text: draft.text)
        return PlanLoader.load([source]).diagnostics.filter { $0.severity == .error }
    }

    private func write(_ draft: PlanDraft, _ console: Console) throws {
        let folder = URL(fileURLWithPath: out)
        let plan = folder.appendingPathComponent("plan.yaml").path
        guard !SourceFile.exists(plan) else {
            console.show([
                Diagnostic(
                    "file-exists",
                    "\(plan) is there already",
                    hint: "name another folder, or move the file away"
                )
            ])
            throw ExitStatus.input
        }
        do {
            try FileManager.default.createDirectory(
                at: folder.appendingPathComponent("import"),
                withIntermediateDirectories: true
            )
        } catch {
            console.show([
                Diagnostic("cannot-write", "\(out) cannot be written", hint: "check the folder and its rights")
            ])
            throw ExitStatus.machine
        }
        let questions = draft.questionList({ console.text(of: $0.text) }, title: console.text(of: "What needs a human"))
        try OutputFile(folder.appendingPathComponent("import/columns.yaml").path, console)
            .write(Array(ColumnMapping(entries: draft.columns).text.utf8))
        try OutputFile(folder.appendingPathComponent("import/questions.md").path, console).write(Array(questions.utf8))
        try OutputFile(plan, console).write(Array(draft.text.utf8))
    }
}
