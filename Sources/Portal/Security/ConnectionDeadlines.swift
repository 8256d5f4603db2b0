import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Closes connections that say nothing, or say it too slowly.
///
/// A connection that is open has to send the whole head of a request within one deadline, counted from its opening or
/// from the moment at which the last answer was sent, the whole body within another, and has to take the answer within a
/// third. Deadlines are absolute: a byte now and then does not prolong them.
final class ConnectionDeadlines: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let head: TimeAmount
    private let body: TimeAmount
    private let answer: TimeAmount
    private let figures: ServiceFigures?
    private var deadline = NIODeadline.distantFuture
    /// How many requests have begun to which no answer has been given yet: one may be answered before it has come whole.
    private var unanswered = 0
    /// Whether a request has begun that has not come whole.
    private var isReceiving = false
    /// When it is looked next whether the deadline has passed: never later than that, so that little is scheduled anew.
    private var look: (moment: NIODeadline, task: Scheduled<Void>)?

    /// - Parameters:
    ///   - head: how long a client may take for the head of a request, silence before it included.
    ///   - body: how long it may take for the body.
    ///   - answer: how long the service may take for the answer and the client for reading it.
    ///   - figures: where connections are counted.
    init(
        head: TimeAmount = .seconds(10),
        body: TimeAmount = .seconds(15),
        answer: TimeAmount = .seconds(120),
        figures: ServiceFigures? = nil
    ) {
        self.figures = figures
        self.head = head
        self.body = body
        self.answer = answer
    }

    func handlerAdded(context: ChannelHandlerContext) {
        figures?.countConnection(1)
        start(head, context.channel)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        figures?.countConnection(-1)
        look?.task.cancel()
    }

    func channelInactive(context: ChannelHandlerContext) {
        look?.task.cancel()
        context.fireChannelInactive()
    }

    /// Somebody else is about to answer on the connection.
    func answering(on channel: any Channel) { start(answer, channel) }

    /// The client has taken that answer.
    func answered(on channel: any Channel) {
        guard channel.isActive else { return }
        if isReceiving {
            // The time for what is still under way is not given anew.
            deadline = min(deadline, channel.eventLoop.now + body)
            return lookAgain(channel)
        }
        start(unanswered > 0 ? answer : head, channel)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            unanswered += 1
            isReceiving = true
            start(body, context.channel)
        case .body: break
        case .end:
            isReceiving = false
            // What was refused at once is answered by now, and nothing is waited for but another request.
            start(unanswered > 0 ? answer : head, context.channel)
        }
        context.fireChannelRead(data)
    }

    /// The last part of an answer: what is next is waited for once a client has taken it, however slow its line is.
    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .end = unwrapOutboundIn(data) else { return context.write(data, promise: promise) }
        unanswered = max(0, unanswered - 1)
        let written = promise ?? context.eventLoop.makePromise()
        written.futureResult.assumeIsolated()
            .whenSuccess { [self] in answered(on: context.channel) }
        context.write(data, promise: written)
    }

    private func start(_ limit: TimeAmount, _ channel: any Channel) {
        deadline = channel.eventLoop.now + limit
        lookAgain(channel)
    }

    private func lookAgain(_ channel: any Channel) {
        guard let look else { return lookAtDeadline(channel) }
        guard look.moment > deadline else { return }
        look.task.cancel()
        lookAtDeadline(channel)
    }

    private func lookAtDeadline(_ channel: any Channel) {
        let task = channel.eventLoop.assumeIsolated()
            .scheduleTask(deadline: deadline) { [self] in
                look = nil
                guard channel.isActive else { return }
                if channel.eventLoop.now >= deadline { return channel.close(mode: .all, promise: nil) }
                lookAtDeadline(channel)
            }
        look = (deadline, task)
    }
}
