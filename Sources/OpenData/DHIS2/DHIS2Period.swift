import ActionPlan

/// How DHIS2 calls periods: 202101, 2021Q1, 2021S1, 2021.
enum DHIS2Period {
    /// The name of a period there; nil for those of a custom calendar.
    static func name(of period: PeriodID, _ frequency: ReportingCalendar.Frequency) -> String? {
        let parts = period.rawValue.split(separator: "-", omittingEmptySubsequences: false)
        switch frequency {
        case .monthly where parts.count == 2: return "\(parts[0])\(parts[1])"
        case .quarterly where parts.count == 2: return "\(parts[0])\(parts[1])"
        case .halfYearly where parts.count == 2: return "\(parts[0])S\(parts[1].dropFirst())"
        case .yearly where parts.count == 1: return period.rawValue
        default: return nil
        }
    }

    /// The period of a calendar that DHIS2 calls so.
    static func period(_ name: String, in calendar: ReportingCalendar) -> ReportingPeriod? {
        calendar.periods.first { self.name(of: $0.id, calendar.frequency) == name }
    }

    /// Some period of a calendar as DHIS2 calls it, to show how it is written.
    static func example(_ calendar: ReportingCalendar) -> String? {
        calendar.periods.first.flatMap { name(of: $0.id, calendar.frequency) }
    }
}
