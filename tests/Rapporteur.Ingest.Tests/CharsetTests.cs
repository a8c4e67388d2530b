using System.Text;
using Rapporteur.Ingest.Bytes;
using Xunit;

namespace Rapporteur.Ingest.Tests;

public sealed class CharsetTests
{
    private const string Line = "“We will not sign,” said Zoë Märtel, the envoy of Vardania – “not now.”\nThe café in Besançon was shut.\n";

    static CharsetTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    public void A_byte_order_mark_settles_the_charset(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        Assert.Equal(Line, TextDecoder.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(Line)]));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("windows-1252")]
    public void Without_a_mark_the_bytes_tell(string name) =>
        Assert.Equal(Line, TextDecoder.Decode(Encoding.GetEncoding(name).GetBytes(Line)));

    [Theory]
    [InlineData("<meta charset=\"{0}\">")]
    [InlineData("<META http-equiv='Content-Type' content='text/html; charset={0}'>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"{0}\"?>")]
    public void A_declared_charset_is_believed_where_the_bytes_are_not_UTF8(string declaration)
    {
        var text = string.Format(null, declaration, "iso-8859-2") + "<p>Łódź – Żywiec: „Nie podpiszemy”, powiedział poseł.</p>".Replace('„', '"').Replace('”', '"').Replace('–', '-');
        Assert.Equal(text, TextDecoder.Decode(Encoding.GetEncoding("iso-8859-2").GetBytes(text)));
    }

    [Fact]
    public void A_wrong_declaration_does_not_spoil_UTF8()
    {
        const string Text = "<meta charset=iso-8859-1><p>Zoë said “no”.</p>";
        Assert.Equal(Text, TextDecoder.Decode(Encoding.UTF8.GetBytes(Text)));
    }

    [Fact]
    public void Undeclared_text_of_another_script_is_recognised()
    {
        const string Text = "Представитель министерства заявил, что переговоры начнутся на следующей неделе, и не назвал участников встречи.";
        Assert.Equal(Text, TextDecoder.Decode(Encoding.GetEncoding("windows-1251").GetBytes(Text)));
        const string Japanese = "外務省の報道官は、交渉が来週始まると述べたが、参加者の名前は明らかにしなかった。";
        Assert.Equal(Japanese, TextDecoder.Decode(Encoding.GetEncoding("iso-2022-jp").GetBytes(Japanese)));
        Assert.Equal(Japanese, TextDecoder.Decode(Encoding.GetEncoding("shift_jis").GetBytes(Japanese)));
    }

    [Fact]
    public void A_character_cut_in_half_at_the_end_is_dropped()
    {
        var bytes = Encoding.UTF8.GetBytes("Zoë said “no”");
        Assert.Equal("Zoë said “no", TextDecoder.Decode(bytes.AsSpan(0, bytes.Length - 1)));
    }

    [Fact]
    public void A_stray_byte_of_Windows_in_UTF8_is_read_as_what_it_was()
    {
        var utf8 = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("“Yes,” said Zoë. ", 5)));
        Assert.EndsWith("Zoë. It’s so", TextDecoder.Decode([.. utf8, .. "It"u8, 0x92, .. "s so"u8]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Mojibake_is_mended(int times)
    {
        var text = Line;
        for (var i = 0; i < times; i++) text = AsWindows(Encoding.UTF8.GetBytes(text));
        Assert.Equal(Line, TextDecoder.Decode(Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData("Le château de la forêt, où l’on a noté « être » à Â.")]
    [InlineData("São Paulo, LÃ £")]
    [InlineData("Ã© stands for é in broken text; Ã alone does not.")]
    public void What_may_be_meant_is_left_alone(string text) =>
        Assert.Equal(text, TextDecoder.Decode(Encoding.UTF8.GetBytes(text)));

    // As a browser would: the five bytes without a character stay as controls.
    private static string AsWindows(byte[] bytes) => Encoding.GetEncoding(1252).GetString(bytes);
}
