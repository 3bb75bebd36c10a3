/// Questions about several certificates that one run of `openssl` answers: all that may help a path, and the moment, is the same for all.
package struct PathQuestions: Sendable {
    /// Two at least.
    let all: [PathQuestion]
}
