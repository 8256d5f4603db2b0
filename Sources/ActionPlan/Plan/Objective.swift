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
}
