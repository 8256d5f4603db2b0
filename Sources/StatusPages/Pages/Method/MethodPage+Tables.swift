import ActionPlan
import Language
import Rules

extension MethodPage {
    static func parameters(_ summary: PackSummary, _ context: PageContext) -> Table? {
        let words = context.words
        guard !summary.pack.parameters.isEmpty else { return nil }
        return Table(
            caption: words("Parameters"),
            hidesCaption: false,
            columns: [
                Table.Column(words("What")), Table.Column(words("Value in this plan"), isNumeric: true),
                Table.Column(words("Permitted"), isNumeric: true),
            ],
            rows: summary.pack.parameters.map { parameter in
                let value = summary.parameters.first { $0.id == parameter.id }?.value ?? .absent
                let unit = parameter.unit.map { [Inline.phrase(context.phrase($0))] } ?? []
                let range: [Inline] =
                    if let low = parameter.low, let high = parameter.high {
                        [
                            .text(
                                "\(context.writing.number(low, decimals: 0...4)) – \(context.writing.number(high, decimals: 0...4))"
                            )
                        ]
                    } else {
                        []
                    }
                return Table.Row(
                    id: "parameter-\(summary.pack.id)-\(parameter.id)",
                    [
                        Table.Cell(lines: [
                            [.phrase(context.phrase(parameter.title))], [.code("params.\(parameter.id)")],
                        ]),
                        Table.Cell(line: context.value(value, .number) + unit), Table.Cell(line: range),
                    ]
                )
            }
        )
    }

    static func helpers(_ pack: RulePack, _ context: PageContext) -> Table? {
        let words = context.words
        guard !pack.helpers.isEmpty else { return nil }
        return Table(
            caption: words("Helpers that the rules call"),
            hidesCaption: false,
            columns: [Table.Column(words("What")), Table.Column(words("How"))],
            rows: pack.helpers.map { helper in
                Table.Row([
                    Table.Cell(
                        lines: [
                            helper.title.map { [.phrase(context.phrase($0))] } ?? [], [.code(helper.signature)],
                        ]
                    ),
                    Table.Cell(.code(helper.writtenValue)),
                ])
            }
        )
    }

    static func statuses(_ pack: RulePack, _ context: PageContext) -> Table? {
        let words = context.words
        guard !pack.statuses.isEmpty else { return nil }
        return Table(
            caption: words("Statuses"),
            hidesCaption: false,
            columns: [
                Table.Column(words("Status"), .marked), Table.Column(words("What it means")),
                Table.Column(words("What to do")),
            ],
            rows: pack.statuses.sorted { ($0.rank, $0.id) < ($1.rank, $1.id) }
                .map { status in
                    Table.Row([
                        Table.Cell(.status(context.mark(status))), Table.Cell(.text(words.name(of: status.group))),
                        Table.Cell(line: status.advice.map { [.phrase(context.phrase($0))] } ?? []),
                    ])
                }
        )
    }

    static func checks(_ pack: RulePack, _ context: PageContext) -> Table? {
        let words = context.words
        guard !pack.checks.isEmpty else { return nil }
        return Table(
            caption: words("Checks on reports"),
            columns: [
                Table.Column(words("Check")), Table.Column(words("Severity")), Table.Column(words("What it says")),
                Table.Column(words("When")),
            ],
            rows: pack.checks.map { check in
                let (sentence, _) = context.sentence(check.message, pack)
                return Table.Row([
                    Table.Cell(.code(check.id)), Table.Cell(.text(words.name(of: check.severity))),
                    Table.Cell(line: sentence), Table.Cell(.code(check.writtenCondition)),
                ])
            }
        )
    }
}

extension PageContext {
    /// A sentence of a pack with names in place of the values that will be filled in, and its language where that is not
    /// the page's.
    func sentence(_ template: SentenceTemplate, _ pack: RulePack) -> (pieces: [Inline], language: String?) {
        let outline = template.outline(for: language)
        let pieces = outline.pieces.compactMap { piece -> Inline? in
            switch piece {
            case .words(let text): .glued(text)
            case .forms(let forms): .glued(writing.form(2, of: forms))
            case .expression(let text): slotName(text, pack).map { .slot($0) } ?? .code(text)
            }
        }
        return (pieces, outline.language == writing.rawValue ? nil : outline.language)
    }

    private func slotName(_ expression: String, _ pack: RulePack) -> String? {
        let last = expression.split(separator: ".").last.map(String.init) ?? expression
        if expression.hasPrefix("params."), let parameter = pack.parameters.first(where: { $0.id == last }),
            let value = site.packs.first(where: { $0.pack.id == pack.id })?.parameters
                .first(where: { $0.id == last })
        {
            if case .number(let number) = value.value, parameter.unit == nil, number <= 1 {
                return writing.percent(number)
            }
            if case .number(let number) = value.value { return writing.number(number, decimals: 0...4) }
            if case .integer(let number) = value.value { return writing.number(Int(number)) }
        }
        if expression.hasPrefix("measures.") {
            for scope in RulePack.Scope.allCases {
                if let title = pack.scopes[scope]?.measures.first(where: { $0.id == last })?.title {
                    return phrase(title).text
                }
            }
        }
        return words.name(ofFact: expression)
    }
}
