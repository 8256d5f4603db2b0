import ActionPlan
import Language
import Markup
import Rules

/// How a verdict was reached, in plain words.
struct Explanation: Sendable {
    var pack: Phrase
    var method: [Inline]
    var status: StatusMark
    var because: Phrase
    var bounds: [Inline]
    var facts: Facts
    var inputs: Table?
    var measures: Table?
}

extension PageContext {
    /// The explanations of all verdicts on an item, the one shown first at the top.
    func explanations(_ verdicts: ItemVerdicts, scope: RulePack.Scope) -> [Explanation] {
        let first = verdicts.headline?.pack
        let ordered = verdicts.all.filter { $0.pack == first } + verdicts.all.filter { $0.pack != first }
        return ordered.map { explanation($0, scope) }
    }

    private func explanation(_ verdict: Verdict, _ scope: RulePack.Scope) -> Explanation {
        let summary = site.packs.first { $0.pack.id == verdict.pack }
        guard verdict.status != Status.withheld.id else { return unexplained(verdict, summary) }
        var facts = Facts()
        facts.add(
            words("Rule pack"),
            .text(summary.map { "\($0.pack.id) \($0.pack.version)" } ?? verdict.pack),
            summary.map { .note(words("digest {1}…", String($0.digest.prefix(12)))) }
        )
        facts.add(
            words("Rule"),
            .link(
                Phrase(verdict.rule),
                link(.method, fragment: "rule-\(verdict.pack)-\(scope.rawValue)-\(verdict.rule)")
            ),
            .note(words("in {1}, line {2}", Self.shortName(verdict.trace.file), String(verdict.trace.line)))
        )
        facts.add(
            words("Condition"),
            verdict.trace.condition.map { .code($0) } ?? .text(words("None of the rules before it holds."))
        )
        facts.add(words("Conditions tried before, which did not hold"), passedOver(verdict, scope))
        return Explanation(
            pack: summary.map { phrase($0.pack.title) } ?? Phrase(verdict.pack),
            method: source(of: verdict),
            status: mark(verdict.status),
            because: phrase(verdict.because),
            bounds: verdict.bounds.map { bounds($0) } ?? [],
            facts: facts,
            inputs: inputs(verdict, summary?.pack, scope),
            measures: measures(verdict, summary?.pack, scope)
        )
    }

    /// How many conditions were tried before, with a link to where all of them stand in their order.
    private func passedOver(_ verdict: Verdict, _ scope: RulePack.Scope) -> Inline? {
        let count = verdict.trace.passedOver.count
        guard count > 0 else { return nil }
        let rules = link(.method, fragment: "rules-\(verdict.pack)-\(scope.rawValue)")
        return .link(Phrase(writing.number(count)), rules)
    }

    /// Of a verdict that the public may not see no rule is told either: which one held would say much of the figures.
    private func unexplained(_ verdict: Verdict, _ summary: PackSummary?) -> Explanation {
        Explanation(
            pack: summary.map { phrase($0.pack.title) } ?? Phrase(verdict.pack),
            method: [],
            status: mark(verdict.status),
            because: phrase(verdict.because),
            bounds: [],
            facts: Facts(),
            inputs: nil,
            measures: nil
        )
    }

    /// A file's name with the folder that it is in, without where that folder happens to be.
    static func shortName(_ path: String) -> String { path.split(separator: "/").suffix(2).joined(separator: "/") }

    private func inputs(_ verdict: Verdict, _ pack: RulePack?, _ scope: RulePack.Scope) -> Table? {
        guard !verdict.trace.inputs.isEmpty else { return nil }
        let origins = verdict.trace.inputs.map { origin($0.origin) }
        // A column that says of every line that it is of this very item says nothing.
        let own = Inline.text(words("The plan and its reports"))
        let isOwn = origins.allSatisfy { $0 == [own] }
        return Table(
            caption: isOwn
                ? words("What the rule read, all of it from the plan and the reports on this item")
                : words("What the rule read"),
            hidesCaption: false,
            columns: [Table.Column(words("What")), Table.Column(words("Value"), isNumeric: true)]
                + (isOwn ? [] : [Table.Column(words("Where it comes from"))]),
            rows: zip(verdict.trace.inputs, origins)
                .map { input, origin in
                    Table.Row(
                        [
                            Table.Cell(line: [name(of: input, pack, scope), .code(input.path)]),
                            Table.Cell(line: value(input, pack, scope)),
                        ] + (isOwn ? [] : [Table.Cell(line: origin)])
                    )
                }
        )
    }

    private func name(of input: Trace.Input, _ pack: RulePack?, _ scope: RulePack.Scope) -> Inline {
        let (root, last) = Self.ends(of: input.path)
        if root == "params", let parameter = pack?.parameters.first(where: { $0.id == last }) {
            return .phrase(phrase(parameter.title))
        }
        if root == "measures", let title = measure(last, pack, scope)?.title {
            return .phrase(phrase(title))
        }
        return .text(words.name(ofFact: input.path) ?? words("Fact"))
    }

    /// The first and the last name of a path such as `indicator.latest.actual`.
    private static func ends(of path: String) -> (first: String, last: String) {
        let dot = UInt8(ascii: ".")
        guard let first = path.utf8.firstIndex(of: dot), let last = path.utf8.lastIndex(of: dot) else {
            return (path, path)
        }
        return (String(path[..<first]), String(path[path.utf8.index(after: last)...]))
    }

    private func measure(_ id: String, _ pack: RulePack?, _ scope: RulePack.Scope) -> ScopeRules.Measure? {
        pack?.scopes[scope]?.measures.first { $0.id == id }
    }

    private func value(_ input: Trace.Input, _ pack: RulePack?, _ scope: RulePack.Scope) -> [Inline] {
        let (root, last) = Self.ends(of: input.path)
        if input.isYear, let year = input.value.number {
            return [.text(writing.number(year, decimals: 0...4, isGrouped: false))]
        }
        if root == "measures", let measure = measure(last, pack, scope) {
            return value(input.value, measure.format)
        }
        if case .text(let text) = input.value, let word = words.name(ofWord: text, in: last) {
            return [.text(word)]
        }
        if last == "coverage" || last == "on_time_rate" { return value(input.value, .percent(decimals: 0)) }
        return value(input.value, .number)
    }

    /// A value of the rule language as readers write it.
    func value(_ value: FactValue, _ format: SentenceFormat) -> [Inline] {
        switch value {
        case .number(let number):
            if case .percent(let decimals) = format {
                return [.text(writing.percent(number, decimals: max(1, decimals)))]
            }
            return [.text(writing.number(number, decimals: 0...(abs(number) < 100 ? 4 : 1)))]
        case .integer(let number): return [.text(writing.number(Double(number), decimals: 0...0))]
        case .text(let text):
            if let status = site.statuses[StatusID(rawValue: text)] { return [.status(mark(status))] }
            return [.code(text)]
        case .boolean(let flag): return [.text(flag ? words("yes") : words("no"))]
        case .day(let day): return [self.day(day)]
        case .list(let values):
            if values.isEmpty { return [.note(words("none"))] }
            return values.prefix(20).enumerated()
                .flatMap { position, element -> [Inline] in
                    let mark: [Inline] = position > 0 ? [.text("·")] : []
                    if case .text(let id) = element, site.plan.reference(ItemID(rawValue: id)) != nil {
                        return mark + [item(ItemID(rawValue: id))]
                    }
                    return mark + self.value(element, format)
                }
        case .absent: return [.note(words("not known"))]
        }
    }

    private func origin(_ origin: Trace.Origin?) -> [Inline] {
        switch origin {
        case .report(let key, let version):
            return [
                .link(
                    Phrase(
                        words("Report: {1}, version {2}", name(of: key.period, for: key.item).text, String(version))
                    ),
                    site.plan.reference(key.item)
                        .map { link(PageAddress($0), fragment: Self.reportFragment(key)) } ?? link(.overview)
                ),
                .text("·"), agency(key.agency),
            ]
        case .planItem(let id):
            guard address != site.plan.reference(id).map({ PageAddress($0) }) else {
                return [.text(words("The plan and its reports"))]
            }
            return [item(id)]
        case .parameter: return [.link(Phrase(words("Parameter of the rule pack")), link(.method))]
        case .measure: return [.text(words("Computed by the rule pack"))]
        case nil: return []
        }
    }

    /// The fragment under which a report stands on the page of its item.
    static func reportFragment(_ key: ReportKey) -> String { "report-\(key.period)-\(key.agency)" }

    private func measures(_ verdict: Verdict, _ pack: RulePack?, _ scope: RulePack.Scope) -> Table? {
        let read = Set(verdict.trace.inputs.map(\.path))
        let others = verdict.measures.filter { !read.contains("measures.\($0.id)") }
        guard !others.isEmpty else { return nil }
        return Table(
            caption: words("What the pack computed besides"),
            hidesCaption: false,
            columns: [Table.Column(words("What")), Table.Column(words("Value"), isNumeric: true)],
            rows: others.map { measured in
                let measure = measure(measured.id, pack, scope)
                return Table.Row([
                    Table.Cell(lines: [
                        measure?.title.map { [.phrase(phrase($0))] } ?? [], [.code("measures.\(measured.id)")],
                    ]),
                    Table.Cell(line: value(measured.value, measure?.format ?? .number)),
                ])
            }
        )
    }
}

extension Markup {
    mutating func explanation(_ explanation: Explanation) {
        element(.article, .class("explanation")) { page in
            page.element(.h3, .language(of: explanation.pack), text: explanation.pack.text)
            page.element(.p, .class("verdict-line")) { page in
                page.status(explanation.status)
                page.text(" ")
                page.phrase(explanation.because)
            }
            if !explanation.bounds.isEmpty { page.paragraph(explanation.bounds) }
            page.facts(explanation.facts)
            if let inputs = explanation.inputs { page.table(inputs) }
            if let measures = explanation.measures { page.table(measures) }
        }
        lineBreak()
    }
}
