// Placeholder until the tests are in.
