@main struct Hoso { static func main() { print("hoso") } }
