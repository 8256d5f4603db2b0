import ActionPlan
import Language
import Rules

/// What entries say, in a language.
struct HistoryWords {
    private let names: HistoryNames
    private var language: WrittenLanguage { names.language }

    init(_ names: HistoryNames) { self.names = names }

    /// What happened that is no report.
    func what(_ event: LedgerEvent) -> String {
        switch event {
        case .report(let report): return step(report.action.kind)
        case .period(let period):
            return pick(
                period.change == .lock
                    ? ("locked", "закрыт период", "döwür ýapyldy") : ("unlocked", "открыт период", "döwür açyldy")
            ) + " \(period.period)" + (period.reason.map { ": " + text($0) } ?? "")
        case .account(let account): return "\(change(account.change)) \(account.account)"
        case .amendment(let amendment):
            return pick(("amendment noted", "учтена поправка", "üýtgetme hasaba alyndy")) + " \(amendment.amendment)"
        case .assessment(let assessment):
            let words =
                assessment.purpose == .published
                ? pick(("assessment published", "опубликована оценка", "baha çap edildi"))
                : pick(("assessment frozen", "зафиксирована оценка", "baha berkidildi"))
            return "\(words) \(language.shortDate(assessment.asOf))" + (assessment.meeting.map { " (\($0))" } ?? "")
        case .decision(let decision):
            return pick(("decided at", "решение заседания", "mejlisiň karary"))
                + " \(decision.meeting): \(text(decision.text))"
        }
    }

    /// A step on a report's way.
    func step(_ kind: ReportEvent.Kind) -> String {
        switch kind {
        case .draft: pick(("draft", "черновик", "garalama"))
        case .submit: pick(("submitted", "представлено", "iberildi"))
        case .return: pick(("returned", "возвращено", "yzyna gaýtaryldy"))
        case .verify: pick(("verified", "проверено", "tassyklandy"))
        case .correct: pick(("corrected", "исправлено", "düzedildi"))
        case .withdraw: pick(("withdrawn", "отозвано", "yzyna alyndy"))
        }
    }

    /// The figure that an agency gave, and its parts; nothing where it gave none.
    func said(_ event: ReportEvent) -> [String] {
        guard let content = event.action.content else { return [] }
        let cells = content.cells.map { cell in
            cell.categories.map(names.category).joined(separator: " + ") + ": " + language.number(cell.value)
        }
        return [value(content, of: event.key.item)] + (cells.isEmpty ? [] : [cells.joined(separator: "; ")])
    }

    /// Why it was done, and how it was judged.
    func reasons(_ event: ReportEvent) -> [String] {
        switch event.action {
        case .draftSaved, .submitted: return []
        case .corrected(_, let correction):
            return [names.reason(correction.reason) + (correction.text.map { ": " + text($0) } ?? "")]
        case .returned(let judgement), .verified(let judgement):
            let verdict = judgement.verdict.map { verdict in
                pick(("assessed as", "оценка", "baha")) + ": " + names.status(verdict)
            }
            return [judgement.reason.map(text), verdict].compactMap(\.self)
        case .withdrawn(let reason): return reason.map { [text($0)] } ?? []
        }
    }

    /// What an agency added to its figure.
    func particulars(_ event: ReportEvent) -> [String] {
        guard let content = event.action.content else { return [] }
        var lines: [String] = []
        func add(_ label: (en: String, ru: String, tk: String), _ words: String?) {
            if let words { lines.append(pick(label) + ": " + words) }
        }
        add(("comment", "комментарий", "düşündiriş"), content.comment.map(text))
        add(("reason for variation", "причина отклонения", "tapawudyň sebäbi"), content.variation.map(names.reason))
        add(("own assessment", "собственная оценка", "öz bahasy"), content.claim.map(names.status))
        for evidence in content.evidence {
            let words = [text(evidence.title), evidence.url, evidence.sha256.map { "SHA-256 \($0)" }]
            add(("evidence", "подтверждение", "subutnama"), words.compactMap(\.self).joined(separator: ", "))
        }
        return lines
    }

    private func change(_ change: AccountEvent.Change) -> String {
        switch change {
        case .invited: pick(("invited to account", "приглашение, учётная запись", "çakyldy, hasap"))
        case .opened: pick(("opened account", "открыта учётная запись", "hasap açyldy"))
        case .granted(let grant):
            pick(("role given", "выдана роль", "wezipe berildi")) + " \(grant.body)/\(grant.role.rawValue),"
        case .revoked(let grant, _):
            pick(("role taken", "отозвана роль", "wezipe alyndy")) + " \(grant.body)/\(grant.role.rawValue),"
        case .credentialReplaced:
            pick(
                (
                    "credential replaced of account", "заменены данные для входа, учётная запись",
                    "giriş maglumaty çalşyldy, hasap"
                )
            )
        case .disabled: pick(("disabled account", "закрыта учётная запись", "hasap ýapyldy"))
        case .enabled: pick(("enabled account", "вновь открыта учётная запись", "hasap gaýtadan açyldy"))
        }
    }

    private func value(_ content: ReportContent, of item: ItemID) -> String {
        let text =
            switch content.body {
            case .nilReport: pick(("nothing to report", "нечего сообщить", "habar berere zat ýok"))
            case .notApplicable(let why):
                pick(("not applicable", "не применимо", "degişli däl")) + ": " + self.text(why)
            case .value(let value): self.value(value, of: item)
            }
        let mark = content.provenance.isIllustrative ? " [" + pick(("illustrative", "условно", "şertli")) + "]" : ""
        return text + mark
    }

    private func value(_ value: ReportedValue, of item: ItemID) -> String {
        switch value {
        case .number(let number):
            language.number(number) + (names.unit(of: item).map { " (\($0))" } ?? "")
        case .ratio(let numerator, let denominator): "\(language.number(numerator)) / \(language.number(denominator))"
        case .category(let id), .level(let id): names.word(id, of: item)
        case .text(let text): self.text(text)
        case .milestone(let isAchieved, let day):
            isAchieved
                ? pick(("achieved", "достигнуто", "ýerine ýetirildi"))
                    + (day.map { " " + language.shortDate($0) } ?? "")
                : pick(("not achieved", "не достигнуто", "ýerine ýetirilmedi"))
        case .implementation(let status): implementation(status)
        }
    }

    private func implementation(_ status: ImplementationStatus) -> String {
        switch status {
        case .notStarted: pick(("not started", "не начато", "başlanmady"))
        case .underWay: pick(("under way", "выполняется", "ýerine ýetirilýär"))
        case .completed: pick(("completed", "выполнено", "ýerine ýetirildi"))
        case .suspended: pick(("suspended", "приостановлено", "togtadyldy"))
        case .cancelled: pick(("cancelled", "отменено", "ýatyryldy"))
        }
    }

    private func text(_ text: LocalizedText) -> String { text.best(for: language.rawValue).text }

    private func pick(_ words: (en: String, ru: String, tk: String)) -> String {
        switch language {
        case .english: words.en
        case .russian: words.ru
        case .turkmen: words.tk
        }
    }
}
