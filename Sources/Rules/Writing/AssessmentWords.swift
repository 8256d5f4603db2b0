import ActionPlan
import Language

/// Says single parts of an assessment in a language.
struct AssessmentWords {
    let assessment: Assessment
    let language: String
    let say: Catalogue
    var writing: WrittenLanguage { say.language }

    init(_ assessment: Assessment, _ language: String) {
        self.assessment = assessment
        self.language = language
        say = RulesWords.table.catalogue(language)
    }

    func text(_ text: LocalizedText?) -> String {
        Self.oneLine(text?.best(for: language, assessment.plan.plan.languages.first ?? "en").text ?? "")
    }

    /// Line breaks and whatever could move the cursor become spaces.
    static func oneLine(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isControl =
                scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
                || (0x200E...0x200F).contains(scalar.value) || (0x2028...0x202E).contains(scalar.value)
                || (0x2066...0x2069).contains(scalar.value)
            result.append(isControl ? " " : scalar)
        }
        return String(result)
    }

    func status(_ id: StatusID) -> String {
        guard let status = assessment.statuses[id] else { return id.rawValue }
        return self.status(status)
    }

    func status(_ status: Status) -> String { "\(status.symbol.character) \(text(status.title))" }

    func sentence(_ sentence: Sentence) -> String { Self.oneLine(sentence.text(language)) }

    func agency(_ id: AgencyID) -> String {
        guard let agency = assessment.plan.agency(id) else { return id.rawValue }
        return text(agency.shortTitle ?? agency.title)
    }

    /// The number that the item bears in the plan, or its identifier, and its title.
    func item(_ id: ItemID) -> String { "\(code(id) ?? id.rawValue) \(text(assessment.plan.title(of: id)))" }

    func code(_ id: ItemID) -> String? { assessment.plan.code(of: id) }

    func period(_ id: PeriodID, of item: ItemID) -> String {
        assessment.plan.name(of: id, for: item).best(for: language).text
    }

    /// What a roll-up could be, for want of reports; nil where it stands so in any case.
    func range(_ bounds: Verdict.Bounds?, _ status: StatusID) -> String? {
        guard let bounds, bounds.best != status || bounds.worst != status else { return nil }
        return say(
            "If all that is unknown stood best: {1}; worst: {2}.",
            self.status(bounds.best),
            self.status(bounds.worst)
        )
    }

    /// A value of the rule language, with four digits after the mark at most.
    func value(_ value: FactValue, isYear: Bool) -> String {
        switch value {
        case .number(let number): writing.number(number, decimals: 0...4, isGrouped: !isYear)
        case .integer(let number): writing.number(Double(number), decimals: 0...0, isGrouped: !isYear)
        case .text(let text): Self.oneLine(text)
        case .boolean(let flag): say(flag ? "yes" : "no")
        case .day(let day): writing.shortDate(day)
        case .list(let elements): "[\(elements.map { self.value($0, isYear: isYear) }.joined(separator: ", "))]"
        case .absent: say("absent")
        }
    }

    func percent(_ share: Double?) -> String { share.map { writing.percent($0) } ?? "–" }

    private static let groups: [(symbol: Character, word: String, count: @Sendable (Tally) -> Int)] = [
        ("✓", "good", \.good), ("▲", "attention", \.attention), ("✗", "bad", \.bad), ("?", "unknown", \.unknown),
        ("–", "not to judge", \.neutral),
    ]

    /// How children stand: `5 good · 2 bad · 1 unknown`.
    func distribution(_ tally: Tally) -> String {
        Self.groups.filter { $0.count(tally) > 0 }.map { "\($0.count(tally)) \(say($0.word))" }
            .joined(separator: " · ")
    }

    /// The same in few characters: `✓5 ✗2 ?1`.
    func shortDistribution(_ tally: Tally) -> String {
        Self.groups.filter { $0.count(tally) > 0 }.map { "\($0.symbol)\($0.count(tally))" }.joined(separator: " ")
    }

    /// What the signs of the short form mean.
    var legend: String { Self.groups.map { "\($0.symbol) \(say($0.word))" }.joined(separator: "  ") }

    func days(_ count: Int) -> String { say.count(count, "day / days").replacing("\u{A0}", with: " ") }
}

extension Status.Symbol {
    /// The shape as a character of a terminal.
    package var character: Character {
        switch self {
        case .check: "✓"
        case .star: "★"
        case .circle: "●"
        case .triangle: "▲"
        case .cross: "✗"
        case .clock: "◷"
        case .question: "?"
        case .dash: "–"
        case .diamond: "◆"
        case .ring: "○"
        }
    }
}
