/// A plan small enough to read at a glance.
enum SmallPlan {
    static let text = """
        format: nap-plan/1
        plan:
          id: small
          title: {en: Small plan, ru: Малый план, tk: Kiçi meýilnama}
          start: 2021-01-01
          end: 2021-12-31
          languages: [en, ru, tk]
          calendar: halves
          provenance: {kind: illustrative}
          rules: [{pack: core, version: "1.0"}, {pack: pace, version: "1.0"}]
          headline: [pace, core]
          variation-reasons: [{id: covid-19, title: {en: Pandemic, ru: Пандемия, tk: Pandemiýa}}]
          correction-reasons: [{id: miscount, title: {en: Miscount, ru: Ошибка подсчёта, tk: Ýalňyş sanaldy}}]
        agencies:
          - {id: moi, title: {en: Interior, ru: МВД, tk: IIM}, kind: ministry, language: ru}
          - {id: moe, title: {en: Education, ru: Минобразования, tk: BM}, kind: ministry, language: tk}
        calendars:
          - {id: halves, frequency: half-yearly, due-day: 15, grace-days: 5}
        dimensions:
          - id: sex
            title: {en: Sex, ru: Пол, tk: Jynsy}
            partitions: true
            categories:
              - {id: female, title: {en: Women, ru: Женщины, tk: Aýallar}}
              - {id: male, title: {en: Men, ru: Мужчины, tk: Erkekler}}
        objectives:
          - id: o1
            title: {en: Prevention, ru: Профилактика, tk: Öňüni alyş}
            activities:
              - id: a1
                title: {en: Training, ru: Обучение, tk: Okuw}
                lead: moi
                indicators:
                  - id: i-trained
                    title: {en: People trained, ru: Обучено лиц, tk: Okadylanlar}
                    measure: unit
                    unit: {en: persons, ru: чел., tk: adam}
                    direction: increase
                    accumulation: per-period
                    disaggregation: [sex]
                    targets: [{period: 2021-H1, value: 100}, {period: 2021-H2, value: 100}]
                  - id: i-share
                    title: {en: Share, ru: Доля, tk: Paýy}
                    measure: percentage
                    numerator: {en: done, ru: сделано, tk: edilen}
                    denominator: {en: all, ru: всего, tk: hemmesi}
                    direction: increase
                    accumulation: point-in-time
                  - id: i-manual
                    title: {en: Manual printed, ru: Пособие издано, tk: Gollanma}
                    measure: milestone
                    due: 2021-06-30
                  - id: i-stage
                    title: {en: Stage of the law, ru: Стадия закона, tk: Kanunyň tapgyry}
                    measure: ordinal
                    direction: increase
                    scale:
                      - {id: drafted, title: {en: Drafted, ru: Проект, tk: Taslama}}
                      - {id: adopted, title: {en: Adopted, ru: Принят, tk: Kabul edildi}}
              - id: a2
                title: {en: Meetings, ru: Встречи, tk: Duşuşyklar}
                lead: moe
        """
}
