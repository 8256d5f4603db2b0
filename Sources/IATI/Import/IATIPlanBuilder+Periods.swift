import ActionPlan
import Diagnostics

/// Periods, calendars and targets.
extension IATIPlanBuilder {
    /// The periods of an indicator by time, of which none overlaps another.
    ///
    /// Two of the same days are put together. Of two that overlap the shorter stays; a longer one with a target that ends
    /// last is the final target.
    mutating func periods(of read: IATIIndicator) -> [IATIIndicator.Period] {
        var kept: [IATIIndicator.Period] = []
        var order = read.periods.indices.filter { read.periods[$0].finalBy == nil }
        order.sort {
            (read.periods[$0].days.count, read.periods[$0].days.start, $0) < (
                read.periods[$1].days.count, read.periods[$1].days.start, $1
            )
        }
        var longer: [IATIIndicator.Period] = []
        for position in order {
            let period = read.periods[position]
            if let same = kept.firstIndex(where: { $0.days == period.days && $0.id == period.id }) {
                merge(period, into: &kept[same])
            } else if kept.contains(where: { $0.days.start <= period.days.end && period.days.start <= $0.days.end }) {
                longer.append(period)
            } else {
                kept.append(period)
            }
        }
        var finals = read.periods.filter { $0.finalBy != nil }
        let last = kept.map(\.days.end).max()
        for var period in longer {
            let endsLast = last.map { period.days.end >= $0 } ?? true
            if finals.isEmpty, endsLast, period.target?.number != nil,
                period.actuals.isEmpty || period.actuals.allSatisfy({ $0.number == nil })
            {
                period.finalBy = period.days.end
                finals.append(period)
            } else {
                notes.add(
                    "iati-overlapping-period",
                    "the period from \(period.days.start) to \(period.days.end) overlaps shorter ones and is left behind",
                    at: period.span
                )
            }
        }
        return kept.sorted { $0.days.start < $1.days.start } + finals
    }

    private mutating func merge(_ period: IATIIndicator.Period, into kept: inout IATIIndicator.Period) {
        if kept.target == nil {
            kept.target = period.target
        } else if period.target != nil {
            notes.leaveBehind("target", at: period.span)
        }
        kept.actuals += period.actuals
    }

    /// Takes the final target out of the periods.
    func finalTarget(in periods: inout [IATIIndicator.Period], _ measure: Measure) -> FinalTarget? {
        let finals = periods.filter { $0.finalBy != nil }
        periods.removeAll { $0.finalBy != nil }
        guard let final = finals.first, let by = final.finalBy, let number = final.target?.number,
            let value = targetValue(number, measure)
        else { return nil }
        return FinalTarget(value: value, by: by)
    }

    // MARK: - Calendars

    /// One calendar for all indicators whose periods go together; monthly to yearly where the days are such, else custom.
    mutating func buildCalendars() -> [ReportingCalendar] {
        var regular: [ReportingCalendar.Frequency: [ReportingPeriod]] = [:]
        for frequency in ReportingCalendar.Frequency.allCases where frequency != .custom {
            regular[frequency] = ReportingCalendar.regularPeriods(
                frequency,
                within: days,
                dueDay: 15,
                dueMonth: 1,
                graceDays: 0
            )
        }
        var calendars: [ReportingCalendar] = []
        for position in indicators.indices where !indicators[position].periods.isEmpty {
            let periods = indicators[position].periods
            let frequency = Self.frequencies.first { Self.fits(periods, regular[$0] ?? []) }
            let calendar: String
            if let frequency {
                calendar = frequency.rawValue
                if !calendars.contains(where: { $0.id == calendar }) {
                    calendars.append(self.calendar(calendar, frequency, regular[frequency] ?? []))
                }
            } else {
                calendar = custom(periods, &calendars)
            }
            indicators[position].indicator.calendar = calendar
            takeTargets(position, calendars.first { $0.id == calendar }?.periods ?? [])
        }
        if !calendars.isEmpty {
            notes.add(
                "iati-due-days-assumed",
                "IATI does not say when reports are due: 15 days after each period is assumed",
                severity: .information,
                at: nil,
                hint: "correct `calendars` in the plan"
            )
        }
        return calendars
    }

    private static let frequencies: [ReportingCalendar.Frequency] = [.yearly, .halfYearly, .quarterly, .monthly]

    private static func fits(_ periods: [IATIIndicator.Period], _ regular: [ReportingPeriod]) -> Bool {
        let known = Dictionary(regular.map { ($0.days, $0.id.rawValue) }, uniquingKeysWith: { first, _ in first })
        return periods.allSatisfy { period in
            guard let name = known[period.days] else { return false }
            return period.id == nil || period.id == name
        }
    }

    private func calendar(
        _ id: String,
        _ frequency: ReportingCalendar.Frequency,
        _ periods: [ReportingPeriod]
    ) -> ReportingCalendar {
        ReportingCalendar(
            id: id,
            title: nil,
            frequency: frequency,
            graceDays: 0,
            periods: periods,
            provenance: .documented(source: Self.source, note: nil)
        )
    }

    /// The custom calendar that has these periods, or can take them in.
    private func custom(_ periods: [IATIIndicator.Period], _ calendars: inout [ReportingCalendar]) -> String {
        let wanted = periods.map { period in
            let due = period.days.end + 15
            let name = period.id.flatMap { IATIIdentifiers.isIdentifier($0) ? $0 : nil }
            return ReportingPeriod(
                id: PeriodID(rawValue: name ?? "p-\(period.days.start)-\(period.days.end)"),
                title: nil,
                days: period.days,
                due: due,
                graceEnd: due
            )
        }
        for position in calendars.indices where calendars[position].frequency == .custom {
            let known = calendars[position].periods
            let added = wanted.filter { !known.contains($0) }
            let isCompatible = added.allSatisfy { new in
                known.allSatisfy { $0.id != new.id && ($0.days.end < new.days.start || new.days.end < $0.days.start) }
            }
            guard isCompatible else { continue }
            calendars[position].periods = (known + added).sorted { $0.days.start < $1.days.start }
            return calendars[position].id
        }
        let id = "custom-\(calendars.count { $0.frequency == .custom } + 1)"
        calendars.append(calendar(id, .custom, wanted))
        return id
    }

    private mutating func takeTargets(_ position: Int, _ periods: [ReportingPeriod]) {
        let names = Dictionary(periods.map { ($0.days, $0.id) }, uniquingKeysWith: { first, _ in first })
        for period in indicators[position].periods {
            guard let name = names[period.days], let target = period.target, !target.isOfMilestone else { continue }
            guard let number = target.number, let value = targetValue(number, indicators[position].indicator.measure)
            else {
                noteTarget(target, indicators[position].indicator.measure)
                continue
            }
            indicators[position].indicator.periodTargets[name] = value
        }
    }

    private mutating func noteTarget(_ target: IATIIndicator.Value, _ measure: Measure) {
        switch (measure, target.text) {
        case (.qualitative, _), (.milestone, _), (_, nil): notes.leaveBehind("target", at: target.span)
        case (_, let text?):
            if text.isEmpty { return notes.leaveBehind("target", at: target.span) }
            notes.add(
                "iati-no-number",
                "“\(text)” is no number and is left behind",
                at: target.span,
                expected: "a number such as 1280.6",
                hint: "an absent figure is never read as 0"
            )
        }
    }
}
