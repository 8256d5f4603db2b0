import ActionPlan
import Language
import Markup

/// Texts in several languages, and documents.
extension IATIExport {
    func narratives(_ text: LocalizedText, to xml: inout XMLWriter) {
        for entry in text.entries { xml.element("narrative", [("xml:lang", entry.language)], text: entry.text) }
    }

    /// A text that IATI has no place for.
    func text(_ role: String, _ text: LocalizedText?, to xml: inout XMLWriter) {
        guard let text else { return }
        xml.element("nap:text", [("role", role)]) { narrativesOfOwn(text, to: &$0) }
    }

    func categories(_ categories: [Dimension.Category], to xml: inout XMLWriter) {
        for category in categories {
            xml.element("nap:category", [("id", category.id)]) { narrativesOfOwn(category.title, to: &$0) }
        }
    }

    private func narrativesOfOwn(_ text: LocalizedText, to xml: inout XMLWriter) {
        for entry in text.entries { xml.element("nap:narrative", [("xml:lang", entry.language)], text: entry.text) }
    }

    /// A document under an address; the category is a code of IATI's list of them.
    func writeDocument(
        _ url: String,
        _ title: LocalizedText,
        category: String,
        date: Day?,
        source: String? = nil,
        to xml: inout XMLWriter
    ) {
        let format = url.lowercased().hasSuffix(".pdf") ? "application/pdf" : "text/html"
        xml.element("document-link", [("format", format), ("url", url), ("nap:source", source)]) { xml in
            xml.element("title") { narratives(title, to: &$0) }
            xml.empty("category", [("code", category)])
            if let date { xml.empty("document-date", [("iso-date", date.description)]) }
        }
    }

    /// Words of the program itself in the languages of the plan.
    func words(_ words: IATIWords) -> LocalizedText {
        LocalizedText(
            plan.languages.map { .init(language: $0, text: words.text(WrittenLanguage(tag: $0))) }
        )
    }
}

/// What the program itself says in an activity file.
enum IATIWords {
    case illustrative
    case perPeriod
    case cumulative
    case pointInTime
    case finalTarget
    case eachPeriod
    case partsWithheld
    case achieved
    case notAchieved

    func text(_ language: WrittenLanguage) -> String {
        switch language {
        case .russian: russian
        case .turkmen: turkmen
        default: english
        }
    }

    private var english: String {
        switch self {
        case .illustrative:
            "Illustrative: made up to show how progress is tracked, not taken from what any body said or did."
        case .perPeriod: "Counted anew in each period: values of several periods may be added up."
        case .cumulative: "A running total since the start of the plan: values of several periods must not be added up."
        case .pointInTime: "The state at the end of each period: values of several periods must not be added up."
        case .finalTarget: "The final target."
        case .eachPeriod: "The final target, for each period."
        case .partsWithheld: "Some parts are withheld to protect people."
        case .achieved: "Achieved."
        case .notAchieved: "Not achieved yet."
        }
    }

    private var russian: String {
        switch self {
        case .illustrative:
            "Условный пример: составлен, чтобы показать, как отслеживается выполнение, и не отражает слов или действий какого-либо органа."
        case .perPeriod: "Считается за каждый период отдельно: значения нескольких периодов можно складывать."
        case .cumulative: "Нарастающий итог с начала плана: значения нескольких периодов складывать нельзя."
        case .pointInTime: "Состояние на конец каждого периода: значения нескольких периодов складывать нельзя."
        case .finalTarget: "Конечный целевой показатель."
        case .eachPeriod: "Конечный целевой показатель, на каждый период."
        case .partsWithheld: "Часть данных не публикуется в целях защиты людей."
        case .achieved: "Достигнуто."
        case .notAchieved: "Пока не достигнуто."
        }
    }

    private var turkmen: String {
        switch self {
        case .illustrative:
            "Şertli mysal: ýerine ýetirilişiň nähili yzarlanýandygyny görkezmek üçin düzüldi, hiç bir edaranyň aýdan ýa-da eden işi däl."
        case .perPeriod: "Her döwürde aýratyn sanalýar: birnäçe döwrüň görkezijilerini goşup bolýar."
        case .cumulative: "Meýilnamanyň başyndan bäri jemi: birnäçe döwrüň görkezijilerini goşup bolmaýar."
        case .pointInTime: "Her döwrüň ahyryndaky ýagdaý: birnäçe döwrüň görkezijilerini goşup bolmaýar."
        case .finalTarget: "Ahyrky maksat görkezijisi."
        case .eachPeriod: "Ahyrky maksat görkezijisi, her döwür üçin."
        case .partsWithheld: "Adamlary goramak üçin käbir bölekleri çap edilmeýär."
        case .achieved: "Ýetildi."
        case .notAchieved: "Heniz ýetilmedi."
        }
    }
}
