/// How lists are printed: a table on a terminal, plain lines in a pipe, or as asked.
enum OutputFormat: String, CaseIterable {
    case text, tsv, json
}
