import Dossiers

/// What `config/accounts.tsv` says: a header line, then account, name, email and phone, a line each.
///
/// The rows are personal data, so a message names the line and the column and shows nothing of them.
struct AccountsPage {
    static let file = "config/accounts.tsv"
    static let columns = ["account", "name", "email", "phone"]

    let accounts: Accounts

    init(_ bytes: [UInt8], problems: Problems) {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if lines.first?.starts(with: [0xEF, 0xBB, 0xBF]) == true { lines[0] = lines[0].dropFirst(3) }
        let header = lines.first.map { AccountsPage.cells($0) } ?? []
        if header?.map({ $0.lowercased() }) != AccountsPage.columns {
            problems.add(
                "expected the header line \(AccountsPage.columns.joined(separator: ", ")), separated by tabs",
                in: AccountsPage.file, line: 1)
        }
        var accounts: [String: Account] = [:]
        accounts.reserveCapacity(lines.count)
        var repeated: [(identifier: String, line: Int)] = []
        for (index, line) in lines.enumerated().dropFirst() where !line.allSatisfy({ [9, 13, 32].contains($0) }) {
            guard let row = AccountsPage.row(line, line: index + 1, problems: problems) else { continue }
            if accounts.updateValue(row.account, forKey: row.identifier) != nil {
                repeated.append((row.identifier, index + 1))
            }
        }
        if !repeated.isEmpty {
            let firsts = AccountsPage.firstLines(of: Set(repeated.map(\.identifier)), in: lines)
            for (identifier, line) in repeated {
                problems.add(
                    "this account stands already in line \(firsts[identifier] ?? 1)", in: AccountsPage.file, line: line)
            }
        }
        self.accounts = Accounts(accounts)
    }

    private static func row(
        _ line: ArraySlice<UInt8>, line number: Int, problems: Problems
    ) -> (identifier: String, account: Account)? {
        guard let cells = cells(line) else {
            problems.add("the line is not UTF-8", in: file, line: number)
            return nil
        }
        guard cells.count == columns.count else {
            problems.add(
                "\(cells.count) column\(cells.count == 1 ? "" : "s"): expected \(columns.joined(separator: ", ")), separated by tabs",
                in: file, line: number)
            return nil
        }
        guard Accounts.isIdentifier(cells[0]) else {
            problems.add(
                "column 1: expected \(Accounts.identifier)",
                in: file, line: number)
            return nil
        }
        for (index, cell) in cells.enumerated()
        where cell.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }) {
            problems.add("column \(index + 1) holds a control character", in: file, line: number)
            return nil
        }
        if !cells[2].isEmpty, MailAddress(cells[2]) == nil {
            problems.add("column 3: expected an e-mail address, or none", in: file, line: number, isWarning: true)
        }
        return (
            cells[0],
            Account(name: PersonalText(cells[1]), email: PersonalText(cells[2]), phone: PersonalText(cells[3]))
        )
    }

    /// Nil where the line is not UTF-8.
    private static func cells(_ line: ArraySlice<UInt8>) -> [String]? {
        let whole = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        var cells: [String] = []
        for cell in whole.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false) {
            guard let text = String(validating: cell, as: UTF8.self) else { return nil }
            cells.append(trimmed(text))
        }
        return cells
    }

    private static func firstLines(of identifiers: Set<String>, in lines: [ArraySlice<UInt8>]) -> [String: Int] {
        var firsts: [String: Int] = [:]
        for (index, line) in lines.enumerated().dropFirst() {
            guard let identifier = cells(line)?.first, identifiers.contains(identifier), firsts[identifier] == nil
            else { continue }
            firsts[identifier] = index + 1
        }
        return firsts
    }
}
