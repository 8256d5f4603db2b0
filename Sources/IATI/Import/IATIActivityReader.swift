import ActionPlan
import Diagnostics
import XMLReading

/// Reads one activity, in whatever version of the standard it is written, and notes what is odd about it.
struct IATIActivityReader {
    var notes = Notes()
    /// How often texts are in each language.
    private(set) var languages: [String: Int] = [:]
    private var defaultLanguage = "en"

    private static let read: Set<String> = [
        "iati-identifier", "reporting-org", "title", "description", "participating-org", "activity-date", "result",
        "related-activity", "recipient-country", "activity-status",
    ]

    mutating func activity(_ element: XMLElement) -> IATIActivity {
        defaultLanguage = IATIValues.language(element.attribute("lang", in: XMLName.xml)?.value) ?? "en"
        var activity = IATIActivity(
            identifier: IATIValues.trimmed(element.part("iati-identifier")?.text ?? ""),
            span: element.span
        )
        if activity.identifier.isEmpty {
            notes.add("iati-no-identifier", "an activity without <iati-identifier>", at: element.span)
        }
        activity.updated = element["last-updated-datetime"].flatMap(IATIValues.moment)
        activity.title = element.part("title").flatMap { text($0) }
        activity.descriptions = element.parts("description")
            .compactMap { part in text(part).map { .init(role: part.own("role"), text: $0) } }
        activity.reporter = element.part("reporting-org").map { organisation($0) }
        activity.organisations = element.parts("participating-org").map { organisation($0) }
        for date in element.parts("activity-date") { take(date, into: &activity) }
        for related in element.parts("related-activity") {
            guard let reference = related["ref"].map(IATIValues.trimmed) else { continue }
            switch related["type"] {
            case "1": activity.parents.append(reference)
            case "2": activity.children.append(reference)
            default: notes.leaveBehind("related-activity", at: related.span)
            }
        }
        let country = element.parts("recipient-country").first?["code"].map(IATIValues.trimmed) ?? ""
        if country.utf8.count == 2, country.utf8.allSatisfy({ (65...90).contains($0) }) { activity.country = country }
        activity.results = element.parts("result").map { result($0) }
        takeOwn(of: element, into: &activity)
        for part in element.children where part.name.namespace != IATIExtension.namespace {
            if part.name.local == "document-link", part.own("source") != nil { continue }
            if !Self.read.contains(part.name.local) { notes.leaveBehind(part.name.local, at: part.span) }
        }
        return activity
    }

    private mutating func takeOwn(of element: XMLElement, into activity: inout IATIActivity) {
        activity.own.kind = element.own("kind")
        activity.own.id = element.own("id")
        activity.own.code = element.own("code")
        activity.own.isIllustrative = element.own("provenance") == "illustrative"
        activity.own.title = element.allOwn("text").first { $0["role"] == "kind" }.flatMap { ownTexts($0) }
        for part in element.parts("document-link") {
            guard let source = part.own("source"), let url = part["url"] else { continue }
            activity.documents.append(
                .init(
                    url: url,
                    title: part.part("title").flatMap { text($0) },
                    date: documentDate(part),
                    source: source
                )
            )
        }
        for part in element.allOwn("dimension") {
            guard let id = part["id"], let title = text(part) else { continue }
            activity.own.dimensions.append(
                Dimension(
                    id: id,
                    title: title,
                    partitions: part["partitions"] == "true",
                    categories: ownCategories(part)
                )
            )
        }
    }

    // MARK: - Texts

    /// The narratives of an element, or its own characters, as versions before 2 have them.
    mutating func text(_ element: XMLElement) -> LocalizedText? {
        localized(element.parts("narrative"), element)
    }

    mutating func ownTexts(_ element: XMLElement) -> LocalizedText? {
        localized(element.allOwn("narrative"), element)
    }

    private mutating func localized(_ narratives: [XMLElement], _ element: XMLElement) -> LocalizedText? {
        var entries: [LocalizedText.Entry] = []
        for narrative in narratives.isEmpty ? [element] : narratives {
            let text = IATIValues.trimmed(narrative.text)
            guard !text.isEmpty else { continue }
            let language = self.language(of: narrative) ?? self.language(of: element) ?? defaultLanguage
            if let position = entries.firstIndex(where: { $0.language == language }) {
                entries[position] = .init(language: language, text: entries[position].text + " " + text)
            } else {
                entries.append(.init(language: language, text: text))
                languages[language, default: 0] += 1
            }
        }
        return entries.isEmpty ? nil : LocalizedText(entries)
    }

    private func language(of element: XMLElement) -> String? {
        IATIValues.language(element.attribute("lang", in: XMLName.xml)?.value)
    }

    mutating func ownCategories(_ element: XMLElement) -> [Dimension.Category] {
        var found: [Dimension.Category] = []
        for part in element.allOwn("category") {
            if let id = part["id"], let title = ownTexts(part) { found.append(.init(id: id, title: title)) }
        }
        return found
    }

    // MARK: - Organisations and dates

    private mutating func organisation(_ element: XMLElement) -> IATIActivity.Organisation {
        let reference = element["ref"].map(IATIValues.trimmed)
        return IATIActivity.Organisation(
            reference: reference.flatMap { $0.isEmpty ? nil : $0 },
            name: text(element),
            type: element["type"],
            role: element["role"].map(Self.role),
            span: element.span,
            ownID: element.own("agency"),
            ownRole: element.own("role").flatMap(IATIRole.init(rawValue:)),
            ownKind: element.own("kind").flatMap(Agency.Kind.init(rawValue:)),
            language: element.own("language")
        )
    }

    /// Versions before 2 name roles in words.
    private static func role(_ text: String) -> String {
        switch text.lowercased() {
        case "funding": "1"
        case "accountable": "2"
        case "extending": "3"
        case "implementing": "4"
        default: text
        }
    }

    /// Planned days hold; actual ones stand in where there are none.
    private mutating func take(_ element: XMLElement, into activity: inout IATIActivity) {
        guard let day = date(of: element) else { return }
        switch element["type"]?.lowercased() {
        case "1", "start-planned": activity.start = day
        case "2", "start-actual": activity.start = activity.start ?? day
        case "3", "end-planned":
            activity.end = day
            activity.stated = element.parts("narrative").first.map { IATIValues.trimmed($0.text) }
            activity.own.timing = element.own("timing")
            activity.own.every = element.own("every")
            activity.own.assumesDays = element.own("assumed") != nil
        case "4", "end-actual": activity.end = activity.end ?? day
        default:
            notes.add("iati-unknown-code", "\(element["type"] ?? "") is no type of date", at: element.span)
        }
    }

    /// A day in `iso-date`, or between the tags.
    mutating func date(of element: XMLElement) -> Day? {
        let text = element["iso-date"] ?? element.text
        if let day = IATIValues.day(text) { return day }
        notes.add(
            "iati-no-date",
            "\(IATIValues.trimmed(text)) is no date",
            at: element.attribute("iso-date")?.span ?? element.span,
            expected: "a date such as 2021-04-29, from \(IATIValues.years.lowerBound) to \(IATIValues.years.upperBound)"
        )
        return nil
    }

    func documentDate(_ element: XMLElement) -> Day? {
        element.part("document-date")?["iso-date"].flatMap(IATIValues.day)
    }
}

extension XMLElement {
    /// The elements of the standard that bear a name: whatever namespace they are in, but not the extension's.
    func parts(_ local: String) -> [XMLElement] {
        children.filter { $0.name.local == local && $0.name.namespace != IATIExtension.namespace }
    }

    /// The first of them.
    func part(_ local: String) -> XMLElement? { parts(local).first }
}
