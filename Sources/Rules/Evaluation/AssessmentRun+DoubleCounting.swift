import ActionPlan

/// Whether the same thing is in the reports of two agencies that are added up.
extension AssessmentRun {
    /// Notes each pair of reports that show a sign of it, once.
    mutating func findDoubleCounting(_ indicator: Indicator, _ periods: [PeriodAssessment]) {
        guard indicator.contributors.count > 1 else { return }
        for period in periods {
            let parts = period.reports
                .compactMap { part in
                    part.isReceived ? part.version.map { (agency: part.agency, content: $0.content) } : nil
                }
                .sorted { $0.agency < $1.agency }
            for (position, part) in parts.enumerated() {
                let signs = DoubleCounting.signs(
                    in: part.content,
                    of: part.agency,
                    beside: Array(parts[..<position]),
                    on: indicator
                )
                for sign in signs { findings.append(finding(sign, indicator, period, part.agency)) }
            }
        }
    }

    private func finding(
        _ found: DoubleCounting,
        _ indicator: Indicator,
        _ period: PeriodAssessment,
        _ agency: AgencyID
    ) -> Finding {
        let template: SentenceTemplate =
            switch found.sign {
            case .sameDocument: Self.sameDocument
            case .leadHasTheOthers: Self.leadHasTheOthers
            }
        return Finding(
            kind: .doubleCounting,
            severity: .warning,
            item: indicator.id,
            period: period.period.id,
            agency: agency,
            sentence: Sentence(template, [.names([index.agency(found.other)?.title ?? LocalizedText([])])])
        )
    }

    private static let sameDocument = SentenceTemplate.ofOne(
        en: ("The same document stands behind the report of another agency, “", "”: is anything counted twice?"),
        ru: ("На тот же документ ссылается и другое ведомство, «", "»: не учтено ли что-то дважды?"),
        tk: ("Şol bir resminama başga edara hem salgylanýar, «", "»: iki gezek hasaba alnan zat ýokmy?")
    )
    private static let leadHasTheOthers = SentenceTemplate.ofOne(
        en: (
            "The lead agency's figure is exactly what the others reported together (see “",
            "”): is it the total, counted once more?"
        ),
        ru: (
            "Данные ведущего ведомства точно равны сумме данных остальных (см. «",
            "»): не учтён ли общий итог ещё раз?"
        ),
        tk: (
            "Esasy edaranyň sany beýleki edaralaryň bilelikde beren sanyna deň (seret: «",
            "»): jemi ikinji gezek hasaba alynmadymy?"
        )
    )
}

extension SentenceTemplate {
    /// A sentence with one value between two stretches of words.
    fileprivate static func ofOne(
        en: (String, String),
        ru: (String, String),
        tk: (String, String)
    ) -> SentenceTemplate {
        SentenceTemplate(
            expressions: [],
            languages: [("en", en), ("ru", ru), ("tk", tk)]
                .map { language, words in
                    Entry(language: language, parts: [.text(words.0), .value(0, .agency), .text(words.1)])
                }
        )
    }
}
