import ActionPlan
import Language
import Ledger
import Rules

/// The life of a figure in words.
enum HistoryText {
    /// One entry: when, who, what.
    static func line(_ entry: LedgerEntry, language: String) -> String {
        let say = HistoryWords(language)
        let event = entry.event
        let when = event.moment.description.replacing("T", with: " ").replacing("Z", with: "")
        return "\(entry.number)  \(when) UTC  \(event.party.id): \(say.what(event))"
    }
}

/// What an entry says, in a language.
private struct HistoryWords {
    private let language: WrittenLanguage
    private let tag: String

    init(_ tag: String) {
        self.tag = tag
        language = WrittenLanguage(tag: tag)
    }

    func what(_ event: LedgerEvent) -> String {
        switch event {
        case .report(let report):
            let key = "\(report.key.item) \(report.key.period) \(report.key.agency)"
            return "\(step(report.action.kind)) \(key)" + details(report.action)
        case .period(let period):
            return pick(
                period.change == .lock
                    ? ("locked", "закрыт период", "döwür ýapyldy") : ("unlocked", "открыт период", "döwür açyldy")
            ) + " \(period.period)" + (period.reason.map { ": " + $0.best(for: tag).text } ?? "")
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
                + " \(decision.meeting): \(decision.text.best(for: tag).text)"
        }
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

    private func step(_ kind: ReportEvent.Kind) -> String {
        switch kind {
        case .draft: pick(("draft of", "черновик", "garalama"))
        case .submit: pick(("submitted", "представлено", "iberildi"))
        case .return: pick(("returned", "возвращено", "yzyna gaýtaryldy"))
        case .verify: pick(("verified", "проверено", "tassyklandy"))
        case .correct: pick(("corrected", "исправлено", "düzedildi"))
        case .withdraw: pick(("withdrawn", "отозвано", "yzyna alyndy"))
        }
    }

    private func details(_ action: ReportEvent.Action) -> String {
        switch action {
        case .draftSaved(let content), .submitted(let content): " = " + value(content)
        case .corrected(let content, let correction):
            " = \(value(content)) (\(correction.text?.best(for: tag).text ?? correction.reason))"
        case .returned(let judgement), .verified(let judgement):
            [judgement.reason?.best(for: tag).text, judgement.verdict?.rawValue].compactMap(\.self)
                .map { ": " + $0 }.joined()
        case .withdrawn(let reason): reason.map { ": " + $0.best(for: tag).text } ?? ""
        }
    }

    private func value(_ content: ReportContent) -> String {
        let text =
            switch content.body {
            case .nilReport: pick(("nothing to report", "нечего сообщить", "habar berere zat ýok"))
            case .notApplicable(let why):
                pick(("not applicable", "не применимо", "degişli däl")) + ": " + why.best(for: tag).text
            case .value(let value): self.value(value)
            }
        let mark = content.provenance.isIllustrative ? " [" + pick(("illustrative", "условно", "şertli")) + "]" : ""
        return text + mark
    }

    private func value(_ value: ReportedValue) -> String {
        switch value {
        case .number(let number): language.number(number)
        case .ratio(let numerator, let denominator): "\(language.number(numerator)) / \(language.number(denominator))"
        case .category(let id), .level(let id): id
        case .text(let text): text.best(for: tag).text
        case .milestone(let isAchieved, let day):
            isAchieved
                ? pick(("achieved", "достигнуто", "ýerine ýetirildi"))
                    + (day.map { " " + language.shortDate($0) } ?? "")
                : pick(("not achieved", "не достигнуто", "ýerine ýetirilmedi"))
        case .implementation(let status): status.rawValue
        }
    }

    private func pick(_ words: (en: String, ru: String, tk: String)) -> String {
        switch language {
        case .english: words.en
        case .russian: words.ru
        case .turkmen: words.tk
        }
    }
}
