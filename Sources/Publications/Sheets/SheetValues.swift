import Dossiers

/// The values that a sheet's wording may show, beside those of letters.
enum SheetValues {
    static let names: Set<String> = [
        "rows", "giver", "taker", "given", "taken", "outcome", "note", "coAgencies", "coAgency", "since", "until",
        "dossiers", "due", "returned", "route", "signed", "count",
    ]
}
