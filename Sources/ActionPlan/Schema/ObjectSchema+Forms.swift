extension ObjectSchema {
    /// The same, written out: an object for each of the forms that it can have, of which every value fits at most one.
    ///
    /// Conditions on what tells the forms apart are gone then: what they ask for stands in the form itself. Programs that
    /// make requests from a description, and people, take that in where they would have to work out the other.
    package var forms: [ObjectSchema] {
        exactlyOne.flatMap { group -> [ObjectSchema] in
            var form = self
            form.exactlyOne = []
            form.remove(Set(exactlyOne.joined()).subtracting(group))
            form.require(group)
            return form.settled()
        }
    }

    private mutating func remove(_ names: Set<String>) {
        properties.removeAll { names.contains($0.name) }
    }

    private mutating func require(_ names: [String]) {
        for position in properties.indices where names.contains(properties[position].name) {
            properties[position].isRequired = true
        }
    }

    /// Decides the conditions that can be: once for each value of a key on whose values some depend.
    private func settled() -> [ObjectSchema] {
        var form = self
        for (position, condition) in form.conditions.enumerated() {
            let property = form.properties.first { $0.name == condition.key }
            let names = Set(form.properties.map(\.name))
            if let property, names.isSuperset(of: condition.requires) {
                guard property.isRequired else { continue }
                guard condition.values == nil else {
                    guard let values = property.schema.words else { continue }
                    return values.flatMap { form.with(condition.key, being: $0).settled() }
                }
                form.require(condition.requires)
                form.remove(Set(condition.forbids))
            } else if property != nil {
                // What it asks for belongs to another form.
                guard condition.values == nil else { continue }
                form.remove([condition.key])
            }
            form.conditions.remove(at: position)
            return form.settled()
        }
        return [form]
    }

    /// The same where a key has one value, with which its conditions are decided.
    private func with(_ key: String, being word: Schema) -> ObjectSchema {
        var form = self
        for position in form.properties.indices where form.properties[position].name == key {
            let description = form.properties[position].schema.description
            form.properties[position].schema = Schema(word.kind, description)
        }
        form.conditions.removeAll { $0.key == key && $0.values != nil }
        for condition in conditions where condition.key == key && condition.values?.contains(word.word ?? "") == true {
            form.require(condition.requires)
            form.remove(Set(condition.forbids))
        }
        return form
    }
}

extension Schema {
    /// A schema for each value, where there are few; nil where there are not.
    fileprivate var words: [Schema]? {
        switch kind {
        case .boolean(nil): [Schema(.boolean(true)), Schema(.boolean(false))]
        case .boolean, .word: word.map { _ in [self] }
        default: nil
        }
    }

    /// The only value, in words.
    fileprivate var word: String? {
        switch kind {
        case .boolean(let value): value.map(String.init)
        case .word(let words): words.count == 1 ? words[0] : nil
        default: nil
        }
    }
}
