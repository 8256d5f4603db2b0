import ActionPlan

/// Three verdicts side by side: what the agency claims, what the reviewer says, what the rules give.
extension AssessmentRun {
    /// Notes where the agency's claim or the reviewer's verdict on the latest period is another than the rules'.
    mutating func compare(_ item: ItemID, _ periods: [PeriodAssessment], _ verdicts: ItemVerdicts) {
        guard let headline = verdicts.headline, let status = assessor.statuses[headline.status],
            status.group != .unknown, status.group != .neutral,
            let latest = periods.last(where: { period in period.reports.contains(where: \.isReceived) })
        else { return }
        for part in latest.reports {
            if let claim = part.version?.content.claim, claim != headline.status, let claimed = assessor.statuses[claim]
            {
                findings.append(
                    disagreement(.claimDiffers, item, latest, part.agency, claimed, status, Self.claimDiffers)
                )
            }
            if let verdict = part.record?.effectiveReview?.verdict, verdict != headline.status,
                let judged = assessor.statuses[verdict]
            {
                findings.append(
                    disagreement(.reviewDiffers, item, latest, part.agency, judged, status, Self.reviewDiffers)
                )
            }
        }
    }

    private func disagreement(
        _ kind: Finding.Kind,
        _ item: ItemID,
        _ period: PeriodAssessment,
        _ agency: AgencyID,
        _ said: Status,
        _ computed: Status,
        _ template: SentenceTemplate
    ) -> Finding {
        Finding(
            kind: kind,
            severity: said.rank < computed.rank ? .warning : .information,
            item: item,
            period: period.period.id,
            agency: agency,
            sentence: Sentence(template, [.names([said.title]), .names([computed.title])])
        )
    }

    private static let claimDiffers = SentenceTemplate.ofTwo(
        en: ("The agency says “", "”; the rules give “", "”."),
        ru: ("Ведомство считает: «", "»; по правилам: «", "»."),
        tk: ("Edaranyň bahasy: «", "»; düzgünler boýunça: «", "».")
    )
    private static let reviewDiffers = SentenceTemplate.ofTwo(
        en: ("The reviewer says “", "”; the rules give “", "”."),
        ru: ("Проверяющий считает: «", "»; по правилам: «", "»."),
        tk: ("Barlagçynyň bahasy: «", "»; düzgünler boýunça: «", "».")
    )
}

extension SentenceTemplate {
    /// A sentence with two values between three stretches of words.
    fileprivate static func ofTwo(
        en: (String, String, String),
        ru: (String, String, String),
        tk: (String, String, String)
    ) -> SentenceTemplate {
        SentenceTemplate(
            expressions: [],
            languages: [("en", en), ("ru", ru), ("tk", tk)]
                .map { language, words in
                    Entry(
                        language: language,
                        parts: [.text(words.0), .value(0, .status), .text(words.1), .value(1, .status), .text(words.2)]
                    )
                }
        )
    }
}
