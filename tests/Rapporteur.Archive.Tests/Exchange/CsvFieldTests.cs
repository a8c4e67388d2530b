using Rapporteur.Archive.Exchange;
using Xunit;

namespace Rapporteur.Archive.Tests.Exchange;

public sealed class CsvFieldTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@cmd", "'@cmd")]
    [InlineData(" -2", "' -2")]
    [InlineData("+1,2", "\"'+1,2\"")]
    [InlineData("said \"no\"", "\"said \"\"no\"\"\"")]
    [InlineData("two\r\nlines", "two lines")]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    public void A_field_is_quoted_as_RFC_4180_has_it_and_never_a_formula(string value, string field) =>
        Assert.Equal(field, CsvField.Of(value));
}
