/// Personal data as a log or a terminal may show it: enough to tell two apart, too little to use (Điều 13.5).
package enum Masked {
    /// Keeps the last three characters of an account or a number, of a short one only the last.
    package static func account(_ value: String) -> String {
        let kept = value.count >= 7 ? 3 : min(1, value.count)
        return String(repeating: "*", count: value.count - kept) + value.suffix(kept)
    }
}
