using Rapporteur.Cli;

// What the reader knows is made of some twenty megabytes of small objects that all stay. A collection while they are made finds
// nothing to free and takes a third of the time that one article takes; a long run leaves this region by itself.
const long AllocatedAtStart = 64L << 20;
GC.TryStartNoGCRegion(AllocatedAtStart);

using var interruption = new Interruption();
return CommandLine.Run(args, Terminal.OfProcess(), interruption);
