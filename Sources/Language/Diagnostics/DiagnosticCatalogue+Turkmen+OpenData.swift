extension DiagnosticCatalogue {
    /// What is said of open data and of other programs' data, in Turkmen; it awaits review by a native reader.
    static let turkmenOpenData: [String: String] = [
        "{1} holds no metadata of indicators": "{1} bukjasynda görkezijileriň metamaglumatlary ýok",
        "files such as meta/1-1-1.md beside data/indicator_1-1-1.csv":
            "data/indicator_1-1-1.csv ýanynda meta/1-1-1.md ýaly faýllar",
        "{1} does not begin with metadata": "{1} metamaglumatlardan başlanmaýar",
        "YAML between two lines `---`": "iki sany `---` setiriň arasynda YAML",
        "{1} holds no fields": "{1} faýlynda meýdan ýok",
        "{1} has no columns Year and Value": "{1} faýlynda Year we Value sütünleri ýok",
        "a line of headings such as Year,Sex,Value": "sözbaşylaryň setiri, meselem Year,Sex,Value",
        "“{1}” is no year: the row is left behind": "“{1}” ýyl däl: setir alynmady",
        "a year such as 2021": "ýyl, meselem 2021",
        "the indicator has values in {1} and in {2}: the latter are left behind":
            "görkezijiniň {1} we {2} birliklerinde bahalary bar: soňkular alynmady",
        "a plan has no place for codes of places: the column is left behind":
            "meýilnamada ýerleriň kodlary üçin orun ýok: sütün alynmady",
        "“{1}” is no part of a year that is known: the row is left behind":
            "“{1}” ýylyň belli bölegi däl: setir alynmady",
        "2021-H1, 2021-Q1 or 2021-01, of one length in a file":
            "2021-H1, 2021-Q1 ýa-da 2021-01, bir faýlda bir uzynlykda",
        "{1}, {2}: there are parts, but no row of the whole: both are left behind":
            "{1}, {2}: bölekler bar, emma bitewi setir ýok: ikisi hem alynmady",
        "a second value of {1} for {2} is left behind": "{1} görkezijisiniň {2} döwri üçin ikinji bahasy alynmady",
        "{1} is translated nowhere: the number stands in its place":
            "{1} hiç ýerde terjime edilmedi: ornunda belgisi dur",
        "a text, or a key of a file such as translations/en/global_targets.yml":
            "tekst ýa-da translations/en/global_targets.yml ýaly faýlyň açary",
        "nothing says whether values of several years add up: they are read as states at the end of each":
            "birnäçe ýylyň bahalarynyň goşulýandygy hiç ýerde aýdylmaýar: olar her ýylyň ahyryndaky ýagdaý hökmünde okaldy",
        "where they are counted anew in each year, write `accumulation: per-period`":
            "her ýyl täzeden sanalýan bolsa, `accumulation: per-period` ýazyň",
        "at most {1}": "iň köp {1}",
        "lines of the form `key: value`": "`key: value` görnüşli setirler",
        "this is no JSON": "bu JSON däl",
        "a data value set: {\"dataValues\": […]}": "bahalar toplumy: {\"dataValues\": […]}",
        "{1} holds no list `dataValues`": "{1} faýlynda `dataValues` sanawy ýok",
        "{1} holds {2} values": "{1} faýlynda bahalaryň sany: {2}",
        "or write `org-units`, one for each agency": "ýa-da `org-units` ýazyň, her edara üçin biri",
        "`org-unit` and `org-units` both stand here": "bu ýerde `org-unit` hem, `org-units` hem bar",
        "one of them: the unit of the country, or that of each agency":
            "olaryň biri: ýurduň birligi ýa-da her edaranyňky",
        "an identifier of DHIS2: eleven letters and digits, the first a letter":
            "DHIS2 belgisi: on bir harp we san, birinjisi harp",
        "a unit": "birlik",
        "an element": "element",
        "{1} is no indicator of this plan": "bu meýilnamada {1} görkezijisi ýok",
        "the cells of {1} are not all categories of one dimension that divides it: they have no sum":
            "{1} görkezijisiniň öýjükleri ony doly bölýän bir ölçegiň ähli toparlary däl: olaryň jemi ýok",
        "a cell for each category of a dimension with `partitions: true`":
            "`partitions: true` bolan ölçegiň her topary üçin öýjük",
        "{1} is a percentage, which is kept as its two numbers": "{1} — paý, ol iki san bilen saklanýar",
        "{1} is no percentage: it has no two numbers": "{1} paý däl: onuň iki sany ýok",
        "`part: numerator`, and another element with `part: denominator`":
            "`part: numerator` we ýene bir element `part: denominator` bilen",
        "no `part`": "`part` bolmaly däl",
        "the periods of {1} are the plan's own, which DHIS2 does not know":
            "{1} görkezijisiniň döwürleri meýilnamanyň özüniňki, DHIS2 olary bilmeýär",
        "an indicator with a monthly, quarterly, half-yearly or yearly calendar":
            "aýlyk, çärýeklik, ýarymýyllyk ýa-da ýyllyk senenamaly görkeziji",
        "{1} is not divided by {2}": "{1} görkezijisi {2} boýunça bölünmeýär",
        "{1}: a value is mapped twice": "{1}: baha iki gezek baglanyşdyryldy",
        "for each number of an item one element, and no combination twice in an element":
            "görkezijiniň her sany üçin bir element, elementde hiç bir utgaşma iki gezek däl",
        "a value without dataElement, period or orgUnit": "dataElement, period ýa-da orgUnit bolmadyk baha",
        "nothing is reported regularly on {1}": "{1} barada yzygiderli hasabat berilmeýär",
        "{1} has no period that DHIS2 calls {2}": "{1} görkezijisiniň DHIS2-de {2} diýilýän döwri ýok",
        "a period such as {1}": "döwür, meselem {1}",
        "a second value of {1} for {2}": "{1} görkezijisiniň {2} döwri üçin ikinji bahasy",
        "“{1}” is no number": "“{1}” san däl",
        "{1} values are left out, which the mapping does not know: {2}": "baglanyşykda ýok bahalar alynmady: {1} ({2})",
        "{1} values of other units than that of {2} are left out":
            "{2} edarasynyňkydan başga birlikleriň bahalary alynmady: {1}",
        "{1} holds no value of {2} that the mapping knows": "{1} faýlynda {2} edarasynyň baglanyşykda bar bahasy ýok",
        "values of the elements and units of the mapping": "baglanyşykdaky elementleriň we birlikleriň bahalary",
        "{1} for {2} has only one of its two numbers": "{1} görkezijisiniň {2} döwri üçin iki sanynyň diňe biri bar",
        "numerator and denominator": "sanawjy we maýdalawjy",
        "“{1}” does not say whether the milestone is reached": "“{1}” möhüm sepgide ýetilendigini aýtmaýar",
        "{1} for {2} has parts, but no value of the whole":
            "{1} görkezijisiniň {2} döwri üçin bölekleri bar, emma bitewi bahasy ýok",
        "parts may overlap; where they do not, write `sum-of-cells: true` in the mapping":
            "bölekler biri-biriniň üstüne düşüp biler; düşmese, baglanyşykda `sum-of-cells: true` ýazyň",
        "{1} for {2} lacks the cells of {3}": "{1} görkezijisiniň {2} döwri üçin {3} öýjükleri ýok",
        "an absent figure is never read as 0: where it is 0, it has to be written there":
            "ýok san hiç haçan 0 diýlip okalmaýar: 0 bolsa, ol ýerde ýazylmaly",
        "{1} is too large": "{1} örän uly",
        "at most {1} files with {2} MB": "iň köp {1} faýl, {2} MB",
        "{1} is no part of the country by which the item is divided": "{1} görkeziji bölünýän ýurduň bölegi däl",
        "a category of a dimension of the item; NAT, or nothing, for the whole country":
            "görkezijiniň ölçeginiň topary; tutuş ýurt üçin NAT ýa-da boş",
        "“{1}” stands in a row of a part of the country": "“{1}” ýurduň böleginiň setirinde dur",
        "only values are divided by zones": "ýerler boýunça diňe bahalar bölünýär",
        "{1} holds files that nap did not write": "{1} bukjasynda nap ýazmadyk faýllar bar",
    ]
}
