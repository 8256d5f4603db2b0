import Foundation
import HTTPTypes
import NIOCore
import NIOHTTPTypes
import Synchronization

/// Answers questions for public pages that are at hand, on the connection itself: nobody has to be known for them, and
/// nothing waits for the disk.
///
/// Whatever else is asked goes on to the router, and so do these where an answer of the router is still under way: answers
/// come in the order of the questions. They are counted, not logged one by one.
final class PublicPages: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let store: PageStore
    private let figures: ServiceFigures
    /// How many answers of the router are under way.
    private var waiting = 0
    /// The page that is answered when the request has ended.
    private var answer: (page: PageStore.Page, request: HTTPRequest)?

    /// - Parameters:
    ///   - store: the pages.
    ///   - figures: where answers are counted.
    init(_ store: PageStore, figures: ServiceFigures) {
        self.store = store
        self.figures = figures
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let part = unwrapInboundIn(data)
        switch part {
        case .head(let request):
            answer = waiting == 0 ? page(for: request).map { ($0, request) } : nil
            guard answer == nil else { return }
            waiting += 1
        case .body: guard answer == nil else { return }
        case .end:
            if let answer {
                self.answer = nil
                return send(answer.page, to: answer.request, context)
            }
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { waiting = max(0, waiting - 1) }
        context.write(data, promise: promise)
    }

    private func page(for request: HTTPRequest) -> PageStore.Page? {
        guard request.method == .get || request.method == .head, let path = request.path,
            path.utf8.starts(with: Self.prefix), request.headerFields[.connection] == nil,
            request.headerFields[.contentLength] == nil, request.headerFields[.transferEncoding] == nil,
            request.headerFields[.authorization] == nil
        else { return nil }
        let parts = path.dropFirst(Self.prefix.count).split(separator: "/", omittingEmptySubsequences: false)
        return PageStore.path(parts == [""] ? [] : parts, of: .public).flatMap(store.keptPage)
    }

    private func send(_ page: PageStore.Page, to request: HTTPRequest, _ context: ChannelHandlerContext) {
        let wanted = EntityTags(request.headerFields[values: .ifNoneMatch])
        let isKnown = wanted?.contains(page.tag, weakly: true) == true
        var head = HTTPResponse(
            status: isKnown ? .notModified : .ok,
            headerFields: isKnown ? page.notModifiedHead : page.head
        )
        head.headerFields[.date] = HTTPDate.now
        figures.countPublicPage(isKnown: isKnown)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if !isKnown, request.method == .get { context.write(wrapOutboundOut(.body(page.body)), promise: nil) }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }

    private static let prefix = Array("/public/".utf8)
}

/// The time as the heads of answers have it (RFC 9110, 5.6.7).
enum HTTPDate {
    private static let latest = Mutex<(second: Int, text: String)>((0, ""))

    /// Now; written once a second.
    static var now: String {
        let second = time(nil)
        return latest.withLock { latest in
            if latest.second != second { latest = (second, text(second)) }
            return latest.text
        }
    }

    /// A time by the seconds since the beginning of 1970.
    static func text(_ second: Int) -> String {
        var instant = time_t(second)
        var parts = tm()
        gmtime_r(&instant, &parts)
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let day = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][Int(parts.tm_wday)]
        let month = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][
            Int(parts.tm_mon)
        ]
        let clock = "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))"
        return "\(day), \(two(parts.tm_mday)) \(month) \(parts.tm_year + 1_900) \(clock) GMT"
    }
}
