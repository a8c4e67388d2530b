using Rapporteur.Learning;
using Xunit;

namespace Rapporteur.Tests.Learning;

public sealed class ModelFileTests
{
    private static byte[] Example => ModelFile.Write([new("name", "test"), new("version", "7")], [("a", [1, 2, 3]), ("b", [])]);

    [Fact]
    public void A_model_gives_back_what_was_written()
    {
        var model = ModelFile.Of(Example);
        Assert.Equal("test", model.Header["name"]);
        Assert.Equal([1, 2, 3], model.Section("a").ToArray());
        Assert.Empty(model.Section("b").ToArray());
        Assert.True(model.IsIntact());
    }

    [Fact]
    public void The_same_contents_give_the_same_bytes() => Assert.Equal(Example, Example);

    [Fact]
    public void A_changed_byte_is_noticed()
    {
        var bytes = Example;
        bytes[^1] ^= 1;
        Assert.False(ModelFile.Of(bytes).IsIntact());
    }

    [Fact]
    public void What_is_no_model_is_refused()
    {
        Assert.Throws<InvalidDataException>(() => ModelFile.Of([]));
        Assert.Throws<InvalidDataException>(() => ModelFile.Of(new byte[200]));
        Assert.Throws<InvalidDataException>(() => ModelFile.Of(Example).Section("c").Length);
        Assert.Throws<InvalidDataException>(() => ModelFile.Embedded("xx.model"));
    }

    [Theory]
    [InlineData("en.model")]
    public void The_model_that_ships_is_intact(string name) => Assert.True(ModelFile.Embedded(name).IsIntact());
}
