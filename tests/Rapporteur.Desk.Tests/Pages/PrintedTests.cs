using Rapporteur.Desk.Pages;
using Xunit;

namespace Rapporteur.Desk.Tests.Pages;

public sealed class PrintedTests
{
    [Theory]
    [InlineData("safe\u202Egpj.exe", "safe[U+202E]gpj.exe")]
    [InlineData("a\u2066b\u2069c", "a[U+2066]b[U+2069]c")]
    [InlineData("null\0byte", "null[U+0000]byte")]
    [InlineData("zero\u200Bwidth", "zero[U+200B]width")]
    [InlineData("\uFEFFmark", "[U+FEFF]mark")]
    [InlineData("שלום עולם", "שלום עולם")]
    [InlineData("tab\tand\nline", "tab\tand\nline")]
    public void What_cannot_be_seen_is_named(string text, string shown) => Assert.Equal(shown, Printed.Text(text));

    [Fact]
    public void A_line_has_no_breaks_and_an_end()
    {
        var line = Printed.Line("first\nsecond" + new string('x', 100_000));
        Assert.DoesNotContain('\n', line);
        Assert.True(line.Length < 400);
        Assert.EndsWith(" …", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.org/a", "https://example.org/a")]
    [InlineData("http://example.org/\"><b>", "http://example.org/%22%3E%3Cb%3E")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("JaVaScRiPt://example.org/%0aalert(1)", null)]
    [InlineData("data:text/html,<script>alert(1)</script>", null)]
    [InlineData("vbscript:x", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("//example.org/x", null)]
    [InlineData("https://user:word@example.org/", null)]
    [InlineData(" \u0001javascript:alert(1)", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Only_addresses_of_the_web_are_linked_to(string? address, string? linked) => Assert.Equal(linked, Printed.Address(address));
}
