/// Finds the word that was probably meant.
public enum Suggestion {
    /// The candidate nearest to a word, if it is near enough to be what was meant: at most a third of the
    /// word's length in insertions, deletions, replacements and swaps of neighbours, and no other as near.
    ///
    /// Letters differing only in case, and `_` for `-`, count as near; and where nothing is near, the one candidate that
    /// begins with most of the word or begins it, so that `agencies` is found for `agency` and `chair` for `chairman`.
    public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        let wanted = fold(word)
        guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
        let limit = max(1, wanted.count / 3)
        var best: (candidate: String, distance: Int)?
        var tied = false
        for candidate in candidates {
            let folded = fold(candidate)
            guard abs(folded.count - wanted.count) <= limit else { continue }
            let distance = editDistance(wanted, folded)
            guard distance <= limit else { continue }
            if let current = best, distance >= current.distance {
                if distance == current.distance, candidate != current.candidate { tied = true }
            } else {
                best = (candidate, distance)
                tied = false
            }
        }
        if best == nil { return onlyOne(beginningWith: wanted, among: candidates) }
        return tied ? nil : best?.candidate
    }

    private static func onlyOne(beginningWith word: [UInt8], among candidates: some Sequence<String>) -> String? {
        let length = max(4, word.count - 1)
        guard word.count >= length else { return nil }
        let matching = candidates.filter { candidate in
            let folded = fold(candidate)
            return folded.starts(with: word.prefix(length))
                || folded.count >= 4 && 2 * folded.count >= word.count && word.starts(with: folded)
        }
        return matching.count == 1 ? matching.first : nil
    }

    private static func fold(_ word: String) -> [UInt8] {
        word.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
            case UInt8(ascii: "_"): UInt8(ascii: "-")
            default: byte
            }
        }
    }

    /// The optimal string alignment distance.
    static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                let substitution = last[column] + (left[row] == right[column] ? 0 : 1)
                var cost = min(substitution, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
