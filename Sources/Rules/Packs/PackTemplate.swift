import Language

/// The files of a new rule pack: small, commented, and passing its own tests.
package enum PackTemplate {
    /// The files by name.
    ///
    /// - Parameters:
    ///   - id: the identifier of the pack.
    ///   - language: the language of comments and of the names of cases; the texts of the pack are in all three.
    /// - Returns: the files.
    package static func files(id: String, language: String = "en") -> [(name: String, text: String)] {
        [("pack.yaml", pack), ("tests.yaml", tests)]
            .map { name, text in (name, translated(text, WrittenLanguage(tag: language)).replacing("PACK", with: id)) }
    }

    private static func translated(_ text: String, _ language: WrittenLanguage) -> String {
        guard language != .english else { return text }
        return RulesWords.template.reduce(text) { text, words in
            text.replacing(words.en, with: language == .russian ? words.ru : words.tk)
        }
    }

    /// Whether a name can be the identifier of a pack.
    package static func isIdentifier(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        guard (1...64).contains(bytes.count), let first = bytes.first, first != UInt8(ascii: "-"),
            first != UInt8(ascii: ".")
        else { return false }
        return bytes.allSatisfy { byte in
            (97...122).contains(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: ".")
        }
    }

    private static let pack = #"""
        # yaml-language-server: $schema=../../docs/schemas/rules.schema.json
        # A rule pack says how progress is judged. docs/rule-packs.md lists all that can stand here.
        # Look for mistakes with `nap check rules/PACK`, run its tests with `nap rules test PACK`.
        format: nap-rules/1
        id: PACK
        version: 1.0.0                # 1.0.1 for a mended text, 1.1.0 for a new rule, 2.0.0 where verdicts change
        title: {en: "PACK", ru: "PACK", tk: "PACK"}
        summary:
          en: "Holds the last value against the final target."
          ru: "Сопоставляет последнее значение с конечной целью."
          tk: "Soňky sany ahyrky maksat bilen deňeşdirýär."
        uses: [core]                  # so that the statuses of core, such as on-track, can be given
        parameters:
          enough:                     # a plan may set it between the bounds
            type: double
            default: 0.8
            low: 0.0
            high: 1.0
            title: {en: Share of the target that is enough, ru: "Доля цели, которой достаточно", tk: "Maksadyň ýeterlik paýy"}
        helpers:                      # named expressions that all others can call
          share_of:
            title: {en: Share of the target, ru: Доля цели, tk: Maksadyň paýy}
            parameters: {value: double}
            value: value / indicator.target

        indicator:
          # Nothing is said of indicators for which this is false. What can be absent is asked for with has(…).
          applies: indicator.numeric && indicator.direction == 'increase' && has(indicator.target) && indicator.target > 0.0
          measures:
            share:
              title: {en: Share of the target reached, ru: Достигнутая доля цели, tk: Maksadyň gazanylan paýy}
              format: percent
              when: has(indicator.latest) && has(indicator.latest.actual)
              value: share_of(indicator.latest.actual)
          verdicts:                   # from the top down, the first whose `when` holds gives the status
            - id: reached
              when: has(measures.share) && measures.share >= 1.0
              status: achieved
              because:
                en: "${indicator.latest.actual | number} of ${indicator.target | number} reached."
                ru: "Достигнуто ${indicator.latest.actual | number} из ${indicator.target | number}."
                tk: "${indicator.target | number} sandan ${indicator.latest.actual | number} gazanyldy."
            - id: enough
              when: has(measures.share) && measures.share >= params.enough
              status: on-track
              because:
                en: "${measures.share | percent} of the target; ${params.enough | percent} is enough."
                ru: "${measures.share | percent} цели; достаточно ${params.enough | percent}."
                tk: "Maksadyň ${measures.share | percent}; ${params.enough | percent} ýeterlik."
            - id: short
              when: has(measures.share)
              status: off-track
              because:
                en: "${measures.share | percent} of the target, less than ${params.enough | percent}."
                ru: "${measures.share | percent} цели, меньше ${params.enough | percent}."
                tk: "Maksadyň ${measures.share | percent}, ${params.enough | percent}-den az."
            - id: nothing-known       # the last has no `when`: it always holds
              status: no-data
              because: {en: "No value has been reported.", ru: "Значений нет.", tk: "Hiç bir san habar berilmedi."}

        report:
          checks:                     # questions to a report before it is taken: error, warning or info
            - id: far-above-target
              when: has(report.actual) && has(indicator.target) && indicator.target > 0.0 && share_of(report.actual) > 2.0
              severity: warning
              field: value
              message:
                en: "${report.actual | number} is more than twice the target of ${indicator.target | number}."
                ru: "${report.actual | number} более чем вдвое превышает цель ${indicator.target | number}."
                tk: "${report.actual | number} maksatdan (${indicator.target | number}) iki esse köp."

        """#

    private static let tests = #"""
        # Cases that the pack states about itself: facts, and what is said of them. `nap rules test` runs them and names the
        # rules that no case has reached. A fact that is left out is absent or, where it cannot be, 0, '' or false.
        format: nap-rule-tests/1
        cases:
          - name: the target is reached
            scope: indicator
            today: 2021-07-10
            given: {indicator: {numeric: true, direction: increase, target: 50, latest: {actual: 50}}}
            expect: {status: achieved, rule: reached, because: {en: "50 of 50 reached."}}
          - name: four fifths are enough
            scope: indicator
            today: 2021-07-10
            given: {indicator: {numeric: true, direction: increase, target: 50, latest: {actual: 40}}}
            expect: {status: on-track, rule: enough, measures: {share: 0.8}}
          - name: less is not
            scope: indicator
            today: 2021-07-10
            given: {indicator: {numeric: true, direction: increase, target: 50, latest: {actual: 39}}}
            expect: {status: off-track, rule: short}
          - name: a plan may want more
            scope: indicator
            today: 2021-07-10
            params: {enough: 0.9}
            given: {indicator: {numeric: true, direction: increase, target: 50, latest: {actual: 40}}}
            expect: {rule: short}
          - name: without a value nothing is known
            scope: indicator
            today: 2021-07-10
            given: {indicator: {numeric: true, direction: increase, target: 50}}
            expect: {status: no-data, rule: nothing-known, measures: {share: null}}
          - name: nothing is said of what is to decrease
            scope: indicator
            today: 2021-07-10
            given: {indicator: {numeric: true, direction: decrease, target: 50}}
            expect: {silent: true}
          - name: a value far above the target is questioned
            scope: report
            today: 2021-07-10
            given: {report: {actual: 101}, indicator: {target: 50}}
            expect: {checks: [far-above-target]}
          - name: twice the target is not
            scope: report
            today: 2021-07-10
            given: {report: {actual: 100}, indicator: {target: 50}}
            expect: {checks: []}

        """#
}
