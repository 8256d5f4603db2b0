/// The state of one evaluation.
struct Frame {
    /// Variables by slot; nil where a variable has no value.
    let variables: UnsafeBufferPointer<Value?>
    /// What the names of macros stand for, by slot; nil where nothing is known yet.
    let locals: UnsafeMutableBufferPointer<Value?>
    /// Where the fields of objects lie, by the numbers that the planner gave them; nil where they are of another type.
    let objects: UnsafeMutableBufferPointer<UnsafePointer<Value?>?>
    var budget: Budget
    /// Why names of `cel.bind` and `cel.block` have no value; nil while none has failed.
    var failures: BindingFailures?
    /// Where the values of parts are noted, if they are.
    let recorder: Recorder?
}

/// An object whose fields are read in several places, so that where they lie is found once.
struct KnownObject: Sendable {
    /// Its number in `Frame.objects`.
    let index: Int
    /// The type that it was declared with; the program keeps it alive.
    let type: ObjectIdentifier
    private let fieldCount: Int

    init(index: Int, type: ObjectType) {
        self.index = index
        self.type = ObjectIdentifier(type)
        fieldCount = type.fields.count
    }

    /// Notes where the fields of a value lie that is kept alive elsewhere.
    @inline(__always)
    func note(_ holder: UnsafePointer<Value?>?, _ frame: inout Frame) {
        if let holder, case .some(.object(let object)) = holder.pointee, ObjectIdentifier(object.type) == type,
            object.count == fieldCount
        {
            frame.objects[index] = object.place(0)
        } else {
            frame.objects[index] = nil
        }
    }
}

/// Why names of `cel.bind` and `cel.block` have no value, by slot.
final class BindingFailures {
    var errors: [Int: EvaluationError] = [:]
}

/// Notes what every part of an expression came to, where the plan was made for it, and how many steps it took.
final class Recorder {
    var steps = 0
    var outcomes: [Int: Result<Value, EvaluationError>] = [:]
}
