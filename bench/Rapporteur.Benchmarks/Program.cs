using BenchmarkDotNet.Running;
using Rapporteur.Benchmarks;
using Rapporteur.Benchmarks.Archives;
using Rapporteur.Benchmarks.Desks;
using Rapporteur.Benchmarks.Queues;

// `table` times whole commands, `archive` an archive of many articles, `variants` the same words in it, `desk` its pages with many readers, `queue` reading by way of queue and store; everything else is BenchmarkDotNet's (`--filter *`, `--list flat`, ...).
if (args is ["table", ..]) return WholeCommandTable.Run(args[1..]);
if (args is ["archive", ..]) return ArchiveTable.Run(args[1..]);
if (args is ["variants", ..]) return VariantTable.Run(args[1..]);
if (args is ["desk", ..]) return DeskTable.Run(args[1..]);
if (args is ["queue", ..]) return QueueTable.Run(args[1..]);
BenchmarkSwitcher.FromAssembly(typeof(StageBenchmarks).Assembly).Run(args);
return 0;
