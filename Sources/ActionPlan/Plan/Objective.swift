/// A node of the upper part of the plan's tree: an objective, section or goal.
package struct Objective: Hashable, Sendable {
    package var id: ItemID
    package var parent: ItemID?
    /// The number it bears in the printed plan.
    package var code: String?
    /// What the plan calls this level, such as *Section*.
    package var kind: LocalizedText?
    package var title: LocalizedText
    package var description: LocalizedText?
    package var lead: AgencyID?
    package var weight: Double
    package var provenance: Provenance

    /// An objective of its parts.
    package init(
        id: ItemID,
        parent: ItemID? = nil,
        code: String? = nil,
        kind: LocalizedText? = nil,
        title: LocalizedText,
        description: LocalizedText? = nil,
        lead: AgencyID? = nil,
        weight: Double,
        provenance: Provenance
    ) {
        self.id = id
        self.parent = parent
        self.code = code
        self.kind = kind
        self.title = title
        self.description = description
        self.lead = lead
        self.weight = weight
        self.provenance = provenance
    }
}
