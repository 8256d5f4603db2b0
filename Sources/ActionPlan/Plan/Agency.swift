/// A body that acts under the plan or reports on it.
package struct Agency: Hashable, Sendable {
    package var id: AgencyID
    package var title: LocalizedText
    package var shortTitle: LocalizedText?
    package var kind: Kind
    /// The language in which it reports, a BCP 47 tag.
    package var language: String?
    package var memberships: [Membership]
    package var provenance: Provenance

    /// What sort of body it is.
    package enum Kind: String, Sendable, CaseIterable {
        case ministry
        case stateBody = "state-body"
        case parliament
        case court
        case prosecution
        case ombudsman
        case research
        case publicAssociation = "public-association"
        case economicSociety = "economic-society"
        case mission
        case internationalOrganization = "international-organization"
        case other
    }

    /// An agency of its parts.
    package init(
        id: AgencyID,
        title: LocalizedText,
        shortTitle: LocalizedText? = nil,
        kind: Kind,
        language: String? = nil,
        memberships: [Membership],
        provenance: Provenance
    ) {
        self.id = id
        self.title = title
        self.shortTitle = shortTitle
        self.kind = kind
        self.language = language
        self.memberships = memberships
        self.provenance = provenance
    }
}

/// That an agency belongs, or belonged, to a coordinating body.
package struct Membership: Hashable, Sendable {
    /// The identifier of the coordinating body.
    package var body: String
    package var role: Role
    /// The first day on which it is known to have been a member, if known.
    package var from: Day?
    /// The last day, if it has ended.
    package var until: Day?
    package var provenance: Provenance

    package enum Role: String, Sendable, CaseIterable {
        case chair
        case deputyChair = "deputy-chair"
        case secretariat
        case member
        case observer
    }

    /// Whether it is known to hold on a day.
    package func holds(on day: Day) -> Bool {
        (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
    }
}

/// A body in which agencies meet, such as a working group.
package struct CoordinatingBody: Hashable, Sendable {
    package var id: String
    package var title: LocalizedText
    package var provenance: Provenance
}
