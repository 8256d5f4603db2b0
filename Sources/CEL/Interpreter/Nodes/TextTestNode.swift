import Diagnostics

/// `contains`, `startsWith` and `endsWith` with a text that is always the same.
final class TextTestNode: BoolNode, @unchecked Sendable {
    /// Which question it is.
    enum Question: String, Sendable {
        case contains
        case startsWith
        case endsWith
    }

    private let question: Question
    private let text: Node
    private let part: [UInt8]

    init(_ question: Question, _ text: Node, _ part: String, _ range: Range<Int>) {
        self.question = question
        self.text = text
        self.part = Array(part.utf8)
        super.init(range)
    }

    override func bool(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        let value = try text.value(&frame)
        guard case .string(let text) = value else {
            throw EvaluationError(
                .noSuchOverload,
                "\(question.rawValue) does not take (\(value.typeName), string)",
                range: range
            )
        }
        try frame.budget.spend(text.utf8.count / Cost.bytesPerStep)
        return TextBytes.with(text) { bytes in
            switch question {
            case .startsWith: TextBytes.starts(bytes, with: part)
            case .endsWith: TextBytes.starts(bytes, at: bytes.count - part.count, with: part)
            case .contains: contains(bytes)
            }
        }
    }

    @inline(__always)
    private func contains(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = part.first else { return true }
        guard part.count <= bytes.count else { return false }
        // Trying every place is quickest, but only while the texts are short.
        guard part.count * bytes.count <= 16_384 else {
            return Search(part, length: bytes.count).first(in: bytes) != nil
        }
        for start in 0...(bytes.count - part.count) where bytes[start] == first {
            if TextBytes.starts(bytes, at: start, with: part) { return true }
        }
        return false
    }
}
