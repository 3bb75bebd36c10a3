/// How the program ends; the numbers are those of sysexits.h where it has one.
enum ExitCode: Int32 {
    case done = 0
    /// Done, and something wants attention.
    case attention = 1
    case usage = 64
    case badData = 65
    case noInput = 66
    case inputOutput = 74
    /// Another hoso holds this site.
    case held = 75
    case configuration = 78
}
