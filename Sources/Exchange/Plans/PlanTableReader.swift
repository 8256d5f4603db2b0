package import ActionPlan
package import Diagnostics
package import Spreadsheet

/// Makes the draft of a plan of the tables in which it was published.
package struct PlanTableReader {
    /// What the table itself does not tell.
    package struct Options: Sendable {
        package var id: String?
        package var title: String?
        package var language: String?
        package var start: Day?
        package var end: Day?
        package var mapping: ColumnMapping?

        package init() {}
    }

    private let file: String
    private let options: Options

    /// - Parameters:
    ///   - file: the name of the table's file, without folder.
    ///   - options: what is known besides.
    package init(_ file: String, options: Options = Options()) {
        self.file = file
        self.options = options
    }

    /// The tables in a workbook, and what is wrong with it.
    package func tables(in workbook: Workbook) -> (tables: [Table], diagnostics: [Diagnostic]) {
        WorkbookTables(file, advice: Self.advice, role: role).tables(in: workbook)
    }

    private static let advice: (expected: Message, hint: Message) = (
        "a line of headings such as “Activity”, “Мероприятие”, “Çäre”",
        "say which column is what in a file, and name it with --columns"
    )

    /// What the heading of a column is for; nil where it is none.
    private func role(_ heading: String) -> HeadingRole? { column(heading)?.role }

    private func column(_ heading: String) -> PlanColumn? {
        options.mapping?.column(heading) ?? PlanColumn.named(heading)
    }

    /// The draft, or nil and why there is none.
    package func draft(_ tables: [Table]) -> (draft: PlanDraft?, diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        var build = PlanBuild(AgencyNames(tables.flatMap { cells(.responsible, $0) + cells(.implementers, $0) }))
        for table in tables {
            let columns = columns(table)
            guard columns.keys.contains(.activity) || columns.keys.contains(.indicator) else {
                diagnostics.append(
                    Diagnostic(
                        "no-plan-column",
                        "no column is that of activities or of indicators",
                        at: table.headings.first { $0.span != nil }?.span,
                        expected: Self.advice.expected,
                        hint: Self.advice.hint
                    )
                )
                continue
            }
            let sheet = tables.count > 1 && columns[.objective] == nil ? table.name : nil
            build.take(table, columns, sheet: sheet)
            build.note(unread(table))
        }
        guard !diagnostics.hasErrors else { return (nil, diagnostics) }
        guard build.objectives.contains(where: { !$0.activities.isEmpty }) else {
            diagnostics.append(
                Diagnostic("no-activities", "the table holds neither activities nor indicators", at: nil)
            )
            return (nil, diagnostics)
        }
        guard let days = days(build) else {
            diagnostics.append(
                Diagnostic(
                    "no-years",
                    "the table names no years from which the plan's start and end could be told",
                    hint: "say them with --start and --end"
                )
            )
            return (nil, diagnostics)
        }
        return (draft(build, days, tables), diagnostics)
    }

    private func draft(_ build: PlanBuild, _ days: DayRange, _ tables: [Table]) -> PlanDraft {
        let name = String(file.prefix { $0 != "." })
        let language = options.language ?? Self.language(of: build.objectives)
        var questions: [PlanQuestion] = []
        func ask(_ text: Message) { questions.append(PlanQuestion(place: file, item: nil, text: text)) }
        if options.title == nil { ask("the plan bears the name of the file: what is its title?") }
        if options.language == nil { ask("the texts were taken to be in “\(language)”") }
        if options.start == nil || options.end == nil {
            ask(
                "the plan was taken to last from \(days.start) to \(days.end), the first and the last year that are named"
            )
        }
        ask("when and by whom was the plan adopted, and where is it published?")
        ask("by what calendar do agencies report? Until one is named, no report is ever due")
        let first = questions
        questions = build.questions
        for agency in build.agencies.guessed {
            questions.append(
                PlanQuestion(
                    place: file,
                    item: nil,
                    text:
                        "“\(agency.cell)” was taken for \(agency.names.count) bodies: \(agency.names.joined(separator: "; "))"
                )
            )
        }
        return PlanDraft(
            id: options.id ?? Slug.make(name, limit: 48).nonEmpty ?? "plan",
            title: options.title ?? name,
            language: language,
            days: days,
            source: file,
            agencies: build.agencies.all.map { PlanDraft.Agency(id: $0.id, title: $0.name) },
            objectives: build.objectives,
            columns:
                tables.flatMap { table in
                    table.headings.filter { !$0.text.isEmpty }
                        .map { ColumnMapping.Entry(heading: $0.text, column: column($0.text) ?? .ignored) }
                }
                .reduce(into: []) { all, entry in if !all.contains(entry) { all.append(entry) } },
            questions: first + questions
        )
    }

    // MARK: - Columns

    /// Where columns stand; of two of one kind the first.
    private func columns(_ table: Table) -> [PlanColumn: Int] {
        var columns: [PlanColumn: Int] = [:]
        for (position, heading) in table.headings.enumerated() where !heading.text.isEmpty {
            if let column = column(heading.text), column != .ignored, columns[column] == nil {
                columns[column] = position
            }
        }
        return columns
    }

    private func cells(_ column: PlanColumn, _ table: Table) -> [String] {
        guard let position = columns(table)[column] else { return [] }
        return table.rows.compactMap { position < $0.cells.count ? $0.cells[position].text : nil }
    }

    /// Columns of which nothing goes into the plan.
    private func unread(_ table: Table) -> [PlanQuestion] {
        let known = columns(table)
        return table.headings.enumerated()
            .filter { position, heading in !heading.text.isEmpty && !known.values.contains(position) }
            .filter { options.mapping?.column($0.element.text) != .ignored }
            .map { position, heading in
                PlanQuestion(
                    place: file,
                    item: nil,
                    text: "nothing of the column “\(heading.text)” was taken over"
                )
            }
    }

    // MARK: - Guesses

    private func days(_ build: PlanBuild) -> DayRange? {
        // Years before the plan stand in some rows; the plan begins with the year that most of them name first.
        let spans = build.objectives.flatMap(\.activities).compactMap(\.stated).map { PrintedTime.years(in: $0) }
            .filter { !$0.isEmpty }
        var counts: [Int: Int] = [:]
        for span in spans { counts[span.min() ?? 0, default: 0] += 1 }
        let usual = counts.sorted { ($0.value, -$0.key) > ($1.value, -$1.key) }.first?.key
        let last = spans.flatMap { $0 }.max()
        guard let start = options.start ?? usual.flatMap({ Day(year: $0, month: 1, day: 1) }),
            let end = options.end ?? last.flatMap({ Day(year: $0, month: 12, day: 31) })
        else { return nil }
        return DayRange(start, end)
    }

    /// By the letters of the texts.
    static func language(of objectives: [PlanDraft.Objective]) -> String {
        var cyrillic = 0
        var turkmen = 0
        var letters = 0
        for title in objectives.flatMap({
            [$0.title] + $0.activities.flatMap { [$0.title] + $0.indicators.map(\.title) }
        }) {
            for scalar in title.lowercased().unicodeScalars where scalar.properties.isAlphabetic {
                letters += 1
                if (0x400...0x4FF).contains(scalar.value) { cyrillic += 1 }
                if "ňýžşäöüç".unicodeScalars.contains(scalar) { turkmen += 1 }
            }
        }
        if cyrillic * 2 > letters { return "ru" }
        return turkmen * 30 > letters ? "tk" : "en"
    }
}

extension String {
    /// Itself, or nil where nothing is in it.
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
