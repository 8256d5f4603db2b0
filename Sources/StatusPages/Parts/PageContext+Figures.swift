import ActionPlan
import Language
import Rules

extension PageContext {
    /// The figure of a period, or why there is none.
    func figure(_ period: PeriodAssessment, of measure: Measure?) -> Figure {
        switch period.state {
        case .value, .zero:
            return period.value.map { figure($0, period.state, of: measure) }
                ?? period.actual.map { figure(.number($0), period.state, of: measure) }
                ?? absent(.value)
        case .overdue: return absent(.overdue, detail: daysLate(site.asOf - period.period.due))
        case .due: return absent(.due, detail: words("by {1}", writing.shortDate(period.period.due)))
        case .notDue, .nilReport, .notApplicable, .withheld: return absent(period.state)
        }
    }

    /// The figure of one agency's part of a period.
    func figure(_ part: ReportedPart, in period: PeriodAssessment, of measure: Measure?) -> Figure {
        guard period.state != .withheld, part.state != .withheld else { return absent(.withheld) }
        guard let content = part.record?.effective?.content else {
            var alone = period
            alone.state = part.state
            alone.value = nil
            alone.actual = nil
            return figure(alone, of: measure)
        }
        return figure(content, of: measure)
    }

    /// What a version of a report says.
    func figure(_ content: ReportContent, of measure: Measure?) -> Figure {
        switch content.body {
        case .nilReport: absent(.nilReport)
        case .notApplicable: absent(.notApplicable)
        case .value(let value): figure(value, value.number == 0 ? .zero : .value, of: measure)
        }
    }

    /// What stands in the place of a figure that is not there.
    func absent(_ state: ValueState, detail: String? = nil) -> Figure {
        Figure(state, Phrase(words.name(of: state)), detail: detail)
    }

    func daysLate(_ days: Int) -> String { words("{1} late", words.count(days, "day / days")) }

    private func figure(_ value: ReportedValue, _ state: ValueState, of measure: Measure?) -> Figure {
        let measure = measure ?? .qualitative
        switch value {
        case .number(let number):
            return Figure(
                state,
                Phrase(self.number(number, measure)),
                detail: state == .zero ? words("zero reported") : nil
            )
        case .ratio(let numerator, let denominator):
            let parts = words("{1} of {2}", writing.number(numerator), writing.number(denominator))
            guard let share = value.number else { return Figure(state, Phrase(parts)) }
            return Figure(state, Phrase(number(share, measure)), detail: parts)
        case .category(let id), .level(let id): return Figure(state, title(of: id, measure))
        case .text(let text): return Figure(state, phrase(text))
        case .milestone(true, let day):
            return Figure(
                state,
                Phrase(words("Achieved")),
                detail: day.map { words("on {1}", writing.shortDate($0)) }
            )
        case .milestone(false, _): return Figure(state, Phrase(words("Not achieved")))
        case .implementation(let status): return Figure(state, Phrase(words.name(of: status)))
        }
    }

    /// The title of a level or category.
    func title(of id: String, _ measure: Measure) -> Phrase {
        let categories: [Dimension.Category] =
            switch measure {
            case .nominal(let categories), .ordinal(let categories): categories
            case .unit, .percentage, .qualitative, .milestone: []
            }
        return categories.first { $0.id == id }.map { phrase($0.title) } ?? Phrase(id)
    }

    /// A target as it is to be read.
    func target(_ target: TargetValue, of measure: Measure) -> Phrase {
        switch target {
        case .number(let number): Phrase(self.number(number, measure))
        case .level(let id): title(of: id, measure)
        }
    }

    /// What agencies claim and reviewers judge on a period, each once.
    func claims(_ period: PeriodAssessment) -> [[Inline]] {
        period.reports.compactMap { part in
            part.record?.effective?.content.claim.map { signed(part, period) + [.status(mark($0))] }
        }
    }

    func reviewerVerdicts(_ period: PeriodAssessment) -> [[Inline]] {
        period.reports.compactMap { part in
            part.record?.effectiveReview?.verdict.map { signed(part, period) + [.status(mark($0))] }
        }
    }

    /// Whose part it is, where several agencies report.
    private func signed(_ part: ReportedPart, _ period: PeriodAssessment) -> [Inline] {
        period.reports.count > 1 ? [agency(part.agency)] : []
    }

    /// Which reports came in for a period and when, each with a link to the card of the report.
    func receipts(_ period: PeriodAssessment, of measure: Measure? = nil) -> [[Inline]] {
        period.reports.map { part in
            guard let record = part.record, record.versions.contains(where: { !$0.isDraft }) else {
                guard part.state != .notDue else { return [] }
                return [agency(part.agency), .note(words.name(of: part.state))]
            }
            let link = link(address, fragment: Self.reportFragment(record.key))
            var pieces = [agency(part.agency)]
            if period.reports.count > 1, part.receivedOn != nil {
                pieces.append(.figure(figure(part, in: period, of: measure)))
            }
            pieces += [.text("·"), .link(Phrase(words.name(of: record.state)), link)]
            if let received = part.receivedOn { pieces.append(day(received)) }
            if part.daysLate > 0, part.receivedOn != nil { pieces.append(.note(daysLate(part.daysLate))) }
            return pieces
        }
    }

    /// A body that reviews: an agency, or the coordinating body itself.
    func reviewer(_ id: String) -> Inline {
        if site.plan.agency(AgencyID(rawValue: id)) != nil { return agency(AgencyID(rawValue: id)) }
        return plan.bodies.first { $0.id == id }.map { .phrase(phrase($0.title)) } ?? .text(id)
    }
}
