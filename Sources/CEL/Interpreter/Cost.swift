/// How many steps operations count for.
enum Cost {
    /// A call of a function: one step, and one for every 16 bytes or elements that it may go through.
    static func of(_ arguments: [Value]) -> Int {
        arguments.reduce(into: 1) { cost, value in
            switch value {
            case .string(let text): cost += text.utf8.count / 16
            case .bytes(let bytes): cost += bytes.count / 16
            case .list(let list): cost += list.count / 16
            case .map(let map): cost += map.count / 16
            default: break
            }
        }
    }
}
