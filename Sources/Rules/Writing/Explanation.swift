package import ActionPlan
import Language

/// Why an item stands where it stands: first as a person would say it, then the trace.
package enum Explanation {
    /// The explanation of an objective, activity or indicator.
    ///
    /// - Parameters:
    ///   - item: its identifier.
    ///   - assessment: the assessment.
    ///   - language: a BCP 47 tag.
    ///   - width: how many characters a line may have.
    /// - Returns: lines, each ending in a line feed; nil where the plan has no such item.
    package static func text(
        of item: ItemID,
        in assessment: Assessment,
        language: String,
        width: Int = 100
    ) -> String? {
        ExplanationWriter(assessment, language, width: width).text(of: item)
    }

    /// The explanation of how an agency reports.
    package static func text(
        of agency: AgencyID,
        in assessment: Assessment,
        language: String,
        width: Int = 100
    ) -> String? {
        ExplanationWriter(assessment, language, width: width).text(of: agency)
    }
}

/// Writes one explanation.
struct ExplanationWriter {
    let words: AssessmentWords
    let width: Int
    var assessment: Assessment { words.assessment }
    var say: (String) -> String { { words.say($0) } }

    init(_ assessment: Assessment, _ language: String, width: Int) {
        words = AssessmentWords(assessment, language)
        self.width = width
    }

    func text(of item: ItemID) -> String? {
        switch assessment.plan.reference(item) {
        case .indicator: assessment.indicators.first { $0.id == item }.map { joined(blocks($0)) }
        case .activity: assessment.activities.first { $0.id == item }.map { joined(blocks($0)) }
        case .objective: assessment.objectives.first { $0.id == item }.map { joined(blocks($0)) }
        case nil: nil
        }
    }

    func text(of agency: AgencyID) -> String? {
        assessment.agencies.first { $0.id == agency }.map { joined(blocks($0)) }
    }

    private func joined(_ blocks: [[String]]) -> String {
        blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
    }

    // MARK: - Kinds of item

    private func blocks(_ indicator: IndicatorAssessment) -> [[String]] {
        let item = assessment.plan.indicator(indicator.id)
        return [
            heading(indicator.id, "indicator", item?.lead, indicator.isIllustrative, item?.isCancelled ?? false),
            verdict(indicator.verdicts), threeVerdicts(indicator), others(indicator.verdicts),
            periods(indicator.periods, of: indicator.id), findings(indicator.id), trace(indicator.verdicts),
        ]
    }

    private func blocks(_ activity: ActivityAssessment) -> [[String]] {
        let item = assessment.plan.activity(activity.id)
        return [
            heading(activity.id, "activity", item?.lead, activity.isIllustrative, item?.isCancelled ?? false),
            verdict(activity.verdicts), others(activity.verdicts), children(of: activity.id, activity.tally),
            periods(activity.periods, of: activity.id), findings(activity.id), trace(activity.verdicts),
        ]
    }

    private func blocks(_ objective: ObjectiveAssessment) -> [[String]] {
        [
            heading(
                objective.id,
                "objective",
                assessment.plan.objective(objective.id)?.lead,
                objective.isIllustrative,
                false
            ),
            verdict(objective.verdicts), others(objective.verdicts), children(of: objective.id, objective.tally),
            trace(objective.verdicts),
        ]
    }

    private func blocks(_ agency: AgencyAssessment) -> [[String]] {
        let title = words.text(assessment.plan.agency(agency.id)?.title)
        return [
            TerminalTable.wrap("\(title) (\(say("agency")))", width: width), verdict(agency.verdicts),
            others(agency.verdicts), owed(agency.owed), trace(agency.verdicts),
        ]
    }

    /// What an agency owes, by item, the oldest first.
    private func owed(_ reports: [OwedReport]) -> [String] {
        guard !reports.isEmpty else { return [] }
        var items: [ItemID] = []
        for report in reports where !items.contains(report.key.item) { items.append(report.key.item) }
        return [say("Owed")]
            + items.flatMap { item -> [String] in
                let periods = reports.filter { $0.key.item == item }
                    .map { owed in
                        let late = owed.daysLate > 0 ? ", \(words.days(owed.daysLate))" : ""
                        return "\(words.period(owed.key.period, of: item)) (\(say(owed.reason.rawValue))\(late))"
                    }
                return TerminalTable.wrap(
                    "\(words.item(item)): \(periods.joined(separator: "; "))",
                    width: width,
                    indent: "  "
                )
            }
    }

    private func heading(
        _ item: ItemID,
        _ kind: String,
        _ lead: AgencyID?,
        _ isIllustrative: Bool,
        _ isCancelled: Bool
    ) -> [String] {
        let name = words.code(item) == nil ? say(kind) : "\(say(kind)) \(item)"
        var lines = TerminalTable.wrap("\(words.item(item)) (\(name))", width: width)
        if let lead { lines.append(words.say("Lead: {1}", words.agency(lead))) }
        if isIllustrative { lines.append("! " + say("Illustrative: no body has said this.")) }
        if isCancelled { lines.append(say("Cancelled by an amendment.")) }
        return lines
    }

    // MARK: - What is said

    private func verdict(_ verdicts: ItemVerdicts) -> [String] {
        guard let headline = verdicts.headline else { return [say("Nothing is said of it: no rule applies.")] }
        var lines = [words.status(headline.status)]
        lines += TerminalTable.wrap(words.sentence(headline.because), width: width, indent: "  ")
        if let range = words.range(headline.bounds, headline.status) {
            lines += TerminalTable.wrap(range, width: width, indent: "  ")
        }
        if let advice = assessment.statuses[headline.status]?.advice {
            let sentence = words.say("What to do next: {1}", words.text(advice))
            lines += TerminalTable.wrap(sentence, width: width, indent: "  ")
        }
        return lines
    }

    /// What the agency claims, the rules give and the reviewer says of the last period with a report.
    private func threeVerdicts(_ indicator: IndicatorAssessment) -> [String] {
        guard let period = indicator.periods.last(where: { $0.reports.contains(where: \.isReceived) }) else {
            return []
        }
        let received = period.reports.filter(\.isReceived)
        func said(_ status: (ReportedPart) -> StatusID?) -> [String] {
            received.compactMap { part in
                guard let status = status(part) else { return nil }
                return received.count > 1
                    ? "\(words.agency(part.agency)): \(words.status(status))" : words.status(status)
            }
        }
        let claims = said { $0.version?.content.claim }
        let reviews = said { $0.record?.effectiveReview?.verdict }
        guard !claims.isEmpty || !reviews.isEmpty else { return [] }
        func listed(_ statuses: [String]) -> String {
            statuses.isEmpty ? say("nothing") : words.writing.list(statuses)
        }
        return [
            "\(say("Three verdicts")) (\(words.period(period.period.id, of: indicator.id)))",
            "  " + words.say("the agency claims: {1}", listed(claims)),
            "  "
                + words.say(
                    "the rules give: {1}",
                    listed([indicator.verdicts.headline].compactMap { $0 }.map { words.status($0.status) })
                ),
            "  " + words.say("the reviewer says: {1}", listed(reviews)),
        ]
    }

    private func others(_ verdicts: ItemVerdicts) -> [String] {
        let others = verdicts.all.filter { $0.pack != verdicts.headline?.pack }
        guard !others.isEmpty else { return [] }
        return [say("Other packs")]
            + others.flatMap { verdict in
                TerminalTable.wrap(
                    "\(verdict.pack): \(words.status(verdict.status)). \(words.sentence(verdict.because))",
                    width: width,
                    indent: "  "
                )
            }
    }

    private func children(of item: ItemID, _ tally: Tally) -> [String] {
        var table = TerminalTable([
            .init(title: ""), .init(title: say("Below it"), isElastic: true), .init(title: say("Status")),
        ])
        for child in assessment.plan.children(of: item) {
            let verdicts: ItemVerdicts? =
                switch child {
                case .indicator(let id): assessment.indicators.first { $0.id == id }?.verdicts
                case .activity(let id): assessment.activities.first { $0.id == id }?.verdicts
                case .objective(let id): assessment.objectives.first { $0.id == id }?.verdicts
                }
            table.add(
                words.code(child.id) ?? child.id.rawValue,
                words.text(assessment.plan.title(of: child.id)),
                verdicts?.headline.map { words.status($0.status) } ?? say("not judged")
            )
        }
        guard !table.rows.isEmpty else { return [] }
        let judged = tally.good + tally.attention + tally.bad
        let coverage = words.say(
            "{1} of {2} judged",
            words.writing.number(judged),
            words.writing.number(judged + tally.unknown)
        )
        return ["\(coverage): \(words.distribution(tally))"] + table.lines(width: width)
    }

    private func findings(_ item: ItemID) -> [String] {
        let findings = assessment.findings.of(item)
        guard !findings.isEmpty else { return [] }
        return [say("Findings")]
            + findings.flatMap { finding -> [String] in
                let place = [
                    finding.period.map { words.period($0, of: item) }, finding.agency.map { words.agency($0) },
                ]
                let prefix = place.compactMap { $0 }.joined(separator: ", ")
                return TerminalTable.wrap(
                    "\(prefix.isEmpty ? "" : prefix + ": ")\(words.sentence(finding.sentence))",
                    width: width,
                    indent: "  "
                )
            }
    }
}
