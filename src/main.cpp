// Plugs in curl, the clock and the streams.

int main() { return 0; }
