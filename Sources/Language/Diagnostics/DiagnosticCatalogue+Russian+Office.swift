/// Accounts, documents, contributions of several agencies, sealed files.
extension DiagnosticCatalogue {
    static let russianOffice: [String: String] = [
        "“{1}” is not possible for {2}: there is no such account yet":
            "действие «{1}» для {2} невозможно: такой учётной записи ещё нет",
        "{1}: nobody decides on an account of their own":
            "{1}: никто не принимает решений о собственной учётной записи",
        "{1} has the role “{2}” for {3} already": "у {1} уже есть роль «{2}» для {3}",
        "{1} does not have the role “{2}” for {3}": "у {1} нет роли «{2}» для {3}",
        "another person with the right to do so has to": "это должен сделать другой человек, имеющий на это право",
        "invite": "приглашение",
        "open the account": "открытие учётной записи",
        "grant a role": "выдача роли",
        "withdraw a role": "отзыв роли",
        "replace what it is opened with": "замена данных для входа",
        "disable": "закрытие",
        "enable again": "повторное открытие",
        "invited": "приглашён",
        "open": "открыта",
        "disabled": "закрыта",
        "focal point": "ответственное лицо",
        "reviewer": "проверяющий",
        "secretariat": "секретариат",
        "chair": "председатель",
        "{1} may not do this in the role “{2}”": "{1} не может делать это в роли «{2}»",
        "the secretariat or the chair": "секретариат или председатель",
        "the secretariat": "секретариат",
        "{1} is empty": "{1}: пустой файл",
        "{1} is of a type that is not taken": "{1}: файлы этого вида не принимаются",
        "{1} calls itself {2}, but holds something else": "{1} назван как {2}, но содержит другое",
        "{1} breaks off before its end": "{1} обрывается до конца",
        "{1} holds macros": "{1} содержит макросы",
        "{1} is not the document whose SHA-256 is given": "{1} — не тот документ, чей SHA-256 указан",
        "{1} changed while it was read": "{1} изменился во время чтения",
        "there is no document {1}": "документа {1} нет",
        "the document {1} is not as it was attached": "документ {1} не такой, каким был приложен",
        "`sha256: {1}`, or the other document": "`sha256: {1}` или другой документ",
        "was it still being written or downloaded?": "он ещё записывался или загружался?",
        "save it without macros": "сохраните его без макросов",
        "close it in other programs and try again": "закройте его в других программах и попробуйте снова",
        "restore the folder of attachments from a backup": "восстановите папку приложений из резервной копии",
        "entry {1} names it": "его называет запись {1}",
        "no report names the document {1}": "ни один отчёт не называет документ {1}",
        "{1} is no document that was attached": "{1} — не приложенный документ",
        "it can be removed": "его можно удалить",
        "{1} is to be attached, but it is not said what it is": "{1} нужно приложить, но не сказано, что это",
        "the title of the document in the column for evidence": "название документа в столбце подтверждения",
        "the file is not byte for byte what it was when it was last closed":
            "файл отличается от того, каким был при последнем закрытии",
        "every bit of the file is as it was when the file was last closed":
            "каждый бит файла такой же, каким был при последнем закрытии",
        "there is no digest of the file's bytes: it is in use, or was not closed in good order":
            "контрольной суммы файла нет: он используется или не был закрыт как следует",
        "the report was due on {1}; it counts as late, days: {2}":
            "отчёт надо было сдать {1}; он считается опоздавшим, дней: {2}",
        "“{1}” stands behind the report of {2} too: the same thing would be counted twice":
            "на «{1}» ссылается и отчёт {2}: одно и то же было бы учтено дважды",
        "the lead's {1} is just what the others reported together: they would be counted twice":
            "данные ведущего ведомства ({1}) точно равны сумме данных остальных: они были бы учтены дважды",
        "report only what no other agency reports": "сообщайте только то, о чём не сообщает другое ведомство",
        "only the lead's figure counts for {1}, but it has no lead":
            "для {1} считаются только данные ведущего ведомства, но оно не названо",
        "`lead` on it, its activity or its objective": "`lead` у него, у его мероприятия или задачи",
        "the figures for {1} stand apart, so that nothing can be held against its target":
            "данные для {1} не складываются, и с целевым значением сравнить нечего",
        "`combine: sum`, or no target": "`combine: sum` или без целевого значения",
        "This was taken before; nothing is stored twice.": "Это уже принято; ничего не сохраняется дважды.",
        "{1} is no role": "{1} – не роль",
        "agency, reviewer, secretariat or chair": "agency, reviewer, secretariat или chair",
        "{1} <{2}> is no name and e-mail address": "{1} <{2}> – не имя с адресом электронной почты",
        "{1} – stop with Ctrl-C": "{1} – остановить: Ctrl-C",
        "{1} is no period of this plan": "{1} — не период этого плана",
        "{1} is no item of this plan": "{1} — не пункт этого плана",
        "Closed and on disk: {1}.": "Закрыт и записан на диск: {1}.",
        "Opened and on disk: {1}.": "Открыт и записан на диск: {1}.",
        "Recorded and on disk.": "Записано на диск.",
    ]
}
