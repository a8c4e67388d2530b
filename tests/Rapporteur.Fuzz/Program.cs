using System.Globalization;
using Rapporteur.Fuzz;
using SharpFuzz;

// Without arguments this is a target for afl-fuzz, after `sharpfuzz` has instrumented Rapporteur.dll and Rapporteur.Ingest.dll.
// `Rapporteur.Fuzz SECONDS [SEED]` needs neither: it changes generated articles at random for so long.
switch (args)
{
    case []:
        Fuzzer.OutOfProcess.Run(input =>
        {
            using var copy = new MemoryStream();
            input.CopyTo(copy);
            Target.Run(copy.ToArray());
        });
        return 0;
    case [var seconds, .. var rest] when int.TryParse(seconds, CultureInfo.InvariantCulture, out var time):
        return Mutations.Run(TimeSpan.FromSeconds(time), rest is [var seed] ? int.Parse(seed, CultureInfo.InvariantCulture) : 1);
    default:
        Console.Error.WriteLine("usage: Rapporteur.Fuzz [SECONDS [SEED]]");
        return 2;
}
