import Settings
import Testing

@Suite("Where State lies, as far as the text of hoso.xml tells")
struct StatePathTests {
    @Test(
        "It is found whatever else is wrong",
        arguments: [
            (#"<hoso><folders inbox="I" outbox="O" state="/var/lib/hoso"/>"#, "/var/lib/hoso"),
            ("<hoso <folders\n  state = 'Kho'\n inbox=\"I\"", "/srv/h/Kho"),
            (#"<!-- <folders state="Old"/> --><folders xstate="X" state="New"/>"#, "/srv/h/New"),
            ("<hoso>", "/srv/h/State"), ("", "/srv/h/State"),
        ])
    func found(text: String, path: String) {
        #expect(ConfigurationFiles(["config/hoso.xml": Array(text.utf8)]).statePath(from: "/srv/h") == path)
    }
}
