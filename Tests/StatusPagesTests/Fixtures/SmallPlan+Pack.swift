extension SmallPlan {
    /// A pack with a rule for every kind of verdict that pages show.
    static let pack = """
        format: nap-rules/1
        id: small
        version: 1.0.0
        title: {en: Small rules, ru: Малые правила, tk: Kiçi düzgünler}
        summary: {en: Enough to judge bridges., ru: Достаточно для оценки мостов., tk: Köprülere baha bermek üçin ýeterlik.}
        cites:
          - title: {en: Handbook of bridges}
            url: https://example.org/handbook
            says: {en: Judge by what is there., ru: Судите по тому что есть., tk: Bar zada görä baha ber.}
        parameters:
          enough:
            type: double
            default: 0.9
            low: 0.5
            high: 1.0
            title: {en: On track from this share, ru: «По плану» от этой доли, tk: Şu paýdan meýilnama boýunça}
        statuses:
          - {id: achieved, title: {en: Achieved, ru: Достигнуто, tk: Ýerine ýetirildi}, rank: 0, group: good, color: blue, symbol: star, advice: {en: Nothing to do., ru: Действий не требуется., tk: Hiç zat gerek däl.}}
          - {id: on-track, title: {en: On track, ru: По плану, tk: Meýilnama boýunça}, rank: 10, group: good, color: green, symbol: check}
          - {id: trend, title: {en: Trend only, ru: Только динамика, tk: Diňe ugur}, rank: 20, group: neutral, color: violet, symbol: diamond}
          - {id: reported, title: {en: Reported, ru: Представлено, tk: Hasabat berildi}, rank: 21, group: neutral, color: blue, symbol: circle}
          - {id: not-due, title: {en: Not due yet, ru: Срок не наступил, tk: Möhleti gelmedi}, rank: 30, group: neutral, color: grey, symbol: ring, advice: {en: Wait., ru: Подождать., tk: Garaşmaly.}}
          - {id: at-risk, title: {en: At risk, ru: Есть риск, tk: Töwekgelçilik bar}, rank: 40, group: attention, color: amber, symbol: triangle, advice: {en: Ask the lead agency., ru: Спросить ответственное ведомство., tk: Jogapkär edaradan soraň.}}
          - {id: no-data, title: {en: No data, ru: Нет данных, tk: Maglumat ýok}, rank: 60, group: unknown, color: grey, symbol: question}
          - {id: off-track, title: {en: Off track, ru: Отставание, tk: Yza galýar}, rank: 70, group: bad, color: red, symbol: cross, advice: {en: Decide., ru: Принять решение., tk: Karar kabul ediň.}}
          - {id: overdue, title: {en: Overdue, ru: Просрочено, tk: Möhleti geçen}, rank: 80, group: bad, color: maroon, symbol: clock, advice: {en: Name a new date., ru: Назвать новый срок., tk: Täze möhleti aýdyň.}}
        period:
          measures:
            green_line:
              title: {en: On track from, ru: «По плану» от, tk: Şundan meýilnama boýunça}
              when: has(period.expected)
              value: params.enough * period.expected
          chart: {band: green_line}
          verdicts:
            - {id: absent, when: "period.state in ['not-due', 'due', 'overdue']", status: no-data, because: {en: No report., ru: Отчёта нет., tk: Hasabat ýok.}}
            - {id: there, status: reported, because: {en: "Reported.", ru: "Представлено.", tk: "Hasabat berildi."}}
        indicator:
          measures:
            pace:
              title: {en: Share of the expected, ru: Доля ожидаемого, tk: Garaşylanyň paýy}
              format: percent
              when: has(indicator.latest) && has(indicator.latest.actual) && has(indicator.latest.expected) && indicator.latest.expected > 0.0
              value: indicator.latest.actual / indicator.latest.expected
          verdicts:
            - {id: reached, when: indicator.achieved, status: achieved, because: {en: "Achieved on ${indicator.achieved_on | date}.", ru: "Достигнуто ${indicator.achieved_on | date}.", tk: "${indicator.achieved_on | date} senesinde ýerine ýetirildi."}}
            - {id: late, when: has(indicator.due) && indicator.due < today, status: overdue, because: {en: "Was due on ${indicator.due | date}; waits for ${indicator.waits_for | items}.", ru: "Срок был ${indicator.due | date}; ожидает: ${indicator.waits_for | items}.", tk: "Möhleti ${indicator.due | date} senesidi; garaşýar: ${indicator.waits_for | items}."}}
            - {id: context, when: indicator.direction == 'contextual', status: trend, because: {en: The trend is shown., ru: Показана динамика., tk: Ugur görkezilýär.}}
            - {id: good, when: has(measures.pace) && measures.pace >= params.enough, status: on-track, because: {en: "${measures.pace | percent} of what was expected; ${params.enough | percent} is enough.", ru: "${measures.pace | percent} ожидаемого; достаточно ${params.enough | percent}.", tk: "Garaşylanyň ${measures.pace | percent}; ${params.enough | percent} ýeterlik."}}
            - {id: slow, when: has(measures.pace) && measures.pace >= 0.5, status: at-risk, because: {en: "${measures.pace | percent} of what was expected; ${indicator.reports.late | integer} ${indicator.reports.late | forms: report / reports} late.", ru: "${measures.pace | percent} ожидаемого; с опозданием ${indicator.reports.late | integer} ${indicator.reports.late | forms: отчёт / отчёта / отчётов}.", tk: "Garaşylanyň ${measures.pace | percent}; ${indicator.reports.late | integer} hasabat gijä galdy."}}
            - {id: behind, when: has(measures.pace), status: off-track, because: {en: "${measures.pace | percent} of what was expected.", ru: "${measures.pace | percent} ожидаемого.", tk: "Garaşylanyň ${measures.pace | percent}."}}
            - {id: unknown, status: no-data, because: {en: Not known., ru: Неизвестно., tk: Näbelli.}}
        activity:
          bounds: {best: achieved, worst: off-track}
          verdicts:
            - {id: bad, when: activity.tally.bad > 0, status: off-track, because: {en: "${activity.tally.bad | integer} of ${activity.tally.total | integer} stand badly.", ru: "Плохо обстоят ${activity.tally.bad | integer} из ${activity.tally.total | integer}.", tk: "${activity.tally.total | integer} görkezijiden ${activity.tally.bad | integer} ýaramaz."}}
            - {id: unknown, when: activity.tally.good == 0, status: no-data, because: {en: Not known., ru: Неизвестно., tk: Näbelli.}}
            - {id: fine, status: on-track, because: {en: Stands well., ru: Всё идёт по плану., tk: Hemmesi meýilnama boýunça.}}
        objective:
          bounds: {best: achieved, worst: off-track}
          verdicts:
            - {id: bad, when: objective.tally.bad > 0, status: off-track, because: {en: "${objective.tally.bad | integer} of ${objective.tally.total | integer} stand badly.", ru: "Плохо обстоят ${objective.tally.bad | integer} из ${objective.tally.total | integer}.", tk: "${objective.tally.total | integer} çäreden ${objective.tally.bad | integer} ýaramaz."}}
            - {id: fine, status: at-risk, because: {en: Not enough is known., ru: Известно недостаточно., tk: Ýeterlik maglumat ýok.}}
        agency:
          verdicts:
            - {id: silent, when: agency.reports.overdue > 0, status: at-risk, because: {en: "${agency.reports.overdue | integer} ${agency.reports.overdue | forms: report is / reports are} overdue.", ru: "Просрочено: ${agency.reports.overdue | integer} ${agency.reports.overdue | forms: отчёт / отчёта / отчётов}.", tk: "${agency.reports.overdue | integer} hasabatyň möhleti geçen."}}
            - {id: punctual, status: on-track, because: {en: All is there., ru: Всё представлено., tk: Hemmesi bar.}}
        plan:
          bounds: {best: achieved, worst: off-track}
          verdicts:
            - {id: bad, when: plan.tally.bad > 0, status: off-track, because: {en: "${plan.tally.bad | integer} of ${plan.tally.total | integer} objectives stand badly.", ru: "Плохо обстоят цели: ${plan.tally.bad | integer} из ${plan.tally.total | integer}.", tk: "${plan.tally.total | integer} maksatdan ${plan.tally.bad | integer} ýaramaz."}}
            - {id: fine, status: on-track, because: {en: Stands well., ru: Всё идёт по плану., tk: Hemmesi meýilnama boýunça.}}
        report:
          checks:
            - {id: sum, when: has(report.partition_sum) && has(report.actual) && report.partition_sum != report.actual, severity: error, message: {en: "The parts give ${report.partition_sum | number}, the total is ${report.actual | number}.", ru: "Сумма частей ${report.partition_sum | number}, итог ${report.actual | number}.", tk: "Bölekleriň jemi ${report.partition_sum | number}, jemi ${report.actual | number}."}}
        """
}
