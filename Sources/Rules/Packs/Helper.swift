package import ActionPlan
import CEL

/// A named expression of a pack, with parameters or without, that its other expressions call.
package struct Helper: Sendable {
    package var title: LocalizedText?
    let definition: Definition

    package var id: String { definition.name }
    /// How it is called, with the types of what is handed over: `share(part: double, whole: double)`.
    package var signature: String {
        "\(id)(\(definition.parameters.map { "\($0.name): \($0.type)" }.joined(separator: ", ")))"
    }
    /// Its expression, as the file writes it.
    package var writtenValue: String { definition.text }
}
