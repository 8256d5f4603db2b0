/// A dated change of the plan.
package struct Amendment: Hashable, Sendable {
    package var id: String
    /// The first day on which it holds.
    package var inForce: Day
    package var title: LocalizedText
    package var decision: LocalizedText?
    package var provenance: Provenance
    package var changes: [Change]

    /// What changes for one item; nil fields stay as they are.
    package struct Change: Hashable, Sendable {
        package var item: ItemID
        package var title: LocalizedText?
        package var lead: AgencyID?
        /// The new last day of an activity.
        package var end: Day?
        /// The new due day of a milestone.
        package var due: Day?
        package var finalTarget: FinalTarget?
        package var periodTargets: [PeriodID: TargetValue]
        package var cancelled: Bool
    }
}
