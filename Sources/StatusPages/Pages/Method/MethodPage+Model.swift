import ActionPlan
import Language
import Markup
import Rules

/// By which rules verdicts are given: every rule in plain words, with the values of its parameters.
struct MethodPage: Sendable {
    var frame: Frame
    var title: Phrase
    var packs: [Pack]
    var states: Facts

    struct Pack: Sendable {
        var fragment: String
        var title: Phrase
        var summary: Phrase?
        var facts: Facts
        var parameters: Table?
        var helpers: Table?
        var statuses: Table?
        var scopes: [Scope]
        var checks: Table?
    }

    struct Scope: Sendable {
        var title: String
        var fragment: String
        var applies: String?
        var measures: Table?
        var rules: [Rule]
        var bounds: [Inline]
    }

    /// A rule: what it says, and when.
    struct Rule: Sendable {
        var fragment: String
        var name: String
        var status: StatusMark
        var sentence: [Inline]
        var sentenceLanguage: String?
        /// Nil for the last resort.
        var condition: String?
        var place: String
    }

    init(_ context: PageContext) {
        let words = context.words
        title = Phrase(words("Method: by which rules verdicts are given"))
        frame = context.frame(title: title, trail: [.link(Phrase(words("Overview")), context.link(.overview))])
        packs = context.site.packs.map { Self.pack($0, context) }
        states = Facts()
        for state in [ValueState.notDue, .due, .overdue, .nilReport, .zero, .value, .notApplicable, .withheld] {
            states.add(words.name(of: state), .text(words.meaning(of: state)))
        }
    }

    private static func pack(_ summary: PackSummary, _ context: PageContext) -> Pack {
        let words = context.words
        let pack = summary.pack
        var facts = Facts()
        facts.add(words("Version"), .text("\(pack.version)"))
        facts.add(words("Digest (SHA-256)"), .code(summary.digest))
        facts.add(
            words("Published method"),
            lines: pack.citations.map { citation in
                let title = context.phrase(citation.title)
                let link = citation.url.flatMap { Link(external: $0) }
                return [link.map { .external(title, $0) } ?? .phrase(title)]
                    + (citation.says.map { [.text("–"), .phrase(context.phrase($0))] } ?? [])
            }
        )
        facts.add(words("Its own cases"), lines: cases(context.site.testReports[pack.id], words))
        if let position = context.plan.headline.firstIndex(of: pack.id) {
            facts.add(
                words("Which verdict is shown"),
                .text(
                    position == 0
                        ? words("That of this pack, where it gives one")
                        : words("That of this pack, where no pack asked before it gives one")
                )
            )
        }
        let order: [RulePack.Scope] = [.indicator, .activity, .objective, .plan, .agency, .period]
        return Pack(
            fragment: "pack-\(pack.id)",
            title: context.phrase(pack.title),
            summary: pack.summary.map { context.phrase($0) },
            facts: facts,
            parameters: parameters(summary, context),
            helpers: helpers(pack, context),
            statuses: statuses(pack, context),
            scopes: order.compactMap { scope in pack.scopes[scope].map { Self.scope(scope, $0, pack, context) } },
            checks: checks(pack, context)
        )
    }

    /// How many cases a pack states about itself, and how much of its rules they reach.
    private static func cases(_ report: RuleTestRunner.Report?, _ words: Catalogue) -> [[Inline]] {
        guard let report, !report.results.isEmpty else {
            return [[.note(words("The pack states no cases about itself."))]]
        }
        let language = words.language
        let passed = report.results.count { $0.failures.isEmpty }
        let reached = report.ruleCount - report.unreached.count
        let conditions = report.coverage.conditions.count { $0.isFullySeen }
        return [
            [
                .text(
                    words(
                        "{1} of {2} cases give what they should.",
                        language.number(passed),
                        language.number(report.results.count)
                    )
                ),
                passed == report.results.count
                    ? .tag(words("All pass"), kind: .good) : .tag(words("Some fail"), kind: .error),
            ],
            [
                .text(
                    words(
                        "They reach {1} of {2} rules and checks, and both outcomes of {3} of {4} conditions.",
                        language.number(reached),
                        language.number(report.ruleCount),
                        language.number(conditions),
                        language.number(report.coverage.conditions.count)
                    )
                )
            ],
        ]
    }

    private static func scope(
        _ scope: RulePack.Scope,
        _ rules: ScopeRules,
        _ pack: RulePack,
        _ context: PageContext
    ) -> Scope {
        let words = context.words
        let measures = rules.measureOrder.map { rules.measures[$0] }
        return Scope(
            title: words.name(of: scope),
            fragment: "rules-\(pack.id)-\(scope.rawValue)",
            applies: rules.writtenApplies,
            measures: measures.isEmpty
                ? nil
                : Table(
                    caption: words("What is computed"),
                    hidesCaption: false,
                    columns: [
                        Table.Column(words("What")), Table.Column(words("How")), Table.Column(words("Only where")),
                    ],
                    rows: measures.map { measure in
                        Table.Row([
                            Table.Cell(
                                lines: [
                                    measure.title.map { [.phrase(context.phrase($0))] } ?? [],
                                    [.code("measures.\(measure.id)")],
                                ]
                            ),
                            Table.Cell(.code(measure.writtenValue)),
                            Table.Cell(line: measure.writtenCondition.map { [.code($0)] } ?? []),
                        ])
                    }
                ),
            rules: rules.verdicts.map { rule in
                let (sentence, language) = context.sentence(rule.because, pack)
                return Rule(
                    fragment: "rule-\(pack.id)-\(scope.rawValue)-\(rule.id)",
                    name: rule.id,
                    status: context.mark(rule.status),
                    sentence: sentence,
                    sentenceLanguage: language,
                    condition: rule.writtenCondition,
                    place: words("in {1}, line {2}", PageContext.shortName(rule.file), String(rule.line))
                )
            },
            bounds: rules.bounds.map { bounds in
                [
                    .text(
                        words("Where data are missing, it is also computed as if all that is not known stood at best")
                    ),
                    .status(context.mark(bounds.best)), .text(words("and at worst")),
                    .status(context.mark(bounds.worst)),
                ]
            } ?? []
        )
    }
}
