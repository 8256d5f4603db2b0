import ActionPlan

/// Records of reports by their places in the order of keys, filled in whatever order events come.
///
/// A million records are a few hundred megabytes: they are built where they stay and moved, never copied. Several threads
/// may fill it as long as no two touch the same place; who takes the records waits for all of them.
final class RecordTable: @unchecked Sendable {
    private let slots: UnsafeMutableBufferPointer<ReportRecord>
    private let isFilled: UnsafeMutableBufferPointer<Bool>

    /// A table of so many places, all empty.
    init(count: Int) {
        slots = .allocate(capacity: count)
        isFilled = .allocate(capacity: count)
        isFilled.initialize(repeating: false)
    }

    deinit {
        for place in isFilled.indices where isFilled[place] { slots.deinitializeElement(at: place) }
        slots.deallocate()
        isFilled.deallocate()
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
