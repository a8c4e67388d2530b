using Rapporteur.Text;
using Rapporteur.Training.Attributions;
using Xunit;

namespace Rapporteur.Training.Tests.Attributions;

public sealed class ScoreCalibrationTests
{
    private const string Text = "Roe said it rains . Doe said it snows .";

    private static readonly MarkedAttribution Rain = new([new Span(0, 3)], [new Span(4, 4)], [new Span(9, 8)]);
    private static readonly MarkedAttribution Snow = new([new Span(20, 3)], [new Span(24, 4)], [new Span(29, 8)]);

    [Fact]
    public void Sure_and_right_is_no_error() => Assert.Equal(0, ErrorOf([Rain], (Rain, 1.0)), 3);

    [Fact]
    public void Sure_and_wrong_is_all_error() => Assert.Equal(100, ErrorOf([Rain], (Snow, 1.0)), 3);

    [Fact]
    public void Half_sure_and_right_every_other_time_is_no_error() => Assert.Equal(0, ErrorOf([Rain], (Rain, 0.5), (Snow, 0.5)), 3);

    private static double ErrorOf(MarkedAttribution[] gold, params (MarkedAttribution, double)[] found)
    {
        var calibration = new ScoreCalibration();
        calibration.Add(Text, gold, found);
        return calibration.ExpectedError;
    }
}
