import XMLReading

/// What a plan knows and IATI has no place for, in a namespace of its own, as the standard allows it: whoever does not
/// know it passes it over.
enum IATIExtension {
    static let namespace = "urn:nap:plan:1"
}

extension XMLElement {
    /// The value of an attribute of the extension.
    func own(_ local: String) -> String? { attribute(local, in: IATIExtension.namespace)?.value }

    /// The elements of the extension that bear a name.
    func allOwn(_ local: String) -> [XMLElement] {
        children.filter { $0.name.local == local && $0.name.namespace == IATIExtension.namespace }
    }
}
