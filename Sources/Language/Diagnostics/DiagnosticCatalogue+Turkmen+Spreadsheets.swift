extension DiagnosticCatalogue {
    /// What is said of workbooks and of published tables, in Turkmen; it awaits review by a native reader.
    static let turkmenSpreadsheets: [String: String] = [
        "{1} is no spreadsheet, or it is damaged": "{1} elektron tablisa däl ýa-da faýl zaýalanan",
        "a workbook saved as XLSX or ODS": "XLSX ýa-da ODS görnüşinde saklanan kitap",
        "open it in the spreadsheet program and save it again as “Excel Workbook (.xlsx)”":
            "faýly tablisa programmasynda açyň we «Excel kitaby (.xlsx)» hökmünde täzeden saklaň",
        "{1} is an old Excel file (.xls), or it is protected by a password":
            "{1} köne Excel faýly (.xls) ýa-da parol bilen goralan faýl",
        "a workbook saved as XLSX, without password": "XLSX görnüşinde parolsyz saklanan kitap",
        "open it in the spreadsheet program and save it as “Excel Workbook (.xlsx)” without password":
            "faýly tablisa programmasynda açyň we «Excel kitaby (.xlsx)» hökmünde parolsyz saklaň",
        "{1} is protected by a password": "{1} parol bilen goralan",
        "open it in the spreadsheet program and save it without password":
            "faýly tablisa programmasynda açyň we parolsyz saklaň",
        "{1} lacks the part {2}": "{1} faýlynda {2} bölegi ýok",
        "open it in the spreadsheet program and save it again": "faýly tablisa programmasynda açyň we täzeden saklaň",
        "{1} is damaged: the part {2} cannot be unpacked": "{1} zaýalanan: {2} bölegi açylmaýar",
        "send the file again, or open it in the spreadsheet program and save it again":
            "faýly täzeden iberiň ýa-da tablisa programmasynda açyp, täzeden saklaň",
        "{1} is damaged: the part {2} cannot be read: {3}": "{1} zaýalanan: {2} bölegi okalmaýar: {3}",
        "{1} holds more than is taken": "{1} kabul edilýänden köp maglumat saklaýar",
        "at most {1} {2}": "iň köpi {1}: {2}",
        "at most {1} merged cells": "iň köpi {1} birleşdirilen öýjük",
        "divide it, or remove what is not needed": "faýly bölüň ýa-da artykmajyny aýryň",
        "bytes": "baýtlar", "files inside it": "içindäki faýllar", "bytes when it is unpacked": "açylandaky baýtlar",
        "sheets": "sahypalar", "rows": "setirler", "columns": "sütünler", "cells": "öýjükler", "texts": "tekstler",
        "bytes of text": "tekstiň baýtlary", "merged ranges": "birleşdirilen öýjükler",
        "the document ends in the middle": "resminama ortasynda kesilýär",
        "it is not well-formed": "onuň belgilenişi nädogry",
        "an element is closed by the name of another": "element başga elementiň ady bilen ýapylan",
        "it declares a document type, which is never needed here and can do harm":
            "onda resminamanyň görnüşi yglan edilen: ol bu ýerde gerek däl we zyýan ýetirip biler",
        "it names an entity that XML does not have by itself": "onda XML-iň özünde ýok at ulanylýar",
        "it is not in UTF-8": "ol UTF-8 kodlamasynda däl",
        "it holds a character that XML does not allow": "onda XML-de rugsat edilmeýän belgi bar",
        "elements are nested too deeply": "elementler aşa çuň ýerleşdirilen",
        "a name, value or text in it is too long": "ondaky at, baha ýa-da tekst aşa uzyn",
        "an element has too many attributes": "elementiň atributlary aşa köp",
        "it cannot be unpacked": "ol açylmaýar",
        "the workbook cannot be written: {1}": "kitaby ýazyp bolmaýar: {1}",
        "is there room on the disk for temporary files?": "diskde wagtlaýyn faýllar üçin ýer barmy?",
        "the sheet {1} says the same as the sheet {2}": "«{1}» sahypasy «{2}» sahypasyny gaýtalaýar",
        "remove one of the two": "ikisinden birini aýryň",
        "no sheet of {1} has a line of headings that is known":
            "{1} faýlynyň hiç bir sahypasynda tanalýan sözbaşylar ýok",
        "sheets left out because they have no headings: {1}": "sözbaşysy ýok sahypalar geçirildi: {1}",
        "one cell stands for {1} rows: it cannot be told to which its value belongs":
            "bir öýjük {1} setiri birleşdirýär: bahanyň haýsy setire degişlidigi belli däl",
        "unmerge the cells, and write in each row what is its own":
            "öýjükleri aýryň we her setire öz bahasyny ýazyň",
        "the cell holds the error {1}": "öýjükde {1} ýalňyşlygy bar",
        "mend it, or empty it": "düzediň ýa-da boşadyň",
        "the cell holds a formula whose value was not saved": "öýjükde bahasy saklanmadyk formula bar",
        "open the file in the spreadsheet program, save it and send it again":
            "faýly tablisa programmasynda açyň, saklaň we täzeden iberiň",
        "each agency sends its own reports": "her edara öz hasabatyny iberýär",
        "{1} is no kind of value": "{1} bahanyň görnüşi däl",
        "the heading of a column of the template, such as “{1}”": "şablondaky sütüniň sözbaşysy, mysal üçin «{1}»",
        "a second “{1}” for the same item and period": "şol bir görkeziji we döwür üçin ikinji «{1}»",
        "rows left out because baselines and targets are stated by the plan: {1}":
            "başlangyç we maksat bahalary meýilnamada berilýändigi üçin geçirilen setirler: {1}",
        "no column is that of activities or of indicators": "çäreleriň ýa-da görkezijileriň sütüni ýok",
        "a line of headings such as “Activity”, “Мероприятие”, “Çäre”": "sözbaşylar setiri, mysal üçin «Çäre»",
        "say which column is what in a file, and name it with --columns":
            "sütünleriň manysyny faýlda görkeziň we ony --columns bilen atlandyryň",
        "the table holds neither activities nor indicators": "tablisada çäreler hem, görkezijiler hem ýok",
        "the table names no years from which the plan's start and end could be told":
            "tablisada meýilnamanyň başyny we soňuny kesgitlär ýaly ýyllar ýok",
        "say them with --start and --end": "olary --start we --end bilen görkeziň",
        "`format: nap-columns/1`": "`format: nap-columns/1`",
        "a column": "sütün",
        "name another folder, or move the file away": "başga bukja görkeziň ýa-da faýly aýryň",
        "{1}: {2}, {3} for a human": "{1}: {2}, adamyň çözmelisi: {3}",
        "question / questions": "sorag",
        "What needs a human": "Adamyň çözmeli zatlary",
        "the plan bears the name of the file: what is its title?":
            "meýilnama faýlyň ady bilen atlandyryldy: onuň ady näme?",
        "the texts were taken to be in “{1}”": "tekstleriň dili «{1}» diýlip kabul edildi",
        "the plan was taken to last from {1} to {2}, the first and the last year that are named":
            "meýilnamanyň möhleti agzalan ýyllar boýunça {1} – {2} diýlip kabul edildi",
        "when and by whom was the plan adopted, and where is it published?":
            "meýilnama haçan we kim tarapyndan kabul edildi, nirede çap edildi?",
        "by what calendar do agencies report? Until one is named, no report is ever due":
            "edaralar haýsy senenama boýunça hasabat berýärler? Ol görkezilýänçä, hiç bir hasabata garaşylmaýar",
        "“{1}” was taken for {2} bodies: {3}": "«{1}» {2} edara diýlip düşünildi: {3}",
        "nothing of the column “{1}” was taken over": "«{1}» sütüninden hiç zat geçirilmedi",
        "the table names no objectives: all activities stand below one without a title":
            "tablisada maksatlar ýok: ähli çäreler atsyz bir maksadyň aşagynda durýar",
        "the row was left out: it names neither an activity nor an indicator":
            "setir geçirildi: onda çäre hem, görkeziji hem ýok",
        "the objective “{1}” has no number, others have one": "«{1}» maksadynyň belgisi ýok, beýlekileriňki bar",
        "no activity is named: the indicators stand below one that bears the objective's title":
            "çäre görkezilmedik: görkezijiler maksadyň adyny göterýän çäräniň aşagynda durýar",
        "nobody is named as responsible": "jogapkär görkezilmedik",
        "the number {1} stands twice, first in {2}: was {3}0 meant?":
            "{1} belgisi iki gezek dur, ilki: {2}; {3}0 göz öňünde tutuldymy?",
        "the number {1} stands twice, first in {2}": "{1} belgisi iki gezek dur, ilki: {2}",
        "no time is named": "möhlet görkezilmedik",
        "the time “{1}” could not be told: it stands beside the activity as a remark only":
            "«{1}» möhletine düşünilmedi: ol çäräniň ýanynda diňe bellik hökmünde dur",
        "the time “{1}” says more than was understood": "«{1}» möhletiniň ählisine düşünilmedi",
        "of which year is the baseline?": "başlangyç baha haýsy ýyla degişli?",
        "how is it measured, which way is better, and does it count persons?":
            "ol nähili ölçenýär, haýsy ugur gowy we ol adamlary sanaýarmy?",
        "“{1}” in the column “{2}” is no number that could be told": "«{2}» sütünindäki «{1}» san hökmünde okalmady",
        "is it one unit that is spelt {1}?": "bu dürli ýazylan bir birlikmi: {1}?",
    ]
}
