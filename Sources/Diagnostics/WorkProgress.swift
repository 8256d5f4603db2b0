/// Tells whoever waits how far a long piece of work has come.
///
/// It is handed down to the work, which knows neither a clock nor a terminal: what is shown, and when, is up to whoever
/// made it.
package struct WorkProgress: Sendable {
    private let tell: (@Sendable (_ done: Int, _ total: Int) -> Void)?

    /// Nobody looks.
    package static let unseen = WorkProgress(tell: nil)

    private init(tell: (@Sendable (_ done: Int, _ total: Int) -> Void)?) { self.tell = tell }

    /// - Parameter tell: is told how many steps are done, of how many; it is called after each, so it has to be quick.
    package init(_ tell: @escaping @Sendable (_ done: Int, _ total: Int) -> Void) { self.tell = tell }

    /// Tells that some steps are done.
    package func callAsFunction(_ done: Int, of total: Int) { tell?(done, total) }

    /// Goes through some elements, and tells after each.
    package func over<Element>(_ elements: [Element], _ step: (Element) throws -> Void) rethrows {
        for (position, element) in elements.enumerated() {
            try step(element)
            self(position + 1, of: elements.count)
        }
    }
}
