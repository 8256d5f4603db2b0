import Foundation
import Synchronization

/// What the service counts of itself, as Prometheus and those who speak its text format read it (version 0.0.4).
///
/// Names of routes stand in it, never addresses: those of one-time links hold a secret.
final class ServiceFigures: Sendable {
    private let state = Mutex(State())
    private let publicPages = Atomic<Int>(0)
    private let knownPublicPages = Atomic<Int>(0)
    private let openConnections = Atomic<Int>(0)
    private let started = Date()

    private struct State {
        var requests: [Request: Int] = [:]
        var durations: [String: Durations] = [:]
        var events: [Event: Int] = [:]
    }

    private struct Request: Hashable, Comparable {
        var route: String
        var method: String
        var status: Int

        static func < (left: Self, right: Self) -> Bool {
            (left.route, left.method, left.status) < (right.route, right.method, right.status)
        }
    }

    private struct Durations {
        var counts = [Int](repeating: 0, count: ServiceFigures.bounds.count)
        var count = 0
        var sum = 0.0
    }

    /// What happens now and then, and is worth a look where it happens often.
    enum Event: String, CaseIterable {
        case signInRefused = "nap_sign_ins_refused_total"
        case pagesWritten = "nap_pages_written_total"
        case failures = "nap_failures_total"

        var help: String {
            switch self {
            case .signInRefused: "Times that nobody was let in: a wrong password, or too many tries."
            case .pagesWritten: "Files of status pages that were written because their bytes changed."
            case .failures: "Faults of the service's own, such as pages that could not be written."
            }
        }
    }

    /// What the ledger and the process have to say at the moment.
    struct Standing {
        var entries: Int
        var keptPageBytes: Int
    }

    /// The bounds of durations, in seconds.
    private static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

    func count(_ method: String, _ route: String, status: Int, seconds: Double) {
        // Methods are few where a route was found; what strangers make up otherwise is not told apart.
        let request = Request(route: route, method: route == Self.noRoute ? "any" : method, status: status)
        state.withLock { state in
            state.requests[request, default: 0] += 1
            var durations = state.durations[route] ?? Durations()
            durations.count += 1
            durations.sum += seconds
            if let place = Self.bounds.firstIndex(where: { seconds <= $0 }) { durations.counts[place] += 1 }
            state.durations[route] = durations
        }
    }

    /// The name of the route of what has none.
    static let noRoute = "none"

    func countPublicPage(isKnown: Bool) {
        if isKnown {
            knownPublicPages.add(1, ordering: .relaxed)
        } else {
            publicPages.add(1, ordering: .relaxed)
        }
    }

    func count(_ event: Event, _ amount: Int = 1) { state.withLock { $0.events[event, default: 0] += amount } }

    func countConnection(_ change: Int) { openConnections.add(change, ordering: .relaxed) }

    /// All figures as text.
    func text(_ standing: Standing) -> String {
        let state = self.state.withLock { $0 }
        var lines: [String] = []
        func add(_ name: String, _ type: String, _ help: String, _ samples: [(labels: String, value: String)]) {
            lines += ["# HELP \(name) \(help)", "# TYPE \(name) \(type)"]
            lines += samples.map { "\(name)\($0.labels) \($0.value)" }
        }
        add(
            "nap_requests_total",
            "counter",
            "Requests answered by the router.",
            state.requests.sorted { $0.key < $1.key }
                .map { request, count in
                    (
                        "{route=\"\(Self.escaped(request.route))\",method=\"\(Self.escaped(request.method))\","
                            + "status=\"\(request.status)\"}", "\(count)"
                    )
                }
        )
        lines += ["# HELP nap_request_seconds Time until an answer begins.", "# TYPE nap_request_seconds histogram"]
        for (route, durations) in state.durations.sorted(by: { $0.key < $1.key }) {
            let label = "route=\"\(Self.escaped(route))\""
            var total = 0
            for (bound, count) in zip(Self.bounds, durations.counts) {
                total += count
                lines.append("nap_request_seconds_bucket{\(label),le=\"\(bound)\"} \(total)")
            }
            lines.append("nap_request_seconds_bucket{\(label),le=\"+Inf\"} \(durations.count)")
            lines.append("nap_request_seconds_sum{\(label)} \(durations.sum)")
            lines.append("nap_request_seconds_count{\(label)} \(durations.count)")
        }
        add(
            "nap_public_pages_total",
            "counter",
            "Public pages answered on the connection itself.",
            [
                ("{status=\"200\"}", "\(publicPages.load(ordering: .relaxed))"),
                ("{status=\"304\"}", "\(knownPublicPages.load(ordering: .relaxed))"),
            ]
        )
        for event in Event.allCases {
            add(event.rawValue, "counter", event.help, [("", "\(state.events[event] ?? 0)")])
        }
        add(
            "nap_connections",
            "gauge",
            "Connections that are open.",
            [("", "\(openConnections.load(ordering: .relaxed))")]
        )
        add("nap_ledger_entries", "gauge", "Entries of the ledger.", [("", "\(standing.entries)")])
        add("nap_kept_page_bytes", "gauge", "Bytes of pages kept at hand.", [("", "\(standing.keptPageBytes)")])
        if let resident = Self.residentBytes {
            add("process_resident_memory_bytes", "gauge", "Memory that the process has.", [("", "\(resident)")])
        }
        add(
            "process_start_time_seconds",
            "gauge",
            "When the process was started, since 1970.",
            [("", "\(Int(started.timeIntervalSince1970))")]
        )
        return lines.joined(separator: "\n") + "\n"
    }

    /// Where the system tells it.
    private static var residentBytes: Int? {
        guard let text = FileManager.default.contents(atPath: "/proc/self/statm") else { return nil }
        let fields = String(decoding: text, as: UTF8.self).split(separator: " ")
        return fields.dropFirst().first.flatMap { Int($0) }.map { $0 * Int(sysconf(Int32(_SC_PAGESIZE))) }
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
