import Diagnostics

/// Puts a plan together row by row.
struct PlanBuild {
    private(set) var objectives: [PlanDraft.Objective] = []
    private(set) var questions: [PlanQuestion] = []
    private(set) var agencies: AgencyNames
    private var slugs = SlugBook()
    private var codes: [String: String] = [:]
    private var units: [String: [String]] = [:]
    private var lastCode: String?
    /// Where the objective stands to which the rows belong that are being read.
    private var current = 0

    init(_ agencies: AgencyNames) { self.agencies = agencies }

    mutating func note(_ more: [PlanQuestion]) { questions += more }

    /// Takes the rows of a table.
    ///
    /// - Parameters:
    ///   - table: the table.
    ///   - columns: where its columns stand.
    ///   - sheet: the objective to which it belongs, where the table names none.
    mutating func take(_ table: Table, _ columns: [PlanColumn: Int], sheet: String?) {
        if let sheet, !sheet.isEmpty { beginObjective(sheet, row: nil) }
        for row in table.rows {
            let reading = RowReading(row: row, columns: columns)
            if let heading = reading.loneText {
                beginObjective(heading, row: reading)
                continue
            }
            if let objective = reading[.objective] { beginObjective(objective.text, row: reading) }
            if objectives.isEmpty, reading[.activity] != nil || reading[.indicator] != nil {
                objectives.append(PlanDraft.Objective(id: slugs.id("o1"), title: "—"))
                ask("the table names no objectives: all activities stand below one without a title", reading, "o1")
            }
            if let activity = reading[.activity] { beginActivity(activity.text, reading) }
            if let indicator = reading[.indicator] { addIndicator(indicator.text, reading) }
            if reading[.activity] == nil, reading[.indicator] == nil, reading[.objective] == nil {
                ask("the row was left out: it names neither an activity nor an indicator", reading, nil)
            }
        }
        askAboutUnits()
    }

    private mutating func ask(_ text: Message, _ row: RowReading?, _ item: String?) {
        questions.append(PlanQuestion(place: row?.place ?? "", item: item, text: text))
    }

    // MARK: - Objectives

    private mutating func beginObjective(_ text: String, row: RowReading?) {
        let (code, title) = Self.numbered(text)
        if let known = objectives.firstIndex(where: { $0.title == title && $0.code == code }) {
            current = known
            return
        }
        let id = slugs.id("o" + (code.map { Slug.make($0) } ?? String(objectives.count + 1)))
        current = objectives.count
        objectives.append(PlanDraft.Objective(id: id, code: code, title: title))
        if code == nil, objectives.contains(where: { $0.code != nil }) {
            ask("the objective “\(title)” has no number, others have one", row, id)
        }
    }

    /// `1. Organization` is numbered 1.
    static func numbered(_ text: String) -> (code: String?, title: String) {
        let number = text.prefix { $0.isNumber || $0 == "." }
        let rest = text.dropFirst(number.count)
            .drop { $0 == ")" || $0 == " " || $0 == "\u{A0}" || $0 == "-" || $0 == "–" }
        var code = String(number)
        while code.hasSuffix(".") { code.removeLast() }
        guard !code.isEmpty, code.utf8.count <= 12, !rest.isEmpty, number.count < text.count,
            PrintedTime.years(in: code).isEmpty
        else { return (nil, text) }
        return (code, String(rest))
    }

    // MARK: - Activities

    private mutating func beginActivity(_ text: String, _ row: RowReading) {
        let own = Self.numbered(text)
        let code = row[.code]?.text ?? own.code
        let title = row[.code] == nil ? own.title : text
        let place = current
        // A cell that is merged over rows, or repeated in each, is one activity with several indicators.
        if let last = objectives[place].activities.last, last.title == title, last.code == code { return }
        let id = slugs.id(
            "a" + (code.map { Slug.make($0) } ?? "\(place + 1)-\(objectives[place].activities.count + 1)")
        )
        var activity = PlanDraft.Activity(id: id, code: code, title: title)
        askAboutCode(code, row, id)
        activity.responsible = row[.responsible].map { agencies.ids(in: $0.text) } ?? []
        activity.implementers = row[.implementers].map { agencies.ids(in: $0.text) } ?? []
        if activity.responsible.isEmpty { ask("nobody is named as responsible", row, id) }
        readTime(&activity, row)
        objectives[place].activities.append(activity)
    }

    private mutating func askAboutCode(_ code: String?, _ row: RowReading, _ id: String) {
        defer { lastCode = code }
        guard let code else { return }
        guard let earlier = codes.updateValue(row.place, forKey: code) else { return }
        // Spreadsheets make 2.1 of 2.10.
        if let before = lastCode, let dot = before.lastIndex(of: "."),
            let number = Int(before[before.index(after: dot)...]),
            number % 10 == 9, before[...dot] + String((number + 1) / 10) == code
        {
            ask("the number \(code) stands twice, first in \(earlier): was \(code)0 meant?", row, id)
        } else {
            ask("the number \(code) stands twice, first in \(earlier)", row, id)
        }
    }

    private mutating func readTime(_ activity: inout PlanDraft.Activity, _ row: RowReading) {
        guard let stated = row[.time]?.text, !ReportVocabulary.isPlaceholder(stated) else {
            ask("no time is named", row, activity.id)
            return
        }
        activity.stated = stated
        activity.time = PrintedTime.read(stated)
        guard let time = activity.time else {
            ask(
                "the time “\(stated)” could not be told: it stands beside the activity as a remark only",
                row,
                activity.id
            )
            return
        }
        if time.isDoubtful { ask("the time “\(stated)” says more than was understood", row, activity.id) }
    }

    // MARK: - Indicators

    private mutating func addIndicator(_ text: String, _ row: RowReading) {
        if objectives[current].activities.isEmpty { beginUnnamedActivity(row) }
        let place = objectives[current].activities.count - 1
        let activity = objectives[current].activities[place]
        let id = slugs.id("i" + activity.id.dropFirst() + "-\(activity.indicators.count + 1)")
        var indicator = PlanDraft.Indicator(id: id, title: text)
        indicator.unit = row[.unit]?.text
        indicator.definition = row[.definition]?.text
        (indicator.target, indicator.unit) = readNumber(.target, indicator.unit, row, id)
        (indicator.baseline, indicator.unit) = readNumber(.baseline, indicator.unit, row, id)
        indicator.baselineYear = row[.baseline].flatMap { PrintedTime.years(in: $0.text).first }
        if let unit = indicator.unit { units[Self.spelling(unit), default: []].append(unit) }
        if indicator.baseline != nil, indicator.baselineYear == nil {
            ask("of which year is the baseline?", row, id)
        }
        ask("how is it measured, which way is better, and does it count persons?", row, id)
        objectives[current].activities[place].indicators.append(indicator)
    }

    /// An activity for indicators that stand below none: a plan without any is no plan.
    private mutating func beginUnnamedActivity(_ row: RowReading) {
        let objective = objectives[current]
        let id = slugs.id("a" + objective.id.dropFirst())
        objectives[current].activities.append(PlanDraft.Activity(id: id, title: objective.title))
        ask("no activity is named: the indicators stand below one that bears the objective's title", row, id)
    }

    /// The number in a cell, and the unit that stands behind it where no column names one.
    private mutating func readNumber(
        _ column: PlanColumn,
        _ unit: String?,
        _ row: RowReading,
        _ id: String
    ) -> (Double?, String?) {
        guard let cell = row[column], !ReportVocabulary.isPlaceholder(cell.text) else { return (nil, unit) }
        if let number = cell.number { return (number, unit) }
        let text = cell.text
        if text.hasSuffix("%"), case .number(let number) = NumberText.read(String(text.dropLast())) {
            return (number, unit ?? "%")
        }
        if case .number(let number) = NumberText.read(text) { return (number, unit) }
        ask("“\(text)” in the column “\(column.rawValue)” is no number that could be told", row, id)
        return (nil, unit)
    }

    /// What spellings of one unit have in common.
    private static func spelling(_ unit: String) -> String {
        String(
            ReportColumn.fold(unit).unicodeScalars.filter { $0.properties.isAlphabetic }.prefix(3).map { Character($0) }
        )
    }

    private mutating func askAboutUnits() {
        for (_, spellings) in units.sorted(by: { $0.key < $1.key }) {
            let different = Set(spellings).sorted()
            guard different.count > 1 else { continue }
            ask("is it one unit that is spelt \(different.map { "“\($0)”" }.joined(separator: ", "))?", nil, nil)
        }
        units = [:]
    }
}

/// A row of a published table.
struct RowReading {
    let row: Table.Row
    let columns: [PlanColumn: Int]

    /// The cell in a column; nil where nothing is written in it.
    subscript(_ column: PlanColumn) -> Table.Cell? {
        guard let position = columns[column], position < row.cells.count, !row.cells[position].text.isEmpty else {
            return nil
        }
        return row.cells[position]
    }

    /// How people find it.
    var place: String {
        let span = row.cells.first { $0.span != nil }?.span
        guard let span, let name = span.source.placeName(at: span.range.lowerBound) else { return "row \(row.number)" }
        return "\(span.source.name.split(separator: ":").last.map(String.init) ?? "")!\(name)"
    }

    /// The only text of the row: a heading inside the table, under which the rows below it belong.
    var loneText: String? {
        let filled = Set(row.cells.map(\.text).filter { !$0.isEmpty })
        guard filled.count == 1, let text = filled.first, self[.indicator] == nil, columns.count > 1,
            text.unicodeScalars.contains(where: { $0.properties.isAlphabetic })
        else { return nil }
        return text
    }
}
