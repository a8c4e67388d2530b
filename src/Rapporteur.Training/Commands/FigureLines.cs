using System.Globalization;

namespace Rapporteur.Training.Commands;

/// <summary>Figures for programs to read: a line <c>name value</c> each, in per cent, as docs/measurements.md says.</summary>
internal static class FigureLines
{
    public static void Write(TextWriter output, IEnumerable<(string Name, double Value)> figures)
    {
        foreach (var (name, value) in figures)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {value:F2}"));
    }
}
