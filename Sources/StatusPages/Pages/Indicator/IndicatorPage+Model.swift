import ActionPlan
import Language
import Markup
import Rules

extension Measure {
    /// Whether more and less mean anything: words, categories and what is there or not have no direction.
    fileprivate var hasDirection: Bool {
        switch self {
        case .unit, .percentage, .ordinal: true
        case .nominal, .qualitative, .milestone: false
        }
    }
}

/// Where an indicator stands, period by period, and why.
struct IndicatorPage: Sendable {
    var frame: Frame
    var kind: [Inline]
    var title: Phrase
    var marks: [Inline]
    var standing: VerdictSummary?
    /// What the agency, the rules and the reviewer say, side by side.
    var opinions: Facts
    var key: Facts
    var chart: IndicatorChart?
    var periods: Table?
    /// Which columns of that are kept back as a whole.
    var keptColumns: String?
    var disaggregation: [Table]
    /// Which breakdowns are kept back as a whole.
    var keptBreakdowns: String?
    var explanations: [Explanation]
    var findings: Table?
    var reports: [PeriodReports]
    var history: LedgerHistory?
    var metadata: Facts
    var question: Phrase?

    init(_ indicator: Indicator, _ context: PageContext) {
        let words = context.words
        let assessment = context.site.indicator(indicator.id)
        title = context.phrase(indicator.title)
        frame = context.frame(title: title, trail: context.trail(to: indicator.id))
        kind = [.text(words("Indicator"))] + (indicator.code.map { [.text($0)] } ?? [])
        marks = context.marks(of: indicator.id)
        standing = context.summary(assessment?.verdicts, isArranged: context.site.hasReportsArranged(indicator.id))
        opinions = assessment.map { Self.opinions($0, context) } ?? Facts()
        key = Self.key(indicator, context)
        chart = assessment.flatMap { IndicatorChart(indicator, $0, context) }
        let periods = assessment.flatMap { Self.periods(indicator, $0, context) }
        self.periods = periods?.table
        keptColumns = periods?.kept
        let breakdowns = assessment.map { Self.disaggregation(indicator, $0, context) }
        disaggregation = breakdowns?.tables ?? []
        keptBreakdowns = breakdowns?.kept
        explanations = assessment.map { context.explanations($0.verdicts, scope: .indicator) } ?? []
        findings = context.findingTable(context.site.findings(of: indicator.id), withItem: false)
        history = context.ledgerHistory(of: indicator.id)
        reports = context.reports(assessment?.periods ?? [], of: indicator.id, measure: indicator.measure)
        metadata = Self.metadata(indicator, context)
        question = indicator.metadata.question.map { context.phrase($0) }
    }

    private static func opinions(_ assessment: IndicatorAssessment, _ context: PageContext) -> Facts {
        let words = context.words
        var facts = Facts()
        let judged = assessment.periods.last { $0.reports.contains(where: \.isReceived) }
        // What is kept back is not said to be missing.
        let withheld = assessment.hasWithheld ? words("Withheld") : nil
        let ofPeriod = judged.map { context.name(of: $0.period, for: assessment.id).text }
        let claims = judged.map { context.claims($0) } ?? []
        facts.add(words("The agency claims"), lines: claims.isEmpty ? [[.note(withheld ?? words("No claim"))]] : claims)
        facts.add(
            words("The rules compute"),
            assessment.verdicts.headline.map { .status(context.mark($0.status)) } ?? .note(words("Not judged"))
        )
        let reviews = judged.map { context.reviewerVerdicts($0) } ?? []
        facts.add(
            words("The reviewer says"),
            lines: reviews.isEmpty ? [[.note(withheld ?? words("No verdict"))]] : reviews
        )
        if let ofPeriod { facts.add(words("Latest report"), .text(ofPeriod)) }
        return facts
    }

    private static func key(_ indicator: Indicator, _ context: PageContext) -> Facts {
        let words = context.words
        var facts = Facts()
        if case .unit(let unit, _, _) = indicator.measure { facts.add(words("Unit"), .phrase(context.phrase(unit))) }
        if case .percentage(let numerator, let denominator, _, _) = indicator.measure {
            facts.add(words("Numerator"), .phrase(context.phrase(numerator)))
            facts.add(words("Denominator"), .phrase(context.phrase(denominator)))
        }
        if indicator.measure.isNumeric {
            switch indicator.baseline {
            case .known(let value, let year, _, _):
                facts.add(
                    words("Baseline"),
                    .text(context.number(value, indicator.measure)),
                    .note(context.writing.year(year))
                )
            case .unknown: facts.add(words("Baseline"), .note(words("not known")))
            }
        }
        if case .milestone(let due, let after) = indicator.measure {
            facts.add(words("Due on"), context.day(due))
            facts.add(words("Comes after"), lines: after.map { [context.item($0)] })
        } else {
            facts.add(words("Final target"), lines: [context.finalTarget(indicator)])
        }
        facts.add(
            words("Lead agency"),
            indicator.lead.map { context.agency($0, short: false) } ?? .note(words("The plan names nobody"))
        )
        facts.add(
            words("Contributing agencies"),
            lines: indicator.contributors.map { [context.agency($0, short: false)] }
        )
        facts.add(words("Known from"), lines: [context.provenance(indicator.provenance)])
        return facts
    }

    private static func metadata(_ indicator: Indicator, _ context: PageContext) -> Facts {
        let words = context.words
        let metadata = indicator.metadata
        var facts = Facts()
        func add(_ name: String, _ text: LocalizedText?) { facts.add(name, text.map { .phrase(context.phrase($0)) }) }
        add(words("Definition"), metadata.definition)
        add(words("Formula"), metadata.formula)
        facts.add(words("Kind of measure"), .text(words.name(of: indicator.measure)))
        if indicator.measure.hasDirection {
            facts.add(words("Direction"), .text(words.name(of: indicator.direction)))
        }
        if indicator.measure.isNumeric {
            facts.add(words("How periods go together"), .text(words.name(of: indicator.accumulation)))
        }
        if indicator.reporters.count > 1 {
            facts.add(words("How agencies go together"), .text(words.meaning(of: indicator.contribution)))
        }
        facts.add(words("Level of results"), indicator.level.map { .text(words.name(of: $0)) })
        if case .known(_, _, let source, let comment) = indicator.baseline {
            let known = source.flatMap { id in context.plan.sources.first { $0.id == id } }
            facts.add(
                words("Source of the baseline"),
                known.map { context.source($0) },
                comment.map { .phrase(context.phrase($0)) }
            )
        }
        if let range = indicator.plausible {
            facts.add(
                words("Plausible"),
                .text(
                    "\(context.number(range.lowerBound, indicator.measure)) – \(context.number(range.upperBound, indicator.measure))"
                )
            )
        }
        add(words("Data source"), metadata.dataSource)
        add(words("Means of verification"), metadata.meansOfVerification)
        add(words("Responsible by role"), metadata.responsibleRole)
        add(words("Limitations"), metadata.limitations)
        if let calendar = indicator.calendar.flatMap({ context.site.plan.calendar($0) }) {
            facts.add(
                words("Reported"),
                .text(words.name(of: calendar.frequency)),
                .note(words("with {1} of grace", words.count(calendar.graceDays, "day / days")))
            )
        } else {
            facts.add(words("Reported"), .note(words("Nothing is reported regularly")))
        }
        facts.add(words("Weight"), .text(context.writing.number(indicator.weight, decimals: 0...2)))
        facts.add(words("Identifier"), .code(indicator.id.rawValue))
        return facts
    }
}
