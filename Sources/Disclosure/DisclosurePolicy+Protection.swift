import ActionPlan

extension DisclosurePolicy {
    /// Whether a count of persons must not become known.
    func protects(_ count: Int) -> Bool { count > 0 ? count < threshold : !publishesZero }
}
