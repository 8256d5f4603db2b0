/// A sign that the same thing is in the reports of two agencies that are added up.
package struct DoubleCounting: Hashable, Sendable {
    /// The agency whose report has it too.
    package var other: AgencyID
    package var sign: Sign

    package enum Sign: Hashable, Sendable {
        /// Both refer to the same document.
        case sameDocument(Evidence)
        /// The lead's figure is just what the others reported together: it seems to have them in it.
        case leadHasTheOthers(total: Double)
    }

    /// The signs in a report that is one of several parts of a value.
    ///
    /// - Parameters:
    ///   - content: what the report says.
    ///   - agency: whose it is.
    ///   - others: what other agencies reported on the same indicator for the same period, in the order of agencies.
    ///   - indicator: the indicator.
    /// - Returns: at most one sign for each other agency; none where parts are not added up, or the plan allows it.
    package static func signs(
        in content: ReportContent,
        of agency: AgencyID,
        beside others: [(agency: AgencyID, content: ReportContent)],
        on indicator: Indicator
    ) -> [DoubleCounting] {
        guard indicator.contribution.combination == .sum, indicator.contribution.guardedBy != .allow else { return [] }
        let parts = others.filter { $0.agency != agency && indicator.contributors.contains($0.agency) }
        var signs = parts.compactMap { part in
            content.evidence.first { evidence in part.content.evidence.contains { $0.isSameDocument(as: evidence) } }
                .map { DoubleCounting(other: part.agency, sign: .sameDocument($0)) }
        }
        if let sign = totalOfLead(content, agency, parts, indicator.lead),
            !signs.contains(where: { $0.other == sign.other })
        {
            signs.append(sign)
        }
        return signs
    }

    /// With one other report an equal figure is no sign: both may have trained twenty people.
    private static func totalOfLead(
        _ content: ReportContent,
        _ agency: AgencyID,
        _ parts: [(agency: AgencyID, content: ReportContent)],
        _ lead: AgencyID?
    ) -> DoubleCounting? {
        let all = parts + [(agency, content)]
        guard let leads = all.first(where: { $0.agency == lead }), let total = leads.content.figure, total != 0 else {
            return nil
        }
        let figures = all.filter { $0.agency != lead }.compactMap(\.content.figure)
        guard figures.count > 1, figures.reduce(0, +) == total else { return nil }
        let other = agency == lead ? parts[0].agency : leads.agency
        return DoubleCounting(other: other, sign: .leadHasTheOthers(total: total))
    }
}

extension ReportContent {
    /// What is added up: the number, of a share its numerator.
    fileprivate var figure: Double? {
        guard case .value(let value) = body else { return nil }
        if case .ratio(let numerator, _) = value { return numerator }
        return value.number
    }
}

extension Evidence {
    /// Whether both are the same document: by its content, else by its address.
    fileprivate func isSameDocument(as other: Evidence) -> Bool {
        if let sha256, let otherDigest = other.sha256 { return sha256 == otherDigest }
        guard let url, let otherURL = other.url else { return false }
        return url == otherURL
    }
}
