/// Nodes and what they need to run.
struct Plan: Sendable {
    let root: Node
    let steps: Int
    private let budget: Int
    private let localCount: Int
    private let objectCount: Int
    private let objects: [(variable: Int, object: KnownObject)]

    init(_ expression: Expression, _ planner: Planner, budget: Int) {
        var planner = planner
        root = planner.plan(expression)
        steps = planner.nodeCount
        self.budget = budget
        localCount = planner.localCount
        objectCount = planner.objectCount
        objects = planner.objects
    }

    func run(_ variables: [Value?], _ recorder: Recorder? = nil) throws(EvaluationError) -> Value {
        try variables.withUnsafeBufferPointer { (variables) throws(EvaluationError) -> Value in
            let none = UnsafeMutableBufferPointer<Value?>(start: nil, count: 0)
            if localCount > 0 { return try runWithLocals(variables, recorder) }
            if objectCount > 0 { return try runWithObjects(variables, none, recorder) }
            return try run(variables, none, UnsafeMutableBufferPointer(start: nil, count: 0), recorder)
        }
    }

    private func runWithLocals(
        _ variables: UnsafeBufferPointer<Value?>,
        _ recorder: Recorder?
    ) throws(EvaluationError) -> Value {
        var value = Value.null
        var failure: EvaluationError?
        withUnsafeTemporaryAllocation(of: Value?.self, capacity: localCount) { locals in
            locals.initialize(repeating: nil)
            do throws(EvaluationError) {
                value = try runWithObjects(variables, locals, recorder)
            } catch let error {
                failure = error
            }
            locals.deinitialize()
        }
        if let failure { throw failure }
        return value
    }

    private func runWithObjects(
        _ variables: UnsafeBufferPointer<Value?>,
        _ locals: UnsafeMutableBufferPointer<Value?>,
        _ recorder: Recorder?
    ) throws(EvaluationError) -> Value {
        if objectCount == 1 {
            var place: UnsafePointer<Value?>?
            return try withUnsafeMutablePointer(to: &place) { (place) throws(EvaluationError) -> Value in
                try run(variables, locals, UnsafeMutableBufferPointer(start: place, count: 1), recorder)
            }
        }
        var value = Value.null
        var failure: EvaluationError?
        withUnsafeTemporaryAllocation(of: UnsafePointer<Value?>?.self, capacity: objectCount) { places in
            places.initialize(repeating: nil)
            do throws(EvaluationError) {
                value = try run(variables, locals, places, recorder)
            } catch let error {
                failure = error
            }
        }
        if let failure { throw failure }
        return value
    }

    @inline(__always)
    private func run(
        _ variables: UnsafeBufferPointer<Value?>,
        _ locals: UnsafeMutableBufferPointer<Value?>,
        _ places: UnsafeMutableBufferPointer<UnsafePointer<Value?>?>,
        _ recorder: Recorder?
    ) throws(EvaluationError) -> Value {
        var frame = Frame(
            variables: variables,
            locals: locals,
            objects: places,
            budget: Budget(steps: budget),
            failures: nil,
            recorder: recorder
        )
        defer { recorder?.steps = budget - frame.budget.steps }
        try frame.budget.spend(steps)
        if let base = variables.baseAddress {
            for (variable, object) in objects where variable < variables.count {
                object.note(base + variable, &frame)
            }
        }
        return try root.value(&frame)
    }
}
