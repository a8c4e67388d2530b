using Rapporteur.Text;
using Xunit;

namespace Rapporteur.Tests.Text;

public sealed class SpanTests
{
    [Fact]
    public void A_span_ends_before_its_end()
    {
        var span = Span.FromBounds(3, 5);
        Assert.True(span.Contains(4));
        Assert.False(span.Contains(5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Span.FromBounds(5, 3));
    }
}
