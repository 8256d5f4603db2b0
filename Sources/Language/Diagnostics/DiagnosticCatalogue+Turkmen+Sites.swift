extension DiagnosticCatalogue {
    /// What is said of the file about a site, in Turkmen.
    static let turkmenSites: [String: String] = [
        "a site file":
            "saýtyň faýly",
        "a contact":
            "habarlaşmak üçin maglumat",
        "a licence":
            "ygtyýarnama",
        "an accent colour":
            "bezeg reňki",
        "an emblem":
            "nyşan",
        "this is no site file":
            "bu saýtyň faýly däl",
        "an address such as office@example.org":
            "salgy, mysal üçin office@example.org",
        "a number such as \"+993 12 000000\"":
            "belgi, mysal üçin \"+993 12 000000\"",
        "the contact is empty":
            "habarlaşmak üçin maglumat boş",
        "name, email, phone or url":
            "name, email, phone ýa-da url",
        "a colour such as \"#14505c\"":
            "reňk, mysal üçin \"#14505c\"",
        "{1} has a contrast of {2} with the light pages, too little to be read":
            "{1} reňkiniň açyk sahypalar bilen kontrasty {2}: okamak üçin az",
        "{1} has a contrast of {2} with the dark pages, too little to be read":
            "{1} reňkiniň garaňky sahypalar bilen kontrasty {2}: okamak üçin az",
        "a contrast of 4.5 or more":
            "4.5-den az bolmadyk kontrast",
        "the nearest colour that has it is \"{1}\"":
            "şeýle kontrastly iň ýakyn reňk — \"{1}\"",
        "the name of a file beside this one, such as emblem.svg":
            "şu faýlyň ýanyndaky faýlyň ady, mysal üçin emblem.svg",
        "{1} is no picture of the kind that its name says":
            "{1} adynda görkezilen görnüşdäki surat däl",
        "an SVG or PNG file":
            "SVG ýa-da PNG faýly",
        "the picture {1} is larger than 2048 points":
            "{1} suraty 2048 nokatdan uly",
        "save it smaller: on pages it is as high as a line":
            "ony kiçiräk ýazdyryň: sahypalarda ol bir setir beýiklikde",
        "{1} holds `{2}`, which a picture has no need of":
            "{1} faýlynda `{2}` bar, surata bu gerek däl",
        "shapes and colours only: no script, no reference to another file":
            "diňe şekiller we reňkler: skriptsiz, başga faýllara salgysyz",
        "save it as plain SVG, or as PNG":
            "ony ýönekeý SVG ýa-da PNG görnüşinde ýazdyryň",
    ]
}
