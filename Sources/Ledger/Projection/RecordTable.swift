import ActionPlan

/// Records of reports by their places in the order of keys, filled in whatever order events come.
///
/// A million records are a few hundred megabytes: they are built where they stay and moved, never copied.
final class RecordTable {
    private let slots: UnsafeMutableBufferPointer<ReportRecord>
    private var isFilled: [Bool]

    /// A table of so many places, all empty.
    init(count: Int) {
        slots = .allocate(capacity: count)
        isFilled = Array(repeating: false, count: count)
    }

    deinit {
        for place in isFilled.indices where isFilled[place] { slots.deinitializeElement(at: place) }
        slots.deallocate()
    }

    /// Takes up what happened to the report at a place.
    ///
    /// - Throws: ``IllegalTransition``, and the record is as before.
    func apply(_ event: ReportEvent, at place: Int) throws(IllegalTransition) {
        if isFilled[place] {
            try slots[place].apply(event)
        } else {
            slots.initializeElement(at: place, to: try ReportRecord(event))
            isFilled[place] = true
        }
    }

    /// The records in the order of their places, without those that are empty; the table is empty afterwards.
    func takeAll() -> [ReportRecord] {
        let count = isFilled.count { $0 }
        return Array(unsafeUninitializedCapacity: count) { buffer, initialized in
            for place in isFilled.indices where isFilled[place] {
                buffer.initializeElement(at: initialized, to: slots.moveElement(from: place))
                isFilled[place] = false
                initialized += 1
            }
        }
    }
}
