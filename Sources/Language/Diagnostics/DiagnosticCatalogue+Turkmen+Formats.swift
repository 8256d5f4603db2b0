extension DiagnosticCatalogue {
    /// What is said of files in the outside's formats, in Turkmen.
    static let turkmenFormats: [String: String] = [
        "the text ends, but <{1}> is still open": "tekst gutardy, emma <{1}> ýapylmady",
        "the file may be cut off: fetch it again": "faýl kesilen bolmagy mümkin: ony täzeden alyň",
        "{1} holds no element": "{1} içinde hiç bir element ýok",
        "an XML file": "XML faýly",
        "a document type or entity is declared here, which is not read":
            "bu ýerde resminamanyň görnüşi ýa-da düşünje yglan edilýär, olar okalmaýar",
        "remove it: it could fetch or blow up whatever its writer wants":
            "ony aýyryň: faýly ýazan onuň üsti bilen islän zadyny getirip ýa-da ulaldyp biler",
        "characters after the last element": "soňky elementden soň belgiler bar",
        "characters before the first element": "birinji elementden öň belgiler bar",
        "a second element beside the first": "birinji elementiň ýanynda ikinji element bar",
        "more than {1} elements within each other": "biri-biriniň içinde {1} sanydan köp element",
        "the tag <{1}> is not closed": "<{1}> tegi ýapylmady",
        "the tag </{1}> is not closed": "</{1}> tegi ýapylmady",
        "</{1}> closes nothing": "</{1}> hiç zady ýapmaýar",
        "</{1}> stands where <{2}> is to be closed": "<{2}> ýapylmaly ýerinde </{1}> dur",
        "no name of an element or attribute": "elementiň ýa-da atributyň ady ýok",
        "in a text, write &lt; for < and &amp; for &": "tekstde < ýerine &lt;, & ýerine &amp; ýazyň",
        "a space is missing between two attributes": "iki atributyň arasynda boşluk ýok",
        "the attribute {1} has no value": "{1} atributynyň bahasy ýok",
        "a second attribute {1}": "ikinji {1} atributy",
        "more than {1} attributes": "{1} sanydan köp atribut",
        "the value of {1} stands in no quotation marks": "{1} bahasy dyrnaksyz dur",
        "a tag begins within the value of {1}": "{1} bahasynyň içinde teg başlanýar",
        "the value of {1} is never closed": "{1} bahasy ýapylmady",
        "the section is never closed": "bölüm ýapylmady",
        "the comment is never closed": "düşündiriş ýapylmady",
        "the instruction is never closed": "görkezme ýapylmady",
        "a control character, which XML has not": "XML-de bolmaýan dolandyryş belgisi",
        "an & that begins nothing": "hiç zady başlamaýan & belgisi",
        "write &amp;": "&amp; ýazyň",
        "&{1}; stands for nothing that is read": "&{1}; bu ýerde hiç zady aňlatmaýar",
        "a character itself, or its number: &#233;": "belginiň özi ýa-da onuň belgisi: &#233;",
        "a name or text of more than {1} bytes": "{1} baýtdan uzyn at ýa-da tekst",
        "{1} says that it is written in {2}, which is not read": "{1} faýlynda {2} kodlamasy görkezilen, ol okalmaýar",
        "save it in UTF-8": "ony UTF-8 kodlamasynda ýatda saklaň",
        "{1} is not in UTF-8": "{1} UTF-8 kodlamasynda däl",
        "UTF-8, or `encoding` in its first line": "UTF-8 ýa-da birinji setirinde `encoding`",
        "{1} is not in {2}": "{1} {2} kodlamasynda däl",
        "a result without indicator is left behind": "görkezijisi bolmadyk netije alynmady",
        "a baseline without year is left behind": "ýyly görkezilmedik başlangyç baha alynmady",
        "a year from {1} to {2}": "{1}–{2} aralygyndaky ýyl",
        "a period without start or end is left behind": "başy ýa-da ahyry görkezilmedik döwür alynmady",
        "the period ends on {1}, before it starts on {2}": "döwür {1} güni gutarýar, bu başlanýan gününden ({2}) öň",
        "“{1}” is no number and is left behind": "“{1}” san däl, ol alynmady",
        "a number such as 1280.6": "1280.6 ýaly san",
        "an absent figure is never read as 0": "ýok görkeziji hiç haçan 0 hökmünde okalmaýar",
        "an activity without <iati-identifier>": "<iati-identifier> görkezilmedik iş",
        "{1} is no type of date": "{1} senäniň görnüşi däl",
        "a date such as 2021-04-29, from {1} to {2}": "2021-04-29 ýaly sene, {1}–{2} ýyllar aralygynda",
        "{1} holds no <iati-activity>": "{1} içinde <iati-activity> ýok",
        "no activity of {1} has results": "{1} içindäki hiç bir işiň netijesi ýok",
        "an activity file of IATI with results": "netijeleri bolan IATI faýly",
        "a plan has no place for <{1}>: left behind {2} times": "meýilnamada <{1}> üçin ýer ýok: {2} gezek alynmady",
        "{1}: {2} more of these": "{1}: ýene-de {2} sanysy",
        "IATI does not say whether values of several periods add up: they are read as states at the end of each":
            "IATI birnäçe döwrüň bahalarynyň goşulýandygyny aýtmaýar: olar her döwrüň ahyryndaky ýagdaý hökmünde okaldy",
        "where they are counted anew in each period, write `accumulation: per-period`":
            "eger olar her döwürde aýratyn sanalýan bolsa, `accumulation: per-period` ýazyň",
        "IATI names no levels: the scale has those that values and targets use":
            "IATI derejeleri atlandyrmaýar: ölçege bahalarda we maksatlarda bar bolanlar girdi",
        "complete `scale`, from the lowest level to the highest":
            "`scale` sanawyny iň pesinden iň ýokarysyna çenli dolduryň",
        "{1} is no measure of an indicator": "{1} görkezijiniň görnüşi däl",
        "the indicator names no measure": "görkezijiniň görnüşi aýdylmandyr",
        "the period has a second value of the whole, which is left behind":
            "döwrüň bitewi bahasynyň ikinjisi bar, ol alynmady",
        "what stands first is taken: look which of them is right":
            "birinji duran alyndy: haýsysynyň dogrudygyny barlaň",
        "version {1} of the standard, which is not the one that is known best":
            "ölçegiň {1} görnüşi: iň gowy tanalýan görnüş başga",
        "it is read all the same: look through what was made of it":
            "ol barybir okaldy: ondan näme emele gelendigine göz aýlaň",
        "1 to 5": "1-den 5-e çenli",
        "it was read by its values": "ol bahalary boýunça okaldy",
        "the period from {1} to {2} overlaps shorter ones and is left behind":
            "{1} – {2} döwri gysga döwürler bilen gabat gelýär, ol alynmady",
        "IATI does not say when reports are due: 15 days after each period is assumed":
            "IATI hasabatlaryň haçan berilmelidigini aýtmaýar: her döwürden 15 gün soň diýlip kabul edildi",
        "correct `calendars` in the plan": "meýilnamada `calendars` bölümini düzediň",
        "activities without results are left behind: {1}": "netijesi bolmadyk işler alynmady: {1}",
        "an organisation without name or identifier": "ady we belgisi görkezilmedik gurama",
        "the period has parts, but no value of the whole: both are left behind":
            "döwrüň bölekleri bar, emma umumy bahasy ýok: ol alynmady",
        "parts are not added up: they may overlap": "bölekler goşulmaýar: olar gabat gelip biler",
        "nobody is named who reports {1}": "{1} boýunça kimiň hasabat berýändigi aýdylmady",
        "{1} stands where the identifier of the publisher belongs": "neşir edijiniň belgisiniň ýerinde {1} dur",
        "name the one under which you are registered with IATI: --publisher":
            "IATI-de hasaba alnan belgiňizi görkeziň: `--publisher`",
        "{1} exists already": "{1} eýýäm bar",
        "a new folder": "täze bukja",
        "nothing in it was touched": "onuň içinde hiç zat üýtgedilmedi",
        "Nothing was written.": "Hiç zat ýazylmady.",
        "Nothing was written. Would be made: {1}.": "Hiç zat ýazylmady. Dörediljek zatlar: {1}.",
    ]
}
