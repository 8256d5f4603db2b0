import ActionPlan
import Markup
import Tracker

/// Where somebody is in the list of reports that wait: which of them are shown, and from which on.
///
/// It goes along in the address of each page and in each form of the review, so that nobody is thrown back to the
/// beginning by a decision.
struct ReviewPlace: Equatable {
    var agency: AgencyID?
    var matter = Matter.all
    /// How many of those that are shown come on pages before.
    var start = 0

    /// What has to be the matter with a report.
    enum Matter: String, CaseIterable {
        case all
        /// Agency and rules disagree, or a check found something.
        case findings
        /// It came after its due day.
        case late
    }

    init(agency: AgencyID? = nil, matter: Matter = .all, start: Int = 0) {
        self.agency = agency
        self.matter = matter
        self.start = start
    }

    /// The place that a form carries or, without one, an address; what is no place is passed over.
    ///
    /// - Parameters:
    ///   - request: what came.
    ///   - form: the form that it brought, if any.
    init(_ request: PortalRequest, _ form: FormData) {
        func value(_ name: String) -> String? { form[name] ?? request.query(name) }
        agency = value(Self.agencyField).map(AgencyID.init(rawValue:))
            .flatMap { id in request.portal.workspace.plan.agencies.contains { $0.id == id } ? id : nil }
        matter = value(Self.matterField).flatMap(Matter.init(rawValue:)) ?? .all
        start = max(0, value(Self.startField).flatMap { Int($0) } ?? 0)
    }

    /// Names and values that say the place in an address or a form; none at the beginning.
    var fields: [(name: String, value: String)] {
        var fields: [(String, String)] = []
        if let agency { fields.append((Self.agencyField, agency.rawValue)) }
        if matter != .all { fields.append((Self.matterField, matter.rawValue)) }
        if start > 0 { fields.append((Self.startField, "\(start)")) }
        return fields
    }

    /// A path with the place as its query.
    func address(_ path: String, _ more: (name: String, value: String)...) -> String {
        let query = FormData(fields + more).urlEncoded
        return query.isEmpty ? path : "\(path)?\(query)"
    }

    static let agencyField = "agency"
    static let matterField = "matter"
    static let startField = "from"
}

extension Markup {
    /// Lets a form carry the place.
    mutating func hidden(_ place: ReviewPlace) {
        for field in place.fields { hidden(field.name, field.value) }
    }
}
